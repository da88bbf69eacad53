"""A runner in a pose: where every joint, bone and cross-section is."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from kneewise.figure.body.build import Build
from kneewise.figure.body.pose import Pose
from kneewise.figure.body.skin import Ring
from kneewise.figure.vector import Frame, Vec


@dataclass(slots=True, kw_only=True)
class Stance:
    """One posed body: joints, frames of the bones, and cross-sections by part."""

    build: Build
    pose: Pose
    points: dict[str, Vec] = field(default_factory=dict)
    frames: dict[str, Frame] = field(default_factory=dict)
    rings: dict[str, tuple[Ring, ...]] = field(default_factory=dict)

    def skin(self, *parts: str) -> Iterator[Ring]:
        """Go through the cross-sections of the parts whose names begin so; of all, but the hands."""
        for name, rings in self.rings.items():
            if name.startswith(parts or ("trunk", "thigh", "shank", "upper", "fore", "head")):
                yield from rings

    def furthest(self, direction: Vec, *parts: str) -> float:
        """Measure how far the skin reaches in a direction."""
        return max(ring.at.dot(direction) + ring.extent(direction) for ring in self.skin(*parts))

    def soles(self) -> tuple[Vec, ...]:
        """List heel, ball and tip of both feet."""
        return tuple(self.points[f"{part}_{side}"] for part in ("heel", "ball", "tip") for side in "rl")
