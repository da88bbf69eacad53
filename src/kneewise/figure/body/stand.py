"""From a pose to a stance: build the body, and move it until it touches what it has to."""

from functools import lru_cache
from typing import Final

from kneewise.figure.body.arm import add_arm
from kneewise.figure.body.build import build
from kneewise.figure.body.leg import add_leg
from kneewise.figure.body.pose import Pose, place
from kneewise.figure.body.stance import Stance
from kneewise.figure.body.trunk import add_head, add_trunk
from kneewise.figure.vector import UP, Frame, Vec, framed

SIDES: Final = {"down": -UP, "back": Vec(-1.0, 0.0, 0.0)}
SETTLINGS: Final = 3
"""Contacts move the hips, and legs that reach answer; after three rounds nothing stirs."""
STILL: Final = 1e-6


@lru_cache(maxsize=128)
def stand(pose: Pose, body: str) -> Stance:
    """Pose a body, and move it until it touches what it has to."""
    stance = _posed(pose, body, Vec(0.0, 0.0, 0.0))
    for _ in range(SETTLINGS):
        root = _settle(stance)
        if (root - stance.points["hip"]).length() < STILL:
            break
        stance = _posed(pose, body, root)
    return stance


def _posed(pose: Pose, body: str, root: Vec) -> Stance:
    stance = Stance(build=build(body), pose=pose)
    stance.points["hip"] = root
    stance.frames["pelvis"] = _pelvis(pose)
    add_trunk(stance)
    add_head(stance)
    for side in "rl":
        add_leg(stance, side)
        add_arm(stance, side)
    return stance


def _pelvis(pose: Pose) -> Frame:
    if pose.up and pose.front:
        return framed(Vec(*pose.up), Vec(*pose.front))
    return Frame().turn(flex=-pose.lean).turn(abduct=pose.roll)


def _settle(stance: Stance) -> Vec:
    """Find where the hips have to be for everything to touch what it should."""
    pose, root = stance.pose, stance.points["hip"]
    moved = Vec(0.0, 0.0, 0.0)
    if pose.hip_at:
        moved = place(pose.hip_at, 0.0) - root
    if pose.pin:
        point = stance.points[pose.pin.point]
        moved = place(pose.pin.at, point.z) - point
    for rest in pose.rest:
        direction = SIDES[rest.side]
        there = stance.furthest(direction, *rest.on)
        goal = rest.at * (direction.x + direction.y)
        moved = moved.across(direction) + direction * (goal - there)
    return root + moved
