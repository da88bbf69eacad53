"""Runners as a clinician would describe them, told by an answers file: who is stopped, who is let through.

Only what the description says is answered; the rest was not asked. What is expected was read from the
differential and the red flags of the evidence before the program was asked; no clinician has reviewed it yet.
"""

from dataclasses import dataclass

import pytest

from kneewise.app import screen
from kneewise.app.home import RunnerRef
from kneewise.present.json import screening_json
from kneewise.store.codec import Json
from tests.app.samples import NOW


@dataclass(frozen=True, slots=True, kw_only=True)
class Vignette:
    """One description; ``first`` is the pattern that should stand out, where one should."""

    told: dict[str, object]
    urgency: str
    first: str | None = None


ORDINARY = {
    "patellofemoral": Vignette(
        told={
            "age_years": 28,
            "sex": "female",
            "places": ["behind_kneecap", "inner_edge"],
            "came_on_gradually": True,
            "hurts_stairs_down": True,
            "hurts_squat": True,
            "hurts_sitting": True,
            "hurts_downhill": True,
            "worse_through_run": True,
            "bone_tenderness": False,
            "hop_pain_on_bone": False,
            "night_pain": False,
            "swelling": False,
        },
        urgency="none",
        first="patellofemoral",
    ),
    "outer band": Vignette(
        told={
            "age_years": 35,
            "sex": "male",
            "places": ["outer_above"],
            "starts_at_same_distance": True,
            "first_pain_min": 25,
            "hurts_downhill": True,
            "hurts_sitting": False,
            "swelling": False,
            "bone_tenderness": True,
            "bone_spot": "outer_bump_under_band",
        },
        urgency="none",
        first="it_band",
    ),
    "patellar tendon": Vignette(
        told={
            "age_years": 22,
            "sex": "male",
            "places": ["below_kneecap"],
            "hurts_at_start": True,
            "warms_up": True,
            "hurts_next_morning": True,
            "hurts_hop": True,
            "bone_tenderness": True,
            "bone_spot": "kneecap_lower_tip",
        },
        urgency="none",
        first="patellar_tendon",
    ),
    "meniscus, quiet": Vignette(
        told={
            "age_years": 48,
            "sex": "male",
            "places": ["inner_joint"],
            "hurts_twisting": True,
            "hurts_squat": True,
            "catching_or_clicking": True,
            "locked_knee": False,
            "swelling": False,
            "giving_way": False,
        },
        urgency="routine",
        first="meniscus",
    ),
    "worn joint": Vignette(
        told={
            "age_years": 61,
            "sex": "female",
            "places": ["inner_joint"],
            "morning_stiffness": True,
            "morning_stiffness_over_30min": False,
            "hurts_stairs_down": True,
            "hurts_stairs_up": True,
            "hurts_after": True,
            "swelling": False,
        },
        urgency="none",
        first="osteoarthritis",
    ),
    "quadriceps tendon": Vignette(
        told={
            "age_years": 46,
            "sex": "male",
            "places": ["above_kneecap"],
            "warms_up": True,
            "hurts_squat": True,
            "hurts_hop": True,
            "hurts_resisted_straightening": True,
            "morning_stiffness": True,
        },
        # A rare pattern: unclear is no fault.
        urgency="none",
    ),
    "more miles and high arches, nothing at the bone": Vignette(
        told={
            "age_years": 31,
            "places": ["behind_kneecap"],
            "hurts_stairs_down": True,
            "high_arches": True,
            "more_running_lately": True,
            "bone_tenderness": False,
            "earlier_bone_stress_injury": False,
            "hop_pain_on_bone": False,
            "pain_walking": False,
            "pain_earlier_each_run": False,
            "rest_pain": False,
        },
        urgency="routine",
    ),
}

