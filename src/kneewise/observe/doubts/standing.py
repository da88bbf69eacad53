"""Times shorter than a gap in which the way stood: a watch that paused by itself and did not say so."""

from dataclasses import dataclass

import numpy as np

from kneewise.model.recording import Column, Recording
from kneewise.observe.doubts.jumps import Indices, way_between_m
from kneewise.observe.doubts.stretches import Mask
from kneewise.observe.motion import motion_of
from kneewise.observe.numbers import Numbers
from kneewise.observe.weights import unpaused_s


def standing_gaps(recording: Recording, lasts_s: Column, numbers: Numbers) -> list[int]:
    """Find points in motion that would speak for a time in which nobody went on.

    Points that are merely sparse stay, and so do those of a counter that never counted or counts in lumps.

    Args:
        recording: Where its way is not known, nobody knows whether it stood.
        lasts_s: From each point to the next without pauses, shape ``(n - 1,)``.
        numbers: What a gap is, and what standing.

    Returns:
        The points before such times, rising.
    """
    short = (lasts_s > numbers.standing_gap.value) & (lasts_s <= numbers.longest_gap.value)
    distance_m = recording.columns.get("distance_m")
    if distance_m is None or not short.any():
        return []
    moving = motion_of(recording, numbers).moving
    known = np.flatnonzero(np.isfinite(distance_m))
    at = np.flatnonzero(short & moving[:-1])
    before, behind = np.searchsorted(known, at, "right") - 1, np.searchsorted(known, at + 1)
    between = (before >= 0) & (behind < len(known))
    at, before, behind = at[between], before[between], behind[between]
    if not at.size:
        return []
    way = _Way(clock_s=unpaused_s(recording)[known], metres=distance_m[known])
    over_m = np.fmax(way.metres[behind] - way.metres[before], _straight_m(recording)[at])
    stood = over_m < numbers.moving_speed.value * lasts_s[at]
    enough_m_s = numbers.caught_up_share.value * way.usual_m_s(moving[known])
    caught_up = way.until_grown_m_s(before, behind, numbers.still_way.value) >= enough_m_s
    found: list[int] = at[stood & ~caught_up].tolist()
    return found


def _straight_m(recording: Recording) -> Column:
    """Give the way from each place to the next, shape ``(n - 1,)``; a counter may have stood meanwhile."""
    latitude, longitude = recording.columns.get("latitude_deg"), recording.columns.get("longitude_deg")
    if latitude is None or longitude is None:
        return np.full(len(recording.time_s) - 1, np.nan)
    return way_between_m(latitude, longitude)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Way:
    """The points of which the way is known, on a clock without pauses."""

    clock_s: Column
    metres: Column

    def usual_m_s(self, moving: Mask) -> float:
        """Give the speed from point to point while in motion; nought where the counter never counted."""
        lasts_s = np.diff(self.clock_s)
        timed = (lasts_s > 0) & moving[:-1]
        return float(np.median(np.diff(self.metres)[timed] / lasts_s[timed])) if timed.any() else 0.0

    def until_grown_m_s(self, before: Indices, behind: Indices, by_m: float) -> Column:
        """Give the speed from one point to where the way has grown since another."""
        grown = np.searchsorted(self.metres, self.metres[behind] + by_m, "right").clip(
            max=len(self.metres) - 1
        )
        lasts_s = self.clock_s[grown] - self.clock_s[before]
        speed: Column = (self.metres[grown] - self.metres[before]) / lasts_s
        return speed
