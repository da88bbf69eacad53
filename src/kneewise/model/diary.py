"""What the runner told us, each thing as it was said. ``None`` is "not said"; UNKNOWN is "not known".

Every record has the instant it was given (``at``, aware, with the runner's offset) and the local
day it speaks of (``on``). Records are amended, never overwritten: ``store`` hands over the present
reading of each, and keeps the old ones.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from kneewise.model.activity import Activity
from kneewise.model.answers import Answer, AnswerSet, Unknown
from kneewise.model.ledger import Mass
from kneewise.model.places import Side
from kneewise.model.runner import Settings
from kneewise.model.trial import Trial, Turn

Score = int | Unknown | None
"""Pain 0-10, "not known", or not said."""

YesNo = bool | Unknown | None

SCORES = ("before", "during", "after_60min", "morning", "after_24h")
"""The scores of a run, in the order of time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PainLog:
    """Scores of one knee, given in one sitting, about one run or one rest day.

    Several logs of the same knee and day are merged by ``observe``. ``scored_at`` gives the instant
    of a score that was not given at ``at``.

    Attributes:
        activity_id: The run it is about, if the runner or the join said so.
        about_run: Whether it speaks of a run (whose file may still be on its way) or a rest day.
        first_pain_min: Minutes into the run at which it first hurt.
        other_knee_fine: The one question about a knee that is not sore.
    """

    record_id: str
    at: datetime
    on: date
    side: Side
    about_run: bool | None = None
    activity_id: str | None = None
    before: Score = None
    during: Score = None
    after_60min: Score = None
    morning: Score = None
    after_24h: Score = None
    scored_at: Mapping[str, datetime] | None = None
    limp: YesNo = None
    painkiller: YesNo = None
    first_pain_min: float | None = None
    other_knee_fine: YesNo = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clearance:
    """A clinician said the runner may run.

    Attributes:
        on: The day of the visit.
        by: The kind of clinician, in the runner's words.
        may_run: What was said; only ``True`` clears anything.
    """

    record_id: str
    at: datetime
    on: date
    by: str
    may_run: bool

    @property
    def counts_from(self) -> date:
        """The first day it changes: a yes opens none before it was entered, a no holds from its visit."""
        return max(self.on, self.at.date()) if self.may_run else self.on


@dataclass(frozen=True, slots=True, kw_only=True)
class PainkillerUse:
    """A painkiller was taken; no name of a dose is ever kept."""

    record_id: str
    at: datetime
    on: date
    before_run: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Illness:
    """Days on which the runner was ill; ``until`` is included, ``None`` while it lasts.

    Attributes:
        ended_at: When the end was told of one that lasted; ``None`` where it was told with the illness.
    """

    record_id: str
    at: datetime
    on: date
    until: date | None
    ended_at: datetime | None = None


