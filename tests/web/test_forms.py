"""The forms beside the diary: the weekly list, a clearance, a slip taken back, a form sent twice."""

from __future__ import annotations

import re
from datetime import timedelta
from threading import Thread
from typing import TYPE_CHECKING

import pytest
from django.db import connections
from django.test import Client

from kneewise.app import log, review, screen
from kneewise.app.sitting import SAME_SITTING, log_sitting
from kneewise.app.weekly import weekly
from kneewise.model.answers import Origin
from kneewise.model.findings import Urgency
from kneewise.store.history import recall_history
from tests.web.told import AT, calm_answers, screened

if TYPE_CHECKING:
    from kneewise.app.home import RunnerRef

NB = "\N{NO-BREAK SPACE}"
ENTRY = {"side": "right", "during": "2", "before": "0", "run": "unrecorded"}


def screened_before(runner: RunnerRef, days: int, **changed: str) -> None:
    at = AT - timedelta(days=days)
    answers = screen.parse_answers({**calm_answers(), **changed}, on=at.date())
    screen.screen(runner, answers, at=at)


def pains(runner: RunnerRef) -> int:
    return sum(line.kind == "pain" for line in log.lines(runner))


@pytest.mark.parametrize(("days", "offered"), [(1, False), (4, False), (5, True), (6, True), (9, True)])
def test_the_weekly_list_is_offered_from_the_fifth_day(
    page: Client, runner: RunnerRef, run_id: str, days: int, *, offered: bool
) -> None:
    screened_before(runner, days)

    assert weekly(runner, AT.date()).offered == offered


@pytest.mark.parametrize(("days", "offered"), [(0, False), (1, False), (4, False), (5, True)])
def test_a_yes_that_is_asked_about_again_makes_no_list_due(
    page: Client, runner: RunnerRef, run_id: str, days: int, *, offered: bool
) -> None:
    screened_before(runner, days, painkillers_before_runs="yes")

    assert weekly(runner, AT.date()).offered == offered


def test_today_offers_the_list_before_the_plan_pauses(page: Client, runner: RunnerRef, run_id: str) -> None:
    screened_before(runner, 5)

    text = page.get("/").content.decode()

    assert "The weekly list is due" in text
    assert 'href="/screen/"' in text


def test_none_of_these_is_new_answers_every_sign_with_no(
    page: Client, runner: RunnerRef, run_id: str
) -> None:
    screened_before(runner, 8)
    listed = weekly(runner, AT.date()).signs

    answer = page.post("/screen/", {"form": "weekly", "none_new": "yes"})

    told = recall_history(runner).answers[-1]
    assert answer.status_code == 302
    assert told.origin is Origin.WEEKLY
    assert dict(told.answers) == {one.key: False for one in listed}
    assert not review.review(runner, AT.date()).plan.ask
    assert not weekly(runner, AT.date()).offered


def test_a_sign_that_was_touched_stops_and_the_others_are_no(
    page: Client, runner: RunnerRef, run_id: str
) -> None:
    screened_before(runner, 5)

    page.post("/screen/", {"form": "weekly", "new": ["locked_knee"], "none_new": "yes"})

    told = recall_history(runner).answers[-1].answers
    assert told["locked_knee"] is True
    assert told["night_pain"] is False
    assert review.review(runner, AT.date()).plan.urgency is Urgency.SAME_DAY


def test_without_the_last_line_the_others_stay_open(page: Client, runner: RunnerRef, run_id: str) -> None:
    screened_before(runner, 5)

    page.post("/screen/", {"form": "weekly", "new": ["locked_knee"]})

    assert dict(recall_history(runner).answers[-1].answers) == {"locked_knee": True}


def test_a_sign_that_still_stands_is_asked_by_itself(page: Client, runner: RunnerRef, run_id: str) -> None:
    screened_before(runner, 5, bends_less_than_other="yes")
    listed = weekly(runner, AT.date())
    text = page.get("/screen/").content.decode()

    page.post("/screen/", {"form": "weekly", "none_new": "yes"})

    told = recall_history(runner).answers[-1].answers
    assert [one.key for one in listed.standing] == ["bends_less_than_other"]
    assert "bends_less_than_other" not in told
    assert 'name="bends_less_than_other" value="yes"' in text


