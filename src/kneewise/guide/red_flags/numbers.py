"""Numbers of the red flags: a level for each flag (1 routine, 2 within days, 3 same day, 4 emergency)."""

from dataclasses import dataclass

from kneewise.model.catalogue import Catalogue
from kneewise.model.evidence import Number


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbers:
    """The reviewed numbers of this room, named as in ``knowledge.toml``."""

    chest_signs: Number
    deformity_or_wound: Number
    foot_without_blood_or_feeling: Number
    foot_drop: Number
    saddle_signs: Number
    hot_joint: Number
    hot_joint_unwell: Number
    fracture_rule: Number
    fracture_rule_severe: Number
    fall_rule: Number
    swelling_or_pop_after_injury: Number
    locked_knee: Number
    leg_cannot_be_lifted: Number
    leg_cannot_be_lifted_severe: Number
    clot_points: Number
    calf_swelling: Number
    calf_pain_unexplained: Number
    calf_pain_with_risk: Number
    weight_bearing_lost: Number
    hip_or_groin: Number
    limp_with_signs: Number
    young_hip: Number
    young_swelling: Number
    young_injury: Number
    bleeding_swelling: Number
    vulnerable_swelling: Number
    giving_way_again: Number
    clinician_said_no: Number
    not_known: Number
    giving_way: Number
    swelling: Number
    movement_lost: Number
    pain_above_7: Number
    pain_unsettled_twice: Number
    night_pain: Number
    rest_pain: Number
    sudden_inner_pain: Number
    lump: Number
    weight_loss: Number
    past_cancer: Number
    inflammation: Number
    same_effort_cramp: Number
    under_18: Number
    tendon_medicine: Number
    bone_points: Number
    bone_hop: Number
    bone_signs: Number
    bone_points_harmless: Number
    catching: Number
    sharp_pain: Number
    painkiller_days: Number
    medicine_unexamined: Number
    operation: Number
    known_diagnosis: Number
    missed_periods: Number
    bone_injuries: Number
    pregnancy: Number
    tingling: Number
    bone_tenderness_points: Number
    earlier_bone_injury_points: Number
    high_arches_points: Number
    more_running_points: Number
    bone_points_from: Number
    clot_points_from: Number
    pain_stop_above_0_10: Number
    unsettled_above_0_10: Number
    unsettled_times: Number
    walking_pain_above_0_10: Number
    injury_recent_days: Number
    adult_from_years: Number
    fracture_age_from_years: Number
    fall_age_below_years: Number
    fall_age_above_years: Number
    inner_pain_age_from_years: Number
    relief_within_min: Number
    inflammation_items: Number
    no_good_for_days: Number
    ask_again_after_days: Number
    clear_apart_hours: Number
    painkiller_days_of_week: Number
    painkiller_days_of_month: Number
    month_days: Number
    week_days: Number
    catalogue: Catalogue
