"""Legs and arms: skin, clothes, and the muscle that works."""

import math
from collections.abc import Iterable, Sequence
from typing import Final

from kneewise.figure.body.skin import Ring, stretch
from kneewise.figure.data import read
from kneewise.figure.draw.brush import FINE, MUSCLE, SHIRT, SHORTS, SKIN, Brush
from kneewise.figure.draw.camera import Point
from kneewise.figure.draw.foot import draw_foot
from kneewise.figure.draw.outline import edges

TROUSERS: Final = 0.46
"""How far down the thigh the shorts reach."""
SLEEVE: Final = 0.48
FLAT_HAND: Final = 0.45


def draw_leg(brush: Brush, side: str, muscles: Iterable[str]) -> None:
    """Draw one leg."""
    rings, bare = brush.stance.rings, brush.stance.pose.bare
    if bare:
        draw_foot(brush, side)
    brush.limb(SKIN, rings[f"shank_{side}"], 0.9, 0.7)
    brush.limb(SKIN, rings[f"thigh_{side}"], 0.9, 0.95)
    if not bare:
        draw_foot(brush, side)
    shorts = stretch(rings[f"thigh_{side}"], 0.0, TROUSERS, more=0.0015, flare=0.005)
    brush.limb(SHORTS, shorts, 0.9, 0.10)
    for name in muscles:
        muscle = read("drawings")["muscle"].get(name)
        if muscle:
            belly = stretch(rings[f"{muscle['bone']}_{side}"], muscle["start"], muscle["end"], count=7)
            brush.fill(MUSCLE, spindle(brush, belly, muscle["back"], muscle["front"]))
    brush.hem(shorts[-2:], -1, 0.09)


def spindle(brush: Brush, rings: Sequence[Ring], back: float, front: float) -> list[Point]:
    """Outline a muscle within a limb, between two lines from its back (-1) to its front (+1)."""
    found, last = edges(brush.camera, rings), len(rings) - 1
    is_front_left = brush.camera.seen(found.along[0] * 1j).dot(rings[0].frame.x) > 0
    ahead, behind = (found.left, found.right) if is_front_left else (found.right, found.left)
    middle = front if front >= 1 else back if back <= -1 else (front + back) / 2
    fore: list[Point] = []
    aft: list[Point] = []
    for place, (one, other) in enumerate(zip(ahead, behind, strict=True)):
        swell = math.sin(math.pi * place / last) ** 0.55 if 0 < place < last else 0.0
        for edge, goal in ((fore, front), (aft, back)):
            edge.append(other + (one - other) * (1 + middle + (goal - middle) * swell) / 2)
    return fore + aft[-2:0:-1]


def draw_arm(brush: Brush, side: str) -> None:
    """Draw one arm."""
    stance, upper = brush.stance, brush.stance.rings[f"upper_arm_{side}"]
    _draw_hand(brush, side)
    brush.limb(SKIN, stance.rings[f"forearm_{side}"], 0.9, 0.7)
    brush.limb(SKIN, upper, 0.6, 0.9)
    sleeve = stretch(upper, 0.0, SLEEVE, more=0.002, flare=0.003)
    brush.limb(SHIRT, sleeve, 0.72, 0.12)
    brush.hem(sleeve[-2:], -1, 0.12)
    if not brush.layer.far:
        inward = -0.016 if side == "r" else 0.016
        at = stance.frames["chest"].at(stance.points[f"shoulder_{side}"], y=0.026, z=inward)
        brush.layer.seam = (brush.camera.flat(at), 0.050 * brush.camera.scale)


def _draw_hand(brush: Brush, side: str) -> None:
    rings = brush.stance.rings
    if not brush.stance.pose.arm(side).grip:
        brush.limb(SKIN, rings[f"thumb_{side}"], 0.8, 0.9)
    brush.limb(SKIN, rings[f"fingers_{side}"], 0.5, 0.9)
    brush.limb(SKIN, rings[f"palm_{side}"], 0.8, 0.5)
    facing = brush.facing(rings[f"fingers_{side}"][0].frame.x)
    if abs(facing) > FLAT_HAND and not brush.layer.far:
        for share in (-0.3, 0.3):
            between = (
                ring.frame.at(ring.at, x=ring.front * facing, z=ring.right * share)
                for ring in rings[f"fingers_{side}"]
            )
            brush.line(FINE, [brush.camera.flat(at) for at in between])
