"""The list of runs, and one run along its time."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from kneewise.app import review
from kneewise.app import runs as kept
from kneewise.model.errors import KneewiseError
from kneewise.web.pages.run import show_run
from kneewise.web.pages.run_list import show_runs
from kneewise.web.visit import Visit


def runs(request: HttpRequest) -> HttpResponse:
    """List the newest runs, or those of a year."""
    visit = Visit.of(request)
    every = kept.runs(visit.runner, on=visit.on)
    colours = review.review(visit.runner, visit.on).colours
    shown = show_runs(every, colours, year=request.GET.get("year", ""), miles=visit.settings.miles)
    return render(request, "web/runs.html", {"place": "runs", "runs": shown})


def run(request: HttpRequest, activity_id: str) -> HttpResponse:
    """Show one run; its charts come from the kept original."""
    visit = Visit.of(request)
    try:
        found = kept.run(visit.runner, activity_id, on=visit.on)
    except KneewiseError as error:
        raise Http404 from error
    page = show_run(found, at=visit.at, miles=visit.settings.miles)
    return render(request, "web/run.html", {"place": "runs", "run": page})
