"""What the diary hears now and then, and how it reads in what was said."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.test import Client

from kneewise.app import log, review
from tests.web.told import AT

if TYPE_CHECKING:
    from kneewise.app.home import RunnerRef

ADDRESS = "/diary/also/"


@pytest.mark.parametrize(("why", "kept"), [("It felt good", "It felt good"), ("?", "unknown")])
def test_why_a_run_was_made_is_kept_once(
    page: Client, runner: RunnerRef, run_id: str, why: str, kept: str
) -> None:
    on = review.look(runner, AT.date()).activities[-1].on
    said = {"form": "beside", "on": str(on), "why": why}

    answers = [page.post(ADDRESS, said, follow=True) for _twice in range(2)]

    told = [line for line in log.lines(runner) if line.kind == "beside_plan"]
    assert [(line.on, line.payload["why"]) for line in told] == [(on, kept)]
    assert "It is not asked again." in answers[-1].content.decode()


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        ({"why": ""}, "Say why in your own words"),
        ({"why": "fun", "on": "2020-01-01"}, "No run is known of that day"),
        ({"why": "fun", "on": "2999-01-01"}, "in the future"),
    ],
)
def test_a_slip_is_said_in_words_of_the_page(
    page: Client, runner: RunnerRef, run_id: str, sent: dict[str, str], sentence: str
) -> None:
    before = log.lines(runner)

    answer = page.post(ADDRESS, {"form": "beside", **sent})

    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert "--on" not in answer.content.decode()
    assert log.lines(runner) == before


def test_the_diary_leads_here(page: Client, run_id: str) -> None:
    assert f'href="{ADDRESS}"' in page.get("/diary/").content.decode()


def test_what_the_new_forms_keep_can_be_read_and_taken_back(page: Client, runner: RunnerRef) -> None:
    page.post("/shoes/", {"form": "pair", "name": "Grey pair"})
    page.post("/shoes/", {"form": "retire", "name": "Blue pair", "retired": "yes"})
    page.post("/recovery/", {"form": "illness", "on": str(AT.date())})

    text = page.get("/diary/said/").content.decode()

    assert "<b>Shoes</b>: Grey pair<" in text
    assert "<b>Shoes</b>: Blue pair, put away" in text
    assert "<b>Illness</b>: " in text


def test_where_nothing_was_run_nobody_asks_why(page: Client) -> None:
    assert "Why did you run?" not in page.get(ADDRESS).content.decode()


def test_where_something_was_run_the_reason_can_be_said(page: Client, run_id: str) -> None:
    assert "Why did you run?" in page.get(ADDRESS).content.decode()
