"""The four questions of the week."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from kneewise.app import week
from kneewise.model.diary import WEEK_QUESTIONS
from kneewise.model.errors import UsageError
from kneewise.web.pages.fields import Sent
from kneewise.web.pages.week_check import show_week_check
from kneewise.web.views.small_forms import Typed, answer, key_of
from kneewise.web.visit import Visit


def week_check(request: HttpRequest) -> HttpResponse:
    """Show the questions with the answers so far, or keep what was answered."""
    return answer(request, {"week": _keep}, _show, back="web:week_check")


def _show(request: HttpRequest, visit: Visit, sent: Sent, saved: str) -> HttpResponse:
    due = week.is_due(visit.runner, visit.on)
    page = show_week_check(week.answered(visit.runner, visit.on), sent, due=due, saved=saved)
    return render(request, "web/week_check.html", {"place": "diary", "check": page})


def _keep(visit: Visit, typed: Typed) -> None:
    said = {name: typed[name] for name in WEEK_QUESTIONS if typed.get(name)}
    if not said:
        raise UsageError(_("Answer at least one; “not sure” is an answer too."))
    try:
        week.log_week(visit.runner, at=visit.at, key=key_of(typed), **said)
    except week.TooSoonError as early:
        raise UsageError(
            _("This week is answered already. What you said can be taken back in “What you said”.")
        ) from early
