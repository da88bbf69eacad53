"""Climb and fall, without the noise of the altimeter."""

from collections.abc import Iterable

import numpy as np

from kneewise.model.recording import Column, Recording
from kneewise.observe.numbers import Numbers


def climb_and_fall(recording: Recording, numbers: Numbers) -> tuple[float | None, float | None]:
    """Add up the metres climbed and descended; ``None`` where the altitude is not known.

    The altitude is first levelled over a few seconds; then a climb or a fall counts from one turning
    point to the next once it is higher than the altimeter's noise.
    """
    altitude_m = recording.columns.get("altitude_m")
    if altitude_m is None or np.isfinite(altitude_m).sum() <= 1:
        return None, None
    known = np.isfinite(altitude_m)
    levelled_m = _levelled(recording.time_s[known], altitude_m[known], numbers.smoothing.value)
    turns_m = np.diff(turning_points(levelled_m.tolist(), numbers.climb_step.value))
    return float(turns_m[turns_m > 0].sum()), abs(float(turns_m[turns_m < 0].sum()))


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


def _levelled(time_s: Column, altitude_m: Column, window_s: float) -> Column:
    """Give the mean altitude of the points within the seconds around each point, shape ``(n,)``."""
    total = np.concatenate(([0.0], np.cumsum(altitude_m)))
    first = np.searchsorted(time_s, time_s - window_s / 2, "left")
    behind = np.searchsorted(time_s, time_s + window_s / 2, "right")
    levelled: Column = (total[behind] - total[first]) / (behind - first)
    return levelled
