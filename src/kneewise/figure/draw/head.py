"""The head: flat drawings in its own planes, the profile or the full face, whichever is nearer to the eye."""

import math
from dataclasses import dataclass
from typing import Any

from kneewise.figure.data import Spots, drawing, read
from kneewise.figure.draw.brush import EYE, FINE, HAIR, INK, SKIN, Brush
from kneewise.figure.draw.camera import Point
from kneewise.figure.vector import Vec

PROFILE = 0.5
LEAST = 0.94
"""A head that is turned a little is not drawn narrower than this."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A flat sheet in space, as it is seen."""

    at: Point
    x: Point
    y: Point

    def lay(self, spots: Spots) -> list[Point]:
        """Lay a drawing on the sheet."""
        return [self.at + self.x * x + self.y * y for x, y in spots]


def draw_head(brush: Brush) -> None:
    """Draw the head."""
    frame = brush.stance.frames["head"]
    if abs(brush.facing(frame.z)) > PROFILE:
        _draw_profile(brush, _sheet(brush, frame.x))
    elif brush.facing(frame.x) > 0:
        _draw_face(brush, _sheet(brush, frame.z))
    else:
        brush.fill(HAIR, _sheet(brush, frame.z).lay(_mirrored(drawing("face", "back"))))


def _draw_profile(brush: Brush, sheet: Sheet) -> None:
    build, hair = brush.stance.build, _hair(brush)
    if "knot_side" in hair:
        brush.fill(HAIR, sheet.lay(hair["knot_side"]))
    brush.fill(SKIN, sheet.lay(drawing("face", "side")))
    if build.beard:
        brush.fill(HAIR, sheet.lay(drawing("face", "beard_side")))
    brush.fill(HAIR, sheet.lay(hair["side"]))
    if build.hair != "bob":
        brush.spot(SKIN, sheet.lay(drawing("face", "ear")))
    brush.spot(EYE, sheet.lay(_ring(0.0365, 0.0030, 0.0030, 0.0052)))
    brush.line(INK, sheet.lay(drawing("face", "brow_side")))
    for strand in hair.get("strands_side", ()):
        brush.line(FINE, sheet.lay(strand))
    if build.glasses:
        brush.line(FINE, sheet.lay([*_ring(0.0385, 0.0020, 0.0100, 0.0120), (0.0485, 0.0020)]))
        brush.line(FINE, sheet.lay([(0.0285, 0.0045), (0.0150, 0.0065)]))


def _draw_face(brush: Brush, sheet: Sheet) -> None:
    build, hair = brush.stance.build, _hair(brush)
    if "knot_front" in hair:
        brush.fill(HAIR, sheet.lay(_mirrored(hair["knot_front"])))
    brush.fill(SKIN, sheet.lay(_mirrored(drawing("face", "front"))))
    if build.beard:
        brush.fill(HAIR, sheet.lay(_mirrored(drawing("face", "beard_front"))))
    brush.fill(HAIR, sheet.lay(_mirrored(hair["front"])))
    for side in (-1, 1):
        brush.spot(EYE, sheet.lay(_ring(side * 0.0165, 0.0010, 0.0036, 0.0048)))
        brush.line(INK, sheet.lay([(side * x, y) for x, y in drawing("face", "brow_front")]))
        if build.glasses:
            glass = _ring(side * 0.0170, 0.0, 0.0135, 0.0115)
            brush.line(FINE, sheet.lay([*glass, glass[0]]))
    for line in ("mouth_front", "nose_front"):
        brush.line(INK, sheet.lay(drawing("face", line)))
    for strand in hair.get("strands_front", ()):
        brush.line(FINE, sheet.lay(strand))


def _hair(brush: Brush) -> dict[str, Any]:
    found: dict[str, Any] = read("drawings")["hair"][brush.stance.build.hair]
    return found


def _sheet(brush: Brush, across: Vec) -> Sheet:
    at = brush.camera.flat(brush.stance.points["head"])
    return Sheet(at, _wide(brush, across), _wide(brush, brush.stance.frames["head"].y))


def _wide(brush: Brush, direction: Vec) -> Point:
    """Keep a foreshortened axis from growing too short."""
    axis = brush.camera.along(direction)
    return axis / abs(axis) * max(abs(axis), LEAST * brush.camera.scale)


def _mirrored(half: Spots) -> Spots:
    return [*half, *((-x, y) for x, y in half[-2:0:-1])]


def _ring(x: float, y: float, wide: float, high: float) -> list[tuple[float, float]]:
    turns = (math.tau * share / 8 for share in range(8))
    return [(x + wide * math.cos(turn), y + high * math.sin(turn)) for turn in turns]
