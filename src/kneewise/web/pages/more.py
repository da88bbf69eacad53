"""More: every page beside the four of every day, and where things are noted."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceShown:
    """A page, with what is found on it."""

    said: str
    note: str
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceGroup:
    """Pages that belong together."""

    id: str
    title: str
    places: tuple[PlaceShown, ...]


def show_more() -> tuple[PlaceGroup, ...]:
    """Group the pages: noting first, which is what is looked for in haste."""
    return (
        PlaceGroup(id="note", title=_("Note something"), places=_noting()),
        PlaceGroup(id="train", title=_("Beside running"), places=_training()),
        PlaceGroup(id="look", title=_("What came of it"), places=_looking()),
        PlaceGroup(id="kneewise", title=_("Files, guide, settings"), places=_kneewise()),
    )


def _place(said: str, note: str, name: str, part: str = "") -> PlaceShown:
    return PlaceShown(said=said, note=note, address=reverse(f"web:{name}") + part)


def _noting() -> tuple[PlaceShown, ...]:
    return (
        _place(_("An illness"), _("Running waits while it lasts"), "recovery", "#ill"),
        _place(_("Stairs, hops, squats"), _("What Calm waits for, and a brisk walk"), "home_tests"),
        _place(_("What a clinician said"), _("Whether you may run again"), "seen"),
        _place(_("A night"), _("How long and how well you slept"), "recovery", "#nights"),
        _place(_("Something else"), _("A sign, a painkiller, a run beside the plan"), "also"),
        _place(_("What you said"), _("Read it again, or take it back"), "said"),
    )


def _training() -> tuple[PlaceShown, ...]:
    return (
        _place(_("Cadence"), _("Your steps a minute, and the metronome"), "cadence"),
        _place(_("Strength"), _("The exercises of the day, and a session"), "strength"),
        _place(_("Ankle"), _("How far the knee reaches, and the drill"), "ankle"),
        _place(_("Shoes"), _("What each pair has run"), "shoes"),
        _place(_("Recovery"), _("Swelling, ice, sleep, painkillers"), "recovery"),
    )


def _looking() -> tuple[PlaceShown, ...]:
    return (
        _place(_("Insights"), _("What pain went with, and what to try"), "insights"),
        _place(_("Report"), _("One page for a physio or a doctor"), "report"),
        _place(_("Calendar and watch"), _("The seven days where you look anyway"), "calendar"),
    )


def _kneewise() -> tuple[PlaceShown, ...]:
    return (
        _place(_("Bring your runs"), _("Files, zips and whole exports"), "files"),
        _place(_("Guide"), _("Its seven steps beside the evidence"), "guide"),
        _place(_("Settings"), _("Your choices, your data, a backup"), "settings"),
    )
