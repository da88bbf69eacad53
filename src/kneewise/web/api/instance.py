"""The API itself: how a call is declared, and how it refuses. ``calls`` names the modules of the calls."""

from collections.abc import Callable, Mapping
from http import HTTPStatus
from typing import Any, Final, TypeVar

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils.translation import gettext as _
from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError

from kneewise.app.incoming import IncomingError, NoRoomError
from kneewise.app.receive import TooLongError
from kneewise.model.errors import KneewiseError, UsageError
from kneewise.web.api.asks import May
from kneewise.web.api.problems import TYPE, Refusal, problem

api = NinjaAPI(title="Kneewise", version="1", docs_url=None, openapi_url=None)
"""Its own pages are off: they would come from elsewhere. docs/openapi.json describes every call."""

STATUS: Final = (
    (TooLongError, HTTPStatus.REQUEST_ENTITY_TOO_LARGE),
    (UsageError, HTTPStatus.UNPROCESSABLE_ENTITY),
    (NoRoomError, HTTPStatus.INSUFFICIENT_STORAGE),
    (IncomingError, HTTPStatus.UNPROCESSABLE_ENTITY),
    (KneewiseError, HTTPStatus.SERVICE_UNAVAILABLE),
)
"""The first that a fault is, tells."""

View = TypeVar("View", bound=Callable[..., HttpResponseBase])
Described = Mapping[str, Any]


def call(
    where: str,
    may: May,
    says: str,
    summary: str,
    *,
    takes: Described | None = None,
    more: Mapping[int, str] | None = None,
    name: str | None = None,
) -> Callable[[View], View]:
    """Declare a call.

    Args:
        where: GET, POST or PATCH, and its address.
        may: Who may ask.
        says: What it answers: a shape of docs/json.md or docs/api.md, or the type of a file.
        summary: In one line.
        takes: Its body, or what may stand behind its address.
        more: Shapes of other answers, by their status.
        name: Of the call; that of its function where it is not said.
    """
    method, path = where.split(" ")

    def declare(view: View) -> View:
        responses = {status: said(shape) for status, shape in {200: says, **(more or {})}.items()}
        extra = {
            **(takes or {}),
            "responses": {**responses, "default": said("Problem", TYPE)},
            "x-scope": may.scope.word,
        }
        api.api_operation(
            [method],
            path,
            auth=may,
            summary=summary,
            operation_id=name or view.__name__,
            openapi_extra=extra,
        )(view)
        return view

    return declare


def said(shape: str, content_type: str = "application/json") -> Described:
    """Describe an answer: of a shape, or a file of a type."""
    if "/" in shape:
        return {
            "description": "A file",
            "content": {shape: {"schema": {"type": "string", "format": "binary"}}},
        }
    schema = {"$ref": f"#/components/schemas/{shape_id(shape)}"}
    return {"description": shape, "content": {content_type: {"schema": schema}}}


def shape_id(shape: str) -> str:
    """Write the name of a shape as OpenAPI takes it: ``One run`` is ``OneRun``."""
    return "".join(word.capitalize() for word in shape.split())


@api.exception_handler(Refusal)
def _refused(_request: HttpRequest, refusal: Refusal) -> HttpResponse:
    return problem(refusal.status, str(refusal), wait_s=refusal.wait_s)


@api.exception_handler(KneewiseError)
def _fault(_request: HttpRequest, fault: KneewiseError) -> HttpResponse:
    status = next(status for kind, status in STATUS if isinstance(fault, kind))
    return problem(status, str(fault), field=fault.field)


@api.exception_handler(ValidationError)
def _invalid(_request: HttpRequest, fault: ValidationError) -> HttpResponse:
    names: list[Any] = [one["loc"][-1] for one in fault.errors]
    told = _("This is missing or cannot be that: %(names)s.") % {"names": ", ".join(map(str, names))}
    return problem(HTTPStatus.UNPROCESSABLE_ENTITY, told, field=str(names[0]))


@api.exception_handler(HttpError)
def _http(_request: HttpRequest, fault: HttpError) -> HttpResponse:
    return problem(HTTPStatus(fault.status_code), str(fault))
