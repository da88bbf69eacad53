"""What is told after a clearance was not known to it, whatever day it speaks of; what it took for over."""

from dataclasses import replace

import pytest

from kneewise.model.answers import UNKNOWN, Answer
from kneewise.model.findings import Urgency
from tests.engine.made import Runner, sore_runner

CHEST = "chest_pain_breathless_or_coughing_blood"


def told_later(runner: Runner, day: int, about: int, answers: dict[str, Answer], hour: int = 9) -> Runner:
    """Answers told on one day about an earlier one."""
    runner.told(day, answers, hour=hour)
    runner.answers[-1] = replace(runner.answers[-1], on=runner.date(about))
    return runner


def test_a_sign_of_before_that_is_told_after_it_is_not_covered() -> None:
    runner = told_later(sore_runner().told(2, {"locked_knee": True}).cleared(3), 5, 1, {CHEST: True})

    assert runner.decided(4).plan.urgency is Urgency.NONE
    assert runner.decided(5).plan.urgency is Urgency.EMERGENCY


def test_noes_that_were_told_before_it_do_not_clear_it() -> None:
    runner = sore_runner().told(2, {"night_pain": False}, hour=8).told(4, {"night_pain": False}, hour=9)

    told_later(runner, 5, 1, {"night_pain": True})

    assert runner.decided(5).plan.urgency is Urgency.WITHIN_DAYS


@pytest.mark.parametrize(
    ("cleared", "new"),
    [
        ({"limp": True, "fever_or_chills": True}, "fever_or_chills"),
        ({"hot_or_red_joint": True}, "fever_or_chills"),
        ({"morning_stiffness_over_30min": True}, "several_swollen_joints"),
    ],
    ids=str,
)
def test_signs_that_a_clearance_took_for_over_are_asked_with_the_next_sign(
    cleared: dict[str, Answer], new: str
) -> None:
    runner = sore_runner().told(1, cleared).cleared(2)
    asked = {key for key in cleared if key != new}
    assert not asked & set(runner.decided(3).plan.ask)

    runner.told(4, {new: True})

    plan = runner.decided(4).plan
    assert not plan.may_run
    assert asked <= set(plan.ask)
    assert not asked & set(runner.told(4, dict.fromkeys(asked, False), hour=10).decided(4).plan.ask)


def test_what_was_denied_since_the_clearance_is_not_asked() -> None:
    runner = sore_runner().told(1, {"hot_or_red_joint": True}).cleared(2).told(3, {"hot_or_red_joint": False})

    assert "hot_or_red_joint" not in runner.told(4, {"fever_or_chills": True}).decided(4).plan.ask


def test_a_limp_that_the_diary_denied_since_is_not_asked() -> None:
    runner = sore_runner().run(1, 20, limp=True).told(2, {"fever_or_chills": True}).cleared(2)
    asked = runner.told(4, {"hot_or_red_joint": True}).decided(4).plan.ask

    runner.run(3, 20, limp=False)

    assert "limp" in asked
    assert "limp" not in runner.decided(4).plan.ask


@pytest.mark.parametrize("key", ["painkillers_before_runs", "night_pain", "locked_knee", "lump"])
@pytest.mark.parametrize("worse", [True, UNKNOWN])
def test_of_two_answers_at_one_instant_the_worse_one_stands(key: str, worse: Answer) -> None:
    plans = []
    for first, second in ((worse, False), (False, worse)):
        runner = sore_runner().told(1, {key: first}, hour=20).told(1, {key: second}, hour=20)
        plans.append(runner.decided(1).plan)

    alone = sore_runner().told(1, {key: worse}, hour=20).decided(1).plan
    assert [(one.may_run, one.urgency, one.ask) for one in plans] == [
        (alone.may_run, alone.urgency, alone.ask)
    ] * 2
