"""How a week went: what was felt and what was done, as far as it was told."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from kneewise.model.places import Side


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekSeen:
    """Seven days.

    Attributes:
        pain_0_10: The middle of the worst scores of its days; days with a painkiller are left out.
        scored_days: Those days; ``painkiller_days`` the ones that were left out.
        unscored_days: The others, from the first screening on: nobody was asked before.
        runs: By files, and days of which the diary alone tells a run.
        runs_without_min: Those of which the minutes are not known.
        running_min: Of the others; ``None`` where there are runs and of none it is known.
        running_min_before: Of the seven days before; also ``None`` where they lie before the first screening
            and no file reaches back so far.
        sets: Of exercises, as far as they were told.
        knee_to_wall_cm: The last test of each side in these days.
    """

    since: date
    on: date
    pain_0_10: float | None
    scored_days: int
    painkiller_days: int
    unscored_days: int
    runs: int
    runs_without_min: int
    running_min: float | None
    running_min_before: float | None
    sets: int
    knee_to_wall_cm: Mapping[Side, float] = field(default_factory=dict)
