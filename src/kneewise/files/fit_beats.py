"""The heart rate of a swim: a strap keeps it under water, and the watch writes it behind the session."""

from collections.abc import Mapping, Sequence
from typing import Final

import numpy as np

from kneewise.fit import FitFile, heartbeats
from kneewise.model.recording import Column

LASTS_S: Final = 10.0
"""So long a beat speaks for the points after it."""

HEART_RATE: Final = "heart_rate_bpm"
Beats = tuple[Column, Column]
"""When beats were, as Unix seconds, and the rate at each; in order."""


def beats_of(files: Sequence[FitFile]) -> Beats:
    """Gather the beats of a chain of files: they come in files of their own behind the session's."""
    parts = [heartbeats(file) for file in files]
    at_s, bpm = (np.concatenate(column) for column in zip(*parts, strict=True))
    order = at_s.argsort(kind="stable")
    return at_s[order], bpm[order]


def with_beats(at_s: Column, columns: Mapping[str, Column], beats: Beats) -> dict[str, Column]:
    """Give points the rate of the beat before them, where the watch measured none itself."""
    filled = dict(columns)
    if not len(beats[0]) or not len(at_s):
        return filled
    own = filled.get(HEART_RATE, np.full(len(at_s), np.nan))
    before = np.searchsorted(beats[0], at_s, "right") - 1
    used = (before >= 0) & (at_s - beats[0][before] <= LASTS_S) & np.isnan(own)
    if used.any():
        filled[HEART_RATE] = np.where(used, beats[1][before], own)
    return filled
