"""From pose to pose: one drawing with every path that moves animated there and back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from typing import Final

from kneewise.figure.body.pose import Pose
from kneewise.figure.body.poses import between, pose
from kneewise.figure.data import read
from kneewise.figure.draw.path import number
from kneewise.figure.svg import Element, element

FRAMES: Final = 6
MOVING: Final = frozenset({"d", "cx", "cy", "r"})


class UnlikeFramesError(Exception):
    """Frames of a movement are not drawn alike: a limb changed its place in the order or how it is drawn."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Motion:
    """A movement of a picture: the pose it comes from, and seconds to go, to rest, to come back."""

    start: str
    go_s: float
    rest_s: float
    back_s: float

    def times(self) -> list[float]:
        """Give the shares of the whole time at which the frames there and back are reached."""
        whole = self.go_s + self.rest_s + self.back_s
        steps = [step / (FRAMES - 1) for step in range(FRAMES)]
        there = [step * self.go_s / whole for step in steps]
        return there + [(self.go_s + self.rest_s + step * self.back_s) / whole for step in steps]


@cache
def motions() -> Mapping[str, Motion]:
    """Read the movements, by picture."""
    return {name: Motion(**table) for name, table in read("pictures")["motion"].items()}


def on_the_way(start: str, end: str, share: float) -> Pose:
    """Find the pose at a share of a movement's time: slow out, slow in, as a muscle starts and stops."""
    eased = share**3 * (share * (6 * share - 15) + 10)
    one, other = pose(start), pose(end)
    stands, balanced = one.stands and other.stands, one.balanced if one.balanced == other.balanced else ""
    return replace(between(one, other, eased), stands=stands, balanced=balanced)


def frames(start: str, end: str) -> list[Pose]:
    """Give the poses that are drawn."""
    return [on_the_way(start, end, step / (FRAMES - 1)) for step in range(FRAMES)]


def animated(drawings: Sequence[Element], motion: Motion) -> Element:
    """Make one drawing of several that differ in their paths only."""
    first = drawings[0]
    if any(_kind(one) != _kind(other) for one, other in pairwise(drawings)):
        raise UnlikeFramesError([_kind(drawing) for drawing in drawings])
    children = [
        child
        if isinstance(child, str)
        else animated([_child(drawing, place) for drawing in drawings], motion)
        for place, child in enumerate(first.children)
    ]
    moves = []
    for place, (name, value) in enumerate(first.attributes):
        values = [drawing.attributes[place][1] for drawing in drawings]
        if any(each != value for each in values):
            moves.append(_move(name, values, motion))
    return replace(first, children=(*children, *moves))


def _move(name: str, values: list[str], motion: Motion) -> Element:
    if name not in MOVING:
        raise UnlikeFramesError(name, values[:2])
    if name == "d" and len({"".join(filter(str.isalpha, value)) for value in values}) > 1:
        raise UnlikeFramesError("A path is drawn in two ways.", values[0])
    seconds = motion.go_s + motion.rest_s + motion.back_s
    return element(
        "animate",
        attributeName=name,
        dur=f"{number(seconds)}s",
        repeatCount="indefinite",
        keyTimes=";".join(f"{time:.3f}".rstrip("0").rstrip(".") for time in motion.times()),
        values=";".join(values + values[::-1]),
    )


def _kind(drawing: Element) -> tuple[str, int, tuple[str, ...]]:
    return drawing.name, len(drawing.children), tuple(name for name, _ in drawing.attributes)


def _child(drawing: Element, place: int) -> Element:
    child = drawing.children[place]
    if isinstance(child, str):
        raise UnlikeFramesError(drawing.name)
    return child
