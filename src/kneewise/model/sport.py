"""The kinds of sport the plan tells apart."""

from enum import StrEnum
from typing import Final


class Sport(StrEnum):
    """What was done; anything else is ``other`` and counts as load only."""

    RUNNING = "running"
    WALKING = "walking"
    HIKING = "hiking"
    CYCLING = "cycling"
    SWIMMING = "swimming"
    ROWING = "rowing"
    STRENGTH = "strength"
    TEAM_OR_COURT = "team_or_court"
    OTHER = "other"


WALKS: Final = frozenset({Sport.WALKING, Sport.HIKING})

ON_FOOT: Final = WALKS | {Sport.RUNNING}
"""Sports whose way is made step by step."""

TRAVELS: Final = ON_FOOT | {Sport.CYCLING}
"""Sports in which standing still shows in the points; in the others the watch's timer says more."""
