"""A history, sorted once and looked at on any day."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Generic, Protocol, TypeVar

from kneewise.model.answers import Answer, AnswerSet, Origin, Unknown
from kneewise.model.diary import History, days_ill
from kneewise.model.observations import Baseline, CadenceBase, DiaryEntry, Irritability, Observations
from kneewise.model.places import Side
from kneewise.observe.exercises import ExerciseDiary
from kneewise.observe.irritability import Irritabilities
from kneewise.observe.load import Lately, measure_baseline, told_baseline
from kneewise.observe.numbers import Numbers
from kneewise.observe.own_cadence import measure_own_cadence
from kneewise.observe.pain import Diary
from kneewise.observe.said import ONE_DAY, slot_for
from kneewise.observe.shoes import PairsOfShoes
from kneewise.observe.sleep import quality_by_morning
from kneewise.observe.sore import SoreKnees
from kneewise.observe.sorting import gather
from kneewise.observe.swaps import Swaps

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

    def __init__(
        self,
        records: Sequence[T],
        order: Callable[[T], tuple[datetime | int | str, ...]],
        day: Callable[[T], date] = lambda record: record.on,
    ) -> None:
        self.all = tuple(sorted(records, key=lambda record: (day(record), *order(record))))
        self._days = [day(record) for record in self.all]
        self._latest: tuple[T, ...] = ()

    def count(self, on: date) -> int:
        """Count the records dated up to a day."""
        return bisect_right(self._days, on)

    def until(self, on: date) -> tuple[T, ...]:
        """List the records dated up to a day; the same list while it does not grow."""
        count = self.count(on)
        if len(self._latest) != count:
            self._latest = self.all[:count]
        return self._latest


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


class _Observer:
    def __init__(self, history: History, numbers: Numbers) -> None:
        self._settings = history.settings
        self._numbers = numbers
        kept = tuple(activity for activity in history.activities if not activity.clock_wrong)
        self._activities = ByDay(kept, lambda one: (one.start, one.activity_id))
        answers = [_from_telling(heard) for one in history.answers for heard in _as_heard(one)]
        self._answers = ByDay(answers, _worse_last)
        self._clearances = ByDay(history.clearances, _said, lambda one: one.counts_from)
        self._illnesses = ByDay(history.illnesses, _said)
        self._sleeps = ByDay(history.sleeps, _said)
        self._tests = ByDay(history.tests, _said)
        self._shoes = ByDay(history.shoes, _said)
        self._moves = ByDay(history.moves, _said)
        self._inserts = ByDay(history.inserts, _said)
        self._painkillers = ByDay(history.painkillers, _said)
        self._beside_plan = ByDay(history.beside_plan, _said)
        self._week_checks = ByDay(history.week_checks, _said)
        self._trials = ByDay(history.trials, _said)
        self._turns = ByDay(history.turns, _said)
        self._told = self._tell()
        screened = [one.on for one in self._answers.all if one.origin is Origin.SCREENING]
        self._started_on = min(screened, default=None)
        self._lately = Lately(self._activities.all, numbers)
        told = gather(history, self._activities.all, THIS_MORNING, numbers)
        if self._started_on is not None:
            for run in self._activities.all:
                if run.is_run and run.on >= self._started_on:
                    for side in Side:
                        slot_for(told, side, run.on, run, about_run=True)
        quality = quality_by_morning(history.sleeps)
        self._diary = Diary(told, history.painkillers, quality, numbers, started_on=self._started_on)
        self._exercises = ExerciseDiary(history.exercises, self._diary)
        self._sore = SoreKnees(answers, history.pain)
        self._pill_days = sorted(
            {pill.on for pill in history.painkillers}
            | {log.on for log in history.pain if log.painkiller is True}
        )
        self._pairs = PairsOfShoes(self._activities.all)
        self._measured: Baseline | None = None
        self._cadence: CadenceBase | None = None
        self._begun, self._anew = Irritabilities(numbers), Irritabilities(numbers)
        self._later = {side: Irritabilities(numbers) for side in Side}
        self._swaps: Swaps | None = None
        self._more_days: tuple[date, ...] = ()
        if self._started_on is not None:
            self._more_days = self._lately.days_of_more(self._started_on)
            ill = self._ill_before(self._started_on)
            self._measured = measure_baseline(self._activities.all, self._started_on, numbers, ill)
            self._swaps = Swaps(history, self._started_on, numbers, ill=ill)
            self._cadence = measure_own_cadence(self._activities.all, self._started_on, numbers)

    def _cadence_by(self, on: date) -> CadenceBase | None:
        """Give the runner's own cadence where it is known by a day."""
        return self._cadence if self._cadence is not None and self._cadence.is_known(on) else None

    def _ill_before(self, start: date) -> frozenset[date]:
        """Name the ill days before the plan, as told by its first day: later words change no day."""
        told = (one for one in self._illnesses.until(start) if one.at.date() <= start)
        return days_ill(told, start - ONE_DAY)

    def _tell(self) -> tuple[_Known, ...]:
        """Make what is known after each set of answers, so that a day only picks one."""
        told = [_Known(sets=(), latest={})]
        for answered in self._answers.all:
            before = told[-1]
            sets, latest = (*before.sets, answered), {**before.latest, **answered.answers}
            told.append(_Known(sets=sets, latest=latest))
        return tuple(told)

    def look(self, on: date) -> Observations:
        """Look at the history on one day."""
        told = self._told[self._answers.count(on)]
        activities, shoes = self._activities.until(on), self._shoes.until(on)
        started_on = self._started_on if self._started_on is not None and self._started_on <= on else None
        sore = self._sore.since(on)
        entries = self._diary.until(on, frozenset(sore))
        judged, anew = self._irritability(told, entries, started_on, on)
        ratio = self._lately.ratio(on)
        return Observations(
            on=on,
            settings=self._settings,
            started_on=started_on,
            sore_sides=tuple(sore),
            sore_since=sore,
            answers=told.latest,
            answer_sets=told.sets,
            clearances=self._clearances.until(on),
            entries=entries,
            exercises=self._exercises.until(on, frozenset(sore)),
            activities=activities,
            illnesses=self._illnesses.until(on),
            sleeps=self._sleeps.until(on),
            tests=self._tests.until(on),
            shoes=shoes,
            moves=self._moves.until(on),
            inserts=self._inserts.until(on),
            painkillers=self._painkillers.until(on),
            beside_plan=self._beside_plan.until(on),
            week_checks=self._week_checks.until(on),
            trials=self._trials.until(on),
            turns=self._turns.until(on),
            painkiller_days=tuple(self._pill_days[: bisect_left(self._pill_days, on + ONE_DAY)]),
            scores_within=timedelta(hours=self._numbers.scores_within.value),
            baseline=self._baseline(started_on, on),
            aerobic=self._swaps.until(on) if self._swaps is not None and started_on is not None else None,
            irritability=judged or Irritability.HIGH,
            irritability_known=judged is not None,
            irritability_later=self._irritability_later(told, entries, sore, started_on),
            irritability_anew=anew or Irritability.HIGH,
            more_running_lately=None if ratio is None else ratio > self._numbers.lately_ratio.value,
            more_running_days=self._more_days[: bisect_right(self._more_days, on)],
            cadence=self._cadence_by(on) if started_on is not None else None,
            shoe_km=self._pairs.kilometres(len(activities), shoes),
            shoes_first_used=self._pairs.first_used(on, shoes),
            shoes_last_used=self._pairs.last_used(on),
        )

    def _baseline(self, started_on: date | None, on: date) -> Baseline | None:
        """Measured, else as it was first told: no later answer changes the days before it."""
        if started_on is None:
            return None
        since = self._told[self._answers.count(started_on) : self._answers.count(on) + 1]
        told = (told_baseline(known.latest) for known in since)
        return self._measured or next((usual for usual in told if usual is not None), None)

    def _irritability(
        self, told: _Known, entries: tuple[DiaryEntry, ...], started_on: date | None, on: date
    ) -> tuple[Irritability | None, Irritability | None]:
        """Judge the Calm of the start, and one that would begin on this day."""
        if started_on is None:
            return None, None
        first = self._told[self._answers.count(started_on)].latest
        begun = self._begun.judge(first, entries, started_on)
        return begun, self._anew.judge(told.latest, entries, on)

    def _irritability_later(
        self,
        told: _Known,
        entries: tuple[DiaryEntry, ...],
        sore: Mapping[Side, date],
        started_on: date | None,
    ) -> Mapping[Side, Irritability]:
        """Judge the knees that were well at the start; where nothing is known, the worst is taken."""
        return {
            side: self._later[side].judge_later(side, told.sets, entries, since) or Irritability.HIGH
            for side, since in sore.items()
            if started_on is not None and since > started_on
        }


def _said(record: AnswerSet | Told) -> tuple[datetime, str]:
    return record.at, record.record_id


def _as_heard(told: AnswerSet) -> Iterator[AnswerSet]:
    """Give the answers as they were told, and each that was corrected later once more, at its own instant."""
    yield told
    for key, at in (told.answered_at or {}).items():
        local = at.astimezone(told.at.tzinfo)
        said = {key: told.answers[key]}
        yield replace(told, at=local, on=local.date(), origin=Origin.DIARY, answers=said, answered_at=None)


def _from_telling(told: AnswerSet) -> AnswerSet:
    """Answers that are told later of an earlier day were not known before: they speak from their telling."""
    told_on = told.at.date()
    return replace(told, on=told_on) if told_on > told.on else told


def _worse_last(told: AnswerSet) -> tuple[datetime, int, str]:
    """Of two answers at one instant the worse one stands: yes behind not known, and that behind the rest."""
    said = told.answers.values()
    worst = 2 if any(one is True for one in said) else int(any(isinstance(one, Unknown) for one in said))
    return told.at, worst, told.record_id
