"""The API itself, and how it refuses. The calls are in the modules that ``calls`` names."""

from http import HTTPStatus
from typing import Any, Final

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError
from ninja.operation import Operation

from kneewise.app.incoming import IncomingError, NoRoomError
from kneewise.app.receive import TooLongError
from kneewise.model.errors import KneewiseError, UsageError
from kneewise.web.api.problems import Refusal, problem


class Calls(NinjaAPI):
    """Names each call after its function, wherever that stands."""

    def get_openapi_operation_id(self, operation: Operation) -> str:  # type: ignore[explicit-override]  # 3.11 has no word for it.
        """Name a call."""
        name: str = operation.view_func.__name__
        return name


api = Calls(title="Kneewise", version="1", docs_url=None, openapi_url=None)
"""Its own pages are off: they would come from elsewhere. docs/openapi.json describes every call."""

STATUS: Final = (
    (TooLongError, HTTPStatus.REQUEST_ENTITY_TOO_LARGE),
    (UsageError, HTTPStatus.UNPROCESSABLE_ENTITY),
    (NoRoomError, HTTPStatus.INSUFFICIENT_STORAGE),
    (IncomingError, HTTPStatus.UNPROCESSABLE_ENTITY),
    (KneewiseError, HTTPStatus.SERVICE_UNAVAILABLE),
)
"""The first that a fault is, tells."""


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
    said = _("This is missing or cannot be that: %(names)s.") % {"names": ", ".join(map(str, names))}
    return problem(HTTPStatus.UNPROCESSABLE_ENTITY, said, field=str(names[0]))


@api.exception_handler(HttpError)
def _http(_request: HttpRequest, fault: HttpError) -> HttpResponse:
    return problem(HTTPStatus(fault.status_code), str(fault))
