"""The outline of a limb: its widths on both sides of the bone, as the camera sees them."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from kneewise.figure.body.skin import Ring
from kneewise.figure.draw.camera import Camera, Point
from kneewise.figure.draw.path import Pen, loop, smooth

SHORTENED = 0.45
"""A limb seen shorter than this share of its length points at the eye."""
ROUND = 0.66
"""How far a cap's handles reach, in widths: nearly a half circle."""


@dataclass(frozen=True, slots=True)
class Edges:
    """Both edges of a limb as seen, and the direction it runs in, ring by ring."""

    left: list[Point]
    right: list[Point]
    along: list[Point]

    def cut(self, place: int, sag: float) -> str:
        """Draw a line across the limb at a ring, sagging along it by a share of its width: a hem."""
        left, right = self.left[place], self.right[place]
        deep = self.along[place] * abs(left - right) * sag
        third = (right - left) / 3
        return Pen().move(left).bend(left + third + deep, right - third + deep, right).path()


def edges(camera: Camera, rings: Sequence[Ring]) -> Edges:
    """Find a limb's edges."""
    middles = [camera.flat(ring.at) for ring in rings]
    found = Edges([], [], [])
    for place, (ring, middle) in enumerate(zip(rings, middles, strict=True)):
        run = middles[min(place + 1, len(rings) - 1)] - middles[max(place - 1, 0)]
        along = run / (abs(run) or 1.0)
        aside = along * 1j
        normal = camera.seen(aside)
        found.left.append(middle + aside * (ring.extent(normal) * camera.scale))
        found.right.append(middle - aside * (ring.extent(-normal) * camera.scale))
        found.along.append(along)
    return found


def tube(camera: Camera, rings: Sequence[Ring], near: float = 1.0, far: float = 1.0) -> str:
    """Draw a limb; ``near`` and ``far`` say how round its ends are, 0 for cut off."""
    middles = [camera.flat(ring.at) for ring in rings]
    true = sum((two.at - one.at).length() for one, two in pairwise(rings)) * camera.scale
    if abs(middles[-1] - middles[0]) < SHORTENED * true:
        return loop(even(hull(_rims(camera, rings, near, far)), 14, Point(1)))
    found = edges(camera, rings)
    first, last = found.along[0], found.along[-1]
    start, end = first * abs(middles[1] - middles[0]) / 3, last * abs(middles[-1] - middles[-2]) / 3
    pen = Pen().move(found.left[0])
    smooth(pen, found.left, start, end)
    _cap(pen, found.left[-1], found.right[-1], last * far)
    smooth(pen, found.right[::-1], -end, -start)
    _cap(pen, found.right[0], found.left[0], -first * near)
    return pen.close().path()


def _cap(pen: Pen, start: Point, end: Point, out: Point) -> None:
    deep = out * abs(end - start) * ROUND
    pen.bend(start + deep, end + deep, end)


def _rims(camera: Camera, rings: Sequence[Ring], near: float, far: float) -> list[Point]:
    """Gather the cross-sections of a limb that points at the eye, with its round ends."""
    points = [camera.flat(ring.rim(k * math.pi / 8)) for ring in rings for k in range(16)]
    for ring, cap in ((rings[0], near), (rings[-1], far)):
        if cap:
            radius, middle = (ring.front + ring.back) * 0.4 * camera.scale, camera.flat(ring.at)
            points += [middle + radius * _turn(k / 12) for k in range(12)]
    return points


def hull(points: Sequence[Point]) -> list[Point]:
    """Stretch a string around points."""
    ordered = sorted({(round(p.real, 2), round(p.imag, 2)) for p in points})
    places = [Point(*pair) for pair in ordered]
    return _half(places) + _half(places[::-1])


def _half(points: list[Point]) -> list[Point]:
    kept: list[Point] = []
    for point in points:
        while len(kept) > 1 and ((kept[-1] - kept[-2]).conjugate() * (point - kept[-2])).imag <= 0:
            kept.pop()
        kept.append(point)
    return kept[:-1]


def even(points: Sequence[Point], count: int, towards: Point) -> list[Point]:
    """Walk an outline in equal steps from the point furthest towards a side, so that frames stay alike."""
    first = max(range(len(points)), key=lambda place: (points[place] * towards.conjugate()).real)
    ring = [*points[first:], *points[: first + 1]]
    walked = [0.0]
    for one, two in pairwise(ring):
        walked.append(walked[-1] + abs(two - one))
    return [_walk(ring, walked, walked[-1] * step / count) for step in range(count)]


def _walk(ring: Sequence[Point], walked: Sequence[float], goal: float) -> Point:
    place = next(at for at in range(len(ring) - 1) if walked[at + 1] >= goal)
    step = walked[place + 1] - walked[place]
    return ring[place] + (ring[place + 1] - ring[place]) * ((goal - walked[place]) / (step or 1.0))


def _turn(share: float) -> Point:
    return Point(math.cos(math.tau * share), math.sin(math.tau * share))
