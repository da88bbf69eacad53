"""Caps on one run and on one week (rules 5)."""

from bisect import bisect_left
from collections.abc import Sequence
from datetime import date, timedelta

from kneewise.engine.frame import DEEPEST, UNSWAPPED, Frame, Loads
from kneewise.engine.knee import CountedRun, Knee
from kneewise.engine.ladder import LOWEST, highest_not_above, nearest, rung_minutes
from kneewise.engine.numbers import Numbers
from kneewise.model.diary import days_ill
from kneewise.model.plan import Phase

ONE_DAY = timedelta(days=1)
WEEK = timedelta(days=7)


def whole(minutes: float) -> float:
    """Whole minutes, downwards, so that no cap is passed by rounding."""
    return float(int(minutes + 1e-9))


def single_run_cap(knee: Knee, on: date, frame: Frame) -> float | None:
    """Cap 1 in minutes: a little above the longest run that went well; ``None`` without one."""
    longest = max((run.minutes or 0.0 for run in _measures(knee, on, frame.numbers)), default=0.0)
    measure = longest if knee.measure_min is None else knee.measure_min
    return measure * _growth(frame.numbers) or None


def single_run_metres(knee: Knee, on: date, frame: Frame) -> float | None:
    """Cap 1 in metres, by the same runs; ``None`` where no distance is known."""
    runs = _measures(knee, on, frame.numbers)
    if knee.measure_min is None:
        longest = max((run.metres or 0.0 for run in runs), default=0.0)
    elif frame.usual_m and frame.usual_min:
        longest = knee.measure_min * frame.usual_m / frame.usual_min
    else:
        longest = max((_metres_within(run, knee.measure_min) for run in runs), default=0.0)
    return longest * _growth(frame.numbers) or None


def _metres_within(run: CountedRun, measure_min: float) -> float:
    """The part of a run's way that its measure leaves of it."""
    return (run.metres or 0.0) * min(1.0, measure_min / (run.minutes or measure_min))


def week_cap(knee: Knee, on: date, frame: Frame) -> float:
    """Cap 4 in minutes, for the seven days ending that day."""
    numbers = frame.numbers
    base = _base(knee, on, frame)
    last = last_run_before(on, frame)
    if last is None or (on - last).days > numbers.week_half_after_days.value:
        base *= numbers.week_half_percent.value / 100
    cap = max(base * frame.week_growth, base + numbers.week_more_min.value)
    # What a cut took off the run it took off the week; one run of the stage is always left.
    return max(cap * knee.share, min(cap, knee.length_min))


def whole_days_without(on: date, frame: Frame) -> int | None:
    """Count the whole days without a run before a day; ``None`` where there never was one."""
    return _whole_days_since(frame.ran_days, on)


def _whole_days_since(days: Sequence[date], on: date) -> int | None:
    index = bisect_left(days, on)
    return (on - days[index - 1]).days - 1 if index else None


def days_ill_since_run(on: date, frame: Frame) -> int:
    """Count the days before a day of every illness that went on after the last run; 0 where none did."""
    last = last_run_before(on, frame)
    if last is None or not any(last < day < on for day in frame.ill_days):
        return 0
    lasted = (ill for ill in frame.seen.illnesses if ill.until is None or ill.until > last)
    return sum(day < on for day in days_ill(lasted, on))


def last_run_before(on: date, frame: Frame) -> date | None:
    """Find the last day with a run before a day."""
    index = bisect_left(frame.ran_days, on)
    return frame.ran_days[index - 1] if index else None


def stage_minutes(knee: Knee, frame: Frame) -> float:
    """Running minutes of the stage itself, before caps; 0 where it is a walk."""
    match knee.phase:
        case Phase.TRIAGE:
            return 0.0
        case Phase.CALM:
            return calm_minutes(knee, frame)
        case Phase.WALK_RUN:
            return rung_minutes(knee.rung, frame.numbers)
        case Phase.BUILD | Phase.MAINTAIN:
            return knee.length_min


def calm_minutes(knee: Knee, frame: Frame) -> float:
    """Running minutes of a calm run: the usual one less the cut, or the usual one where runs are swapped."""
    if knee.depth >= DEEPEST or not frame.usual_min:
        return 0.0
    swapped = frame.prefers_swaps and knee.depth < UNSWAPPED
    cut = 0.0 if swapped else frame.cuts[knee.depth]
    return frame.usual_min * (1 - cut) * knee.share


def calm_week(knee: Knee, frame: Frame) -> float:
    """Running minutes of a calm week."""
    return (frame.usual_week_min or 0.0) * (1 - frame.cuts[knee.depth]) * knee.share


def allowed_minutes(knee: Knee, on: date, frame: Frame) -> float:
    """Running minutes of one run on a day: the stage, within the caps on a single run."""
    stage = stage_minutes(knee, frame)
    match knee.phase:
        case Phase.BUILD | Phase.MAINTAIN:
            cap = single_run_cap(knee, on, frame)
            return stage if cap is None else min(stage, cap)
        case Phase.CALM:
            return min(stage, _after_gap(knee, on, frame))
        case Phase.TRIAGE | Phase.WALK_RUN:
            return stage


def planned_minutes(knee: Knee, on: date, frame: Frame, loads: Loads) -> float:
    """Running minutes of one run on a day within every cap, the week's by the loads done and planned."""
    minutes = allowed_minutes(knee, on, frame)
    others = _loads_between(on - WEEK + ONE_DAY, on, loads)
    match knee.phase:
        case Phase.TRIAGE:
            return 0.0
        case Phase.WALK_RUN:
            return minutes
        case Phase.CALM:
            # A calm week begins with the plan; what was run before it is over.
            since = _loads_between(max(on - WEEK + ONE_DAY, frame.seen.started_on or on), on, loads)
            return min(minutes, max(calm_week(knee, frame) - sum(since), 0.0))
        case Phase.BUILD | Phase.MAINTAIN:
            return min(minutes, _left_of_week(knee, on, frame, others))


