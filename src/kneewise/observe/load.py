"""Running as it was: the usual of the weeks before, and whether there was more of it lately."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from kneewise.model.activity import Activity
from kneewise.model.answers import Answer, number_of
from kneewise.model.observations import Baseline
from kneewise.observe.middle import median
from kneewise.observe.numbers import Numbers

RUNS_PER_WEEK = "usual_runs_per_week"
RUN_MIN = "usual_run_min"
LONGEST_MIN = "usual_longest_run_min"
WEEK_KM = "usual_week_km"


def measure_baseline(
    activities: Sequence[Activity], start: date, numbers: Numbers, ill: Iterable[date] = ()
) -> Baseline | None:
    """Measure the usual running of the weeks before a day; a week without a run or with an ill day is none.

    Where no other week is left, those with an ill day are all there is.
    """
    runs = usual_runs(activities, start, numbers, ill)
    minutes = [run_min for _, run_min in runs if run_min]
    if not minutes:
        return None
    with_runs = weeks_of((run.on for run, run_min in runs if run_min), start)
    metres = [
        run.measured.running_distance_m or run.measured.distance_m or 0.0 for run, run_min in runs if run_min
    ]
    return Baseline(
        measured=True,
        weeks=len(with_runs),
        run_min=median(minutes) or 0.0,
        week_min=sum(minutes) / len(with_runs),
        days_per_week=len({run.on for run, run_min in runs if run_min}) / len(with_runs),
        run_m=median(metre for metre in metres if metre),
    )


def usual_runs(
    activities: Sequence[Activity], start: date, numbers: Numbers, ill: Iterable[date]
) -> list[tuple[Activity, float | None]]:
    """List the runs of the usual weeks before a day that files tell of, with their running minutes."""
    weeks = int(numbers.baseline_weeks.value)
    runs = [
        (activity, activity.running_min)
        for activity in activities
        if activity.is_run
        and not activity.hand_entered
        and start - timedelta(weeks=weeks) <= activity.on < start
    ]
    not_usual = weeks_of(ill, start)
    usual = [(run, run_min) for run, run_min in runs if _weeks_before(start, run.on) not in not_usual]
    return usual if any(run_min for _, run_min in usual) else runs


def weeks_of(days: Iterable[date], start: date) -> frozenset[int]:
    """Number the weeks before the start in which some days lie."""
    return frozenset(_weeks_before(start, day) for day in days)


def _weeks_before(start: date, on: date) -> int:
    """Number the week of a day back from the start; the seven days before it are week 0."""
    return (start - on - timedelta(days=1)).days // 7


def told_baseline(answers: Mapping[str, Answer]) -> Baseline | None:
    """Take the usual running from the screening, where there are no files to measure."""
    runs, run_min = number_of(answers.get(RUNS_PER_WEEK)), number_of(answers.get(RUN_MIN))
    if not runs or not run_min:
        return None
    # A usual run that is longer than the longest one is not believed.
    run_min = min(run_min, number_of(answers.get(LONGEST_MIN)) or run_min)
    week_km = number_of(answers.get(WEEK_KM))
    return Baseline(
        measured=False,
        weeks=0,
        run_min=run_min,
        week_min=runs * run_min,
        days_per_week=runs,
        run_m=week_km * 1000 / runs if week_km else None,
    )


class Lately:
    """Running minutes by day, summed once, so that any fortnight is a difference."""

    def __init__(self, activities: Sequence[Activity], numbers: Numbers) -> None:
        runs = sorted((run for run in activities if run.is_run), key=lambda run: run.on)
        self._days = [run.on for run in runs]
        self._sums = [0.0]
        for run in runs:
            self._sums.append(self._sums[-1] + run.load_min)
        self._first = min((activity.on for activity in activities), default=None)
        self._numbers = numbers

    def ratio(self, on: date) -> float | None:
        """Compare the last fortnight with the mean one of the weeks before that files cover."""
        numbers = self._numbers
        opens = on - timedelta(days=numbers.lately_days.value - 1)
        if self._first is None:
            return None
        covered = min((opens - self._first).days // 7, int(numbers.lately_weeks.value))
        if covered < numbers.lately_least_weeks.value:
            return None
        before = self._between(opens - timedelta(weeks=covered), opens)
        usual = before * numbers.lately_days.value / (covered * 7)
        lately = self._between(opens, on + timedelta(days=1))
        if not usual:
            return None if lately else 0.0
        return lately / usual

    def days_of_more(self, since: date) -> tuple[date, ...]:
        """List the days, from one on, at which the ratio says more running."""
        if not self._days:
            return ()
        span_days = (self._days[-1] - since).days + int(self._numbers.lately_days.value)
        days = (since + timedelta(days=each) for each in range(max(0, span_days)))
        limit = self._numbers.lately_ratio.value
        return tuple(day for day in days if (self.ratio(day) or 0.0) > limit)

    def _between(self, opens: date, closes: date) -> float:
        """Running minutes of the half-open span of days."""
        return self._sums[bisect_left(self._days, closes)] - self._sums[bisect_left(self._days, opens)]
