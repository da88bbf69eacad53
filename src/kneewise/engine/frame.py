"""What the fold knows beside the diary: the usual running, the calm cuts, every run's load."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from kneewise.engine.house import HouseNumbers
from kneewise.engine.numbers import Numbers
from kneewise.guide import step4_strength
from kneewise.model.diary import days_ill
from kneewise.model.evidence import Number
from kneewise.model.findings import Assessment
from kneewise.model.observations import Observations
from kneewise.model.plan import PLAN_DAYS
from kneewise.model.runner import GrowthPace, weekdays_named
from kneewise.model.sport import Sport

DEEPEST = 3
"""The depth of Calm that is walking only."""
UNSWAPPED = DEEPEST - 1
"""The depth from which on no run of Calm goes to bike or pool."""

Loads = Mapping[date, tuple[float, ...]]
"""Running minutes of every run of a day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What stays the same through the fold.

    Attributes:
        cuts: Shares 0-1 taken off in Calm, by depth; the deepest is walking only.
        usual_days: Whole running days of a usual week: the nearest number, of two the lower, one at least.
        weekdays: The days of the week, 0 for Monday, on which the runner wants to run.
        loads: Running minutes of every run of a day, before the plan and in it.
        run_days: Days with a run or a court or team game: what runs are spaced by.
        game_days: Those of them without a run.
        ran_days: Days with a run alone, in order: what ends a gap.
        file_days: Days with a run that is a session, of a file or told with its minutes, in order.
        first_start: When the first run of a day began that a file tells of, and ``first_game`` the same of a
            court or team game.
        ill_days: Days on which the runner was ill; an illness that lasts takes the week to come as well.
        strength: The numbers and exercises of step 4.
    """

    seen: Observations
    found: Assessment
    numbers: Numbers
    cuts: tuple[float, ...]
    usual_min: float | None
    usual_week_min: float | None
    usual_m: float | None
    usual_days: int
    weekdays: frozenset[int]
    loads: Loads
    run_days: frozenset[date]
    game_days: frozenset[date]
    ran_days: tuple[date, ...]
    file_days: tuple[date, ...]
    first_start: Mapping[date, datetime]
    first_game: Mapping[date, datetime]
    ill_days: frozenset[date]
    cadence_after_days: timedelta
    cadence_first_days: timedelta
    strength: step4_strength.Numbers

    @property
    def plan_days(self) -> int:
        """Running days that a week of the plan can have: the usual ones, and each third day stays free."""
        return min(self.usual_days, PLAN_DAYS - PLAN_DAYS // 3)

    @property
    def prefers_swaps(self) -> bool:
        """Whether the calm weeks are made lighter by giving runs to bike or pool."""
        return self.found.load.swap_runs > 0

    @property
    def week_more_percent(self) -> Number:
        """The weekly growth that the runner chose."""
        if self.seen.settings.growth_pace is GrowthPace.EVIDENCE:
            return self.numbers.week_more_evidence_percent
        return self.numbers.week_more_percent

    @property
    def week_growth(self) -> float:
        """The same as a factor."""
        return 1 + self.week_more_percent.value / 100


def week_before(days: AbstractSet[date], on: date) -> list[date]:
    """List those of some days that lie in the seven that end with a day, itself left out."""
    week = (on - timedelta(days=back) for back in range(6, 0, -1))
    return [day for day in week if day in days]


def frame_of(seen: Observations, found: Assessment, numbers: HouseNumbers) -> Frame:
    """Gather it from one day's observations."""
    baseline = seen.baseline
    loads: dict[date, tuple[float, ...]] = {}
    first_start: dict[date, datetime] = {}
    first_game: dict[date, datetime] = {}
    for one in seen.activities:
        if one.is_run:
            loads[one.on] = (*loads.get(one.on, ()), one.load_min)
            first_start.setdefault(one.on, one.start)
        elif one.sport is Sport.TEAM_OR_COURT:
            first_game.setdefault(one.on, one.start)
    told = {entry.on for entry in seen.entries if entry.is_run}
    return Frame(
        seen=seen,
        found=found,
        numbers=numbers.engine,
        cuts=_cuts(numbers),
        usual_min=baseline.run_min if baseline is not None else None,
        usual_week_min=baseline.week_min if baseline is not None else None,
        usual_m=baseline.run_m if baseline is not None else None,
        usual_days=baseline.usual_days if baseline is not None else 1,
        weekdays=_weekdays(seen),
        loads=loads,
        run_days=frozenset(loads.keys() | first_game.keys() | told),
        game_days=frozenset(first_game.keys() - loads.keys() - told),
        ran_days=tuple(sorted(loads.keys() | told)),
        file_days=tuple(sorted(loads)),
        first_start=first_start,
        first_game=first_game,
        ill_days=days_ill(seen.illnesses, seen.on + timedelta(days=PLAN_DAYS)),
        cadence_after_days=timedelta(days=numbers.step3_cadence.begin_after_days.value),
        cadence_first_days=timedelta(days=numbers.step3_cadence.first_days.value),
        strength=numbers.step4_strength,
    )


def _weekdays(seen: Observations) -> frozenset[int]:
    """Give the days of the settings, narrowed by those told in the screening."""
    chosen = frozenset(seen.settings.running_days)
    return chosen.intersection(weekdays_named(seen.answers.get("running_days"))) or chosen


def _cuts(numbers: HouseNumbers) -> tuple[float, ...]:
    room = numbers.step2_load
    percents = (room.cut_mild_percent, room.cut_moderate_percent, room.cut_high_percent)
    return (*(percent.value / 100 for percent in percents), 1.0)
