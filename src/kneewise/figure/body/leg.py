"""A leg: from its pose to joints, frames and skin."""

from kneewise.figure.body.pose import Leg, place
from kneewise.figure.body.reach import heading, hinged, reach
from kneewise.figure.body.skin import limb_rings
from kneewise.figure.body.stance import Stance
from kneewise.figure.data import length
from kneewise.figure.vector import UP, Frame, Vec


def add_leg(stance: Stance, side: str) -> None:
    """Pose one leg of a stance."""
    sign, data = (1.0 if side == "r" else -1.0), stance.pose.leg(side)
    pelvis = stance.frames["pelvis"]
    hip = pelvis.at(stance.points["hip"], z=sign * stance.build.hip_half)
    sole = length("bare_ankle_height" if stance.pose.bare else "ankle_height")
    placed = _placed(data, pelvis, sign, sole)
    if placed is None:
        thigh = pelvis.turn(flex=data.hip).turn(abduct=-sign * data.abduct).turn(rotate=-sign * data.rotate)
        knee = thigh.at(hip, y=-length("thigh"))
        shank = thigh.turn(flex=-data.knee)
        ankle = shank.at(knee, y=-length("shank"))
    else:
        pole = Vec(*data.pole) if data.pole else (hip - placed).cross(pelvis.z)
        knee, ankle = reach(hip, placed, length("thigh"), length("shank"), pole=pole)
        thigh, shank = hinged(hip, knee, ankle, pole)
    foot = _foot(data, pelvis if data.foot else shank, shank, sign)
    stance.points |= {f"hip_{side}": hip, f"knee_{side}": knee, f"ankle_{side}": ankle}
    stance.frames |= {f"thigh_{side}": thigh, f"shank_{side}": shank, f"foot_{side}": foot}
    stance.rings[f"thigh_{side}"] = limb_rings(stance.build, "thigh", hip, thigh, sign=sign)
    stance.rings[f"shank_{side}"] = limb_rings(stance.build, "shank", knee, shank, sign=sign)
    _add_sole(stance, side, sole)


def _placed(data: Leg, pelvis: Frame, sign: float, sole: float) -> Vec | None:
    """Find where the ankle must be, if the pose says where the foot is."""
    beside = sign * length("feet_apart") / 2
    if data.ankle_at:
        return place(data.ankle_at, beside)
    if not data.foot:
        return None
    along = -length("heel_behind") if data.on == "heel" else length("ball_ahead")
    foot = _foot(data, pelvis, pelvis, sign)
    return foot.at(place(data.foot, beside), x=-along, y=sole)


def _foot(data: Leg, guide: Frame, shank: Frame, sign: float) -> Frame:
    """Turn the foot: to keep the slope of its sole, or by the ankle."""
    out = -sign * data.toe_out
    if data.sole is None:
        return shank.turn(flex=data.ankle).turn(rotate=out)
    ahead = heading(guide)
    return Frame(ahead, UP, ahead.cross(UP)).turn(rotate=out).turn(flex=data.sole)


def _add_sole(stance: Stance, side: str, sole: float) -> None:
    foot, ankle = stance.frames[f"foot_{side}"], stance.points[f"ankle_{side}"]
    ball = foot.at(ankle, x=length("ball_ahead"), y=-sole)
    toes = foot.turn(flex=stance.pose.leg(side).toe)
    stance.frames[f"toes_{side}"] = toes
    stance.points |= {
        f"heel_{side}": foot.at(ankle, x=-length("heel_behind"), y=-sole),
        f"ball_{side}": ball,
        f"tip_{side}": toes.at(ball, x=length("tip_ahead") - length("ball_ahead"), y=0.012),
    }
