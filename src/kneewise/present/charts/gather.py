"""Columns of a recording in even steps of time, so that a long run is drawn as lightly as a short one."""

from itertools import pairwise
from math import ceil, floor

import numpy as np

from kneewise.model.recording import Column, Recording


class Gatherer:
    """A recording's columns, in means of even steps of time."""

    def __init__(self, recording: Recording, step_s: float) -> None:
        self.recording = recording
        self.step_s = step_s
        self.count = floor(float(recording.time_s[-1]) / step_s) + 1
        self._step = np.minimum((recording.time_s / step_s).astype(np.intp), self.count - 1)

    def column(self, name: str) -> Column | None:
        """Gather one column; ``None`` where the watch never wrote it."""
        written = self.recording.columns.get(name)
        if written is None or not np.isfinite(written).any():
            return None
        return self.gather(written)

    def gather(self, written: Column) -> Column:
        """Gather any values of the points, shape ``(n,)``; a gap longer than half a minute stays one."""
        known = np.isfinite(written)
        sums = np.bincount(self._step[known], weights=written[known], minlength=self.count)
        counts = np.bincount(self._step[known], minlength=self.count)
        with np.errstate(invalid="ignore", divide="ignore"):
            return _bridge(sums / counts, ceil(30 / self.step_s))


def _bridge(values: Column, longest: int) -> Column:
    """Fill gaps of at most ``longest`` steps along a straight line: smart recording is no pause."""
    known = np.flatnonzero(np.isfinite(values))
    filled = values.copy()
    for left, right in pairwise(known):
        if 1 < right - left <= longest:
            filled[left : right + 1] = np.linspace(values[left], values[right], right - left + 1)
    return filled
