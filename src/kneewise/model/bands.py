"""What one session held, gathered into bands: small enough to keep, enough for every later question."""

from typing import NamedTuple


class SpeedBand(NamedTuple):
    """Running at about one speed.

    Attributes:
        speed_m_s: Its mean; ``None`` for the running whose speed is not known.
        cadence_spm: Median steps a minute in it, both feet; ``None`` where not known.
        running_s: Seconds of running.
        downhill_percent: Mean fall, ups counted as level; ``None`` where the ground is not known.
    """

    speed_m_s: float | None
    cadence_spm: float | None
    running_s: float
    downhill_percent: float | None


class GradeBand(NamedTuple):
    """Running on ground of about one slope; ``None`` where a band has no end."""

    from_percent: float | None
    to_percent: float | None
    running_s: float


class CadenceBand(NamedTuple):
    """Running at one whole number of steps a minute, both feet, and how long."""

    cadence_spm: int
    running_s: float


class HeartBand(NamedTuple):
    """Time in motion at about one heart rate: its mean, and how long."""

    heart_rate_bpm: float
    moving_s: float


class CadenceLine(NamedTuple):
    """Own steps a minute against own speed: ``cadence_spm`` at ``speed_m_s``, and what faster adds.

    Attributes:
        slope_spm_per_m_s: ``None`` where the speeds are too much alike to tell.
        spread_spm: How far single seconds (in a session) or single bands (over weeks) lie from it: a
            robust standard deviation.
        running_s: How much running it rests on.
    """

    speed_m_s: float
    cadence_spm: float
    slope_spm_per_m_s: float | None
    spread_spm: float
    running_s: float
