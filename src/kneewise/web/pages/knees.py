"""The drawn knees of the diary and of the questions: four sides to show, and the places on each."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext as _

from kneewise.model.places import DRAWN_PLACES, Place, Side
from kneewise.present.words import sentence
from kneewise.web.pages.parts import Choice, say_side

VIEWS: Final[Mapping[str, tuple[Place, ...]]] = {
    "front": DRAWN_PLACES[:6],
    "outer": DRAWN_PLACES[6:10],
    "inner": DRAWN_PLACES[10:13],
    "back": DRAWN_PLACES[13:],
}

PLACES: Final = frozenset(f"{side.value}-{place.value}" for side in Side for place in DRAWN_PLACES)
"""Every place of both knees, as the form calls it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Knee:
    """One drawn knee with its places."""

    side: str
    said: str
    places: tuple[Choice, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """A side of the knees to show, left and right."""

    id: str
    said: str
    knees: tuple[Knee, ...]


def show_views(chosen: Collection[str]) -> tuple[View, ...]:
    """Set out the four sides with what is picked on them."""
    return tuple(
        View(
            id=view,
            said=_say_view(view),
            knees=tuple(
                Knee(side=side.value, said=say_side(side), places=tuple(_places(side, view, chosen)))
                for side in Side
            ),
        )
        for view in VIEWS
    )


def show_knee(side: Side, chosen: Collection[str]) -> tuple[View, ...]:
    """Set out the four sides of one knee, whose places bear no side."""
    return tuple(
        View(
            id=view,
            said=_say_view(view),
            knees=(
                Knee(
                    side=side.value,
                    said=say_side(side),
                    places=tuple(
                        Choice(
                            id=place.value,
                            said=sentence(f"place.{place.value}"),
                            chosen=place.value in chosen,
                        )
                        for place in places
                    ),
                ),
            ),
        )
        for view, places in VIEWS.items()
    )


def say_picked(chosen: Collection[str]) -> tuple[str, ...]:
    """Name the places that are picked."""
    return tuple(
        say_place(side, place)
        for side in Side
        for place in DRAWN_PLACES
        if f"{side.value}-{place.value}" in chosen
    )


def say_place(side: Side, place: Place) -> str:
    """Say a place of one knee."""
    return f"{say_knee(side)}: {sentence(f'place.{place.value}')}"


def say_knee(side: Side) -> str:
    """Say which knee, where it stands alone."""
    return _("Left knee") if side is Side.LEFT else _("Right knee")


def _say_view(view: str) -> str:
    return {"front": _("Front"), "outer": _("Outer"), "inner": _("Inner"), "back": _("Back")}[view]


def _places(side: Side, view: str, chosen: Collection[str]) -> list[Choice]:
    return [
        Choice(id=place.value, said=say_place(side, place), chosen=f"{side.value}-{place.value}" in chosen)
        for place in VIEWS[view]
    ]
