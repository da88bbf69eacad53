"""The page of a run takes the pair of shoes that it was in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kneewise.app import log, review, runs
from tests.web.told import AT

if TYPE_CHECKING:
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
