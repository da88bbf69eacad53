"""The list of runs."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from kneewise.app import review
from kneewise.app import runs as kept
from kneewise.web.pages.run_list import show_runs
from kneewise.web.visit import Visit


def runs(request: HttpRequest) -> HttpResponse:
    """List the newest runs, or those of a year."""
    visit = Visit.of(request)
    every = kept.runs(visit.runner, on=visit.on)
    colours = review.review(visit.runner, visit.on).colours
    shown = show_runs(every, colours, year=request.GET.get("year", ""), miles=visit.settings.miles)
    return render(request, "web/runs.html", {"place": "runs", "runs": shown})
