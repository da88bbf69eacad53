"""The page of a run takes the pair of shoes that it was in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kneewise.app import log, review, runs
from kneewise.app.import_files import import_paths
from tests.web.told import AT, gpx

if TYPE_CHECKING:
    from pathlib import Path

    from django.test import Client

    from kneewise.app.home import RunnerRef

ASKS = "In which pair did you run?"


@pytest.fixture
def shod(runner: RunnerRef) -> RunnerRef:
    """Two pairs in use, and one that was put away."""
    for name in ("Red <Racer>", "Blue", "Old"):
        log.log_shoe(runner, at=AT, name=name, retired="yes" if name == "Old" else "no")
    return runner


def said(client: Client, path: str) -> str:
    answer = client.get(path, follow=True)
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_run_takes_its_pair_and_says_so(page: Client, shod: RunnerRef, run_id: str) -> None:
    form = said(page, f"/runs/{run_id}/")
    answer = page.post(f"/runs/{run_id}/", {"form": "worn", "shoe": "Red <Racer>"})

    (run,) = runs.runs(shod, on=AT.date())
    assert run.shoe == "Red <Racer>"
    assert answer["Location"] == f"/runs/{run_id}/?saved=worn"
    after = said(page, answer["Location"])
    assert "Kept. This run was in Red &lt;Racer&gt;." in after
    assert 'value="Red &lt;Racer&gt;" checked' in after
    assert (ASKS in form, 'value="Blue"' in form, 'value="Old"' in form) == (True, True, False)
    assert review.look(shod, AT.date()).shoe_km["Red <Racer>"] > 0


def test_the_pair_stands_in_the_diary_and_can_be_taken_back(
    page: Client, shod: RunnerRef, run_id: str
) -> None:
    page.post(f"/runs/{run_id}/", {"form": "worn", "shoe": "Blue"})

    listed = said(page, "/diary/said/")
    (told,) = (one for one in log.lines(shod) if one.kind == "run")

    assert "About a run" in listed
    assert f'value="{told.record_id}"' in listed
    assert run_id not in listed


def test_a_ride_is_asked_for_no_pair(page: Client, shod: RunnerRef, tmp_path: Path) -> None:
    file = tmp_path / "ride.gpx"
    file.write_text(gpx("ride").replace("<type>running</type>", "<type>cycling</type>"), encoding="utf-8")
    (ride,) = import_paths(shod, [file], now=AT).new_activities

    assert ASKS not in said(page, f"/runs/{ride}/")


def test_a_link_that_says_kept_of_a_run_without_a_pair_says_nothing(
    page: Client, shod: RunnerRef, run_id: str
) -> None:
    assert "Kept." not in said(page, f"/runs/{run_id}/?saved=worn")


def test_a_pair_that_was_put_away_stays_the_choice_of_a_run_that_was_in_it(
    page: Client, shod: RunnerRef, run_id: str
) -> None:
    page.post(f"/runs/{run_id}/", {"form": "worn", "shoe": "Blue"})
    log.log_shoe(shod, at=AT, name="Blue", retired="yes")

    assert 'value="Blue" checked' in said(page, f"/runs/{run_id}/")


def test_one_form_sent_twice_tells_the_pair_once(page: Client, shod: RunnerRef, run_id: str) -> None:
    for shoe in ("Blue", "Red <Racer>"):
        page.post(f"/runs/{run_id}/", {"form": "worn", "shoe": shoe, "key": "0123456789abcdef"})

    (run,) = runs.runs(shod, on=AT.date())
    assert run.shoe == "Blue"


def test_without_a_pair_nothing_is_asked(page: Client, runner: RunnerRef, run_id: str) -> None:
    assert ASKS not in said(page, f"/runs/{run_id}/")


@pytest.mark.parametrize(
    ("shoe", "sentence"),
    [("", "Choose the pair."), ("Green", "no pair called “Green”, but Red &lt;Racer&gt;")],
)
def test_what_is_no_pair_is_said_beside_the_form(
    page: Client, shod: RunnerRef, run_id: str, shoe: str, sentence: str
) -> None:
    answer = page.post(f"/runs/{run_id}/", {"form": "worn", "shoe": shoe})

    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert '<details class="why gap" open>' in answer.content.decode()


def test_a_run_that_is_not_there_takes_none(page: Client, shod: RunnerRef) -> None:
    assert page.post("/runs/ffffffffffffffff/", {"form": "worn", "shoe": "Blue"}).status_code == 404
