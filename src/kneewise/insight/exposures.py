"""What could go with the pain of a run, as it was known before the pain: one amount each, or none."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from kneewise.insight.numbers import Numbers
from kneewise.model.activity import Activity
from kneewise.model.diary import Sleep
from kneewise.model.insight import Asked, Lag
from kneewise.model.observations import DiaryEntry, Observations

ONE_DAY = timedelta(days=1)
HARD = frozenset({"road", "track", "treadmill"})
SOFT = frozenset({"soft", "trail"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What is asked, of which pair of shoes where it is one, and the scores that it could go with."""

    asked: Asked
    subject: str = ""

    @property
    def lags(self) -> tuple[Lag, ...]:
        """The first pain of a run is part of its own score, and goes with the later ones only."""
        return (Lag.AFTER_60MIN, Lag.MORNING) if self.asked is Asked.FIRST_PAIN else tuple(Lag)


class Exposures:
    """One history's runs, nights and mornings since a day, looked up by day."""

    def __init__(self, seen: Observations, since: date, numbers: Numbers) -> None:
        reach = timedelta(days=numbers.longest_days.value)
        entries = [one for one in seen.entries if one.on >= since]
        runs = [one for one in seen.activities if one.is_run and one.on >= since - reach]
        self._run_days = {one.on for one in runs} | {one.on for one in entries if one.is_run}
        self._longest = dict(_over_longest(runs, reach))
        self._nights = _nights(one for one in seen.sleeps if one.on >= since)
        self._mornings = {(one.side, one.on): one.morning for one in entries if not one.about_run}
        self.pairs = _asked_pairs(sorted({one.shoe for one in runs if one.shoe and one.on >= since}))

    def before_0_10(self, entry: DiaryEntry) -> int | None:
        """Say how sore the knee was when the run began: just before it, else that morning."""
        scores = (entry.before, self._mornings.get((entry.side, entry.on)))
        return next((one.value for one in scores if one is not None and one.value is not None), None)

    def questions(self) -> tuple[Question, ...]:
        """List what is asked, in one order."""
        plain = (Question(asked=asked) for asked in Asked if asked is not Asked.SHOE)
        return (*plain, *(Question(asked=Asked.SHOE, subject=name) for name in self.pairs))

    def amount(self, question: Question, entry: DiaryEntry) -> float | None:
        """Say how much of it a run had; of two kinds 1 is the one asked about. ``None``: not known."""
        match question.asked:
            case Asked.DAY_BEFORE:
                return float(entry.on - ONE_DAY in self._run_days)
            case Asked.SLEEP_HOURS:
                return self._nights.get(entry.on, (None, None))[0]
            case Asked.SLEEP_QUALITY:
                return self._nights.get(entry.on, (None, None))[1]
            case Asked.FIRST_PAIN:
                return entry.first_pain_min
            case _:
                return None if entry.activity is None else self._of_run(question, entry.activity)

    def _of_run(self, question: Question, run: Activity) -> float | None:
        match question.asked:
            case Asked.DESCENT:
                return run.measured.descent_m
            case Asked.PACE:
                return run.measured.speed_m_s
            case Asked.CADENCE:
                return run.measured.cadence_spm
            case Asked.LONGEST:
                return self._longest.get(run.activity_id)
            case Asked.SHOE:
                return float(run.shoe == question.subject) if run.shoe else None
            case _:
                return float(run.surface in SOFT) if run.surface in SOFT | HARD else None


def _asked_pairs(names: Sequence[str]) -> tuple[str, ...]:
    """Choose the pairs to ask about: the others answer for the only one, or for the first of two."""
    first, *others = names or [""]
    return (first, *others) if others[1:] else tuple(others)


def _metres(run: Activity) -> float | None:
    return run.measured.running_distance_m or run.measured.distance_m


def _over_longest(runs: Sequence[Activity], reach: timedelta) -> Iterator[tuple[str, float]]:
    """Measure each run against the longest of the days before it."""
    days = [one.on for one in runs]
    for at, run in enumerate(runs):
        before = runs[bisect_left(days, run.on - reach) : at]
        longest = max((_metres(one) or 0.0 for one in before), default=0.0)
        metres = _metres(run)
        if metres and longest:
            yield run.activity_id, metres / longest


def _nights(sleeps: Iterable[Sleep]) -> Mapping[date, tuple[float | None, float | None]]:
    """Gather hours and quality by the day a night ended on; the later word on each counts."""
    told: dict[date, tuple[float | None, float | None]] = {}
    for night in sorted(sleeps, key=lambda one: (one.on, one.at, one.record_id)):
        hours, quality = told.get(night.on, (None, None))
        known = float(night.quality_0_10) if isinstance(night.quality_0_10, int) else quality
        told[night.on] = (night.hours if night.hours is not None else hours, known)
    return told
