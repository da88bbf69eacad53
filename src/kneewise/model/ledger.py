"""Load in two ledgers that are never one sum: what the knees had to take, and what the heart had to do."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kneewise.model.bands import CadenceLine


@dataclass(frozen=True, slots=True, kw_only=True)
class Mass:
    """What the runner weighed from a day on; ``None``: not known any more."""

    on: date
    mass_kg: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Own:
    """The runner's own usual, against which both ledgers are counted; it stays, so that a trend shows.

    Attributes:
        since: First day of the weeks it was taken from, ``until`` the day behind the last.
        runs: How many runs were in them.
        cadence_line: Own steps a minute by own speed.
        speed_m_s: Own easy speed, and the heart rate at it.
        mass_kg: The first mass that was told.
    """

    since: date
    until: date
    runs: int
    cadence_line: CadenceLine | None = None
    speed_m_s: float | None = None
    heart_rate_bpm: float | None = None
    mass_kg: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Impact:
    """Minutes of running as the knees may have taken them, in minutes of one's own usual running.

    A knee-minutes index for a trend within one person. It is no force, no risk of injury, and nothing
    to compare two people by.

    Attributes:
        usual_min: Of usual running on the level: minutes x cadence x ground x mass, each against one's own.
        low_min: The least that the studies' spread about cadence makes of it, and ``high_min`` the most.
        running_min: The minutes that it was made from.
        cadence_share: Share 0-1 of them for which one's own cadence was known; the rest counts as usual.
        ground_share: The same for the ground; the rest counts as level.
        mass_ratio: ``None`` where no mass is known; it then counts as unchanged.
    """

    usual_min: float
    low_min: float
    high_min: float
    running_min: float
    cadence_share: float
    ground_share: float
    mass_ratio: float | None


class Basis(StrEnum):
    """What an aerobic figure was made from, the one that says most first."""

    HEART_RATE = "heart_rate"
    PACE = "pace"
    MINUTES = "minutes"


@dataclass(frozen=True, slots=True, kw_only=True)
class Aerobic:
    """A session of any sport, in minutes of one's own easy running.

    Attributes:
        coverage: Share 0-1 of the time in motion that the basis was known for.
    """

    easy_min: float
    basis: Basis
    coverage: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Load:
    """Both ledgers over some days, the last included; sessions of which nothing is known are counted apart.

    Attributes:
        impact_min: In minutes of one's own usual running, between ``impact_low_min`` and ``impact_high_min``.
        aerobic_easy_min: In minutes of one's own easy running.
        unknown_sessions: Sessions that are in neither sum.
    """

    since: date
    on: date
    sessions: int
    running_min: float
    impact_min: float
    impact_low_min: float
    impact_high_min: float
    aerobic_easy_min: float
    unknown_sessions: int
