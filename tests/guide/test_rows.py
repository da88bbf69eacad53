"""Each part of each row: which answers raise which flag alone, in pairs, and beside an injury or an age."""

from datetime import timedelta

import pytest

from kneewise.guide.red_flags import assess
from kneewise.model.answers import UNKNOWN, Answer
from kneewise.model.places import Place
from tests.guide.made import DAY, noes, numbers, seen, told

HURT: dict[str, Answer] = {"injury": True, "injury_on": DAY - timedelta(days=1)}
YOUNG: dict[str, Answer] = {"age_years": 17}


def keys(answers: dict[str, Answer]) -> set[str]:
    return {flag.key for flag in assess(seen(told(noes(**answers))), numbers("red_flags")).flags}


@pytest.mark.parametrize(
    ("key", "flag"),
    [
        ("cannot_put_weight", "weight_bearing_lost"),
        ("cannot_walk_four_steps", "weight_bearing_lost"),
        ("cannot_lift_straight_leg", "leg_cannot_be_lifted"),
        ("gap_near_kneecap", "leg_cannot_be_lifted"),
        ("hip_or_groin_pain", "hip_or_groin"),
        ("hop_pain_in_groin", "hip_or_groin"),
        ("calf_or_leg_swelling", "calf_swelling"),
        ("whole_leg_swollen", "calf_swelling"),
        ("calf_bigger_by_3cm", "calf_swelling"),
        ("pitting_swelling", "calf_swelling"),
        ("giving_way_repeated", "giving_way_again"),
        ("swelling", "swelling"),
        ("swelling_sudden", "swelling"),
        ("swelling_within_hours_of_run", "swelling"),
        ("bends_less_than_other", "movement_lost"),
        ("straightens_less_than_other", "movement_lost"),
        ("rest_pain", "rest_pain"),
        ("constant_pain", "rest_pain"),
    ],
)
def test_one_answer_is_a_flag_by_itself(key: str, flag: str) -> None:
    assert keys({key: True}) == {flag}


@pytest.mark.parametrize("sign", ["fever_or_chills", "feels_unwell", "pain_above_7", "cannot_put_weight"])
@pytest.mark.parametrize("lifting", ["cannot_lift_straight_leg", "gap_near_kneecap"])
def test_a_leg_that_cannot_be_lifted_is_worse_beside_a_bad_sign(lifting: str, sign: str) -> None:
    assert "leg_cannot_be_lifted_severe" in keys({lifting: True, sign: True})


@pytest.mark.parametrize(
    "sign",
    ["fever_or_chills", "feels_unwell", "pain_above_7", "cannot_put_weight", "cannot_walk_four_steps"],
)
def test_a_hot_joint_is_worse_beside_a_bad_sign(sign: str) -> None:
    assert "hot_joint_unwell" in keys({"hot_or_red_joint": True, sign: True})


@pytest.mark.parametrize("unwell", ["fever_or_chills", "feels_unwell"])
@pytest.mark.parametrize("swollen", ["swelling", "swelling_sudden", "swelling_within_hours_of_run"])
def test_a_swollen_joint_of_somebody_unwell_is_like_a_hot_one(swollen: str, unwell: str) -> None:
    bump: dict[str, Answer] = {"swelling_where": "bump_below_kneecap"}

    assert "hot_joint_unwell" in keys({swollen: True, unwell: True})
    assert "hot_joint_unwell" not in keys({swollen: True, unwell: True, **bump})


@pytest.mark.parametrize("swollen", ["swelling", "swelling_sudden", "swelling_within_hours_of_run"])
@pytest.mark.parametrize(
    ("fact", "flag"),
    [
        ("blood_thinner_or_bleeding_disorder", "bleeding_swelling"),
        ("immune_system_weakened", "vulnerable_swelling"),
        ("diabetes", "vulnerable_swelling"),
        ("joint_replacement", "vulnerable_swelling"),
        ("joint_injection_lately", "vulnerable_swelling"),
    ],
)
def test_a_swelling_is_worse_beside_a_fact(fact: str, flag: str, swollen: str) -> None:
    assert keys({swollen: True, fact: True}) == {"swelling", flag}
    assert keys({fact: True}) == set()


