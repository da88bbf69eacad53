"""The page of tests: it says why nothing can be begun, and on Today what the run is to be."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.test import Client

from kneewise.app import screen
from kneewise.app.trials_seen import current, trials
from kneewise.model.trial_seen import TrialState
from tests.made_once import SampleRunner
from tests.web.test_strength import stop
from tests.web.told import AT, calm_answers, make_link, visit

if TYPE_CHECKING:
    from kneewise.app.home import RunnerRef

ADDRESS = "/insights/try/"


def said(client: Client, path: str = ADDRESS) -> str:
    return client.get(path).content.decode()


@pytest.fixture
def sample(sample_runner: SampleRunner) -> tuple[RunnerRef, Client]:
    """The sample runner with two pairs in turn, who opened the link."""
    runner = sample_runner(AT)
    client = visit()
    client.get(make_link())
    return runner, client


def test_without_a_plan_the_page_says_why_nothing_can_be_begun(page: Client) -> None:
    shown = said(page)

    assert "Running is not in the plan now" in shown
    assert "With fewer than 10 of them scored no answer is possible" in shown
    assert "Begin with the shoes" not in shown


def test_a_test_is_begun_told_on_today_noted_and_stopped(sample: tuple[RunnerRef, Client]) -> None:
    runner, page = sample
    begun = page.post(ADDRESS, {"form": "shoe"}, follow=True).content.decode()
    told = current(runner, AT.date())
    assert told is not None
    assert "The test is on." in begun
    assert ("For your test: run in" in said(page, "/")) is (told.way is not None)

    if told.way is not None:
        assert page.post(ADDRESS, {"form": "ran"}).status_code == 422
        page.post(ADDRESS, {"form": "ran", "as_told": "no"})
        assert [one.as_told for one in trials(runner, AT.date())[0].turns] == [False]

    assert page.post(ADDRESS, {"form": "stop"}).status_code == 422
    page.post(ADDRESS, {"form": "stop", "sure": "yes"})
    assert trials(runner, AT.date())[0].state is TrialState.STOPPED
    assert "Stopped before its end, so there is no answer." in said(page)


def test_a_stop_stands_in_its_place(page: Client, runner: RunnerRef) -> None:
    screen.screen(runner, screen.parse_answers(calm_answers(), on=AT.date()), at=AT)
    stop(runner)

    assert "Try it on yourself" not in said(page)
    assert "Do not run" in said(page)


def test_insights_lead_there(page: Client) -> None:
    assert f'href="{ADDRESS}"' in said(page, "/insights/")
