"""Home tests: what Calm waits for, and a form for what was tried."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.test import Client

from kneewise.app import log, screen
from kneewise.app.review import review
from kneewise.app.sitting import log_signs
from kneewise.model.findings import Colour, Urgency
from kneewise.store.history import recall_history
from tests.engine.test_exercises import tendon_runner
from tests.web.test_strength import KEY, stop, text
from tests.web.told import AT, calm_answers, screened

if TYPE_CHECKING:
    from kneewise.app.home import RunnerRef

ADDRESS = "/diary/tests/"
OPEN = "Stairs, hops, squats: %s of 3 went well"


@pytest.fixture
def calm(page: Client, runner: RunnerRef, run_id: str) -> Client:
    screened(runner)
    return page


def send(client: Client, **typed: object) -> tuple[int, str]:
    filled = {"form": "tests", "key": KEY, "on": str(AT.date()), "side": "right", **typed}
    answer = client.post(ADDRESS, {name: value for name, value in filled.items() if value != ""})
    return answer.status_code, answer.content.decode()


def kept(runner: RunnerRef) -> list[tuple[str, str, object, int | None, float | None]]:
    return [
        (one.kind.value, one.side.value, one.pain_0_10, one.count, one.duration_min)
        for one in recall_history(runner).tests
    ]


def test_in_calm_it_says_how_each_stands_and_today_and_the_plan_lead_there(calm: Client) -> None:
    said = text(calm, ADDRESS)

    assert said.count("not told yet") == 3
    assert "20 hops on one leg" in said
    assert "Stop once it hurts more than 2 of 10." in said
    assert OPEN % 0 in text(calm, "/")
    assert f'href="{ADDRESS}"' in text(calm, "/plan/")


def test_what_went_well_is_kept_together_and_leaves_today_once_all_did(
    calm: Client, runner: RunnerRef
) -> None:
    some = {"stairs_pain_0_10": 1, "hops_count": 8, "hops_pain_0_10": 0}
    rest = {"hops_count": 20, "hops_pain_0_10": 2, "squats_count": 10, "squats_pain_0_10": 2}
    walk = {"brisk_walk_duration_min": 30, "brisk_walk_pain_0_10": 1}

    assert send(calm, **some)[0] == 302
    assert OPEN % 1 in text(calm, "/")
    assert "not yet" in text(calm, ADDRESS)
    assert send(calm, **rest, **walk, key=KEY.replace("0", "1"))[0] == 302
    assert "Stairs, hops, squats" not in text(calm, "/")
    assert "They all went well." in text(calm, ADDRESS)
    assert kept(runner)[2:] == [
        ("hops", "right", 2, 20, None),
        ("squats", "right", 2, 10, None),
        ("brisk_walk", "right", 1, None, 30.0),
    ]


@pytest.mark.parametrize(
    ("typed", "said", "field"),
    [
        ({}, "Say how at least one of them went.", ""),
        ({"side": "", "stairs_pain_0_10": 1}, "Say which knee it was.", "tests-side"),
        ({"hops_count": 20}, "Say how much it hurt; 0 is no pain.", "hops_pain_0_10"),
        ({"hops_pain_0_10": 1}, "Say how much of it there was.", "tests-hops_count"),
        ({"stairs_pain_0_10": 1, "hops_count": "many", "hops_pain_0_10": 1}, "many", "tests-hops_count"),
    ],
)
def test_a_slip_stands_beside_its_field_and_nothing_is_kept(
    calm: Client, runner: RunnerRef, typed: dict[str, object], said: str, field: str
) -> None:
    code, page = send(calm, **typed)

    assert code == 422
    assert said in page
    assert not field or f'id="slip-{field}"' in page
    assert kept(runner) == []


def test_outside_calm_it_says_that_none_is_asked_for(page: Client) -> None:
    assert "The plan asks for none of these now." in text(page, ADDRESS)


def test_a_stop_stands_in_its_place(calm: Client, runner: RunnerRef) -> None:
    stop(runner)

    assert "Stairs, hops, squats" not in text(calm, ADDRESS)


def test_pain_above_seven_in_a_test_stops_running(calm: Client, runner: RunnerRef) -> None:
    assert send(calm, stairs_pain_0_10=8)[0] == 302
    assert log.lines(runner)[0].payload["pain_0_10"] == 8
    assert "See a doctor or a physiotherapist within the next few days." in text(calm, ADDRESS)


def test_a_walk_gets_its_colour_by_the_page_alone_also_an_hour_later(calm: Client, runner: RunnerRef) -> None:
    walk = {"brisk_walk_duration_min": 30, "brisk_walk_pain_0_10": 1}
    after = {"brisk_walk_after_60min": 0, "brisk_walk_limp": "no", "brisk_walk_painkiller": "no"}
    yesterday = {"on": str(AT.date() - timedelta(days=1))}

    assert send(calm, **walk, **yesterday)[0] == 302
    assert send(calm, **after, **yesterday, key=KEY.replace("0", "1"))[0] == 302
    assert send(calm, **after, **yesterday, key=KEY.replace("0", "1"))[0] == 302
    log.log_pain(runner, at=AT, side="right", morning=0)

    (pain,) = [one for one in recall_history(runner).pain if one.after_60min is not None]
    assert (pain.on, pain.after_60min, pain.limp, pain.painkiller) == (
        AT.date() - timedelta(days=1),
        0,
        False,
        False,
    )
    walks = [one for one in review(runner, AT.date()).colours if one.walk]
    assert [(one.colour, one.missing) for one in walks] == [(Colour.GREEN, ())]


def test_another_pain_under_the_same_key_is_not_taken_for_said(calm: Client, runner: RunnerRef) -> None:
    told = {"hops_count": 20, "hops_pain_0_10": 2}
    assert [send(calm, **told)[0] for _twice in range(2)] == [302, 302]

    code, page = send(calm, hops_count=20, hops_pain_0_10=9)

    assert code == 422
    assert "This form was kept before, with other answers. Save it once more to keep these as well." in page
    assert kept(runner) == [("hops", "right", 2, 20, None)]
    assert send(calm, hops_count=20, hops_pain_0_10=9, key=KEY.replace("0", "1"))[0] == 302
    assert review(runner, AT.date()).plan.urgency is Urgency.WITHIN_DAYS


def test_more_than_was_told_under_a_key_is_not_taken_for_said(calm: Client, runner: RunnerRef) -> None:
    told = {"hops_count": 20, "hops_pain_0_10": 2}
    send(calm, **told)

    assert send(calm, **told, stairs_pain_0_10=9)[0] == 422
    assert len(kept(runner)) == 1


def test_a_slip_in_what_followed_a_walk_keeps_nothing_of_the_form(calm: Client, runner: RunnerRef) -> None:
    code, page = send(calm, stairs_pain_0_10=8, brisk_walk_after_60min=99)

    assert code == 422
    assert 'id="slip-brisk_walk_after_60min"' in page
    assert kept(runner) == []
    assert send(calm, stairs_pain_0_10=8, brisk_walk_after_60min=0)[0] == 302
    assert kept(runner) == [("stairs", "right", 8, None, None)]


def test_beside_a_stop_a_slip_comes_back_and_nobody_is_told_how_to_hop(
    calm: Client, runner: RunnerRef
) -> None:
    stop(runner)

    code, page = send(calm, hops_pain_0_10=9)

    assert code == 422
    assert "Running is off, and so are these tests." in page
    assert "Say how much of it there was." in page
    assert "Stop once it hurts" not in page
    assert "On that leg" not in page


def test_while_a_sign_holds_running_back_nobody_is_told_how_to_hop(calm: Client, runner: RunnerRef) -> None:
    assert "On that leg" in text(calm, ADDRESS)

    log_signs(runner, at=AT, signs={"pain_earlier_each_run": "yes"})

    assert "On that leg" not in text(calm, ADDRESS)
    assert send(calm, hops_count=20, hops_pain_0_10=1)[0] == 302


def test_the_lower_of_two_lines_of_pain_ends_a_test(page: Client, runner: RunnerRef) -> None:
    """A tendon on the right has 3, the left knee that grew sore later 2; the form is of both."""
    at = AT - timedelta(days=6)
    answers = screen.parse_answers(calm_answers(), on=at.date())
    screen.screen(runner, {**answers, **tendon_runner().history.answers[0].answers}, at=at)
    assert "Stop once it hurts more than 3 of 10." in text(page, ADDRESS)

    log.log_pain(runner, at=AT - timedelta(days=1), side="left", morning=2)

    assert {one.pain_0_10 for one in review(runner, AT.date()).plan.home_tests} == {2, 3}
    assert "Stop once it hurts more than 2 of 10." in text(page, ADDRESS)
