"""What props are made of: a scene to stand in, and simple shapes in shares of the runner's height."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kneewise.figure.body.stance import Stance
from kneewise.figure.draw.camera import Camera, Point
from kneewise.figure.draw.path import curve, line
from kneewise.figure.svg import Element, classes, element, path

Drawn = tuple[Element, ...]
Spot = Sequence[float]


@dataclass(frozen=True, slots=True)
class Scene:
    """Who looks, who stands there, and who finds the words."""

    camera: Camera
    say: Callable[[str], str]
    stance: Stance | None = None

    def at(self, spot: Spot) -> Point:
        """Find a place of the picture's own plane."""
        return self.camera.page(spot[0], spot[1])

    def runner(self) -> Stance:
        """Give who stands there."""
        if self.stance is None:
            raise ValueError("Nobody is in this picture, and something of it needs a runner.")
        return self.stance

    def joint(self, name: str) -> Point:
        """Find a joint of the runner."""
        return self.camera.flat(self.runner().points[name])

    def px(self, share: float) -> float:
        """Turn a share of height into px."""
        return share * self.camera.scale


def circle(kind: str, at: Point, radius: float) -> Element:
    """Draw a circle; its radius in px."""
    return element("circle", class_=classes(kind), cx=px(at.real), cy=px(at.imag), r=px(radius))


def box(scene: Scene, kind: str, low: Spot, high: Spot, *, corner: float = 0.0) -> Element:
    """Draw an upright rectangle from its low left to its high right corner."""
    a, b = scene.at((low[0], high[1])), scene.at((high[0], low[1]))
    size = {"x": a.real, "y": a.imag, "width": b.real - a.real, "height": b.imag - a.imag}
    size |= {"rx": scene.px(corner)} if corner else {}
    return element("rect", class_=classes(kind), **{name: px(value) for name, value in size.items()})


def stroke(kind: str, points: Sequence[Point], width: float | None = None) -> Element:
    """Draw a line of a kind; one whose kind has no width of its own is given it."""
    return path(kind, line(points), **_width(width))


def smooth_stroke(kind: str, points: Sequence[Point], width: float | None = None) -> Element:
    """Draw a smooth line through points."""
    return path(kind, curve(points), **_width(width))


def bar(points: Sequence[Point], width: float, kinds: str = "be bq") -> Drawn:
    """Draw a smooth bar: a fat line on a fatter one."""
    edge, kind = kinds.split()
    return smooth_stroke(edge, points, width + 3), smooth_stroke(kind, points, width)


def _width(width: float | None) -> dict[str, str]:
    return {"stroke_width": px(width)} if width else {}


def words(at: Point, said: str, size: float, kind: str = "") -> Element:
    """Write words."""
    anchor = {"class_": classes(kind)} if kind else {}
    return element("text", said, **anchor, x=px(at.real), y=px(at.imag), font_size=px(size))


def moved(at: Point, *drawn: Element, turn: float = 0.0, size: float = 1.0) -> Element:
    """Put a small drawing, made around 0, in its place."""
    said = f"translate({px(at.real)} {px(at.imag)})"
    said += f" rotate({px(turn)})" if turn else ""
    said += f" scale({size:.2f})" if size != 1.0 else ""
    return element("g", *drawn, transform=said)


def px(value: float) -> str:
    """Write a length in px."""
    return f"{value + 0.0:.1f}".removesuffix(".0")
