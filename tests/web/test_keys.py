"""Every form carries a key: sent twice, at once or much later, it is stored once."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from threading import Thread
from typing import TYPE_CHECKING

import pytest
from django.db import connections
from django.test import Client

from kneewise.app import log, sitting
from kneewise.app.review import review
from kneewise.model.errors import UsageError
from kneewise.model.findings import Urgency
from kneewise.store.history import recall_history
from kneewise.store.models import StoredDecision
from tests.web.told import AT, HOST, screened

if TYPE_CHECKING:
    from kneewise.app.home import RunnerRef

KEY = "0a2fa6c3-9bac-4fff-8c27-0000deadbeef"
OTHER = "0a2fa6c3-9bac-4fff-8c27-0000deadbee0"
SMALL = {
    "a night": ("/recovery/", {"form": "sleep", "hours": "7"}),
    "a painkiller": ("/recovery/", {"form": "painkiller", "before_run": "no"}),
    "an illness": ("/recovery/", {"form": "illness", "until": str(AT.date())}),
    "swelling": ("/recovery/", {"form": "swelling", "swelling": "no"}),
    "a pair": ("/shoes/", {"form": "pair", "name": "Blue", "before": "40"}),
    "an insert": ("/shoes/", {"form": "insert", "insert": "wedge", "prescribed_by": "Dr Hill"}),
}
DIARY = {"side": "right", "during": "2", "before": "0", "run": "unrecorded", "sign": "catching"}


@pytest.mark.parametrize("what", SMALL)
def test_a_small_form_that_is_sent_twice_is_one_line(page: Client, runner: RunnerRef, what: str) -> None:
    screened(runner)
    path, sent = SMALL[what]
    before = len(log.lines(runner))

    answers = [page.post(path, {**sent, "key": KEY}).status_code for _time in range(2)]

    assert answers == [302, 302]
    assert len(log.lines(runner)) == before + 1


def test_a_reason_beside_the_plan_is_told_once(page: Client, runner: RunnerRef, run_id: str) -> None:
    on = next(iter(recall_history(runner).activities)).on
    sent = {"form": "beside", "why": "a friend came by", "on": str(on), "key": KEY}

    answers = [page.post("/diary/also/", sent).status_code for _time in range(2)]

    assert answers == [302, 302]
    assert sum(line.kind == "beside_plan" for line in log.lines(runner)) == 1


def test_two_nights_alike_under_two_keys_are_two_lines(page: Client, runner: RunnerRef) -> None:
    for key in (KEY, OTHER):
        page.post("/recovery/", {"form": "sleep", "hours": "7", "key": key})

    assert len(log.lines(runner)) == 2


def test_a_form_that_was_taken_back_is_not_put_back_by_sending_it_again(
    page: Client, runner: RunnerRef
) -> None:
    sent = {"form": "sleep", "hours": "7", "key": KEY}
    page.post("/recovery/", sent)
    log.undo(runner, log.lines(runner)[0].record_id, at=AT + timedelta(minutes=1))

    page.post("/recovery/", sent)

    assert log.lines(runner) == ()


@pytest.mark.parametrize("path", ["/recovery/", "/diary/"])
def test_a_key_that_no_page_of_ours_makes_is_refused(page: Client, runner: RunnerRef, path: str) -> None:
    answer = page.post(path, {"form": "sleep", "hours": "7", **DIARY, "key": "<key>"})

    assert answer.status_code == 422
    assert log.lines(runner) == ()


@pytest.mark.parametrize("path", ["/recovery/", "/shoes/", "/diary/also/"])
def test_each_form_of_a_page_has_a_key_of_its_own(page: Client, runner: RunnerRef, path: str) -> None:
    page.post("/shoes/", {"form": "pair", "name": "Blue", "before": "40"})
    text = page.get(path).content.decode()
    found = re.findall(
        r'name="form" value="(?:\w+)"><input type="hidden" name="key" value="([0-9a-f-]{36})"', text
    )

    assert len(found) == len(set(found)) == text.count('name="form" value=')


def test_a_sitting_is_stored_once_under_its_key(page: Client, runner: RunnerRef) -> None:
    screened(runner)
    page.post("/diary/", {**DIARY, "key": KEY})
    stored = log.lines(runner)

    answer = page.post("/diary/", {**DIARY, "key": KEY})

    assert answer.status_code == 302
    assert log.lines(runner) == stored


def test_other_scores_under_its_key_come_back_and_are_kept_by_saving_once_more(
    page: Client, runner: RunnerRef
) -> None:
    """As after the browser's way back: a score that stops running was dropped, and the page said "Kept"."""
    screened(runner)
    page.post("/diary/", {**DIARY, "key": KEY})
    stored = log.lines(runner)
    worse = {**DIARY, "during": "9"}

    answer = page.post("/diary/", {**worse, "key": KEY})

    text = answer.content.decode()
    (key,) = re.findall(r'name="key" value="([^"]+)"', text)
    assert (answer.status_code, log.lines(runner)) == (422, stored)
    assert "This form was kept before, with other answers. Save it once more to keep these as well." in text
    assert key != KEY
    assert page.post("/diary/", {**worse, "key": key}).status_code == 302
    assert review(runner, AT.date()).plan.urgency is Urgency.WITHIN_DAYS


