"""Which flags a moment's answers raise: rules 2 and the rows of the evidence, as plain functions."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from kneewise.guide.red_flags.ages import Ages
from kneewise.guide.red_flags.numbers import Numbers
from kneewise.guide.red_flags.said import Said
from kneewise.model.answers import UNKNOWN
from kneewise.model.places import Place

Raised = tuple[str, tuple[str, ...]]
"""A flag, and the keys that raised it."""

DIRECT: Final = {
    "chest_pain_breathless_or_coughing_blood": "chest_signs",
    "deformity_or_open_wound": "deformity_or_wound",
    "cold_pale_or_numb_foot": "foot_without_blood_or_feeling",
    "foot_drop": "foot_drop",
    "saddle_numbness_bladder_bowel_or_both_legs_weak": "saddle_signs",
    "hot_or_red_joint": "hot_joint",
    "cannot_put_weight": "weight_bearing_lost",
    "cannot_walk_four_steps": "weight_bearing_lost",
    "locked_knee": "locked_knee",
    "cannot_lift_straight_leg": "leg_cannot_be_lifted",
    "gap_near_kneecap": "leg_cannot_be_lifted",
    "hip_or_groin_pain": "hip_or_groin",
    "hop_pain_in_groin": "hip_or_groin",
    "calf_or_leg_swelling": "calf_swelling",
    "whole_leg_swollen": "calf_swelling",
    "calf_bigger_by_3cm": "calf_swelling",
    "pitting_swelling": "calf_swelling",
    "giving_way": "giving_way",
    "giving_way_repeated": "giving_way_again",
    "swelling": "swelling",
    "swelling_sudden": "swelling",
    "swelling_within_hours_of_run": "swelling",
    "bends_less_than_other": "movement_lost",
    "straightens_less_than_other": "movement_lost",
    "pain_above_7": "pain_above_7",
    "pain_above_5_not_settled_at_24h_twice": "pain_unsettled_twice",
    "night_pain": "night_pain",
    "rest_pain": "rest_pain",
    "constant_pain": "rest_pain",
    "lump": "lump",
    "weight_loss": "weight_loss",
}
"""Questions whose yes is a flag by itself."""

CLOT_ITEMS: Final = (
    "active_cancer",
    "bed_rest_or_surgery_lately",
    "leg_in_plaster_or_paralysed",
    "tender_deep_veins",
    "whole_leg_swollen",
    "calf_bigger_by_3cm",
    "pitting_swelling",
    "swollen_surface_veins",
    "earlier_blood_clot",
)

INFLAMMATION_ITEMS: Final = (
    "several_swollen_joints",
    "morning_stiffness_over_30min",
    "psoriasis",
    "eye_or_bowel_inflammation",
    "tick_bite_or_rash",
)

INJURY_SIGNS: Final = (
    "injury_pop",
    "injury_swelling_within_hours",
    "injury_kneecap_tender",
    "injury_fibula_head_tender",
    "injury_cannot_bend_90",
)

FRACTURE_ITEMS: Final = (
    "injury_kneecap_tender",
    "injury_fibula_head_tender",
    "injury_cannot_bend_90",
    "cannot_walk_four_steps",
)

WEIGHT: Final = ("cannot_walk_four_steps", "cannot_put_weight")
SWOLLEN: Final = ("swelling", "swelling_sudden", "swelling_within_hours_of_run")
SEVERE: Final = ("cannot_put_weight", "pain_above_7")
ILL: Final = "ill"
"""An illness of the diary that lasts; no "no" of a form and no clearance says that it is over."""
UNWELL: Final = ("fever_or_chills", "feels_unwell", ILL)
HIP: Final = ("hip_or_groin_pain", "hop_pain_in_groin")
VULNERABLE: Final = ("immune_system_weakened", "diabetes", "joint_replacement", "joint_injection_lately")
WITH_CANCER: Final = ("night_pain", "rest_pain", "constant_pain", "lump", "weight_loss")
CLOT_RISKS: Final = (
    "travel_illness_or_hormones_lately",
    "pregnant_or_recent_birth",
    "active_cancer",
    "bed_rest_or_surgery_lately",
    "leg_in_plaster_or_paralysed",
    "earlier_blood_clot",
    ILL,
)
"""With pain in one calf each is enough: what is felt as a strain may be a clot."""
TENDON_MEDICINES: Final = ("steroid_last_3_months", "fluoroquinolone_last_3_months")

TENDON_PLACES: Final = frozenset(
    {
        Place.ABOVE_KNEECAP,
        Place.BELOW_KNEECAP,
        Place.SHIN_BUMP,
        Place.OUTER_BELOW,
        Place.OUTER_CORNER,
        Place.INNER_BELOW,
        Place.BACK_INNER,
    }
)
"""Where a tendon lies or attaches."""

URGENT_LISTS: Final = frozenset({"emergency", "same_day"})


def raised(said: Said, ages: Ages, numbers: Numbers, *, on: date) -> Iterator[Raised]:
    """Yield every flag that the answers raise on a day, the bone flags apart."""
    for key, flag in DIRECT.items():
        if said.yes(key):
            yield flag, (key,)
    hurt = injured(said, numbers, on=on)
    severe = said.any_yes(SEVERE)
    yield from _joint(said, hurt=hurt, severe=severe)
    if hurt:
        yield from _injury(said, ages, severe=severe)
    yield from _clot(said, numbers)
    yield from _hip(said, ages, hurt=hurt)
    yield from _slower(said, ages, numbers)


def injured(said: Said, numbers: Numbers, *, on: date) -> bool:
    """Whether there is an injury that counts: recent, or never examined and not settled since."""
    if not said.yes("injury") and not said.any_yes(INJURY_SIGNS):
        return False
    happened = said.day("injury_on")
    if happened is None or on - happened <= timedelta(days=numbers.injury_recent_days.value):
        return True
    return said.yes("injury_not_examined") and said.yes("injury_not_settled")


def _joint_swollen(said: Said) -> bool:
    return bool(said.any_yes(SWOLLEN)) and said.latest.get("swelling_where") != "bump_below_kneecap"


def _joint(said: Said, *, hurt: bool, severe: tuple[str, ...]) -> Iterator[Raised]:
    unwell = said.any_yes(UNWELL)
    if said.yes("hot_or_red_joint") and (bad := (*unwell, *severe, *said.any_yes(WEIGHT))):
        yield "hot_joint_unwell", ("hot_or_red_joint", *bad)
    elif _joint_swollen(said) and unwell:
        yield "hot_joint_unwell", (*said.any_yes(SWOLLEN), *unwell)
    lifting = said.any_yes(("cannot_lift_straight_leg", "gap_near_kneecap"))
    if lifting and (unwell or severe):
        yield "leg_cannot_be_lifted_severe", (*lifting, *unwell, *severe)
    if swollen := said.any_yes(SWOLLEN):
        yield from _swelling(said, swollen)
    if said.yes("giving_way") and hurt:
        yield "giving_way_again", ("giving_way", "injury")


def _swelling(said: Said, swollen: tuple[str, ...]) -> Iterator[Raised]:
    if said.yes("blood_thinner_or_bleeding_disorder"):
        yield "bleeding_swelling", (*swollen, "blood_thinner_or_bleeding_disorder")
    if vulnerable := said.any_yes(VULNERABLE):
        yield "vulnerable_swelling", (*swollen, *vulnerable)


def _injury(said: Said, ages: Ages, *, severe: tuple[str, ...]) -> Iterator[Raised]:
    items = said.any_yes(FRACTURE_ITEMS)
    if items or ages.fracture:
        yield "fracture_rule", ("injury", *items)
        if bad := (*severe, *said.any_yes(UNWELL)):
            yield "fracture_rule_severe", ("injury", *items, *bad)
    if said.yes("injury_fall_or_blow") and (ages.fall or said.any_yes(WEIGHT)):
        yield "fall_rule", ("injury", "injury_fall_or_blow", *said.any_yes(WEIGHT))
    if early := said.any_yes(("injury_pop", "injury_swelling_within_hours", "swelling_sudden")):
        yield "swelling_or_pop_after_injury", ("injury", *early)
    if ages.young:
        yield "young_injury", ("injury",)


def _clot(said: Said, numbers: Numbers) -> Iterator[Raised]:
    points = said.any_yes(CLOT_ITEMS)
    if len(points) >= numbers.clot_points_from.value:
        yield "clot_points", points
    if not said.yes("calf_pain_one_sided"):
        return
    if signs := said.any_yes(("calf_pain_without_felt_strain", "calf_pain_went_and_came_back")):
        yield "calf_pain_unexplained", ("calf_pain_one_sided", *signs)
    if risks := said.any_yes(CLOT_RISKS):
        yield "calf_pain_with_risk", ("calf_pain_one_sided", *risks)


def _hip(said: Said, ages: Ages, *, hurt: bool) -> Iterator[Raised]:
    limping = said.any_yes(("limp",))
    if limping and (signs := said.any_yes(("fever_or_chills", *HIP))):
        yield "limp_with_signs", ("limp", *signs)
    if not ages.young:
        return
    if signs := said.any_yes(("limp", *HIP, "thigh_pain", "foot_turns_out")):
        yield "young_hip", signs
    if _joint_swollen(said) and not hurt:
        yield "young_swelling", said.any_yes(SWOLLEN)


def _slower(said: Said, ages: Ages, numbers: Numbers) -> Iterator[Raised]:
    if ages.inner and said.yes("sudden_inner_pain"):
        yield "sudden_inner_pain", ("sudden_inner_pain",)
    if said.yes("past_cancer") and (signs := said.any_yes(WITH_CANCER)):
        yield "past_cancer", ("past_cancer", *signs)
    items = said.any_yes(INFLAMMATION_ITEMS)
    if len(items) >= numbers.inflammation_items.value or (items and said.yes("hot_or_red_joint")):
        yield "inflammation", items
    relief = said.number("same_effort_relief_min")
    if said.yes("same_effort_calf_or_foot_cramp") and (
        relief is None or relief <= numbers.relief_within_min.value
    ):
        yield "same_effort_cramp", ("same_effort_calf_or_foot_cramp",)
    medicine = said.any_yes(TENDON_MEDICINES)
    if medicine and (said.latest.get("places") is UNKNOWN or said.places() & TENDON_PLACES):
        yield "tendon_medicine", medicine
