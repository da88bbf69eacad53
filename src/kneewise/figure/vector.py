"""Directions and places in space, and the frames of bones. Lengths are shares of standing height."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Vec:
    """A place or a direction: x to the runner's front, y up, z to the runner's right."""

    x: float
    y: float
    z: float

    def __add__(self, other: Vec) -> Vec:
        return Vec(self.x + other.x, self.y + other.y, self.z + other.z)

    def __sub__(self, other: Vec) -> Vec:
        return Vec(self.x - other.x, self.y - other.y, self.z - other.z)

    def __mul__(self, by: float) -> Vec:
        return Vec(self.x * by, self.y * by, self.z * by)

    def __neg__(self) -> Vec:
        return self * -1

    def dot(self, other: Vec) -> float:
        """Measure how far one lies along the other."""
        return self.x * other.x + self.y * other.y + self.z * other.z

    def cross(self, other: Vec) -> Vec:
        """Find what stands square on both, right-handed."""
        return Vec(
            self.y * other.z - self.z * other.y,
            self.z * other.x - self.x * other.z,
            self.x * other.y - self.y * other.x,
        )

    def length(self) -> float:
        """Measure it."""
        return math.sqrt(self.dot(self))

    def unit(self) -> Vec:
        """Make it one long; nothing at all stays nothing."""
        return self * (1 / (self.length() or 1.0))

    def across(self, along: Vec) -> Vec:
        """Take away what lies along a direction of length one."""
        return self - along * self.dot(along)

    def towards(self, other: Vec, share: float) -> Vec:
        """Go a share of the way to another place."""
        return self + (other - self) * share


UP: Final = Vec(0.0, 1.0, 0.0)
FRONT: Final = Vec(1.0, 0.0, 0.0)
RIGHT: Final = Vec(0.0, 0.0, 1.0)


@dataclass(frozen=True, slots=True)
class Frame:
    """Three axes of a bone: x to its front, y to its near end, z to the right."""

    x: Vec = FRONT
    y: Vec = UP
    z: Vec = RIGHT

    def turn(self, *, flex: float = 0.0, abduct: float = 0.0, rotate: float = 0.0) -> Frame:
        """Turn about z, then x, then y, in degrees, right-handed."""
        x, y = _turned(self.x, self.y, flex)
        y, z = _turned(y, self.z, abduct)
        z, x = _turned(z, x, rotate)
        return Frame(x, y, z)

    def at(self, origin: Vec, x: float = 0.0, y: float = 0.0, z: float = 0.0) -> Vec:
        """Find the place that lies so far from an origin along the axes."""
        return origin + self.x * x + self.y * y + self.z * z


def framed(y: Vec, front: Vec) -> Frame:
    """Make the frame with this y whose x lies as near to a direction as it can."""
    y = y.unit()
    x = front.across(y).unit()
    return Frame(x, y, x.cross(y))


def degrees_between(one: Vec, other: Vec, axis: Vec) -> float:
    """Measure the turn from one direction to another about an axis, right-handed."""
    return math.degrees(math.atan2(one.cross(other).dot(axis), one.dot(other)))


def _turned(one: Vec, other: Vec, by: float) -> tuple[Vec, Vec]:
    if not by:
        return one, other
    cos, sin = math.cos(math.radians(by)), math.sin(math.radians(by))
    return one * cos + other * sin, other * cos - one * sin
