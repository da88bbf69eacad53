"""What is wrong with a pose or a picture, in words: joints that nobody has, feet that float, hands that miss.

The checks never see a picture that is right and unreadable: look at every picture too, small, in both themes.
"""

from collections.abc import Iterator
from itertools import product
from typing import Final

from kneewise.figure.body.measure import angles, centre_of_mass
from kneewise.figure.body.pose import Place, Pose, place
from kneewise.figure.body.poses import pose
from kneewise.figure.body.stance import Stance
from kneewise.figure.body.stand import stand
from kneewise.figure.data import length, read
from kneewise.figure.draw.camera import HEIGHT_PX, WIDTH_PX
from kneewise.figure.motion import motions, on_the_way
from kneewise.figure.table import Picture, pictures
from kneewise.figure.vector import UP, Vec

MISS: Final = 0.012
"""So far from its place, in shares of height, a foot or a hand may be."""
SUNK: Final = 0.014
FLOATING: Final = 0.010
BONE_OFF: Final = 0.002
TILTED: Final = 0.010
MARGIN_PX: Final = 4.0
HAIR_PX: Final = 18.0
MOMENTS: Final = 13


def problems(body: str) -> list[str]:
    """Review every pose, every movement on its way, and every picture of one body."""
    return [*_of_poses(body), *_of_motions(body), *_of_pictures(body)]


def _of_poses(body: str) -> Iterator[str]:
    for name in read("poses"):
        yield from (f"{name}, {body}: {said}" for said in review(pose(name), body))


def _of_motions(body: str) -> Iterator[str]:
    for name, motion in motions().items():
        end = pictures()[name].sitters[0].pose
        for moment in range(MOMENTS):
            between = on_the_way(motion.start, end, moment / (MOMENTS - 1))
            yield from (f"{name} at {moment}/{MOMENTS - 1}, {body}: {said}" for said in review(between, body))


def _of_pictures(body: str) -> Iterator[str]:
    for picture in pictures().values():
        yield from (f"{picture.id}, {body}: {said}" for said in cut_off(picture, body))


def review(posed: Pose, body: str) -> list[str]:
    """List what is wrong with a pose of a body."""
    stance = stand(posed, body)
    return [*_joints(stance), *_places(stance), *_bones(stance), *_ground(stance), *_balance(stance)]


def _joints(stance: Stance) -> Iterator[str]:
    for joint, degrees in angles(stance).items():
        limit = read("skeleton")["joint"][joint.partition("_")[0]]
        if not limit["low"] - 0.5 <= degrees <= limit["high"] + 0.5:
            yield f"{joint} is at {degrees:.0f} degrees, allowed are {limit['low']} to {limit['high']}"


def _places(stance: Stance) -> Iterator[str]:
    for side in "rl":
        leg, arm = stance.pose.leg(side), stance.pose.arm(side)
        wanted = (
            (f"{leg.on}_{side}", leg.foot),
            (f"ankle_{side}", leg.ankle_at),
            (f"wrist_{side}", None if arm.grip else arm.wrist),
        )
        for point, goal in wanted:
            missed = _missed(stance.points[point], goal) if goal else 0.0
            if missed > MISS:
                yield f"{point} misses its place by {missed:.3f}"


def _missed(point: Vec, goal: Place) -> float:
    return (point - place(goal, point.z)).length()


def _bones(stance: Stance) -> Iterator[str]:
    bones = {
        "thigh": ("hip", "knee"),
        "shank": ("knee", "ankle"),
        "upper_arm": ("shoulder", "elbow"),
        "forearm": ("elbow", "wrist"),
    }
    for (bone, (start, end)), side in product(bones.items(), "rl"):
        long = (stance.points[f"{start}_{side}"] - stance.points[f"{end}_{side}"]).length()
        if abs(long - length(bone)) > BONE_OFF:
            yield f"{bone}_{side} is {long:.3f} long and should be {length(bone):.3f}"


def _ground(stance: Stance) -> Iterator[str]:
    posed = stance.pose
    soles = min(point.y for point in stance.soles())
    lowest = min(soles, -stance.furthest(-UP))
    if posed.on_ground and lowest < posed.ground - SUNK:
        yield f"something is {posed.ground - lowest:.3f} below the ground"
    if posed.on_ground and posed.stands and abs(soles - posed.ground) > FLOATING:
        yield f"the soles are {soles - posed.ground:+.3f} off the ground"


def _balance(stance: Stance) -> Iterator[str]:
    feet = [
        stance.points[f"{part}_{side}"].x for side in stance.pose.balanced for part in ("heel", "ball", "tip")
    ]
    if feet:
        centre = centre_of_mass(stance).x
        if not min(feet) - TILTED <= centre <= max(feet) + TILTED:
            yield f"the weight is at {centre:+.3f}, the feet stand from {min(feet):+.3f} to {max(feet):+.3f}"


def cut_off(picture: Picture, body: str) -> Iterator[str]:
    """List the joints that the picture's edge cuts off, unless it is a close-up."""
    for sitter in () if picture.close_up else picture.sitters:
        camera = picture.camera(sitter)
        for name, point in stand(pose(sitter.pose), body).points.items():
            at = camera.flat(point)
            top = HAIR_PX if name == "head" else MARGIN_PX
            if not (MARGIN_PX < at.real < WIDTH_PX - MARGIN_PX and top < at.imag < HEIGHT_PX - MARGIN_PX):
                yield f"{name} is at the edge: {at.real:.0f}, {at.imag:.0f}"
