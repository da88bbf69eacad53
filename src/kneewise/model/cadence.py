"""The cadence block: the band of each day, and how many minutes of each run were inside it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from kneewise.model.activity import Activity
from kneewise.model.bands import CadenceLine
from kneewise.model.evidence import Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetBand:
    """The steps a minute to try on one day, both ends included.

    Attributes:
        first: Of the first weeks of the block, in which only part of each run is asked for.
    """

    low_spm: float
    high_spm: float
    first: bool


class BlockEnd(StrEnum):
    """Why the cadence block was dropped."""

    CALF = "calf"
    NO_RELIEF = "no_relief"


@dataclass(frozen=True, slots=True, kw_only=True)
class CadenceBlock:
    """The weeks in which the runner's own cadence is raised, as they stand on one day.

    Attributes:
        began_on: ``None`` while it lies ahead, or is not wanted.
        not_before: The first day on which it may begin; ``None`` once it did, or where it is not wanted.
        calf_waits: It does not begin while the calf complains.
        ended: Why it was dropped, if it was.
        band: Of this day; ``None`` where there is none.
        bands: Of each run since it began, by its name; runs after its end, or made while running was out
            of the plan, had none.
    """

    began_on: date | None = None
    not_before: date | None = None
    calf_waits: bool = False
    ended: BlockEnd | None = None
    band: TargetBand | None = None
    bands: Mapping[str, TargetBand] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class BandMinutes:
    """The running minutes of one run inside a band, and on either side of it.

    Attributes:
        running_min: All of them; those whose steps are not known are in none of the three.
    """

    inside_min: float
    below_min: float
    above_min: float
    running_min: float

    @property
    def known_min(self) -> float:
        """The minutes with a cadence that is believed."""
        return self.inside_min + self.below_min + self.above_min

    @property
    def coverage(self) -> float:
        """Their share of the running, 0-1."""
        return min(self.known_min / self.running_min, 1.0) if self.running_min else 0.0


class Mark(NamedTuple):
    """Some minutes of one run at about one speed, and the steps a minute in them."""

    speed_m_s: float
    cadence_spm: float


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnSteps:
    """Own steps a minute against own speed.

    Attributes:
        line: The usual of the weeks before the plan; ``None`` where no file tells it.
        before: Of the runs of those weeks.
        since: Of the runs of the block.
    """

    line: CadenceLine | None = None
    before: tuple[Mark, ...] = ()
    since: tuple[Mark, ...] = ()


class BandFit(StrEnum):
    """How the steps of a run lay to the band that was asked for."""

    INSIDE = "inside"
    BELOW = "below"
    ABOVE = "above"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class BandFinding:
    """Step 3, one run: whether most of the minutes that were asked for were inside the band.

    Attributes:
        asked_min: Minutes that were asked for inside the band; ``None`` where nothing is said.
    """

    fit: BandFit
    asked_min: float | None
    because: tuple[Reason, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BandRun:
    """One run of the block.

    Attributes:
        minutes: ``None`` where its file holds no steps, or its measure is an older one.
    """

    activity: Activity
    band: TargetBand
    minutes: BandMinutes | None
    found: BandFinding

    @property
    def waits(self) -> bool:
        """Whether there are steps that nobody has counted by the minute yet."""
        return self.minutes is None and self.activity.measured.cadence_spm is not None
