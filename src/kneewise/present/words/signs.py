"""The signs that stop running, as statements for a list; the screening asks the same as questions."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SENTENCES: Mapping[str, str | Promise] = {
    "sign.chest_pain_breathless_or_coughing_blood": _(
        "chest pain, new shortness of breath or coughing up blood"
    ),
    "sign.deformity_or_open_wound": _(
        "the knee changed its shape, the kneecap is out of place, or a wound is open"
    ),
    "sign.cold_pale_or_numb_foot": _("the foot on that side is cold, pale or numb"),
    "sign.foot_drop": _("after an injury, the front of the foot cannot be lifted"),
    "sign.saddle_numbness_bladder_bowel_or_both_legs_weak": _(
        "newly numb between the legs, bladder or bowel changed, or both legs weak"
    ),
    "sign.hot_or_red_joint": _(
        "the joint is hot or red (with fever, feeling ill, severe pain or no weight on the leg: an emergency)"
    ),
    "sign.cannot_put_weight": _("the leg cannot be stood on, or takes no weight"),
    "sign.locked_knee": _("the knee is stuck and cannot be straightened"),
    "sign.cannot_lift_straight_leg": _("lying down, the straight leg cannot be lifted"),
    "sign.gap_near_kneecap": _("a gap can be felt just above or below the kneecap"),
    "sign.hip_or_groin_pain": _("pain in the hip or the groin"),
    "sign.hop_pain_in_groin": _("hopping on that leg hurts in the groin"),
    "sign.calf_pain": _("new pain in a calf, whatever it may come from"),
    "sign.calf_or_leg_swelling": _("a calf or a leg is newly swollen"),
    "sign.injury": _("an injury in the last days, or one that never settled and was never examined"),
    "sign.fever_or_chills": _("fever or chills with the sore knee"),
    "sign.feels_unwell": _("feeling ill with the sore knee"),
    "sign.limp": _("a limp, above all with fever, hip pain, or under 18"),
    "sign.giving_way": _("the knee gives way (more than once, or after an injury: the same day)"),
    "sign.swelling": _("the knee swells"),
    "sign.bends_less_than_other": _("the knee bends less far than the other"),
    "sign.straightens_less_than_other": _("the knee straightens less far than the other"),
    "sign.pain_above_7": _("pain above 7 of 10, even once"),
    "sign.pain_above_5_not_settled_at_24h_twice": _(
        "twice, after a run with pain above 5 of 10, more pain a day later than before it"
    ),
    "sign.night_pain": _("the knee wakes you at night"),
    "sign.rest_pain": _("it hurts when you lie still"),
    "sign.constant_pain": _("the pain is there all the time"),
    "sign.sudden_inner_pain": _("sudden, severe pain at the inner side"),
    "sign.lump": _("a lump at the knee or near it"),
    "sign.weight_loss": _("weight lost without meaning to"),
    "sign.several_swollen_joints": _("several joints are swollen"),
    "sign.morning_stiffness_over_30min": _("joints stiff for more than half an hour in the morning"),
    "sign.psoriasis": _("psoriasis"),
    "sign.eye_or_bowel_inflammation": _("an inflamed eye or bowel"),
    "sign.tick_bite_or_rash": _("a tick bite or a new rash"),
    "sign.bone_tenderness": _(
        "pressed with one finger, one spot of bone hurts clearly more than on the other leg"
    ),
    "sign.hop_pain_on_bone": _("hopping on that leg hurts on the bone"),
    "sign.pain_earlier_each_run": _("the pain comes earlier with each run"),
    "sign.pain_walking": _("walking hurts"),
    "sign.painkillers_before_runs": _("painkillers before a run, to be able to run"),
    "sign.foot_turns_out": _("the foot on that side turns out, walking or lying"),
    "sign.thigh_pain": _("pain in the thigh"),
    "sign.more_running_lately": _("clearly more running in the last two weeks than in two usual weeks"),
    "sign.swelling_within_hours_of_run": _("the knee swells within hours of a run"),
    "sign.same_effort_calf_or_foot_cramp": _(
        "calf or foot cramp, tighten or go numb at the same effort each time, and ease within minutes of rest"
    ),
}
