"""The calls of the API: questions, entries of the diary, and what else the page can change."""

from collections.abc import Callable
from http import HTTPStatus
from typing import Final

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext as _

from kneewise.app import cadence, load, log, move, once, runs, screen, settings, sitting
from kneewise.app.log import Logged
from kneewise.model.errors import UsageError
from kneewise.model.plan import Decision
from kneewise.present import json, schema
from kneewise.present.kept import diary_json, kept_move_json
from kneewise.web.api import asks, files
from kneewise.web.api.answers import Said, answer, beside, kept, key_of, no_key
from kneewise.web.api.bodies import body_of, described, entry, free
from kneewise.web.api.instance import api
from kneewise.web.visit import Visit

__all__ = ["api", "files"]

VERBS: Final[dict[str, Callable[..., Logged]]] = {
    "pain": log.log_pain,
    "painkiller": log.log_painkiller,
    "illness": log.log_illness,
    "sleep": log.log_sleep,
    "shoe": log.log_shoe,
    "insert": log.log_insert,
    "test": log.log_test,
    "exercise": log.log_exercise,
    "run": log.log_run,
}
"""What the diary takes, by its kind."""


@api.get("/today", auth=asks.read, summary="Today's answer, and why")
def today(request: HttpRequest) -> HttpResponse:
    """Say what may be done today: Decision of docs/json.md."""
    return answer(request, lambda visit: json.decision_json(visit.decide()))


@api.get("/week", auth=asks.read, summary="Seven days from today")
def week(request: HttpRequest) -> HttpResponse:
    """Say seven days: Week of docs/json.md."""
    return answer(request, _week)


@api.get("/plan", auth=asks.read, summary="The whole plan")
def plan(request: HttpRequest) -> HttpResponse:
    """Say the plan, its week and what it rests on: Plan of docs/json.md."""
    return answer(request, _plan)


@api.get("/runs", auth=asks.read, summary="Running sessions, the latest last")
def list_runs(request: HttpRequest) -> HttpResponse:
    """List sessions: Runs of docs/json.md, beside the day's answer."""
    return answer(request, lambda visit: beside(visit, _runs(visit)))


@api.get("/diary", auth=asks.read, summary="What was logged, newest first")
def list_diary(request: HttpRequest) -> HttpResponse:
    """List entries: Diary of docs/json.md, beside the day's answer."""
    return answer(
        request,
        lambda visit: beside(visit, diary_json((one.record_id, one) for one in log.lines(visit.runner))),
    )


@api.get("/settings", auth=asks.read, summary="The runner's choices")
def get_settings(request: HttpRequest) -> HttpResponse:
    """Say the choices: Settings of docs/json.md."""
    return answer(request, lambda visit: {"settings": json.settings_json(settings.get(visit.runner))})


@api.get("/questions", auth=asks.read, summary="The questions of the screening, as JSON Schema")
def questions(request: HttpRequest) -> HttpResponse:
    """Describe what POST /screening takes."""
    return answer(request, lambda _visit: schema.answers_schema(screen.questions()))


@api.post(
    "/signs", auth=asks.everything, summary="Tell new signs", openapi_extra=free("Keys of GET /questions")
)
def tell_signs(request: HttpRequest) -> HttpResponse:
    """Take signs as answers to the questions, of which a "no" may reassure: Kept of docs/json.md."""
    no_key(request)
    visit = Visit.of(request)
    return kept(sitting.log_signs(visit.runner, at=visit.at, signs=body_of(request)))


@api.post(
    "/sessions",
    auth=asks.log,
    summary="Log the exercises of one session; Idempotency-Key is needed",
    openapi_extra=described(
        {"on": {"type": "string", "format": "date"}, "exercises": {"type": "array"}}, ("exercises",)
    ),
)
def log_session(request: HttpRequest) -> HttpResponse:
    """Take exercises that were done together: Kept of docs/json.md."""
    visit, said = Visit.of(request), body_of(request)
    entries = said.pop("exercises", None)
    on = said.pop("on", None)
    if said or not isinstance(entries, list) or not all(isinstance(one, dict) for one in entries):
        raise UsageError(_("Send “exercises”, a list of objects, and “on” where it was not today."))
    return kept(once.log_exercises(visit.runner, at=visit.at, on=on, key=key_of(request), entries=entries))


@api.post(
    "/clearance", auth=asks.everything, summary="What a clinician said", openapi_extra=entry("clearance")
)
def clearance(request: HttpRequest) -> HttpResponse:
    """Take a clearance: Kept of docs/json.md."""
    return _log(request, "clearance", log.log_clearance)


