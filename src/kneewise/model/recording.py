"""One activity as the watch wrote it: columns over time, nothing measured yet."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

import numpy as np
from numpy.typing import NDArray

from kneewise.model.errors import Problem
from kneewise.model.sport import Sport

Column = NDArray[np.float64]
"""One value per point, shape ``(n,)``; NaN where the watch wrote nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lap:
    """One lap as the watch cut it, seconds after the start of the recording."""

    start_s: float
    duration_s: float | None
    distance_m: float | None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Recording:
    """One activity of one file.

    Attributes:
        start: First instant, UTC.
        utc_offset_s: The file's own offset from UTC, or ``None`` where the file does not say.
        time_s: Seconds after ``start``, shape ``(n,)``, never falling; smart recording leaves gaps.
        columns: Further columns of the same shape by name with unit: ``distance_m`` (cumulative),
            ``speed_m_s``, ``cadence_spm`` (steps a minute, both feet, for running and walking;
            revolutions or strokes for the rest), ``heart_rate_bpm``, ``altitude_m``,
            ``latitude_deg``, ``longitude_deg``, ``power_w``, ``stance_time_ms``,
            ``vertical_oscillation_mm``, ``step_length_mm``, ``stance_time_balance_percent`` (left foot),
            ``temperature_c`` ...
        elapsed_s: From start to stop with pauses, by the file's summary, else by its points.
        timer_s: The same without pauses.
        distance_m: By the file's summary; ``None`` where it has none.
        pauses: Half-open spans ``(from_s, to_s)`` in which the timer stood.
        cadence_rule: How steps a minute were decided: ``strides_doubled``, ``steps``, ``none`` ...
        source_format: ``fit``, ``tcx``, ``gpx``, ``kml``, ``apple`` or ``summary`` (a row without a file).
        problems: What was odd or damaged; the rest of the recording is still good.
    """

    start: datetime
    utc_offset_s: int | None
    sport: Sport
    sub_sport: str = ""
    name: str = ""
    device: str = ""
    source_format: str
    time_s: Column
    columns: Mapping[str, Column] = field(default_factory=dict)
    elapsed_s: float
    timer_s: float | None = None
    distance_m: float | None = None
    pool_length_m: float | None = None
    laps: tuple[Lap, ...] = ()
    pauses: tuple[tuple[float, float], ...] = ()
    cadence_rule: str = "none"
    problems: tuple[Problem, ...] = ()
