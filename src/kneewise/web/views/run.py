"""One run along its time, and in which pair of shoes it was."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from kneewise.app import log, review
from kneewise.app import runs as kept
from kneewise.model.errors import KneewiseError
from kneewise.web.pages.fields import Sent
from kneewise.web.pages.run import show_run
from kneewise.web.pages.worn import ask_pair
from kneewise.web.views.small_forms import Typed, answer, key_of, need
from kneewise.web.visit import Visit


def run(request: HttpRequest, activity_id: str) -> HttpResponse:
    """Show one run, its charts from the kept original; or keep in which pair of shoes it was."""

    def _show(request: HttpRequest, visit: Visit, sent: Sent, saved: str) -> HttpResponse:
        found = _find(visit, activity_id)
        seen = review.look(visit.runner, visit.on)
        worn = ask_pair(found.activity, seen, sent)
        page = show_run(found, at=visit.at, miles=visit.settings.miles)
        pair = found.activity.shoe if saved else None
        kept_line = _("Kept. This run was in %(shoe)s.") % {"shoe": pair} if pair else ""
        return render(
            request, "web/run.html", {"place": "runs", "run": page, "worn": worn, "kept": kept_line}
        )

    def _keep_pair(visit: Visit, typed: Typed) -> None:
        need(typed, shoe=_("Choose the pair."))
        named = _find(visit, activity_id).activity.activity_id
        log.log_run(visit.runner, at=visit.at, activity_id=named, shoe=typed["shoe"], key=key_of(typed))

    return answer(request, {"worn": _keep_pair}, _show, back="web:run", of=activity_id)


def _find(visit: Visit, activity_id: str) -> kept.RunView:
    try:
        return kept.run(visit.runner, activity_id, on=visit.on)
    except KneewiseError as error:
        raise Http404 from error
