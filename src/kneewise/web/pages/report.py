"""The report's page: a picture of the paper, the same in words, and what can be chosen."""

from dataclasses import dataclass
from typing import Final
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import ngettext

from kneewise.present.report import Report
from kneewise.web.pages.parts import Choice

WEEKS: Final = (2, 4, 6, 12, 26)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportPage:
    """The whole page.

    Attributes:
        picture: Where the picture of the first page is, and ``file`` the PDF.
    """

    report: Report
    weeks: tuple[Choice, ...]
    tables: bool
    picture: str
    file: str


def show_report(report: Report, *, weeks: int, tables: bool) -> ReportPage:
    """Set the page out."""
    chosen = {"weeks": weeks, **({"tables": 1} if tables else {})}
    asked = urlencode(chosen)
    return ReportPage(
        report=report,
        weeks=tuple(_choice(count, weeks) for count in sorted({*WEEKS, weeks})),
        tables=tables,
        picture=f"{reverse('web:report_page')}?{asked}",
        file=f"{reverse('web:report_pdf')}?{asked}",
    )


def _choice(count: int, chosen: int) -> Choice:
    said = ngettext("%(count)s week", "%(count)s weeks", count) % {"count": count}
    return Choice(id=str(count), said=said, chosen=count == chosen)
