"""What is counted of 26 weeks, settled before anybody was asked what to do (docs/virtual-runners.md)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from bench.virtual_runners.model import RECOVERED, WEEKS, Traits
from bench.virtual_runners.season import Day

RED_DURING_0_10: Final = 5.5
"""Pain of a run that is told as 6 or more, where nothing is told wrongly."""
RED_MORNING_UP_0_10: Final = 3.0
USUAL: Final = 0.95
"""Of the usual minutes of a week, what counts as usual volume."""
HURT_AGAIN: Final = 0.10
"""Share of capacity, above the least that the injury had come down to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What came of one runner.

    Attributes:
        red_days: Days with a pain of 6 or more in a run, a limp, or a morning three points above that before.
        days_to_usual: The day at whose end usual volume has been run for two weeks; ``None`` for never.
        days_to_usual_without_red: The same, those two weeks without a red day.
        weeks_lost: Usual weeks of running that were not run.
        hurt_again: Whether the injury grew again by a tenth of capacity.
        recovered: Whether the knee had recovered at the end.
    """

    red_days: int
    days_to_usual: int | None
    days_to_usual_without_red: int | None
    weeks_lost: float
    hurt_again: bool
    recovered: bool


def judge(traits: Traits, days: Sequence[Day]) -> Outcome:
    """Count what came of one runner's days."""
    reds = [_is_red(days, number) for number in range(len(days))]
    usual_min = USUAL * traits.usual_week_min
    held = [end for end in range(13, len(days)) if _is_usual(days, end, usual_min)]
    quiet = [end for end in held if not any(reds[end - 13 : end + 1])]
    return Outcome(
        red_days=sum(reds),
        days_to_usual=held[0] + 1 if held else None,
        days_to_usual_without_red=quiet[0] + 1 if quiet else None,
        weeks_lost=_weeks_lost(traits, days),
        hurt_again=_grew_again(days),
        recovered=days[-1].deficit <= RECOVERED,
    )


def _is_red(days: Sequence[Day], number: int) -> bool:
    day = days[number]
    hurt = day.during_0_10 is not None and day.during_0_10 >= RED_DURING_0_10
    rose = number > 0 and day.morning_0_10 - days[number - 1].morning_0_10 >= RED_MORNING_UP_0_10
    return hurt or day.limp or rose


def _is_usual(days: Sequence[Day], end: int, usual_min: float) -> bool:
    """Say whether each of the two weeks that end with a day held usual volume."""
    weeks = (days[end - 13 : end - 6], days[end - 6 : end + 1])
    return all(sum(day.run_min for day in week) >= usual_min for week in weeks)


def _weeks_lost(traits: Traits, days: Sequence[Day]) -> float:
    """Add up what is missing of each week; more than usual in one makes up for nothing in another."""
    weeks = (days[7 * week : 7 * week + 7] for week in range(WEEKS))
    shares = (sum(day.run_min for day in week) / traits.usual_week_min for week in weeks)
    return sum(max(0.0, 1 - share) for share in shares)


def _grew_again(days: Sequence[Day]) -> bool:
    least = days[0].deficit
    for day in days:
        least = min(least, day.deficit)
        if day.deficit - least >= HURT_AGAIN:
            return True
    return False
