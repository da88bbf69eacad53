"""How every call answers: with the state it rests on, and not at all where the asker has that state."""

from collections.abc import Callable, Mapping
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext as _

from kneewise.app import review
from kneewise.app.writing import Logged
from kneewise.model.errors import UsageError
from kneewise.present.json import Json, answer_json
from kneewise.present.kept import kept_json
from kneewise.web.visit import Visit

Said = Mapping[str, Json]


def answer(request: HttpRequest, make: Callable[[Visit], Said]) -> HttpResponse:
    """Answer a question, or say 304."""
    return answer_as(request, lambda visit: JsonResponse(make(visit)))


def answer_as(request: HttpRequest, make: Callable[[Visit], HttpResponse]) -> HttpResponse:
    """Answer in any form, or say 304: what it rests on is the history, the day, and the versions."""
    visit = Visit.of(request)
    tag = f'"{review.tag(visit.runner, visit.at)}"'
    known = tag in request.headers.get("If-None-Match", "").replace("W/", "")
    said = HttpResponse(status=HTTPStatus.NOT_MODIFIED) if known else make(visit)
    said["ETag"] = tag
    return said


def beside(visit: Visit, said: Said) -> Said:
    """Put the day's answer beside what says something of running by itself."""
    return {"answer": answer_json(visit.decide()), **said}


def kept(logged: Logged) -> HttpResponse:
    """Answer a write."""
    return JsonResponse(kept_json(logged.record_id, logged.done.value, logged.decision, logged.difference))


def key_of(request: HttpRequest) -> str:
    """Read the key under which a write is made once; empty where none was sent."""
    return request.headers.get("Idempotency-Key", "").lower()


def no_key(request: HttpRequest) -> None:
    """Refuse a key where it would not be held to: whoever sends one relies on it."""
    if key_of(request):
        raise UsageError(_("This call takes no Idempotency-Key: send it without."))
