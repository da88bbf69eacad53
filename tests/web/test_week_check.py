"""How was the week: four scales, offered by Today when it is time, and no sooner than that again."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.test import Client

from kneewise.app import screen, week
from tests.web.told import AT, calm_answers

if TYPE_CHECKING:
    from kneewise.app.home import RunnerRef

ADDRESS = "/diary/week/"
OFFER = "How was the week? Four short questions"


def text(answer: Any) -> str:
    return str(answer.content.decode())


@pytest.fixture
def screened(runner: RunnerRef) -> RunnerRef:
    screen.screen(runner, screen.parse_answers(calm_answers(), on=AT.date()), at=AT)
    return runner


@pytest.mark.parametrize(("days", "offered"), [(0, False), (5, False), (6, True)])
def test_today_offers_it_from_the_seventh_day(
    page: Client, runner: RunnerRef, days: int, *, offered: bool
) -> None:
    at = AT - timedelta(days=days)
    screen.screen(runner, screen.parse_answers(calm_answers(), on=at.date()), at=at)

    assert (OFFER in text(page.get("/"))) == offered


def test_today_offers_it_until_it_is_answered(page: Client, runner: RunnerRef) -> None:
    at = AT - timedelta(days=6)
    screen.screen(runner, screen.parse_answers(calm_answers(), on=at.date()), at=at)
    assert OFFER in text(page.get("/"))

    kept = page.post(ADDRESS, {"form": "week", "held_back": "4", "doubt": "unknown"}, follow=True)

    assert "Next time in a week." in text(kept)
    assert OFFER not in text(page.get("/"))
    assert [one.held_back for one in week.answered(runner, AT.date())] == [4]


def test_not_sure_is_one_of_the_places_of_each_scale(page: Client, screened: RunnerRef) -> None:
    shown = page.get(ADDRESS).content.decode()

    assert shown.count('value="unknown"') == 4


def test_before_the_first_questions_nothing_is_asked(page: Client) -> None:
    shown = text(page.get(ADDRESS))

    assert "These come after the first questions." in shown
    assert "Keep the week" not in shown
    assert 'href="/screen/">Answer the questions' in shown


def test_an_empty_form_comes_back_with_what_is_missing(page: Client, screened: RunnerRef) -> None:
    answer = page.post(ADDRESS, {"form": "week"})

    assert answer.status_code == 422
    assert "Answer at least one" in text(answer)
    assert "Keep the week" in text(answer)


def test_a_second_answer_in_one_week_is_refused_in_words_of_the_page(
    page: Client, screened: RunnerRef
) -> None:
    page.post(ADDRESS, {"form": "week", "held_back": "4"})

    answer = page.post(ADDRESS, {"form": "week", "held_back": "5"})

    assert answer.status_code == 422
    assert "This week is answered already." in text(answer)
    assert "kneewise log" not in text(answer)


def test_insights_list_the_answers(page: Client, screened: RunnerRef) -> None:
    page.post(ADDRESS, {"form": "week", "held_back": "4", "daily_life": "0"})

    shown = text(page.get("/insights/"))

    assert "Your own four questions" in shown
    assert '<td class="num">4</td><td class="num">–</td><td class="num">0</td>' in shown


def test_what_was_said_of_a_week_can_be_read_and_taken_back(page: Client, screened: RunnerRef) -> None:
    page.post(ADDRESS, {"form": "week", "held_back": "4"})

    assert "running held back 4" in text(page.get("/diary/said/"))
