"""Scores outside their hours, or beside the one that counts: they colour nothing, and may be a sign."""

from typing import Any

import pytest

from kneewise.model.findings import Urgency
from kneewise.model.plan import Decision
from tests.engine.made import Runner


def screened() -> Runner:
    runner = Runner().usually(40).screened().each_week(20)
    runner.ran(3, 20)
    return runner.log(3, 19, about_run=True, during=1, after_60min=0, limp=False, painkiller=False)


def signs(found: Decision) -> set[str]:
    return {flag.key for flag in found.found.safety.flags}


def a_day_later(runner: Runner, score: int, hour: int, *, timed: bool = False, later: int = 1) -> Runner:
    """A score of the day after the run, which ended at 17:20."""
    times: dict[str, Any] = {"scored_at": {"after_24h": runner.at(3 + later, hour)}} if timed else {}
    return runner.log(3, 23 if timed else hour, later=later, about_run=True, after_24h=score, **times)


@pytest.mark.parametrize(("score", "urgency"), [(7, Urgency.NONE), (8, Urgency.WITHIN_DAYS)])
def test_a_day_later_that_is_told_too_early_is_a_sign_above_seven(score: int, urgency: Urgency) -> None:
    runner = a_day_later(screened(), score, 12)

    (of_run,) = (one for one in runner.seen(4).entries if one.about_run)
    assert of_run.after_24h is None
    assert runner.decided(4).plan.urgency is urgency


def test_a_day_later_that_is_timed_past_its_hours_is_a_sign_above_seven() -> None:
    runner = a_day_later(screened(), 9, 1, timed=True, later=2)

    assert signs(runner.decided(5)) == {"pain_above_7"}


def test_a_worse_score_after_the_one_that_counts_is_a_sign_above_seven() -> None:
    once = a_day_later(screened(), 2, 15)
    again = a_day_later(a_day_later(screened(), 2, 15), 9, 21)

    assert signs(once.decided(4)) == set()
    assert signs(again.decided(4)) == {"pain_above_7"}


def test_a_day_later_of_no_run_is_a_sign_above_seven() -> None:
    runner = Runner().usually(40).screened().log(3, 18, after_24h=9)

    assert signs(runner.decided(3)) == {"pain_above_7"}


def test_a_morning_that_is_timed_past_noon_is_a_sign_above_seven() -> None:
    runner = screened()
    runner.log(4, 14, morning=9, scored_at={"morning": runner.at(4, 13)})

    decided = runner.decided(4)

    assert signs(decided) == {"pain_above_7"}
    assert all(entry.morning is None for entry in runner.seen(4).entries if entry.on == runner.date(4))


def test_a_morning_that_is_told_days_later_is_a_sign_on_that_day() -> None:
    runner = screened().log(4, 9, later=6, morning=9)

    assert [signs(runner.decided(day)) for day in (4, 9, 10)] == [set(), set(), {"pain_above_7"}]


def test_a_worse_morning_after_the_first_is_a_sign_above_seven() -> None:
    runner = screened().morning(4, 1).log(4, 10, morning=9)

    assert signs(runner.decided(4)) == {"pain_above_7"}


def test_a_day_later_of_an_exercise_outside_its_hours_is_a_sign_above_seven() -> None:
    early = Runner().usually(40).screened().exercise(3, hour=20, morning=None)
    early.exercise(3, hour=21, morning=None, after_24h=9)

    assert signs(early.decided(3)) == {"pain_above_7"}


def test_the_morning_of_an_exercise_counts_once() -> None:
    runner = Runner().usually(40).screened().exercise(3, hour=12, during=1).morning(3, 5)

    (done,) = runner.seen(4).exercises

    assert done.worst_0_10 == 1