@pytest.mark.parametrize(
    ("sign", "before", "asked"),
    [
        ("injury", {"injury_on": "2024-01-01", "injury_not_examined": "no"}, "injury_on"),
        ("pain_walking", {"pain_walking_0_10": "2"}, "pain_walking_0_10"),
    ],
)
def test_a_sign_that_is_new_is_followed_by_what_was_told_of_an_earlier_one(
    page: Client, runner: RunnerRef, run_id: str, sign: str, before: dict[str, str], asked: str
) -> None:
    screened_before(runner, 9, **{sign: "yes"}, **before)
    screened_before(runner, 5)

    sent = page.post("/screen/", {"form": "weekly", "new": [sign], "none_new": "yes"})
    text = page.get("/screen/").content.decode()

    assert sent.headers["Location"] == "/screen/"
    assert asked in review.review(runner, AT.date()).plan.ask
    assert f'name="{asked}"' in text


def test_an_unfinished_screening_keeps_what_hangs_on_an_answer_that_changed(
    page: Client, runner: RunnerRef, run_id: str
) -> None:
    kept = {"pain_walking": "no", "pain_walking_0_10": "2"}
    answers = screen.parse_answers({"age_years": "34", **kept}, on=AT.date())
    screen.screen(runner, answers, at=AT - timedelta(days=1))

    page.post("/screen/", {**kept, "pain_walking": "yes", "age_years": "34", "lump": "no"})

    told = recall_history(runner).answers[-1].answers
    assert dict(told) == {"pain_walking": True, "pain_walking_0_10": 2, "lump": False}


@pytest.mark.parametrize("sent", [{}, {"new": ["moon"]}])
def test_an_empty_list_is_not_saved(
    page: Client, runner: RunnerRef, run_id: str, sent: dict[str, list[str]]
) -> None:
    screened(runner)
    before = log.lines(runner)

    answer = page.post("/screen/", {"form": "weekly", **sent})

    assert answer.status_code == 422
    assert "Not saved" in answer.content.decode()
    assert log.lines(runner) == before


@pytest.mark.parametrize(
    "sent",
    [
        {"foot_drop": "yes", "age_years": "300"},
        {"form": "weekly", "foot_drop": "yes"},
        {"form": "weekly", "new": ["foot_drop"], "none_new": "yes", "age_years": "300"},
    ],
)
def test_a_form_that_is_not_saved_hides_no_emergency(
    page: Client, runner: RunnerRef, run_id: str, sent: dict[str, str]
) -> None:
    screened_before(runner, 8)
    before = log.lines(runner)

    answer = page.post("/screen/", sent)
    calm = page.post("/screen/", {"form": "weekly", "age_years": "300"})

    assert answer.status_code == 422
    assert "Do not run. Get emergency help now." in answer.content.decode()
    assert "Get emergency help now." not in calm.content.decode()
    assert log.lines(runner) == before


def test_finish_later_keeps_what_is_there(page: Client, runner: RunnerRef, run_id: str) -> None:
    screened_before(runner, 5)

    answer = page.post("/screen/", {"form": "weekly", "new": ["locked_knee"], "later": "yes"})

    assert answer.headers["Location"] == "/"
    assert dict(recall_history(runner).answers[-1].answers) == {"locked_knee": True}


def test_finish_later_with_nothing_to_keep_just_leaves(page: Client, runner: RunnerRef, run_id: str) -> None:
    screened(runner)
    before = log.lines(runner)

    answers = [
        page.post("/screen/", {"later": "yes"}),
        page.post("/screen/", {"form": "weekly", "later": "y"}),
    ]

    assert {answer.headers["Location"] for answer in answers} == {"/"}
    assert log.lines(runner) == before


def test_a_first_screening_goes_on_where_it_was_left(page: Client, runner: RunnerRef) -> None:
    page.post("/screen/", {"age_years": "34", "night_pain": "no", "later": "yes"})

    text = page.get("/screen/").content.decode()
    page.post("/screen/", {"age_years": "34", "night_pain": "no", "rest_pain": "no", "later": "yes"})

    kept = recall_history(runner).answers
    assert "First some questions." in text
    assert 'name="age_years" value="34"' in text
    assert 'name="night_pain" value="no" checked' in text
    assert [dict(one.answers) for one in kept] == [
        {"age_years": 34, "night_pain": False},
        {"rest_pain": False},
    ]