BONE = {
    "shin bone, late": Vignette(
        told={
            "age_years": 24,
            "sex": "female",
            "places": ["inner_below"],
            "load_rise_before_onset": True,
            "more_running_lately": True,
            "pain_earlier_each_run": True,
            "pain_walking": True,
            "pain_walking_0_10": 4,
            "bone_tenderness": True,
            "bone_spot": "inner_shin_below_joint",
        },
        urgency="within_days",
    ),
    "shin bone, early, called pes anserine": Vignette(
        told={
            "age_years": 41,
            "sex": "female",
            "places": ["inner_below"],
            "hurts_stairs_up": True,
            "bone_tenderness": True,
            "bone_spot": "inner_shin_below_joint",
        },
        urgency="within_days",
    ),
    "kneecap bone, called runner's knee": Vignette(
        told={
            "age_years": 30,
            "places": ["behind_kneecap"],
            "hurts_stairs_down": True,
            "hurts_squat": True,
            "hurts_sitting": True,
            "hop_pain_on_bone": True,
            "bone_tenderness": True,
            "bone_spot": "kneecap_middle",
        },
        urgency="within_days",
    ),
    "thigh bone, deep and vague": Vignette(
        told={
            "age_years": 27,
            "sex": "female",
            "places": ["thigh", "above_kneecap"],
            "bone_tenderness": False,
            "hop_pain_on_bone": True,
            "load_rise_before_onset": True,
            "pain_earlier_each_run": True,
            "rest_pain": True,
        },
        urgency="within_days",
    ),
    "no tender spot, but earlier each run and now on walks": Vignette(
        told={
            "age_years": 33,
            "places": ["inner_joint"],
            "bone_tenderness": False,
            "pain_earlier_each_run": True,
            "pain_walking": True,
        },
        urgency="within_days",
    ),
    "earlier stress fractures, missed periods, more running": Vignette(
        told={
            "age_years": 23,
            "sex": "female",
            "places": ["whole_knee"],
            "two_bone_stress_injuries": True,
            "missed_three_periods": True,
            "more_running_lately": True,
        },
        urgency="within_days",
    ),
}

