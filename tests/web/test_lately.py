"""What was just kept, taken back or put back is said with what it did; no stop is lifted by one touch."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from kneewise.app import log, review
from kneewise.web import lately
from tests.made_once import SampleRunner
from tests.web.told import AT, make_link, screened, visit

if TYPE_CHECKING:
    from django.test import Client

    from kneewise.app.home import RunnerRef

TODAY = AT.date()


@pytest.fixture(autouse=True)
def nothing_yet() -> None:
    lately.forget()


@pytest.fixture
def sample(sample_runner: SampleRunner) -> tuple[Client, RunnerRef]:
    """The sample runner, whose plan has runs, and the page."""
    runner = sample_runner(AT)
    client = visit()
    client.get(make_link())
    return client, runner


def banner(text: str) -> str:
    """Read the banner, with plain spaces."""
    found = re.search(r'<section class="banner" role="status".*?</section>', text, re.DOTALL)
    return " ".join(re.sub(r"<[^>]+>", " ", found[0]).split()) if found else ""


def save(page: Client, **filled: object) -> str:
    return page.post(
        "/diary/", {"run": "unrecorded", "side": "right", **filled}, follow=True
    ).content.decode()


def stop(page: Client, runner: RunnerRef, sign: str = "giving_way") -> str:
    """Say a sign that stops running, and give the name of what was said."""
    save(page, sign=[sign])
    assert review.review(runner, TODAY).plan.urgency.stops_running
    return next(line for line in log.lines(runner) if line.kind == "answers").record_id


def test_what_the_diary_kept_is_said_with_what_it_changed(sample: tuple[Client, RunnerRef]) -> None:
    page, _runner = sample

    said = banner(save(page, during="6", before="1"))

    assert "Kept: right knee, before 1, during 6." in said
    assert "(was: " in said
    assert said.endswith("Take it back")


def test_what_changed_nothing_is_said_too(page: Client, runner: RunnerRef) -> None:
    screened(runner)
    save(page, during="0", before="0")

    said = banner(save(page, during="0"))

    assert "Nothing in the plan changed." in said


def test_a_sign_that_stops_is_said_on_the_stop(page: Client, runner: RunnerRef) -> None:
    screened(runner)

    said = banner(save(page, sign=["giving_way"], during="2"))

    assert "Kept: right knee, during 2; the knee gives way" in said
    assert "Running is off." in said


def test_a_form_sent_twice_says_the_same(page: Client, runner: RunnerRef) -> None:
    screened(runner)

    first = banner(save(page, during="6"))
    again = banner(save(page, during="6"))

    assert first
    assert again == first


def test_nothing_is_said_of_what_was_taken_back_since(page: Client, runner: RunnerRef) -> None:
    screened(runner)
    answer = page.post("/diary/", {"run": "unrecorded", "side": "right", "during": "6"})
    log.undo(runner, log.lines(runner)[0].record_id, at=AT)

    assert banner(page.get(answer.headers["Location"]).content.decode()) == ""
    assert banner(page.get("/?kept=nothing").content.decode()) == ""


def test_a_stop_is_lifted_only_after_a_question(sample: tuple[Client, RunnerRef]) -> None:
    page, runner = sample
    told = stop(page, runner)

    asked = page.post("/diary/said/", {"record": told}).content.decode()

    assert "Take it back?" in asked
    assert "You said: the knee gives way" in asked
    assert "Without it running is in the plan again: " in asked
    assert review.review(runner, TODAY).plan.urgency.stops_running


def test_what_was_taken_back_and_what_it_did_is_said_and_it_can_be_put_back(
    sample: tuple[Client, RunnerRef],
) -> None:
    page, runner = sample
    told = stop(page, runner)

    back = page.post("/diary/said/", {"record": told, "sure": "yes"}, follow=True).content.decode()
    plan = review.review(runner, TODAY).plan
    put = page.post("/diary/said/", {"record": told, "put": "yes"}, follow=True).content.decode()

    assert banner(back).startswith("Taken back: the knee gives way")
    assert "Running is in the plan again: " in banner(back)
    assert banner(back).endswith("Put it back")
    assert not plan.urgency.stops_running
    assert banner(put).startswith("Put back: the knee gives way")
    assert "Running is off." in banner(put)
    assert review.review(runner, TODAY).plan.urgency.stops_running


def test_put_back_twice_stays_put_back(page: Client, runner: RunnerRef) -> None:
    screened(runner)
    told = stop(page, runner)
    page.post("/diary/said/", {"record": told, "sure": "yes"})

    for _time in range(2):
        page.post("/diary/said/", {"record": told, "put": "yes"})

    assert told in {line.record_id for line in log.lines(runner)}


def test_an_illness_and_a_painkiller_before_a_run_are_asked_about_too(
    sample: tuple[Client, RunnerRef],
) -> None:
    page, runner = sample
    ill = log.log_illness(runner, at=AT).record_id
    of_illness = page.post("/diary/said/", {"record": ill}).content.decode()
    log.undo(runner, ill, at=AT)
    pill = log.log_painkiller(runner, at=AT, before_run=True).record_id

    of_pill = page.post("/diary/said/", {"record": pill}).content.decode()

    assert "Without it running is in the plan again" in of_illness
    assert "Without it running is in the plan again" in of_pill


def test_what_holds_nothing_is_taken_back_at_once(page: Client, runner: RunnerRef) -> None:
    screened(runner)
    told = log.log_sleep(runner, at=AT, hours=7).record_id

    back = page.post("/diary/said/", {"record": told}, follow=True).content.decode()

    assert banner(back) == "Taken back: Sleep, 7 hours. Nothing in the plan changed. Put it back"
