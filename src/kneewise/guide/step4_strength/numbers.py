"""Numbers of step 4: sets, repetitions, tempo."""

from dataclasses import dataclass

from kneewise.model.evidence import Number, Sequence


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbers:
    """The reviewed numbers of this room, named as in ``knowledge.toml``."""

    sets: Sequence
    repetitions: Sequence
    per_week: Number
    lowering_s: Number
    weeks: Sequence
    in_reserve: Sequence
    pain_steady_0_10: Number
    pain_tendon_0_10: Number
    trials: Number
