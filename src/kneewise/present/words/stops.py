"""Each sign that stops running, in words that stand in a list and that can be said to a clinician."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SENTENCES: Mapping[str, str | Promise] = {
    # An emergency.
    "stops.chest_signs": _("chest pain, new shortness of breath, or coughing up blood"),
    "stops.deformity_or_wound": _("a knee that changed its shape, a kneecap out of place, or an open wound"),
    "stops.foot_without_blood_or_feeling": _("a cold, pale or numb foot, or no pulse in it"),
    "stops.foot_drop": _("since an injury, the front of the foot cannot be lifted"),
    "stops.saddle_signs": _("newly numb between the legs, bladder or bowel changed, or both legs weak"),
    "stops.hot_joint_unwell": _(
        "a hot or red joint with fever, feeling ill, pain above %(pain_stop_above_0_10)s of 10, or no "
        "weight on the leg; or a swollen joint with fever or feeling ill"
    ),
    "stops.fracture_rule_severe": _(
        "after an injury: a sign of a break, or an age from %(fracture_age_from_years)s on. And with it: "
        "pain above %(pain_stop_above_0_10)s of 10, no weight on the leg, a fever, or you feel ill"
    ),
    "stops.leg_cannot_be_lifted_severe": _(
        "you cannot lift the straight leg, or feel a gap near the kneecap. And with it: pain above "
        "%(pain_stop_above_0_10)s of 10, no weight on the leg, a fever, or you feel ill"
    ),
    # The same day.
    "stops.hot_joint": _("a joint that is hot or red"),
    "stops.fracture_rule": _(
        "after an injury of the last %(injury_recent_days)s days, or an older one that was never examined "
        "and has not settled: the kneecap or the bump at the outer side is tender to press; the knee does "
        "not bend to a right angle; you cannot walk four steps; or you are %(fracture_age_from_years)s or "
        "older"
    ),
    "stops.fall_rule": _(
        "after a fall or a blow: no weight on the leg, or an age above %(fall_age_above_years)s or below "
        "%(fall_age_below_years)s"
    ),
    "stops.swelling_or_pop_after_injury": _("after an injury: a pop, or swelling within hours"),
    "stops.locked_knee": _("a knee that is stuck and cannot be straightened"),
    "stops.leg_cannot_be_lifted": _(
        "lying down, the straight leg cannot be lifted, or a gap can be felt above or below the kneecap"
    ),
    "stops.clot_points": _(
        "two or more signs of a clot in the leg: tender along its veins, swollen, plaster, bed rest or "
        "surgery lately, cancer, an earlier clot"
    ),
    "stops.calf_swelling": _("a calf or a leg newly swollen"),
    "stops.calf_pain_unexplained": _(
        "new pain in one calf without a moment of strain, or that went and came back"
    ),
    "stops.calf_pain_with_risk": _(
        "new pain in one calf after a journey, an illness, surgery or an earlier clot, with hormones, in "
        "pregnancy or after a birth"
    ),
    "stops.weight_bearing_lost": _("a leg that you cannot stand on"),
    "stops.hip_or_groin": _("pain in the hip or the groin, or hopping that hurts there"),
    "stops.limp_with_signs": _("a limp together with fever, or with pain in the hip or the groin"),
    "stops.young_hip": _(
        "under %(adult_from_years)s: a limp, pain in hip, groin or thigh, or a foot that turns out"
    ),
    "stops.young_swelling": _("under %(adult_from_years)s: a joint that swells without an injury"),
    "stops.young_injury": _("under %(adult_from_years)s: an injured knee"),
    "stops.bleeding_swelling": _("a swollen knee with blood thinners or a bleeding disorder"),
    "stops.vulnerable_swelling": _(
        "a swollen knee with diabetes, weak defences, an artificial joint, or an injection into it lately"
    ),
    "stops.giving_way_again": _("a knee that gave way more than once, or after an injury"),
    "stops.not_known": _("an urgent question that was twice answered with “I don’t know”"),
    # Within days.
    "stops.giving_way": _("a knee that gave way"),
    "stops.swelling": _("swelling of the knee"),
    "stops.movement_lost": _("a knee that bends or straightens less far than the other"),
    "stops.pain_above_7": _("pain above %(pain_stop_above_0_10)s of 10, even once"),
    "stops.pain_unsettled_twice": _(
        "after two runs with pain above %(unsettled_above_0_10)s of 10, more pain a day later than before "
        "the run"
    ),
    "stops.night_pain": _("pain that wakes at night"),
    "stops.rest_pain": _("pain while lying still, or all the time"),
    "stops.sudden_inner_pain": _(
        "from %(inner_pain_age_from_years)s on, sudden and severe pain at the inner side"
    ),
    "stops.lump": _("a lump at the knee or near it"),
    "stops.weight_loss": _("weight lost without meaning to"),
    "stops.past_cancer": _("a cancer in the past, with a lump or pain that is not about running"),
    "stops.inflammation": _(
        "two signs of inflamed joints, or one with a hot knee: several swollen joints, stiff mornings, "
        "psoriasis, an inflamed eye or bowel, a tick bite or a rash"
    ),
    "stops.same_effort_cramp": _(
        "a calf or a foot that cramps or goes numb at the same effort each time, and eases with rest"
    ),
    "stops.under_18": _("under %(adult_from_years)s, or an age that was not told"),
    "stops.tendon_medicine": _(
        "pain where a tendon is, within three months of cortisone or of a fluoroquinolone antibiotic"
    ),
    "stops.bone_points": _(
        "bone stress: a spot of bone that is tender to press; an earlier bone injury with more running or "
        "high arches; or high arches with more running and any pain in walking, lying still or hopping, or "
        "that comes earlier in each run"
    ),
    "stops.bone_hop": _("bone stress: hopping that hurts on the bone"),
    "stops.bone_signs": _(
        "bone stress: pain earlier in each run, or walking that hurts above %(walking_pain_above_0_10)s of "
        "10: both together, or one of them with tender bone, pain lying still or at night, or an earlier "
        "bone injury; or pain lying still or at night after more running"
    ),
    # Running waits.
    "stops.pills_before_runs": _("painkillers before a run, to be able to run"),
    "stops.bone_earlier_alone": _("pain that comes earlier with each run"),
    "stops.bone_walking_alone": _("walking that hurts more than %(walking_pain_above_0_10)s of 10"),
    "stops.red_twice": _("two red runs within a fortnight"),
    "stops.clinician_said_no": _("a clinician who said not to run"),
}
