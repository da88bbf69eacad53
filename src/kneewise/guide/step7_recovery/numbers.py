"""Numbers of step 7: ice, sleep, stretching, painkillers."""

from dataclasses import dataclass

from kneewise.model.evidence import Number, Row


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbers:
    """The reviewed numbers of this room, named as in ``knowledge.toml``."""

    ice_min: Row
    ice_look_after_min: Number
    sleep_h: Row
    sleep_hazard: Number
    stretch_min: Row
    kidney_share_percent: Number
    runs_while_ill: Number