def test_what_is_wrong_is_said_beside_its_question(page: Client, runner: RunnerRef) -> None:
    answer = page.post("/screen/", {"age_years": "3", "night_pain": "no"})

    text = answer.content.decode()
    assert answer.status_code == 422
    assert text.count("Give a number from 5 to 110, or say that you don’t know.") == 2
    assert "<p>How old are you, in years? Give a number" in text
    assert 'id="slip-age_years"' in text
    assert "for age_years" not in text


def test_the_list_of_a_stopped_runner_begins_with_emergencies(
    page: Client, runner: RunnerRef, run_id: str
) -> None:
    screened_before(runner, 5, swelling="yes")

    text = page.get("/screen/?list=1").content.decode()

    headings = re.findall(r"<h2 id=\"list-(\w+)\">", text)
    assert headings[:4] == ["emergency", "same_day", "injury", "within_days"]
    assert len(headings) == len(set(headings))


def test_the_signs_that_stop_lead_to_where_each_can_be_told(
    page: Client, runner: RunnerRef, run_id: str
) -> None:
    screened(runner)
    link = re.search(r'href="([^"]+)">Log a sign', page.get("/when-to-stop/").content.decode())

    assert link is not None
    text = page.get(link[1]).content.decode()
    assert all(f'name="new" value="{one.key}"' in text for one in weekly(runner, AT.date()).signs)


def test_every_question_can_still_be_answered_by_itself(page: Client, runner: RunnerRef, run_id: str) -> None:
    screened(runner)

    text = page.get("/screen/?each=1").content.decode()

    assert 'name="night_pain" value="unknown"' in text


def test_a_clearance_ends_the_stop(page: Client, runner: RunnerRef, run_id: str) -> None:
    screened_before(runner, 2, locked_knee="yes")
    before = page.get("/").content.decode()

    answer = page.post("/seen/", {"on": str(AT.date()), "by": "Doctor", "may_run": "yes"})

    cleared = recall_history(runner).clearances[-1]
    assert 'href="/seen/"' in before
    assert answer.headers["Location"].startswith("/?kept=")
    assert "Kept: A clinician" in page.get(answer.headers["Location"]).content.decode()
    assert (cleared.on, cleared.by, cleared.may_run) == (AT.date(), "Doctor", True)
    assert not review.review(runner, AT.date()).plan.urgency.stops_running


def test_a_clinicians_no_leaves_the_stop(page: Client, runner: RunnerRef, run_id: str) -> None:
    screened_before(runner, 2, locked_knee="yes")

    page.post("/seen/", {"on": str(AT.date()), "by": "Physiotherapist", "may_run": "no"})

    assert review.review(runner, AT.date()).plan.urgency is Urgency.SAME_DAY


@pytest.mark.parametrize("left_open", ["on", "by", "may_run"])
def test_what_is_left_open_is_said_at_the_top_and_beside_its_field(
    page: Client, runner: RunnerRef, left_open: str
) -> None:
    filled = {"on": str(AT.date()), "by": "Doctor", "may_run": "yes"} | {left_open: ""}

    answer = page.post("/seen/", filled)

    text = answer.content.decode()
    named = re.findall(r'aria-describedby="([^"]+)"', text)
    assert answer.status_code == 422
    assert 'role="alert"' in text
    assert len(named) == 1
    assert f'id="{named[0]}"' in text
    assert not recall_history(runner).clearances


@pytest.mark.parametrize("on", ["2999-01-01", "yesterday"])
def test_a_clearance_has_a_day_that_was(page: Client, runner: RunnerRef, on: str) -> None:
    answer = page.post("/seen/", {"on": on, "by": "Doctor", "may_run": "yes"})

    assert answer.status_code == 422
    assert not recall_history(runner).clearances


