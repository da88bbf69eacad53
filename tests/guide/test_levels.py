"""Every flag of the room by what raises it, and how soon somebody should be seen for it.

The levels are written down a second time on purpose: a number that slips in ``knowledge.toml`` is seen here.
"""

from dataclasses import fields
from datetime import timedelta

import pytest

from kneewise.guide.red_flags import Numbers, assess
from kneewise.model.answers import UNKNOWN, Answer
from kneewise.model.findings import Urgency
from tests.guide.made import DAY, noes, numbers, seen, told

HURT: dict[str, Answer] = {"injury": True, "injury_on": DAY}
CALF: dict[str, Answer] = {"calf_pain": True, "calf_pain_one_sided": True}
BONE: dict[str, Answer] = {"earlier_bone_stress_injury": True}

EMERGENCY: dict[str, dict[str, Answer]] = {
    "chest_signs": {"chest_pain_breathless_or_coughing_blood": True},
    "deformity_or_wound": {"deformity_or_open_wound": True},
    "foot_without_blood_or_feeling": {"cold_pale_or_numb_foot": True},
    "foot_drop": {"foot_drop": True},
    "saddle_signs": {"saddle_numbness_bladder_bowel_or_both_legs_weak": True},
    "hot_joint_unwell": {"hot_or_red_joint": True, "feels_unwell": True},
    "fracture_rule_severe": {**HURT, "injury_cannot_bend_90": True, "pain_above_7": True},
    "leg_cannot_be_lifted_severe": {"gap_near_kneecap": True, "fever_or_chills": True},
}
SAME_DAY: dict[str, dict[str, Answer]] = {
    "hot_joint": {"hot_or_red_joint": True},
    "fracture_rule": {**HURT, "injury_kneecap_tender": True},
    "fall_rule": {**HURT, "injury_fall_or_blow": True, "cannot_walk_four_steps": True},
    "swelling_or_pop_after_injury": {**HURT, "injury_pop": True},
    "locked_knee": {"locked_knee": True},
    "leg_cannot_be_lifted": {"cannot_lift_straight_leg": True},
    "clot_points": {"active_cancer": True, "earlier_blood_clot": True},
    "calf_swelling": {"calf_or_leg_swelling": True},
    "calf_pain_unexplained": {**CALF, "calf_pain_without_felt_strain": True},
    "calf_pain_with_risk": {**CALF, "travel_illness_or_hormones_lately": True},
    "weight_bearing_lost": {"cannot_put_weight": True},
    "hip_or_groin": {"hop_pain_in_groin": True},
    "limp_with_signs": {"limp": True, "fever_or_chills": True},
    "young_hip": {"age_years": 17, "limp": True},
    "young_swelling": {"age_years": 17, "swelling": True},
    "young_injury": {"age_years": 17, **HURT},
    "bleeding_swelling": {"swelling": True, "blood_thinner_or_bleeding_disorder": True},
    "vulnerable_swelling": {"swelling": True, "diabetes": True},
    "giving_way_again": {"giving_way": True, "giving_way_repeated": True},
}
WITHIN_DAYS: dict[str, dict[str, Answer]] = {
    "giving_way": {"giving_way": True},
    "swelling": {"swelling": True},
    "movement_lost": {"bends_less_than_other": True},
    "pain_above_7": {"pain_above_7": True},
    "pain_unsettled_twice": {"pain_above_5_not_settled_at_24h_twice": True},
    "night_pain": {"night_pain": True},
    "rest_pain": {"rest_pain": True},
    "sudden_inner_pain": {"age_years": 50, "sudden_inner_pain": True},
    "lump": {"lump": True},
    "weight_loss": {"weight_loss": True},
    "past_cancer": {"past_cancer": True, "lump": True},
    "inflammation": {"psoriasis": True, "tick_bite_or_rash": True},
    "same_effort_cramp": {"same_effort_calf_or_foot_cramp": True},
    "under_18": {"age_years": 17},
    "tendon_medicine": {"steroid_last_3_months": True, "places": ("below_kneecap",)},
    "bone_points": {"bone_tenderness": True},
    "bone_hop": {"hop_pain_on_bone": True},
    "bone_signs": {**BONE, "pain_earlier_each_run": True},
}
ROUTINE: dict[str, dict[str, Answer]] = {
    "bone_points_harmless": {"high_arches": True, "more_running_lately": True},
    "catching": {"catching_or_clicking": True},
    "sharp_pain": {"sharp_pain_recurs": True},
    "painkiller_days": {"painkiller_days_last_7": 3},
    "medicine_unexamined": {"injections_or_long_term_medicine": True, "medicine_without_examination": True},
    "operation": {"knee_operation_last_12_months": True},
    "known_diagnosis": {"known_knee_diagnosis": True},
    "missed_periods": {"missed_three_periods": True},
    "bone_injuries": {"two_bone_stress_injuries": True},
    "pregnancy": {"pregnant_or_recent_birth": True},
    "tingling": {"tingling_or_weakness": True},
}
LEVELS = {
    Urgency.EMERGENCY: EMERGENCY,
    Urgency.SAME_DAY: SAME_DAY,
    Urgency.WITHIN_DAYS: WITHIN_DAYS,
    Urgency.ROUTINE: ROUTINE,
}
EVERY = [
    pytest.param(key, answers, urgency, id=key)
    for urgency, flags in LEVELS.items()
    for key, answers in flags.items()
]
CONTEXT = {"injury", "injury_on", "calf_pain", "giving_way", "medicine_without_examination"}
"""What only says where the other answers belong."""

