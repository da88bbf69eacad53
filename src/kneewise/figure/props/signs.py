"""Signs on top of a picture: where it moves, how long, what is right, what hurts."""

import cmath
import math
from typing import Final

from kneewise.figure.draw.path import Pen, line, lines
from kneewise.figure.props.shapes import Drawn, Scene, Spot, circle, moved, stroke, words
from kneewise.figure.svg import Element, path

HEAD_PX: Final = 14.0
DIAL_PX: Final = 13.0


def arrow(scene: Scene, *, start: Spot, end: Spot, bend: float = 0.0, how: str = "now") -> Drawn:
    """Draw a movement: "now", there and back ("both"), or dotted, still to come ("next")."""
    tail, tip = scene.at(start), scene.at(end)
    middle = (tail + tip) / 2 - (tip - tail) * 1j * bend
    ahead, back = _unit(tip - middle), _unit(tail - middle)
    first, last = tail - back * HEAD_PX * 0.6 * (how == "both"), tip - ahead * HEAD_PX * 0.6
    shaft = Pen().move(first).bend(first + (middle - first) / 1.5, last + (middle - last) / 1.5, last).path()
    if how == "next":
        return path("ink next", shaft), path("ink", line(_head(tip, ahead)))
    heads = [_head(tip, ahead)] + [_head(tail, back)] * (how == "both")
    return path("ink", shaft), path("inked", "".join(line(head, closed=True) for head in heads))


def hold(scene: Scene, *, at: Spot, part: float, text: str = "") -> Drawn:
    """Draw a clock with its first part filled: hold still, or go slowly."""
    end = cmath.rect(DIAL_PX - 3, math.tau * part - math.pi / 2)
    large = int(part > 0.5)
    dial = path("inked", f"M0 0V-10A10 10 0 {large} 1 {end.real:.1f} {end.imag:.1f}z")
    drawn = (
        circle("b", 0j, DIAL_PX),
        circle("ink thin", 0j, DIAL_PX),
        dial,
        path("ink thin", "M-3-17h6M0-17v4"),
    )
    said = (words(DIAL_PX + 7 + 6j, scene.say(text), 17, "start"),) if text else ()
    return (moved(scene.at(at), *drawn, *said),)


def verdict(scene: Scene, *, at: Spot, good: bool) -> Drawn:
    """Draw a tick on a disc, or a cross in a ring."""
    sign = (circle("inked", 0j, 12), path("tick", "M-5.5 0l4 4.5 7-8.5"))
    if not good:
        sign = (circle("b", 0j, 11), path("ink thin", "M-4.5-4.5l9 9m0-9l-9 9M11 0A11 11 0 1 1 11-.1z"))
    return (moved(scene.at(at), *sign),)


def pain(scene: Scene, *, joint: str, rays: Spot = (-40, -10, 20)) -> Drawn:
    """Draw rings and rays around a joint that hurts."""
    middle = scene.joint(joint)
    ways = [cmath.rect(1.0, math.radians(ray)) for ray in rays]
    strokes = lines((middle + way * scene.px(0.088), middle + way * scene.px(0.122)) for way in ways)
    rings = (circle("sore", middle, scene.px(share)) for share in (0.075, 0.045))
    return *rings, path("y", strokes)


def plumb(scene: Scene, *, through: tuple[str, ...], to: str = "") -> Drawn:
    """Draw a line through joints, or drop it to the ground and measure from it to a part of the foot."""
    points = [scene.joint(name) for name in through]
    if not to:
        return (stroke("ink thin dash", points),)
    x, floor, end = points[0].real, scene.at((0.0, 0.0)).imag, scene.joint(to).real
    return stroke("ink thin dash", [points[0], complex(x, floor)]), _span(
        complex(x, floor + 11), complex(end, floor + 11)
    )


def gap(scene: Scene, *, start: float, end: float, y: float) -> Drawn:
    """Measure a short way along the ground."""
    return (_span(scene.at((start, y)), scene.at((end, y))),)


def _span(start: complex, end: complex) -> Element:
    return path("ink thin", line([start, end]) + lines((at - 5j, at + 5j) for at in (start, end)))


def _head(tip: complex, ahead: complex) -> list[complex]:
    wing = HEAD_PX * 0.52
    return [tip - ahead * HEAD_PX + ahead * 1j * wing, tip, tip - ahead * HEAD_PX - ahead * 1j * wing]


def _unit(way: complex) -> complex:
    return way / (abs(way) or 1.0)


PROPS: Final = {each.__name__: each for each in (arrow, hold, verdict, pain, plumb, gap)}
