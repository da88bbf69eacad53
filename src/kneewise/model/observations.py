"""What ``observe`` makes of a history on one day: the only thing the rooms see."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from math import ceil

from kneewise.model.activity import Activity
from kneewise.model.answers import Answer, AnswerSet
from kneewise.model.diary import (
    BesidePlan,
    Clearance,
    Illness,
    Insert,
    Move,
    PainkillerUse,
    Score,
    ShoeRecord,
    Sleep,
    TestResult,
    WeekCheck,
    YesNo,
)
from kneewise.model.ledger import Basis
from kneewise.model.places import Side
from kneewise.model.runner import Settings
from kneewise.model.trial import Trial, Turn


@dataclass(frozen=True, slots=True, kw_only=True)
class TimedScore:
    """One score with the instant it was given; ``value`` ``None`` means asked and not known.

    Attributes:
        told_at: The instant it was told, where that is another one.
    """

    value: int | None
    at: datetime
    told_at: datetime | None = None

    @property
    def known_at(self) -> datetime:
        """The instant before which nobody knew of it."""
        return self.told_at or self.at


@dataclass(frozen=True, slots=True, kw_only=True)
class DiaryEntry:
    """One record per knee and run or rest day, merged from everything said about it.

    The morning of a day speaks in an entry of its own, also where that day has a run or a walk, and again
    in the entry of the run or walk of the day before.

    ``None`` where nothing was said. ``usual_morning`` is the runner's usual morning score before
    that day, by the rule of the longer memory (rules 1), ``None`` when no morning is known.

    Attributes:
        activity: The run it belongs to; ``None`` on a rest day, or while the file is on its way.
        about_run: Whether it speaks of a run, with or without a file.
        uncoloured: The worst score that colours nothing, because it came too late, outside its hours or after
            the one that counts; a flag it may raise it raises.
        limp_told_at: When the answer about the limp was told.
        sleep_quality_0_10: Of the night before the next morning's score.
        walked_min: Minutes of the walk that the entry is about, where it is about a walk.
        worst_0_10: The worst of its scores, also of one that colours nothing; ``None`` where none is known.
    """

    on: date
    side: Side
    about_run: bool
    activity: Activity | None
    before: TimedScore | None = None
    during: TimedScore | None = None
    after_60min: TimedScore | None = None
    morning: TimedScore | None = None
    after_24h: TimedScore | None = None
    limp: YesNo = None
    painkiller: YesNo = None
    limp_told_at: datetime | None = None
    uncoloured: TimedScore | None = None
    first_pain_min: float | None = None
    usual_morning: int | None = None
    sleep_quality_0_10: Score = None
    walked_min: float | None = None
    worst_0_10: int | None = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Look through the scores once: who judges many days asks for the worst of all of them each day."""
        scores = (self.before, self.during, self.after_60min, self.morning, self.after_24h, self.uncoloured)
        known = [score.value for score in scores if score is not None and score.value is not None]
        object.__setattr__(self, "worst_0_10", max(known, default=None))

    @property
    def is_run(self) -> bool:
        """Whether it is about a run, and about no walk."""
        return self.about_run and self.walked_min is None

    @property
    def began_at(self) -> datetime | None:
        """When the run began that it is about, where that is known."""
        return self.activity.start if self.activity is not None and self.activity.start_known else None

    @property
    def before_0_10(self) -> int:
        """The score before a run; not known counts as none, so that settling is never assumed."""
        return self.before.value if self.before is not None and self.before.value is not None else 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ExerciseEntry:
    """One exercise or drill on one day, merged from everything said about it.

    Of two legs that did differently the weaker one counts. ``None`` where it was not said.

    Attributes:
        legs: Those that worked.
        last_repetitions: Of the last set; ``last_hold_s`` the seconds of the last hold.
        in_reserve: Repetitions that would still have gone; ``None`` where nobody knows.
        worst_0_10: The worst score of any knee, in it or after it.
        knees: What each knee of those legs said; ``about_run`` is no answer of it.
    """

    on: date
    exercise: str
    legs: tuple[Side, ...]
    sets: int | None = None
    last_repetitions: int | None = None
    last_hold_s: int | None = None
    in_reserve: int | None = None
    load_kg: float | None = None
    worst_0_10: int | None = None
    knees: tuple[DiaryEntry, ...] = ()


class Irritability(StrEnum):
    """How easily the knee is stirred up, from least to most; unknown counts as high."""

    MILD = "mild"
    MODERATE = "moderate"
    HIGH = "high"


@dataclass(frozen=True, slots=True, kw_only=True)
class Baseline:
    """The usual running of the six weeks before, gaps left out.

    Attributes:
        measured: From files; otherwise told by the runner.
        days_per_week: Running days of a usual week.
    """

    measured: bool
    weeks: int
    run_min: float
    week_min: float
    days_per_week: float
    run_m: float | None = None

    @property
    def usual_days(self) -> int:
        """Running days of a usual week as a whole number: the nearest, the lower of two, one at least."""
        return max(1, ceil(self.days_per_week - 0.5))


