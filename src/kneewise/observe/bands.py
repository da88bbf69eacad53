"""One session in bands: its running by speed, by ground and by steps, its motion by heart rate."""

import numpy as np
from numpy.typing import NDArray

from kneewise.model.bands import CadenceBand, GradeBand, HeartBand, SpeedBand
from kneewise.model.recording import Column
from kneewise.observe.motion import Mask, Motion
from kneewise.observe.numbers import Numbers
from kneewise.observe.weights import median_by_time, quantiles_by_time

SHARES = (0.1, 0.25, 0.5, 0.75, 0.9)
"""Of the running time: where the paces of a session lie."""
TAILS = (0.02, 0.98)
"""Beyond these the few slowest and fastest seconds go to the outer bands, so that bands stay few."""
DIGITS = 3


def speed_quantiles(motion: Motion) -> tuple[float, ...]:
    """Give the speeds below which so much of the running time lies."""
    found = quantiles_by_time(motion.speed_m_s[motion.running], motion.weight_s[motion.running], SHARES)
    return tuple(round(speed, DIGITS) for speed in found)


def by_speed(motion: Motion, grade_percent: Column | None, numbers: Numbers) -> tuple[SpeedBand, ...]:
    """Gather the running by speed, what is not known of it in a band of its own, slowest first."""
    on = motion.running & (motion.weight_s > 0)
    if not on.any():
        return ()
    speed, weight_s = motion.speed_m_s[on], motion.weight_s[on]
    cadence = motion.cadence_spm[on]
    downhill = None if grade_percent is None else downhill_percent(grade_percent[on], numbers)
    ends = quantiles_by_time(speed, weight_s, TAILS)
    bands = _numbered(speed.clip(ends[0], ends[1]) if ends else speed, numbers.speed_band.value)
    order = np.argsort(bands, kind="stable")
    parts = np.split(order, np.flatnonzero(np.diff(bands[order])) + 1)
    return tuple(_speed_band(speed[at], cadence[at], weight_s[at], _at(downhill, at)) for at in parts)


def _at(column: Column | None, at: NDArray[np.intp]) -> Column | None:
    return None if column is None else column[at]


def _speed_band(speed: Column, cadence: Column, weight_s: Column, downhill: Column | None) -> SpeedBand:
    return SpeedBand(
        speed_m_s=_mean(speed, weight_s),
        cadence_spm=median_by_time(cadence, weight_s),
        running_s=round(float(weight_s.sum()), DIGITS),
        downhill_percent=None if downhill is None else _mean(downhill, weight_s),
    )


def _mean(column: Column, weight_s: Column) -> float | None:
    known = np.isfinite(column)
    if not known.any():
        return None
    return round(float(column[known] @ weight_s[known] / weight_s[known].sum()), DIGITS)


def downhill_percent(grade_percent: Column, numbers: Numbers) -> Column:
    """Give how steeply it goes down, ups as level, and no steeper than any study looked at."""
    return np.clip(-grade_percent, 0.0, numbers.downhill_most.value)


def by_grade(motion: Motion, grade_percent: Column | None, numbers: Numbers) -> tuple[GradeBand, ...]:
    """Gather the running by the slope of the ground, the steepest descent first; empty bands are left out."""
    if grade_percent is None:
        return ()
    on = motion.running & np.isfinite(grade_percent) & (motion.weight_s > 0)
    edges = numbers.grade_bands.values
    ends = (None, *edges, None)
    sums_s = np.bincount(
        np.searchsorted(edges, grade_percent[on], "right"), motion.weight_s[on], len(edges) + 1
    )
    rows = zip(ends[:-1], ends[1:], sums_s.tolist(), strict=True)
    return tuple(GradeBand(low, high, round(sum_s, DIGITS)) for low, high, sum_s in rows if sum_s)


def by_cadence(motion: Motion) -> tuple[CadenceBand, ...]:
    """Gather the running by steps a minute, to the nearest whole one; what is not known of it is left out."""
    on = motion.running & np.isfinite(motion.cadence_spm) & (motion.weight_s > 0)
    if not on.any():
        return ()
    steps = np.floor(motion.cadence_spm[on] + 0.5).astype(np.intp)
    sums_s = np.bincount(steps, motion.weight_s[on])
    filled = np.flatnonzero(sums_s)
    rows = zip(filled.tolist(), sums_s[filled].tolist(), strict=True)
    return tuple(CadenceBand(spm, round(sum_s, DIGITS)) for spm, sum_s in rows)


def by_heart_rate(heart_rate_bpm: Column, on: Mask, weight_s: Column, width: float) -> tuple[HeartBand, ...]:
    """Gather time by heart rate, the lowest first."""
    on = on & np.isfinite(heart_rate_bpm) & (weight_s > 0)
    if not on.any():
        return ()
    beats, lasts_s = heart_rate_bpm[on], weight_s[on]
    bands = _numbered(beats, width)
    sums_s, sums = np.bincount(bands, lasts_s), np.bincount(bands, lasts_s * beats)
    filled = np.flatnonzero(sums_s)
    means = (sums[filled] / sums_s[filled]).tolist()
    return tuple(
        HeartBand(round(mean, 1), round(sum_s, DIGITS))
        for mean, sum_s in zip(means, sums_s[filled].tolist(), strict=True)
    )


def _numbered(column: Column, width: float) -> NDArray[np.uint16]:
    """Number the band of each value from 1, and 0 where it is not known; small, so that sorting is quick."""
    numbers = column // width
    return (np.where(np.isnan(numbers), -1.0, numbers) + 1).astype(np.uint16)
