"""A layer: shapes that share one outline and melt into one another, and the lines on top of them."""

from dataclasses import dataclass, field

from kneewise.figure.draw.camera import Point
from kneewise.figure.svg import Element, element, group, path


@dataclass(slots=True)
class Layer:
    """Shapes and marks by kind, the letter of their class.

    Attributes:
        far: On the far side of the runner, in darker tones.
        seam: Where the shirt lies over the outline of the sleeve that joins it, and how far around.
    """

    name: str
    far: bool = False
    shapes: list[tuple[str, str]] = field(default_factory=list)
    marks: list[tuple[str, str]] = field(default_factory=list)
    seam: tuple[Point, float] | None = None


def layer_elements(layer: Layer, prefix: str) -> tuple[Element, ...]:
    """Draw a layer: first all its shapes as one fat outline in ink, then filled, then what is on them."""
    name = f"{prefix}-{layer.name}"
    shapes = group(*_paths(layer.shapes, prefix), id=name)
    outline = element("use", href=f"#{name}", class_="kf-o")
    drawn = (outline, shapes, *_seam(layer, prefix, name), *_paths(layer.marks, prefix))
    return (group(*drawn, class_="kf-far"),) if layer.far else drawn


def _paths(shapes: list[tuple[str, str]], prefix: str) -> list[Element]:
    """Make one path of neighbours of one kind; the shirt is named, because sleeves ask for it."""
    joined: list[tuple[str, str]] = []
    for kind, outline in shapes:
        if joined and joined[-1][0] == kind:
            joined[-1] = (kind, joined[-1][1] + outline)
        else:
            joined.append((kind, outline))
    return [
        path("t", outline, id=f"{prefix}-shirt") if kind == "shirt" else path(kind, outline)
        for kind, outline in joined
    ]


def _seam(layer: Layer, prefix: str, name: str) -> tuple[Element, ...]:
    if layer.seam is None:
        return ()
    at, radius = layer.seam
    circle = element("circle", cx=f"{at.real:.1f}", cy=f"{at.imag:.1f}", r=f"{radius:.1f}")
    clip = element("clipPath", circle, id=f"{name}-c")
    return clip, element("use", href=f"#{prefix}-shirt", class_="kf-t", clip_path=f"url(#{name}-c)")
