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
ON_HIP: Final = Vec(0.018, 0.100, 0.022)
"""In front of the hips, above them, and beside the skin."""
ON_LAP: Final = Vec(0.030, 0.040, 0.110)
"""In front of the skin, above the hips, and beside the middle."""


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
    """Find where the wrist must be, if the pose says what the hand holds or where it is."""
    build, pelvis, hip = stance.build, stance.frames["pelvis"], stance.points["hip"]
    if data.grip == "hip":
        return pelvis.at(hip, x=ON_HIP.x, y=ON_HIP.y, z=sign * (build.row(ON_HIP.y)[3] + ON_HIP.z))
    if data.grip == "lap":
        return pelvis.at(hip, x=build.row(ON_LAP.y)[1] + ON_LAP.x, y=ON_LAP.y, z=sign * ON_LAP.z)
    return place(data.wrist, sign * build.shoulder_half) if data.wrist else None


def _pole(data: Arm, chest: Frame, gap: Vec, sign: float) -> Vec:
    """Find where the elbow points: back and a little out; far out with the hand on the hip."""
    if data.pole:
        return Vec(*data.pole)
    return chest.z * (sign * (1.5 if data.grip else 0.35)) - gap.cross(chest.z).unit()


def _add_hand(stance: Stance, side: str, sign: float) -> None:
    data, wrist = stance.pose.arm(side), stance.points[f"wrist_{side}"]
    curl = FIST if data.grip else data.curl
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
