"""The screening on the page: the first questions, those that came up, and the weekly list."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from kneewise.app import review
from kneewise.app import screen as screening
from kneewise.app.heard_anyway import is_emergency
from kneewise.app.once import see_key
from kneewise.app.screen_once import changed, screen_once
from kneewise.app.unfinished import is_unfinished
from kneewise.app.weekly import Weekly, weekly
from kneewise.model.answers import Question, QuestionKind
from kneewise.model.diary import Answers
from kneewise.model.errors import KneewiseError, UsageError
from kneewise.model.plan import Phase
from kneewise.present.screening import emergency_sentence
from kneewise.web.pages.screen import fill_in, say_problem, show_screen
from kneewise.web.pages.weekly import show_weekly
from kneewise.web.visit import Visit


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """Which form it is: the first screening, single questions, or the weekly list with what is beside it.

    Attributes:
        kept: What was answered before in a first screening that is not finished.
    """

    first: bool
    asked: tuple[Question, ...]
    due: frozenset[str] = frozenset()
    weekly: Weekly | None = None
    kept: Answers = field(default_factory=dict)


def screen(request: HttpRequest) -> HttpResponse:
    """Show what is to be asked, or judge what was answered and go on to what follows from it."""
    visit = Visit.of(request)
    form = _choose(request, visit)
    if request.method != "POST":
        return _show(request, form, fill_in(form.kept))
    later = bool(request.POST.get("later"))
    try:
        told = screening.parse_answers(_given(request.POST, form, later=later), on=visit.on)
        if not told and not later:
            raise UsageError(_("Nothing was answered."))
        key = see_key(request.POST["key"]) if request.POST.get("key") else ""
        answers = changed(told, form.kept, form.asked)
        screen_once(visit.runner, answers, at=visit.at, weekly=not form.first, key=key)
    except KneewiseError as error:
        alarm = emergency_sentence(visit.settings) if _is_emergency(request.POST, visit) else ""
        return _show(request, form, dict(request.POST.lists()), error=error, alarm=alarm)
    came_up = set(review.review(visit.runner, visit.on).plan.ask) - form.due - set(told)
    return redirect("web:screen" if came_up and not form.first and not later else "web:today")


def _choose(request: HttpRequest, visit: Visit) -> Form:
    """Choose the questions: all at first, later those that came up, else the weekly list."""
    plan = review.review(visit.runner, visit.on).plan
    every = screening.questions()
    kept = review.look(visit.runner, visit.on).answers
    if plan.phase is Phase.TRIAGE or is_unfinished(kept):
        return Form(first=True, asked=every, kept=kept)
    due = tuple(one for one in every if one.key in plan.ask or one.only_if in plan.ask)
    keys = frozenset(one.key for one in due)
    if request.GET.get("each"):
        return Form(first=False, asked=due or tuple(one for one in every if one.weekly), due=keys)
    listed = weekly(visit.runner, visit.on)
    signs = frozenset(one.key for one in listed.signs)
    wants_list = bool(request.GET.get("list")) or request.POST.get("form") == "weekly"
    if due and not signs & set(plan.ask) and not wants_list:
        return Form(first=False, asked=due, due=keys)
    beside = dict.fromkeys((*listed.standing, *due))
    asked = tuple(one for one in beside if one.key not in signs and one.only_if not in signs)
    return Form(first=False, asked=asked, due=keys, weekly=listed)


def _show(
    request: HttpRequest,
    form: Form,
    filled: Mapping[str, list[str]],
    *,
    error: KneewiseError | None = None,
    alarm: str = "",
) -> HttpResponse:
    status, slip = (422, error.field) if error else (200, "")
    # A form that comes back keeps its key: some of it may have been sent already.
    key = request.POST.get("key")
    problem = f"{say_problem(form.asked, slip, str(error))} {alarm}".rstrip() if error else ""
    if form.weekly:
        listed = show_weekly(form.weekly.signs, form.asked, filled, problem=problem, slip=slip)
        return render(
            request, "web/weekly.html", {"place": "today", "weekly": listed, "key": key}, status=status
        )
    page = show_screen(form.asked, filled, first=form.first, problem=problem, slip=slip)
    return render(request, "web/screen.html", {"place": "today", "screen": page, "key": key}, status=status)


def _is_emergency(sent: QueryDict, visit: Visit) -> bool:
    """Whether there is an emergency in a form that cannot be kept."""
    told = _answered(sent) | dict.fromkeys(sent.getlist("new"), "yes")
    return is_emergency(visit.runner, told, at=visit.at)


def _given(sent: QueryDict, form: Form, *, later: bool) -> Mapping[str, object]:
    """Take what was answered, with the list of the week."""
    given = _answered(sent)
    if form.weekly and sent.get("form") == "weekly":
        given |= _touched(sent, form.weekly, later=later)
    return given


def _answered(sent: QueryDict) -> dict[str, object]:
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


def _touched(sent: QueryDict, listed: Weekly, *, later: bool) -> Mapping[str, str]:
    """Read the list: touched is yes; the others are no only where that was said."""
    new = frozenset(sent.getlist("new"))
    if not new and not sent.get("none_new") and not later:
        raise UsageError(_("Touch what is new, or say that none of these is."))
    rest = {one.key: "no" for one in listed.signs} if sent.get("none_new") else {}
    return rest | {one.key: "yes" for one in listed.signs if one.key in new}
