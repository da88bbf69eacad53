"""Shoes: how far each pair has run, whose turn it is, and what lies in them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from math import ceil
from typing import Final

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from kneewise.app.numbers import house_numbers
from kneewise.app.shoes import pairs_of
from kneewise.model.diary import InsertKind
from kneewise.model.lengths import KILOMETRE_M, unit_m
from kneewise.model.observations import Observations
from kneewise.model.plan import Decision
from kneewise.present import shoes
from kneewise.present.shoes import because, say_insert, say_turn, say_use, takes_turns
from kneewise.present.text import distance
from kneewise.web.pages.fields import Asking, Sent, SmallForm
from kneewise.web.pages.parts import NB, ReasonShown, is_unreviewed, show_reason, show_reasons

TICKS: Final = 6
"""So many ticks up to where the guide begins to change shoes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """One tick of a track, in percent; ``label`` where a figure stands below it."""

    x: float
    label: str
    anchor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """One pair: what it has run, as a bar on the track of its life.

    Attributes:
        look: A reminder to look at the wear, empty where it is not time.
        bar: How far the bar goes, in percent; ``band`` is where the guide changes shoes.
    """

    name: str
    figure: str
    unit: str
    said: str
    next: str
    look: str
    sentence: str
    bar: float
    band: tuple[float, float]
    ticks: tuple[Tick, ...]
    before_m: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Retired:
    """A pair that is kept and no longer run in."""

    name: str
    until: str
    figure: str
    before_m: float


@dataclass(frozen=True, slots=True, kw_only=True)
class ShoesPage:
    """The whole page."""

    over: str
    in_use: tuple[Pair, ...]
    retired: tuple[Retired, ...]
    life: ReasonShown
    reasons: tuple[ReasonShown, ...]
    unreviewed: bool
    inserts: tuple[str, ...]
    pair: SmallForm
    insert: SmallForm
    kept: str
    problem: str


def show_shoes(decision: Decision, seen: Observations, sent: Sent, *, saved: str, miles: bool) -> ShoesPage:
    """Set out the pairs, those in use first, and the two forms."""
    found = pairs_of(decision, seen)
    life, *others = because(decision)
    kept = {"pair": _("The pair is kept."), "retire": _("Changed."), "insert": _("The insert is kept.")}
    return ShoesPage(
        over=_("Two pairs in turn") if takes_turns(decision) else "",
        in_use=tuple(_pair(one, decision.plan.on, miles=miles) for one in found if not one.retired),
        retired=tuple(_retired(one, miles=miles) for one in found if one.retired),
        life=show_reason(life),
        reasons=show_reasons(others),
        unreviewed=is_unreviewed(decision.found.footwear.because),
        inserts=tuple(say_insert(one) for one in seen.inserts),
        pair=_pair_form(sent, seen, miles=miles),
        insert=_insert_form(sent, seen),
        kept=kept.get(saved, ""),
        problem=sent.problem,
    )


def _pair(one: shoes.Pair, on: date, *, miles: bool) -> Pair:
    low, high = house_numbers().step6_footwear.life_km.values
    km, turn = one.km, say_turn(one, on)
    step = low / TICKS
    end = step * max(TICKS * 2, ceil(km / step))
    figure, unit = _length(km, miles=miles)
    look = (
        _("A reminder to look at the wear: %(distance)s.") % {"distance": f"{figure}{NB}{unit}"}
        if one.check_wear
        else ""
    )
    worded = _("%(distance)s of a life that the guide puts at %(low)s to %(high)s %(unit)s.")
    ends = [_length(end_km, miles=miles)[0] for end_km in (low, high)]
    return Pair(
        name=one.name,
        figure=figure,
        unit=unit,
        said=say_use(one),
        next=_("next: %(day)s") % {"day": turn} if turn else "",
        look=look,
        sentence=worded % {"distance": f"{figure} {unit}", "low": ends[0], "high": ends[1], "unit": unit},
        bar=round(100 * km / end, 2),
        band=(round(100 * low / end, 2), round(100 * (high - low) / end, 2)),
        ticks=tuple(_ticks(low, high, end, miles=miles)),
        before_m=1000 * one.km_before,
    )


def _ticks(low: float, high: float, end: float, *, miles: bool) -> list[Tick]:
    labels = {0.0: "0", float(low): _length(low, miles=miles)[0], float(high): _length(high, miles=miles)[0]}
    step = low / TICKS
    every = [step * number for number in range(round(end / step) + 1)]
    places = sorted({*labels, *(km for km in every if all(abs(km - one) > step / 2 for one in labels))})
    return [
        Tick(x=round(100 * km / end, 2), label=labels.get(km, ""), anchor="middle" if km else "start")
        for km in places
    ]


def _length(km: float, *, miles: bool) -> tuple[str, str]:
    figure = f"{km * KILOMETRE_M / unit_m(miles=miles):.0f}"
    return figure, _("miles") if miles else "km"


def _retired(one: shoes.Pair, *, miles: bool) -> Retired:
    return Retired(
        name=one.name,
        until=date_format(one.last_on, "M Y") if one.last_on else "",
        figure=distance(1000 * one.km, miles=miles),
        before_m=1000 * one.km_before,
    )


def _pair_form(sent: Sent, seen: Observations, *, miles: bool) -> SmallForm:
    ask = Asking(form="pair", sent=sent)
    length = _("Miles before") if miles else _("Kilometres before")
    return SmallForm(
        id="pair",
        fields=(
            ask.text(
                "name",
                _("Name"),
                note=_("As your watch’s app calls them: then runs from files count for them."),
            ),
            ask.number("before", length, note=_("What they had run before your first file. Empty: none.")),
        ),
        problem=ask.problem,
        is_open=ask.is_back or not seen.shoe_km,
    )


def _insert_form(sent: Sent, seen: Observations) -> SmallForm:
    ask = Asking(form="insert", sent=sent, kept={"on": (str(seen.on),)})
    kinds: Mapping[str, str] = {InsertKind.WEDGE.value: _("Wedge"), InsertKind.ORTHOTIC.value: _("Orthotic")}
    return SmallForm(
        id="insert",
        fields=(
            ask.one("insert", _("What is it?"), kinds),
            ask.text("prescribed_by", _("Who prescribed it?"), note=_("Such as physiotherapist.")),
            ask.day("on", _("Prescribed on"), latest=str(seen.on)),
            ask.day("worn_until", _("Worn until"), note=_("Empty while you wear it."), latest=str(seen.on)),
        ),
        problem=ask.problem,
        is_open=ask.is_back,
    )