def longest_allowed(knee: Knee, on: date, frame: Frame) -> float:
    """Give the longest run that the caps of Build allow on a day, whatever the stage; 0 before Build."""
    cap = single_run_cap(knee, on, frame)
    if knee.phase not in {Phase.BUILD, Phase.MAINTAIN} or cap is None:
        return 0.0
    others = _loads_between(on - WEEK + ONE_DAY, on, frame.loads)
    return min(cap, _left_of_week(knee, on, frame, others))


def _left_of_week(knee: Knee, on: date, frame: Frame, others: list[float]) -> float:
    """Give what caps 2 and 4 leave for a run, by the other runs of the seven days that end with it."""
    left = max(week_cap(knee, on, frame) - sum(others), 0.0)
    several = len(others) >= frame.numbers.others_from.value
    return min(left, sum(others)) if several else left


def _loads_between(opens: date, closes: date, loads: Loads) -> list[float]:
    """List the load of every run of the half-open span of days."""
    days = (opens + ONE_DAY * number for number in range((closes - opens).days))
    return [load for day in days for load in loads.get(day, ())]


def is_shorter_for_gap(knee: Knee, on: date, frame: Frame) -> bool:
    """Whether in Calm the days without a run leave less of a run than the cut does."""
    return not frame.found.load.walking_only and _after_gap(knee, on, frame) < calm_minutes(knee, frame)


def _after_gap(knee: Knee, on: date, frame: Frame) -> float:
    """In Calm a gap, also one before the plan, is a cap and no more."""
    numbers = frame.numbers
    first, second, third = numbers.gap_days.values
    # By the sessions alone, so that no score lengthens the next run; without any, by the runs that were told.
    days = _whole_days_since(frame.file_days or frame.ran_days, on)
    if days is None or days >= third:
        return _after_longest_gap(knee, on, frame)
    usual = frame.usual_min or 0.0
    if days < first:
        return usual
    share = numbers.gap_shares_percent.values[0 if days < second else 1] / 100
    opens = on - timedelta(days=numbers.run_more_days.value)
    # The plan's own runs measure it, once there are any.
    began = max(opens, frame.seen.started_on or opens)
    own = _own_longest(knee, began, on) or max(_loads_between(began, on, frame.loads), default=0.0)
    longest = own or max(_loads_between(opens, on, frame.loads), default=0.0)
    return share * (longest * _growth(numbers) or usual)


def _after_longest_gap(knee: Knee, on: date, frame: Frame) -> float:
    """As long as a rung near half the usual run, and as what the weeks before had left of the plan's runs."""
    numbers, most = frame.numbers, frame.numbers.gap_most_min.value
    half = min((frame.usual_min or 0.0) * numbers.gap_usual_percent.value / 100, most)
    rung = nearest(half, numbers)
    if own := _own_longest(knee, frame.seen.started_on or on, on):
        left = own * _growth(numbers) * numbers.gap_shares_percent.values[-1] / 100
        # Below the lowest rung nobody would ever run again.
        rung = min(rung, max(highest_not_above(left, numbers), LOWEST))
    return min(rung_minutes(rung, numbers), most)


def _own_longest(knee: Knee, opens: date, closes: date) -> float:
    """Give the longest run that counts, one beyond its cap as its cap; where none does, the shortest."""
    runs = [run for run in knee.runs_within(opens, closes) if run.minutes and not run.walk]
    counted = [run.minutes or 0.0 for run in runs if run.counts]
    return max(counted) if counted else min((run.minutes or 0.0 for run in runs), default=0.0)


def _measures(knee: Knee, on: date, numbers: Numbers) -> list[CountedRun]:
    opens = on - timedelta(days=numbers.run_more_days.value)
    if knee.red_on is not None:
        opens = max(opens, knee.red_on + ONE_DAY)
    return [run for run in knee.runs_within(opens, on) if run.went_well and run.minutes]


def _growth(numbers: Numbers) -> float:
    return 1 + numbers.run_more_percent.value / 100


def _base(knee: Knee, on: date, frame: Frame) -> float:
    """The largest of the seven-day spans that end with the last run before the week's seven days.

    A run that may not enter a base ends them all the same: it keeps no earlier week alive.
    """
    index = bisect_left(frame.file_days, on - WEEK + ONE_DAY)
    if not index:
        return 0.0
    last = frame.file_days[index - 1]
    spans = int(frame.numbers.week_spans.value)
    loads = _counted_loads(knee, last - WEEK * spans + ONE_DAY, last + ONE_DAY, frame)
    sums = [0.0] * spans
    # The latest day first, so that a sum comes out the same to the last digit.
    for day in sorted(loads, reverse=True):
        sums[(last - day).days // WEEK.days] += loads[day]
    return max(sums)


def _counted_loads(knee: Knee, opens: date, closes: date, frame: Frame) -> dict[date, float]:
    """Give the minutes by day of a half-open span: of runs that count, of any before the knee was sore."""
    started = frame.seen.started_on or closes
    start = min(max(started, frame.seen.sore_since.get(knee.side, started)), closes)
    before = (opens + ONE_DAY * number for number in range((start - opens).days))
    loads: dict[date, float] = {day: sum(frame.loads[day]) for day in before if day in frame.loads}
    for run in knee.runs_within(opens, closes):
        if run.counts and not run.walk:
            loads[run.on] = loads.get(run.on, 0.0) + (run.minutes or 0.0)
    return loads
