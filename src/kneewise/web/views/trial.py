"""A test of two ways to run: begin it, note its runs, stop it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from kneewise.app import trial as use
from kneewise.web.pages.fields import Sent
from kneewise.web.pages.trial import show_trials
from kneewise.web.views.small_forms import Typed, answer, key_of, need
from kneewise.web.views.stop import stopped
from kneewise.web.visit import Visit


def trial(request: HttpRequest) -> HttpResponse:
    """Show the tests, or keep what one of the forms says."""
    visit = Visit.of(request)
    if request.method != "POST" and (stop := stopped(request, visit, visit.decide(), place="insights")):
        return stop
    keeps = {"shoe": _start, "cadence": _start, "ran": _ran, "stop": _stop}
    return answer(request, keeps, _show, back="web:trial")


def _show(request: HttpRequest, visit: Visit, sent: Sent, saved: str) -> HttpResponse:
    page = show_trials(visit.runner, visit.on, sent, saved=saved)
    return render(request, "web/trial.html", {"place": "insights", "page": page})


def _start(visit: Visit, typed: Typed) -> None:
    shoes = tuple(typed[name] for name in ("first", "second") if typed.get(name))
    use.start(visit.runner, at=visit.at, kind=typed["form"], shoes=shoes, key=key_of(typed))


def _ran(visit: Visit, typed: Typed) -> None:
    need(typed, as_told=_("Say whether you ran it as told; “not sure” is an answer too."))
    use.ran(visit.runner, at=visit.at, as_told=typed["as_told"], key=key_of(typed))


def _stop(visit: Visit, typed: Typed) -> None:
    need(typed, sure=_("Tick that you are sure: a stopped test has no answer."))
    use.stop(visit.runner, at=visit.at)