@pytest.mark.parametrize("swollen", ["swelling", "swelling_sudden", "swelling_within_hours_of_run"])
def test_a_swollen_joint_of_the_young_without_an_injury(swollen: str) -> None:
    bump: dict[str, Answer] = {"swelling_where": "bump_below_kneecap"}

    assert "young_swelling" in keys({**YOUNG, swollen: True})
    assert "young_swelling" not in keys({**YOUNG, swollen: True, **bump})
    assert "young_swelling" not in keys({**YOUNG, swollen: True, **HURT})


# ----------------------------------------------------------------------------------------------------- injury


@pytest.mark.parametrize(
    ("item", "flag"),
    [
        ("injury_kneecap_tender", "fracture_rule"),
        ("injury_fibula_head_tender", "fracture_rule"),
        ("injury_cannot_bend_90", "fracture_rule"),
        ("cannot_walk_four_steps", "fracture_rule"),
        ("injury_pop", "swelling_or_pop_after_injury"),
        ("injury_swelling_within_hours", "swelling_or_pop_after_injury"),
        ("swelling_sudden", "swelling_or_pop_after_injury"),
        ("giving_way", "giving_way_again"),
    ],
)
def test_an_injury_with_one_of_its_signs(item: str, flag: str) -> None:
    assert flag in keys({**HURT, item: True})
    assert flag not in keys(HURT)


@pytest.mark.parametrize(
    ("item", "flag"),
    [
        ("injury_kneecap_tender", "fracture_rule"),
        ("injury_fibula_head_tender", "fracture_rule"),
        ("injury_cannot_bend_90", "fracture_rule"),
        ("injury_pop", "swelling_or_pop_after_injury"),
        ("injury_swelling_within_hours", "swelling_or_pop_after_injury"),
    ],
)
def test_a_sign_of_an_injury_is_an_injury_whatever_was_said_of_it(item: str, flag: str) -> None:
    assert keys({"injury": False, item: True}) == {flag}


@pytest.mark.parametrize(
    "item", ["cannot_walk_four_steps", "swelling_sudden", "giving_way", "injury_fall_or_blow"]
)
def test_what_may_come_without_an_injury_is_no_sign_of_one(item: str) -> None:
    assert not keys({item: True}) & {
        "fracture_rule",
        "swelling_or_pop_after_injury",
        "giving_way_again",
        "fall_rule",
    }


@pytest.mark.parametrize("sign", ["fever_or_chills", "feels_unwell", "pain_above_7", "cannot_put_weight"])
def test_an_item_of_the_fracture_rule_is_worse_beside_a_bad_sign(sign: str) -> None:
    assert "fracture_rule_severe" in keys({**HURT, "injury_cannot_bend_90": True, sign: True})
    assert "fracture_rule_severe" not in keys({**HURT, sign: True})


@pytest.mark.parametrize("weight", ["cannot_walk_four_steps", "cannot_put_weight"])
def test_a_fall_after_which_the_leg_bears_no_weight(weight: str) -> None:
    assert "fall_rule" in keys({**HURT, "injury_fall_or_blow": True, weight: True})
    assert "fall_rule" not in keys({**HURT, weight: True})
    assert "fall_rule" not in keys({**HURT, "injury_fall_or_blow": True})


@pytest.mark.parametrize(
    ("days_ago", "examined", "settled", "counts"),
    [
        (0, True, True, True),
        (7, True, True, True),
        (8, True, True, False),
        (8, False, True, False),
        (8, True, False, False),
        (8, False, False, True),
        (400, False, False, True),
        (None, True, True, True),
    ],
)
def test_an_injury_is_recent_or_never_examined_and_not_settled(
    days_ago: int | None, examined: bool, settled: bool, counts: bool
) -> None:
    on: Answer = UNKNOWN if days_ago is None else DAY - timedelta(days=days_ago)
    said: dict[str, Answer] = {
        "injury": True,
        "injury_on": on,
        "injury_not_examined": not examined,
        "injury_not_settled": not settled,
        "injury_pop": True,
    }

    assert ("swelling_or_pop_after_injury" in keys(said)) is counts


