"""Decide what a running cadence counts, and turn it into steps a minute of both feet."""

from typing import Final

import numpy as np

from kneewise.model.recording import Column
from kneewise.model.sport import ON_FOOT, Sport

RUNNING_M_S: Final = 2.0
"""Points at least so fast are looked at first: their cadence is that of running."""

STEPS_WHEN_RUNNING: Final = 120
"""One leg makes 70 to 105 strides a minute in running, both together 140 to 210 steps."""

STEPS_WHEN_WALKING: Final = 80
"""Where no point is that fast: 45 to 65 strides, or 90 to 130 steps."""

QUICK_SHARE: Final = 0.9
"""Where no speed tells running from walking, the quickest steps are looked at: most of a run may be walks."""

STRIDES_DOUBLED: Final = "strides_doubled"
STEPS: Final = "steps"
NONE: Final = "none"


def steps_per_minute(
    cadence: Column, speed_m_s: Column | None, sport: Sport, *, strides_by_format: bool
) -> tuple[Column, str]:
    """Give steps a minute of both feet, and the rule that was used.

    Args:
        cadence: As written in the file, shape ``(n,)``.
        speed_m_s: Of the same points, where known.
        sport: Only steps are counted here; a cyclist's or swimmer's cadence is left as it is.
        strides_by_format: The format counts strides of one leg (FIT, TCX); then only a cadence that
            no leg reaches is taken for steps. Otherwise (GPX) the value decides.
    """
    said = cadence[cadence > 0]
    if sport not in ON_FOOT or not said.size:
        return cadence, NONE
    fast = cadence[(cadence > 0) & (speed_m_s >= RUNNING_M_S)] if speed_m_s is not None else said[:0]
    walking = not fast.size and not strides_by_format and sport is not Sport.RUNNING
    limit = STEPS_WHEN_WALKING if walking else STEPS_WHEN_RUNNING
    is_speed_known = speed_m_s is not None and bool((speed_m_s > 0).any())
    share = 0.5 if fast.size or walking or is_speed_known else QUICK_SHARE
    told = float(np.quantile(fast if fast.size else said, share))
    return (cadence, STEPS) if told >= limit else (cadence * 2, STRIDES_DOUBLED)
