"""The aerobic ledger: any session in minutes of one's own easy running.

By heart rate where enough of it is known: each minute counts the more, the farther the heart is above
one's own easy rate, by a constant factor for ten beats. That is the shape of the training impulse, whose
weight grows as a power of e, without the highest and the resting rate that nobody has told. A run
without it counts by pace, other sports by minutes in motion. All of it is a design of ours.
"""

from collections.abc import Sequence
from math import exp, log
from typing import Final

from kneewise.model.activity import Activity, Measured
from kneewise.model.bands import HeartBand
from kneewise.model.ledger import Aerobic, Basis, Own
from kneewise.model.sport import WALKS, Sport
from kneewise.observe.numbers import Numbers

STEADY: Final = frozenset({Sport.CYCLING, Sport.SWIMMING, Sport.ROWING})
"""Sports whose minutes stand for easy ones where no heart rate says otherwise."""
TEN_BEATS: Final = 10.0


def measure_aerobic(session: Activity, own: Own, numbers: Numbers) -> Aerobic | None:
    """Count one session by what says most of it; ``None`` where that is nothing."""
    by_heart = _by_heart(session.measured, own, numbers)
    if by_heart is not None:
        return by_heart
    if session.is_run:
        return _by_pace(session, own, numbers)
    share = 1.0 if session.sport in STEADY else numbers.aerobic_walking.value
    if session.sport not in STEADY | WALKS:
        return None
    return Aerobic(easy_min=session.load_min * share, basis=Basis.MINUTES, coverage=1.0)


def _by_heart(measured: Measured, own: Own, numbers: Numbers) -> Aerobic | None:
    known_s = sum(band.moving_s for band in measured.by_heart_rate)
    whole_s = max(measured.moving_s or measured.elapsed_s, 1.0)
    coverage = min(known_s / whole_s, 1.0)
    if own.heart_rate_bpm is None or coverage < numbers.aerobic_heart_share.value:
        return None
    counted_min = _weighed_min(measured.by_heart_rate, own.heart_rate_bpm, numbers)
    # What the strap did not see was like what it saw.
    return Aerobic(easy_min=counted_min / coverage, basis=Basis.HEART_RATE, coverage=coverage)


def _weighed_min(bands: Sequence[HeartBand], easy_bpm: float, numbers: Numbers) -> float:
    more = log(numbers.aerobic_ten_beats.value) / TEN_BEATS
    return sum(band.moving_s / 60 * exp(more * (band.heart_rate_bpm - easy_bpm)) for band in bands)


def _by_pace(run: Activity, own: Own, numbers: Numbers) -> Aerobic | None:
    minutes = run.running_min
    if minutes is None:
        return None
    walked_min = (run.measured.walking_s or 0.0) / 60 * numbers.aerobic_walking.value
    told = [(band.speed_m_s, band.running_s) for band in run.measured.by_speed if band.speed_m_s is not None]
    told_s = sum(lasts_s for _, lasts_s in told)
    if own.speed_m_s is None or not told_s or not minutes:
        return Aerobic(easy_min=minutes + walked_min, basis=Basis.MINUTES, coverage=1.0)
    power, easy = numbers.aerobic_pace_power.value, own.speed_m_s
    weighed = sum(lasts_s * (speed / easy) ** power for speed, lasts_s in told) / told_s
    return Aerobic(
        easy_min=minutes * weighed + walked_min,
        basis=Basis.PACE,
        coverage=min(told_s / 60 / minutes, 1.0),
    )
