"""What sensors and apps add to a FIT file under names of their own, where the watch itself says nothing."""

from collections.abc import Mapping
from typing import Final

import numpy as np

from kneewise.fit import Table
from kneewise.model.recording import Column

NAMES: Final[Mapping[str, str]] = {
    "cadence": "cadence_spm",
    "power": "power_w",
    "ground time": "stance_time_ms",
    "vertical oscillation": "vertical_oscillation_mm",
    "heart rate": "heart_rate_bpm",
}
"""The column of each name, in small letters."""

UNITS: Final[Mapping[str, Mapping[str, float]]] = {
    "cadence_spm": {"rpm": 1, "spm": 1},
    "power_w": {"watts": 1, "watt": 1, "w": 1},
    "stance_time_ms": {"milliseconds": 1, "ms": 1},
    "vertical_oscillation_mm": {"centimeters": 10, "cm": 10, "millimeters": 1, "mm": 1},
    "heart_rate_bpm": {"bpm": 1},
}
"""What makes a column's unit of another one; a field in a unit that is not here is left."""


def with_developer_fields(columns: Mapping[str, Column], records: Table) -> dict[str, Column]:
    """Fill columns in which the watch wrote nothing from the fields that a sensor or an app describes."""
    filled = dict(columns)
    for written, values in records.developer.numbers.items():
        name = NAMES.get(written.lower(), "")
        factor = UNITS.get(name, {}).get(records.developer.units.get(written, "").lower())
        if factor is not None and values.ndim == 1 and not np.isfinite(filled[name]).any():
            filled[name] = values * factor
    return filled
