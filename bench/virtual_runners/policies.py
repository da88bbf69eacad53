"""Three ways back that need no program: the guide to the letter, rest and then return, and carrying on.

Each sees what a runner could tell and nothing of the knee's numbers. What the words leave open was settled
here before any of them was run, and docs/virtual-runners.md lists it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from bench.virtual_runners.model import (
    Traits,
    ache_0_10,
    after_hour_0_10,
    after_load,
    after_night,
    injured,
    pain_0_10,
    told_0_10,
)
from bench.virtual_runners.season import UNBEARABLE_0_10, Doing, Told

WEEK: Final = 7
CLINICIAN_AFTER_DAYS: Final = 7
"""Whoever is to see a clinician is seen after so many days, and hears that running may go on."""
ABOVE_0_10: Final = 7
"""A pain above this, once, sends the runner to a clinician (the guide)."""

GUIDE_SHARE: Final = 0.6
"""The guide cuts 30 to 50 %: the middle of it."""
GUIDE_DAYS: Final = 14
"""For one to two weeks: the longer."""
GUIDE_GROWTH: Final = 1.1
GUIDE_WARM_UP_MIN: Final = 9.0

QUIET_MORNING_0_10: Final = 1
"""A morning with no more than this is free of pain, as far as scores can tell."""
QUIET_DAYS: Final = 7
RETURN_SHARES: Final = (0.5, 0.75)
"""Of the usual run, in the first and second week after resting."""
REST_AGAIN_0_10: Final = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What a runner knows on the first day: the usual running, and how the last usual run went."""

    usual_run_min: float
    weekdays: tuple[int, ...]
    before: int
    during: int
    after_60min: int
    morning_after: int
    limp: bool


def known_of(traits: Traits) -> Known:
    """Let a runner tell how a usual run went on the knee of the first day."""
    knee = injured(traits)
    during = pain_0_10(traits, knee, traits.usual_run_min)
    after = after_load(traits, knee, traits.usual_run_min)
    return Known(
        usual_run_min=traits.usual_run_min,
        weekdays=traits.weekdays,
        before=told_0_10(ache_0_10(traits, knee)),
        during=told_0_10(during),
        after_60min=told_0_10(after_hour_0_10(traits, knee, after)),
        morning_after=told_0_10(ache_0_10(traits, after_night(traits, after))),
        limp=during >= traits.limp_from_0_10,
    )


def usual(known: Known, day: int, share: float = 1.0, *, warm_up_min: float = 0.0) -> Doing:
    """Give a share of the usual run on a usual day."""
    if day % WEEK not in known.weekdays:
        return Doing()
    return Doing(run_min=share * known.usual_run_min, walk_min=warm_up_min)


class CarryOn:
    """The usual running, unless it cannot be borne."""

    def __init__(self, known: Known) -> None:
        self._known = known

    def plan(self, day: int, morning_0_10: int) -> Doing:
        """Run as usual."""
        return Doing() if morning_0_10 >= UNBEARABLE_0_10 else usual(self._known, day)

    def hear(self, day: int, told: Told) -> None:
        """Heed nothing."""


class RestThenReturn:
    """No running until the knee is free of pain for a week, then back to the usual in two weeks."""

    def __init__(self, known: Known) -> None:
        self._known = known
        self._quiet = 0
        self._back_on: int | None = None

    def plan(self, day: int, morning_0_10: int) -> Doing:
        """Rest, or run the share of the week after resting."""
        self._quiet = self._quiet + 1 if morning_0_10 <= QUIET_MORNING_0_10 else 0
        if self._back_on is None and self._quiet >= QUIET_DAYS:
            self._back_on = day
        if self._back_on is None:
            return Doing()
        week = (day - self._back_on) // WEEK
        return usual(self._known, day, RETURN_SHARES[week] if week < len(RETURN_SHARES) else 1.0)

    def hear(self, day: int, told: Told) -> None:  # noqa: ARG002  # Every policy is told the day.
        """Rest again after a run that hurt."""
        if told.during is not None and told.during >= REST_AGAIN_0_10:
            self._back_on, self._quiet = None, 0


class GuideToTheLetter:
    """Two weeks of less, then ten percent more each week; above 7 no running until a clinician was seen."""

    def __init__(self, known: Known) -> None:
        self._known = known
        self._began_on = 0

    def plan(self, day: int, morning_0_10: int) -> Doing:
        """Run the share of the week."""
        self._stop_above_7(day, morning_0_10)
        if day < self._began_on:
            return Doing()
        grown = max(0, (day - self._began_on - GUIDE_DAYS) // WEEK + 1)
        share = min(1.0, GUIDE_SHARE * GUIDE_GROWTH**grown)
        return usual(self._known, day, share, warm_up_min=GUIDE_WARM_UP_MIN)

    def hear(self, day: int, told: Told) -> None:
        """Stop above 7."""
        self._stop_above_7(day, max(told.before, told.during or 0))

    def _stop_above_7(self, day: int, score_0_10: int) -> None:
        if score_0_10 > ABOVE_0_10:
            self._began_on = max(self._began_on, day + CLINICIAN_AFTER_DAYS)
