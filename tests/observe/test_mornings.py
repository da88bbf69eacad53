"""Which score is the morning of a day, and which answers still complete a run."""

import pytest

from kneewise.model.answers import UNKNOWN
from kneewise.model.diary import YesNo
from kneewise.model.observations import DiaryEntry
from tests.engine.made import Runner, sore_runner


def run_of(runner: Runner, day: int, *, on: int = 10) -> DiaryEntry:
    (entry,) = (one for one in runner.seen(on).entries if one.about_run and one.on == runner.date(day))
    return entry


def morning_of(runner: Runner, day: int) -> int | None:
    morning = run_of(runner, day).morning
    return None if morning is None else morning.value


@pytest.mark.parametrize(("hour", "score"), [(3, 1), (4, 5), (7, 5), (12, 5), (13, 1)])
def test_a_score_before_a_run_counts_as_the_morning_where_it_was_given_first(hour: int, score: int) -> None:
    runner = sore_runner().run(1, 28, morning=None).log(2, hour, before=5)

    runner.log(2, 20, morning=1)

    assert morning_of(runner, 1) == score


def test_a_score_before_a_run_is_no_morning_where_a_morning_was_given_before_it() -> None:
    runner = sore_runner().run(1, 28, morning=1).log(2, 11, before=5)

    assert morning_of(runner, 1) == 1


def test_a_day_with_a_run_has_its_own_morning_too() -> None:
    runner = sore_runner().run(3, 28).morning(3, 2)

    mornings = {
        one.on: one.morning.value for one in runner.seen(3).entries if not one.about_run and one.morning
    }

    assert mornings[runner.date(3)] == 2


@pytest.mark.parametrize(
    ("days", "answer", "known"), [(1, False, False), (3, False, None), (3, True, True), (3, UNKNOWN, None)]
)
def test_two_days_after_a_run_only_a_limp_still_counts(days: int, answer: YesNo, known: YesNo) -> None:
    runner = sore_runner().run(1, 28, limp=None, painkiller=None)

    runner.log(1, 20, later=days, about_run=True, limp=answer, painkiller=answer)

    assert (run_of(runner, 1).limp, run_of(runner, 1).painkiller) == (known, known)


def usual_of_day(runner: Runner, day: int) -> int | None:
    (entry,) = (one for one in runner.seen(day).entries if not one.about_run and one.on == runner.date(day))
    return entry.usual_morning


def test_the_morning_that_the_first_questions_ask_for_is_the_usual_one_of_its_day() -> None:
    assert usual_of_day(sore_runner(pain_this_morning=3), 0) == 3


def test_a_first_morning_that_is_known_only_later_has_no_usual_one() -> None:
    assert usual_of_day(sore_runner(pain_this_morning=UNKNOWN).morning(4, 3), 4) is None


def test_an_earlier_morning_is_the_usual_one_of_the_first_day_where_there_is_one() -> None:
    assert usual_of_day(sore_runner(pain_this_morning=3).morning(-1, 1), 0) == 1
