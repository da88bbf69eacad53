"""The four questions of the week: once in seven days, amended like all others, and looked at by no plan."""

from datetime import timedelta

import pytest

from kneewise.app import log, report, review, screen
from kneewise.app.home import RunnerRef
from kneewise.app.insights import insights
from kneewise.app.sample_runner import tell_story
from kneewise.app.week import TooSoonError, answered, is_due, log_week
from kneewise.model.answers import UNKNOWN
from kneewise.model.errors import UsageError
from kneewise.present.report import set_report
from kneewise.store.history import recall_history
from tests.app.samples import NOW

KEY = "0123456789abcdef"
FIRST = NOW - timedelta(days=8)


@pytest.fixture
def screened(quick_runner: RunnerRef) -> RunnerRef:
    said = next(one for one in tell_story(FIRST.date()).said if one.kind == "screen").said
    answers = {**said, "more_running_lately": False}
    screen.screen(quick_runner, screen.parse_answers(answers, on=FIRST.date()), at=FIRST)
    return quick_runner


def test_a_score_or_not_known_is_kept_and_what_was_not_said_is_no_answer(screened: RunnerRef) -> None:
    log_week(screened, at=NOW, held_back="4", doubt="unknown")

    (told,) = answered(screened, NOW.date())
    assert (told.held_back, told.doubt, told.daily_life) == (4, UNKNOWN, None)


@pytest.mark.parametrize("said", [{}, {"held_back": "11"}, {"held_back": "3.5"}, {"sum": "3"}])
def test_what_can_be_no_answer_is_refused(screened: RunnerRef, said: dict[str, str]) -> None:
    with pytest.raises(UsageError):
        log_week(screened, at=NOW, **said)

    assert answered(screened, NOW.date()) == ()


def test_it_is_asked_from_the_first_questions_on_and_once_in_seven_days(quick_runner: RunnerRef) -> None:
    assert not is_due(quick_runner, NOW.date())


def test_the_next_answer_comes_seven_days_later_and_not_before(screened: RunnerRef) -> None:
    assert is_due(screened, FIRST.date())
    log_week(screened, at=FIRST, held_back=7)

    assert not is_due(screened, FIRST.date() + timedelta(days=6))
    assert is_due(screened, FIRST.date() + timedelta(days=7))
    with pytest.raises(TooSoonError, match="kneewise log edit"):
        log_week(screened, at=FIRST + timedelta(days=6), held_back=5)
    with pytest.raises(TooSoonError):
        log_week(screened, at=NOW, on=FIRST.date() - timedelta(days=6), held_back=5)
    log_week(screened, at=FIRST + timedelta(days=7), held_back=5)
    assert [one.held_back for one in answered(screened, NOW.date())] == [5, 7]


def test_sent_twice_under_its_key_it_is_one_answer(screened: RunnerRef) -> None:
    log_week(screened, at=NOW, key=KEY, held_back=4)

    again = log_week(screened, at=NOW + timedelta(minutes=1), key=KEY, held_back=9)

    assert again.done is log.Done.SAID_ALREADY
    assert [one.held_back for one in answered(screened, NOW.date())] == [4]


def test_an_answer_is_amended_and_the_old_value_stays(screened: RunnerRef) -> None:
    told = log_week(screened, at=NOW, held_back=4)

    log.edit(screened, told.record_id, {"held_back": "6"}, at=NOW + timedelta(minutes=1))
    assert [one.held_back for one in answered(screened, NOW.date())] == [6]

    log.undo(screened, told.record_id, at=NOW + timedelta(minutes=2))
    assert answered(screened, NOW.date()) == ()
    assert is_due(screened, NOW.date())


def test_no_plan_looks_at_it(screened: RunnerRef) -> None:
    before = review.decide_on(recall_history(screened), NOW.date())

    logged = log_week(screened, at=NOW, held_back=10, doubt=10, daily_life=10, from_usual=10)

    assert logged.decision == before
    assert review.decide_on(recall_history(screened), NOW.date()) == before


def test_insights_show_every_answer_and_none_beside_a_stop(screened: RunnerRef) -> None:
    log_week(screened, at=NOW, held_back=4)
    assert [one.held_back for one in insights(screened, NOW.date()).checks] == [4]

    screen.screen(
        screened, screen.parse_answers({"night_pain": True}, on=NOW.date()), at=NOW + timedelta(minutes=1)
    )

    found = insights(screened, NOW.date())
    assert (found.checks, found.check_due) == ((), False)


def test_the_report_says_them_in_one_line_and_leaves_room_for_a_score_from_elsewhere(
    screened: RunnerRef,
) -> None:
    log_week(screened, at=FIRST, held_back=7, doubt=6)
    log_week(screened, at=NOW, held_back=3, doubt="unknown", daily_life=1)

    made = set_report(report.gather(screened, review.review(screened, NOW.date())))

    said = {one.name: one.said for one in made.done}["Own questions"]
    assert said == (
        "15 Nov and 23 Nov: running held back 7, then 3; doubt 6, then not known; daily life 1 "
        "(0 is none of it, 10 the most)"
    )
    assert made.score[0] == "A score from a questionnaire filled in elsewhere"
