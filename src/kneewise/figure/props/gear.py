"""What a runner uses, holds or wears."""

import cmath
import math
from typing import Final

from kneewise.figure.data import Spots, drawing, read
from kneewise.figure.draw.path import line, lines, loop
from kneewise.figure.props.shapes import Drawn, Scene, Spot, bar, box, circle, moved, stroke, words
from kneewise.figure.svg import Element, element, path

CRANK: Final = (0.13, 0.30)
CRANK_ARM: Final = 0.085
LAP: Final = 2
"""The cross-section of the trunk on which a weight lies."""
PLATE: Final = 0.05
CM: Final = 1 / 175
"""A runner of 175 cm."""


def bike(scene: Scene) -> Drawn:
    """Draw a bike that stands still."""
    wheel = scene.at((0.37, 0.20))

    def laid(spots: Spots) -> list[complex]:
        return [scene.at(spot) for spot in spots]

    tubes = (bar(laid(tube), 8) for tube in read("drawings")["bike"]["low"])
    return (
        *(each for tube in tubes for each in tube),
        *(
            circle(f"{kind} c", wheel, scene.px(share))
            for kind, share in (("p", 0.155), ("q", 0.105), ("r", 0.02))
        ),
        *bar(laid(drawing("bike", "bar")), 8),
        circle("p c", scene.at(CRANK), scene.px(0.045)),
        path("z", loop(laid(drawing("bike", "saddle")))),
    )


def crank(scene: Scene, *, turn: float) -> Drawn:
    """Draw one crank and its pedal, at an angle."""
    middle = scene.at(CRANK)
    pedal = middle + cmath.rect(scene.px(CRANK_ARM), -math.radians(turn))
    return stroke("be", [middle, pedal], 6), stroke("be", [pedal - 12, pedal + 12], 5)


def band(scene: Scene) -> Drawn:
    """Draw an elastic loop around both shins."""
    ends = (scene.joint(f"knee_{side}") * 0.18 + scene.joint(f"ankle_{side}") * 0.82 for side in "rl")
    left, right = sorted(ends, key=lambda end: end.real)
    out = scene.px(0.021)
    return bar([left - out, (left + right) / 2 - 1j, right + out], 7, "bl bt")


def strap(scene: Scene, *, joint: str, to: Spot) -> Drawn:
    """Draw a strap from a cuff round the ankle to a chair's leg."""
    knee, ankle = scene.joint(joint.replace("ankle", "knee")), scene.joint(joint)
    middle = knee + (ankle - knee) * 0.9
    aside = (ankle - knee) / abs(ankle - knee) * 1j * scene.px(0.021)
    return *bar([middle, scene.at(to)], 3, "bl be"), *bar([middle - aside, middle + aside], 7, "bl be")


def dumbbell(scene: Scene, *, joint: str, upright: bool = False) -> Drawn:
    """Draw a dumb-bell in a hand."""
    hand, along = scene.joint(joint), scene.camera.zoom * (1j if upright else 1)

    def block(start: float, end: float, half: float) -> str:
        corners = (complex(start, -half), complex(end, -half), complex(end, half), complex(start, half))
        return line([hand + corner * along for corner in corners], closed=True)

    return path("r c", block(-11, 11, 2.5)), path("f c", block(-18, -9, 10) + block(9, 18, 10))


def plate(scene: Scene) -> Drawn:
    """Draw a weight on the lap, seen from its end."""
    stance = scene.runner()
    lap = stance.rings["trunk"][LAP]
    at = scene.camera.flat(lap.frame.at(lap.at, x=lap.front + PLATE))
    return circle("f c", at, scene.px(PLATE)), circle("r c", at, scene.px(0.012))


def cable(scene: Scene, *, joint: str, to: Spot) -> Drawn:
    """Draw a cable from a cuff round an ankle to its pulley."""
    ankle = scene.joint(joint) - 1j * scene.px(0.03)
    aside = scene.px(0.021)
    return stroke("l", [ankle, scene.at(to)]), *bar([ankle - aside, ankle + aside], 7, "bl be")


