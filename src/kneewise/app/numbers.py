"""Every reviewed number of the house, read once; as plain JSON to be kept, and back."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from functools import cache
from typing import Any

from kneewise import engine, insight, observe
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
from kneewise.knowledge import read_numbers, read_patterns, read_questions
from kneewise.model.evidence import Number, Row
from kneewise.store.codec import Json, from_json, to_json


@dataclass(frozen=True, slots=True, kw_only=True)
class HouseNumbers(engine.HouseNumbers):
    """The numbers of a decision, those that measuring and looking rest on, and those that answers rest on."""

    observe: observe.Numbers
    insight: insight.Numbers


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
        insight=read_numbers("kneewise.insight", insight.Numbers),
    )


@cache
def plain_numbers() -> Mapping[str, Mapping[str, Json]]:
    """Write down every number by room and name, and besides them the patterns and the questions."""
    house, table = house_numbers(), read_patterns()
    return {
        **{room.name: _plain(getattr(house, room.name)) for room in fields(house)},
        "patterns": {one.id: to_json(one) for one in (*table.conditions, *table.features)},
        "questions": {one.key: to_json(one) for one in read_questions()},
    }


def numbers_of_then(kept: Mapping[str, Mapping[str, Any]]) -> HouseNumbers | None:
    """Put the numbers of an earlier time in the place of today's; ``None`` where more than numbers changed.

    A number that there was not yet then is today's.
    """
    now = plain_numbers()
    if any(kept.get(table) != now[table] for table in ("patterns", "questions")):
        return None
    house = house_numbers()
    rooms = {room.name: getattr(house, room.name) for room in fields(house)}
    return replace(house, **{name: _as_then(room, kept.get(name, {})) for name, room in rooms.items()})


def _plain(room: Any) -> Mapping[str, Json]:  # noqa: ANN401 - each room has numbers of its own.
    return {name: to_json(number) for name, number in _numbers_of(room).items()}


def _as_then(room: Any, kept: Mapping[str, Any]) -> Any:  # noqa: ANN401 - see above.
    known = {name: number for name, number in _numbers_of(room).items() if name in kept}
    return replace(room, **{name: from_json(type(number), kept[name]) for name, number in known.items()})


def _numbers_of(room: Any) -> Mapping[str, Number | Row]:  # noqa: ANN401 - see above.
    every = {field.name: getattr(room, field.name) for field in fields(room)}
    return {name: number for name, number in every.items() if isinstance(number, Number | Row)}
