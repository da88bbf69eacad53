"""Home tests: how they stand, and a form for those that were tried."""

from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from kneewise.app import once
from kneewise.model.diary import TestKind
from kneewise.model.errors import UsageError
from kneewise.web.pages.fields import Sent
from kneewise.web.pages.home_tests import AFTER_A_WALK, TRIED, show_home_tests
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
    # What came back is not lost beside a stop; nobody is told there how to try anything.
    if stop and not sent.problem:
        return stop
    page = show_home_tests(decision, sent, saved=saved)
    return render(request, "web/home_tests.html", {"place": "diary", "tests": page})


def _keep(visit: Visit, typed: Typed) -> None:
    need(typed, side=_("Say which knee it was."))
    entries, after = _entries(typed), _after_the_walk(typed)
    if not entries and not after:
        raise UsageError(_("Say how at least one of them went."))
    try:
        once.log_tests(
            visit.runner,
            at=visit.at,
            on=typed.get("on"),
            key=typed.get("key", ""),
            entries=entries,
            after={"side": typed["side"], **after} if after else None,
        )
    except UsageError as slip:
        part, _space, place = slip.field.partition(" ")
        kind = TestKind.BRISK_WALK.value if place == "after" else place and entries[int(place)]["kind"]
        slip.field = f"{kind}_{part}" if kind else part
        raise


def _entries(typed: Typed) -> list[Mapping[str, str]]:
    """Read each test of which anything was told."""
    return [entry for kind, part in TRIED.items() if (entry := _entry(kind.value, part, typed))]


def _entry(kind: str, part: str, typed: Typed) -> Mapping[str, str] | None:
    """Read one; it needs both how much of it there was and how it hurt."""
    told = {name: typed.get(f"{kind}_{name}", "") for name in (PAIN, part) if name}
    if not any(told.values()):
        return None
    if not told[PAIN]:
        raise UsageError(_("Say how much it hurt; 0 is no pain."), field=f"{kind}_{PAIN}")
    if part and not told[part]:
        raise UsageError(_("Say how much of it there was."), field=f"{kind}_{part}")
    return {"kind": kind, "side": typed["side"], **told}


def _after_the_walk(typed: Typed) -> dict[str, str]:
    """Read what a walk is coloured by beside its pain, which may follow an hour later."""
    told = {name: typed.get(f"{TestKind.BRISK_WALK.value}_{name}", "") for name in AFTER_A_WALK}
    return {name: said for name, said in told.items() if said}
