"""An arm and its hand: from their pose to joints, frames and skin."""

from typing import Final

from kneewise.figure.body.pose import Arm, place
from kneewise.figure.body.reach import hinged, reach
from kneewise.figure.body.skin import Ring, limb_rings, round_ring
from kneewise.figure.body.stance import Stance
from kneewise.figure.data import drawing, length
from kneewise.figure.vector import Frame, Vec

FIST: Final = 80.0
"""Degrees that fingers curl in a fist."""
HIP_GRIP: Final = Vec(0.018, 0.100, 0.022)
"""Where a hand on the hip lies: in front of, above and beside the trunk's skin."""


def add_arm(stance: Stance, side: str) -> None:
    """Pose one arm of a stance."""
    sign, data = (1.0 if side == "r" else -1.0), stance.pose.arm(side)
    chest = stance.frames["chest"]
    shoulder = chest.at(stance.points["chest"], x=-0.002, z=sign * stance.build.shoulder_half)
    wrist = _wrist(stance, data, sign)
    if wrist is None:
        upper = chest.turn(flex=data.shoulder).turn(abduct=-sign * data.abduct)
        upper = upper.turn(rotate=-sign * data.rotate)
        elbow = upper.at(shoulder, y=-length("upper_arm"))
        fore = upper.turn(flex=data.elbow)
        wrist = fore.at(elbow, y=-length("forearm"))
    else:
        pole = _pole(data, chest, shoulder - wrist, sign)
        elbow, wrist = reach(shoulder, wrist, length("upper_arm"), length("forearm"), pole=pole)
        upper, fore = hinged(shoulder, elbow, wrist, -pole)
    stance.points |= {f"shoulder_{side}": shoulder, f"elbow_{side}": elbow, f"wrist_{side}": wrist}
    stance.frames |= {f"upper_arm_{side}": upper, f"forearm_{side}": fore}
    stance.rings[f"upper_arm_{side}"] = limb_rings(stance.build, "upper_arm", shoulder, upper, sign=sign)
    stance.rings[f"forearm_{side}"] = limb_rings(stance.build, "forearm", elbow, fore, sign=sign)
    _add_hand(stance, side, sign)


def _wrist(stance: Stance, data: Arm, sign: float) -> Vec | None:
    """Find where the wrist must be, if the pose says where the hand is."""
    if data.on_hip:
        aside = stance.build.half_width(HIP_GRIP.y) + HIP_GRIP.z
        pelvis = stance.frames["pelvis"]
        return pelvis.at(stance.points["hip"], x=HIP_GRIP.x, y=HIP_GRIP.y, z=sign * aside)
    return place(data.wrist, sign * stance.build.shoulder_half) if data.wrist else None


def _pole(data: Arm, chest: Frame, gap: Vec, sign: float) -> Vec:
    """Find where the elbow points: back and a little out; far out with the hand on the hip."""
    if data.pole:
        return Vec(*data.pole)
    return chest.z * (sign * (1.5 if data.on_hip else 0.35)) - gap.cross(chest.z).unit()


def _add_hand(stance: Stance, side: str, sign: float) -> None:
    data, wrist = stance.pose.arm(side), stance.points[f"wrist_{side}"]
    curl = FIST if data.on_hip else data.curl
    palm = stance.frames[f"forearm_{side}"].turn(flex=data.wrist_flex).turn(rotate=sign * data.palm)
    knuckles = palm.at(wrist, y=-length("palm"))
    near = palm.turn(flex=curl)
    middle = near.at(knuckles, y=-length("finger") / 2)
    far = near.turn(flex=curl * 1.25)
    tip = far.at(middle, y=-length("finger") / 2)
    stance.frames[f"hand_{side}"] = palm
    stance.points[f"hand_{side}"] = palm.at(wrist, x=0.012, y=-length("palm") * 0.9)
    stance.rings[f"palm_{side}"] = tuple(
        Ring(palm.at(wrist, y=-share * length("palm")), palm, thin, thin, wide, wide)
        for share, thin, wide in drawing("hand", "palm")
    )
    joints = zip((knuckles, middle, tip), (near, near, far), drawing("hand", "fingers"), strict=True)
    stance.rings[f"fingers_{side}"] = tuple(
        Ring(at, frame, thin, thin, wide, wide) for at, frame, (_, thin, wide) in joints
    )
    stance.rings[f"thumb_{side}"] = tuple(
        round_ring(palm.at(wrist, x=0.006, y=-along, z=sign * aside), palm, thick)
        for aside, along, thick in drawing("hand", "thumb")
    )
