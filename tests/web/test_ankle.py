"""Ankle: the test of both sides over time, a form for a new one, and a drill that is optional where it is."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.test import Client

from kneewise.app import log
from kneewise.store.history import recall_history
from tests.web.test_strength import KEY, stop, text
from tests.web.told import AT, screened

if TYPE_CHECKING:
    from kneewise.app.home import RunnerRef


@pytest.fixture
def screened_page(page: Client, runner: RunnerRef, run_id: str) -> Client:
    screened(runner)
    return page


def reach(runner: RunnerRef, left: float, right: float, *, days_ago: int = 0) -> None:
    at = AT - timedelta(days=days_ago)
    for side, cm in (("left", left), ("right", right)):
        log.log_test(runner, at=at, side=side, kind="knee_to_wall", distance_cm=cm)


def test_without_a_test_it_says_what_a_test_is_for(screened_page: Client) -> None:
    said = text(screened_page, "/ankle/")

    assert "Not tested yet." in said
    assert "A few minutes a day for the ankle." in said
    assert "75 s each leg" in said
    assert "10 slow ones" in said
    assert "What the guide says" in said


def test_both_sides_are_shown_with_what_changed_and_drawn(screened_page: Client, runner: RunnerRef) -> None:
    reach(runner, 7, 8, days_ago=10)
    reach(runner, 9, 7.5)

    said = text(screened_page, "/ankle/")

    assert "+2 cm since" in said
    assert "\N{MINUS SIGN}0.5 cm since" in said
    assert 'role="img" aria-label="Left ankle: 7 cm on' in said
    assert "The shorter side reaches 7.5 cm, less than 10." in said


def test_sides_that_reach_far_enough_and_not_alike_are_said_to(
    screened_page: Client, runner: RunnerRef
) -> None:
    reach(runner, 10, 14)

    assert "Both sides reach 10 cm or more, but not alike." in text(screened_page, "/ankle/")


def test_supple_ankles_make_the_drill_optional_and_it_is_said(
    screened_page: Client, runner: RunnerRef
) -> None:
    reach(runner, 11, 12)

    said = text(screened_page, "/ankle/")

    assert "The ankle drill is optional." in said
    assert "Both ankles reach far enough and alike" in said
    assert 'href="/ankle/go/"' in said


def test_before_the_questions_there_is_no_drill(page: Client) -> None:
    said = text(page, "/ankle/")

    assert "Some answers first." in said
    assert 'href="/ankle/go/"' not in said
    assert page.get("/ankle/go/").status_code == 302


def test_a_drill_that_was_left_has_its_own_exercises(screened_page: Client) -> None:
    form = text(screened_page, "/ankle/go/?exercise=wall_pulses")

    assert re.findall(r'name="exercise" value="(\w+)"', form) == ["wall_pulses"]


def test_a_drill_that_hurt_is_taken_out(screened_page: Client, runner: RunnerRef) -> None:
    log.log_exercise(runner, at=AT - timedelta(days=1), exercise="wall_pulses", during=6)

    said = text(screened_page, "/ankle/")

    assert "Ankle pulses against a wall: taken out" in said
    assert 'id="wall_pulses"' not in said
    assert "150 s each leg" in said


def test_a_test_of_both_sides_is_stored_once(screened_page: Client, runner: RunnerRef) -> None:
    sent = {"key": KEY, "on": str(AT.date()), "left": "9,5", "right": "8"}

    answers = [screened_page.post("/ankle/", sent) for _twice in range(2)]

    assert [one.status_code for one in answers] == [302, 302]
    assert [(one.side, one.distance_cm) for one in recall_history(runner).tests] == [
        ("left", 9.5),
        ("right", 8.0),
    ]


def test_one_side_is_enough(screened_page: Client, runner: RunnerRef) -> None:
    screened_page.post("/ankle/", {"key": KEY, "right": "8"})

    assert [one.side for one in recall_history(runner).tests] == ["right"]


@pytest.mark.parametrize(
    ("sent", "said", "field"),
    [
        ({"left": "8", "right": "far"}, "“far” is no number", "right"),
        ({"left": "41"}, "“41” is no number", "left"),
        ({}, "Say how far at least one knee reached", "left"),
        ({"left": "8", "on": "2999-01-01"}, "in the future", "on"),
    ],
)
def test_a_slip_is_said_beside_its_field_and_what_was_typed_stays(
    screened_page: Client, runner: RunnerRef, sent: dict[str, str], said: str, field: str
) -> None:
    answer = screened_page.post("/ankle/", {"key": KEY, **sent})

    body = answer.content.decode()
    assert answer.status_code == 422
    assert said in body
    assert f'id="slip-{field}"' in body or not field
    assert all(f'value="{value}"' in body for value in sent.values())
    assert recall_history(runner).tests == ()


def test_in_a_stop_a_test_that_was_done_is_kept_and_no_drill_is_offered(
    screened_page: Client, runner: RunnerRef
) -> None:
    stop(runner)

    slipped = screened_page.post("/ankle/", {"key": KEY, "left": "far"})
    kept = screened_page.post("/ankle/", {"key": KEY, "left": "8"})

    assert slipped.status_code == 422
    assert b'href="/ankle/go/"' not in slipped.content
    assert kept.status_code == 302
    assert len(recall_history(runner).tests) == 1


def test_the_drill_is_led_like_a_session_and_told_in_one_form(
    screened_page: Client, runner: RunnerRef
) -> None:
    form = text(screened_page, "/ankle/go/")
    sent = {
        "key": KEY,
        "exercise": ["calf_stretch", "wall_pulses", "step_ups"],
        "calf_stretch-left": "75",
        "calf_stretch-right": "75",
        "step_ups-both": "10",
        "step_ups-pain": "2",
    }

    answer = screened_page.post("/ankle/go/", sent)

    assert 'data-hold="75"' in form
    assert answer.status_code == 302
    assert [(one.exercise, one.hold_s, one.repetitions) for one in recall_history(runner).exercises] == [
        ("calf_stretch", (75,), ()),
        ("step_ups", (), (10,)),
    ]
    assert "forget.js" in text(screened_page, answer.headers["Location"])


def test_a_slip_in_the_drill_keeps_what_was_typed(screened_page: Client, runner: RunnerRef) -> None:
    sent = {"key": KEY, "exercise": ["step_ups"], "step_ups-both": "ten"}

    answer = screened_page.post("/ankle/go/", sent)

    assert answer.status_code == 422
    assert b'value="ten"' in answer.content
    assert recall_history(runner).exercises == ()
