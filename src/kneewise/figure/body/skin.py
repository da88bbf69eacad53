"""Cross-sections of the body: how far its skin lies from its bones."""

import math
from dataclasses import dataclass, replace

from kneewise.figure.body.build import Build
from kneewise.figure.data import length
from kneewise.figure.vector import Frame, Vec


@dataclass(frozen=True, slots=True)
class Ring:
    """One cross-section: its middle, its frame, and how far it reaches to each side."""

    at: Vec
    frame: Frame
    front: float
    back: float
    right: float
    left: float

    def extent(self, direction: Vec) -> float:
        """Measure how far it reaches in a direction."""
        ahead, aside = self.frame.x.dot(direction), self.frame.z.dot(direction)
        deep = self.front if ahead > 0 else self.back
        wide = self.right if aside > 0 else self.left
        return math.hypot(deep * ahead, wide * aside)

    def wider(self, by: float) -> "Ring":
        """Let it reach further all round."""
        widths = (self.front + by, self.back + by, self.right + by, self.left + by)
        return Ring(self.at, self.frame, *widths)

    def rim(self, angle: float) -> Vec:
        """Find the place on the skin at an angle, 0 to the front and a quarter turn to the right."""
        ahead, aside = math.cos(angle), math.sin(angle)
        deep = self.front if ahead > 0 else self.back
        wide = self.right if aside > 0 else self.left
        return self.frame.at(self.at, x=deep * ahead, z=wide * aside)


def round_ring(at: Vec, frame: Frame, radius: float) -> Ring:
    """Make a round cross-section."""
    return Ring(at, frame, radius, radius, radius, radius)


def limb_rings(build: Build, bone: str, start: Vec, frame: Frame, *, sign: float) -> tuple[Ring, ...]:
    """Lay the cross-sections along a bone of the right (1) or the left (-1) side."""
    rings = []
    for along, front, back, outer, inner in build.limb[bone]:
        right, left = (outer, inner) if sign > 0 else (inner, outer)
        middle = frame.at(start, y=-along * length(bone))
        rings.append(Ring(middle, frame, front, back, right, left))
    return tuple(rings)


def stretch(
    rings: tuple[Ring, ...],
    start: float,
    end: float,
    *,
    more: float = 0.0,
    flare: float = 0.0,
    count: int = 5,
) -> tuple[Ring, ...]:
    """Cut a stretch out of a limb, from share to share of its length, a little wider: a sleeve."""
    shares = [k / (count - 1) for k in range(count)]
    return tuple(
        _ring_at(rings, start + (end - start) * share).wider(more + flare * share) for share in shares
    )


def _ring_at(rings: tuple[Ring, ...], share: float) -> Ring:
    place = share * (len(rings) - 1)
    index = min(int(place), len(rings) - 2)
    one, other, part = rings[index], rings[index + 1], place - index
    names = ("front", "back", "right", "left")
    widths = {name: getattr(one, name) + (getattr(other, name) - getattr(one, name)) * part for name in names}
    return replace(one, at=one.at.towards(other.at, part), **widths)
