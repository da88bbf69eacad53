"""The drawn knee with the places that hurt, as a picture of its own: for paper, in greys."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from django.utils.translation import gettext as _

from kneewise.model.places import DRAWN_PLACES, Place, Side

DRAWN: Final = Path(__file__).parent / "drawn" / "knees.svg"
SYMBOL: Final = re.compile(r'<symbol id="knee-(\w+)"[^>]*>(.*?)</symbol>', re.DOTALL)

VIEWS: Final = {
    "front": DRAWN_PLACES[:6],
    "outer": DRAWN_PLACES[6:10],
    "inner": DRAWN_PLACES[10:13],
    "back": DRAWN_PLACES[13:],
}
"""Which places each drawing shows."""

AT: Final = {
    Place.ABOVE_KNEECAP: (100, 86),
    Place.INNER_EDGE: (69, 139),
    Place.BEHIND_KNEECAP: (100, 139),
    Place.OUTER_EDGE: (131, 139),
    Place.BELOW_KNEECAP: (100, 192),
    Place.SHIN_BUMP: (100, 245),
    Place.OUTER_ABOVE: (120, 132),
    Place.OUTER_JOINT: (123, 185),
    Place.OUTER_BELOW: (86, 216),
    Place.OUTER_CORNER: (76, 163),
    Place.INNER_ABOVE: (111, 132),
    Place.INNER_JOINT: (111, 185),
    Place.INNER_BELOW: (99, 238),
    Place.BACK_INNER: (63, 130),
    Place.BACK_HOLLOW: (100, 150),
    Place.BACK_CALF: (100, 214),
}
"""Where each place is on its drawing of the right knee, 200 by 300; a test holds it to the page's own."""

STYLE: Final = (
    ".skin{fill:#efece5}.skin-line{fill:none;stroke:#34373d;stroke-width:2.2;stroke-linecap:round}"
    ".bone{fill:#fff;stroke:#82837f;stroke-width:1.2}.cap{fill:#fff;stroke:#34373d;stroke-width:2}"
    ".cord{fill:#d9d4c8;stroke:#82837f;stroke-width:.9}.fibre{fill:none;stroke:#82837f;stroke-width:.9}"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """One side of a knee as SVG, and what it is called."""

    svg: str
    said: str


def draw_views(places: Collection[Place], side: Side | None) -> tuple[Drawing, ...]:
    """Draw each side of a knee on which a place hurts; the front where none is known.

    A knee of which nobody said whether it is the left is drawn as a right one, and not called so.
    """
    views = [view for view, shown in VIEWS.items() if any(place in places for place in shown)]
    return tuple(
        Drawing(svg=_draw(view, places, side), said=_say_view(view, side)) for view in views or ["front"]
    )


def _say_view(view: str, side: Side | None) -> str:
    said = {"front": _("front"), "outer": _("outer"), "inner": _("inner"), "back": _("rear")}
    if side is None:
        return said[view]
    named = _("left, %(view)s") if side is Side.LEFT else _("right, %(view)s")
    return named % {"view": said[view]}


def _draw(view: str, places: Collection[Place], side: Side | None) -> str:
    marks = "".join(_mark(*AT[place]) for place in VIEWS[view] if place in places)
    turned = ' transform="matrix(-1 0 0 1 200 0)"' if side is Side.LEFT else ""
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 300">'
        f"<style>{STYLE}</style><g{turned}>{_drawings()[view]}{marks}</g></svg>"
    )


def _mark(x: int, y: int) -> str:
    """Mark a place so that it is seen in grey as well: black within white."""
    return f'<circle cx="{x}" cy="{y}" r="15" fill="#fff"/><circle cx="{x}" cy="{y}" r="11" fill="#111317"/>'


@cache
def _drawings() -> dict[str, str]:
    return dict(SYMBOL.findall(DRAWN.read_text(encoding="utf-8")))
