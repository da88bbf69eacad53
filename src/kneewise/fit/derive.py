"""Columns that follow from others, so that a reader need not know each watch's habits."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kneewise.fit.sheet import Sheet
    from kneewise.fit.values import Numbers

_OF_SUMMARIES: Final = {
    "enhanced_avg_speed": "avg_speed",
    "enhanced_max_speed": "max_speed",
    "enhanced_avg_altitude": "avg_altitude",
    "enhanced_min_altitude": "min_altitude",
    "enhanced_max_altitude": "max_altitude",
    "enhanced_avg_respiration_rate": "avg_respiration_rate",
    "enhanced_max_respiration_rate": "max_respiration_rate",
}
ENHANCED: Final[Mapping[str, Mapping[str, str]]] = {
    "record": {
        "enhanced_speed": "speed",
        "enhanced_altitude": "altitude",
        "enhanced_respiration_rate": "respiration_rate",
    },
    "session": _OF_SUMMARIES,
    "lap": _OF_SUMMARIES,
}
"""The wide twin of a column, and the plain one whose values it takes where it has none."""

_FRACTIONS_OF_SUMMARIES: Final = {
    "avg_cadence": "avg_fractional_cadence",
    "max_cadence": "max_fractional_cadence",
    "total_cycles": "total_fractional_cycles",
}
FRACTIONS: Final[Mapping[str, Mapping[str, str]]] = {
    "record": {"cadence": "fractional_cadence"},
    "session": _FRACTIONS_OF_SUMMARIES,
    "lap": _FRACTIONS_OF_SUMMARIES,
}
"""A whole-number column, and the column with the part behind its point."""

COUNTERS: Final[Mapping[str, Mapping[str, tuple[str, int]]]] = {
    "record": {
        "cycles": ("total_cycles", 0xFF),
        "compressed_accumulated_power": ("accumulated_power", 0xFFFF),
    },
}
"""A counter that goes round, the column that counts on from it, and its bits."""

_LARGEST_CADENCE_RPM: Final = 254
_FRACTIONS_PER_RPM: Final = 128
_SPEED_STEPS_PER_M_S: Final = 100
_DISTANCE_STEPS_PER_M: Final = 16
_TWELVE_BITS: Final = 0xFFF


def derive(message: str, sheet: Sheet) -> None:
    """Fill enhanced columns from plain ones, add fractions, unpack speed and distance, count counters on."""
    numbers, units = sheet.numbers[0], sheet.units[0]
    if message == "record":
        _unpack_speed_distance(numbers, units)
        _count_on(numbers)
    for wide, plain in ENHANCED.get(message, {}).items():
        if plain in numbers:
            numbers[wide] = _first_known(numbers.get(wide), numbers[plain])
            units.setdefault(wide, units.get(plain, ""))
    for whole, fraction in FRACTIONS.get(message, {}).items():
        # The fraction leaves the table, so that nobody adds it a second time.
        part = numbers.pop(fraction, None)
        units.pop(fraction, None)
        if part is not None and whole in numbers and part.shape == numbers[whole].shape:
            numbers[whole] = numbers[whole] + np.nan_to_num(part)
    if message == "record":
        _take_fine_cadence(numbers, units)


def _first_known(first: Numbers | None, second: Numbers) -> Numbers:
    if first is None or first.shape != second.shape:
        return second
    return np.where(np.isnan(first), second, first)


def _unpack_speed_distance(numbers: dict[str, Numbers], units: dict[str, str]) -> None:
    """Unpack 12 bits of speed and the low 12 bits of distance, which goes round after 256 m."""
    packed = numbers.get("compressed_speed_distance")
    if packed is None or packed.ndim == 1 or packed.shape[1] < 3:
        return
    known = ~np.isnan(packed[:, :3]).any(axis=1)
    low, middle, high = packed[known, :3].astype(np.int64).T
    columns = {"speed": np.full(len(packed), np.nan), "distance": np.full(len(packed), np.nan)}
    columns["speed"][known] = (low | (middle & 0xF) << 8) / _SPEED_STEPS_PER_M_S
    steps = middle >> 4 | high << 4
    travelled = np.cumsum(np.diff(steps, prepend=0) & _TWELVE_BITS)
    columns["distance"][known] = travelled / _DISTANCE_STEPS_PER_M
    for name, unit in (("speed", "m/s"), ("distance", "m")):
        numbers[name] = _first_known(numbers.get(name), columns[name])
        units[name] = unit


def _count_on(numbers: dict[str, Numbers]) -> None:
    """Give counters that go round a column that does not."""
    for name, (total, bits) in COUNTERS["record"].items():
        counter = numbers.get(name)
        if counter is not None and counter.ndim == 1:
            known = ~np.isnan(counter)
            counted = np.full(len(counter), np.nan)
            steps = np.diff(counter[known], prepend=0.0).astype(np.int64)
            counted[known] = np.cumsum(steps & bits)
            numbers[total] = _first_known(numbers.get(total), counted)


def _take_fine_cadence(numbers: dict[str, Numbers], units: dict[str, str]) -> None:
    """Fill the cadence from its finer twin, in the steps that a cadence with its fraction has."""
    fine = numbers.get("cadence256")
    if fine is not None:
        steps = np.rint(fine * _FRACTIONS_PER_RPM) / _FRACTIONS_PER_RPM
        steps = np.where(steps <= _LARGEST_CADENCE_RPM, steps, np.nan)
        numbers["cadence"] = _first_known(numbers.get("cadence"), steps)
        units.setdefault("cadence", "rpm")
