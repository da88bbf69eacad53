"""The kinds of sport the plan tells apart."""

from enum import StrEnum


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
