"""The diary's form: what is asked, and what was filled in."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kneewise.model.activity import Activity
from kneewise.model.answers import UNKNOWN
from kneewise.model.observations import DiaryEntry
from kneewise.model.places import Side
from kneewise.present.dates import say_date
from kneewise.present.words import sentence
from kneewise.web.pages.knees import View, say_knee, say_picked, show_views
from kneewise.web.pages.late import say_late
from kneewise.web.pages.parts import NB, Choice, say_day
from kneewise.web.pages.scale import LATER, NOW, REST, Scale, scale_name, show_scale

UNRECORDED: Final = "unrecorded"
"""A run that no watch wrote down, or whose file is still on its way."""

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

SCORES: Final = (*NOW, *LATER, REST)
ONE_DAY: Final = timedelta(days=1)
FIELDS: Final[Mapping[str, str]] = {
    "activity_id": "run",
    "places": "place",
    "places_other_knee": "place",
    "running_min": "minutes",
    "first_pain_min": "first_pain",
}
"""What the core calls a part, and the field that it came from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What the form may be about: its chip, the line above the page, and what is kept of it already.

    Attributes:
        late: What a run that is too old does with scores; empty of every other.
        later: What is still to come of a run: a line, and what it means; or nothing.
    """

    id: str
    said: str
    line: str
    kept: tuple[str, ...]
    chosen: bool
    late: str = ""
    later: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """A form as it was sent, or as it is first shown.

    Attributes:
        on: The day, where no file tells it.
        minutes: Of running, and ``began`` the time of day, of a run without a file.
        first_pain: Minutes into a run when it first hurt.
        key: Made with the form; what was stored under it is stored.
        told: When it was filled in, where it waited for a connection since.
    """

    on: str = ""
    run: str = ""
    side: str = ""
    minutes: str = ""
    began: str = ""
    first_pain: str = ""
    note: str = ""
    key: str = ""
    told: str = ""
    scores: Mapping[str, str]
    places: frozenset[str] = frozenset()
    signs: frozenset[str] = frozenset()
    none_else: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Slip:
    """What is wrong with a form: a sentence for its head, and the same beside its field."""

    field: str
    said: str
    beside: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """Everything on the diary's page."""

    on: str
    latest: str
    minutes: str
    began: str
    key: str
    told: str
    abouts: tuple[About, ...]
    problem: str
    slips: Mapping[str, str]
    sides: tuple[Choice, ...]
    views: tuple[View, ...]
    picked: tuple[str, ...]
    now: tuple[Scale, ...]
    later: tuple[Scale, ...]
    later_open: bool
    first_pain: str
    note: str
    more_open: bool
    rest: Scale
    signs: tuple[Choice, ...]
    none_else: bool
    is_off: bool
    has_late: bool


def show_entry(
    filled: Filled,
    *,
    runs: Sequence[Activity],
    at: datetime,
    entries: Sequence[DiaryEntry] = (),
    slip: Slip | None = None,
    is_off: bool = False,
) -> Entry:
    """Set the form out as it is filled in.

    Args:
        filled: What was sent, or what is shown first.
        runs: The runs that it may be about.
        at: Now; no later day may be told of.
        entries: The merged diary.
        slip: What is wrong with it.
        is_off: Whether a stop is in force.
    """
    slips = {slip.field: slip.beside} if slip and slip.field else {}
    scales = {
        name: show_scale(name, filled.scores.get(name, ""), entries, slip=slips.get(name, ""))
        for name in SCORES
    }
    abouts = tuple(_abouts(filled, runs, entries, at))
    return Entry(
        on=filled.on,
        latest=str(at.date()),
        minutes=filled.minutes,
        began=filled.began,
        key=filled.key,
        told=filled.told,
        abouts=abouts,
        problem=slip.said if slip else "",
        slips=slips,
        sides=tuple(
            Choice(id=side.value, said=say_knee(side), chosen=side.value == filled.side) for side in Side
        ),
        views=show_views(filled.places),
        picked=say_picked(filled.places),
        now=tuple(scales[name] for name in NOW),
        later=tuple(scales[name] for name in LATER),
        later_open=any(filled.scores.get(name) or name in slips for name in LATER)
        or any(entry.during for entry in of_run(entries, filled.run)),
        first_pain=filled.first_pain,
        note=filled.note,
        more_open=bool(filled.first_pain or filled.note or "first_pain" in slips),
        rest=scales[REST],
        signs=tuple(_sign(name, filled) for name in (*SIGNS, *ABOUT_RUN)),
        none_else=filled.none_else,
        is_off=is_off,
        has_late=any(about.late for about in abouts),
    )


