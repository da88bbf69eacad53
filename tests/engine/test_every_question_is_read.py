"""Nothing is asked for nothing: every question has two answers that lead to different days."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from kneewise.knowledge import read_questions
from kneewise.model.answers import Answer, AnswerSet, Question, QuestionKind
from kneewise.model.catalogue import catalogue
from tests.engine.made import START, Runner, calm_week

CATALOGUE = catalogue(read_questions())
TEENAGER: dict[str, Answer] = {"age_years": 15, "thigh_pain": False, "foot_turns_out": False}
CALF: dict[str, Answer] = {"calf_pain": True, "calf_pain_one_sided": True}
OLD_INJURY: dict[str, Answer] = {
    "injury": True,
    "injury_on": START - timedelta(days=20),
    "injury_kneecap_tender": True,
    "injury_not_examined": True,
    "injury_not_settled": True,
}
BAND: dict[str, Answer] = {
    "places": ("outer_above",),
    "starts_at_same_distance": True,
    "hurts_stairs_down": False,
}
SORE_RUN: dict[str, Answer] = {"pain_during_last_run": 6, "pain_24h_after_last_run": 3}
TOLD: dict[str, Answer] = {"usual_runs_per_week": 3, "usual_run_min": 60}
NO_FILES = frozenset({"usual_runs_per_week", "usual_run_min", "usual_longest_run_min", "usual_week_km"})

OLD_CLOT: dict[str, Answer] = {"earlier_blood_clot": True}
PSORIASIS: dict[str, Answer] = {"psoriasis": True}
CLOT_SIGNS = (
    "tender_deep_veins",
    "swollen_surface_veins",
    "active_cancer",
    "bed_rest_or_surgery_lately",
    "leg_in_plaster_or_paralysed",
    "whole_leg_swollen",
    "calf_bigger_by_3cm",
    "pitting_swelling",
)
INFLAMED = (
    "several_swollen_joints",
    "eye_or_bowel_inflammation",
    "tick_bite_or_rash",
    "morning_stiffness_over_30min",
)

BESIDE: Mapping[str, dict[str, Answer]] = {
    "calf_pain_one_sided": {**CALF, "calf_pain_without_felt_strain": True},
    "calf_pain_without_felt_strain": CALF,
    "calf_pain_went_and_came_back": CALF,
    "travel_illness_or_hormones_lately": CALF,
    "injury_on": OLD_INJURY | {"injury_not_examined": False},
    "injury_not_examined": OLD_INJURY,
    "injury_not_settled": OLD_INJURY,
    "injury_fall_or_blow": {"injury": True, "injury_on": START, "age_years": 52},
    "fever_or_chills": {"swelling": True},
    "feels_unwell": {"swelling": True},
    "swelling_where": TEENAGER | {"swelling": True},
    "swelling_sudden": {"injury": True, "injury_on": START},
    "sudden_inner_pain": {"age_years": 60},
    "psoriasis": {"tick_bite_or_rash": True},
    "past_cancer": {"night_pain": True},
    "steroid_last_3_months": {"places": ("below_kneecap",)},
    "fluoroquinolone_last_3_months": {"places": ("below_kneecap",)},
    "places_other_knee": {"steroid_last_3_months": True},
    "foot_turns_out": TEENAGER,
    "thigh_pain": TEENAGER,
    "more_running_lately": {"earlier_bone_stress_injury": True},
    "first_pain_min": BAND,
    "last_run_on": SORE_RUN,
    "pain_started_on": {"shoe_changed_on": START - timedelta(days=30)},
    "shoe_changed_on": {"pain_started_on": START},
    **dict.fromkeys(CLOT_SIGNS, OLD_CLOT),
    "earlier_blood_clot": {"tender_deep_veins": True},
    **dict.fromkeys(INFLAMED, PSORIASIS),
    **dict.fromkeys(NO_FILES, TOLD),
}
"""What else has to be so, for a question to matter."""

UNASKED: Mapping[str, tuple[str, ...]] = {"calf_pain": ("calf_pain_one_sided",)}
"""What was not asked yet, where the point of a question is to ask it."""

AGAIN: Mapping[str, dict[str, Answer]] = {"last_run_on": SORE_RUN | {"last_run_on": START}}
"""What is told later that day, where the point of a question is to tell one run from another."""


@pytest.mark.parametrize("question", CATALOGUE.questions, ids=lambda question: question.key)
def test_two_answers_to_a_question_lead_to_different_days(question: Question) -> None:
    runners = [runner_who_says(question.key, answer) for answer in possible(question)]

    assert differ(day(runner, 0) for runner in runners) or differ(
        day(calm_week(runner, 42).run(10, 42, during=6), 11) for runner in runners
    )


def differ(followed: Iterator[tuple[object, ...]]) -> bool:
    """Whether not all of them are the same."""
    first = next(followed)
    return any(one != first for one in followed)


def possible(question: Question) -> Iterator[Answer]:
    """Some answers to a question, far enough from each other."""
    match question.kind:
        case QuestionKind.YES_NO:
            yield from (True, False)
        case QuestionKind.SCORE:
            yield from (0, 9)
        case QuestionKind.COUNT | QuestionKind.AMOUNT:
            yield from (question.low or 0, 20, question.high or 0)
        case QuestionKind.CHOICE:
            yield from question.choices
        case QuestionKind.CHOICES:
            yield from ((choice,) for choice in question.choices)
        case QuestionKind.DATE:
            yield from (START - timedelta(days=days) for days in (0, 8, 25))
        case QuestionKind.TEXT:
            yield from ("", "something")


def runner_who_says(key: str, answer: Answer) -> Runner:
    """A runner who answers so, and everything else as is needed for it to matter."""
    runner = Runner() if key in NO_FILES else Runner().usually(60)
    answers: dict[str, Any] = {**asked_first(key), **BESIDE.get(key, {}), key: answer}
    runner.screened(0, **answers)
    runner.answers[0] = without(runner.answers[0], UNASKED.get(key, ()))
    return runner.told(0, AGAIN[key], hour=12) if key in AGAIN else runner


def asked_first(key: str) -> dict[str, Answer]:
    """Every question that has to be answered yes before this one is put."""
    first = CATALOGUE.by_key[key].only_if
    return {**asked_first(first), first: True} if first else {}


def without(given: AnswerSet, keys: tuple[str, ...]) -> AnswerSet:
    """The same answers, some of them not asked."""
    return replace(given, answers={key: said for key, said in given.answers.items() if key not in keys})


def day(runner: Runner, number: int) -> tuple[object, ...]:
    """What a day finds, asks, plans and advises."""
    decision = runner.decided(number)
    plan = decision.plan
    asked = (plan.urgency, plan.ask, plan.missing)
    return (decision.found, *asked, plan.advice, plan.sessions, plan.caps, decision.colours)
