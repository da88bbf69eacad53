"""What the runner said before, and the way to take it back."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from kneewise.app import log
from kneewise.model.errors import KneewiseError
from kneewise.web.pages.said import find_line, show_said
from kneewise.web.visit import Visit


def said(request: HttpRequest) -> HttpResponse:
    """List what was said, or take one thing back; it stays in the record and counts no more."""
    visit = Visit.of(request)
    if request.method != "POST":
        return _list(request, visit)
    record_id = request.POST.get("record", "")
    line = find_line(log.lines(visit.runner), record_id)
    if line and line.many and not request.POST.get("sure"):
        return render(request, "web/sure.html", {"place": "diary", "line": line})
    try:
        log.undo(visit.runner, record_id, at=visit.at)
    except KneewiseError as error:
        return _list(request, visit, problem=str(error))
    return redirect(f"{reverse('web:said')}?back=1")


def _list(request: HttpRequest, visit: Visit, *, problem: str = "") -> HttpResponse:
    lines = show_said(log.lines(visit.runner))
    kept = _("Taken back. It counts no more.") if request.GET.get("back") else ""
    page = {"place": "diary", "lines": lines, "problem": problem, "kept": kept}
    return render(request, "web/said.html", page, status=422 if problem else 200)
