"""The plan: the way back and the seven days, a run that is moved, and tomorrow under other scores."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from kneewise.app import log
from kneewise.app import move as moves
from kneewise.app.numbers import house_numbers
from kneewise.app.what_if import what_if
from kneewise.model.errors import KneewiseError, UsageError
from kneewise.model.plan import Decision, Phase, Plan
from kneewise.web.pages.follows import show_expected, show_follows
from kneewise.web.pages.ladder import Rung, show_ladder
from kneewise.web.pages.move import AskedMove, show_asked
from kneewise.web.pages.plan import show_plan
from kneewise.web.pages.what_if import SCORES, WhatIfShown, show_what_if
from kneewise.web.visit import Visit


def plan(request: HttpRequest) -> HttpResponse:
    """Show the plan; answer a wish to move a run, and write it down or take it back only on a POST."""
    visit = Visit.of(request)
    try:
        asked = _write(request, visit) if request.method == "POST" else _ask(request, visit)
    except KneewiseError as error:
        return _page(request, visit, problem=str(error))
    if request.method == "POST" and asked is None:
        return redirect(f"{reverse('web:plan')}#week")
    return _page(request, visit, asked=asked)


def _page(
    request: HttpRequest, visit: Visit, *, asked: AskedMove | None = None, problem: str = ""
) -> HttpResponse:
    decision = visit.decide()
    shown = show_plan(
        decision,
        miles=visit.settings.miles,
        ladder=_ladder(decision),
        records=moves.kept(visit.runner) if decision.plan.moves else {},
    )
    supposed = None if shown.asks or shown.caps is None else _suppose(request, visit, decision.plan)
    house = house_numbers()
    page = {
        "place": "plan",
        "plan": shown,
        "asked": asked,
        "problem": problem,
        "what_if": supposed,
        "follows": show_follows(decision.plan, house),
        "expected": show_expected(decision, house.step1_pain.recovered_half_days),
    }
    was_not_kept = problem or request.method == "POST" or (supposed and supposed.slip)
    return render(request, "web/plan.html", page, status=422 if was_not_kept else 200)


def _suppose(request: HttpRequest, visit: Visit, today: Plan) -> WhatIfShown:
    """Look at tomorrow under the scores that the address names; nothing is stored."""
    said = {name: request.GET[name] for name in SCORES if request.GET.get(name)}
    try:
        found = what_if(visit.runner, said, at=visit.at) if said else None
        return show_what_if(said, found, today=today)
    except UsageError as error:
        return show_what_if(said, None, today=today, slip=str(error))


def _ask(request: HttpRequest, visit: Visit) -> AskedMove | None:
    """Look at what a move would do; nothing is stored."""
    days = [request.GET.get(name, "") for name in ("from", "to")]
    return show_asked(moves.ask(visit.runner, *days, at=visit.at)) if any(days) else None


def _write(request: HttpRequest, visit: Visit) -> AskedMove | None:
    """Keep a move or take one back; what the rules forbid by now is answered instead."""
    record_id = request.POST.get("back", "")
    if record_id:
        _take_back(visit, record_id)
        return None
    found = moves.move(visit.runner, request.POST.get("from"), request.POST.get("to"), at=visit.at)
    return None if found.answer.done else show_asked(found)


def _take_back(visit: Visit, record_id: str) -> None:
    if record_id not in moves.kept(visit.runner).values():
        raise UsageError(_("This run was not moved, or it was taken back already."))
    log.undo(visit.runner, record_id, at=visit.at)


def _ladder(decision: Decision) -> tuple[Rung, ...]:
    """Show the ladder to those who are on it."""
    now = decision.plan
    if now.phase is not Phase.WALK_RUN or now.urgency.stops_running:
        return ()
    numbers = house_numbers().engine
    return show_ladder(
        numbers.rung_run_min.values,
        numbers.rung_walk_min.values,
        numbers.rung_times.values,
        stage=now.stage,
    )
