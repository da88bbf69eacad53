"""A clearance: what a clinician said, entered by the runner."""

from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from kneewise.app import log
from kneewise.model.errors import KneewiseError, UsageError
from kneewise.web.lately import remember
from kneewise.web.pages.kept import show_kept, told_with
from kneewise.web.pages.seen import FIELDS, find_slips, show_seen
from kneewise.web.visit import Visit


def seen(request: HttpRequest) -> HttpResponse:
    """Show the form, or write down what was said and go to Today, which answers."""
    visit = Visit.of(request)
    if request.method != "POST":
        return _form(request, visit, {})
    filled = {name: request.POST.get(name, "") for name in FIELDS}
    try:
        if slips := find_slips(filled):
            raise UsageError(" ".join(slips.values()))
        logged = log.log_clearance(
            visit.runner, at=visit.at, on=filled["on"], by=filled["by"], may_run=filled["may_run"]
        )
    except KneewiseError as error:
        return _form(request, visit, filled, problem=str(error))
    told = told_with(log.lines(visit.runner), logged.record_id)
    return redirect(f"{reverse('web:today')}?kept={remember(logged.record_id, show_kept(logged, told))}")


def _form(
    request: HttpRequest, visit: Visit, filled: Mapping[str, str], *, problem: str = ""
) -> HttpResponse:
    form = show_seen(filled, today=str(visit.on), problem=problem)
    status = 422 if problem else 200
    return render(request, "web/seen.html", {"place": "today", "seen": form}, status=status)
