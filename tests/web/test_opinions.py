"""Was this step helpful? Yes or no, kept here, changed at will, and shown in Insights."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.test import Client

from kneewise.app import log
from kneewise.app.opinions import opinions
from kneewise.app.review import review
from tests.web.told import AT

if TYPE_CHECKING:
    from kneewise.app.home import RunnerRef

STEP = "/guide/step3/"


def test_the_newest_word_on_a_step_counts_and_the_older_stays(page: Client, runner: RunnerRef) -> None:
    for said in ("yes", "no"):
        page.post(STEP, {"helpful": said})

    assert opinions(runner, AT.date()) == {"step3": False}
    assert [line.payload["helpful"] for line in log.lines(runner) if line.kind == "opinion"] == [False, True]
    shown = page.get(STEP).content.decode()
    assert "You said: not helpful." in shown
    assert 'value="no" aria-pressed="true"' in shown


def test_insights_show_it_and_no_plan_looks_at_it(page: Client, runner: RunnerRef) -> None:
    before = review(runner, AT.date())

    page.post("/guide/step1/", {"helpful": "yes"})

    assert "What you found helpful" in page.get("/insights/").content.decode()
    assert review(runner, AT.date()) == before
    assert "helpful" in page.get("/diary/said/").content.decode()


@pytest.mark.parametrize(
    ("path", "said", "status"),
    [(STEP, "perhaps", 400), (STEP, "unknown", 400), (STEP, "", 400), ("/guide/step9/", "yes", 404)],
)
def test_what_is_no_answer_is_refused(
    page: Client, runner: RunnerRef, path: str, said: str, status: int
) -> None:
    assert page.post(path, {"helpful": said}).status_code == status
    assert opinions(runner, AT.date()) == {}


def test_a_form_sent_twice_is_one_word(page: Client, runner: RunnerRef) -> None:
    for _twice in range(2):
        page.post(STEP, {"helpful": "yes", "key": "0123456789abcdef"})

    assert len([line for line in log.lines(runner) if line.kind == "opinion"]) == 1
