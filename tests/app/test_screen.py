from datetime import date, timedelta

import pytest

from kneewise.app import log, screen
from kneewise.app import settings as choices
from kneewise.app.home import RunnerRef
from kneewise.app.sample_runner import tell_story
from kneewise.model.answers import UNKNOWN, QuestionKind
from kneewise.model.errors import UsageError
from kneewise.model.findings import Urgency
from kneewise.store.history import recall_history
from kneewise.store.runners import last_step
from tests.app.samples import NOW

TODAY = NOW.date()


def told() -> dict[str, object]:
    """The sample runner's answers, as if they were given today."""
    first = next(said for said in tell_story(TODAY + timedelta(days=10)).said if said.kind == "screen")
    return dict(first.said)


@pytest.mark.parametrize(
    ("raw", "sentence"),
    [
        ({"knee": "middle"}, "“middle” is no knee: say left, right or both."),
        ({"pain_this_morning": 11}, "“11” is no score for pain_this_morning"),
        ({"pain_started_on": "2027-01-01"}, "2027-01-01 is in the future"),
        ({"age_years": 300}, "“300” is no number for age_years: say one from 5 to 110"),
        ({"shoe_size": 42}, "There is no question “shoe_size”"),
        ({"places": ["elbow"]}, "“elbow” is not one of the answers for places"),
        ({"places": 7}, "places takes a list"),
        ({"limp": "perhaps"}, "“perhaps” is no answer for limp"),
    ],
)
def test_an_answer_that_cannot_be_is_one_sentence(raw: dict[str, object], sentence: str) -> None:
    with pytest.raises(UsageError, match=sentence):
        screen.parse_answers(raw, on=TODAY)


def test_unknown_is_an_answer_to_every_question_and_nothing_is_none() -> None:
    keys = [question.key for question in screen.questions()]

    unknown = screen.parse_answers(dict.fromkeys(keys, "unknown"), on=TODAY)
    unsaid = screen.parse_answers(dict.fromkeys(keys), on=TODAY)

    assert unknown == dict.fromkeys(keys, UNKNOWN)
    assert unsaid == {}


def test_answers_are_read_in_the_words_of_people_and_of_files() -> None:
    raw = {
        "limp": "no",
        "knee": "left",
        "places": "shin_bump, calf",
        "age_years": "44",
        "injury_on": "2026-11-01",
    }

    answers = screen.parse_answers(raw, on=TODAY)

    assert answers == {
        "limp": False,
        "knee": "left",
        "places": ("shin_bump", "calf"),
        "age_years": 44,
        "injury_on": date(2026, 11, 1),
    }


def test_a_dry_run_says_the_same_and_stores_nothing(runner: RunnerRef) -> None:
    answers = screen.parse_answers(told(), on=TODAY)
    before = last_step(runner)

    dry = screen.screen(runner, answers, at=NOW, dry_run=True)

    assert (dry.record_id, last_step(runner)) == ("", before)
    assert recall_history(runner).answers == ()

    kept = screen.screen(runner, answers, at=NOW)

    assert kept.decision.plan == dry.decision.plan
    assert recall_history(runner).answers[0].answers == answers


def test_what_was_not_asked_is_asked_and_a_no_to_all_of_it_is_looked_at(quick_runner: RunnerRef) -> None:
    raw = told()
    del raw["locked_knee"], raw["night_pain"]

    found = screen.screen(quick_runner, screen.parse_answers(raw, on=TODAY), at=NOW, dry_run=True)

    assert not found.decision.plan.may_run
    assert {"locked_knee", "night_pain"} <= set(found.decision.plan.ask)
    assert found.provisional_may_run
    assert not found.provisional_urgency.stops_running


def test_night_pain_takes_running_out_of_the_plan_at_once(quick_runner: RunnerRef) -> None:
    screen.screen(quick_runner, screen.parse_answers(told(), on=TODAY), at=NOW)

    woke = {**told(), "night_pain": "yes"}
    found = screen.screen(quick_runner, screen.parse_answers(woke, on=TODAY), at=NOW + timedelta(hours=1))

    assert found.decision.plan.urgency is Urgency.WITHIN_DAYS
    assert not found.decision.plan.may_run
    assert not found.provisional_may_run


def test_the_days_to_run_on_become_the_setting(quick_runner: RunnerRef) -> None:
    raw = {**told(), "running_days": ["tuesday", "sunday"]}

    screen.screen(quick_runner, screen.parse_answers(raw, on=TODAY), at=NOW)

    assert choices.get(quick_runner).running_days == (1, 6)


def test_a_mistaken_tap_is_corrected_by_an_amendment(quick_runner: RunnerRef) -> None:
    raw = {**told(), "night_pain": "yes"}
    wrong = screen.screen(quick_runner, screen.parse_answers(raw, on=TODAY), at=NOW)

    right = log.edit(quick_runner, wrong.record_id, {"night_pain": "no"}, at=NOW + timedelta(minutes=1))

    assert wrong.decision.plan.urgency is Urgency.WITHIN_DAYS
    assert not right.decision.plan.urgency.stops_running
    assert recall_history(quick_runner).answers[0].answers["night_pain"] is False


def test_every_kind_of_question_can_be_answered() -> None:
    kinds = {question.kind for question in screen.questions()}

    assert kinds == set(QuestionKind) - {QuestionKind.TEXT}
