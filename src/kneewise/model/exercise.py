"""Exercises: what each one works, what it needs, and its place between an easier and a harder one."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from kneewise.model.evidence import Grade


class Works(StrEnum):
    """What an exercise works."""

    HIP = "hip"
    THIGH = "thigh"
    CALF = "calf"


class Sides(StrEnum):
    """Whether each leg works by itself, or both together."""

    EACH = "each"
    BOTH = "both"


class Dose(StrEnum):
    """How an exercise is done: repeated, lowered slowly, or held still."""

    REPEATED = "repeated"
    LOWERED = "lowered"
    HELD = "held"


class Load(StrEnum):
    """What makes it heavy; the load of all but one's own body can be raised."""

    BODY_WEIGHT = "body_weight"
    BAND = "band"
    DUMBBELL = "dumbbell"
    MACHINE = "machine"


class Equipment(StrEnum):
    """What the runner must have for it."""

    NONE = "none"
    BANDS = "bands"
    WEIGHTS = "weights"
    GYM = "gym"


@dataclass(frozen=True, slots=True, kw_only=True)
class Exercise:
    """One exercise of a room's ``exercises.toml``.

    Attributes:
        easier: The exercise before it in its chain, and ``harder`` the one behind it; empty at an end.
        starts: Whether its chain begins here on day one; whoever cannot do it goes back to the easier one.
    """

    id: str
    works: Works
    sides: Sides
    dose: Dose
    load: Load
    needs: Equipment
    easier: str = ""
    harder: str = ""
    starts: bool = False
    grade: Grade
    sources: tuple[str, ...]
    reviewed_by: str


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ExerciseTable:
    """Every exercise by its id, in the order of the file; one table is itself and no other."""

    by_id: Mapping[str, Exercise]
