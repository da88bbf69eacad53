"""Today, and the plan."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from kneewise.app import review
from kneewise.app.numbers import house_numbers
from kneewise.app.weekly import weekly
from kneewise.model.plan import Decision, Phase
from kneewise.present.knee import draw_knee
from kneewise.web.pages.ladder import Rung, show_ladder
from kneewise.web.pages.plan import show_plan
from kneewise.web.pages.today import show_today
from kneewise.web.views.stop import stopped
from kneewise.web.visit import Visit


def today(request: HttpRequest) -> HttpResponse:
    """What may be done today; a stop that is in force stands in its place."""
    visit = Visit.of(request)
    decision = visit.decide()
    if stop := stopped(request, visit, decision, place="today"):
        return stop
    seen = review.look(visit.runner, visit.on)
    knee = draw_knee(seen.entries, decision.colours, on=visit.on, limit=decision.found.pain.green_pain_0_10)
    due = weekly(visit.runner, visit.on).offered
    page = show_today(decision, knee=knee, weekly=due)
    return render(request, "web/today.html", {"place": "today", "day": page})


def plan(request: HttpRequest) -> HttpResponse:
    """The way back, and the seven days."""
    visit = Visit.of(request)
    decision = visit.decide()
    page = show_plan(decision, miles=visit.settings.miles, ladder=_ladder(decision))
    return render(request, "web/plan.html", {"place": "plan", "plan": page})


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
