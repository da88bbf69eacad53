"""Today."""

from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from kneewise.app import review, training
from kneewise.app.runs import has_runs
from kneewise.app.trials_seen import current
from kneewise.app.week import is_due
from kneewise.app.weekly import weekly
from kneewise.model.observations import Observations
from kneewise.model.plan import Decision
from kneewise.present.knee import draw_knees
from kneewise.web.lately import recall
from kneewise.web.pages.due import Due, show_due
from kneewise.web.pages.today import show_today
from kneewise.web.pages.trial import say_for_today
from kneewise.web.views.stop import stopped
from kneewise.web.visit import Visit

FIRST_WEEK = timedelta(days=6)
"""How a week was is asked from its seventh day on."""


def today(request: HttpRequest) -> HttpResponse:
    """What may be done today; a stop that is in force stands in its place."""
    visit = Visit.of(request)
    decision = visit.decide()
    if stop := stopped(request, visit, decision, place="today"):
        return stop
    seen = review.look(visit.runner, visit.on)
    limit_of = decision.found.pain.green_of
    knees = draw_knees(seen.entries, decision.colours, on=visit.on, limit_of=limit_of)
    offered = weekly(visit.runner, visit.on).offered
    check = is_due(visit.runner, visit.on) and _has_week(seen)
    page = show_today(
        decision,
        knees=knees,
        due=_due(visit, decision, seen),
        weekly=offered,
        week_check=check,
        has_runs=has_runs(visit.runner),
        running_days=visit.settings.running_days,
    )
    done = recall(visit, request.GET.get("kept", ""))
    test = say_for_today(current(visit.runner, visit.on))
    return render(request, "web/today.html", {"place": "today", "day": page, "test": test, "done": done})


def _has_week(seen: Observations) -> bool:
    return seen.started_on is not None and seen.on - seen.started_on >= FIRST_WEEK


def _due(visit: Visit, decision: Decision, seen: Observations) -> tuple[Due, ...]:
    drills = {one.id for one in training.drills(decision)}
    done = {one.exercise for one in training.done_on(visit.runner, visit.on)}
    return show_due(
        decision,
        is_drilled=bool(drills & done),
        has_slept=any(one.on == visit.on for one in seen.sleeps),
    )
