"""Numbers of step 6: shoes."""

from dataclasses import dataclass

from kneewise.model.evidence import Number, Row


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbers:
    """The reviewed numbers of this room, named as in ``knowledge.toml``."""

    life_km: Row
    rotation_pairs: Number
    rotation_hazard: Number
    changed_before_onset_days: Number
    wedge_mm: Row
    gait_matched: Number
