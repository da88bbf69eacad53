"""What may be done: sessions, caps, advice and the decision that holds them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Final

from kneewise.model.diary import TestKind
from kneewise.model.evidence import Reason, Shown
from kneewise.model.findings import Assessment, Colour, Urgency
from kneewise.model.places import Side

PLAN_DAYS: Final = 7
"""A plan holds so many days, from its own on."""


class Phase(StrEnum):
    """Where on the way back the runner is, from its beginning to its end."""

    TRIAGE = "triage"
    CALM = "calm"
    WALK_RUN = "walk_run"
    BUILD = "build"
    MAINTAIN = "maintain"


class SessionKind(StrEnum):
    """What a day holds."""

    RUN = "run"
    WALK = "walk"
    BIKE = "bike"
    POOL = "pool"
    REST = "rest"


class ChangeKind(StrEnum):
    """What counts as a change (rules 1), in the order in which they begin."""

    RUNNING_DAY = "running_day"
    CADENCE = "cadence"
    EXERCISE = "exercise"
    HILLS = "hills"
    DOWNHILL = "downhill"
    SPEED = "speed"
    NEW_SHOE = "new_shoe"


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """``times`` x (run, then walk); a continuous run has no walk and one time."""

    run_min: float
    walk_min: float
    times: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """What one day holds. ``running_min`` is the running alone, without warm-up and walks.

    Attributes:
        hills: Whether it may go up, and ``downhill`` whether down as well.
        cadence_each_min: Of so many running minutes the band is for one; ``None`` for all of them.
        stop_above_0_10: Pain above it ends a run, and ``stop_at_outer_pain`` the first one on the outer side.
        exercises: Those of step 4 that are due beside it; ``circuit`` says that they are the one of Maintain.
    """

    on: date
    kind: SessionKind
    running_min: float = 0.0
    duration_min: float = 0.0
    blocks: tuple[Block, ...] = ()
    warm_up_min: float = 0.0
    cap_m: float | None = None
    hills: bool = False
    downhill: bool = False
    speed: bool = False
    soft_surface: bool = False
    cadence_low_spm: float | None = None
    cadence_high_spm: float | None = None
    cadence_each_min: float | None = None
    shoe: str = ""
    stop_above_0_10: int | None = None
    stop_at_outer_pain: bool = False
    exercises: tuple[str, ...] = ()
    circuit: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """Something new that is open from a day on, by the plan or, of shoes, by the runner.

    Attributes:
        exercises: Those that are harder from then on.
        begun_on: Day on which the runner first met it; ``None`` while that is to come, or was not told.
    """

    kind: ChangeKind
    on: date
    exercises: tuple[str, ...] = ()
    begun_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice:
    """One thing to do or to know, from one room.

    Attributes:
        action: An identifier, such as ``ankle.step_ups``; a sentence for it in every language.
        amounts: The figures of the sentence, by name with the unit last.
        optional: Said honestly where it is.
        daily_life: Allowed under "what is left" while running is stopped.
    """

    room: str
    action: str
    amounts: Mapping[str, Shown] = field(default_factory=dict)
    because: tuple[Reason, ...]
    optional: bool = False
    daily_life: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RunColour:
    """The colour of one run (or of a rest day's morning) for one knee.

    Attributes:
        about_run: Whether it is of a run; its file may still be on its way.
        walk: Whether that is a brisk walk, which is coloured as a run is.
        activity_id: Of that file.
    """

    on: date
    side: Side
    about_run: bool = False
    walk: bool = False
    activity_id: str | None
    colour: Colour
    because: tuple[Reason, ...] = ()
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Caps:
    """The caps in force for a run and for the week that ends that day; ``None``: no such cap yet.

    Attributes:
        next_run_min: Where the next run alone is held to less, by the first outer pain of the last one; 0 is
            a walk in its place.
    """

    run_min: float | None
    run_m: float | None
    week_min: float | None
    next_run_min: float | None = None


class GoalKind(StrEnum):
    """What the way back leads to."""

    USUAL = "usual"
    WEEK = "week"
    RACE = "race"


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """What the runner wants to be back at, and of a race, when the plan's own limits allow it.

    Attributes:
        week_min: Running minutes of the week at which Maintain begins; ``None`` where none are known.
        race_min: How long the race is; at the usual pace where only its way is told.
        soonest_on: The first day on which every cap would allow the race, if all runs from now on are green;
            ``None`` where that is not known, or does not come within the time looked at.
        in_time: Whether that is not after the race; ``None`` where nobody can say.
    """

    kind: GoalKind
    week_min: float | None
    race_on: date | None = None
    race_min: float | None = None
    race_m: float | None = None
    soonest_on: date | None = None
    in_time: bool | None = None
    because: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveAnswer:
    """What became of the wish to have the run of one day on another; ``because`` names what forbids it."""

    from_day: date
    to_day: date
    because: Reason | None = None

    @property
    def done(self) -> bool:
        """Whether the run is where it was wished."""
        return self.because is None


class HomeTestState(StrEnum):
    """How the last test of a kind stands.

    ``again`` is one that a bad day came with or after; ``not_known`` one of which nobody knows how it hurt.
    """

    OPEN = "open"
    PASSED = "passed"
    TOO_SORE = "too_sore"
    TOO_FEW = "too_few"
    NOT_KNOWN = "not_known"
    AGAIN = "again"


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeTest:
    """One thing that has to go well at home before Calm ends.

    Attributes:
        count: How many are wanted; ``None`` where only the pain counts.
        pain_0_10: The most it may hurt.
        told_on: The day of the last one in this Calm; ``None`` where there is none.
    """

    side: Side
    kind: TestKind
    count: int | None
    pain_0_10: int
    told_on: date | None
    state: HomeTestState

    @property
    def passed(self) -> bool:
        """Whether it went well, and nothing bad came after it."""
        return self.state is HomeTestState.PASSED


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The proposal for the seven days from ``on``, and what the gate left of it.

    Attributes:
        may_run: Whether running is in the plan at all today or later this week.
        stage: The rung in Walk-run, 0 the walk below it; the step in Build, the depth in Calm.
        sessions: Seven, the first for ``on``.
        advances: Whether the stage is further than before, and ``advanced_on`` the runs that earned it.
        changes: What is still to begin, and what began so lately that nothing else may.
        would_change: Rule ids of what would change the answer.
        missing: What is not known yet and would help: keys such as ``morning`` or a question.
        refused: Rule ids by which the gate took something out.
        moves: The runner's wishes to have a run on another day, those of the days to come.
        goal: ``None`` before the first screening.
        home_tests: Of each knee in Calm, while nothing stops running.
    """

    on: date
    may_run: bool
    urgency: Urgency
    phase: Phase
    stage: int = 0
    sessions: tuple[Session, ...] = ()
    caps: Caps
    changes: tuple[Change, ...] = ()
    advances: bool = False
    advanced_on: tuple[RunColour, ...] = ()
    advice: tuple[Advice, ...] = ()
    because: tuple[Reason, ...] = ()
    would_change: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    ask: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()
    moves: tuple[MoveAnswer, ...] = ()
    goal: Goal | None = None
    home_tests: tuple[HomeTest, ...] = ()

    @property
    def runs_today(self) -> bool:
        """Whether a run is planned for the plan's own day."""
        return any(one.on == self.on and one.kind is SessionKind.RUN for one in self.sessions)


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One day's answer with everything it rests on; it can be made again from the same history."""

    plan: Plan
    found: Assessment
    colours: tuple[RunColour, ...]
    engine_version: str
    knowledge_hash: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """One day that holds something else now."""

    before: Session
    after: Session


@dataclass(frozen=True, slots=True, kw_only=True)
class MovedExercise:
    """An exercise or drill in whose place another one is now; ``None`` where there is none."""

    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """Two decisions beside each other; each pair is before and after, ``None`` where they are the same.

    Attributes:
        sessions: The days of both plans that hold something else.
        exercises: Those in whose place another one is, or none.
        because: Reasons of the later one whose rules the earlier one did not have.
        moves: Wishes to have a run on another day that the earlier one did not answer so.
    """

    urgency: tuple[Urgency, Urgency] | None
    may_run: tuple[bool, bool] | None
    stage: tuple[Plan, Plan] | None
    sessions: tuple[Moved, ...]
    run_cap_min: tuple[float | None, float | None] | None
    week_cap_min: tuple[float | None, float | None] | None
    because: tuple[Reason, ...]
    moves: tuple[MoveAnswer, ...] = ()
    exercises: tuple[MovedExercise, ...] = ()

    @property
    def is_none(self) -> bool:
        """Whether nothing that is planned changed."""
        pairs = (self.urgency, self.may_run, self.stage, self.run_cap_min, self.week_cap_min)
        changed = self.sessions or self.moves or self.exercises
        return not changed and all(pair is None for pair in pairs)
