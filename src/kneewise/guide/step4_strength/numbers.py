"""Numbers of step 4: sets, repetitions, tempo; and the exercises."""

from dataclasses import dataclass

from kneewise.model.evidence import Number, Sequence
from kneewise.model.exercise import ExerciseTable


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbers:
    """The reviewed numbers of this room, named as in ``knowledge.toml``, and the exercises."""

    sets: Sequence
    repetitions: Sequence
    per_week: Number
    lowering_s: Number
    weeks: Sequence
    in_reserve: Sequence
    pain_steady_0_10: Number
    pain_tendon_0_10: Number
    trials: Number
    table: ExerciseTable