@dataclass(frozen=True, slots=True, kw_only=True)
class AerobicBase:
    """What the usual week asks of the heart, in minutes of own easy running (the aerobic ledger).

    Attributes:
        week_easy_min: Of all runs of the usual week.
        easy_per_min: What a running minute of it comes to.
        basis: What most of the runs were counted by.
        ride_easy_per_min: What a minute of own rides comes to, by heart rate; ``None`` where none is known.
        swim_easy_per_min: The same of a minute in the pool.
    """

    week_easy_min: float
    easy_per_min: float
    basis: Basis
    ride_easy_per_min: float | None = None
    swim_easy_per_min: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CadenceBase:
    """The runner's own steps per minute at the runner's own easy pace.

    Attributes:
        runs: So many it rests on.
        known_on: The first day on which it was known, of runs of the plan; of runs before it ``None``.
    """

    cadence_spm: float
    speed_m_s: float | None
    runs: int
    known_on: date | None = None

    def is_known(self, on: date) -> bool:
        """Whether it was known on a day."""
        return self.known_on is None or self.known_on <= on


@dataclass(frozen=True, slots=True, kw_only=True)
class NewShoe:
    """The first run in a pair of shoes."""

    on: date
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Observations:
    """One runner, looked at on one day. ``None`` means "we do not know", and is never reassuring.

    Attributes:
        on: The day the review is made for; the core has no other clock.
        started_on: Day of the first screening; the plan's day 0. ``None``: never screened.
        sore_sides: The knees that hurt, by the answers or the diary; once sore, a knee stays among them.
        sore_since: Of each of them, the first day of which that was said.
        answers: The latest answer to each question known by ``on``.
        answer_sets: All of them in time order, for rules that need the history.
        entries: The merged diary, oldest first.
        exercises: The merged sessions of exercises and drills, oldest first.
        activities: All up to ``on`` (``clock_wrong`` ones left out), oldest first.
        irritability: As it was at the start, by what was told on that day and the runs around it.
        irritability_known: Whether anything was told to judge it by; otherwise high is assumed.
        irritability_later: Of each knee that grew sore after the start, by its own runs around its first day.
        irritability_anew: What a Calm that begins on this day would go by.
        more_running_lately: Measured from files; ``None`` where files cannot tell.
        more_running_days: Days since the start on which it was measured so, ``on`` included; a flag
            that rested on it stays until it is cleared.
        painkiller_days: Days on which one was taken, from every kind of record.
        scores_within: Scores of a run or an exercise may be added for so long.
        aerobic: Measured only where runs are to be swapped for bike or pool.
        shoes_first_used: When each pair but the first was run in for the first time, oldest first; the first
            has nothing to be new against.
        shoes_last_used: Of each pair, the last day on which it was run in.
    """

    on: date
    settings: Settings
    started_on: date | None
    sore_sides: tuple[Side, ...] = ()
    sore_since: Mapping[Side, date] = field(default_factory=dict)
    answers: Mapping[str, Answer] = field(default_factory=dict)
    answer_sets: tuple[AnswerSet, ...] = ()
    clearances: tuple[Clearance, ...] = ()
    entries: tuple[DiaryEntry, ...] = ()
    exercises: tuple[ExerciseEntry, ...] = ()
    activities: tuple[Activity, ...] = ()
    illnesses: tuple[Illness, ...] = ()
    sleeps: tuple[Sleep, ...] = ()
    tests: tuple[TestResult, ...] = ()
    shoes: tuple[ShoeRecord, ...] = ()
    inserts: tuple[Insert, ...] = ()
    painkillers: tuple[PainkillerUse, ...] = ()
    moves: tuple[Move, ...] = ()
    beside_plan: tuple[BesidePlan, ...] = ()
    week_checks: tuple[WeekCheck, ...] = ()
    trials: tuple[Trial, ...] = ()
    turns: tuple[Turn, ...] = ()
    painkiller_days: tuple[date, ...] = ()
    scores_within: timedelta = timedelta(0)
    baseline: Baseline | None = None
    aerobic: AerobicBase | None = None
    irritability: Irritability = Irritability.HIGH
    irritability_known: bool = False
    irritability_later: Mapping[Side, Irritability] = field(default_factory=dict)
    irritability_anew: Irritability = Irritability.HIGH
    more_running_lately: bool | None = None
    more_running_days: tuple[date, ...] = ()
    cadence: CadenceBase | None = None
    shoe_km: Mapping[str, float] = field(default_factory=dict)
    shoes_first_used: tuple[NewShoe, ...] = ()
    shoes_last_used: Mapping[str, date] = field(default_factory=dict)

    @property
    def days_told(self) -> frozenset[date]:
        """Days of which the diary tells a run that is no session: without a file, and without its minutes."""
        told = {one.on for one in self.entries if one.is_run}
        return frozenset(told - {one.on for one in self.activities if one.is_run})
