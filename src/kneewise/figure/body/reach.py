"""Two bones that reach from one place to another."""

import math

from kneewise.figure.vector import FRONT, UP, Frame, Vec, framed

ALMOST = 0.9995
"""A limb never quite straightens: its bend would have no direction."""


def reach(start: Vec, end: Vec, upper: float, lower: float, *, pole: Vec) -> tuple[Vec, Vec]:
    """Find the middle joint, bent towards the pole, and the end as far as the bones reach."""
    gap = end - start
    far = min(gap.length(), (upper + lower) * ALMOST)
    along = gap.unit()
    out = pole.across(along).unit()
    cos = (upper**2 + far**2 - lower**2) / (2 * upper * far)
    joint = start + along * (upper * cos) + out * (upper * math.sqrt(max(0.0, 1 - cos**2)))
    return joint, start + along * far


def hinged(start: Vec, joint: Vec, end: Vec, front: Vec) -> tuple[Frame, Frame]:
    """Make the frames of two bones that share the axis of the joint between them."""
    upper = framed(start - joint, front)
    y = (joint - end).unit()
    return upper, Frame(y.cross(upper.z), y, upper.z)


def heading(frame: Frame) -> Vec:
    """Find where a front points along the ground; who lies has none and gets the picture's."""
    ahead = UP.cross(frame.z)
    flat = ahead.across(UP)
    return flat.unit() if flat.length() > 0.1 else FRONT
