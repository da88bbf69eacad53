"""Which sessions there were: three or four runs a week, a jump in volume in new shoes, then less."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import time
from typing import Any

WEEKS = 12
OLD_SHOE = "Harrow Steady 3"
NEW_SHOE = "Harrow Quick"
BIKE = "Blue bike"
LUNCH, EVENING, MORNING = time(12, 20), time(17, 45), time(9, 10)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outing:
    """One session as it was meant.

    Attributes:
        days_ago: Counted back from the day on which the twelve weeks end.
        speed_m_s: On flat ground.
        hilly: On the loop over the hill.
        stop: Waited at a crossing, the watch paused.
        quick: One minute of every five with quicker steps.
    """

    days_ago: int
    at: time
    sport: str
    sub_sport: str
    name: str
    minutes: float
    speed_m_s: float
    gear: str
    hilly: bool = False
    stop: bool = False
    quick: bool = False


def season() -> tuple[Outing, ...]:
    """List all sessions, oldest first."""
    return tuple(sorted([*_runs(), *_others()], key=lambda outing: -outing.days_ago))


def _runs() -> Iterator[Outing]:
    """Seven usual weeks, two of a jump in new shoes, and three with a sore knee."""
    for week in range(7):
        first = (WEEKS - week) * 7
        longer = 1.5 * (week % 4)
        yield run("Easy run", first, 40 + longer, 2.78)
        yield run("Hills", first - 2, 42 + longer, 2.72, hilly=True)
        yield run("Long run", first - 5, 56 + 2 * longer, 2.70, at=MORNING, stop=True)
        if week % 2:
            yield run("Brisk run", first - 3, 32, 3.22)
    yield run("Easy run", 35, 48, 2.80, gear=NEW_SHOE)
    yield run("Hills", 33, 55, 2.75, gear=NEW_SHOE, hilly=True)
    yield run("Brisk run", 31, 44, 3.28, gear=NEW_SHOE)
    yield run("Long run", 29, 78, 2.74, gear=NEW_SHOE, at=MORNING, stop=True)
    yield run("Easy run", 27, 50, 2.80, gear=NEW_SHOE)
    yield run("Hills, twice", 25, 62, 2.74, gear=NEW_SHOE, hilly=True)
    yield run("Brisk run", 24, 40, 3.30, gear=NEW_SHOE)
    yield run("Long run, knee sore on the way down", 22, 86, 2.72, gear=NEW_SHOE, hilly=True, at=MORNING)
    yield run("Easy run, knee again", 19, 41, 2.70, gear=NEW_SHOE)
    yield run("Cut short", 16, 31, 2.66, gear=OLD_SHOE)
    yield run("Trying again", 13, 34, 2.68, gear=OLD_SHOE, stop=True)
    yield run("Calm run", 8, 24, 2.66)
    yield run("Calm run", 5, 25, 2.66)
    yield run("Calm run, quicker steps", 2, 26, 2.68, quick=True)


def run(name: str, days_ago: int, minutes: float, speed_m_s: float, **more: Any) -> Outing:  # noqa: ANN401 - fields.
    """Mean a run: in the evening, in the old shoes, where nothing else is said."""
    usual = Outing(
        days_ago=days_ago,
        at=EVENING,
        sport="running",
        sub_sport="generic",
        name=name,
        minutes=minutes,
        speed_m_s=speed_m_s,
        gear=OLD_SHOE,
    )
    return replace(usual, **more)


def _others() -> Iterator[Outing]:
    """Two rides and a swim in a pool."""
    for days_ago, at, name, minutes in (
        (45, LUNCH, "Round the lake", 75),
        (11, EVENING, "Instead of a run", 50),
    ):
        yield Outing(
            days_ago=days_ago,
            at=at,
            sport="cycling",
            sub_sport="road",
            name=name,
            minutes=minutes,
            speed_m_s=7.0,
            gear=BIKE,
        )
    yield Outing(
        days_ago=9,
        at=LUNCH,
        sport="swimming",
        sub_sport="lap_swimming",
        name="Pool",
        minutes=32,
        speed_m_s=0.78,
        gear="",
    )
