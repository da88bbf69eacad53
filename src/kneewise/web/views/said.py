"""What the runner said before, and the way to take it back and to put it back."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from kneewise.app import log
from kneewise.app.hangs import lifted_by
from kneewise.model.errors import KneewiseError
from kneewise.web.lately import recall, remember
from kneewise.web.pages.kept import show_kept
from kneewise.web.pages.said import find_line, show_said
from kneewise.web.pages.sure import show_sure
from kneewise.web.visit import Visit


def said(request: HttpRequest) -> HttpResponse:
    """List what was said, or take one thing back or put it back; it stays in the record either way."""
    visit = Visit.of(request)
    if request.method != "POST":
        return _list(request, visit)
    record_id, puts = request.POST.get("record", ""), bool(request.POST.get("put"))
    line = find_line(log.lines(visit.runner), record_id)
    if line and not puts and not request.POST.get("sure"):
        sure = show_sure(line, lifted_by(visit.runner, record_id, visit.on))
        if sure:
            return render(request, "web/sure.html", {"place": "diary", "sure": sure})
    try:
        logged = (log.put_back if puts else log.undo)(visit.runner, record_id, at=visit.at)
    except KneewiseError as error:
        return _list(request, visit, problem=str(error))
    told = line or find_line(log.lines(visit.runner), record_id)
    done = remember(logged.record_id, show_kept(logged, (told,) if told else ()))
    return redirect(f"{reverse('web:said')}?back={done}")


def _list(request: HttpRequest, visit: Visit, *, problem: str = "") -> HttpResponse:
    lines, record_id = log.lines(visit.runner), request.GET.get("back", "")
    done = recall(visit, record_id)
    is_gone = record_id and not find_line(lines, record_id)
    page = {
        "place": "diary",
        "lines": show_said(lines),
        "problem": problem,
        "kept": _("Taken back. It counts no more.") if is_gone and not done else "",
        "done": done,
    }
    return render(request, "web/said.html", page, status=422 if problem else 200)
