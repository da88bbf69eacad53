"""A history, sorted once and looked at on any day."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Generic, Protocol, TypeVar

from kneewise.model.answers import Answer, AnswerSet, Origin
from kneewise.model.diary import History, PainLog, Score
from kneewise.model.observations import Baseline, CadenceBase, DiaryEntry, Irritability, Observations
from kneewise.model.places import Side
from kneewise.observe.irritability import judge_irritability
from kneewise.observe.load import Lately, measure_baseline, told_baseline
from kneewise.observe.numbers import Numbers
from kneewise.observe.own_cadence import measure_own_cadence
from kneewise.observe.pain import Diary
from kneewise.observe.said import ONE_DAY, gather, slot_for
from kneewise.observe.shoes import PairsOfShoes
from kneewise.observe.sleep import quality_by_morning

KNEE = "knee"
BOTH = "both"
THIS_MORNING = "pain_this_morning"


class Dated(Protocol):
    """Anything that speaks of a local day."""

    @property
    def on(self) -> date:
        """The day."""


class Told(Protocol):
    """A record of something that was said."""

    @property
    def at(self) -> datetime:
        """The instant."""

    @property
    def record_id(self) -> str:
        """Its name."""


T = TypeVar("T", bound=Dated)


class ByDay(Generic[T]):
    """Records in the order of their days; those up to a day are a slice."""

    def __init__(self, records: Sequence[T], order: Callable[[T], tuple[datetime, str]]) -> None:
        self.all = tuple(sorted(records, key=lambda record: (record.on, *order(record))))
        self._days = [record.on for record in self.all]

    def count(self, on: date) -> int:
        """Count the records dated up to a day."""
        return bisect_right(self._days, on)

    def until(self, on: date) -> tuple[T, ...]:
        """List the records dated up to a day."""
        return self.all[: self.count(on)]


def observer(history: History, numbers: Numbers) -> Callable[[date], Observations]:
    """Sort a history once; the answer looks at it as it was known on any day.

    Nothing dated after the day counts, nor a score that was given later; activities whose clock was
    wrong never count.
    """
    return _Observer(history, numbers).look


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    """What the answers known on a day come to."""

    sets: tuple[AnswerSet, ...]
    latest: Mapping[str, Answer]
    knee: str | None
    knee_on: date | None


class _Observer:
    def __init__(self, history: History, numbers: Numbers) -> None:
        self._settings = history.settings
        self._numbers = numbers
        kept = tuple(activity for activity in history.activities if not activity.clock_wrong)
        self._activities = ByDay(kept, lambda one: (one.start, one.activity_id))
        self._answers = ByDay(history.answers, _said)
        self._clearances = ByDay(history.clearances, _said)
        self._illnesses = ByDay(history.illnesses, _said)
        self._sleeps = ByDay(history.sleeps, _said)
        self._tests = ByDay(history.tests, _said)
        self._shoes = ByDay(history.shoes, _said)
        self._painkillers = ByDay(history.painkillers, _said)
        self._told = self._tell()
        screened = [one.on for one in self._answers.all if one.origin is Origin.SCREENING]
        self._started_on = min(screened, default=None)
        self._lately = Lately(self._activities.all, numbers)
        told = gather(history, self._activities.all, THIS_MORNING)
        if self._started_on is not None:
            for run in self._activities.all:
                if run.is_run and run.on >= self._started_on:
                    for side in Side:
                        slot_for(told, side, run.on, run, about_run=True)
        self._diary = Diary(told, history.painkillers, quality_by_morning(history.sleeps), numbers)
        self._sore_days = sorted(sore for log in history.pain for sore in _sore(log))
        self._pill_days = sorted(
            {pill.on for pill in history.painkillers}
            | {log.on for log in history.pain if log.painkiller is True}
        )
        self._pairs = PairsOfShoes(self._activities.all)
        self._measured: Baseline | None = None
        self._cadence: CadenceBase | None = None
        self._more_days: tuple[date, ...] = ()
        if self._started_on is not None:
            self._more_days = self._lately.days_of_more(self._started_on)
            self._measured = measure_baseline(self._activities.all, self._started_on, numbers)
            self._cadence = measure_own_cadence(self._activities.all, self._started_on, numbers)

    def _tell(self) -> tuple[_Known, ...]:
        """Make what is known after each set of answers, so that a day only picks one."""
        told = [_Known(sets=(), latest={}, knee=None, knee_on=None)]
        for answered in self._answers.all:
            before = told[-1]
            knee = answered.answers.get(KNEE)
            told.append(
                _Known(
                    sets=(*before.sets, answered),
                    latest={**before.latest, **answered.answers},
                    knee=knee if isinstance(knee, str) else before.knee,
                    knee_on=answered.on if isinstance(knee, str) else before.knee_on,
                )
            )
        return tuple(told)

    def look(self, on: date) -> Observations:
        """Look at the history on one day."""
        told = self._told[self._answers.count(on)]
        started_on = self._started_on if self._started_on is not None and self._started_on <= on else None
        sore = self._sore_sides(told, on)
        entries = self._diary.until(on, frozenset(sore))
        runs = self._activities.count(on)
        judged = self._irritability(told, entries, started_on)
        ratio = self._lately.ratio(on)
        return Observations(
            on=on,
            settings=self._settings,
            started_on=started_on,
            sore_sides=sore,
            answers=told.latest,
            answer_sets=told.sets,
            clearances=self._clearances.until(on),
            entries=entries,
            activities=self._activities.all[:runs],
            illnesses=self._illnesses.until(on),
            sleeps=self._sleeps.until(on),
            tests=self._tests.until(on),
            shoes=self._shoes.until(on),
            painkillers=self._painkillers.until(on),
            painkiller_days=tuple(self._pill_days[: bisect_left(self._pill_days, on + ONE_DAY)]),
            baseline=self._baseline(told, started_on),
            irritability=judged or Irritability.HIGH,
            irritability_known=judged is not None,
            more_running_lately=None if ratio is None else ratio > self._numbers.lately_ratio.value,
            more_running_ratio=ratio,
            more_running_days=self._more_days[: bisect_right(self._more_days, on)],
            cadence=self._cadence if started_on is not None else None,
            shoe_km=self._pairs.kilometres(runs, self._shoes.until(on)),
            newest_shoe_first_used=self._pairs.newest(runs),
        )

    def _sore_sides(self, told: _Known, on: date) -> tuple[Side, ...]:
        """The knees of the answers, and any that was logged as sore since."""
        since = told.knee_on or date.min
        first = bisect_left(self._sore_days, (since, Side.LEFT))
        last = bisect_right(self._sore_days, (on, Side.RIGHT))
        logged = {side for _, side in self._sore_days[first:last]}
        return tuple(side for side in Side if told.knee in {side.value, BOTH} or side in logged)

    def _baseline(self, told: _Known, started_on: date | None) -> Baseline | None:
        if started_on is None:
            return None
        return self._measured or told_baseline(told.latest)

    def _irritability(
        self, told: _Known, entries: tuple[DiaryEntry, ...], started_on: date | None
    ) -> Irritability | None:
        if started_on is None:
            return None
        return judge_irritability(told.latest, entries, started_on, self._numbers)


def _said(record: AnswerSet | Told) -> tuple[datetime, str]:
    return record.at, record.record_id


def _sore(log: PainLog) -> list[tuple[date, Side]]:
    """List the knees that a log says are sore."""
    scores: tuple[Score, ...] = (log.before, log.during, log.after_60min, log.morning, log.after_24h)
    hurts = log.limp is True or any(isinstance(score, int) and score > 0 for score in scores)
    other = Side.LEFT if log.side is Side.RIGHT else Side.RIGHT
    found = [(log.on, log.side)] if hurts else []
    return [*found, (log.on, other)] if log.other_knee_fine is False else found
