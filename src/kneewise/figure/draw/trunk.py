"""The trunk in shirt and shorts, and the muscles of the hip."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from kneewise.figure.body.skin import Ring, round_ring, stretch
from kneewise.figure.data import drawing
from kneewise.figure.draw.brush import INK, MUSCLE, SHORTS, Brush
from kneewise.figure.draw.limbs import TROUSERS, spindle
from kneewise.figure.vector import Frame

WAIST: Final = 0.04
YOKE: Final = ((0.25, 0.031), (0.6, 0.031), (0.95, 0.030))
"""Share of the way from the neck to the shoulder, and how thick."""
APART: Final = 0.15
"""Hems so far from each other show the crotch itself."""
CLOSING: Final = 0.03


def draw_trunk(brush: Brush) -> None:
    """Draw the seat of the shorts, and the shirt with its hem."""
    brush.limb(SHORTS, list(_rings(brush, -1.0, 2 * WAIST)), 0.55, 0.0)
    first, *rest = _rings(brush, WAIST, 1.0)
    hem = replace(first.wider(0.009), at=first.frame.at(first.at, y=-0.028))
    shirt = [hem, first.wider(0.005), *rest]
    brush.limb("shirt", shirt, 0.10, 0.25)
    for side in "rl":
        brush.limb("shirt", _yoke(brush, side), 0.5, 0.5)
    brush.hem(shirt[:2], 0, -0.06)


def _rings(brush: Brush, low: float, high: float) -> Iterator[Ring]:
    """Go through the trunk's cross-sections between two heights above the hips."""
    for ring, row in zip(brush.stance.rings["trunk"], brush.stance.build.trunk, strict=True):
        if low <= row[0] <= high:
            yield ring


def _yoke(brush: Brush, side: str) -> tuple[Ring, ...]:
    """Lay cross-sections from the root of the neck to the shoulder: what a shirt hangs on."""
    at, chest = brush.stance.points, brush.stance.frames["chest"]
    neck, across = at["chest"].towards(at["neck"], 0.5), Frame(chest.x, chest.z, -chest.y)
    return tuple(
        round_ring(neck.towards(at[f"shoulder_{side}"], share), across, radius) for share, radius in YOKE
    )


def draw_hip_muscles(brush: Brush, side: str, muscles: Iterable[str]) -> None:
    """Draw what works behind the hip, or on its outer side."""
    if "glute" in muscles:
        brush.fill(MUSCLE, spindle(brush, list(_rings(brush, -1.0, 0.05)), -1.0, -0.02))
    if "hip" in muscles:
        pelvis, sign = brush.stance.frames["pelvis"], 1 if side == "r" else -1
        across = max((pelvis.x, pelvis.z), key=lambda axis: abs(brush.camera.along(axis)))
        at = pelvis.at(brush.stance.points["hip"], x=-0.008, y=-0.022, z=sign * 0.056)
        rim = (at + pelvis.y * up + across * aside for up, aside in drawing("patch", "hip"))
        brush.spot(MUSCLE, [brush.camera.flat(each) for each in rim])


def draw_crotch(brush: Brush) -> None:
    """Draw the line that parts the legs of the shorts; the wider they stand, the shorter it is."""
    hems = (stretch(brush.stance.rings[f"thigh_{side}"], 0.0, TROUSERS)[-1].at for side in "rl")
    one, other = (brush.camera.flat(hem) for hem in hems)
    share = min(1.0, max(0.0, (APART - abs(one - other) / brush.camera.scale) / CLOSING))
    top = brush.camera.flat(brush.stance.frames["pelvis"].at(brush.stance.points["hip"], x=0.01, y=-0.05))
    brush.line(f"{INK} butt", [top, top + ((one + other) / 2 - top) * share])
