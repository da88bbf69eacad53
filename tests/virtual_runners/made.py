"""Virtual runners made for tests: the middle one of every number, and chance that brings nothing."""

from __future__ import annotations

from dataclasses import fields, replace

import numpy as np

from bench.virtual_runners.model import DAYS, Knee, Luck, Traits, after_night, injured
from bench.virtual_runners.parameters import parameters

MIDDLE = Traits(**{one.name: parameters()[one.name].value for one in fields(Traits)})
QUIET = Luck(
    capacity=np.ones(DAYS), flare_0_10=np.zeros(DAYS), noise_0_10=np.zeros((DAYS, 7)), obeys=np.zeros(DAYS)
)
HURT = injured(MIDDLE)
WELL = replace(HURT, deficit=0.0, stirred_0_10=0.0)


def after_nights(knee: Knee, nights: int, *, left_over_min: float | None = None) -> Knee:
    """Let nights pass; with as much load left over at each as is said."""
    for _ in range(nights):
        if left_over_min is not None:
            knee = replace(knee, leftover_min=left_over_min)
        knee = after_night(MIDDLE, knee)
    return knee
