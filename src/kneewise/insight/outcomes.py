"""The way of the last weeks, seven days at a time: pain, minutes, sets, knee to the wall."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from statistics import median

from kneewise.insight.numbers import Numbers
from kneewise.model.diary import TestKind, WeekCheck
from kneewise.model.observations import DiaryEntry, Observations, TimedScore
from kneewise.model.outcome import WeekSeen
from kneewise.model.places import Side

ONE_DAY = timedelta(days=1)
ONE_WEEK = timedelta(weeks=1)


def follow(seen: Observations, numbers: Numbers) -> tuple[WeekSeen, ...]:
    """Sum up the last weeks since the first screening, the one that ends on this day first."""
    if seen.started_on is None:
        return ()
    reach = int(numbers.outcome_weeks.value)
    weeks = min(reach, (seen.on - seen.started_on) // ONE_WEEK + 1)
    since = seen.on - weeks * ONE_WEEK
    worst = _worst_of_days([one for one in seen.entries if one.on >= since - ONE_DAY])
    started_on = seen.started_on
    return tuple(_week(seen, seen.on - back * ONE_WEEK, worst, started_on) for back in range(weeks))


def list_checks(seen: Observations, since: date) -> tuple[WeekCheck, ...]:
    """List how the four questions of the week were answered since a day, the newest first."""
    return tuple(one for one in reversed(seen.week_checks) if one.on >= since)


def is_check_due(seen: Observations, numbers: Numbers) -> bool:
    """Whether the four questions can be answered again: once in so many days, from the first screening on."""
    if seen.started_on is None:
        return False
    every = timedelta(days=numbers.check_every.value)
    return all(seen.on - one.on >= every for one in seen.week_checks)


def _week(seen: Observations, on: date, worst: Mapping[date, int], started_on: date) -> WeekSeen:
    days = _days_to(on)
    pills = days & set(seen.painkiller_days)
    scores = [score for day, score in worst.items() if day in days - pills]
    minutes = _minutes_of_runs(seen, days)
    return WeekSeen(
        since=min(days),
        on=on,
        pain_0_10=float(median(scores)) if scores else None,
        scored_days=len(scores),
        painkiller_days=len(pills),
        unscored_days=sum(day >= started_on for day in days - pills - worst.keys()),
        runs=len(minutes),
        runs_without_min=minutes.count(None),
        running_min=_sum(minutes),
        running_min_before=_before(seen, on - ONE_WEEK, started_on),
        sets=sum(one.sets or 0 for one in seen.exercises if one.on in days),
        knee_to_wall_cm=_walls(seen, days),
    )


def _days_to(on: date) -> set[date]:
    return {on - back * ONE_DAY for back in range(ONE_WEEK.days)}


def _minutes_of_runs(seen: Observations, days: set[date]) -> list[float | None]:
    """List the running minutes of each run; of those that the diary alone tells they are not known."""
    by_file = [one.running_min for one in seen.activities if one.is_run and one.on in days]
    return [*by_file, *(None for _day in days & seen.days_told)]


def _sum(minutes: Sequence[float | None]) -> float | None:
    known = [one for one in minutes if one is not None]
    return sum(known, 0.0) if known or not minutes else None


def _before(seen: Observations, on: date, started_on: date) -> float | None:
    """Sum up the minutes of a week; without a diary only where files reach back to its first day."""
    days = _days_to(on)
    files = [one.on for one in seen.activities]
    if min([started_on, *files]) > min(days):
        return None
    return _sum(_minutes_of_runs(seen, days))


def _worst_of_days(entries: Iterable[DiaryEntry]) -> Mapping[date, int]:
    """Find the worst known score of each day, of any knee; it counts on the day that it speaks of."""
    worst: dict[date, int] = {}
    for entry in entries:
        for day, score in _scores(entry):
            if score is not None and score.value is not None:
                worst[day] = max(score.value, worst.get(day, 0))
    return worst


def _scores(entry: DiaryEntry) -> Iterator[tuple[date, TimedScore | None]]:
    later = entry.on + ONE_DAY if entry.about_run else entry.on
    for score in (entry.before, entry.during, entry.after_60min):
        yield entry.on, score
    for score in (entry.morning, entry.after_24h):
        yield later, score


def _walls(seen: Observations, days: set[date]) -> Mapping[Side, float]:
    tests = sorted((one for one in seen.tests if one.on in days), key=lambda one: (one.on, one.at))
    return {
        one.side: one.distance_cm
        for one in tests
        if one.kind is TestKind.KNEE_TO_WALL and one.distance_cm is not None
    }
