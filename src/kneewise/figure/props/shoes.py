"""A pair of running shoes on a scale, their distance on a tag, an insole beside them."""

from typing import Final

from kneewise.figure.data import Spots, drawing, read
from kneewise.figure.draw.path import curve, line, loop
from kneewise.figure.props.shapes import Drawn, Scene, circle, moved, words
from kneewise.figure.svg import Element, group, path

SHOE_PX: Final = 1260.0
"""The runner's own shoe, for a runner of this height."""


def shoes(scene: Scene, *, text: str) -> Drawn:
    """Draw them."""
    tag = (
        path("b c", "M0 26l18-24h128q8 0 8 8v32q0 8-8 8H18z"),
        circle("q c", 19 + 26j, 5.5),
        words(88 + 33j, scene.say(text), 20),
    )
    return (
        path("l", "M8 274H392"),
        path("q c", "M16 236l16-26h262l14 26z"),
        path("p c", "M16 236h292v24q0 8-8 8H24q-8 0-8-8z"),
        path("b c", "M116 242h84q4 0 4 4v12q0 4-4 4h-84q-4 0-4-4v-12q0-4 4-4z"),
        path("g", "M122 252h5m9 0h5m9 0h5m9 0h5m9 0h5m9 0h5"),
        path("ink thin", "M168 245v14"),
        group(*_shoe(160 + 158j), class_="kf-far"),
        *_shoe(98 + 172j),
        path("g", "M84 152C110 84 180 62 228 62"),
        moved(228 + 36j, *tag, turn=4),
        path("x c", loop([complex(*spot) for spot in drawing("insole", "whole")])),
        path("r c", loop([complex(*spot) for spot in drawing("insole", "heel")])),
        path("g half", "M330 196c8-20 8-36 6-54"),
    )


def _shoe(ankle: complex) -> tuple[Element, ...]:
    def laid(spots: Spots) -> list[complex]:
        return [ankle + complex(x, -y) * SHOE_PX for x, y in spots]

    upper, midsole, collar, flash = (
        laid(drawing("foot", name)) for name in ("upper", "midsole", "collar", "flash")
    )
    return (
        path("f c", loop(upper)),
        path("e c", loop(midsole)),
        path("z", loop(collar)),
        path("flash", curve(flash)),
        path("ink thin", "".join(line(laid(lace)) for lace in read("drawings")["foot"]["lacing"])),
    )


PROPS: Final = {"shoes": shoes}
