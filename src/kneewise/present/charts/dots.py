"""Every run of one question as a dot: the amount to the right, pain upwards; geometry for a small chart."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from django.utils.translation import gettext as _

from kneewise.model.insight import Asked, Insight, Point
from kneewise.model.lengths import unit_m
from kneewise.present.charts.clock import say_clock
from kneewise.present.charts.shapes import AxisTick, Line
from kneewise.present.insights import say_answer, say_count
from kneewise.present.words import say_decimal, sentence

LEAST_TOP = 4
"""The chart reaches up to this pain at least, so that small ones are drawn small."""
ROOM = 6.0
"""Percent on both sides, so that no dot stands on the edge."""
SIDE_BY_SIDE = 2.4
"""Percent between dots of one amount and one score, which would else be one dot; they take ``MOST_WIDE``."""
MOST_WIDE = 40.0
PLACES = {0.0: 27.0, 1.0: 73.0}
"""Where the runs without it, and those with it, stand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DotChart:
    """Dots for runs that are compared, rings for those after a painkiller; places in percent.

    Attributes:
        below: What the amounts are, in words.
    """

    sentence: str
    discs: tuple[tuple[float, float], ...]
    rings: tuple[tuple[float, float], ...]
    grid: tuple[Line, ...]
    axis: tuple[AxisTick, ...]
    below: str


def draw_dots(answer: Insight, *, miles: bool = False) -> DotChart | None:
    """Draw the runs of one answer; ``None`` where there is none."""
    if not answer.points:
        return None
    top = max(LEAST_TOP, *(one.score_0_10 for one in answer.points)) + 0.5
    places = _spread(answer.points, _placed(answer))
    marks = [
        (one.counts, (round(x, 1), round(100 - 100 * one.score_0_10 / top, 1)))
        for one, x in zip(answer.points, places, strict=True)
    ]
    return DotChart(
        sentence=f"{say_answer(answer)} {say_count(answer)}.",
        discs=tuple(place for counts, place in marks if counts),
        rings=tuple(place for counts, place in marks if not counts),
        grid=tuple(Line(y=round(100 - 100 * at / top, 1), label=str(at)) for at in range(0, int(top) + 1, 2)),
        axis=tuple(_kinds() if answer.asked.is_either else _ends(answer, miles=miles)),
        below=_below(answer, miles=miles),
    )


def _spread(points: Sequence[Point], placed: Callable[[float], float]) -> list[float]:
    """Set dots that would stand on one another side by side."""
    alike: dict[tuple[float, int], list[int]] = defaultdict(list)
    for at, one in enumerate(points):
        alike[one.amount, one.score_0_10].append(at)
    found = [0.0] * len(points)
    for (amount, _score), stand in alike.items():
        step = min(SIDE_BY_SIDE, MOST_WIDE / len(stand))
        for number, at in enumerate(stand):
            beside = placed(amount) + step * (number - (len(stand) - 1) / 2)
            found[at] = min(100.0, max(0.0, beside))
    return found


def _placed(answer: Insight) -> Callable[[float], float]:
    if answer.asked.is_either:
        return PLACES.__getitem__
    low, high = _span(answer)
    return lambda amount: 50.0 if high == low else ROOM + (100 - 2 * ROOM) * (amount - low) / (high - low)


def _span(answer: Insight) -> tuple[float, float]:
    amounts = [one.amount for one in answer.points]
    return min(amounts), max(amounts)


def _kinds() -> Iterator[AxisTick]:
    yield AxisTick(x=PLACES[0.0], label=_("without"), anchor="middle")
    yield AxisTick(x=PLACES[1.0], label=_("with"), anchor="middle")


def _ends(answer: Insight, *, miles: bool) -> Iterator[AxisTick]:
    """Name the least and the greatest amount."""
    low, high = _span(answer)
    say = _say(answer.asked, miles=miles)
    if low == high:
        yield AxisTick(x=50.0, label=say(low), anchor="middle")
        return
    yield AxisTick(x=ROOM, label=say(low), anchor="start")
    yield AxisTick(x=100 - ROOM, label=say(high), anchor="end")


def _say(asked: Asked, *, miles: bool) -> Callable[[float], str]:
    if asked is Asked.PACE:
        return partial(_say_pace, unit_m=unit_m(miles=miles))
    places = 1 if asked in {Asked.SLEEP_HOURS, Asked.LONGEST} else 0
    return lambda amount: say_decimal(f"{amount:.{places}f}")


def _say_pace(speed_m_s: float, *, unit_m: float) -> str:
    return say_clock(unit_m / speed_m_s) if speed_m_s > 0 else ""


def _below(answer: Insight, *, miles: bool) -> str:
    key = "pace_miles" if answer.asked is Asked.PACE and miles else answer.asked.value
    return sentence(f"insight.below.{key}", subject=answer.subject)
