"""Runs: all of them, one in full, and how sessions and days are put in order."""

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext as _

from kneewise.app import columns, move, runs, sessions
from kneewise.app.as_json import run_json
from kneewise.app.move import MovedRun
from kneewise.model.errors import UsageError
from kneewise.present import json
from kneewise.present.kept import kept_move_json
from kneewise.web.api import asks
from kneewise.web.api.answers import Said, answer, beside, kept, no_key
from kneewise.web.api.bodies import TEXT, asked, described, only
from kneewise.web.api.instance import call
from kneewise.web.visit import Visit

TWO_DAYS = described({"from": TEXT, "to": TEXT}, ("from", "to"))


@call("GET /runs", asks.read, "Listed runs", "Running sessions, the latest last")
def list_runs(request: HttpRequest) -> HttpResponse:
    """List sessions, beside the day's answer."""
    return answer(request, lambda visit: beside(visit, _runs(visit)))


@call("GET /runs/{run_id}", asks.read, "Shown run", "One session of any sport in full")
def get_run(request: HttpRequest, run_id: str) -> HttpResponse:
    """Say what was measured, how the knee took it and which files it came in, beside the day's answer."""
    return answer(request, lambda visit: beside(visit, run_json(runs.run(visit.runner, run_id, on=visit.on))))


@call("GET /runs/{run_id}/columns", asks.read, "Listed columns", "What the file of a session holds")
def get_columns(request: HttpRequest, run_id: str) -> HttpResponse:
    """Say which columns its file has, beside the day's answer."""
    return answer(
        request,
        lambda visit: beside(visit, {"tables": json.plain(columns.columns(visit.runner, run_id))}),
    )


@call("POST /runs/{run_id}/split", asks.everything, "Kept", "Take a session apart into its files")
def split_run(request: HttpRequest, run_id: str) -> HttpResponse:
    """Make each file of a session one of its own; undoing the entry puts them together again."""
    no_key(request)
    visit = Visit.of(request)
    return kept(sessions.split(visit.runner, run_id, at=visit.at))


@call("POST /runs/{run_id}/join", asks.everything, "Kept", "Say that another session is this one",
      takes=described({"other": TEXT}, ("other",)))  # fmt: skip
def join_runs(request: HttpRequest, run_id: str) -> HttpResponse:
    """Take two sessions for one, under the name of the first; undoing the entry takes them apart again."""
    no_key(request)
    visit, told = Visit.of(request), only(request, "other")
    if not isinstance(told.get("other"), str):
        raise UsageError(_("Send “other”, the id of the other session."), field="other")
    return kept(sessions.join(visit.runner, run_id, told["other"], at=visit.at))


@call("GET /moves", asks.read, "Moved run", "What would come of a run on another day; nothing is stored",
      takes=asked("from", "to"))  # fmt: skip
def ask_move(request: HttpRequest) -> HttpResponse:
    """Look whether the rules allow it."""
    days = [request.GET.get(name, "") for name in ("from", "to")]
    return answer(request, lambda visit: _moved(move.ask(visit.runner, *days, at=visit.at)))


@call("POST /moves", asks.everything, "Moved run", "Have the run of one day on another",
      takes=TWO_DAYS, more={409: "Moved run"})  # fmt: skip
def move_run(request: HttpRequest) -> HttpResponse:
    """Move a run where the rules allow it, else name the rule."""
    no_key(request)
    visit, told = Visit.of(request), only(request, "from", "to")
    if set(told) != {"from", "to"}:
        raise UsageError(_("Send “from” and “to”, two days."))
    found = move.move(visit.runner, told["from"], told["to"], at=visit.at)
    return JsonResponse(_moved(found), status=HTTPStatus.OK if found.answer.done else HTTPStatus.CONFLICT)


def _moved(found: MovedRun) -> Said:
    return kept_move_json(found.record_id, found.answer, found.decision, found.difference)


def _runs(visit: Visit) -> Said:
    return {"runs": [json.activity_json(one) for one in runs.runs(visit.runner, on=visit.on)]}
