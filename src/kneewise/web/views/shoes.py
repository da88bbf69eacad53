"""Shoes: what each pair has run, and the forms for a pair, for one that is put away, and for an insert."""

from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from kneewise.app import log, parse, review
from kneewise.model.lengths import unit_m
from kneewise.web.pages.fields import Sent
from kneewise.web.pages.shoes import show_shoes
from kneewise.web.views.small_forms import Typed, answer, key_of, need
from kneewise.web.visit import Visit

FARTHEST = 5000


def shoes(request: HttpRequest) -> HttpResponse:
    """Show the pairs, or keep what one of the forms says."""
    keeps = {"pair": _keep_pair, "retire": _retire, "insert": _keep_insert}
    return answer(request, keeps, _show, back="web:shoes")


def _show(request: HttpRequest, visit: Visit, sent: Sent, saved: str) -> HttpResponse:
    seen = review.look(visit.runner, visit.on)
    page = show_shoes(visit.decide(), seen, sent, saved=saved, miles=visit.settings.miles)
    return render(request, "web/shoes.html", {"place": "shoes", "shoes": page})


def _keep_pair(visit: Visit, typed: Typed) -> None:
    need(typed, name=_("Give the pair a name."))
    with parse.part("before"):
        before = parse.amount(_("what the shoes had run before"), typed.get("before"), high=FARTHEST)
    log.log_shoe(
        visit.runner,
        at=visit.at,
        name=typed["name"],
        distance_before_m=None if before is None else before * unit_m(miles=visit.settings.miles),
        retired="no",
        key=key_of(typed),
    )


def _retire(visit: Visit, typed: Typed) -> None:
    """Put a pair away, or take it out again."""
    need(typed, name=_("Choose the pair again."))
    retired = typed.get("retired", "yes")
    log.log_shoe(visit.runner, at=visit.at, name=typed["name"], retired=retired, key=key_of(typed))


def _keep_insert(visit: Visit, typed: Typed) -> None:
    need(
        typed,
        insert=_("Say whether it is a wedge or an orthotic."),
        prescribed_by=_("Say who prescribed it: without a prescription it has no place here."),
    )
    with parse.part("on"):
        on = parse.day(_("the day"), typed.get("on"), today=visit.on)
    said = {name: typed.get(name) or None for name in ("insert", "prescribed_by", "worn_until")}
    if _is_noted(visit, str(on or visit.on), said):
        return
    log.log_insert(visit.runner, at=visit.at, on=on, today=visit.on, key=key_of(typed), **said)


def _is_noted(visit: Visit, on: str, said: Mapping[str, str | None]) -> bool:
    """Whether the very same insert is noted already, as by a second click."""
    told = (on, said["insert"], said["prescribed_by"], said["worn_until"])
    return told in [
        (str(one.on), one.insert.value, one.prescribed_by, one.worn_until and str(one.worn_until))
        for one in review.look(visit.runner, visit.on).inserts
    ]
