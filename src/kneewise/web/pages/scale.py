"""A scale: eleven steps and "not sure", with what is usual for the knee beside its name."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median_low
from typing import Final

from django.utils.translation import gettext as _

from kneewise.model.observations import DiaryEntry
from kneewise.model.places import Side

NOW: Final = ("during", "before")
LATER: Final = ("after_60min", "morning")
REST: Final = "this_morning"
"""The morning of a day without a run, in a field of its own: it is not the morning after one."""

LATELY: Final = 7
"""What is usual is the middle of the last so many scores, of at least three."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScaleStep:
    """One of the twelve places of a scale."""

    value: str
    figure: str
    word: str
    chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ScaleNote:
    """What stands beside the name; ``side`` is the knee it holds for, empty for both."""

    side: str
    said: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """Eleven steps and "not sure"; ``slip`` is what is wrong with what was sent."""

    name: str
    said: str
    notes: tuple[ScaleNote, ...]
    steps: tuple[ScaleStep, ...]
    slip: str = ""


def show_scale(name: str, chosen: str, entries: Sequence[DiaryEntry], *, slip: str = "") -> Scale:
    """Set out one scale as it is filled in."""
    return plain_scale(name, scale_name(name), chosen, slip=slip, notes=_notes(name, entries))


def plain_scale(
    name: str,
    said: str,
    chosen: str,
    *,
    slip: str = "",
    notes: tuple[ScaleNote, ...] | None = None,
    words: Mapping[int, str] | None = None,
) -> Scale:
    """Set out a scale, of pain where no ``words`` of its own say what its steps are."""
    words = words or {0: _("none"), 2: _("slight"), 5: _("medium"), 7: _("strong"), 10: _("worst")}
    steps = [
        ScaleStep(value=str(step), figure=str(step), word=words.get(step, ""), chosen=chosen == str(step))
        for step in range(11)
    ]
    steps.append(ScaleStep(value="unknown", figure="?", word=_("not sure"), chosen=chosen == "unknown"))
    beside = (ScaleNote(side="", said=_("0 is no pain")),) if notes is None else notes
    return Scale(name=name, said=said, notes=beside, steps=tuple(steps), slip=slip)


def scale_name(name: str) -> str:
    """Call a score what the page calls it."""
    said: Mapping[str, str] = {
        "during": _("Worst while running"),
        "before": _("Just before the run"),
        "after_60min": _("An hour after"),
        "morning": _("The next morning"),
        REST: _("In the morning"),
    }
    return said[name]


def _notes(name: str, entries: Sequence[DiaryEntry]) -> tuple[ScaleNote, ...]:
    plain = _("0 is no pain")
    usual = {side: _usual(name, [entry for entry in entries if entry.side is side]) for side in Side}
    if all(score is None for score in usual.values()):
        return (ScaleNote(side="", said=plain),)
    return tuple(
        ScaleNote(side=side.value, said=plain if score is None else _("Usually %(score)s") % {"score": score})
        for side, score in usual.items()
    )


def _usual(name: str, entries: Sequence[DiaryEntry]) -> int | None:
    """Say what is usual: a morning as the plan counts it, before a run the middle of the last scores."""
    if name in {"morning", REST}:
        return entries[-1].usual_morning if entries else None
    if name != "before":
        return None
    scores = list(_known(entry.before.value for entry in entries if entry.before is not None))[-LATELY:]
    return median_low(scores) if len(scores) >= 3 else None


def _known(scores: Iterable[int | None]) -> Iterable[int]:
    return (score for score in scores if score is not None)
