"""What stands around the runner, is held or worn, and the signs; each kind of prop is a function here."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from kneewise.figure.props import floor, gear, scenery, shoes, signs
from kneewise.figure.props.shapes import Drawn, Scene

__all__ = ["PROPS", "Drawn", "Scene", "draw_prop"]

PROPS: Final[Mapping[str, Callable[..., Drawn]]] = {
    **floor.PROPS,
    **gear.PROPS,
    **scenery.PROPS,
    **shoes.PROPS,
    **signs.PROPS,
}


def draw_prop(scene: Scene, spec: Mapping[str, Any]) -> Drawn:
    """Draw one prop as a picture's table names it."""
    given = {key: value for key, value in spec.items() if key not in {"kind", "layer"}}
    return PROPS[spec["kind"]](scene, **given)
