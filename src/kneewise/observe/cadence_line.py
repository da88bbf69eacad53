"""Own steps a minute against own speed: a line that single odd seconds cannot tilt."""

from collections.abc import Sequence
from itertools import combinations

import numpy as np

from kneewise.model.bands import CadenceLine, SpeedBand
from kneewise.model.recording import Column
from kneewise.observe.motion import Motion
from kneewise.observe.numbers import Numbers
from kneewise.observe.weights import median_by_time, quantiles_by_time

ONE_SIGMA = 0.68
"""So many residuals lie within one standard deviation, were they normal; a coarse sensor makes them lumps."""
DIGITS = 3


def fit_session(bands: Sequence[SpeedBand], motion: Motion, numbers: Numbers) -> CadenceLine | None:
    """Fit a session's line; its spread is that of the single seconds."""
    line = fit_line(bands, numbers)
    if line is None:
        return None
    on = motion.running
    off = np.abs(motion.cadence_spm[on] - cadence_at(line, motion.speed_m_s[on]))
    spread = quantiles_by_time(off, motion.weight_s[on], (ONE_SIGMA,))
    return line._replace(spread_spm=round(spread[0], DIGITS)) if spread else line


def fit_line(bands: Sequence[SpeedBand], numbers: Numbers) -> CadenceLine | None:
    """Fit a line through bands: the middle of the slopes of all pairs, each by its time and reach.

    Returns:
        ``None`` where no cadence is known beside a speed; a line without a slope where the speeds are
        too much alike.
    """
    told = [
        (band.speed_m_s, band.cadence_spm, band.running_s)
        for band in bands
        if band.speed_m_s is not None and band.cadence_spm is not None and band.running_s > 0
    ]
    if not told:
        return None
    speed, cadence, lasts_s = np.array(told).T
    middle = median_by_time(speed, lasts_s) or 0.0
    slope = _slope(speed, cadence, lasts_s, numbers)
    lean = slope or 0.0
    at_middle = median_by_time(cadence - lean * (speed - middle), lasts_s) or 0.0
    off = quantiles_by_time(np.abs(cadence - at_middle - lean * (speed - middle)), lasts_s, (ONE_SIGMA,))
    return CadenceLine(
        speed_m_s=round(middle, DIGITS),
        cadence_spm=round(at_middle, DIGITS),
        slope_spm_per_m_s=None if slope is None else round(slope, DIGITS),
        spread_spm=round(off[0], DIGITS) if off else 0.0,
        running_s=round(float(lasts_s.sum()), DIGITS),
    )


def _slope(speed: Column, cadence: Column, lasts_s: Column, numbers: Numbers) -> float | None:
    """Find the weighted middle of the slopes between bands that have time enough (Theil and Sen's line)."""
    long = np.flatnonzero(lasts_s >= numbers.line_least.value)
    if not long.size or np.ptp(speed[long]) < numbers.line_reach.value:
        return None
    pairs = np.array(list(combinations(long.tolist(), 2)))
    low, high = pairs.T
    reach = speed[high] - speed[low]
    apart = np.abs(reach) > 0
    slopes = (cadence[high] - cadence[low])[apart] / reach[apart]
    weight = np.abs(reach[apart]) * np.sqrt(lasts_s[high] * lasts_s[low])[apart]
    return median_by_time(slopes, weight)


def cadence_at(line: CadenceLine, speed_m_s: Column) -> Column:
    """Read the line at speeds, shape as given."""
    return line.cadence_spm + (line.slope_spm_per_m_s or 0.0) * (speed_m_s - line.speed_m_s)
