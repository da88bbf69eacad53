"""What each point of a recording says about motion: how long it speaks, how fast, how many steps."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kneewise.model.recording import Column, Recording
from kneewise.observe.numbers import Numbers
from kneewise.observe.weights import median_by_time, smoothed_speed_m_s, time_weights_s

Mask = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, kw_only=True)
class Motion:
    """All of shape ``(n,)``.

    Attributes:
        weight_s: Seconds that a point speaks for.
        running: Its cadence, or without one its speed, is that of running.
        known: Cadence or speed is known.
        moving: Stepping, or faster than standing still.
    """

    weight_s: Column
    cadence_spm: Column
    speed_m_s: Column
    running: Mask
    known: Mask
    moving: Mask

    @property
    def is_known(self) -> bool:
        """Whether any time was seen at all."""
        return bool((self.weight_s[self.known] > 0).any())

    @property
    def walking(self) -> Mask:
        """Points in motion that were not running."""
        return self.known & self.moving & ~self.running

    def seconds(self, where: Mask) -> float:
        """Add up the time of some points."""
        return float(self.weight_s[where].sum())

    def median(self, column: Column, where: Mask) -> float | None:
        """Find a column's middle, by time, over some points."""
        return median_by_time(column[where], self.weight_s[where])


def motion_of(recording: Recording, numbers: Numbers) -> Motion:
    """Look at every point; running is told by cadence and, where that is silent, by speed."""
    cadence = column_of(recording, "cadence_spm")
    if not (cadence > 0).any():
        # A column of nothing but zeros is a sensor that never spoke.
        cadence = np.full_like(cadence, np.nan)
    speed = smoothed_speed_m_s(recording, numbers)
    by_speed = np.isnan(cadence) & (speed >= numbers.running_speed.value)
    return Motion(
        weight_s=time_weights_s(recording, numbers),
        cadence_spm=cadence,
        speed_m_s=speed,
        running=(cadence >= numbers.running_cadence.value) | by_speed,
        known=np.isfinite(cadence) | np.isfinite(speed),
        moving=(cadence > 0) | (speed >= numbers.moving_speed.value),
    )


def column_of(recording: Recording, name: str) -> Column:
    """Give a column; NaN all through where the watch never wrote it."""
    found = recording.columns.get(name)
    return np.full(len(recording.time_s), np.nan) if found is None else found
