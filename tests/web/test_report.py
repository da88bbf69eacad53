"""The report on the page."""

import pytest
from django.test import Client

from kneewise.app import log
from kneewise.app.home import RunnerRef
from tests.pdf_text import Pdf
from tests.web.told import AT, screened


@pytest.fixture
def told(runner: RunnerRef) -> RunnerRef:
    screened(runner)
    return runner


def test_the_page_says_the_same_as_the_paper(page: Client, told: RunnerRef) -> None:
    shown = page.get("/report/").content.decode()
    (paper,) = Pdf(page.get("/report/kneewise-report.pdf").content).pages

    same = ("Right knee: behind or around the kneecap.", "None is in force.", "This is not a diagnosis.")
    for said in same:
        assert said in shown
        assert said in paper


def test_the_file_has_the_weeks_and_tables_that_were_chosen(page: Client, told: RunnerRef) -> None:
    shown = page.get("/report/?weeks=2&tables=1").content.decode()
    answer = page.get("/report/kneewise-report.pdf?weeks=2&tables=1")

    assert 'href="/report/kneewise-report.pdf?weeks=2&amp;tables=1"' in shown
    assert len(Pdf(answer.content).pages) == 2
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"].startswith('attachment; filename="kneewise-report-2')


def test_the_picture_is_one(page: Client, told: RunnerRef) -> None:
    answer = page.get("/report/page.png")

    assert (answer["Content-Type"], answer.content[:4]) == ("image/png", b"\x89PNG")


@pytest.mark.parametrize("path", ["/report/", "/report/kneewise-report.pdf", "/report/page.png"])
def test_odd_weeks_are_refused(page: Client, path: str) -> None:
    assert page.get(f"{path}?weeks=99").status_code == 400


def test_what_a_runner_wrote_stays_text(page: Client, told: RunnerRef) -> None:
    log.log_clearance(told, at=AT, by="doctor <script>alert(1)</script>", may_run="yes")

    shown = page.get("/report/").content.decode()

    assert "<script>alert" not in shown
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in shown
