"""The sixteen places of a knee that can be pointed at, and three that lie around it.

Identifiers are fixed: they are stored, exported and drawn.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final


class Side(StrEnum):
    """Which knee."""

    LEFT = "left"
    RIGHT = "right"


class Place(StrEnum):
    """Where it hurts: front (6), outer (4), inner (3), back (3), then the whole knee and its neighbours."""

    ABOVE_KNEECAP = "above_kneecap"
    INNER_EDGE = "inner_edge"
    BEHIND_KNEECAP = "behind_kneecap"
    OUTER_EDGE = "outer_edge"
    BELOW_KNEECAP = "below_kneecap"
    SHIN_BUMP = "shin_bump"
    OUTER_ABOVE = "outer_above"
    OUTER_JOINT = "outer_joint"
    OUTER_BELOW = "outer_below"
    OUTER_CORNER = "outer_corner"
    INNER_ABOVE = "inner_above"
    INNER_JOINT = "inner_joint"
    INNER_BELOW = "inner_below"
    BACK_INNER = "back_inner"
    BACK_HOLLOW = "back_hollow"
    BACK_CALF = "back_calf"
    WHOLE_KNEE = "whole_knee"
    THIGH = "thigh"
    CALF = "calf"


DRAWN_PLACES = tuple(Place)[:16]
"""The sixteen of the knee picture, in its order."""

CALF_PLACES: Final = frozenset({Place.CALF, Place.BACK_CALF})


def pointed_at(answers: Mapping[str, object]) -> frozenset[str]:
    """Give every place that answers point at, on either knee."""
    pointed = (answers.get(key) for key in ("places", "places_other_knee"))
    return frozenset(place for places in pointed if isinstance(places, tuple) for place in places)


def points_at_calf(answers: Mapping[str, object]) -> bool:
    """Whether the calf is pointed at, which is to say that it hurts."""
    return bool(pointed_at(answers) & CALF_PLACES)