@api.patch("/entries/{record_id}", auth=asks.everything, summary="Correct an entry",
           openapi_extra=free("The parts to change"))  # fmt: skip
def edit(request: HttpRequest, record_id: str) -> HttpResponse:
    """Correct an entry; what it said before is kept: Kept of docs/json.md."""
    no_key(request)
    visit = Visit.of(request)
    return kept(log.edit(visit.runner, record_id, body_of(request), at=visit.at))


@api.post("/entries/{record_id}/undo", auth=asks.everything, summary="Undo the last thing done with an entry")
def undo(request: HttpRequest, record_id: str) -> HttpResponse:
    """Go one step back with an entry: Kept of docs/json.md."""
    no_key(request)
    visit = Visit.of(request)
    return kept(log.step_back(visit.runner, record_id, at=visit.at))


@api.patch("/settings", auth=asks.everything, summary="Change choices",
           openapi_extra=free("Names and values of GET /settings"))  # fmt: skip
def change_settings(request: HttpRequest) -> HttpResponse:
    """Change some of the choices; all of them are answered, beside the day's answer."""
    no_key(request)
    visit, said = Visit.of(request), body_of(request)
    settings.parse_changes(said)
    chosen = settings.change(visit.runner, at=visit.at, **said)
    return JsonResponse(beside(visit, {"settings": json.settings_json(chosen)}))


@api.post("/screening", auth=asks.everything, summary="Answer the screening",
          openapi_extra=free("As GET /questions describes"))  # fmt: skip
def answer_screening(request: HttpRequest) -> HttpResponse:
    """Keep answers and judge them: Screening of docs/json.md."""
    no_key(request)
    visit = Visit.of(request)
    given = screen.parse_answers(body_of(request), on=visit.on)
    found = screen.screen(visit.runner, given, at=visit.at)
    return JsonResponse(
        json.screening_json(
            found.decision,
            may_run=found.may_run,
            provisional_urgency=found.provisional_urgency,
            provisional_may_run=found.provisional_may_run,
            next_questions=found.next_questions,
        )
    )


@api.post("/moves", auth=asks.everything, summary="Have the run of one day on another",
          openapi_extra=described({"from": {}, "to": {}}, ("from", "to")))  # fmt: skip
def move_run(request: HttpRequest) -> HttpResponse:
    """Move a run where the rules allow it, else name the rule: Moved run of docs/json.md."""
    no_key(request)
    visit, said = Visit.of(request), body_of(request)
    if set(said) != {"from", "to"}:
        raise UsageError(_("Send “from” and “to”, two days."))
    found = move.move(visit.runner, said["from"], said["to"], at=visit.at)
    return JsonResponse(
        kept_move_json(found.record_id, found.answer, found.decision, found.difference),
        status=HTTPStatus.OK if found.answer.done else HTTPStatus.CONFLICT,
    )


def _offer(kind: str, verb: Callable[..., Logged]) -> None:
    """Offer one kind of entry at an address of its own."""

    @api.post(
        f"/diary/{kind}",
        auth=asks.log,
        operation_id=f"log_{kind}",
        summary=f"Log: {kind}",
        openapi_extra=entry(kind),
    )
    def log_entry(request: HttpRequest) -> HttpResponse:
        """Write one entry, once where an Idempotency-Key is sent: Kept of docs/json.md."""
        return _log(request, kind, verb)


for named, written in VERBS.items():
    _offer(named, written)


def _log(request: HttpRequest, kind: str, verb: Callable[..., Logged]) -> HttpResponse:
    visit, said = Visit.of(request), body_of(request)
    on = said.pop("on", None)
    # Before it is called by name: a part that is no part of an entry must not become an argument.
    log.check(kind, said, today=visit.on)
    more = {"key": key_of(request)} if key_of(request) else {}
    return kept(verb(visit.runner, at=visit.at, on=on, **more, **said))


def _runs(visit: Visit) -> Said:
    return {"runs": [json.activity_json(one) for one in runs.runs(visit.runner, on=visit.on)]}


def _week(visit: Visit) -> Said:
    decision = visit.decide()
    loads = json.plain(load.load(visit.runner, decision.plan.on))
    return {**json.week_json(decision), "load": loads, "cadence": _cadence(visit, decision)}


def _plan(visit: Visit) -> Said:
    decision = visit.decide()
    return {**json.plan_json(decision), "cadence": _cadence(visit, decision)}


def _cadence(visit: Visit, decision: Decision) -> json.Json:
    on = decision.plan.on
    block, of_block = cadence.block(visit.runner, on), cadence.runs_of_block(visit.runner, on)
    return json.cadence_json(decision.found.cadence, block, of_block)
