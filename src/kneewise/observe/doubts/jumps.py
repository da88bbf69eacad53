"""Steps along a way that are too long for their time."""

from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray

from kneewise.model.recording import Column
from kneewise.observe.numbers import Numbers

METRES_A_DEGREE: Final = 111_195.0
"""Of a great circle; exact enough to tell a jump from a stride."""

TURN_DEG: Final = 360.0
HALF_TURN_DEG: Final = 180.0

Indices = NDArray[np.intp]
Place = tuple[Column, Column]
"""Latitude and longitude in degrees, each of shape ``(n,)``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """What a sport can do at most, with the numbers it is judged by."""

    fastest_m_s: float
    numbers: Numbers


def impossible_steps(time_s: Column, steps_m: Column, pace: Pace) -> Indices:
    """Find the steps that are too long for their time.

    A watch that lost its satellites, or one that counts in lumps, catches up in one step: time in which
    the way stood still counts for the step behind it. And so that neighbours that merely flicker stay,
    the seconds around the step must be too fast as a whole.

    Args:
        time_s: Shape ``(n,)``.
        steps_m: From each point to the next, shape ``(n - 1,)``.
        pace: Of the sport.

    Returns:
        Where they are in ``steps_m``, rising.
    """
    lasts_s = np.diff(time_s)
    fast = np.flatnonzero(steps_m > pace.fastest_m_s * np.maximum(lasts_s, 1.0))
    if not fast.size:
        return fast
    way_m = np.concatenate(([0.0], np.cumsum(steps_m)))
    moved = np.searchsorted(way_m, way_m[fast] - pace.numbers.still_way.value, "right")
    since_s = time_s[fast + 1] - time_s[np.minimum(moved, fast)]
    half_s = pace.numbers.smoothing.value / 2
    from_s = np.maximum(time_s[fast + 1] - half_s, time_s[0])
    to_s = np.minimum(time_s[fast] + half_s, time_s[-1])
    around_m = np.interp(to_s, time_s, way_m) - np.interp(from_s, time_s, way_m)
    around_s = np.maximum(np.maximum(to_s - from_s, lasts_s[fast]), 1.0)
    limit = pace.fastest_m_s
    found: Indices = fast[(steps_m[fast] > limit * since_s) & (around_m > limit * around_s)]
    return found


def there_and_back(jumps: Indices, time_s: Column, place: Place, pace: Pace) -> list[tuple[int, int]]:
    """Pair jumps between which the way went elsewhere: the points of each pair, first and one behind."""
    return [
        (int(out) + 1, int(back) + 1)
        for out, back in pairwise(jumps)
        if _could_be_run((int(out), int(back) + 1), time_s, place, pace)
    ]


def _could_be_run(ends: tuple[int, int], time_s: Column, place: Place, pace: Pace) -> bool:
    """Whether two points lie near each other, in time and for a runner."""
    lasts_s = float(time_s[ends[1]] - time_s[ends[0]])
    straight_m = float(way_between_m(place[0][list(ends)], place[1][list(ends)])[0])
    soon = lasts_s <= pace.numbers.longest_gap.value
    return soon and straight_m <= pace.fastest_m_s * max(lasts_s, 1.0)


def way_between_m(latitude_deg: Column, longitude_deg: Column) -> Column:
    """Give the way from each point to the next on a flat earth, shape ``(n - 1,)``."""
    shrink = np.cos(np.radians(latitude_deg[:-1]))
    turned_deg = np.diff(longitude_deg) + HALF_TURN_DEG
    if ((turned_deg < 0) | (turned_deg >= TURN_DEG)).any():
        # Only across the date line: the remainder takes longer than all the rest.
        turned_deg %= TURN_DEG
    metres: Column = METRES_A_DEGREE * np.hypot(np.diff(latitude_deg), (turned_deg - HALF_TURN_DEG) * shrink)
    return metres
