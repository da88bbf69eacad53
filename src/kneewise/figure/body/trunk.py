"""The trunk along its bent spine, and the head on top."""

from typing import Final

from kneewise.figure.body.skin import Ring, round_ring
from kneewise.figure.body.stance import Stance
from kneewise.figure.data import length
from kneewise.figure.vector import Frame, Vec

BENDS: Final = (0.06, 0.10, 0.14, 0.18)
"""Heights above the hips at which the spine shares its bend."""
NECK_FORWARD: Final = 12.0
"""Degrees: a neck leans, and the head looks straight again."""
NECK: Final = ((-0.030, 1.3), (0.0, 1.12), (0.030, 0.97), (0.070, 0.95), (0.098, 0.95))
SKULL: Final = ((-0.050, 0.030), (0.010, 0.060), (0.060, 0.030))


def add_trunk(stance: Stance) -> None:
    """Lay the trunk's cross-sections along the spine."""
    widths = {row[0]: row[1:] for row in stance.build.trunk}
    heights = {*widths, *BENDS, length("shoulder_height"), length("neck_height")}
    spine = _spine(stance, sorted(heights))
    rings = []
    for height, (front, back, side) in sorted(widths.items()):
        at, frame = spine[height]
        rings.append(Ring(at, frame, front, back, side, side))
    stance.rings["trunk"] = tuple(rings)
    stance.points["chest"], stance.frames["chest"] = spine[length("shoulder_height")]
    stance.points["neck"], stance.frames["upper"] = spine[length("neck_height")]
    upper_back = max(rings[6:], key=lambda ring: ring.back)
    stance.points["upper_back"] = upper_back.frame.at(upper_back.at, x=-upper_back.back)


def _spine(stance: Stance, heights: list[float]) -> dict[float, tuple[Vec, Frame]]:
    """Walk up from the seat; the frame turns a little at every bend."""
    pose, root, pelvis = stance.pose, stance.points["hip"], stance.frames["pelvis"]
    here, frame, last = root, pelvis, 0.0
    along = {height: (pelvis.at(root, y=height), pelvis) for height in heights if height < 0}
    for height in (height for height in heights if height >= 0):
        here, last = here + frame.y * (height - last), height
        if height in BENDS:
            frame = frame.turn(flex=-pose.spine / len(BENDS), abduct=pose.side / len(BENDS))
        along[height] = (here, frame)
    return along


def add_head(stance: Stance) -> None:
    """Set neck and head on the trunk."""
    pose, at = stance.pose, stance.points["neck"]
    neck = stance.frames["upper"].turn(flex=-NECK_FORWARD - pose.neck, abduct=pose.neck_side)
    head = neck.turn(flex=NECK_FORWARD - pose.nod)
    middle = head.at(neck.at(at, y=length("neck")), x=0.006, y=0.020)
    stance.frames |= {"neck": neck, "head": head}
    stance.points["head"] = middle
    thick = stance.build.thick["neck"]
    wide, deep = 0.031 * thick, 0.034 * thick
    stance.rings["neck"] = tuple(
        Ring(neck.at(at, y=y), neck, wide * by, deep * by, wide * by, wide * by) for y, by in NECK
    )
    stance.rings["head"] = tuple(round_ring(head.at(middle, y=y), head, radius) for y, radius in SKULL)
