"""Numbers of step 3: the runner's own steps per minute, a little quicker."""

from dataclasses import dataclass

from kneewise.model.evidence import Number, Row


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbers:
    """The reviewed numbers of this room, named as in ``knowledge.toml``."""

    first_raise_percent: Number
    first_days: Number
    later_raise_percent: Row
    guide_raise_percent: Row
    guide_range_spm: Row
    guide_weeks: Row
    band_half_width_spm: Number
    skip_from_spm: Number
    begin_after_days: Number
    patella_force_percent: Number
    relief_share_percent: Number
    minute_of_each: Number
    inside_percent: Number
    known_percent: Number
    sessions: Row
