"""The table of pictures: who is in one, in which pose, with what around, seen from where."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from kneewise.figure.data import read
from kneewise.figure.draw.camera import Camera

Spec = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitter:
    """One runner of a picture.

    Attributes:
        x: Where on the picture.
        accent: Muscles that work, such as "quad_r".
        order: Limbs that lie near or far whatever their depth says.
        prop: What is held or worn.
    """

    pose: str
    x: float
    accent: tuple[str, ...]
    order: Mapping[str, str]
    prop: tuple[Spec, ...]

    def muscles(self) -> dict[str, list[str]]:
        """Sort what works by side."""
        return {side: [name[:-2] for name in self.accent if name.endswith(side)] for side in "rl"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """One picture; ``ghost`` shows where limbs come from, a close-up may cut the runner off."""

    id: str
    sitters: tuple[Sitter, ...]
    view: Spec
    prop: tuple[Spec, ...]
    ghost: Spec
    close_up: bool

    def camera(self, sitter: Sitter | None = None) -> Camera:
        """Set the camera up, for a runner who stands beside the middle."""
        x, y = self.view.get("at", (0.0, 0.0))
        return Camera(**{**self.view, "at": (x - (sitter.x if sitter else 0.0), y)})


@cache
def pictures() -> Mapping[str, Picture]:
    """Read the table of pictures."""
    return {name: _picture(name, table) for name, table in read("pictures").items() if name != "motion"}


def _picture(name: str, table: Spec) -> Picture:
    sitters = table.get("runner", [table] if "pose" in table else [])
    return Picture(
        id=name,
        sitters=tuple(_sitter(each, own_prop=each is not table) for each in sitters),
        view=table.get("view", {}),
        prop=tuple(table.get("prop", ())),
        ghost=table.get("ghost", {}),
        close_up=table.get("close_up", False),
    )


def _sitter(table: Spec, *, own_prop: bool) -> Sitter:
    return Sitter(
        pose=table["pose"],
        x=table.get("x", 0.0),
        accent=tuple(table.get("accent", ())),
        order=table.get("order", {}),
        prop=tuple(table.get("prop", ())) if own_prop else (),
    )
