"""Scores as they were said, and the slots of knee and run or rest day that they are sorted into."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum

from kneewise.model.activity import Activity
from kneewise.model.answers import Unknown
from kneewise.model.diary import ExerciseLog, PainLog
from kneewise.model.places import Side

ONE_DAY = timedelta(days=1)
NOON = time(12)


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
        told_at: The instant of saying.
        known_on: The local day on which it was said; no earlier day counts it.
        timed: The runner gave an earlier instant; otherwise it is the instant of saying.
    """

    kind: Kind
    value: int | None
    at: datetime
    told_at: datetime
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


def end_of(slot: Slot) -> datetime:
    """Give the run's end; without a file the first instant of a score during it, else noon."""
    if slot.activity is not None:
        return slot.activity.end
    during = [given.at for given in slot.said if given.kind is Kind.DURING]
    if during:
        return min(during)
    instants = [given.at for given in slot.said] + [remark.log.at for remark in slot.remarks]
    zone = instants[0].tzinfo if instants else None
    return datetime.combine(slot.on, NOON, tzinfo=zone or UTC)


def _minutes(activity: Activity) -> float:
    """A walk's minutes; what little was run in it counts as well."""
    moving_s = activity.measured.moving_s
    return (moving_s if moving_s is not None else activity.measured.elapsed_s) / 60


def known_on(log: PainLog) -> date:
    """Say on which day a log was told; no earlier day counts it."""
    return max(log.on, log.at.date())


def legs_of(done: ExerciseLog) -> tuple[Side, ...]:
    """Name the legs that worked in an exercise."""
    return tuple(Side) if done.side is None else (done.side,)


def at_once(kind: Kind, value: int | None, at: datetime, known_on: date) -> Said:
    """Give a score that speaks of the instant at which it was said."""
    return Said(kind=kind, value=value, at=at, told_at=at, known_on=known_on, timed=False)


def scores_of(done: ExerciseLog) -> Iterator[Said]:
    """Give the scores that were said of an exercise."""
    scores = {
        Kind.BEFORE: done.before,
        Kind.DURING: done.during,
        Kind.MORNING: done.morning,
        Kind.AFTER_24H: done.after_24h,
    }
    told_on = max(done.on, done.at.date())
    for kind, score in scores.items():
        if score is not None:
            value = None if isinstance(score, Unknown) else score
            yield at_once(kind, value, done.at, told_on)


def scores_told(log: PainLog) -> dict[Kind, Said]:
    """Give the scores that were said in a log, by the clock of that log.

    A score that was added to it later was told when it was added.
    """
    told_on = known_on(log)
    times = {name: at.astimezone(log.at.tzinfo) for name, at in (log.scored_at or {}).items()}
    scores = (log.before, log.during, log.after_60min, log.morning, log.after_24h)
    return {
        kind: Said(
            kind=kind,
            value=None if isinstance(score, Unknown) else score,
            at=times.get(kind, log.at),
            told_at=max(log.at, times.get(kind, log.at)),
            known_on=max(told_on, times.get(kind, log.at).date()),
            timed=kind in times and times[kind] < log.at,
        )
        for kind, score in zip(Kind, scores, strict=True)
        if score is not None
    }
