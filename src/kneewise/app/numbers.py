"""Every reviewed number of the house, read once."""

from dataclasses import dataclass
from functools import cache

from kneewise import engine, observe
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
from kneewise.knowledge import read_numbers


@dataclass(frozen=True, slots=True, kw_only=True)
class HouseNumbers(engine.HouseNumbers):
    """The numbers of a decision, and those that measuring and looking rest on."""

    observe: observe.Numbers


@cache
def house_numbers() -> HouseNumbers:
    """Read the numbers of every room, of the engine, of the gate and of observing."""
    return HouseNumbers(
        red_flags=read_numbers("kneewise.guide.red_flags", red_flags.Numbers),
        step1_pain=read_numbers("kneewise.guide.step1_pain", step1_pain.Numbers),
        step2_load=read_numbers("kneewise.guide.step2_load", step2_load.Numbers),
        step3_cadence=read_numbers("kneewise.guide.step3_cadence", step3_cadence.Numbers),
        step4_strength=read_numbers("kneewise.guide.step4_strength", step4_strength.Numbers),
        step5_ankle=read_numbers("kneewise.guide.step5_ankle", step5_ankle.Numbers),
        step6_footwear=read_numbers("kneewise.guide.step6_footwear", step6_footwear.Numbers),
        step7_recovery=read_numbers("kneewise.guide.step7_recovery", step7_recovery.Numbers),
        tips=read_numbers("kneewise.guide.tips", tips.Numbers),
        engine=read_numbers("kneewise.engine", engine.Numbers),
        gate=read_numbers("kneewise.engine", engine.GateNumbers, name="gate.toml"),
        observe=read_numbers("kneewise.observe", observe.Numbers),
    )