def test_two_sittings_of_one_instant_are_one(page: Client, runner: RunnerRef) -> None:
    screened(runner)
    decisions = StoredDecision.objects.count()

    def send() -> None:
        client = Client(headers={"host": HOST})
        client.cookies = page.cookies
        client.post("/diary/", {**DIARY, "key": KEY})
        connections.close_all()

    tabs = [Thread(target=send) for _tab in range(4)]
    for tab in tabs:
        tab.start()
    for tab in tabs:
        tab.join()

    assert len(recall_history(runner).pain) == 1
    assert StoredDecision.objects.count() == decisions + 1


def test_what_waited_keeps_the_day_on_which_it_was_told(page: Client, runner: RunnerRef) -> None:
    screened(runner)
    told = AT - timedelta(days=1)

    page.post("/diary/", {**DIARY, "on": str(told.date()), "key": KEY, "told": told.isoformat()})

    history = recall_history(runner)
    assert [one.on for one in history.pain] == [told.date()]
    assert history.pain[0].at == told
    assert [one.on for one in history.answers if "catching_or_clicking" in one.answers][-1] == told.date()


@pytest.mark.parametrize("told", ["yesterday", "2026-11-26T07:12:00", "2026-13-01T00:00:00+00:00"])
def test_an_instant_that_is_none_is_refused(page: Client, runner: RunnerRef, told: str) -> None:
    answer = page.post("/diary/", {**DIARY, "key": KEY, "told": told})

    assert answer.status_code == 422
    assert log.lines(runner) == ()


def test_a_clock_that_is_a_day_ahead_is_said_and_nothing_is_stored(page: Client, runner: RunnerRef) -> None:
    told = AT + timedelta(days=1)
    sent = {**DIARY, "on": str(told.date()), "key": KEY, "told": told.isoformat()}

    answer = page.post("/diary/", sent)
    text = answer.content.decode()

    assert answer.status_code == 422
    assert log.lines(runner) == ()
    assert f'name="key" value="{KEY}"' in text
    assert (
        f'name="told" value="{told.isoformat().replace("+", "&#x2B;")}"' in text or told.isoformat() in text
    )


def test_a_clock_that_is_ahead_within_the_day_tells_of_now(runner: RunnerRef) -> None:
    at = datetime.combine(AT.date(), datetime.min.time(), AT.tzinfo) + timedelta(hours=9)
    pain = {"side": "right", "about_run": False, "morning": "2"}

    sitting.log_sitting(runner, at=at, on=None, pain=pain, signs={}, key=KEY, told_at=at + timedelta(hours=1))

    assert recall_history(runner).pain[0].at == at
    with pytest.raises(UsageError):
        sitting.log_sitting(
            runner, at=at, on=None, pain=pain, signs={}, key=OTHER, told_at=at + timedelta(days=1)
        )
