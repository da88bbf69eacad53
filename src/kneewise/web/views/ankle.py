"""Ankle: the tests, a form for a new one, and the drill as a session that is led."""

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from kneewise.app import once, training
from kneewise.model.diary import TestKind
from kneewise.model.errors import KneewiseError, UsageError
from kneewise.model.places import Side
from kneewise.model.plan import Decision
from kneewise.web.keys import new_key
from kneewise.web.pages.ankle import WallForm, show_ankle, show_wall_form
from kneewise.web.pages.session import Typed, Work, show_drill, show_plain
from kneewise.web.views.session import exercises_of, log_session, plain, render_session, typed_with
from kneewise.web.views.stop import stopped
from kneewise.web.visit import Visit


def ankle(request: HttpRequest) -> HttpResponse:
    """Show how far the knees reach and the drill, or write a new test down."""
    visit = Visit.of(request)
    if request.method != "POST":
        return _page(request, visit, show_wall_form({}, today=str(visit.on)))
    sent = plain(request.POST)
    try:
        _write(visit, request.POST)
    except KneewiseError as error:
        form = show_wall_form(
            sent, today=str(visit.on), slips=_slips(error, request.POST), problem=str(error)
        )
        return _page(request, visit, form, key="" if error.field == "key" else sent.get("key", ""))
    return redirect("web:ankle")


def _page(request: HttpRequest, visit: Visit, form: WallForm, *, key: str = "") -> HttpResponse:
    decision = visit.decide()
    stop = stopped(request, visit, decision, place="ankle")
    if stop and not form.problem:
        return stop
    page = {
        "place": "ankle",
        "ankle": show_ankle(
            decision,
            () if stop else training.drills(decision),
            training.walls(visit.runner, visit.on),
            limit_cm=training.far_enough_cm(),
            moving=request.GET.get("moving", ""),
        ),
        "form": form,
        "key": key or new_key(),
        "logged": "ankle" if request.GET.get("logged") else "",
    }
    return render(request, "web/ankle.html", page, status=422 if form.problem else 200)


def _write(visit: Visit, sent: QueryDict) -> None:
    entries = [
        {"kind": TestKind.KNEE_TO_WALL.value, "side": side, "distance_cm": sent[side]}
        for side in _filled(sent)
    ]
    if not entries:
        raise UsageError(_("Say how far at least one knee reached, in centimetres."), field=Side.LEFT.value)
    once.log_tests(visit.runner, at=visit.at, on=sent.get("on"), key=sent.get("key", ""), entries=entries)


def _filled(sent: QueryDict) -> list[str]:
    return [side.value for side in Side if sent.get(side.value, "").strip()]


def _slips(error: KneewiseError, sent: QueryDict) -> dict[str, str]:
    part, _space, place = error.field.partition(" ")
    name = _filled(sent)[int(place)] if place else part
    return {name: str(error)} if name else {}


def ankle_go(request: HttpRequest) -> HttpResponse:
    """Lead through the drill, or write down what was done of it."""
    visit = Visit.of(request)
    decision = visit.decide()
    if request.method == "POST":
        return _led(request, visit, decision)
    if stop := stopped(request, visit, decision, place="ankle"):
        return stop
    works = _works(request.GET, decision, Typed()) or tuple(
        show_drill(one, Typed(), moving=request.GET.get("moving") == one.id)
        for one in training.drills(decision)
    )
    return render_session(request, visit, works, Typed(), kind="ankle") if works else redirect("web:ankle")


def _led(request: HttpRequest, visit: Visit, decision: Decision) -> HttpResponse:
    try:
        log_session(visit, request.POST)
    except KneewiseError as error:
        typed = typed_with(request.POST, error)
        works = _works(request.POST, decision, typed)
        return render_session(request, visit, works, typed, kind="ankle", fault=error)
    return redirect(f"{reverse('web:ankle')}?logged=1")


def _works(sent: QueryDict, decision: Decision, typed: Typed) -> tuple[Work, ...]:
    left = {one.id: one for one in training.drills(decision)}
    names = exercises_of(sent)
    return tuple(show_drill(left[one], typed) if one in left else show_plain(one, typed) for one in names)
