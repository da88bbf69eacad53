"""Recovery: swelling, sleep, painkillers and illness, each with a form of its own."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from kneewise.app import log, parse, review, sitting
from kneewise.model.errors import UsageError
from kneewise.web.pages.fields import Sent
from kneewise.web.pages.recovery import SWELLING, show_recovery
from kneewise.web.views.small_forms import Typed, answer, key_of, need
from kneewise.web.visit import Visit


def recovery(request: HttpRequest) -> HttpResponse:
    """Show the page, or keep what one of its forms says."""
    keeps = {
        "swelling": _keep_swelling,
        "sleep": _keep_sleep,
        "painkiller": _keep_painkiller,
        "illness": _keep_illness,
        "well": _end_illness,
    }
    return answer(request, keeps, _show, back="web:recovery")


def _show(request: HttpRequest, visit: Visit, sent: Sent, saved: str) -> HttpResponse:
    seen = review.look(visit.runner, visit.on)
    lasting = log.lasting_illness(visit.runner)
    page = show_recovery(visit.decide(), seen, sent, saved=saved, lasting=lasting)
    return render(request, "web/recovery.html", {"place": "recovery", "recovery": page})


def _keep_swelling(visit: Visit, typed: Typed) -> None:
    need(typed, swelling=_("Choose an answer; “not sure” is one."))
    with parse.part(SWELLING):
        sitting.log_signs(visit.runner, at=visit.at, signs={SWELLING: typed[SWELLING]}, key=key_of(typed))


def _keep_sleep(visit: Visit, typed: Typed) -> None:
    if not (typed.get("hours") or typed.get("quality_0_10")):
        raise UsageError(_("Say how long or how well you slept."), field="hours")
    said = {name: typed.get(name) or None for name in ("hours", "quality_0_10")}
    log.log_sleep(visit.runner, at=visit.at, on=_day(visit, typed), key=key_of(typed), **said)


def _keep_painkiller(visit: Visit, typed: Typed) -> None:
    need(typed, before_run=_("Say whether it was taken to be able to run."))
    said = {"before_run": typed["before_run"], "key": key_of(typed)}
    log.log_painkiller(visit.runner, at=visit.at, on=_day(visit, typed), **said)


def _keep_illness(visit: Visit, typed: Typed) -> None:
    day = _day(visit, typed) or str(visit.on)
    with parse.part("until"):
        until, key = typed.get("until") or None, key_of(typed)
        log.log_illness(visit.runner, at=visit.at, on=day, today=visit.on, key=key, until=until)


def _end_illness(visit: Visit, typed: Typed) -> None:
    need(typed, until=_("Say the last day of it."))
    with parse.part("until"):
        if log.lasting_illness(visit.runner):
            log.log_illness(visit.runner, at=visit.at, today=visit.on, until=typed["until"])


def _day(visit: Visit, typed: Typed) -> str | None:
    """Read the day of a form; a slip in it stands beside it."""
    with parse.part("on"):
        day = parse.day(_("the day"), typed.get("on"), today=visit.on)
    return str(day) if day else None
