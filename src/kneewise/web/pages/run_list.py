"""The list of runs."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kneewise.model.activity import Activity
from kneewise.model.findings import Colour
from kneewise.model.lengths import unit_m
from kneewise.model.plan import RunColour
from kneewise.present.charts.clock import say_clock
from kneewise.present.dates import say_date
from kneewise.present.words import say_decimal
from kneewise.web.pages.parts import NB, ColourShown, show_colour

NONE = "–"
NEWEST = 60
"""So many runs are listed where no year is asked for."""

ORDER = (Colour.RED, Colour.AMBER, Colour.UNKNOWN, Colour.NEUTRAL, Colour.GREEN)
"""Which colour stands for a run that two knees answered: the one that decides."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RunRow:
    """One run in the list.

    Attributes:
        colour: None of a run that the plan never asked about: one from before it.
    """

    address: str
    day: str
    name: str
    colour: ColourShown | None
    minutes: str
    distance: str
    pace: str
    steps: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RunList:
    """The runs, the newest first.

    Attributes:
        years: That have a list of their own; none where all runs are in this one.
        year: The one that is listed; empty where the newest runs are.
    """

    over: str
    unit: str
    rows: tuple[RunRow, ...]
    years: tuple[str, ...]
    year: str


def show_runs(
    runs: Iterable[Activity], colours: Iterable[RunColour], *, year: str = "", miles: bool
) -> RunList:
    """List the runs of a year, or the newest ones, and name the years: ten of them at once help nobody."""
    every = tuple(reversed(tuple(runs)))
    by_year: dict[str, list[Activity]] = {}
    for run in every:
        by_year.setdefault(str(run.on.year), []).append(run)
    listed = by_year.get(year, every[:NEWEST])
    year = year if year in by_year else ""
    colour_of = worst_colours(colours)
    return RunList(
        over=_over(len(every), year, len(listed)),
        unit=_("Miles") if miles else _("km"),
        rows=tuple(_row(run, colour_of.get(run.activity_id), miles=miles) for run in listed),
        years=tuple(by_year) if len(listed) < len(every) else (),
        year=year,
    )


def _over(count: int, year: str, of_year: int) -> str:
    if year:
        return _("%(count)s runs in %(year)s") % {"count": of_year, "year": year}
    return ngettext("%(count)s run", "%(count)s runs", count) % {"count": count} if count else ""


def worst_colours(colours: Iterable[RunColour]) -> dict[str, Colour]:
    """Find the deciding colour of each run."""
    found: dict[str, Colour] = {}
    for one in colours:
        if one.activity_id:
            other = found.get(one.activity_id, one.colour)
            found[one.activity_id] = min(one.colour, other, key=ORDER.index)
    return found


@lru_cache(4096)
def _address(activity_id: str) -> str:
    return reverse("web:run", args=[activity_id])


def _row(run: Activity, colour: Colour | None, *, miles: bool) -> RunRow:
    measured = run.measured
    seconds = measured.running_s if measured.running_s is not None else measured.moving_s
    return RunRow(
        address=_address(run.activity_id),
        day=say_date(run.on, "D j M").replace(" ", NB),
        name=run.name or (_("told by you") if run.hand_entered else NONE),
        colour=show_colour(colour) if colour else None,
        minutes=str(round(seconds / 60)) if seconds else NONE,
        distance=say_decimal(f"{measured.distance_m / unit_m(miles=miles):.1f}")
        if measured.distance_m
        else NONE,
        pace=say_pace(measured.speed_m_s, miles=miles),
        steps=f"{measured.cadence_spm:.0f}" if measured.cadence_spm else NONE,
    )


def say_pace(speed_m_s: float | None, *, miles: bool) -> str:
    """Say how long a kilometre, or a mile, took."""
    return say_clock(unit_m(miles=miles) / speed_m_s) if speed_m_s else NONE
