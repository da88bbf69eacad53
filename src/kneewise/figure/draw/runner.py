"""The whole runner, in the order of drawing: far limbs, trunk with the near legs, head, near arms."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Final

from kneewise.figure.body.stance import Stance
from kneewise.figure.draw.brush import SKIN, Brush
from kneewise.figure.draw.camera import Camera
from kneewise.figure.draw.head import draw_head
from kneewise.figure.draw.layer import Layer
from kneewise.figure.draw.limbs import draw_arm, draw_leg
from kneewise.figure.draw.trunk import draw_crotch, draw_hip_muscles, draw_trunk

BEHIND_LEG: Final = 0.045
BEHIND_TRUNK: Final = 0.03
FROM_THE_FRONT: Final = 0.6
Muscles = Mapping[str, Collection[str]]
"""What works, by side."""


@dataclass(frozen=True, slots=True)
class Runner:
    """Layers from far to near; what is held goes before the near arms, what is worn on top of all."""

    far: tuple[Layer, ...]
    core: tuple[Layer, ...]
    arms: tuple[Layer, ...]


def draw_runner(stance: Stance, camera: Camera, muscles: Muscles, order: Mapping[str, str]) -> Runner:
    """Draw a stance; ``order`` says which limbs such as "leg_r" lie "near" or "far", whatever their depth."""
    far_arms, far_legs = (_far(stance, camera, limb, order) for limb in ("arm", "leg"))
    far = [_arm(stance, camera, side, far=True) for side in far_arms]
    for side in far_legs:
        far.append(Layer(f"leg-{side}", far=True))
        draw_leg(Brush(stance, camera, far[-1]), side, muscles[side])
    neck, head = Layer("neck"), Layer("head")
    Brush(stance, camera, neck).limb(SKIN, stance.rings["neck"], 0.2, 0.4)
    draw_head(Brush(stance, camera, head))
    arms = [_arm(stance, camera, side, far=False) for side in _near(stance, camera, "arm", far_arms)]
    core = _core(stance, camera, muscles, far_legs)
    return Runner(far=tuple(far), core=(neck, core, head), arms=tuple(arms))


def _arm(stance: Stance, camera: Camera, side: str, *, far: bool) -> Layer:
    layer = Layer(f"arm-{side}", far=far)
    draw_arm(Brush(stance, camera, layer), side)
    return layer


def _core(stance: Stance, camera: Camera, muscles: Muscles, far_legs: list[str]) -> Layer:
    core = Layer("core")
    brush = Brush(stance, camera, core)
    for side in "rl":
        draw_hip_muscles(brush, side, muscles[side])
    hip, core.shapes = core.shapes, []
    draw_trunk(brush)
    for side in _near(stance, camera, "leg", far_legs):
        draw_leg(brush, side, muscles[side])
    core.shapes += hip
    if not far_legs and abs(stance.frames["pelvis"].z.dot(camera.right)) > FROM_THE_FRONT:
        draw_crotch(brush)
    core.shapes.sort(key=lambda shape: shape[0] == "shirt")
    return core


def _far(stance: Stance, camera: Camera, limb: str, order: Mapping[str, str]) -> list[str]:
    """Say which legs or arms lie behind the trunk."""
    depth = {side: _depth(stance, camera, limb, side) for side in "rl"}
    trunk = (camera.depth(stance.points["hip"]) + camera.depth(stance.points["chest"])) / 2
    edge = max(depth.values()) - BEHIND_LEG if limb == "leg" else trunk - BEHIND_TRUNK
    seen = {side: "far" if depth[side] < edge else "near" for side in "rl"}
    return [side for side in "rl" if order.get(f"{limb}_{side}", seen[side]) == "far"]


def _near(stance: Stance, camera: Camera, limb: str, far: list[str]) -> list[str]:
    """List the other legs or arms, the nearest last."""
    return sorted(
        (side for side in "rl" if side not in far), key=lambda side: _depth(stance, camera, limb, side)
    )


def _depth(stance: Stance, camera: Camera, limb: str, side: str) -> float:
    joints = ("hip", "knee", "ankle") if limb == "leg" else ("shoulder", "elbow", "wrist")
    return sum(camera.depth(stance.points[f"{joint}_{side}"]) for joint in joints) / len(joints)
