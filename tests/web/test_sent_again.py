"""A form of questions that is sent as it is left, and again when it is saved, tells each answer once."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from kneewise.app import review, screen
from kneewise.model.answers import UNKNOWN
from kneewise.model.findings import Urgency
from kneewise.store.records import RecordKind, recall_records
from tests.web.told import AT, calm_answers

if TYPE_CHECKING:
    from django.test import Client

    from kneewise.app.home import RunnerRef

USUAL = {"usual_runs_per_week": "3", "usual_run_min": "40"}
UNSAID = {"later": "yes"}
"""What the page sends as it is left."""
SIGNS = ["night_pain", "locked_knee", "chest_pain_breathless_or_coughing_blood"]


def key_of(page: Client, address: str = "/screen/") -> str:
    found = re.search(r'name="key" value="([^"]+)"', page.get(address).content.decode())
    assert found is not None
    return found[1]


def urgency(runner: RunnerRef) -> Urgency:
    return review.review(runner, AT.date()).plan.urgency


def sets_told(runner: RunnerRef) -> int:
    return len(recall_records(runner, kind=RecordKind.ANSWERS))


@pytest.fixture(params=SIGNS)
def sign(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def asked(runner: RunnerRef, sign: str) -> RunnerRef:
    """Somebody who answered all but one sign a day ago."""
    answers = {key: said for key, said in calm_answers().items() if key != sign} | USUAL
    day_before = AT - timedelta(days=1)
    screen.screen(runner, screen.parse_answers(answers, on=day_before.date()), at=day_before)
    return runner


def test_not_known_is_asked_once_more_before_it_counts_however_often_a_form_is_sent(
    page: Client, asked: RunnerRef, sign: str
) -> None:
    form = {"key": key_of(page), sign: "unknown"}

    page.post("/screen/", form | UNSAID)
    sent = page.post("/screen/", form)
    page.post("/screen/", form)

    assert sent.status_code == 302
    assert urgency(asked) is Urgency.NONE
    assert review.look(asked, AT.date()).answers[sign] is UNKNOWN
    assert sign in review.review(asked, AT.date()).plan.ask


def test_not_known_in_a_form_of_another_time_counts(page: Client, asked: RunnerRef, sign: str) -> None:
    for _each in range(2):
        page.post("/screen/", {"key": key_of(page), sign: "unknown"})

    assert urgency(asked) >= Urgency.WITHIN_DAYS


@pytest.mark.parametrize("sign", ["night_pain"], indirect=True)
def test_what_was_answered_after_the_page_was_left_is_told_alone(page: Client, asked: RunnerRef) -> None:
    form = {"key": key_of(page), "night_pain": "unknown"}
    page.post("/screen/", form | UNSAID)
    before = sets_told(asked)

    page.post("/screen/", form | {"locked_knee": "no"})
    page.post("/screen/", form | {"locked_knee": "no", "night_pain": "yes"})

    *_, no, yes = recall_records(asked, kind=RecordKind.ANSWERS)
    assert sets_told(asked) == before + 2
    assert (no.payload["answers"], yes.payload["answers"]) == ({"locked_knee": False}, {"night_pain": True})
    assert urgency(asked) is Urgency.WITHIN_DAYS


@pytest.mark.parametrize("later", [{}, UNSAID])
def test_what_was_kept_as_the_page_was_left_is_not_called_unanswered(
    page: Client, runner: RunnerRef, later: dict[str, str]
) -> None:
    form = {"key": key_of(page), "knee": "right", "night_pain": "no"}
    page.post("/screen/", form | UNSAID)

    sent = page.post("/screen/", form | later)

    assert (sent.status_code, sent.headers["Location"]) == (302, "/")
    assert sets_told(runner) == 1


@pytest.mark.parametrize("sign", ["night_pain"], indirect=True)
def test_the_weekly_list_sent_twice_is_told_once(page: Client, asked: RunnerRef) -> None:
    page.post("/screen/", {"key": key_of(page), "night_pain": "no"})
    form = {"form": "weekly", "key": key_of(page, "/screen/?list=1"), "none_new": "yes"}
    before = sets_told(asked)

    assert page.post("/screen/?list=1", form).status_code == 302
    assert page.post("/screen/?list=1", form).status_code == 302

    assert sets_told(asked) == before + 1


def test_a_form_that_comes_back_keeps_its_key(page: Client, asked: RunnerRef) -> None:
    key = key_of(page)

    again = page.post("/screen/", {"key": key})

    assert urgency(asked) is Urgency.NONE
    assert again.status_code == 422
    assert f'name="key" value="{key}"' in again.content.decode()


def test_a_key_that_no_page_made_is_refused(page: Client, asked: RunnerRef, sign: str) -> None:
    before = sets_told(asked)

    again = page.post("/screen/", {"key": "<b>", sign: "no"})

    assert (again.status_code, sets_told(asked)) == (422, before)
    assert "open its page once more" in again.content.decode()
    assert "<b>" not in again.content.decode()
