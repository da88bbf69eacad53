"""A brush: a stance, who looks at it, and the layer that is painted."""

from collections.abc import Sequence
from dataclasses import dataclass

from kneewise.figure.body.skin import Ring
from kneewise.figure.body.stance import Stance
from kneewise.figure.draw.camera import Camera, Point
from kneewise.figure.draw.layer import Layer
from kneewise.figure.draw.outline import edges, tube
from kneewise.figure.draw.path import curve, loop
from kneewise.figure.vector import Vec

# The kinds that a runner is painted with, by their letters in the stylesheet.
SKIN, HAIR, SHIRT, SHORTS, SHOE, SOLE, MUSCLE = "s", "k", "t", "h", "f", "e", "a"
INK, FINE, STRIPE, EYE = "m", "n", "w", "eye"


@dataclass(frozen=True, slots=True)
class Brush:
    """What every part of a runner is drawn with."""

    stance: Stance
    camera: Camera
    layer: Layer

    def facing(self, direction: Vec) -> float:
        """Say how much a direction comes towards the eye, from -1 to 1."""
        return direction.dot(self.camera.toward)

    def limb(self, kind: str, rings: Sequence[Ring], near: float, far: float) -> None:
        """Fill a limb; ``near`` and ``far`` say how round its ends are."""
        self.layer.shapes.append((kind, tube(self.camera, rings, near, far)))

    def fill(self, kind: str, points: Sequence[Point]) -> None:
        """Fill a smooth outline."""
        self.layer.shapes.append((kind, loop(points)))

    def spot(self, kind: str, points: Sequence[Point]) -> None:
        """Fill a smooth outline on top, without an outline in ink."""
        self.layer.marks.append((kind, loop(points)))

    def line(self, kind: str, points: Sequence[Point]) -> None:
        """Draw a line on top."""
        self.layer.marks.append((kind, curve(points)))

    def hem(self, rings: Sequence[Ring], place: int, sag: float) -> None:
        """Draw the edge of a piece of clothing across a limb."""
        self.layer.marks.append((INK, edges(self.camera, rings).cut(place, sag)))