def footplate(scene: Scene) -> Drawn:
    """Draw the plate that a foot pushes away, on its rail."""
    heel, ball = scene.joint("heel_r"), scene.joint("ball_r")
    along = (ball - heel) / abs(ball - heel) * scene.px(1.0)
    low, high = heel - along * 0.06, ball + along * 0.09
    out = along * 1j
    return *bar([low, low + out * 0.06], 9), *bar([low + out * 0.008, high + out * 0.008], 6, "be br")


def ruler(scene: Scene, *, x: float, cm: int = 24) -> Drawn:
    """Draw centimetres below the ground line, from the wall."""
    high, low = -0.006, -0.052
    ticks = [
        (scene.at((x - k * CM, high)), scene.at((x - k * CM, high - (0.030 if k % 5 == 0 else 0.015))))
        for k in range(1, cm)
    ]
    return box(scene, "b c", (x - cm * CM, low), (x, high), corner=0.004), path("g", lines(ticks))


def phone(scene: Scene, *, at: Spot, text: str, size: float = 1.0, turn: float = 0.0) -> Drawn:
    """Draw a phone on which a metronome swings."""
    drawn: tuple[Element, ...] = (
        element("rect", class_="kf-z", x="-36", y="-68", width="72", height="136", rx="11"),
        element("rect", class_="kf-b", x="-30", y="-60", width="60", height="120", rx="5"),
        path("p c", "M-10-30h20l12 54h-44z"),
        path("q c", "M-19 12h38l3 12h-44z"),
        path("ink thin", "M0 14L17-38"),
        circle("inked", 11.5 - 21j, 5),
        path("g", "M-24-34a30 30 0 0 1 12-12m24 0a30 30 0 0 1 12 12"),
        words(50j, scene.say(text), 20),
    )
    return (moved(scene.at(at), *drawn, turn=turn, size=size),)


def notebook(scene: Scene, *, joint: str, by: Spot, turn: float) -> Drawn:
    """Draw a notebook in a hand."""
    drawn = (
        element("rect", class_="kf-f kf-c", x="-4", y="-27", width="36", height="29", rx="2"),
        path("g", "M4-20h21M4-13h23M4-6h14"),
        path("z", "M-6-27h5v29h-5z"),
    )
    return (moved(scene.joint(joint) + complex(*by), *drawn, turn=turn),)


def pencil(scene: Scene, *, joint: str, by: Spot, turn: float) -> Drawn:
    """Draw a pencil in a hand."""
    return (moved(scene.joint(joint) + complex(*by), path("f c", "M-1.5-14h3v21l-1.5 5-1.5-5z"), turn=turn),)


def ice(scene: Scene, *, side: str) -> Drawn:
    """Draw a cloth over the knee, and a bag of ice on it."""
    hip, knee, ankle = (scene.joint(f"{name}_{side}") for name in ("hip", "knee", "ankle"))
    thigh, shank = (knee - hip) / abs(knee - hip), (ankle - knee) / abs(ankle - knee)

    def beside(along: complex, far: float, off: float) -> complex:
        """Find the place so far along a bone from the knee, and so far off it."""
        return knee + along * complex(scene.px(far), -scene.px(off))

    over = [beside(thigh, -0.092, 0.040), beside(thigh, -0.01, 0.046), beside(shank, 0.075, 0.036)]
    below = [beside(shank, 0.090, -0.020), beside(shank, 0.040, -0.058), beside(thigh, -0.05, -0.062)]
    bag = (
        path("x c", "M-22 6c-4-9 0-19 8-20 6-1 8-4 14-3 9 0 18 5 21 13 2 8-3 12-13 12-11 1-24 2-30-2z"),
        path("p c", "M-5-17l-3-8h14l-3 8z"),
        path("g", "M-12-4l5-4 4 4M4-6l6 1-1 6M-4 4l5-3"),
    )
    level = math.degrees(cmath.phase(ankle - hip))
    laid = moved(beside(thigh, 0.0, 0.060), *bag, turn=level, size=scene.camera.zoom)
    return path("f c", loop([*over, *below, beside(thigh, -0.104, -0.020)])), laid


PROPS: Final = {
    each.__name__: each
    for each in (
        bike,
        crank,
        band,
        strap,
        dumbbell,
        plate,
        cable,
        footplate,
        ruler,
        phone,
        notebook,
        pencil,
        ice,
    )
}
