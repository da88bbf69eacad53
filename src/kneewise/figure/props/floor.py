"""What a runner stands on, sits on or leans against."""

import cmath
import math
from typing import Final

from kneewise.figure.data import drawing
from kneewise.figure.draw.path import line, lines, loop
from kneewise.figure.props.shapes import Drawn, Scene, Spot, bar, box, circle, px, stroke
from kneewise.figure.svg import element, path
from kneewise.figure.vector import Vec

BRICK: Final = 0.08


def ground(scene: Scene, *, start: float = -0.78, end: float = 0.78) -> Drawn:
    """Draw the ground as a line."""
    return (stroke("l", [scene.at((start, 0.0)), scene.at((end, 0.0))]),)


def block(scene: Scene, *, low: Spot, high: Spot, kinds: str = "p q r") -> Drawn:
    """Draw a step or a mat: its top, front and end, as far as they look at us."""
    (x0, y0, z0), (x1, y1, z1), toward = low, high, scene.camera.toward
    x = x1 if toward.x > 0 else x0
    faces = (
        (toward.y, [(x0, y1, z0), (x1, y1, z0), (x1, y1, z1), (x0, y1, z1)]),
        (toward.z, [(x0, y0, z1), (x1, y0, z1), (x1, y1, z1), (x0, y1, z1)]),
        (abs(toward.x), [(x, y0, z0), (x, y0, z1), (x, y1, z1), (x, y1, z0)]),
    )
    return tuple(
        path(f"{kind} c", line([scene.camera.flat(Vec(*corner)) for corner in corners], closed=True))
        for kind, (facing, corners) in zip(kinds.split(), faces, strict=True)
        if facing > 0.01
    )


def shadow(scene: Scene, *, x: float) -> Drawn:
    """Draw the shadow of somebody in the air."""
    at = scene.at((x, 0.0))
    size = {"cx": at.real, "cy": at.imag, "rx": scene.px(0.1), "ry": scene.px(0.016)}
    return (element("ellipse", class_="kf-r kf-pale", **{name: px(value) for name, value in size.items()}),)


def wall(scene: Scene, *, x: float, thick: float = 0.10, high: float = 1.12) -> Drawn:
    """Draw a wall of bricks, seen from its end."""
    joints = []
    for row in range(int(high / BRICK) + 1):
        low, top = row * BRICK, min(high, (row + 1) * BRICK)
        upright = x + thick * (0.34 if row % 2 else 0.67)
        joints.append((scene.at((upright, low)), scene.at((upright, top))))
        if row:
            joints.append((scene.at((x, low)), scene.at((x + thick, low))))
    return box(scene, "p c", (x, 0.0), (x + thick, high)), path("g pale", lines(joints))


def chair(scene: Scene, *, x: float, seat: float, deep: float = 0.25, back: float = 0.28) -> Drawn:
    """Draw a chair from its side; its back stands at x."""
    legs = (
        box(scene, "r c", (x + k - 0.011, 0.0), (x + k + 0.011, seat), corner=0.004)
        for k in (0.026, deep - 0.026)
    )
    rest = box(scene, "q c", (x - 0.004, seat - 0.02), (x + 0.024, seat + back), corner=0.012)
    return rest, *legs, box(scene, "p c", (x - 0.004, seat - 0.034), (x + deep, seat), corner=0.012)


def post(scene: Scene, *, x: float) -> Drawn:
    """Draw a lamp post to hold on to, beyond the runner."""
    return (
        box(scene, "p c", (x - 0.014, 0.0), (x + 0.014, 1.12)),
        box(scene, "q c", (x - 0.026, 0.0), (x + 0.026, 0.15), corner=0.008),
        box(scene, "q c", (x - 0.019, 0.15), (x + 0.019, 0.17)),
    )


def couch(scene: Scene, *, start: float, end: float, seat: float) -> Drawn:
    """Draw a couch."""
    middle = (start + end) / 2
    return (
        box(scene, "q c", (start + 0.03, 0.06), (end - 0.03, seat + 0.27), corner=0.05),
        stroke("g half", [scene.at((middle, seat)), scene.at((middle, seat + 0.26))]),
        *(box(scene, "r c", (x - 0.012, 0.0), (x + 0.012, 0.05)) for x in (start + 0.05, end - 0.05)),
        box(scene, "q c", (start + 0.02, 0.045), (end - 0.02, seat - 0.06), corner=0.02),
        box(scene, "p c", (start + 0.05, seat - 0.085), (middle, seat), corner=0.03),
        box(scene, "p c", (middle, seat - 0.085), (end - 0.05, seat), corner=0.03),
        box(scene, "p c", (start - 0.05, 0.045), (start + 0.06, seat + 0.14), corner=0.05),
        box(scene, "p c", (end - 0.06, 0.045), (end + 0.05, seat + 0.11), corner=0.05),
    )


def cushion(scene: Scene, *, at: Spot, size: Spot, turn: float = 0.0) -> Drawn:
    """Draw a cushion."""
    tilt, middle = cmath.rect(scene.camera.scale, -math.radians(turn)), scene.at(at)
    return (
        path(
            "q c",
            loop([middle + complex(x * size[0], -y * size[1]) * tilt for x, y in drawing("cushion", "rim")]),
        ),
    )


def bench(scene: Scene, *, start: float, end: float, seat: float) -> Drawn:
    """Draw a low bench from its side."""
    legs = (box(scene, "r c", (x - 0.012, 0.0), (x + 0.012, seat)) for x in (start + 0.05, end - 0.05))
    return *legs, box(scene, "p c", (start, seat - 0.045), (end, seat), corner=0.015)


def pulley(scene: Scene, *, x: float) -> Drawn:
    """Draw the column of a cable machine with its low pulley."""
    stack = (box(scene, "q c", (x - 0.04, 0.10 + k * 0.05), (x + 0.04, 0.145 + k * 0.05)) for k in range(6))
    return (
        box(scene, "p c", (x - 0.06, 0.0), (x + 0.06, 1.05), corner=0.01),
        *stack,
        circle("r c", scene.at((x + 0.022, 0.075)), scene.px(0.025)),
    )


def press(scene: Scene) -> Drawn:
    """Draw the seat of a leg press and the rail of its plate."""
    back = [scene.at(spot) for spot in ((-0.27, 0.235), (-0.49, 0.60))]
    seat = [scene.at(spot) for spot in ((-0.29, 0.232), (-0.12, 0.232))]
    rail = [scene.at(spot) for spot in ((0.02, 0.30), (0.50, 0.58))]
    posts = [[scene.at((x, 0.0)), scene.at((x, y))] for x, y in ((-0.22, 0.22), (0.06, 0.32), (0.46, 0.55))]
    frames = (*(bar(each, 7) for each in posts), bar(rail, 7), bar(back, 15, "be bp"), bar(seat, 15, "be bp"))
    return tuple(each for frame in frames for each in frame)


def roller(scene: Scene, *, at: Spot, radius: float) -> Drawn:
    """Draw a foam roller from its end."""
    middle = scene.at(at)
    return circle("q c", middle, scene.px(radius)), circle("p c", middle, scene.px(radius * 0.5))


PROPS: Final = {
    each.__name__: each
    for each in (ground, block, shadow, wall, chair, post, couch, cushion, bench, pulley, press, roller)
}
