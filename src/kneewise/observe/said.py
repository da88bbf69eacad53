"""Scores as they were said: sorted by knee, by run or rest day, and by the instant they speak of."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum

from kneewise.model.activity import Activity
from kneewise.model.answers import Unknown
from kneewise.model.diary import ExerciseLog, History, PainLog, TestKind, TestResult
from kneewise.model.places import Side
from kneewise.model.sport import Sport

ONE_DAY = timedelta(days=1)
ON_FOOT = frozenset({Sport.WALKING, Sport.HIKING})


class Kind(StrEnum):
    """Which score of an entry, in the order of time."""

    BEFORE = "before"
    DURING = "during"
    AFTER_60MIN = "after_60min"
    MORNING = "morning"
    AFTER_24H = "after_24h"


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One score.

    Attributes:
        value: ``None`` where the runner does not know.
        at: The instant it speaks of.
        known_on: The local day on which it was said; no earlier day counts it.
        timed: The runner gave the instant; otherwise it is the instant of saying.
    """

    kind: Kind
    value: int | None
    at: datetime
    known_on: date
    timed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """A log beside its scores: limp, painkiller, where it first hurt."""

    log: PainLog
    known_on: date


@dataclass(slots=True, kw_only=True)
class Slot:
    """What was said of one knee and one run or rest day, while it is being gathered."""

    on: date
    side: Side
    about_run: bool
    activity: Activity | None
    walked_min: float | None = None
    said: list[Said] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """What was said of one knee and one exercise on one day; ``at`` is the first word on it."""

    on: date
    side: Side
    at: datetime
    said: tuple[Said, ...]


@dataclass(slots=True, kw_only=True)
class Told:
    """All of it: slots by knee, day and run; mornings by knee and day."""

    slots: dict[tuple[Side, date, str], Slot] = field(default_factory=dict)
    by_day: dict[tuple[Side, date], list[Slot]] = field(default_factory=dict)
    mornings: dict[tuple[Side, date], list[Said]] = field(default_factory=dict)

    def of_day(self, side: Side, on: date) -> list[Slot]:
        """List the slots of one knee and day."""
        return self.by_day.get((side, on), [])


def gather(history: History, activities: tuple[Activity, ...], morning_key: str) -> Told:
    """Sort every score of a history to its run or rest day."""
    told = Told()
    by_day = _by_day(activities)
    by_id = {activity.activity_id: activity for activity in activities}
    # Walks first: a score may speak of one without saying so.
    for test in history.tests:
        if test.kind is TestKind.BRISK_WALK and test.duration_min is not None:
            _sort_walk(test, told, by_day)
    for log in sorted(history.pain, key=lambda log: (log.at, log.record_id)):
        _sort_in(log, told, by_day, by_id)
    for done in history.exercises:
        _sort_exercise(done, told)
    for answered in history.answers:
        score = answered.answers.get(morning_key)
        if isinstance(score, int) and not isinstance(score, bool):
            given = Said(kind=Kind.MORNING, value=score, at=answered.at, known_on=answered.on, timed=False)
            for side in Side:
                told.mornings.setdefault((side, answered.on), []).append(given)
    return told


def slot_for(told: Told, side: Side, on: date, activity: Activity | None, *, about_run: bool) -> Slot:
    """Find or open the slot of one knee and one run (or rest day)."""
    name = activity.activity_id if activity is not None else ("run" if about_run else "")
    key = (side, on, name)
    if key not in told.slots:
        walk = activity is not None and not activity.is_run
        told.slots[key] = Slot(
            on=on,
            side=side,
            about_run=about_run,
            activity=activity,
            walked_min=_minutes(activity) if activity is not None and walk else None,
        )
        told.by_day.setdefault((side, on), []).append(told.slots[key])
    return told.slots[key]


def _by_day(activities: Iterable[Activity]) -> dict[date, list[Activity]]:
    days: dict[date, list[Activity]] = {}
    for activity in activities:
        if activity.is_run or activity.sport in ON_FOOT:
            days.setdefault(activity.on, []).append(activity)
    return days


def _minutes(activity: Activity) -> float:
    """A walk's minutes; what little was run in it counts as well."""
    moving_s = activity.measured.moving_s
    return (moving_s if moving_s is not None else activity.measured.elapsed_s) / 60


def _known_on(log: PainLog) -> date:
    return max(log.on, log.at.date())


def legs_of(done: ExerciseLog) -> tuple[Side, ...]:
    """Name the legs that worked in an exercise."""
    return tuple(Side) if done.side is None else (done.side,)


def scores_of(done: ExerciseLog) -> Iterator[Said]:
    """Give the scores that were said of an exercise."""
    scores = (done.before, done.during, None, done.morning, done.after_24h)
    known_on = max(done.on, done.at.date())
    for kind, score in zip(Kind, scores, strict=True):
        if score is not None:
            value = None if isinstance(score, Unknown) else score
            yield Said(kind=kind, value=value, at=done.at, known_on=known_on, timed=False)


