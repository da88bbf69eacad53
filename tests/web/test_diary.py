"""The diary's form: its day, what belongs to what was chosen, and what is wrong said beside its field."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.test import Client

from kneewise.app import log, review
from kneewise.app.import_files import import_paths
from kneewise.store.history import recall_history
from tests.web.told import AT, gpx, screened

if TYPE_CHECKING:
    from pathlib import Path

    from kneewise.app.home import RunnerRef

TODAY, YESTERDAY = AT.date(), AT.date() - timedelta(days=1)


@pytest.fixture
def earlier_run(runner: RunnerRef, tmp_path: Path) -> str:
    """A run of yesterday, which the form chooses first."""
    file = tmp_path / "earlier.gpx"
    file.write_text(gpx("Earlier", at=AT - timedelta(days=1)), encoding="utf-8")
    return import_paths(runner, [file], now=AT).new_activities[0]


def text_of(client: Client, path: str = "/diary/") -> str:
    return client.get(path).content.decode()


def date_of(text: str) -> str:
    found = re.search(r'<input type="date" name="on" value="([^"]*)"', text)
    assert found is not None
    return found[1]


def test_the_day_of_the_form_is_today_whatever_run_is_chosen_first(
    page: Client, runner: RunnerRef, earlier_run: str
) -> None:
    text = text_of(page)

    assert f'value="{earlier_run}" data-about="1" checked' in text
    assert date_of(text) == str(TODAY)


@pytest.mark.parametrize(("run", "score"), [("", "this_morning"), ("unrecorded", "during")])
@pytest.mark.parametrize("on", [TODAY, YESTERDAY])
def test_without_a_known_run_the_day_that_is_shown_counts(
    page: Client, runner: RunnerRef, earlier_run: str, run: str, score: str, on: object
) -> None:
    page.post("/diary/", {"run": run, "side": "right", score: "2", "on": str(on)})

    assert [told.on for told in recall_history(runner).pain] == [on]


def test_a_known_run_is_stored_on_its_own_day(page: Client, runner: RunnerRef, earlier_run: str) -> None:
    page.post("/diary/", {"run": earlier_run, "side": "right", "during": "2", "on": str(TODAY)})

    assert [told.on for told in recall_history(runner).pain] == [YESTERDAY]


def test_each_choice_has_a_line_of_its_own_above_the_page(
    page: Client, runner: RunnerRef, earlier_run: str
) -> None:
    text = text_of(page)

    lines = re.findall(r'class="over about--(\d)">([^<]+)', text)
    assert [number for number, _line in lines] == re.findall(r'data-about="(\d)"', text)
    assert [line for _number, line in lines][1:] == ["A run without a file", "A day without a run"]


def test_without_a_run_its_scores_are_not_kept(page: Client, runner: RunnerRef) -> None:
    page.post("/diary/", {"run": "", "side": "right", "during": "8", "before": "3", "this_morning": "1"})

    told = recall_history(runner).pain[0]
    assert (told.about_run, told.during, told.before, told.morning) == (False, None, None, 1)


def test_a_sign_alone_is_no_line_of_pain(page: Client, runner: RunnerRef, run_id: str) -> None:
    screened(runner)

    answer = page.post("/diary/", {"run": run_id, "side": "right", "sign": ["catching"]})

    assert answer.status_code == 302
    assert recall_history(runner).pain == ()
    assert dict(recall_history(runner).answers[-1].answers) == {"catching_or_clicking": True}


def test_a_sign_alone_sent_twice_is_stored_once(page: Client, runner: RunnerRef, run_id: str) -> None:
    screened(runner)
    before = len(recall_history(runner).answers)

    for _time in range(2):
        page.post("/diary/", {"run": run_id, "side": "right", "sign": ["catching"]})

    assert len(recall_history(runner).answers) == before + 1


@pytest.mark.parametrize(
    ("filled", "field", "said"),
    [
        ({"during": "11"}, "during", "Choose a step from 0 to 10, or “not sure”."),
        ({"side": ""}, "side", "Say which knee it was."),
        ({"on": "2999-01-01"}, "on", "Give a day up to today."),
        ({"on": "someday"}, "on", "Give a day up to today."),
        ({"run": "f" * 12}, "run", "Choose the run again: this one is not among yours."),
        ({"place": ["right-moon"]}, "place", "Touch the places on the drawing."),
        ({"place": ["middle-below_kneecap"]}, "place", "Touch the places on the drawing."),
        ({"sign": ["moon"]}, "sign", "One of these signs is not on the list: choose again."),
        (
            {"sign": ["limp"], "none_else": "yes"},
            "sign",
            "“No limp, no painkiller” goes with neither “Limped” nor “Painkiller”: take one away.",
        ),
    ],
)
def test_what_is_wrong_is_said_beside_its_field_in_words_of_the_page(
    page: Client, runner: RunnerRef, filled: dict[str, str], field: str, said: str
) -> None:
    answer = page.post("/diary/", {"run": "unrecorded", "side": "right", "during": "2", **filled})

    text = answer.content.decode()
    banner = re.search(r'role="alert" aria-labelledby="problem".*?</section>', text, re.DOTALL)
    assert answer.status_code == 422
    assert f'aria-describedby="slip-{field}"' in text
    assert re.search(rf'id="slip-{field}">.*?{re.escape(said)}', text)
    assert banner is not None
    assert said in banner[0]
    assert not re.search(r"after_60min|activity_id|unknown|kneewise ", banner[0])
    assert recall_history(runner).pain == ()


def test_what_is_usual_stands_beside_the_name(page: Client, runner: RunnerRef, run_id: str) -> None:
    for days in (5, 4, 3):
        on = AT - timedelta(days=days)
        log.log_pain(runner, at=on, side="right", about_run=True, before=1, during=2)

    text = text_of(page)

    assert '<span class="note of-right">Usually 1</span>' in text
    assert '<span class="note of-left">0 is no pain</span>' in text


def test_adding_a_score_shows_what_is_kept(page: Client, runner: RunnerRef, run_id: str) -> None:
    page.post("/diary/", {"run": run_id, "side": "right", "during": "2", "before": "unknown"})

    text = text_of(page, f"/diary/?run={run_id}")

    assert "Kept so far, right knee: before\N{NO-BREAK SPACE}?, during\N{NO-BREAK SPACE}2." in text
    assert "Kept so far" not in text_of(page)


def test_who_is_stopped_is_told_so_in_the_diary(page: Client, runner: RunnerRef, run_id: str) -> None:
    screened(runner)
    before = text_of(page)
    page.post("/diary/", {"run": run_id, "side": "right", "sign": ["swelling"]})

    assert review.review(runner, TODAY).plan.urgency.stops_running
    assert "Running is off" not in before
    assert "Running is off" in text_of(page)