def find_slip(field: str, said: str) -> Slip:
    """Say what is wrong in the words of the page; where the page itself found it, as it said it."""
    name = FIELDS.get(field, field)
    own = {
        "on": _("Give a day up to today."),
        "run": _("Choose the run again: this one is not among yours."),
        "place": _("Touch the places on the drawing."),
        **dict.fromkeys(SCORES, _("Choose a step from 0 to 10, or “not sure”.")),
    }
    beside = own.get(name, said)
    whole = f"{scale_name(name)}: {beside}" if name in SCORES else beside
    return Slip(field=name, said=whole, beside=beside)


def say_scores(said: Mapping[str, int | None]) -> str:
    """Say scores one after another; a figure never leaves its word."""
    return ", ".join(
        f"{sentence(f'score.{name}')}{NB}{'?' if score is None else score}" for name, score in said.items()
    )


def of_run(entries: Iterable[DiaryEntry], run: str) -> list[DiaryEntry]:
    """Find what the diary holds of a run, one entry for each knee."""
    return [one for one in entries if one.activity is not None and one.activity.activity_id == run]


def lacks(told: Sequence[DiaryEntry], *names: str) -> tuple[str, ...]:
    """Name what is not told yet of a run, of any knee that anything is told of."""
    return tuple(name for name in names if not told or any(getattr(one, name) is None for one in told))


def is_not_known(told: Sequence[DiaryEntry], name: str) -> bool:
    """Whether a part of a run was not told, or as "not sure", of any knee that anything is told of."""
    said = [getattr(one, name) for one in told]
    return not said or any(one is None or one is UNKNOWN or getattr(one, "value", 0) is None for one in said)


def _abouts(
    filled: Filled, runs: Sequence[Activity], entries: Sequence[DiaryEntry], at: datetime
) -> Iterable[About]:
    for run in runs:
        minutes = _("%(minutes)s min") % {"minutes": round(run.measured.elapsed_s / 60)}
        told = of_run(entries, run.activity_id)
        lacking = lacks(told, *LATER)
        late = say_late(run, at, lacks_morning="morning" in lacking)
        yield About(
            id=run.activity_id,
            said=say_date(run.on, "D j M").replace(" ", NB),
            line=f"{say_day(run.on)}, {run.local_start:%H:%M}, {minutes}",
            kept=tuple(filter(None, map(_kept, told))),
            chosen=run.activity_id == filled.run,
            late=late,
            later=() if late or not lacking else _to_come(lacking, is_today=at.date() < run.on + ONE_DAY),
        )
    yield About(
        id=UNRECORDED,
        said=_("Run, no file"),
        line=_("A run without a file"),
        kept=(),
        chosen=filled.run == UNRECORDED,
        later=_to_come(LATER, is_today=True),
    )
    yield About(id="", said=_("No run"), line=_("A day without a run"), kept=(), chosen=not filled.run)


def _to_come(lacking: Sequence[str], *, is_today: bool) -> tuple[str, str]:
    """Say what is still to come of a run, and what it gives."""
    count = len(lacking)
    if is_today:
        title = ngettext("One more score comes later", "Two more scores come later", count)
    else:
        title = ngettext("One score is still missing", "Two scores are still missing", count)
    if count > 1:
        return title, _("An hour after the run, and the next morning. The run gets its colour then.")
    if "morning" in lacking:
        return title, _("The next morning. The run gets its colour then.")
    return title, _("An hour after the run. It gets its colour then.")


def _kept(entry: DiaryEntry) -> str:
    """Say which scores are kept of a run already, for one knee; nothing where none is."""
    timed = {
        "before": entry.before,
        "during": entry.during,
        "after_60min": entry.after_60min,
        "morning": entry.morning,
    }
    scores = {name: score.value for name, score in timed.items() if score is not None}
    if not scores:
        return ""
    knee = sentence(f"side.{entry.side.value}")
    return _("Kept so far, %(knee)s: %(scores)s.") % {"knee": knee, "scores": say_scores(scores)}


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
