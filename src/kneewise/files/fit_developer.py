"""What sensors and apps add to a FIT file under names of their own, where the watch itself says nothing.

A field may say which one of the protocol it is; else its name tells, as the makers of foot pods and straps
write it.
"""

import re
from collections.abc import Mapping
from typing import Final

import numpy as np

from kneewise.files.points import SILENT_AT_NOUGHT
from kneewise.fit import Table
from kneewise.model.recording import Column

NAMES: Final[Mapping[str, str]] = {
    "cadence": "cadence_spm",
    "run cadence": "cadence_spm",
    "power": "power_w",
    "run power": "power_w",
    "currpower": "power_w",
    "ground time": "stance_time_ms",
    "ground contact time": "stance_time_ms",
    "currcontacttime": "stance_time_ms",
    "stance_time": "stance_time_ms",
    "vertical oscillation": "vertical_oscillation_mm",
    "vertical_oscillation": "vertical_oscillation_mm",
    "step_length": "step_length_mm",
    "heart rate": "heart_rate_bpm",
    "heart_rate": "heart_rate_bpm",
    "core_temperature": "core_temperature_c",
}
"""The column of each name, in small letters: of the protocol's fields, and of Stryd, RunScribe and CORE."""

UNITS: Final[Mapping[str, Mapping[str, float]]] = {
    "cadence_spm": {"rpm": 1, "spm": 1},
    "power_w": {"watts": 1, "watt": 1, "w": 1},
    "stance_time_ms": {"milliseconds": 1, "ms": 1},
    "vertical_oscillation_mm": {"centimeters": 10, "cm": 10, "millimeters": 1, "mm": 1},
    "step_length_mm": {"meters": 1000, "m": 1000, "centimeters": 10, "cm": 10, "millimeters": 1, "mm": 1},
    "heart_rate_bpm": {"bpm": 1},
    "core_temperature_c": {"°c": 1, "c": 1, "celsius": 1},
}
"""What makes a column's unit of another one; a field in a unit that is not here is left."""


AGAIN: Final = re.compile(r" #\d+\.\d+$")
"""What stands behind a name that a field of another message, or of another app, has as well."""


def with_developer_fields(columns: Mapping[str, Column], records: Table) -> dict[str, Column]:
    """Fill columns in which the watch wrote nothing from the fields that a sensor or an app describes."""
    filled = dict(columns)
    added = records.developer
    for written, values in added.numbers.items():
        own_name = AGAIN.sub("", written).lower()
        name = NAMES.get(added.natives.get(written, "")) or NAMES.get(own_name, "")
        factor = UNITS.get(name, {}).get(added.units.get(written, "").lower())
        if factor is not None and values.ndim == 1 and _says(name, values) and not _is_said(name, filled):
            filled[name] = values * factor
    return filled


def _is_said(name: str, columns: Mapping[str, Column]) -> bool:
    return name in columns and _says(name, columns[name])


def _says(name: str, column: Column) -> bool:
    return bool((column > 0).any() if name in SILENT_AT_NOUGHT else np.isfinite(column).any())
