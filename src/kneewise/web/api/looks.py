"""Questions about the day, the plan, the diary, and what it answers; none of them changes anything."""

from django.http import HttpRequest, HttpResponse

from kneewise.app import cadence, load, log, required_if, review, screen, settings
from kneewise.app import insights as diary_answers
from kneewise.app.as_json import what_if_json
from kneewise.app.shoes import pairs_of
from kneewise.app.weekly import weekly
from kneewise.app.what_if import SUPPOSED, what_if
from kneewise.model.plan import Decision
from kneewise.present import json, schema
from kneewise.present.guide_text import guide_json
from kneewise.present.insights import insights_json
from kneewise.present.kept import diary_json
from kneewise.present.shoes import shoes_json
from kneewise.web.api import asks
from kneewise.web.api.answers import Said, answer, beside
from kneewise.web.api.bodies import asked
from kneewise.web.api.instance import call
from kneewise.web.visit import Visit


@call("GET /today", asks.read, "Decision", "Today's answer, and why")
def today(request: HttpRequest) -> HttpResponse:
    """Say what may be done today."""
    return answer(request, lambda visit: json.decision_json(visit.decide()))


@call("GET /week", asks.read, "Week", "Seven days from today")
def week(request: HttpRequest) -> HttpResponse:
    """Say seven days, with what was run and how the block of steps goes."""
    return answer(request, _week)


@call("GET /plan", asks.read, "Plan", "The whole plan")
def plan(request: HttpRequest) -> HttpResponse:
    """Say the plan, its week and what it rests on; the exercises and the ankle are in it."""
    return answer(request, _plan)


@call("GET /what-if", asks.read, "What if", "Tomorrow under other scores; nothing is stored",
      takes=asked(*SUPPOSED))  # fmt: skip
def suppose(request: HttpRequest) -> HttpResponse:
    """Suppose the answers that stand behind the address, such as ``?during=8&limp=yes``."""
    said = {name: str(value) for name, value in request.GET.items()}
    return answer(request, lambda visit: what_if_json(what_if(visit.runner, said, at=visit.at)))


@call("GET /diary", asks.read, "Listed diary", "What was logged, newest first")
def list_diary(request: HttpRequest) -> HttpResponse:
    """List entries, beside the day's answer."""
    return answer(
        request,
        lambda visit: beside(visit, diary_json((one.record_id, one) for one in log.lines(visit.runner))),
    )


@call("GET /shoes", asks.read, "Shoes", "What each pair of shoes has run")
def shoes(request: HttpRequest) -> HttpResponse:
    """Say each pair, those in use first, with the inserts that are worn."""
    return answer(request, _shoes)


@call("GET /insights", asks.read, "Listed insights", "What pain went with, by the own diary")
def list_insights(request: HttpRequest) -> HttpResponse:
    """Say what the diary answers, beside the day's answer; while a stop is in force, nothing."""
    return answer(request, _insights)


@call("GET /guide", asks.read, "Guide", "The guide beside its evidence")
def guide(request: HttpRequest) -> HttpResponse:
    """Say every step with both sides."""
    return answer(request, lambda _visit: guide_json())


@call("GET /settings", asks.read, "Choices", "The runner's choices")
def get_settings(request: HttpRequest) -> HttpResponse:
    """Say the choices."""
    return answer(request, lambda visit: {"settings": json.settings_json(settings.get(visit.runner))})


@call("GET /questions", asks.read, "Questions", "The questions of the screening, as JSON Schema")
def questions(request: HttpRequest) -> HttpResponse:
    """Describe what POST /screening and POST /weekly take."""
    return answer(request, lambda _visit: schema.answers_schema(screen.questions(), required_if.needed()))


@call("GET /weekly", asks.read, "Weekly list", "Which signs are asked about each week")
def weekly_list(request: HttpRequest) -> HttpResponse:
    """Say which signs are due to be answered, beside the day's answer."""
    return answer(request, _weekly)


def _insights(visit: Visit) -> Said:
    found = diary_answers.insights(visit.runner, visit.on)
    return beside(visit, insights_json(found, visit.decide().plan))


def _weekly(visit: Visit) -> Said:
    listed = weekly(visit.runner, visit.on)
    return beside(
        visit,
        {
            "offered": listed.offered,
            "signs": [one.key for one in listed.signs],
            "standing": [one.key for one in listed.standing],
        },
    )


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


def _shoes(visit: Visit) -> Said:
    decision, seen = visit.decide(), review.look(visit.runner, visit.on)
    return shoes_json(decision, seen, pairs_of(decision, seen))
