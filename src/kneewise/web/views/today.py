"""Today."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from kneewise.app import log, review
from kneewise.app.runs import has_runs
from kneewise.app.trials_seen import current
from kneewise.app.week import is_due
from kneewise.app.weekly import weekly
from kneewise.present.knee import draw_knees
from kneewise.web.lately import recall
from kneewise.web.pages.today import show_today
from kneewise.web.pages.trial import say_for_today
from kneewise.web.views.stop import stopped
from kneewise.web.visit import Visit


def today(request: HttpRequest) -> HttpResponse:
    """What may be done today; a stop that is in force stands in its place."""
    visit = Visit.of(request)
    decision = visit.decide()
    if stop := stopped(request, visit, decision, place="today"):
        return stop
    seen = review.look(visit.runner, visit.on)
    limit_of = decision.found.pain.green_of
    knees = draw_knees(seen.entries, decision.colours, on=visit.on, limit_of=limit_of)
    due = weekly(visit.runner, visit.on).offered
    check = is_due(visit.runner, visit.on)
    page = show_today(
        decision,
        knees=knees,
        weekly=due,
        week_check=check,
        has_runs=has_runs(visit.runner),
        running_days=visit.settings.running_days,
        is_ill=log.lasting_illness(visit.runner) is not None,
    )
    done = recall(visit, request.GET.get("kept", ""))
    test = say_for_today(current(visit.runner, visit.on))
    return render(request, "web/today.html", {"place": "today", "day": page, "test": test, "done": done})
