"""What was not believed of a recording: where, why, and what was done instead."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class DoubtCode(StrEnum):
    """Why something is not believed; never reused, a sentence for each in every language."""

    TIME_JUMP = "time_jump"
    GAP = "gap"
    UNMARKED_PAUSE = "unmarked_pause"
    POSITION_SPIKE = "position_spike"
    SPEED_SPIKE = "speed_spike"
    ALTITUDE_JUMP = "altitude_jump"
    CADENCE_STUCK = "cadence_stuck"
    CADENCE_SILENT = "cadence_silent"
    CADENCE_HALVED = "cadence_halved"
    CADENCE_DOUBLED = "cadence_doubled"
    STEP_LENGTH_OFF = "step_length_off"
    DISTANCE_ESTIMATED = "distance_estimated"
    HEART_LOCKED = "heart_locked"


class Done(StrEnum):
    """What was done about it."""

    LEFT_OUT = "left_out"
    HALVED = "halved"
    DOUBLED = "doubled"
    LEVELLED = "levelled"
    KEPT = "kept"


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """One thing that was not believed.

    Attributes:
        spans_s: Where, as half-open spans of seconds after the start.
        share: Of the session's time without pauses, 0-1.
        facts: Figures of its sentence, the unit at the end of each name.
    """

    code: DoubtCode
    done: Done
    spans_s: tuple[tuple[float, float], ...]
    share: float
    facts: Mapping[str, float] = field(default_factory=dict)
