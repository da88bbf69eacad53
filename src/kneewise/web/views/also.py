"""What the diary hears now and then."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from kneewise.app import parse, review
from kneewise.app.beside_plan import log_beside_plan
from kneewise.model.answers import UNKNOWN
from kneewise.model.errors import UsageError
from kneewise.web.pages.also import show_also
from kneewise.web.pages.fields import Sent
from kneewise.web.views.small_forms import Typed, answer, key_of, need
from kneewise.web.visit import Visit


def also(request: HttpRequest) -> HttpResponse:
    """Show where everything is said, or keep why a run was made."""
    return answer(request, {"beside": _keep_beside}, _show, back="web:also")


def _show(request: HttpRequest, visit: Visit, sent: Sent, saved: str) -> HttpResponse:
    page = show_also(review.look(visit.runner, visit.on), sent, saved=saved)
    return render(request, "web/also.html", {"place": "diary", "also": page})


def _keep_beside(visit: Visit, typed: Typed) -> None:
    need(typed, why=_("Say why in your own words; “?” where you do not know."))
    why = UNKNOWN.value if typed["why"] == "?" else typed["why"]
    with parse.part("on"):
        day = parse.day(_("the day"), typed.get("on"), today=visit.on) or visit.on
    told = [
        (one.on, UNKNOWN.value if one.why is UNKNOWN else one.why)
        for one in review.look(visit.runner, visit.on).beside_plan
    ]
    if (day, why) in told:
        return
    try:
        log_beside_plan(visit.runner, at=visit.at, on=day, why=why, key=key_of(typed))
    except UsageError as slip:
        raise UsageError(_("No run is known of that day: choose the day of one."), field="on") from slip