def _scores(log: PainLog) -> dict[Kind, Said]:
    known_on = _known_on(log)
    times: Mapping[str, datetime] = log.scored_at or {}
    scores = (log.before, log.during, log.after_60min, log.morning, log.after_24h)
    return {
        kind: Said(
            kind=kind,
            value=None if isinstance(score, Unknown) else score,
            at=times.get(kind, log.at),
            known_on=known_on,
            timed=kind in times,
        )
        for kind, score in zip(Kind, scores, strict=True)
        if score is not None
    }


def _speaks_of_run(log: PainLog) -> bool:
    if log.about_run is not None:
        return log.about_run
    heard = (log.during, log.after_60min, log.first_pain_min)
    return log.activity_id is not None or any(score is not None for score in heard)


def _is_after_run(log: PainLog, by_day: Mapping[date, list[Activity]]) -> bool:
    """Whether a log without any score, of a limp or a painkiller alone, was told after a run of its day."""
    ended = any(run.is_run and run.end <= log.at for run in by_day.get(log.on, []))
    return log.about_run is None and ended


def _sort_in(
    log: PainLog, told: Told, by_day: Mapping[date, list[Activity]], by_id: Mapping[str, Activity]
) -> None:
    scores = _scores(log)
    activity = by_id.get(log.activity_id or "")
    on, about_run = _day_meant(log, scores, activity, by_day)
    if activity is None and about_run:
        activity = _joined(log, on, by_day)
    morning = scores.pop(Kind.MORNING, None)
    if morning is not None:
        _sort_morning(morning, told, log.side, on, about_run=about_run)
    late = scores.get(Kind.AFTER_24H)
    if late is not None and not about_run:
        del scores[Kind.AFTER_24H]
        _sort_day_later(late, told, log, by_day)
    slot = slot_for(told, log.side, on, activity, about_run=about_run)
    slot.said.extend(scores.values())
    slot.remarks.append(Remark(log=log, known_on=_known_on(log)))


def _sort_day_later(late: Said, told: Told, log: PainLog, by_day: Mapping[date, list[Activity]]) -> None:
    """A bare "a day later" speaks of a run of the day before, or of the day that it names; it makes none."""
    before = log.on - ONE_DAY
    days = (log.on, before) if log.at.date() > log.on else (before, log.on)
    for day in days:
        runs = [run for run in by_day.get(day, []) if run.is_run]
        slots = [slot for slot in told.of_day(log.side, day) if slot.about_run]
        if runs or slots:
            slot = slot_for(told, log.side, day, runs[-1], about_run=True) if runs else slots[-1]
            slot.said.append(late)
            return
    slot_for(told, log.side, log.on, None, about_run=False).said.append(late)


def _day_meant(
    log: PainLog,
    scores: Mapping[Kind, Said],
    activity: Activity | None,
    by_day: Mapping[date, list[Activity]],
) -> tuple[date, bool]:
    if activity is not None:
        return activity.on, True
    about_run = _speaks_of_run(log) or (not scores and _is_after_run(log, by_day))
    later_only = bool(scores) and set(scores) <= {Kind.MORNING, Kind.AFTER_24H}
    if about_run and later_only and log.on not in by_day and log.on - ONE_DAY in by_day:
        return log.on - ONE_DAY, True
    return log.on, about_run


def _joined(log: PainLog, on: date, by_day: Mapping[date, list[Activity]]) -> Activity | None:
    """Choose the session a log without a name speaks of: the last that had ended, runs before walks."""
    sessions = by_day.get(on, [])
    runs = [session for session in sessions if session.is_run] or sessions
    ended = [session for session in runs if session.end <= log.at]
    return (ended or runs)[-1 if ended else 0] if runs else None


def _sort_morning(said: Said, told: Told, side: Side, on: date, *, about_run: bool) -> None:
    """A morning said on a later day than its run is the next day's; else it is that day's own."""
    of_day = on + ONE_DAY if about_run and said.at.date() > on else on
    told.mornings.setdefault((side, of_day), []).append(said)


def _sort_exercise(done: ExerciseLog, told: Told) -> None:
    """A morning told with an exercise is a morning of that knee like any other."""
    if done.morning is None:
        return
    mornings = (given for given in scores_of(done) if given.kind is Kind.MORNING)
    for given in mornings:
        for side in legs_of(done):
            _sort_morning(given, told, side, done.on, about_run=True)


def _sort_walk(test: TestResult, told: Told, by_day: Mapping[date, list[Activity]]) -> None:
    """A walk that was tested is coloured like a run; a run on the same day has its own scores."""
    if any(session.is_run for session in by_day.get(test.on, [])):
        return
    walks = by_day.get(test.on, [])
    activity = walks[0] if walks else None
    slot = slot_for(told, test.side, test.on, activity, about_run=True)
    slot.walked_min = max(slot.walked_min or 0.0, test.duration_min or 0.0)
    if test.pain_0_10 is not None:
        value = None if isinstance(test.pain_0_10, Unknown) else test.pain_0_10
        known_on = max(test.on, test.at.date())
        slot.said.append(Said(kind=Kind.DURING, value=value, at=test.at, known_on=known_on, timed=False))
