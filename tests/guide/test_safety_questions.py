"""Each safety question by what follows from it: who is asked it, how long a no is good, what not known means.

The lists are written down a second time on purpose: a question that slips out of one of them in
``questions.toml`` would be missed by nobody else.
"""

import tomllib

import pytest

from kneewise.knowledge.toml import ROOT
from kneewise.model.answers import UNKNOWN, Answer
from tests.guide.made import cleared, find, noes, seen, told

EMERGENCY = {
    "chest_pain_breathless_or_coughing_blood",
    "deformity_or_open_wound",
    "cold_pale_or_numb_foot",
    "foot_drop",
    "saddle_numbness_bladder_bowel_or_both_legs_weak",
}
SAME_DAY = {
    "hot_or_red_joint",
    "cannot_put_weight",
    "locked_knee",
    "cannot_lift_straight_leg",
    "gap_near_kneecap",
    "hip_or_groin_pain",
    "hop_pain_in_groin",
    "calf_pain",
    "calf_or_leg_swelling",
}
SAME_DAY_IF = {
    "injury": {
        "cannot_walk_four_steps",
        "injury_pop",
        "injury_swelling_within_hours",
        "injury_kneecap_tender",
        "injury_fibula_head_tender",
        "injury_cannot_bend_90",
    },
    "calf_pain": {
        "calf_pain_one_sided",
        "calf_pain_without_felt_strain",
        "calf_pain_went_and_came_back",
        "tender_deep_veins",
        "swollen_surface_veins",
        "active_cancer",
        "bed_rest_or_surgery_lately",
        "leg_in_plaster_or_paralysed",
        "earlier_blood_clot",
        "travel_illness_or_hormones_lately",
    },
    "calf_or_leg_swelling": {"whole_leg_swollen", "calf_bigger_by_3cm", "pitting_swelling"},
    "giving_way": {"giving_way_repeated"},
}
SLOWER = {
    "injury",
    "fever_or_chills",
    "feels_unwell",
    "limp",
    "giving_way",
    "swelling",
    "bends_less_than_other",
    "straightens_less_than_other",
    "pain_above_7",
    "pain_above_5_not_settled_at_24h_twice",
    "night_pain",
    "rest_pain",
    "constant_pain",
    "sudden_inner_pain",
    "lump",
    "weight_loss",
    "several_swollen_joints",
    "morning_stiffness_over_30min",
    "psoriasis",
    "eye_or_bowel_inflammation",
    "tick_bite_or_rash",
    "same_effort_calf_or_foot_cramp",
    "bone_tenderness",
    "earlier_bone_stress_injury",
    "high_arches",
    "hop_pain_on_bone",
    "pain_earlier_each_run",
    "pain_walking",
    "painkillers_before_runs",
    "past_cancer",
    "steroid_last_3_months",
    "fluoroquinolone_last_3_months",
    "age_years",
}
SLOWER_IF = {
    "injury": {"injury_on", "injury_not_examined", "injury_not_settled", "injury_fall_or_blow"},
    "swelling": {
        "swelling_sudden",
        "blood_thinner_or_bleeding_disorder",
        "immune_system_weakened",
        "diabetes",
        "joint_replacement",
        "joint_injection_lately",
    },
}
LASTING = {
    "psoriasis",
    "eye_or_bowel_inflammation",
    "earlier_bone_stress_injury",
    "high_arches",
    "past_cancer",
    "steroid_last_3_months",
    "fluoroquinolone_last_3_months",
    "injury_not_examined",
    "injury_fall_or_blow",
    "injury_pop",
    "injury_swelling_within_hours",
    "active_cancer",
    "earlier_blood_clot",
    "blood_thinner_or_bleeding_disorder",
    "immune_system_weakened",
    "diabetes",
    "joint_replacement",
    "joint_injection_lately",
}
"""Facts, of which a no stays good and a later yes is no new sign."""

