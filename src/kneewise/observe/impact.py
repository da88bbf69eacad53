"""The impact ledger: running minutes as the knees may have taken them.

Knee-minutes = minutes x (cadence / own cadence at that speed) ^ exponent x ground x mass ratio. The
exponent is what studies of a quicker step at the same speed make of load over a distance; they differ
much, so the least and the most come with it. It is a design of ours for a trend within one person:
never a force in newtons, a risk of injury or a comparison between people. Speed is left out on
purpose: over the same minutes it changes little (evidence E3).
"""

import numpy as np

from kneewise.model.activity import Activity
from kneewise.model.bands import CadenceLine, SpeedBand
from kneewise.model.ledger import Impact, Own
from kneewise.model.recording import Column, Recording
from kneewise.observe.bands import downhill_percent
from kneewise.observe.cadence_line import cadence_at
from kneewise.observe.motion import motion_of
from kneewise.observe.numbers import Numbers
from kneewise.observe.terrain import grade_percent, level_altitude


def measure_impact(
    run: Activity, own: Own, numbers: Numbers, *, mass_ratio: float | None = None
) -> Impact | None:
    """Count one run; ``None`` for other sports, and while nobody knows how much of it was running.

    What is not known of it counts as usual: own cadence, level ground, the same mass. How much that
    was is said.
    """
    minutes = run.running_min if run.is_run else None
    if minutes is None:
        return None
    bands = run.measured.by_speed or (SpeedBand(None, None, minutes * 60, None),)
    lasts_s = np.array([band.running_s for band in bands])
    ratio = np.array([_ratio(band, own.cadence_line, numbers) for band in bands])
    downhill = np.array(
        [np.nan if band.downhill_percent is None else band.downhill_percent for band in bands]
    )
    ground = _ground(downhill, numbers) * (mass_ratio or 1.0)
    exponents = (
        numbers.impact_exponent.value,
        numbers.impact_exponent_least.value,
        numbers.impact_exponent_most.value,
    )
    sums_min = [float((lasts_s * _power(ratio, each) * ground).sum()) / 60 for each in exponents]
    whole_s = max(float(lasts_s.sum()), 1.0)
    return Impact(
        usual_min=sums_min[0],
        low_min=min(sums_min),
        high_min=max(sums_min),
        running_min=minutes,
        cadence_share=float(lasts_s[np.isfinite(ratio)].sum()) / whole_s,
        ground_share=float(lasts_s[np.isfinite(downhill)].sum()) / whole_s,
        mass_ratio=mass_ratio,
    )


def impact_along(
    recording: Recording, own: Own, numbers: Numbers, *, mass_ratio: float | None = None
) -> Column:
    """Give what each second counts for along a run, 1 for a usual one on the level; NaN off the running.

    Returns:
        Shape ``(n,)``.
    """
    motion = motion_of(recording, numbers)
    grade = grade_percent(recording, level_altitude(recording, numbers), numbers)
    downhill = np.full(len(motion.weight_s), np.nan) if grade is None else downhill_percent(grade, numbers)
    ratio = np.full_like(downhill, np.nan)
    if own.cadence_line is not None:
        speed = np.where(np.isfinite(motion.speed_m_s), motion.speed_m_s, own.cadence_line.speed_m_s)
        ratio = _within(motion.cadence_spm / cadence_at(own.cadence_line, speed), numbers)
    factor: Column = _power(ratio, numbers.impact_exponent.value) * _ground(downhill, numbers)
    return np.where(motion.running, factor * (mass_ratio or 1.0), np.nan)


def _ratio(band: SpeedBand, line: CadenceLine | None, numbers: Numbers) -> float:
    """Compare a band's cadence with one's own at that speed; NaN where either is not known."""
    if line is None or band.cadence_spm is None:
        return np.nan
    speed = np.array([line.speed_m_s if band.speed_m_s is None else band.speed_m_s])
    return float(_within(band.cadence_spm / cadence_at(line, speed), numbers)[0])


def _within(ratio: Column, numbers: Numbers) -> Column:
    """Hold a ratio within what the studies tried; beyond it nobody knows how it goes on."""
    share = numbers.impact_within.value / 100
    return np.clip(ratio, 1 - share, 1 + share)


def _power(ratio: Column, exponent: float) -> Column:
    known: Column = np.where(np.isfinite(ratio), ratio, 1.0) ** exponent
    return known


def _ground(downhill: Column, numbers: Numbers) -> Column:
    """Count running downhill for more, by a rough figure of ours; uphill and unknown ground as level."""
    return 1 + numbers.impact_downhill.value / 100 * np.nan_to_num(downhill)
