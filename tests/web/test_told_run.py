"""A run without a file on the diary's page: its minutes and its hour beside the scores."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from kneewise.app import runs
from kneewise.store.history import recall_history
from kneewise.web.pages.diary import UNRECORDED
from tests.web.told import AT, screened

if TYPE_CHECKING:
    from django.test import Client

    from kneewise.app.home import RunnerRef

TODAY = AT.date()
FILLED = {"run": UNRECORDED, "side": "right", "during": "1", "minutes": " 26 ", "began": "13:10"}


def test_a_run_and_how_the_knee_was_are_one_form(page: Client, runner: RunnerRef) -> None:
    screened(runner)

    answer = page.post("/diary/", {**FILLED, "on": str(TODAY)}, follow=True)

    (run,) = runs.runs(runner, on=TODAY)
    (said,) = recall_history(runner).pain
    assert (run.running_min, f"{run.local_start:%H:%M}") == (26, "13:10")
    assert (said.activity_id, said.about_run, said.during) == (run.activity_id, True, 1)
    text = " ".join(re.sub(r"<[^>]+>", " ", answer.content.decode()).split())
    assert "Kept: A run without a file, 26 min, began at 13:10; right knee" in text
    assert "told by you" in page.get("/runs/").content.decode()


def test_it_is_then_the_run_that_the_form_asks_about(page: Client, runner: RunnerRef) -> None:
    page.post("/diary/", FILLED)

    (run,) = runs.runs(runner, on=TODAY)
    assert f'value="{run.activity_id}" data-about="1" checked' in page.get("/diary/").content.decode()


def test_the_minutes_alone_can_be_told(page: Client, runner: RunnerRef) -> None:
    page.post("/diary/", {"run": UNRECORDED, "side": "right", "minutes": "26"})

    assert len(runs.runs(runner, on=TODAY)) == 1
    assert recall_history(runner).pain == ()


def test_minutes_that_belong_to_another_choice_are_not_kept(page: Client, runner: RunnerRef) -> None:
    page.post("/diary/", {"run": "", "side": "right", "this_morning": "1", "minutes": "26"})

    assert runs.runs(runner, on=TODAY) == ()


@pytest.mark.parametrize(
    ("changed", "field", "said"),
    [
        ({"minutes": "0"}, "minutes", "“0” is no number for the minutes of running"),
        ({"minutes": ""}, "minutes", "Say the minutes of running as well."),
        ({"began": "23:59"}, "began", "23:59 is still to come"),
    ],
)
def test_a_slip_stands_beside_its_field_and_nothing_is_kept(
    page: Client, runner: RunnerRef, changed: dict[str, str], field: str, said: str
) -> None:
    answer = page.post("/diary/", {**FILLED, **changed})

    text = answer.content.decode()
    assert answer.status_code == 422
    assert f'id="slip-{field}"' in text
    assert said in text
    assert 'name="minutes"' in text
    assert (recall_history(runner).pain, runs.runs(runner, on=TODAY)) == ((), ())


def test_a_run_that_is_known_is_not_told_once_more(page: Client, runner: RunnerRef, run_id: str) -> None:
    answer = page.post("/diary/", {**FILLED, "began": ""})

    assert answer.status_code == 422
    assert "if this was another one, say when it began." in answer.content.decode()
    assert [one.activity_id for one in runs.runs(runner, on=TODAY)] == [run_id]


def test_pages_about_files_lead_to_it(page: Client, runner: RunnerRef) -> None:
    address = f"/diary/?run={UNRECORDED}"

    assert address in page.get("/files/").content.decode()
    assert address in page.get("/runs/").content.decode()
    assert f'value="{UNRECORDED}" data-about="1" checked' in page.get(address).content.decode()
