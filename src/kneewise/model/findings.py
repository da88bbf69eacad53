"""What the rooms found: one typed finding a room, together the assessment."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import IntEnum, StrEnum

from kneewise.model.evidence import Reason
from kneewise.model.observations import ExerciseEntry, Irritability
from kneewise.model.places import Side


class Urgency(IntEnum):
    """How soon somebody should be seen; the worst wins, and the last three stop running."""

    NONE = 0
    ROUTINE = 1
    WITHIN_DAYS = 2
    SAME_DAY = 3
    EMERGENCY = 4

    @property
    def stops_running(self) -> bool:
        """Whether running is out of the plan."""
        return self >= Urgency.WITHIN_DAYS

    @property
    def word(self) -> str:
        """The identifier as it is written in JSON: ``none``, ``routine``, ``within_days`` ..."""
        return self.name.lower()


class Colour(StrEnum):
    """The answer of the knee to one run or one morning, from best to worst; the worst counts."""

    GREEN = "green"
    NEUTRAL = "neutral"
    UNKNOWN = "unknown"
    AMBER = "amber"
    RED = "red"


class Profile(StrEnum):
    """How much pain a run may bring: tendons are allowed a little more."""

    STEADY = "steady"
    TENDON = "tendon"


class Fit(StrEnum):
    """How well the answers fit a pattern; never a percentage."""

    WELL = "well"
    PARTLY = "partly"
    POORLY = "poorly"


@dataclass(frozen=True, slots=True, kw_only=True)
class Flag:
    """One red flag in force.

    Attributes:
        key: The question or rule that raised it.
        assumed: Raised because the answer is not known.
        since: The day it was first raised, or since when the knee was said to be swollen.
    """

    key: str
    urgency: Urgency
    since: date
    assumed: bool = False
    because: Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class SafetyFinding:
    """Red flags.

    Attributes:
        ask: Keys of questions that must be answered before running goes on.
        paused: Running waits (something to be asked again, a form that ran out, pills before a run).
        on_hold: Running waits for more than answers: a clinician's no, pills before a run, a bone sign alone.
        may_run: No flag stops running, nothing is to be asked, nothing is paused.
        deeper_calm: One level deeper in Calm (pregnancy, harmless bone points ...).
        no_new_change: No new change until asked again.
        bone_points: Points of the bone-stress rule; ``None`` when not fully known.
        cleared_on: Day of the last clearing, after which the plan starts again at Calm.
        new_sign: Questions that a new sign of the diary makes worth asking again; running does not wait for
            them, as the last "no" to each is still good.
        in_doubt: Emergency questions that were asked once and are not known.
    """

    urgency: Urgency
    flags: tuple[Flag, ...] = ()
    ask: tuple[str, ...] = ()
    paused: bool = False
    on_hold: bool = False
    may_run: bool
    because: tuple[Reason, ...] = ()
    deeper_calm: bool = False
    no_new_change: bool = False
    bone_points: int | None = None
    cleared_on: date | None = None
    new_sign: tuple[str, ...] = ()
    in_doubt: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PatternFit:
    """How one named pattern fits; ``share`` orders them and is never shown to a person."""

    id: str
    fit: Fit
    share: float
    speaks_for: tuple[str, ...]
    speaks_against: tuple[str, ...]
    published: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PainInRuns:
    """When one knee hurt in the runs of late, joined to what was run; ``None``: nobody told, or no file.

    Attributes:
        since: Day of the first of these runs.
        runs: Those of which the worst pain is known.
        first_pain_min: The middle of the minutes after which it began, from ``first_pain_low_min`` to
            ``first_pain_high_min``.
        hurt_running_min: The middle of the running minutes of the runs that hurt.
        free_running_min: The most running minutes of a run that did not hurt.
    """

    side: Side
    since: date
    runs: int
    hurt_runs: int
    first_pain_min: float | None
    first_pain_low_min: float | None
    first_pain_high_min: float | None
    hurt_running_min: float | None
    free_running_min: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PainFinding:
    """Step 1: where, when, which pattern.

    Attributes:
        about: The knee that the answers are about; ``None`` where that is both, or was not told.
        band: The outer band's pattern fits best, at the first places or at those of the other knee.
        green_other_0_10: The green line of the other knee, of which no pattern is known.
        to_tell: Questions answered yes that whoever looks at the knee would ask: when it hurts, what brings
            it on, what was done. No plan rests on them.
    """

    patterns: tuple[PatternFit, ...]
    first: str | None
    unclear: bool
    profile: Profile
    green_pain_0_10: int
    band: bool = False
    about: Side | None = None
    green_other_0_10: int | None = None
    because: tuple[Reason, ...] = ()
    to_tell: tuple[str, ...] = ()
    in_runs: tuple[PainInRuns, ...] = ()

    def green_of(self, side: Side) -> int:
        """Give the green line of a knee."""
        other = self.green_other_0_10
        return self.green_pain_0_10 if other is None or self.about in {None, side} else other


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadFinding:
    """Step 2: how much less.

    Attributes:
        cut_percent: Of the usual run and week.
        walking_only: A limp or a high score before; the deepest level walks whatever it says.
        limp_told: A limp by the latest word by itself or in a form, which speaks of no run.
        limp_in_diary: The same by the latest word of a knee's diary.
        swap_runs: Runs of the week to give to bike or pool instead, where the runner prefers it.
        swap_min: How long each of those is, so that the heart has as much to do as in the usual week.
    """

    irritability: Irritability
    cut_percent: float
    walking_only: bool
    run_min: float | None
    week_min: float | None
    limp_told: bool = False
    limp_in_diary: bool = False
    swap_runs: int = 0
    swap_min: float | None = None
    because: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CadenceFinding:
    """Step 3: own cadence, and the bands that follow from it. ``None``: not known or skipped.

    Attributes:
        low_spm: The band of the first two weeks, up to ``high_spm``; the later one after them.
    """

    own_spm: float | None
    low_spm: float | None
    high_spm: float | None
    wanted: bool
    later_low_spm: float | None = None
    later_high_spm: float | None = None
    because: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ExerciseColour:
    """How the knees took one session of one exercise or drill.

    Attributes:
        colour: The worst of the knees; ``missing`` names what would settle it.
        hurts: It hurt beyond the line of the knee's profile while it was done.
        by_pain: Pain made it amber or red, in it or after it; not a painkiller or a bad night alone.
        covers: Every sore knee took part.
    """

    done: ExerciseEntry
    colour: Colour
    because: tuple[Reason, ...] = ()
    missing: tuple[str, ...] = ()
    hurts: bool = False
    by_pain: bool = False
    covers: bool = True


class Course(StrEnum):
    """Why an exercise of the programme is the one it is."""

    STARTED = "started"
    STAYS = "stays"
    ONCE = "once"
    READY = "ready"
    HARDER = "harder"
    MORE_LOAD = "more_load"
    AT_END = "at_end"
    NOT_KNOWN = "not_known"
    BACK = "back"
    LESS_LOAD = "less_load"
    SMALLER = "smaller"
    OUT = "out"
    AGAIN = "again"


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Where one chain of exercises stands.

    Attributes:
        chain: The id of its easiest exercise.
        exercise: The one that the programme has now; ``None`` where nothing of the chain is left.
        since: The day from which it has it.
        course: Why; ``course_on`` is the day of what led to it.
        row: Sessions running that went beyond the goal.
        hurt: Exercises that hurt beyond the line, each as often as it did; ``out`` those taken out for it,
            ``well`` those of them that went well since, as often as they did.
        load_kg: The heaviest load that this exercise was done with; ``raised_from_kg`` what it was before
            the programme asked for more.
        last_on: The day of the last session of the chain, and ``last_colour`` how the knees took it.
    """

    chain: str
    exercise: str | None
    since: date
    course: Course = Course.STARTED
    course_on: date | None = None
    row: int = 0
    neutral_row: int = 0
    unknown_row: int = 0
    hurt: tuple[str, ...] = ()
    out: tuple[str, ...] = ()
    well: tuple[str, ...] = ()
    load_kg: float | None = None
    raised_from_kg: float | None = None
    last_on: date | None = None
    last_colour: Colour | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StrengthFinding:
    """Step 4: where each chain of exercises stands.

    Attributes:
        circuit_per_week: How often a week the circuit of Maintain is done; ``None`` before it.
    """

    room: str
    standings: tuple[Standing, ...] = ()
    circuit_per_week: float | None = None
    because: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class WallTests:
    """The knee-to-wall tests of one side: the first and the latest."""

    side: Side
    first_on: date
    first_cm: float
    latest_on: date
    latest_cm: float
    tests: int

    @property
    def change_cm(self) -> float:
        """How much farther the knee reaches now."""
        return self.latest_cm - self.first_cm


@dataclass(frozen=True, slots=True, kw_only=True)
class DrillOut:
    """A drill that was taken out: it hurt beyond the line on a day."""

    drill: str
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class AnkleFinding:
    """Step 5: how far each knee reaches over its foot, and which drills are left.

    Attributes:
        optional: Both reach far enough and alike.
        walls: Of each side that was ever tested, left before right.
    """

    room: str
    optional: bool = False
    walls: tuple[WallTests, ...] = ()
    out: tuple[DrillOut, ...] = ()
    because: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomFinding:
    """Steps 6 and 7 and the tips: figures for the advice, by name with unit."""

    room: str
    facts: Mapping[str, float | str | bool | None] = field(default_factory=dict)
    because: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """What all nine rooms found on one day."""

    safety: SafetyFinding
    pain: PainFinding
    load: LoadFinding
    cadence: CadenceFinding
    strength: StrengthFinding
    ankle: AnkleFinding
    footwear: RoomFinding
    recovery: RoomFinding
    tips: RoomFinding
