"""A foot in its shoe, or bare: a profile from the side; end on and from below, what is really seen of it."""

import math
from collections.abc import Sequence
from typing import Final

from kneewise.figure.data import drawing, length
from kneewise.figure.draw.brush import INK, SHOE, SKIN, SOLE, STRIPE, Brush
from kneewise.figure.draw.camera import Point
from kneewise.figure.draw.outline import even, hull

PROFILE: Final = 0.55
THICK: Final = 0.013
"""Of a sole."""


class Foot:
    """A foot whose toes may be bent, and how it is seen."""

    def __init__(self, brush: Brush, side: str) -> None:
        stance = brush.stance
        self.bare = stance.pose.bare
        self.brush, self.sign = brush, 1.0 if side == "r" else -1.0
        self.frame, self._toes = stance.frames[f"foot_{side}"], stance.frames[f"toes_{side}"]
        self._ankle, self._ball = stance.points[f"ankle_{side}"], stance.points[f"ball_{side}"]
        self.sole = -length("bare_ankle_height" if self.bare else "ankle_height")

    def at(self, x: float, y: float, z: float = 0.0) -> Point:
        """Find a place of the foot on the page; ahead of the ball it goes with the toes."""
        ball = length("ball_ahead")
        bent = min(1.0, max(0.0, (x - ball + 0.012) / 0.024))
        heel = self.frame.at(self._ankle, x=x, y=y, z=z)
        toes = self._toes.at(self._ball, x=x - ball, y=y - self.sole, z=z)
        return self.brush.camera.flat(heel.towards(toes, bent))

    def lay(self, name: str) -> list[Point]:
        """Lay a drawing of the foot in its plane."""
        return [self.at(x, y) for x, y in drawing("foot", name)]

    def arc(self, row: Sequence[float], start: float, end: float, count: int) -> list[Point]:
        """Walk across the back of the foot between two angles: 0 is outside, a half turn inside."""
        x, high, outer, inner = row
        low = 0.004 if self.bare else THICK
        turns = (start + (end - start) * step / (count - 1) for step in range(count))
        return [
            self.at(
                x,
                self.sole + low + max(0.0, high - low) * math.sin(turn),
                self.sign * (outer if math.cos(turn) > 0 else inner) * math.cos(turn),
            )
            for turn in turns
        ]

    def ring(self, height: float) -> list[Point]:
        """Walk round the foot at a height above its sole."""
        rows = drawing("foot", "across")
        outside = [self.at(row[0], self.sole + height, self.sign * row[2]) for row in rows]
        return outside + [self.at(row[0], self.sole + height, -self.sign * row[3]) for row in rows[::-1]]


def draw_foot(brush: Brush, side: str) -> None:
    """Draw one foot."""
    foot = Foot(brush, side)
    if abs(brush.facing(foot.frame.z)) <= PROFILE:
        _draw_end_on(brush, foot)
    elif foot.bare:
        brush.fill(SKIN, foot.lay("bare"))
    else:
        brush.fill(SHOE, foot.lay("upper"))
        brush.fill(SOLE, foot.lay("midsole"))
        brush.line(STRIPE, foot.lay("flash"))


def _draw_end_on(brush: Brush, foot: Foot) -> None:
    """Draw the upper as a hull of its cross-sections, and the sole in front of it or behind."""
    ahead = brush.camera.along(foot.frame.x)
    arcs = [foot.arc(row, 0.0, math.pi, 9) for row in drawing("foot", "across")]
    kind = SKIN if foot.bare else SHOE
    shapes = [(kind, _hulled(arcs[:5], ahead)), (kind, _hulled(arcs[3:], ahead))]
    below = brush.facing(foot.frame.y) < -0.12
    if not foot.bare:
        sole = foot.ring(0.0) if below else _hulled([foot.ring(0.0), foot.ring(THICK)], ahead)
        shapes.insert(2 if below else 0, (SOLE, sole))
    for shape in shapes:
        brush.fill(*shape)
    if not (foot.bare or below) and brush.facing(foot.frame.y * 0.8 + foot.frame.x * 0.6) > 0.2:
        _draw_lacing(brush, foot)


def _draw_lacing(brush: Brush, foot: Foot) -> None:
    """Draw the cap over the toes and the laces, as far as they are on our side of the foot."""
    middle = math.atan2(brush.facing(foot.frame.y), foot.sign * brush.facing(foot.frame.z))
    start, end = max(0.05, middle - math.pi / 2), min(math.pi - 0.05, middle + math.pi / 2)
    brush.line(INK, foot.arc(drawing("foot", "toecap")[0], start, end, 7))
    for row in drawing("foot", "laces"):
        brush.line(STRIPE, foot.arc(row, max(start, 0.3 * math.pi), min(end, 0.7 * math.pi), 4))


def _hulled(rims: list[list[Point]], ahead: Point) -> list[Point]:
    return even(hull([point for rim in rims for point in rim]), 14, ahead)