def test_what_was_taken_back_counts_no_more(page: Client, runner: RunnerRef, run_id: str) -> None:
    screened(runner)
    page.post("/diary/", {**ENTRY, "sign": ["swelling"]})
    stopped = review.review(runner, AT.date()).plan.urgency
    told = next(line for line in log.lines(runner) if line.kind == "answers")

    answer = page.post("/diary/said/", {"record": told.record_id, "sure": "yes"})

    assert stopped >= Urgency.WITHIN_DAYS
    assert answer.status_code == 302
    assert "Taken back: the knee swells." in page.get(answer.headers["Location"]).content.decode()
    assert "Taken back." not in page.get("/diary/said/").content.decode()
    assert not review.review(runner, AT.date()).plan.urgency.stops_running


def test_what_was_said_is_listed_with_its_words(page: Client, runner: RunnerRef, run_id: str) -> None:
    screened(runner)
    page.post("/diary/", {**ENTRY, "sign": ["swelling"]})
    log.log_test(runner, at=AT, side="left", kind="knee_to_wall", distance_cm=9.5)

    text = page.get("/diary/said/").content.decode()

    assert "<b>Test</b>: left knee, knee to the wall, 9.5 cm" in text
    assert f"<b>Right knee</b>: before{NB}0, during{NB}2" in text
    assert f"<b>Signs of the diary</b>: 1{NB}answer: the knee swells" in text
    assert "<b>First questions</b>: " in text


def test_many_answers_are_taken_back_after_a_question_only(page: Client, runner: RunnerRef) -> None:
    screened(runner)
    told = next(line for line in log.lines(runner) if line.kind == "answers")

    asked = page.post("/diary/said/", {"record": told.record_id}).content.decode()
    kept = log.lines(runner)
    page.post("/diary/said/", {"record": told.record_id, "sure": "yes"})

    assert f"Take back {len(calm_answers())} answers?" in asked
    assert told in kept
    assert told.record_id not in {line.record_id for line in log.lines(runner)}


@pytest.mark.parametrize("record", ["", "f" * 12])
def test_nothing_can_be_taken_back_that_was_not_said(page: Client, runner: RunnerRef, record: str) -> None:
    before = log.lines(runner)

    answer = page.post("/diary/said/", {"record": record})

    assert answer.status_code == 422
    assert log.lines(runner) == before


def test_a_form_sent_twice_is_stored_once(page: Client, runner: RunnerRef, run_id: str) -> None:
    screened(runner)

    filled = {**ENTRY, "sign": ["catching"], "place": ["right-below_kneecap"]}

    answers = [page.post("/diary/", filled) for _time in range(3)]

    (address,) = {answer.headers["Location"] for answer in answers}
    assert re.fullmatch("/[?]kept=[0-9a-f]+", address)
    assert pains(runner) == 1


def test_a_form_sent_again_with_another_score_is_stored(page: Client, runner: RunnerRef) -> None:
    page.post("/diary/", ENTRY)
    page.post("/diary/", {**ENTRY, "during": "3"})

    assert pains(runner) == 2


def test_what_was_taken_back_can_be_said_again(page: Client, runner: RunnerRef) -> None:
    page.post("/diary/", ENTRY)
    page.post("/diary/said/", {"record": log.lines(runner)[0].record_id})

    page.post("/diary/", ENTRY)

    assert pains(runner) == 1


def test_the_same_scores_of_a_later_hour_are_another_sitting(page: Client, runner: RunnerRef) -> None:
    for at in (AT - SAME_SITTING - timedelta(minutes=1), AT):
        log_sitting(runner, at=at, on=AT.date(), pain={"side": "right", "morning": 1}, signs={})

    assert pains(runner) == 2


def test_no_knee_is_guessed(page: Client, runner: RunnerRef) -> None:
    answer = page.post("/diary/", {"during": "2"})

    text = answer.content.decode()
    assert answer.status_code == 422
    assert text.count("Say which knee it was.") == 2
    assert 'aria-describedby="slip-side"' in text


def test_two_clicks_at_one_instant_are_one_entry(page: Client, runner: RunnerRef) -> None:
    def click() -> None:
        pain = {"side": "right", "during": "2", "about_run": True}
        log_sitting(runner, at=AT, on=AT.date(), pain=pain, signs={})
        connections.close_all()

    clicks = [Thread(target=click) for _time in range(4)]
    for one in clicks:
        one.start()
    for one in clicks:
        one.join()

    assert pains(runner) == 1
