"""What goes elsewhere: the calendar, the report, a backup, the raw record."""

from typing import IO, Final

from django.http import FileResponse, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from kneewise.app import clock, download, export_calendar
from kneewise.app import report as use
from kneewise.model.errors import UsageError
from kneewise.present.report import set_report
from kneewise.present.report_pdf import render_pdf
from kneewise.web.api import asks
from kneewise.web.api.answers import answer_as, no_key
from kneewise.web.api.bodies import TEXT, YES_NO, asked, described, only
from kneewise.web.api.instance import call
from kneewise.web.visit import Visit

ZIP: Final = "application/zip"


@call("GET /calendar.ics", asks.read, "text/calendar", "The days of the plan, for a calendar")
def calendar(request: HttpRequest) -> HttpResponse:
    """Send the calendar."""
    return answer_as(request, _calendar)


@call("GET /report.pdf", asks.read, "application/pdf", "One page for a physio or a doctor",
      takes=asked("weeks", "tables"))  # fmt: skip
def report(request: HttpRequest) -> HttpResponse:
    """Send the report of so many weeks; with ``tables=1`` its figures, too."""
    weeks, tables = use.weeks_of(request.GET.get("weeks")), request.GET.get("tables") == "1"
    return answer_as(request, lambda visit: _report(visit, weeks, tables=tables))


@call("POST /backup", asks.everything, ZIP, "The whole home as one file",
      takes=described({"passphrase": TEXT}))  # fmt: skip
def backup(request: HttpRequest) -> FileResponse:
    """Send a backup, behind a passphrase where one is sent."""
    no_key(request)
    passphrase = only(request, "passphrase").get("passphrase", "")
    if not isinstance(passphrase, str):
        raise UsageError(_("A passphrase is text."), field="passphrase")
    now = clock.local(clock.now(), Visit.of(request).settings)
    return _file(download.backup_file(now=now, passphrase=passphrase))


@call("POST /record", asks.everything, ZIP, "The raw record as CSV and JSON",
      takes=described({"originals": YES_NO}))  # fmt: skip
def record(request: HttpRequest) -> FileResponse:
    """Send the record; with ``originals`` the watch files, too."""
    no_key(request)
    visit, told = Visit.of(request), only(request, "originals")
    originals = told.get("originals") is True
    return _file(download.record_file(visit.runner, now=clock.now(), originals=originals))


def _calendar(visit: Visit) -> HttpResponse:
    content = export_calendar.write(visit.runner, visit.decide())
    return HttpResponse(content, content_type="text/calendar; charset=utf-8")


def _report(visit: Visit, weeks: int, *, tables: bool) -> HttpResponse:
    facts = use.gather(visit.runner, visit.decide(), weeks=weeks)
    return HttpResponse(render_pdf(set_report(facts, tables=tables)), content_type="application/pdf")


def _file(made: IO[bytes]) -> FileResponse:
    return FileResponse(made, content_type=ZIP)