OTHERS = {
    "neck of the thigh bone": Vignette(
        told={
            "age_years": 38,
            "sex": "female",
            "places": ["behind_kneecap"],
            "hip_or_groin_pain": True,
            "hop_pain_in_groin": True,
            "limp": True,
        },
        urgency="same_day",
    ),
    "infected joint": Vignette(
        told={
            "age_years": 52,
            "hot_or_red_joint": True,
            "swelling": True,
            "swelling_where": "joint",
            "fever_or_chills": True,
            "pain_this_morning": 7,
        },
        urgency="emergency",
    ),
    "infected joint without fever, after an injection": Vignette(
        told={
            "age_years": 52,
            "swelling": True,
            "joint_injection_lately": True,
            "fever_or_chills": False,
            "feels_unwell": False,
        },
        urgency="same_day",
    ),
    "clot after a flight": Vignette(
        told={
            "age_years": 40,
            "places": ["back_calf"],
            "calf_pain": True,
            "calf_pain_one_sided": True,
            "calf_pain_without_felt_strain": True,
            "travel_illness_or_hormones_lately": True,
        },
        urgency="same_day",
    ),
    "clot in the lung": Vignette(
        told={
            "age_years": 40,
            "calf_pain": True,
            "calf_or_leg_swelling": True,
            "chest_pain_breathless_or_coughing_blood": True,
        },
        urgency="emergency",
    ),
    "break after a fall": Vignette(
        told={
            "age_years": 60,
            "injury": True,
            "injury_on": NOW.date().isoformat(),
            "injury_fall_or_blow": True,
            "injury_cannot_bend_90": True,
            "cannot_walk_four_steps": True,
        },
        urgency="same_day",
    ),
    "cruciate ligament": Vignette(
        told={
            "age_years": 29,
            "injury": True,
            "injury_on": NOW.date().isoformat(),
            "injury_pop": True,
            "injury_swelling_within_hours": True,
            "giving_way": True,
        },
        urgency="same_day",
    ),
    "torn meniscus that locks": Vignette(
        told={"age_years": 26, "places": ["inner_joint"], "hurts_twisting": True, "locked_knee": True},
        urgency="same_day",
    ),
    "tumour of the bone": Vignette(
        told={
            "age_years": 19,
            "sex": "male",
            "places": ["inner_above"],
            "night_pain": True,
            "constant_pain": True,
            "lump": True,
            "load_rise_before_onset": False,
        },
        urgency="within_days",
    ),
    "bone that gives in at 58": Vignette(
        told={
            "age_years": 58,
            "sex": "female",
            "places": ["inner_joint"],
            "sudden_inner_pain": True,
            "night_pain": True,
            "injury": False,
        },
        urgency="within_days",
    ),
    "slipped growth plate of the hip": Vignette(
        told={
            "age_years": 13,
            "sex": "male",
            "places": ["behind_kneecap"],
            "thigh_pain": True,
            "foot_turns_out": True,
            "limp": True,
        },
        urgency="same_day",
    ),
    "loose piece of cartilage at 15": Vignette(
        told={
            "age_years": 15,
            "sex": "male",
            "places": ["inner_joint"],
            "swelling_within_hours_of_run": True,
            "catching_or_clicking": True,
            "injury": False,
        },
        urgency="same_day",
    ),
    "loose piece of cartilage at 21": Vignette(
        told={
            "age_years": 21,
            "sex": "male",
            "places": ["inner_joint"],
            "swelling_within_hours_of_run": True,
            "catching_or_clicking": True,
            "straightens_less_than_other": True,
        },
        urgency="within_days",
    ),
    "growing shin bump at 14": Vignette(
        told={
            "age_years": 14,
            "places": ["shin_bump"],
            "swelling": True,
            "swelling_where": "bump_below_kneecap",
            "hurts_hop": True,
            "thigh_pain": False,
            "limp": False,
        },
        urgency="within_days",
    ),
    "inflamed joints": Vignette(
        told={"age_years": 36, "several_swollen_joints": True, "morning_stiffness_over_30min": True},
        urgency="within_days",
    ),
    "artery that is pressed on": Vignette(
        told={
            "age_years": 25,
            "places": ["calf"],
            "same_effort_calf_or_foot_cramp": True,
            "same_effort_relief_min": 6,
        },
        urgency="within_days",
    ),
    "nerves of the lower back": Vignette(
        told={"age_years": 44, "saddle_numbness_bladder_bowel_or_both_legs_weak": True},
        urgency="emergency",
    ),
}


def answer(runner: RunnerRef, told: dict[str, object]) -> dict[str, Json]:
    """What `kneewise screen --answers FILE --dry-run --json` prints."""
    found = screen.screen(runner, screen.parse_file(told, on=NOW.date()), at=NOW, dry_run=True)
    said = screening_json(
        found.decision,
        may_run=found.may_run,
        provisional_urgency=found.provisional_urgency,
        provisional_may_run=found.provisional_may_run,
        next_questions=found.next_questions,
    )
    assert isinstance(said, dict)
    return said


@pytest.mark.parametrize("name", ORDINARY)
def test_an_ordinary_knee_is_let_through_once_the_rest_is_answered_no(
    quick_runner: RunnerRef, name: str
) -> None:
    vignette = ORDINARY[name]

    said = answer(quick_runner, vignette.told)

    assert said["provisional"] == {"urgency": vignette.urgency, "may_run": True}
    assert said["may_run"] is False
    assert vignette.first in {said["first"], None}


@pytest.mark.parametrize("name", BONE | OTHERS)
def test_a_serious_knee_is_stopped_whatever_the_rest_is(quick_runner: RunnerRef, name: str) -> None:
    vignette = (BONE | OTHERS)[name]

    said = answer(quick_runner, vignette.told)

    assert said["urgency"] == vignette.urgency
    assert said["may_run"] is False
    assert said["provisional"] == {"urgency": vignette.urgency, "may_run": False}


@pytest.mark.parametrize("name", BONE)
def test_an_overloaded_bone_is_called_by_no_pattern(quick_runner: RunnerRef, name: str) -> None:
    said = answer(quick_runner, BONE[name].told)

    assert (said["first"], said["unclear"]) == (None, True)