NOT_WAITED_FOR = {
    "swelling_where": "swelling",
    "swelling_since": "swelling",
    "swelling_not_examined": "swelling",
    "same_effort_relief_min": "same_effort_calf_or_foot_cramp",
    "bone_spot": "bone_tenderness",
    "pain_walking_0_10": "pain_walking",
    "medicine_without_examination": "injections_or_long_term_medicine",
    "painkiller_days_last_7": "limp",
    "painkiller_days_last_30": "limp",
    "injections_or_long_term_medicine": "limp",
    "catching_or_clicking": "limp",
    "sharp_pain_recurs": "limp",
    "tingling_or_weakness": "limp",
    "knee_operation_last_12_months": "limp",
    "knee_operation_earlier": "limp",
    "known_knee_diagnosis": "limp",
    "sex": "limp",
    "pregnant_or_recent_birth": "limp",
    "missed_three_periods": "limp",
    "two_bone_stress_injuries": "limp",
    "foot_turns_out": "limp",
    "thigh_pain": "limp",
}
"""What helps and stops nobody, with an answer beside which it would be put to a person."""

FACTS_BESIDE = {
    "injections_or_long_term_medicine",
    "medicine_without_examination",
    "catching_or_clicking",
    "sharp_pain_recurs",
    "tingling_or_weakness",
    "knee_operation_last_12_months",
    "knee_operation_earlier",
    "known_knee_diagnosis",
    "pregnant_or_recent_birth",
    "missed_three_periods",
    "two_bone_stress_injuries",
}
SIGNS_BESIDE = {"swelling_not_examined", "foot_turns_out", "thigh_pain"}

FIRST = EMERGENCY | SAME_DAY | SLOWER
HANGS_ON = {
    key: parent for lists in (SAME_DAY_IF, SLOWER_IF) for parent, keys in lists.items() for key in keys
}
URGENT = EMERGENCY | SAME_DAY | {key for keys in SAME_DAY_IF.values() for key in keys}
EVERY = sorted(FIRST | HANGS_ON.keys())
WHICH_KNEE = {"knee"}
NO_YES_OR_NO = {"age_years", "injury_on"}
SIGNS = sorted({*EVERY} - LASTING - NO_YES_OR_NO)


def asked_beside(key: str, **changes: Answer) -> dict[str, Answer]:
    """Every answer no, but for what the question hangs on, and for the changes."""
    parent = HANGS_ON.get(key)
    return noes(**({parent: True} if parent else {}), **changes)


def left_out(key: str) -> dict[str, Answer]:
    return {other: answer for other, answer in asked_beside(key).items() if other != key}


@pytest.mark.parametrize("key", EVERY)
def test_running_waits_for_a_question_that_was_left_out(key: str) -> None:
    found = find(seen(told(left_out(key))))

    assert key in found.ask
    assert not found.may_run


@pytest.mark.parametrize("key", sorted(HANGS_ON))
def test_a_question_that_hangs_on_another_is_not_asked_without_it(key: str) -> None:
    answers = {other: answer for other, answer in noes().items() if other != key}

    assert find(seen(told(answers))).may_run


@pytest.mark.parametrize("key", sorted(NOT_WAITED_FOR))
def test_running_does_not_wait_for_what_only_helps(key: str) -> None:
    answers = noes(**{NOT_WAITED_FOR[key]: True})

    assert key not in answers
    assert key not in find(seen(told(answers))).ask


def test_who_was_never_screened_is_asked_everything_that_hangs_on_nothing() -> None:
    found = find(seen())

    assert set(found.ask) == FIRST | WHICH_KNEE
    assert (found.may_run, found.paused) == (False, False)


@pytest.mark.parametrize("key", SIGNS)
def test_a_no_to_a_sign_is_good_for_seven_days(key: str) -> None:
    first = asked_beside(key)
    later = {other: answer for other, answer in first.items() if other != key}

    within = find(seen(told(first), told(later, days=7), days=7))
    after = find(seen(told(first), told(later, days=8), days=8))

    assert key not in within.ask
    assert key in after.ask
    assert (after.paused, after.may_run) == (True, False)


