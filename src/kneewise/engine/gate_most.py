"""How long a run and a week may be at the most, by the gate's own numbers and its own reading of the day."""

import math
from dataclasses import dataclass, field
from datetime import date, timedelta

from kneewise.engine.gate_numbers import GateNumbers
from kneewise.model.observations import DiaryEntry, Observations, TimedScore
from kneewise.model.plan import Phase

ONE_DAY = timedelta(days=1)
WEEK = timedelta(days=7)
GROWN = frozenset({Phase.BUILD, Phase.MAINTAIN})


@dataclass(slots=True, kw_only=True)
class Most:
    """What the gate permits of one plan, run after run; what it let through is added as it goes.

    Where its own reading and that of the plan may differ, it takes the larger measure: it is the last word on
    what breaks a cap, and not a second plan.
    """

    seen: Observations
    phase: Phase
    numbers: GateNumbers
    let_through: list[tuple[date, float]] = field(default_factory=list)

    def add(self, on: date, minutes: float) -> None:
        """Count a run of the plan among those that are done."""
        self.let_through.append((on, minutes))

    def of_run(self, on: date) -> float:
        """The most minutes of one run on a day: by its phase, and after a gap."""
        return min(self._by_phase(), self._after_gap(on))

    def left_of_week(self, on: date, *, own: float | None) -> float:
        """What the seven days that end on a day leave of a run; ``own`` is the plan's cap on them."""
        others = [load for _, load in self._lately(on)]
        if self.phase is Phase.CALM:
            return self._calm_week() - sum(others)
        if self.phase not in GROWN:
            return math.inf
        hard = self._grown_week(on)
        left = (hard if own is None else min(hard, own)) - sum(others)
        # Once there are some, no run is longer than they are together.
        return min(left, sum(others)) if len(others) >= self.numbers.others_least.value else left

    def _by_phase(self) -> float:
        """By the longest run lately; on the ladder and in Calm the stage is the measure, and has its own."""
        match self.phase:
            case Phase.TRIAGE:
                return 0.0
            case Phase.CALM:
                return self.seen.baseline.run_min if self.seen.baseline is not None else 0.0
            case Phase.WALK_RUN:
                return self.numbers.run_most_unmeasured_min.value
            case Phase.BUILD | Phase.MAINTAIN:
                return self._longest_and_more(self.seen.on)

    def _after_gap(self, on: date) -> float:
        """After days without a run less of what was measured by; after the longest gap a first run."""
        first, second, third = self.numbers.gap_days.values
        last = self._last_before(on)
        if last is None:
            return self.numbers.gap_most_min.value
        days = (on - last).days - 1
        if days >= third:
            return self.numbers.gap_most_min.value
        if days < first:
            return math.inf
        share = self.numbers.gap_shares_percent.values[0 if days < second else 1] / 100
        match self.phase:
            case Phase.CALM:
                # Its measure may be the usual run, which the phase holds it to.
                return share * self._longest_done(last)
            case Phase.BUILD | Phase.MAINTAIN:
                return share * self._longest_and_more(last)
            case _:
                # A length of Build that fell may have led to the ladder.
                return share * max(self._longest_done(last), self.numbers.run_most_unmeasured_min.value)

    def _longest_and_more(self, by: date) -> float:
        """The longest of the plan's answered runs lately, and the share that one may be longer."""
        since = self._of_the_plan(by - timedelta(days=self.numbers.run_more_days.value))
        longest = max((minutes for on, minutes in self._answered_runs() if on >= since), default=0.0)
        return self._more(longest) or self.numbers.run_most_unmeasured_min.value

    def _longest_done(self, by: date) -> float:
        """The same of any run, and no less than the usual one."""
        opens = by - timedelta(days=self.numbers.run_more_days.value)
        longest = max((load for on, load in self._loads() if on >= opens), default=0.0)
        usual = self.seen.baseline.run_min if self.seen.baseline is not None else 0.0
        return max(self._more(longest), usual)

    def _more(self, minutes: float) -> float:
        return minutes * (1 + self.numbers.run_more_percent.value / 100)

    def _calm_week(self) -> float:
        """The usual week less the smallest cut."""
        usual = self.seen.baseline.week_min if self.seen.baseline is not None else 0.0
        return usual * (1 - self.numbers.calm_cut_percent.value / 100)

    def _grown_week(self, on: date) -> float:
        """By the largest week before the seven days that end on a day; half of it after a gap."""
        opens = self.seen.on - WEEK * self.numbers.week_weeks.value
        loads = [(day, load) for day, load in self._loads() if opens <= day <= on - WEEK]
        weeks = [sum(load for day, load in loads if end - WEEK < day <= end) for end, _ in loads]
        base = max(weeks, default=0.0)
        last = self._last_before(on)
        if last is None or (on - last).days > self.numbers.week_half_after_days.value:
            base *= self.numbers.week_half_percent.value / 100
        more = base * (1 + self.numbers.week_more_percent.value / 100)
        return max(more, base + self.numbers.week_more_min.value)

    def _lately(self, on: date) -> list[tuple[date, float]]:
        """The runs of the plan in the seven days that end on a day; its first days are all of Calm."""
        opens = self._of_the_plan(on - WEEK + ONE_DAY)
        return [(day, load) for day, load in self._loads() if opens <= day <= on]

    def _of_the_plan(self, opens: date) -> date:
        """That day, or the one on which the plan began, if it is later."""
        return max(opens, self.seen.started_on or opens)

    def _loads(self) -> list[tuple[date, float]]:
        done = [(run.on, run.load_min) for run in self.seen.activities if run.is_run]
        return [*done, *self.let_through]

    def _last_before(self, on: date) -> date | None:
        """The last day before one with a run, of a file, of the diary alone or let through."""
        told = (entry.on for entry in self.seen.entries if entry.is_run)
        return max((day for day in (*told, *(day for day, _ in self._loads())) if day < on), default=None)

    def _answered_runs(self) -> list[tuple[date, float]]:
        """Running minutes of every run with all its answers given, no limp and no painkiller."""
        return [
            (entry.on, entry.activity.running_min or 0.0)
            for entry in self.seen.entries
            if entry.activity is not None and entry.activity.is_run and is_answered(entry)
        ]


def is_answered(entry: DiaryEntry) -> bool:
    """Whether every answer is given: a rest day speaks by its morning; a run needs them all."""
    if not entry.about_run:
        return _known(entry.morning)
    scores = (entry.during, entry.after_60min, entry.morning)
    return all(_known(score) for score in scores) and entry.limp is False and entry.painkiller is False


def _known(score: TimedScore | None) -> bool:
    return score is not None and score.value is not None
