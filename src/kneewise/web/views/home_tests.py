"""Home tests: how they stand, and a form for those that were tried."""

from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from kneewise.app import once
from kneewise.model.errors import UsageError
from kneewise.web.pages.fields import Sent
from kneewise.web.pages.home_tests import TRIED, show_home_tests
from kneewise.web.views.small_forms import Typed, answer, need
from kneewise.web.views.stop import stopped
from kneewise.web.visit import Visit

PAIN = "pain_0_10"


def home_tests(request: HttpRequest) -> HttpResponse:
    """Show the page, or keep what was tried."""
    return answer(request, {"tests": _keep}, _show, back="web:home_tests")


def _show(request: HttpRequest, visit: Visit, sent: Sent, saved: str) -> HttpResponse:
    decision = visit.decide()
    stop = stopped(request, visit, decision, place="diary")
    if stop and not sent.problem:
        return stop
    page = show_home_tests(decision, sent, saved=saved)
    return render(request, "web/home_tests.html", {"place": "diary", "tests": page})


def _keep(visit: Visit, typed: Typed) -> None:
    need(typed, side=_("Say which knee it was."))
    entries = _entries(typed)
    if not entries:
        raise UsageError(_("Say how at least one of them went."))
    try:
        once.log_tests(
            visit.runner, at=visit.at, on=typed.get("on"), key=typed.get("key", ""), entries=entries
        )
    except UsageError as slip:
        part, _space, place = slip.field.partition(" ")
        if place:
            slip.field = f"{entries[int(place)]['kind']}_{part}"
        raise


def _entries(typed: Typed) -> list[Mapping[str, str]]:
    """Read each test of which anything was told; how much of it hurt counts only with the pain."""
    entries: list[Mapping[str, str]] = []
    for kind, part in TRIED.items():
        told = {name: typed.get(f"{kind.value}_{name}", "") for name in (PAIN, part) if name}
        if not any(told.values()):
            continue
        if not told[PAIN]:
            raise UsageError(_("Say how much it hurt; 0 is no pain."), field=f"{kind.value}_{PAIN}")
        said = {name: value for name, value in told.items() if value}
        entries.append({"kind": kind.value, "side": typed["side"], **said})
    return entries
