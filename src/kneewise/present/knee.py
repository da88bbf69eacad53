"""The knee so far: each morning as a line and each run as a mark at its worst, over days."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kneewise.model.findings import Colour
from kneewise.model.observations import DiaryEntry
from kneewise.model.places import Side
from kneewise.model.plan import RunColour
from kneewise.present.dates import say_date
from kneewise.present.words import sentence

DAYS = 42
LEAST_TOP = 6
"""Small pain shall look small: the scale never ends below this score."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreLine:
    """A hairline at a score, with its word in the margin; ``is_limit`` at the end of green."""

    y: float
    label: str
    is_limit: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RunMark:
    """A run, or a brisk walk, at its worst pain, as the shape of its colour."""

    x: float
    y: float
    colour: Colour
    is_walk: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DayWord:
    """A day below the chart."""

    x: float
    label: str
    anchor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KneeChart:
    """One knee over days; ``points`` is the line of the mornings in a box of 100 by 100.

    Attributes:
        sentence: What is drawn, for those who do not see it.
        caption: What the line and the marks are.
    """

    sentence: str
    caption: str
    side: Side
    points: str
    lines: tuple[ScoreLine, ...]
    marks: tuple[RunMark, ...]
    days: tuple[DayWord, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Frame:
    """From a day and a score to a place, in percent."""

    first: date
    last: date
    top: int

    def x(self, on: date) -> float:
        return round(100 * (on - self.first).days / (self.last - self.first).days, 2)

    def y(self, score: float) -> float:
        return round(100 - 100 * score / self.top, 2)


def draw_knees(
    entries: Sequence[DiaryEntry],
    colours: Iterable[RunColour],
    *,
    on: date,
    limit_of: Callable[[Side], int],
) -> tuple[KneeChart, ...]:
    """Draw each knee of which two days are known, the one that was logged last first.

    Args:
        entries: The merged diary.
        colours: Of its runs and mornings.
        on: The last day of the chart.
        limit_of: Gives the highest score that is still green, of a knee.
    """
    lately = [entry for entry in entries if on - timedelta(days=DAYS) <= entry.on <= on]
    newest = sorted(lately, key=lambda entry: entry.on, reverse=True)
    sides = dict.fromkeys(entry.side for entry in newest)
    every = tuple(colours)
    drawn = (_draw(lately, side, every, on=on, limit=limit_of(side)) for side in sides)
    return tuple(chart for chart in drawn if chart)


def _draw(
    lately: Sequence[DiaryEntry], side: Side, colours: Iterable[RunColour], *, on: date, limit: int
) -> KneeChart | None:
    mornings = mornings_felt(lately, side, on)
    worst = worst_of_runs(lately, side)
    days = sorted({*mornings, *worst})
    if len(days) < 2:
        return None
    top = max(LEAST_TOP, *mornings.values(), *(score for score, _walk in worst.values()))
    frame = _Frame(first=days[0], last=on, top=top)
    own = sorted((one for one in colours if one.side is side), key=lambda one: one.about_run)
    colour_of = {one.on: one.colour for one in own}
    marks = tuple(
        RunMark(x=frame.x(day), y=frame.y(score), colour=colour_of.get(day, Colour.UNKNOWN), is_walk=is_walk)
        for day, (score, is_walk) in sorted(worst.items())
    )
    return KneeChart(
        sentence=_say(mornings, marks, frame),
        caption=_caption(marks),
        side=side,
        points=" ".join(f"{frame.x(day)},{frame.y(score)}" for day, score in sorted(mornings.items())),
        lines=tuple(_lines(frame, limit)),
        marks=marks,
        days=_words(frame),
    )


def worst_of_runs(entries: Iterable[DiaryEntry], side: Side) -> dict[date, tuple[int, bool]]:
    """Find the worst pain of each day with a run, of two runs the higher; else of its brisk walk."""
    found: dict[date, tuple[int, bool]] = {}
    for entry in entries:
        score = entry.during
        if entry.side is side and entry.about_run and score is not None and score.value is not None:
            own = (score.value, entry.walked_min is not None)
            found[entry.on] = max(own, found.get(entry.on, own), key=lambda one: (not one[1], one[0]))
    return found


def mornings_felt(entries: Iterable[DiaryEntry], side: Side, on: date) -> dict[date, int]:
    """Find each morning's score on the day it was felt; of two the higher."""
    found: dict[date, int] = {}
    for entry in entries:
        score = entry.morning
        if entry.side is side and score is not None and score.value is not None:
            day = entry.on + timedelta(days=entry.about_run)
            if day <= on:
                found[day] = max(score.value, found.get(day, 0))
    return found


def _lines(frame: _Frame, limit: int) -> Iterable[ScoreLine]:
    for score in range(0, frame.top + 1, 2):
        # A word needs room: the limit's own stands instead of a neighbour's.
        if abs(score - limit) > 1 or score == limit:
            is_limit = score == limit
            label = _("limit %(score)s") % {"score": score} if is_limit else str(score)
            yield ScoreLine(y=frame.y(score), label=label, is_limit=is_limit)
    if limit % 2:
        label = _("limit %(score)s") % {"score": limit}
        yield ScoreLine(y=frame.y(limit), label=label, is_limit=True)


def _words(frame: _Frame) -> tuple[DayWord, ...]:
    middle = frame.first + (frame.last - frame.first) // 2
    named = [DayWord(x=0, label=say_date(frame.first, "j M"), anchor="start")]
    if (frame.last - frame.first).days >= 6:
        named.append(DayWord(x=frame.x(middle), label=say_date(middle, "j M"), anchor="middle"))
    return (*named, DayWord(x=100, label=say_date(frame.last, "j M"), anchor="end"))


def _say(mornings: dict[date, int], marks: Sequence[RunMark], frame: _Frame) -> str:
    said = []
    if mornings:
        days = sorted(mornings)
        said.append(
            _("Morning pain: %(first)s of 10 on %(day)s, %(last)s on %(end)s.")
            % {
                "first": mornings[days[0]],
                "day": say_date(days[0], "j F"),
                "last": mornings[days[-1]],
                "end": say_date(days[-1], "j F"),
            }
        )
    if marks:
        worst = max(round(frame.top * (100 - mark.y) / 100) for mark in marks)
        pain = ngettext(
            "%(what)s, worst pain %(worst)s of 10: %(colours)s.",
            "%(what)s, worst pain up to %(worst)s of 10: %(colours)s.",
            len(marks),
        )
        said.append(pain % {"what": _say_marks(marks), "worst": worst, "colours": _counted(marks)})
    return " ".join(said)


def _say_marks(marks: Sequence[RunMark]) -> str:
    """Count the runs, and the brisk walks among the marks by themselves."""
    walks = sum(mark.is_walk for mark in marks)
    runs = len(marks) - walks
    said_runs = ngettext("%(count)s run", "%(count)s runs", runs) % {"count": runs}
    said_walks = ngettext("%(count)s brisk walk", "%(count)s brisk walks", walks) % {"count": walks}
    if runs and walks:
        return _("%(runs)s and %(walks)s") % {"runs": said_runs, "walks": said_walks}
    return said_runs if runs else said_walks


def _caption(marks: Sequence[RunMark]) -> str:
    line = _("Pain from 0 to 10. The line is each morning.")
    if not marks:
        return line
    if any(mark.is_walk for mark in marks):
        return f"{line} {_('The marks are the runs, the small ones brisk walks, at their worst.')}"
    return f"{line} {_('The marks are the runs, at their worst.')}"


def _counted(marks: Sequence[RunMark]) -> str:
    counts = {colour: sum(mark.colour is colour for mark in marks) for colour in Colour}
    return ", ".join(
        f"{count} {sentence(f'colour.{colour.value}')}" for colour, count in counts.items() if count
    )
