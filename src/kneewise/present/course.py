"""Pain and load on one axis of days, in percent of the drawing: for the report."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise, zip_longest

from django.utils.translation import gettext as _

from kneewise.model.findings import Colour
from kneewise.model.places import Side
from kneewise.model.report import ReportFacts
from kneewise.present.dates import say_date
from kneewise.present.knee import LEAST_TOP, mornings_felt, worst_of_runs
from kneewise.present.words import sentence

GAP_DAYS = 3
"""Mornings farther apart are not joined: nobody knows what lay between."""
LEAST_TOP_MIN = 30
WORDS_OF_DAYS = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A hairline with its word; ``is_limit`` at the end of green."""

    y: float
    label: str
    is_limit: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A run, or a brisk walk, at its worst pain."""

    x: float
    y: float
    colour: str
    is_walk: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PainPanel:
    """One knee: its mornings as points, joined where they are near, and its runs as marks."""

    said: str
    mornings: tuple[tuple[float, float], ...]
    joins: tuple[tuple[tuple[float, float], tuple[float, float]], ...]
    marks: tuple[Mark, ...]
    rules: tuple[Rule, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """The running of one day: where it stands, how wide it is, and how high."""

    x: float
    width: float
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A word at a place of the axis; it reaches to ``until`` where it names a span."""

    x: float
    label: str
    until: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """The whole drawing; every panel has the same days from left to right.

    Attributes:
        phases: Spans of the way back, and ``flags`` the days on which a flag was raised.
    """

    pain: tuple[PainPanel, ...]
    load_said: str
    bars: tuple[Bar, ...]
    load_rules: tuple[Rule, ...]
    days: tuple[Word, ...]
    phases: tuple[Word, ...]
    flags: tuple[Word, ...]


class _Axis:
    """From a day to the middle of its place, in percent."""

    def __init__(self, facts: ReportFacts) -> None:
        self.since, self.on = facts.since, facts.on
        self.count = len(facts.days)

    def x(self, on: date) -> float:
        return round(100 * ((on - self.since).days + 0.5) / self.count, 2)

    def holds(self, on: date) -> bool:
        return self.since <= on <= self.on


def draw_course(facts: ReportFacts) -> Course:
    """Draw the days of a report."""
    axis = _Axis(facts)
    minutes = _minutes(facts)
    top = _top_min(max(minutes.values(), default=0.0))
    sides = facts.seen.sore_sides or tuple(dict.fromkeys(entry.side for entry in facts.seen.entries))
    return Course(
        pain=tuple(_panel(facts, side, axis) for side in sides),
        load_said=_("Running, minutes a day"),
        bars=tuple(_bars(minutes, top, axis)),
        load_rules=tuple(Rule(y=100 - 50.0 * half, label=f"{top / 2 * half:g}") for half in range(3)),
        days=tuple(_days(facts, axis)),
        phases=tuple(_phases(facts, axis)),
        flags=tuple(_flags(facts, axis)),
    )


def _panel(facts: ReportFacts, side: Side, axis: _Axis) -> PainPanel:
    entries = facts.seen.entries
    felt = {on: score for on, score in mornings_felt(entries, side, facts.on).items() if axis.holds(on)}
    worst = {on: said for on, said in worst_of_runs(entries, side).items() if axis.holds(on)}
    top = max([LEAST_TOP, *felt.values(), *(score for score, _walk in worst.values())])
    colours = {one.on: one.colour for one in facts.colours if one.side is side and one.about_run}
    days = sorted(felt)
    place = {on: (axis.x(on), _y(felt[on], top)) for on in days}
    return PainPanel(
        said=_("Pain, %(knee)s, 0 to 10") % {"knee": sentence(f"side.{side.value}")},
        mornings=tuple(place[on] for on in days),
        joins=tuple((place[a], place[b]) for a, b in pairwise(days) if (b - a).days <= GAP_DAYS),
        marks=tuple(
            Mark(x=axis.x(on), y=_y(score, top), colour=_colour(colours, on), is_walk=is_walk)
            for on, (score, is_walk) in sorted(worst.items())
        ),
        rules=tuple(_rules(top, facts.decision.found.pain.green_of(side))),
    )


def _colour(colours: Mapping[date, Colour], on: date) -> str:
    return colours.get(on, Colour.UNKNOWN).value


def _y(score: float, top: int) -> float:
    return round(100 - 100 * score / top, 1)


def _rules(top: int, limit: int) -> Iterator[Rule]:
    yield Rule(y=100, label="0")
    yield Rule(y=_y(limit, top), label=_("limit %(score)s") % {"score": limit}, is_limit=True)
    for score in range(2, top + 1, 2):
        if abs(score - limit) > 1:
            yield Rule(y=_y(score, top), label=str(score))


def _minutes(facts: ReportFacts) -> Mapping[date, float]:
    """Sum up the running of each day; a run of which nobody knows the minutes is in none."""
    days: dict[date, float] = {}
    for run in facts.seen.activities:
        if run.is_run and run.running_min and facts.since <= run.on <= facts.on:
            days[run.on] = days.get(run.on, 0.0) + run.running_min
    return days


def _top_min(most: float) -> int:
    """Choose a round top for the minutes."""
    step = LEAST_TOP_MIN if most <= 4 * LEAST_TOP_MIN else 2 * LEAST_TOP_MIN
    return max(LEAST_TOP_MIN, int(-(-most // step) * step))


def _bars(minutes: Mapping[date, float], top: int, axis: _Axis) -> Iterator[Bar]:
    width = round(100 / axis.count * 0.7, 2)
    for on, ran in sorted(minutes.items()):
        yield Bar(x=round(axis.x(on) - width / 2, 2), width=width, height=round(100 * ran / top, 1))


def _days(facts: ReportFacts, axis: _Axis) -> Iterator[Word]:
    """Name the first day of each week, of so many weeks that the words have room."""
    weeks = axis.count // 7
    each = -(-weeks // WORDS_OF_DAYS)
    for week in range(0, weeks, each):
        on = facts.days[7 * week]
        yield Word(x=round(100 * 7 * week / axis.count, 2), label=say_date(on, "j M"))


def _phases(facts: ReportFacts, axis: _Axis) -> Iterator[Word]:
    for begun, end in zip_longest(facts.phases, (phase.on for phase in facts.phases[1:])):
        start = max(0.0, 100 * (begun.on - axis.since).days / axis.count)
        until = 100.0 if end is None else 100 * (end - axis.since).days / axis.count
        word = sentence(f"phase.{begun.phase.value}")
        yield Word(x=round(start, 2), label=word, until=round(until, 2))


def _flags(facts: ReportFacts, axis: _Axis) -> Iterator[Word]:
    raised = {flag.since for flag in facts.decision.found.safety.flags}
    raised |= {flag.since for flag in facts.past_flags}
    yield from (Word(x=axis.x(on), label="") for on in sorted(raised) if axis.holds(on))
