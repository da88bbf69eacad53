"""Numbers of step 5: the daily ankle drill."""

from dataclasses import dataclass

from kneewise.model.evidence import Number, Row


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbers:
    """The reviewed numbers of this room, named as in ``knowledge.toml``."""

    drill_min: Row
    step_ups: Number
    optional_from_cm: Number
    sides_differ_from_cm: Number
    back_in_sessions: Number
