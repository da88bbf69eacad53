"""Apple's records of one workout as columns: each holds for a span, and one device's counts once."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from lxml import etree

from kneewise.files.apple_dates import moment_s
from kneewise.files.xml import local, number
from kneewise.model.lengths import KILOMETRE_M, MILE_M
from kneewise.model.recording import Column

IDENTIFIER: Final = "HKQuantityTypeIdentifier"
UNIT: Final[Mapping[str, float]] = {
    "": 1.0,
    "m": 1.0,
    "km": KILOMETRE_M,
    "cm": 0.01,
    "mm": 0.001,
    "mi": MILE_M,
    "yd": 0.9144,
    "ft": 0.3048,
    "in": 0.0254,
    "m/s": 1.0,
    "km/hr": 1 / 3.6,
    "mi/hr": 0.44704,
    "s": 1.0,
    "ms": 0.001,
    "min": 60.0,
    "hr": 3600.0,
    "W": 1.0,
    "count": 1.0,
    "count/min": 1.0,
}
"""What a written unit is in metres, seconds, or what it counts."""

HELD: Final[Mapping[str, tuple[str, float]]] = {
    "HeartRate": ("heart_rate_bpm", 1.0),
    "RunningSpeed": ("speed_m_s", 1.0),
    "RunningPower": ("power_w", 1.0),
    "RunningStrideLength": ("step_length_mm", 1000.0),
    "RunningVerticalOscillation": ("vertical_oscillation_mm", 1000.0),
    "RunningGroundContactTime": ("stance_time_ms", 1000.0),
}
"""The column of each kind of sample, and how many of its units a metre, a second or a count is."""

STEPS: Final = "StepCount"
DISTANCES: Final = ("DistanceWalkingRunning", "DistanceCycling")
MOST: Final = 1e6
"""No record of a workout holds more of anything, in metres, watts or steps."""

HOLDS_S: Final = 10.0
"""So long a sample speaks for its time before and after; the watch writes one every three to six seconds."""

SPREAD_S: Final = 600.0
"""Steps counted over longer than this say nothing of how they were run."""

MOST_POINTS: Final = 43_200
"""Twelve hours of seconds; longer sessions have a wider grid."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Samples:
    """Records of one kind in order of time; all of shape ``(n,)``."""

    from_s: Column
    to_s: Column
    amount: Column


Records = Mapping[str, Samples]
"""By their kind, without what Apple writes before it."""


def records_of(root: etree._Element, workout: etree._Element) -> Records:
    """Read the records that stand beside a workout; of several devices, one for each kind."""
    written: dict[str, list[tuple[str, float, float, float]]] = {}
    for each in root:
        if local(each.tag) == "record":
            kind = each.get("type", "").removeprefix(IDENTIFIER)
            from_s, to_s = (moment_s(each.get(name, "").encode()) for name in ("startDate", "endDate"))
            amount = number(each.get("value")) * UNIT.get(each.get("unit", ""), float("nan"))
            if from_s is not None and to_s is not None and to_s >= from_s and 0 <= amount <= MOST:
                rows = written.setdefault(kind, [])
                rows.append((each.get("sourceName", ""), from_s, to_s, amount))
    source = workout.get("sourceName", "")
    return {kind: _of_one_source(rows, source) for kind, rows in written.items()}


def _of_one_source(rows: Sequence[tuple[str, float, float, float]], source: str) -> Samples:
    """Take the workout's own device, else the one that wrote most: two that count steps count them twice."""
    count = Counter(name for name, *_ in rows)
    best = source if source in count else max(sorted(count), key=lambda name: count[name])
    table = np.array(sorted(row[1:] for row in rows if row[0] == best), np.float64)
    return Samples(from_s=table[:, 0], to_s=table[:, 1], amount=table[:, 2])


def grid_of(lasts_s: float) -> Column:
    """Give the times of the points, shape ``(n,)``."""
    step_s = max(1.0, np.ceil(lasts_s / MOST_POINTS))
    return np.arange(0.0, lasts_s + step_s, step_s)


def columns_of(records: Records, start_s: float, time_s: Column) -> dict[str, Column]:
    """Put the records on the grid."""
    found = {
        column: _held(records[kind], start_s, time_s) * unit
        for kind, (column, unit) in HELD.items()
        if kind in records
    }
    if STEPS in records:
        found["cadence_spm"] = _rate(records[STEPS], start_s, time_s) * 60
    way = next((records[kind] for kind in DISTANCES if kind in records), None)
    if way is not None:
        found["distance_m"] = _summed(way, start_s, time_s)
    return found


def _held(samples: Samples, start_s: float, time_s: Column) -> Column:
    """Give each point the sample next to it, where there is one near."""
    middle_s = (samples.from_s + samples.to_s) / 2 - start_s
    after = np.searchsorted(middle_s, time_s)
    before = np.clip(after - 1, 0, len(middle_s) - 1)
    after = np.clip(after, 0, len(middle_s) - 1)
    nearest = np.where(np.abs(middle_s[after] - time_s) < np.abs(middle_s[before] - time_s), after, before)
    half_s = (samples.to_s - samples.from_s)[nearest] / 2
    near = np.abs(middle_s[nearest] - time_s) <= HOLDS_S + np.minimum(half_s, SPREAD_S)
    return np.where(near, samples.amount[nearest], np.nan)


def _rate(samples: Samples, start_s: float, time_s: Column) -> Column:
    """Spread each count over its own span: so many a second at each point."""
    lasts_s = samples.to_s - samples.from_s
    known = (lasts_s > 0) & (lasts_s <= SPREAD_S)
    from_s, to_s = samples.from_s[known] - start_s, samples.to_s[known] - start_s
    rates = np.full(len(time_s), np.nan)
    if not known.any():
        return rates
    place = np.searchsorted(from_s, time_s, side="right") - 1
    inside = (place >= 0) & (time_s < to_s[place])
    rates[inside] = (samples.amount[known] / lasts_s[known])[place[inside]]
    return rates


def _summed(samples: Samples, start_s: float, time_s: Column) -> Column:
    """Give the distance so far at each point, from the first record to the last."""
    at_s = np.stack((samples.from_s, samples.to_s), axis=1).ravel() - start_s
    ends_m = np.cumsum(samples.amount)
    way_m = np.stack((ends_m - samples.amount, ends_m), axis=1).ravel()
    inside = (time_s >= at_s[0]) & (time_s <= at_s[-1])
    at_s = np.maximum.accumulate(at_s)
    return np.where(inside, np.interp(time_s, at_s, way_m), np.nan)
