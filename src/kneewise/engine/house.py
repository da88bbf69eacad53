"""Every reviewed number of the house that a decision rests on."""

from dataclasses import dataclass

from kneewise.engine.gate_numbers import GateNumbers
from kneewise.engine.numbers import Numbers
from kneewise.guide import (
    red_flags,
    step1_pain,
    step2_load,
    step3_cadence,
    step4_strength,
    step5_ankle,
    step6_footwear,
    step7_recovery,
    tips,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class HouseNumbers:
    """One field a room, and the engine's and the gate's own."""

    red_flags: red_flags.Numbers
    step1_pain: step1_pain.Numbers
    step2_load: step2_load.Numbers
    step3_cadence: step3_cadence.Numbers
    step4_strength: step4_strength.Numbers
    step5_ankle: step5_ankle.Numbers
    step6_footwear: step6_footwear.Numbers
    step7_recovery: step7_recovery.Numbers
    tips: tips.Numbers
    engine: Numbers
    gate: GateNumbers
