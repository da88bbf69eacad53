"""Numbers of the tips."""

from dataclasses import dataclass

from kneewise.model.evidence import Number, Row


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbers:
    """The reviewed numbers of this room, named as in ``knowledge.toml``."""

    warm_up_min: Row
    week_more_percent: Number
    run_more_percent: Number
    circuit_min: Row
    circuit_per_week: Number
    soft_per_week: Row
    pairs: Number
    cadence_weeks: Row
