"""What can be measured on a stance: the angles of its joints, the middle of its weight."""

import math

from kneewise.figure.body.stance import Stance
from kneewise.figure.data import read
from kneewise.figure.vector import Vec, degrees_between


def angles(stance: Stance) -> dict[str, float]:
    """Read the joints off a stance as a physiotherapist would, in degrees."""
    found = {"spine": stance.pose.spine}
    pelvis = stance.frames["pelvis"]
    for side, sign in (("r", 1), ("l", -1)):
        thigh, shank, foot = (stance.frames[f"{bone}_{side}"] for bone in ("thigh", "shank", "foot"))
        upper, fore, down = stance.frames[f"upper_arm_{side}"], stance.frames[f"forearm_{side}"], -thigh.y
        found |= {
            f"hip_{side}": math.degrees(math.atan2(down.dot(pelvis.x), -down.dot(pelvis.y))),
            f"abduct_{side}": sign * math.degrees(math.asin(max(-1.0, min(1.0, down.dot(pelvis.z))))),
            f"knee_{side}": -degrees_between(thigh.y, shank.y, thigh.z),
            f"ankle_{side}": degrees_between(shank.x, foot.x, shank.z),
            f"toe_{side}": stance.pose.leg(side).toe,
            f"elbow_{side}": degrees_between(upper.y, fore.y, upper.z),
        }
    return found


def centre_of_mass(stance: Stance) -> Vec:
    """Weigh the segments and find the middle of their weight."""
    at, mass = stance.points, read("skeleton")["mass"]
    spots = [("trunk", at["hip"].towards(at["chest"], 0.5)), ("head", at["head"])]
    for side in "rl":
        spots += [
            ("thigh", at[f"hip_{side}"].towards(at[f"knee_{side}"], 0.43)),
            ("shank", at[f"knee_{side}"].towards(at[f"ankle_{side}"], 0.43)),
            ("foot", at[f"ball_{side}"]),
            ("upper_arm", at[f"shoulder_{side}"].towards(at[f"elbow_{side}"], 0.44)),
            ("forearm", at[f"elbow_{side}"].towards(at[f"hand_{side}"], 0.68)),
        ]
    whole = sum(mass[part]["value"] for part, _ in spots)
    weighed = [spot * (mass[part]["value"] / whole) for part, spot in spots]
    return sum(weighed, start=Vec(0.0, 0.0, 0.0))
