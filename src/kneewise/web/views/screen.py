"""The screening on the page: one form, the same answers as ``kneewise screen``."""

from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render

from kneewise.app import review
from kneewise.app import screen as screening
from kneewise.model.answers import Question, QuestionKind
from kneewise.model.errors import KneewiseError
from kneewise.model.plan import Phase, Plan
from kneewise.web.pages.screen import show_screen
from kneewise.web.visit import Visit


def screen(request: HttpRequest) -> HttpResponse:
    """Show what is to be asked, or judge what was answered and go to Today."""
    visit = Visit.of(request)
    plan = review.review(visit.runner, visit.on).plan
    first = plan.phase is Phase.TRIAGE
    if request.method != "POST":
        return _form(request, plan, {}, first=first)
    given = _given(request.POST)
    try:
        answers = screening.parse_answers(given, on=visit.on)
        screening.screen(visit.runner, answers, at=visit.at, weekly=not first)
    except KneewiseError as error:
        return _form(request, plan, dict(request.POST.lists()), first=first, problem=str(error))
    return redirect("web:today")


def _form(
    request: HttpRequest, plan: Plan, filled: Mapping[str, list[str]], *, first: bool, problem: str = ""
) -> HttpResponse:
    page = show_screen(_to_ask(plan, first=first), filled, first=first, problem=problem)
    status = 422 if problem else 200
    return render(request, "web/screen.html", {"place": "today", "screen": page}, status=status)


def _to_ask(plan: Plan, *, first: bool) -> tuple[Question, ...]:
    """Choose the questions: all at first, later those that ran out or came up, else the weekly ones."""
    every = screening.questions()
    if first:
        return every
    due = tuple(one for one in every if one.key in plan.ask or one.only_if in plan.ask)
    return due or tuple(one for one in every if one.weekly)


def _given(sent: QueryDict) -> Mapping[str, object]:
    """Take what was answered; what was left open is not asked."""
    given: dict[str, object] = {}
    for question in screening.questions():
        words = [word for word in sent.getlist(question.key) if word]
        if question.kind is QuestionKind.CHOICES:
            given[question.key] = words or None
        else:
            # A figure and a ticked "I don't know" together: what is known counts.
            given[question.key] = next(
                (word for word in words if word != "unknown"), words[0] if words else None
            )
    return {key: answer for key, answer in given.items() if answer is not None}