@pytest.mark.parametrize("key", sorted(LASTING))
def test_a_no_to_a_fact_stays_good(key: str) -> None:
    first = asked_beside(key)
    later = {other: answer for other, answer in first.items() if other != key}

    assert key not in find(seen(told(first), told(later, days=60), days=60)).ask


@pytest.mark.parametrize("key", sorted({*EVERY} - {"age_years"}))
def test_an_urgent_question_twice_not_known_is_of_the_same_day_and_no_other_is(key: str) -> None:
    first = asked_beside(key, **{key: UNKNOWN})

    once = find(seen(told(first)))
    twice = find(seen(told(first), told({key: UNKNOWN}, hour=10)))

    assert key in once.ask
    assert (once.paused, once.may_run) == (True, False)
    assert "not_known" not in {flag.key for flag in once.flags}
    assert ("not_known" in {flag.key for flag in twice.flags}) is (key in URGENT)


def test_an_age_twice_not_known_is_no_urgent_question_not_known() -> None:
    found = find(seen(told(noes(age_years=UNKNOWN)), told({"age_years": UNKNOWN}, hour=10)))

    assert "not_known" not in {flag.key for flag in found.flags}


COVERED: dict[str, Answer] = {"earlier_bone_stress_injury": True, "high_arches": True}


def flags_after_a_clearance_and_a_yes(key: str) -> set[str]:
    """Five points of bone stress, cleared; then one more yes."""
    yes = told({key: True}, days=2)
    found = find(seen(told(noes(**COVERED)), yes, days=2, clearances=(cleared(days=1),)))
    return {flag.key for flag in found.flags}


@pytest.mark.parametrize("key", sorted({*SIGNS, *SIGNS_BESIDE}))
def test_a_new_sign_uncovers_what_a_clearance_covered(key: str) -> None:
    assert "bone_points" in flags_after_a_clearance_and_a_yes(key)


@pytest.mark.parametrize("key", sorted({*LASTING, *FACTS_BESIDE, "more_running_lately"}))
def test_a_fact_that_was_not_told_before_is_no_new_sign(key: str) -> None:
    assert "bone_points" not in flags_after_a_clearance_and_a_yes(key)


def test_every_question_of_the_room_is_in_one_of_these_lists() -> None:
    room = tomllib.loads((ROOT / "guide/red_flags/questions.toml").read_text(encoding="utf-8"))

    assert room.keys() == {*EVERY, *NOT_WAITED_FOR, "more_running_lately"}


def test_a_swollen_leg_asks_what_a_painful_calf_asks() -> None:
    answers = noes(calf_or_leg_swelling=True)
    for key in SAME_DAY_IF["calf_pain"]:
        del answers[key]

    assert set(find(seen(told(answers))).ask) >= SAME_DAY_IF["calf_pain"]


def test_a_no_to_what_files_did_not_measure_runs_out_with_the_others() -> None:
    at = seen(told(noes(more_running_lately=False)), days=8, more_running_lately=None)

    assert {"more_running_lately", "night_pain"} <= set(find(at).ask)


def test_a_limp_asks_again_only_what_was_answered_no_before_it() -> None:
    before = told(noes(hip_or_groin_pain=True, fever_or_chills=UNKNOWN))

    asked = find(seen(before, told({"limp": True}, days=1), days=1)).new_sign

    assert asked == ("cannot_put_weight", "hop_pain_in_groin")


@pytest.mark.parametrize("sign", ["pain_walking", "pain_earlier_each_run", "painkillers_before_runs"])
@pytest.mark.parametrize(("days", "asked"), [(1, False), (2, True)])
def test_a_sign_that_pauses_is_asked_again_after_two_days(sign: str, days: int, *, asked: bool) -> None:
    assert (sign in find(seen(told(noes(**{sign: True})), days=days)).ask) is asked