# ---------------------------------------------------------------------------------- clot and calf


CLOT_ITEMS = [
    "active_cancer",
    "bed_rest_or_surgery_lately",
    "leg_in_plaster_or_paralysed",
    "tender_deep_veins",
    "whole_leg_swollen",
    "calf_bigger_by_3cm",
    "pitting_swelling",
    "swollen_surface_veins",
    "earlier_blood_clot",
]


@pytest.mark.parametrize(
    ("one", "other"), list(zip(CLOT_ITEMS, CLOT_ITEMS[1:] + CLOT_ITEMS[:1], strict=True))
)
def test_two_items_of_the_clot_rule_are_enough_and_one_is_not(one: str, other: str) -> None:
    assert "clot_points" in keys({one: True, other: True})
    assert "clot_points" not in keys({one: True})


@pytest.mark.parametrize(
    ("sign", "flag"),
    [
        ("calf_pain_without_felt_strain", "calf_pain_unexplained"),
        ("calf_pain_went_and_came_back", "calf_pain_unexplained"),
        ("travel_illness_or_hormones_lately", "calf_pain_with_risk"),
        ("pregnant_or_recent_birth", "calf_pain_with_risk"),
        ("active_cancer", "calf_pain_with_risk"),
        ("bed_rest_or_surgery_lately", "calf_pain_with_risk"),
        ("leg_in_plaster_or_paralysed", "calf_pain_with_risk"),
        ("earlier_blood_clot", "calf_pain_with_risk"),
    ],
)
def test_pain_of_one_calf_with_one_more_sign(sign: str, flag: str) -> None:
    assert flag in keys({"calf_pain": True, "calf_pain_one_sided": True, sign: True})
    assert flag not in keys({"calf_pain": True, sign: True})
    assert flag not in keys({"calf_pain": True, "calf_pain_one_sided": True})


@pytest.mark.parametrize(
    ("minutes", "flagged"), [(0, True), (10, True), (11, False), (UNKNOWN, True), (None, True)]
)
def test_a_cramp_that_is_gone_within_ten_minutes(minutes: Answer | None, flagged: bool) -> None:
    said: dict[str, Answer] = {} if minutes is None else {"same_effort_relief_min": minutes}

    assert ("same_effort_cramp" in keys({"same_effort_calf_or_foot_cramp": True, **said})) is flagged
    assert "same_effort_cramp" not in keys(said)


# ---------------------------------------------------------------------------------- hip and limp


@pytest.mark.parametrize("sign", ["fever_or_chills", "hip_or_groin_pain", "hop_pain_in_groin"])
def test_a_limp_with_fever_or_with_pain_of_hip_or_groin(sign: str) -> None:
    assert "limp_with_signs" in keys({"limp": True, sign: True})
    assert "limp_with_signs" not in keys({sign: True})


@pytest.mark.parametrize("sign", ["feels_unwell", "night_pain", "swelling"])
def test_a_limp_with_another_sign_is_no_more_than_that_sign(sign: str) -> None:
    assert "limp_with_signs" not in keys({"limp": True, sign: True})


@pytest.mark.parametrize(
    "sign", ["limp", "hip_or_groin_pain", "hop_pain_in_groin", "thigh_pain", "foot_turns_out"]
)
def test_the_hip_of_the_young(sign: str) -> None:
    assert "young_hip" in keys({**YOUNG, sign: True})
    assert "young_hip" not in keys({sign: True})


# ------------------------------------------------------------------------- inflammation, cancer and medicines


INFLAMED = [
    "several_swollen_joints",
    "morning_stiffness_over_30min",
    "psoriasis",
    "eye_or_bowel_inflammation",
    "tick_bite_or_rash",
]


