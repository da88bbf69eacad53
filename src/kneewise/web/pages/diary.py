"""The diary's form: what is asked, and what was filled in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from kneewise.model.activity import Activity
from kneewise.model.places import DRAWN_PLACES, Place, Side
from kneewise.present.words import sentence
from kneewise.web.pages.parts import say_day, say_side

VIEWS: Final[Mapping[str, tuple[Place, ...]]] = {
    "front": DRAWN_PLACES[:6],
    "outer": DRAWN_PLACES[6:10],
    "inner": DRAWN_PLACES[10:13],
    "back": DRAWN_PLACES[13:],
}

UNRECORDED: Final = "unrecorded"
"""A run that no watch wrote down, or whose file is still on its way."""

NOW: Final = ("during", "before")
LATER: Final = ("after_60min", "morning")

SIGNS: Final[Mapping[str, str]] = {
    "swelling": "swelling",
    "locked": "locked_knee",
    "giving_way": "giving_way",
    "catching": "catching_or_clicking",
    "night": "night_pain",
}
"""A chip's name, and the question of the screening that it answers with yes."""

ABOUT_RUN: Final[Mapping[str, str]] = {"limp": "limp", "painkiller": "painkiller"}
"""Chips that belong to the run itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One thing that can be chosen."""

    id: str
    said: str
    chosen: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ScaleStep:
    """One of the twelve places of a scale."""

    value: str
    figure: str
    word: str
    chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """Eleven steps and "not sure"."""

    name: str
    said: str
    note: str
    steps: tuple[ScaleStep, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Knee:
    """One drawn knee with its places."""

    side: str
    said: str
    places: tuple[Choice, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """A side of the knees to show, left and right."""

    id: str
    said: str
    knees: tuple[Knee, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """A form as it was sent, or as it is first shown."""

    on: str = ""
    run: str = ""
    side: str = ""
    scores: Mapping[str, str]
    places: frozenset[str] = frozenset()
    signs: frozenset[str] = frozenset()
    none_else: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """Everything on the diary's page."""

    about: str
    on: str
    run: str
    runs: tuple[Choice, ...]
    problem: str
    side_open: bool
    sides: tuple[Choice, ...]
    views: tuple[View, ...]
    picked: tuple[str, ...]
    now: tuple[Scale, ...]
    later: tuple[Scale, ...]
    later_open: bool
    signs: tuple[Choice, ...]
    none_else: bool


def show_entry(filled: Filled, *, runs: Sequence[Activity], problem: str = "") -> Entry:
    """Set the form out as it is filled in."""
    about = next((run for run in runs if run.activity_id == filled.run), None)
    return Entry(
        about=_about(about, filled),
        on=filled.on,
        run=filled.run,
        runs=(
            *(_run_choice(run, filled) for run in runs),
            Choice(id=UNRECORDED, said=_("Run, no file"), chosen=filled.run == UNRECORDED),
            Choice(id="", said=_("No run"), chosen=not filled.run),
        ),
        problem=problem,
        side_open=bool(problem) and filled.side not in set(Side),
        sides=tuple(
            Choice(
                id=side.value,
                said=_("Left knee") if side is Side.LEFT else _("Right knee"),
                chosen=side.value == filled.side,
            )
            for side in Side
        ),
        views=tuple(_view(view, filled) for view in VIEWS),
        picked=tuple(_picked(filled)),
        now=tuple(_scale(name, filled) for name in NOW),
        later=tuple(_scale(name, filled) for name in LATER),
        later_open=not filled.run or any(filled.scores.get(name) for name in LATER),
        signs=tuple(_sign(name, filled) for name in (*SIGNS, *ABOUT_RUN)),
        none_else=filled.none_else,
    )


def say_place(side: Side, place: Place) -> str:
    """Say a place of one knee."""
    knee = _("Left knee") if side is Side.LEFT else _("Right knee")
    return f"{knee}: {sentence(f'place.{place.value}')}"


def _about(run: Activity | None, filled: Filled) -> str:
    if run is None:
        return _("A run without a file") if filled.run == UNRECORDED else _("Today, no run")
    minutes = round(run.measured.elapsed_s / 60)
    return f"{say_day(run.on)}, {run.local_start:%H:%M}, " + _("%(minutes)s min") % {"minutes": minutes}


def _run_choice(run: Activity, filled: Filled) -> Choice:
    return Choice(
        id=run.activity_id,
        said=f"{date_format(run.on, 'D')} {run.local_start:%H:%M}",
        chosen=run.activity_id == filled.run,
    )


def _view(view: str, filled: Filled) -> View:
    said = {"front": _("Front"), "outer": _("Outer"), "inner": _("Inner"), "back": _("Back")}
    knees = (
        Knee(
            side=side.value,
            said=say_side(side),
            places=tuple(
                Choice(
                    id=place.value,
                    said=say_place(side, place),
                    chosen=f"{side.value}-{place.value}" in filled.places,
                )
                for place in VIEWS[view]
            ),
        )
        for side in Side
    )
    return View(id=view, said=said[view], knees=tuple(knees))


def _picked(filled: Filled) -> list[str]:
    return [
        say_place(side, place)
        for side in Side
        for place in DRAWN_PLACES
        if f"{side.value}-{place.value}" in filled.places
    ]


def _scale(name: str, filled: Filled) -> Scale:
    said = {
        "during": _("Worst while running"),
        "before": _("Just before the run"),
        "after_60min": _("An hour after"),
        "morning": _("The next morning") if filled.run else _("This morning"),
    }
    words = {0: _("none"), 2: _("slight"), 5: _("medium"), 7: _("strong"), 10: _("worst")}
    chosen = filled.scores.get(name, "")
    steps = [
        ScaleStep(value=str(step), figure=str(step), word=words.get(step, ""), chosen=chosen == str(step))
        for step in range(11)
    ]
    steps.append(ScaleStep(value="unknown", figure="?", word=_("not sure"), chosen=chosen == "unknown"))
    return Scale(name=name, said=said[name], note=_("0 is no pain"), steps=tuple(steps))


def _sign(name: str, filled: Filled) -> Choice:
    said = {
        "swelling": _("Swelling"),
        "locked": _("Locked"),
        "giving_way": _("Gave way"),
        "catching": _("Catching"),
        "night": _("Pain at night"),
        "limp": _("Limped"),
        "painkiller": _("Painkiller"),
    }
    return Choice(id=name, said=said[name], chosen=name in filled.signs)
