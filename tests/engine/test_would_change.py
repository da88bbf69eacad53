"""What is named as changing the answer does change it, and nothing else is named."""

import pytest

from kneewise.model.answers import Answer
from kneewise.model.plan import Plan
from tests.engine.made import sore_runner

CLEARED = "change.clearance"
NO_TWICE = "change.no_twice"


def stopped(**signs: Answer) -> Plan:
    return sore_runner(**signs).decided(0).plan


@pytest.mark.parametrize("sign", ["night_pain", "swelling", "lump", "pain_above_7"])
def test_a_sign_that_a_no_clears_names_the_no_too(sign: str) -> None:
    assert stopped(**{sign: True}).would_change == (CLEARED, NO_TWICE)


@pytest.mark.parametrize(
    "signs",
    [
        {"giving_way": True},
        {"locked_knee": True},
        {"bone_tenderness": True},
        {"hop_pain_on_bone": True},
        {"age_years": 15},
        {"calf_or_leg_swelling": True},
        {"cold_pale_or_numb_foot": True},
        {"night_pain": True, "giving_way": True},
    ],
    ids=" ".join,
)
def test_a_sign_that_only_a_clinician_clears_names_the_clinician_alone(signs: dict[str, Answer]) -> None:
    assert stopped(**signs).would_change == (CLEARED,)


@pytest.mark.parametrize(
    ("said", "named"),
    [
        ({"painkillers_before_runs": True}, "change.no_pills"),
        ({"pain_earlier_each_run": True}, "change.asked_again"),
        ({"pain_walking": True, "pain_walking_0_10": 4}, "change.asked_again"),
    ],
)
def test_a_pause_in_which_nothing_is_asked_does_not_wait_for_answers(
    said: dict[str, Answer], named: str
) -> None:
    plan = stopped(**said)

    assert (plan.may_run, plan.ask, plan.would_change) == (False, (), (named,))


def test_a_pause_whose_question_is_asked_again_waits_for_the_answer() -> None:
    plan = sore_runner(pain_earlier_each_run=True).decided(2).plan

    assert (plan.ask, plan.would_change) == (("pain_earlier_each_run",), ("change.answers",))


def test_a_clinician_who_said_no_can_only_be_followed_by_one_who_says_yes() -> None:
    forbidden = sore_runner().cleared(1, may_run=False)

    assert forbidden.decided(2).plan.would_change == (CLEARED,)
    assert forbidden.told(2, {"night_pain": True}).decided(2).plan.would_change == (CLEARED,)
