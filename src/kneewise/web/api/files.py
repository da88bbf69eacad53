"""Files: what became of those that were offered, and how a program sends some."""

from pathlib import Path
from typing import Any, Final

from django.core.exceptions import SuspiciousOperation
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.http.multipartparser import MultiPartParserError
from django.http.request import UnreadablePostError
from django.utils.translation import gettext as _
from django.views.decorators.http import conditional_page

from kneewise.app import incoming, ledger, receive
from kneewise.app.import_files import ImportReport
from kneewise.app.incoming import NoRoomError
from kneewise.app.receive import TooLongError
from kneewise.model.errors import UsageError
from kneewise.present.ledger import ledger_json
from kneewise.web.api import asks
from kneewise.web.api.answers import beside, no_key
from kneewise.web.api.instance import call
from kneewise.web.uploads import HomeFile, IntoHome, length_b, let_by
from kneewise.web.visit import Visit

FORM: Final = "multipart/form-data"

UNREADABLE: Final = (MultiPartParserError, SuspiciousOperation, UnreadablePostError)
"""A form that was cut or damaged; or that has more fields than any needs, or names that lead somewhere."""

BODY: Final[dict[str, Any]] = {
    "requestBody": {
        "required": True,
        "content": {
            "application/octet-stream": {"schema": {"type": "string", "format": "binary"}},
            FORM: {
                "schema": {
                    "type": "object",
                    "properties": {
                        "file": {"type": "array", "items": {"type": "string", "format": "binary"}}
                    },
                    "required": ["file"],
                }
            },
        },
    }
}


@call("GET /files", asks.read, "Ledger", "Every file ever offered")
@conditional_page
def list_files(request: HttpRequest) -> HttpResponse:
    """Say what became of files."""
    # Its tag is of the list itself: what became of a file may be news while the history is as it was.
    visit = Visit.of(request)
    return JsonResponse(ledger_json(ledger.ledger(visit.runner)))


@call("POST /files", asks.log, "Sent files",
      "Send files of a watch: one as the body, its name in ?name=, or several as a form",
      takes=BODY)  # fmt: skip
def send_file(request: HttpRequest, name: str = "") -> HttpResponse:
    """Take files in; what became of them stands beside the day's answer."""
    no_key(request)
    _see_to_room(request)
    visit = Visit.of(request)
    if request.content_type == FORM:
        report = _of_form(request, visit)
    else:
        report = receive.receive(visit.runner, name, request.read, now=visit.at)
    return JsonResponse(beside(visit, ledger_json(report.files)))


def _see_to_room(request: HttpRequest) -> None:
    """Refuse what is too long before any of it is written."""
    sent_b = length_b(request)
    try:
        if sent_b > receive.MOST_B:
            raise TooLongError
        incoming.see_to_room_for_form(sent_b)
    except (TooLongError, NoRoomError):
        let_by(request)
        raise


def _of_form(request: HttpRequest, visit: Visit) -> ImportReport:
    """Take the files of a form, which are written into the home as they come."""
    request.upload_handlers = [IntoHome(request)]
    try:
        sent = [one for _name, every in request.FILES.lists() for one in every]
    except UNREADABLE as fault:
        raise UsageError(_("The form cannot be read: send it again, with its files.")) from fault
    files = [(one.name or "", Path(one.temporary_file_path())) for one in sent if isinstance(one, HomeFile)]
    return receive.receive_whole(visit.runner, files, now=visit.at)
