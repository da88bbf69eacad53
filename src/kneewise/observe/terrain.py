"""The ground: climb and fall without the noise of the altimeter, and how steep it is at each point."""

from collections.abc import Iterable

import numpy as np

from kneewise.model.recording import Column, Recording
from kneewise.observe.numbers import Numbers


def level_altitude(recording: Recording, numbers: Numbers) -> tuple[Column, Column] | None:
    """Give the times of known heights and the heights levelled over a few seconds; ``None`` without two."""
    altitude_m = recording.columns.get("altitude_m")
    if altitude_m is None:
        return None
    known = np.isfinite(altitude_m)
    if known.sum() <= 1:
        return None
    time_s = recording.time_s[known]
    return time_s, _levelled(time_s, altitude_m[known], numbers.smoothing.value)


def climb_and_fall(levelled_m: Column, numbers: Numbers) -> tuple[float, float]:
    """Add up the metres climbed and descended.

    A climb or a fall counts from one turning point to the next once it is higher than the altimeter's
    noise.
    """
    turns_m = np.diff(turning_points(_extremes(levelled_m).tolist(), numbers.climb_step.value))
    return float(turns_m[turns_m > 0].sum()), abs(float(turns_m[turns_m < 0].sum()))


def grade_percent(
    recording: Recording, levelled: tuple[Column, Column] | None, numbers: Numbers
) -> Column | None:
    """Give rise over run in the seconds around each point, shape ``(n,)``; NaN where too little way was made.

    Returns:
        ``None`` where height or distance is not known.
    """
    distance_m = recording.columns.get("distance_m")
    if levelled is None or distance_m is None or np.isfinite(distance_m).sum() <= 1:
        return None
    half_s = numbers.grade_window.value / 2
    ends_s = recording.time_s - half_s, recording.time_s + half_s
    known = np.isfinite(distance_m)
    way_m = _between(ends_s, recording.time_s[known], distance_m[known])
    rise_m = _between(ends_s, *levelled)
    grade: Column = np.full(len(way_m), np.nan)
    np.divide(100 * rise_m, way_m, out=grade, where=way_m >= numbers.grade_way.value)
    return grade


def _between(ends_s: tuple[Column, Column], time_s: Column, column: Column) -> Column:
    grown: Column = np.interp(ends_s[1], time_s, column) - np.interp(ends_s[0], time_s, column)
    return grown


def turning_points(altitudes_m: Iterable[float], step_m: float) -> list[float]:
    """List the heights between which the way went up or down by at least ``step_m``."""
    heights = iter(altitudes_m)
    turns = [next(heights)]
    low = high = furthest = turns[0]
    rising: bool | None = None
    for height in heights:
        if rising is None:
            low, high = min(low, height), max(high, height)
            if high - low >= step_m:
                rising = height == high
                turns, furthest = [low if rising else high], height
        elif (height > furthest) is rising and height != furthest:
            furthest = height
        elif abs(height - furthest) >= step_m:
            turns.append(furthest)
            rising, furthest = not rising, height
    return [*turns, furthest] if rising is not None else turns


def _extremes(heights_m: Column) -> Column:
    """Keep the heights at which the way turns, and both ends: no other can be a turning point."""
    steps_m = np.diff(heights_m)
    turns = np.flatnonzero((steps_m[:-1] > 0) != (steps_m[1:] > 0)) + 1
    return heights_m[np.concatenate(([0], turns, [len(heights_m) - 1]))]


def _levelled(time_s: Column, altitude_m: Column, window_s: float) -> Column:
    """Give the mean altitude of the points within the seconds around each point, shape ``(n,)``."""
    total = np.concatenate(([0.0], np.cumsum(altitude_m)))
    first = np.searchsorted(time_s, time_s - window_s / 2, "left")
    behind = np.searchsorted(time_s, time_s + window_s / 2, "right")
    levelled: Column = (total[behind] - total[first]) / (behind - first)
    return levelled
