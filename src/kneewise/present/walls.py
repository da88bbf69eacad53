"""Knee-to-wall over time: how far each knee reaches over its foot, as geometry for a small chart."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil, floor

from django.utils.translation import gettext as _

from kneewise.model.diary import TestResult
from kneewise.model.places import Side
from kneewise.present.dates import say_date
from kneewise.present.words import figure

ROOM_CM = 2
"""Above the farthest reach, so that no mark stands on the edge."""
FLOOR_CM = 5
"""The chart begins here: nearly every knee reaches so far. A shorter reach is drawn all the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WallLine:
    """A hairline at a distance; ``is_limit`` where no drill is needed from."""

    y: float
    label: str
    is_limit: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class WallMark:
    """One test, in percent."""

    x: float
    y: float


@dataclass(frozen=True, slots=True, kw_only=True)
class WallSide:
    """The tests of one side; ``points`` joins them in a box of 100 by 100."""

    side: Side
    points: str
    marks: tuple[WallMark, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WallChart:
    """Both sides over days; ``sentence`` says it to those who do not see it."""

    sentence: str
    lines: tuple[WallLine, ...]
    sides: tuple[WallSide, ...]
    first: str
    last: str


def draw_walls(tests: Sequence[TestResult], *, limit_cm: float) -> WallChart | None:
    """Draw the tests; ``None`` until they are of two days.

    Args:
        tests: With their distances, oldest first.
        limit_cm: How far a knee reaches that needs no drill.
    """
    days = sorted({one.on for one in tests})
    if len(days) < 2:
        return None
    top = ceil(max(limit_cm, *(one.distance_cm or 0 for one in tests))) + ROOM_CM
    low = min(FLOOR_CM, *(floor(one.distance_cm or 0) - 1 for one in tests))
    sides = tuple(
        _side(side, tests, days, low=low, top=top) for side in Side if any(one.side is side for one in tests)
    )
    return WallChart(
        sentence=" ".join(_sentences(tests, limit_cm)),
        lines=tuple(_lines(limit_cm, low, top)),
        sides=sides,
        first=say_date(days[0], "j M"),
        last=say_date(days[-1], "j M"),
    )


def _side(
    side: Side, tests: Sequence[TestResult], days: Sequence[date], *, low: float, top: float
) -> WallSide:
    own = [one for one in tests if one.side is side]
    span = (days[-1] - days[0]).days
    marks = tuple(
        WallMark(
            x=round(100 * (one.on - days[0]).days / span, 2),
            y=_y(one.distance_cm or 0, low, top),
        )
        for one in own
    )
    return WallSide(side=side, points=" ".join(f"{one.x},{one.y}" for one in marks), marks=marks)


def _y(cm: float, low: float, top: float) -> float:
    return round(100 - 100 * (cm - low) / (top - low), 2)


def _lines(limit_cm: float, low: float, top: float) -> Iterator[WallLine]:
    for cm, is_limit in ((float(low), False), (limit_cm, True)):
        label = _("%(cm)s cm") % {"cm": figure(cm)}
        yield WallLine(y=_y(cm, low, top), label=label, is_limit=is_limit)


def _sentences(tests: Sequence[TestResult], limit_cm: float) -> Iterator[str]:
    for side in Side:
        own = [one for one in tests if one.side is side]
        if own:
            said = _("%(ankle)s: %(first)s cm on %(first_on)s, %(last)s cm on %(last_on)s.")
            yield said % {
                "ankle": _("Left ankle") if side is Side.LEFT else _("Right ankle"),
                "first": figure(own[0].distance_cm),
                "first_on": say_date(own[0].on, "j F"),
                "last": figure(own[-1].distance_cm),
                "last_on": say_date(own[-1].on, "j F"),
            }
    yield _("From %(cm)s cm on both sides the drill is optional.") % {"cm": figure(limit_cm)}
