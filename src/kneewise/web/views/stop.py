"""A stop that is in force stands in the place of every page that asks the body for something."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from kneewise.app import review
from kneewise.app.signs import stopping_signs
from kneewise.model.plan import Decision
from kneewise.web.lately import recall
from kneewise.web.pages.stop import show_stop
from kneewise.web.visit import Visit


def stopped(request: HttpRequest, visit: Visit, decision: Decision, *, place: str) -> HttpResponse | None:
    """Show the stop; ``None`` where there is none."""
    if not decision.plan.urgency.stops_running:
        return None
    seen = review.look(visit.runner, visit.on)
    stop = show_stop(decision, visit.settings, stopping_signs(), sides=seen.sore_sides)
    done = recall(visit, request.GET.get("kept", ""))
    return render(request, "web/stop.html", {"place": place, "stop": stop, "done": done})