def days_ill(illnesses: Iterable[Illness], until: date) -> frozenset[date]:
    """Name every day of some illnesses up to a day; one that lasts goes on to that day."""
    spans = ((ill.on, min(ill.until or until, until)) for ill in illnesses)
    return frozenset(
        first + timedelta(days=day) for first, last in spans for day in range((last - first).days + 1)
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Sleep:
    """The night that ended on ``on``."""

    record_id: str
    at: datetime
    on: date
    hours: float | None
    quality_0_10: Score


class InsertKind(StrEnum):
    """What lies in a shoe."""

    WEDGE = "wedge"
    ORTHOTIC = "orthotic"


@dataclass(frozen=True, slots=True, kw_only=True)
class Insert:
    """A wedge or an orthotic that was prescribed on ``on``; without a prescription there is none.

    Attributes:
        prescribed_by: The kind of clinician, in the runner's words.
        worn_until: The last day on which it was worn; ``None`` while it is.
    """

    record_id: str
    at: datetime
    on: date
    insert: InsertKind
    prescribed_by: str
    worn_until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """The runner's wish to have the run of one day on another; said on ``on``, granted where rules allow."""

    record_id: str
    at: datetime
    on: date
    from_day: date
    to_day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class BesidePlan:
    """Why a run was made on a day without one in the plan, in the runner's words; it changes no plan."""

    record_id: str
    at: datetime
    on: date
    why: str | Unknown


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekCheck:
    """Four questions of our own about seven days, ``on`` the last; 0 is none of it, 10 the most.

    No plan looks at it, and the four are never one sum: nobody has tested that they make one.

    Attributes:
        held_back: How far the knee held running back.
        doubt: How far the runner doubted the knee.
        daily_life: How far it was in the way on stairs, sitting, at work.
        from_usual: How far off the usual running is.
    """

    record_id: str
    at: datetime
    on: date
    held_back: Score = None
    doubt: Score = None
    daily_life: Score = None
    from_usual: Score = None


WEEK_QUESTIONS = ("held_back", "doubt", "daily_life", "from_usual")
"""The fields of `WeekCheck` that are asked, in their order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideOpinion:
    """Whether a step of the guide was helpful; it stays here, and changes nothing."""

    record_id: str
    at: datetime
    on: date
    step: str
    helpful: bool


class TestKind(StrEnum):
    """Things a runner can try at home."""

    __test__ = False

    STAIRS = "stairs"
    HOPS = "hops"
    SQUATS = "squats"
    BRISK_WALK = "brisk_walk"
    KNEE_TO_WALL = "knee_to_wall"


@dataclass(frozen=True, slots=True, kw_only=True)
class TestResult:
    """One test.

    Attributes:
        count: Hops, single-leg squats or steps done.
        pain_0_10: Worst pain in it.
        distance_cm: Knee-to-wall.
        duration_min: Brisk walk.
    """

    __test__ = False

    record_id: str
    at: datetime
    on: date
    side: Side
    kind: TestKind
    pain_0_10: Score = None
    count: int | None = None
    distance_cm: float | None = None
    duration_min: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ExerciseLog:
    """One exercise of step 4 or drill of step 5, as it was done; those of one day are merged by ``observe``.

    Attributes:
        side: The leg that worked and the knee that the scores are of; ``None`` is both.
        repetitions: Of each set, or one number for all of them; of what is held, ``hold_s`` its seconds.
        in_reserve: Repetitions that would still have gone at the end of the last set.
        before: Pain before it; ``during`` at its worst.
        morning: Pain on the morning after it.
    """

    record_id: str
    at: datetime
    on: date
    exercise: str
    side: Side | None = None
    sets: int | None = None
    repetitions: tuple[int, ...] = ()
    hold_s: tuple[int, ...] = ()
    in_reserve: Score = None
    load_kg: float | None = None
    before: Score = None
    during: Score = None
    morning: Score = None
    after_24h: Score = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShoeRecord:
    """A pair of shoes, by hand or from an export."""

    record_id: str
    at: datetime
    on: date
    name: str
    distance_before_m: float = 0.0
    retired: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """Everything known of one runner: the whole world of the engine, clock apart.

    Order within each tuple does not matter. Nothing here is judged yet.
    """

    settings: Settings
    answers: tuple[AnswerSet, ...] = ()
    pain: tuple[PainLog, ...] = ()
    activities: tuple[Activity, ...] = ()
    clearances: tuple[Clearance, ...] = ()
    painkillers: tuple[PainkillerUse, ...] = ()
    illnesses: tuple[Illness, ...] = ()
    sleeps: tuple[Sleep, ...] = ()
    tests: tuple[TestResult, ...] = ()
    shoes: tuple[ShoeRecord, ...] = ()
    inserts: tuple[Insert, ...] = ()
    moves: tuple[Move, ...] = ()
    beside_plan: tuple[BesidePlan, ...] = ()
    week_checks: tuple[WeekCheck, ...] = ()
    trials: tuple[Trial, ...] = ()
    turns: tuple[Turn, ...] = ()
    exercises: tuple[ExerciseLog, ...] = ()
    masses: tuple[Mass, ...] = ()


Answers = Mapping[str, Answer]
