"""What decides whether running is on the plan at all, and what the runner chose."""

from django.http import HttpRequest, HttpResponse, JsonResponse

from kneewise.app import screen, settings
from kneewise.app.heard_anyway import heard_anyway
from kneewise.present import json
from kneewise.web.api import asks
from kneewise.web.api.answers import beside, no_key
from kneewise.web.api.bodies import body_of, free
from kneewise.web.api.instance import call
from kneewise.web.visit import Visit


@call("POST /screening", asks.everything, "Screening", "Answer the screening",
      takes=free("As GET /questions describes"))  # fmt: skip
def answer_screening(request: HttpRequest) -> HttpResponse:
    """Keep answers and judge them."""
    return _screen(request, weekly=False)


@call("POST /weekly", asks.everything, "Screening", "Answer the list of the week",
      takes=free("As GET /questions describes; GET /weekly says which are due"))  # fmt: skip
def answer_weekly(request: HttpRequest) -> HttpResponse:
    """Keep the answers of the week and judge them; one that is not sent stays as old as it is."""
    return _screen(request, weekly=True)


@call("PATCH /settings", asks.everything, "Changed choices", "Change choices",
      takes=free("Names and values of GET /settings"))  # fmt: skip
def change_settings(request: HttpRequest) -> HttpResponse:
    """Change some of the choices; all of them are answered, beside the day's answer."""
    no_key(request)
    visit, told = Visit.of(request), body_of(request)
    settings.parse_changes(told)
    chosen = settings.change(visit.runner, at=visit.at, **told)
    return JsonResponse(beside(visit, {"settings": json.settings_json(chosen)}))


def _screen(request: HttpRequest, *, weekly: bool) -> HttpResponse:
    no_key(request)
    visit = Visit.of(request)
    sent = body_of(request)
    with heard_anyway(visit.runner, sent, at=visit.at):
        given = screen.parse_file(sent, on=visit.on)
    found = screen.screen(visit.runner, given, at=visit.at, weekly=weekly)
    return JsonResponse(
        json.screening_json(
            found.decision,
            may_run=found.may_run,
            provisional_urgency=found.provisional_urgency,
            provisional_may_run=found.provisional_may_run,
            next_questions=found.next_questions,
        )
    )
