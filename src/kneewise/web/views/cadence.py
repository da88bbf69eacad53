"""Cadence: the band, and how the runs lay to it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from kneewise.app import cadence as steps
from kneewise.web.pages.cadence import show_cadence
from kneewise.web.visit import Visit


def cadence(request: HttpRequest) -> HttpResponse:
    """Show own steps at own pace, the band, and the minutes of each run inside it."""
    visit = Visit.of(request)
    page = show_cadence(
        visit.decide(),
        steps.block(visit.runner, visit.on),
        steps.own_steps(visit.runner, visit.on),
        steps.runs_of_block(visit.runner, visit.on),
        miles=visit.settings.miles,
    )
    return render(request, "web/cadence.html", {"place": "cadence", "page": page})