NEEDED = [
    pytest.param(key, answers, left_out, id=f"{key} without {left_out}")
    for flags in LEVELS.values()
    for key, answers in flags.items()
    for left_out in answers
    if left_out not in CONTEXT or len(answers) == 1
]
ASSUMED = [
    pytest.param(key, answers, not_known, id=f"{key}, {not_known} not known")
    for flags in (EMERGENCY, SAME_DAY, WITHIN_DAYS)
    for key, answers in flags.items()
    for not_known, answer in answers.items()
    if answer is True and (not_known not in CONTEXT or len(answers) == 1)
]


def levels(answers: dict[str, Answer], *more: dict[str, Answer]) -> dict[str, Urgency]:
    sets = [told(noes(**answers)), *(told(each, hour=10) for each in more)]
    return {flag.key: flag.urgency for flag in assess(seen(*sets), numbers("red_flags")).flags}


@pytest.mark.parametrize(("key", "answers", "urgency"), EVERY)
def test_a_flag_has_its_level(key: str, answers: dict[str, Answer], urgency: Urgency) -> None:
    assert levels(answers)[key] is urgency


@pytest.mark.parametrize(("key", "answers", "left_out"), NEEDED)
def test_without_one_of_its_answers_there_is_no_such_flag(
    key: str, answers: dict[str, Answer], left_out: str
) -> None:
    fewer = {other: answer for other, answer in answers.items() if other != left_out}

    assert key not in levels(fewer)


@pytest.mark.parametrize(("key", "answers", "not_known"), ASSUMED)
def test_a_flag_is_assumed_where_one_of_its_answers_is_not_known(
    key: str, answers: dict[str, Answer], not_known: str
) -> None:
    sets = told(noes(**{**answers, not_known: UNKNOWN})), told({not_known: UNKNOWN}, hour=10)

    (flag,) = [one for one in assess(seen(*sets), numbers("red_flags")).flags if one.key == key]

    assert flag.assumed


RESTS_ON: list[tuple[str, dict[str, Answer], str]] = [
    ("fracture_rule", {"injury": True, "injury_cannot_bend_90": True}, "injury"),
    (
        "fracture_rule_severe",
        {"injury": True, "injury_cannot_bend_90": True, "feels_unwell": True},
        "injury",
    ),
    ("fall_rule", {"injury": True, "injury_fall_or_blow": True, "cannot_put_weight": True}, "injury"),
    ("swelling_or_pop_after_injury", {"injury": True, "injury_pop": True}, "injury"),
    ("young_injury", {"injury": True, "age_years": 17}, "injury"),
    ("giving_way_again", {"injury": True, "giving_way": True}, "injury"),
    ("giving_way_again", {"injury": True, "giving_way": True}, "giving_way"),
    ("leg_cannot_be_lifted_severe", {"cannot_lift_straight_leg": True, "pain_above_7": True}, "pain_above_7"),
    ("hot_joint_unwell", {"swelling": True, "feels_unwell": True}, "swelling"),
    ("hot_joint_unwell", {"swelling": True, "feels_unwell": True}, "feels_unwell"),
]


@pytest.mark.parametrize(("key", "answers", "not_known"), RESTS_ON)
def test_a_flag_is_assumed_by_what_else_it_rests_on(
    key: str, answers: dict[str, Answer], not_known: str
) -> None:
    sets = told(noes(**{not_known: UNKNOWN})), told({**answers, not_known: UNKNOWN}, hour=10)

    flags = {flag.key: flag for flag in assess(seen(*sets), numbers("red_flags")).flags}

    assert flags[key].assumed


def test_an_urgent_question_that_is_twice_not_known_is_of_the_same_day_by_itself() -> None:
    assert levels({"calf_pain": UNKNOWN}, {"calf_pain": UNKNOWN}) == {"not_known": Urgency.SAME_DAY}


def test_a_bone_flag_that_files_made_has_its_level() -> None:
    at = seen(told(noes(**BONE)), more_running_lately=True, more_running_days=(DAY,))

    (flag,) = assess(at, numbers("red_flags")).flags

    assert (flag.key, flag.urgency) == ("bone_points", Urgency.WITHIN_DAYS)
    assert flag.since == DAY + timedelta(0)


def test_every_number_that_is_a_level_is_one_of_these() -> None:
    held = numbers("red_flags")
    named = {
        field.name
        for field in fields(Numbers)
        if field.name != "catalogue" and getattr(held, field.name).unit == "urgency"
    }

    assert named == {key for flags in LEVELS.values() for key in flags} | {"not_known", "clinician_said_no"}
