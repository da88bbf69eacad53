"""The report: how it looks, and the file to take along."""

from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from kneewise.app import report as use
from kneewise.model.errors import UsageError
from kneewise.present.report import Report, set_report
from kneewise.present.report_pdf import render_pages, render_pdf
from kneewise.web.pages.report import show_report
from kneewise.web.visit import Visit


def report(request: HttpRequest) -> HttpResponse:
    """Show the report, what it says in words, and a form to choose its weeks."""
    page = show_report(_set(request), weeks=_weeks(request), tables=_has_tables(request))
    return render(request, "web/report.html", {"place": "report", "page": page})


def report_pdf(request: HttpRequest) -> HttpResponse:
    """Send the file."""
    made = _set(request)
    answer = HttpResponse(render_pdf(made), content_type="application/pdf")
    answer["Content-Disposition"] = f'attachment; filename="kneewise-report-{made.on.isoformat()}.pdf"'
    return answer


def report_page(request: HttpRequest) -> HttpResponse:
    """Send its first page as a picture."""
    return HttpResponse(render_pages(_set(request))[0], content_type="image/png")


def _set(request: HttpRequest) -> Report:
    visit = Visit.of(request)
    facts = use.gather(visit.runner, visit.decide(), weeks=_weeks(request))
    return set_report(facts, tables=_has_tables(request))


def _weeks(request: HttpRequest) -> int:
    try:
        return use.weeks_of(request.GET.get("weeks"))
    except UsageError as slip:
        raise BadRequest from slip


def _has_tables(request: HttpRequest) -> bool:
    return request.GET.get("tables") == "1"