@pytest.mark.parametrize(("one", "other"), list(zip(INFLAMED, INFLAMED[1:] + INFLAMED[:1], strict=True)))
def test_two_items_of_inflammation_or_one_with_a_hot_joint(one: str, other: str) -> None:
    assert keys({one: True, other: True}) == {"inflammation"}
    assert keys({one: True, "hot_or_red_joint": True}) == {"inflammation", "hot_joint"}
    assert keys({one: True}) == set()
    assert keys({"hot_or_red_joint": True}) == {"hot_joint"}


@pytest.mark.parametrize("sign", ["night_pain", "rest_pain", "constant_pain", "lump", "weight_loss"])
def test_past_cancer_with_a_sign(sign: str) -> None:
    assert "past_cancer" in keys({"past_cancer": True, sign: True})
    assert "past_cancer" not in keys({sign: True})
    assert "past_cancer" not in keys({"past_cancer": True})


TENDONS = {
    Place.ABOVE_KNEECAP,
    Place.BELOW_KNEECAP,
    Place.SHIN_BUMP,
    Place.OUTER_BELOW,
    Place.OUTER_CORNER,
    Place.INNER_BELOW,
    Place.BACK_INNER,
}


@pytest.mark.parametrize("place", Place)
@pytest.mark.parametrize("asked", ["places", "places_other_knee"])
def test_a_medicine_that_harms_tendons_counts_where_a_tendon_lies(place: Place, asked: str) -> None:
    at_tendon: dict[str, Answer] = {"places": ("behind_kneecap",), asked: (place.value,)}

    assert ("tendon_medicine" in keys({**at_tendon, "steroid_last_3_months": True})) is (place in TENDONS)
    assert ("tendon_medicine" in keys({**at_tendon, "fluoroquinolone_last_3_months": True})) is (
        place in TENDONS
    )
    assert "tendon_medicine" not in keys(at_tendon)


@pytest.mark.parametrize(("place", "asks"), [("calf", True), ("back_calf", True), ("behind_kneecap", False)])
@pytest.mark.parametrize("asked", ["places", "places_other_knee"])
def test_pointing_at_a_calf_is_pain_of_the_calf(place: str, asks: bool, asked: str) -> None:
    left_out = {key: answer for key, answer in noes().items() if key != "calf_pain_one_sided"}

    found = assess(seen(told({**left_out, asked: (place,)})), numbers("red_flags"))

    assert ("calf_pain_one_sided" in found.ask) is asks


@pytest.mark.parametrize("asked", ["places", "places_other_knee"])
def test_pointing_at_a_thigh_is_pain_of_the_thigh(asked: str) -> None:
    assert "young_hip" in keys({**YOUNG, "thigh_pain": False, asked: ("thigh",)})
    assert "young_hip" not in keys({**YOUNG, "thigh_pain": False, asked: ("behind_kneecap",)})


# ---------------------------------------------------------------------------------- by noes


@pytest.mark.parametrize(
    ("answers", "again"),
    [
        ({"age_years": 50, "sudden_inner_pain": True}, "sudden_inner_pain"),
        ({"same_effort_calf_or_foot_cramp": True}, "same_effort_calf_or_foot_cramp"),
        ({"swelling_within_hours_of_run": True}, "swelling_within_hours_of_run"),
        ({"night_pain": True}, "night_pain"),
    ],
    ids=str,
)
def test_a_flag_clears_by_two_noes_to_what_raised_it(answers: dict[str, Answer], again: str) -> None:
    noes_to_it = [told({again: False}, days=days) for days in (1, 3)]

    found = assess(seen(told(noes(**answers)), *noes_to_it, days=3), numbers("red_flags"))

    assert found.flags == ()


def test_a_tendon_without_a_medicine_that_weakens_it_is_no_flag() -> None:
    assert keys({"lump": True, "places": (Place.BELOW_KNEECAP.value,)}) == {"lump"}
