"""Parallel light onto a page of 400 by 300 px: a place is a complex number, real right, imaginary down."""

import math
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from kneewise.figure.vector import UP, Vec

WIDTH_PX: Final = 400
HEIGHT_PX: Final = 300
BODY_PX: Final = 232.0
GROUND_PX: Final = 268.0

Point = complex


@dataclass(frozen=True)
class Camera:
    """Where we look from: yaw 0 sees the right side, 90 the front; pitch looks down.

    Attributes:
        at: The place, in shares of height, that stands at the middle of the ground line.
    """

    yaw: float = 0.0
    pitch: float = 0.0
    zoom: float = 1.0
    at: tuple[float, float] = (0.0, 0.0)

    @cached_property
    def scale(self) -> float:
        """How many px a standing runner is high."""
        return BODY_PX * self.zoom

    @cached_property
    def right(self) -> Vec:
        """The direction that goes to the right of the page."""
        yaw = math.radians(self.yaw)
        return Vec(math.cos(yaw), 0.0, -math.sin(yaw))

    @cached_property
    def toward(self) -> Vec:
        """The direction that comes towards the eye."""
        pitch = math.radians(self.pitch)
        return UP.cross(self.right) * -math.cos(pitch) + UP * math.sin(pitch)

    @cached_property
    def up(self) -> Vec:
        """The direction that goes up the page."""
        return self.toward.cross(self.right)

    def flat(self, place: Vec) -> Point:
        """Find where a place in space is on the page."""
        return self.page(place.dot(self.right), place.dot(self.up))

    def page(self, x: float, y: float) -> Point:
        """Find a place of the picture's own plane, in shares of height."""
        return complex(
            WIDTH_PX / 2 + (x - self.at[0]) * self.scale, GROUND_PX - (y - self.at[1]) * self.scale
        )

    def along(self, direction: Vec) -> Point:
        """Say how a direction runs on the page, in px for a body's height."""
        return complex(direction.dot(self.right), -direction.dot(self.up)) * self.scale

    def seen(self, direction: Point) -> Vec:
        """Find the direction in space, square to the eye, of a direction on the page."""
        return self.right * direction.real - self.up * direction.imag

    def depth(self, place: Vec) -> float:
        """Measure how near a place is to the eye."""
        return place.dot(self.toward)
