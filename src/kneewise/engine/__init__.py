"""Put the rooms together, follow the way back day by day, and guard the door."""

from kneewise.engine.block import cadence_block
from kneewise.engine.decide import ENGINE_VERSION, SHOWN_DAYS, decide
from kneewise.engine.difference import difference
from kneewise.engine.gate import gate
from kneewise.engine.gate_numbers import GateNumbers
from kneewise.engine.house import HouseNumbers
from kneewise.engine.known_past import KnownPast
from kneewise.engine.numbers import Numbers
from kneewise.engine.pause import pause
from kneewise.engine.replay import ChangedNumber, changed_numbers, differences
from kneewise.engine.shoes import pairs_in_turn

__all__ = [
    "ENGINE_VERSION",
    "SHOWN_DAYS",
    "ChangedNumber",
    "GateNumbers",
    "HouseNumbers",
    "KnownPast",
    "Numbers",
    "cadence_block",
    "changed_numbers",
    "decide",
    "difference",
    "differences",
    "gate",
    "pairs_in_turn",
    "pause",
]
