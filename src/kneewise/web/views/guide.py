"""The guide, its steps, and the list of signs that stop running."""

from django.core.exceptions import BadRequest
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from kneewise.app.opinions import log_opinion, opinions
from kneewise.app.signs import stopping_signs
from kneewise.model.errors import UsageError
from kneewise.present import guide as written
from kneewise.web.pages.guide import show_guide, show_step
from kneewise.web.pages.stop import show_signs
from kneewise.web.views.small_forms import key_of
from kneewise.web.visit import Visit


def guide(request: HttpRequest) -> HttpResponse:
    """List the steps, tips and warnings."""
    return render(request, "web/guide.html", {"place": "guide", "guide": show_guide()})


def guide_step(request: HttpRequest, step: str) -> HttpResponse:
    """Set one step beside its evidence."""
    if step not in written.STEPS:
        raise Http404
    visit = Visit.of(request)
    if request.method == "POST":
        typed = {name: words[-1] for name, words in request.POST.lists()}
        try:
            log_opinion(visit.runner, at=visit.at, step=step, helpful=typed.get("helpful"), key=key_of(typed))
        except UsageError as slip:
            raise BadRequest from slip
        return redirect(f"{request.path}#helpful")
    shown = show_step(step, moving=request.GET.get("moving") == "1")
    told = opinions(visit.runner, visit.on).get(step)
    return render(request, "web/guide_step.html", {"place": "guide", "step": shown, "helpful": told})


def when_to_stop(request: HttpRequest) -> HttpResponse:
    """List every sign that stops running; always one touch away."""
    groups = show_signs(Visit.of(request).settings, stopping_signs())
    return render(request, "web/when_to_stop.html", {"place": "stop", "groups": groups})
