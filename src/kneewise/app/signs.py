"""Every sign that takes running out of the plan, by how soon it has to be seen: read from the numbers."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Final

from kneewise.app.numbers import house_numbers
from kneewise.model.evidence import Number
from kneewise.model.findings import Urgency

WAITING: Final = (
    "pills_before_runs",
    "bone_earlier_alone",
    "bone_walking_alone",
    "red_twice",
    "clinician_said_no",
)
"""What makes running wait without anybody to be seen at once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoppingSigns:
    """Identifiers of signs, and the figures that their sentences name.

    Attributes:
        by_urgency: Those that stop running, the most urgent first.
        waiting: Those for which running waits.
    """

    by_urgency: Mapping[Urgency, tuple[str, ...]]
    waiting: tuple[str, ...]
    amounts: Mapping[str, float]


def stopping_signs() -> StoppingSigns:
    """List them all; a new flag of the room is on the list by itself."""
    room = house_numbers().red_flags
    numbers = {one.name: getattr(room, one.name) for one in fields(room)}
    levels = {
        name: Urgency(int(number.value))
        for name, number in numbers.items()
        if isinstance(number, Number) and number.unit == "urgency" and name not in WAITING
    }
    return StoppingSigns(
        by_urgency={
            urgency: tuple(name for name, level in levels.items() if level is urgency)
            for urgency in sorted(Urgency, reverse=True)
            if urgency.stops_running
        },
        waiting=WAITING,
        amounts={
            name: number.value
            for name, number in numbers.items()
            if isinstance(number, Number) and name not in levels
        },
    )
