"""What the red flags say: each flag, and each reason to ask or to wait."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SENTENCES: Mapping[str, str | Promise] = {
    "red_flags.chest_signs": _("Chest pain, breathlessness or coughing blood can come from a clot."),
    "red_flags.deformity_or_wound": _("The knee has changed its shape, or there is an open wound."),
    "red_flags.foot_without_blood_or_feeling": _(
        "The foot is cold, pale or numb, or has no pulse: its blood or its nerves may be cut off."
    ),
    "red_flags.foot_drop": _("The front of the foot cannot be lifted since an injury."),
    "red_flags.saddle_signs": _(
        "Numb between the legs, a change of bladder or bowel, or both legs weak: nerves in the lower back "
        "may be pressed on."
    ),
    "red_flags.hot_joint": _(
        "The joint is hot or red; infection has to be ruled out, with or without fever."
    ),
    "red_flags.hot_joint_unwell": _(
        "A hot or red joint while you are unwell, in severe pain or cannot stand on the leg can be an "
        "infection. So can a swollen one while you are unwell."
    ),
    "red_flags.fracture_rule": _(
        "After an injury, these signs, or your age, can mean a break: somebody has to decide about an X-ray."
    ),
    "red_flags.fracture_rule_severe": _(
        "After an injury, a sign of a break or your age, together with severe pain, no weight on the leg or"
        " feeling unwell."
    ),
    "red_flags.fall_rule": _(
        "After a fall or a blow the bone has to be looked at: for your age, or because you cannot walk."
    ),
    "red_flags.swelling_or_pop_after_injury": _(
        "A pop, or swelling within hours of an injury, can mean bleeding into the joint."
    ),
    "red_flags.locked_knee": _("The knee is stuck and cannot be straightened."),
    "red_flags.leg_cannot_be_lifted": _(
        "The straight leg cannot be lifted, or there is a gap near the kneecap: a tendon may have torn."
    ),
    "red_flags.leg_cannot_be_lifted_severe": _(
        "A tendon may have torn, with severe pain, no weight on the leg or feeling unwell."
    ),
    "red_flags.clot_points": _(
        "Two or more things speak for a clot in the leg: signs of it, or what makes one likelier."
    ),
    "red_flags.calf_swelling": _("The calf or the leg is swollen: a clot has to be ruled out."),
    "red_flags.calf_pain_unexplained": _(
        "Pain in one calf without a moment of strain, or that went and came back: a clot has to be ruled out."
    ),
    "red_flags.calf_pain_with_risk": _(
        "Pain in one calf after a journey, an illness, surgery or an earlier clot, with hormones, in "
        "pregnancy or after a birth: a clot has to be ruled out."
    ),
    "red_flags.weight_bearing_lost": _(
        "The leg does not carry your weight: it has to be looked at, injury or not."
    ),
    "red_flags.hip_or_groin": _("Pain in the hip or groin: the neck of the thigh bone has to be looked at."),
    "red_flags.limp_with_signs": _(
        "A limp together with fever, or with pain in the hip or groin, has to be looked at."
    ),
    "red_flags.young_hip": _(
        "Under 18, a limp or pain in hip or thigh can come from the growth plate of the hip."
    ),
    "red_flags.young_swelling": _(
        "Under 18, a joint that swells without an injury is looked at the same day."
    ),
    "red_flags.young_injury": _("Under 18, an injured knee is looked at the same day."),
    "red_flags.bleeding_swelling": _(
        "The knee is swollen, and you take blood thinners or bleed easily: there may be blood in the joint."
    ),
    "red_flags.vulnerable_swelling": _(
        "Swelling can be an infection. The more so with diabetes, weak defences, an artificial joint, or a "
        "shot into the joint lately."
    ),
    "red_flags.giving_way_again": _("The knee has given way more than once, or after an injury."),
    "red_flags.giving_way": _("The knee has given way."),
    "red_flags.swelling": _("The knee is swollen, or swells after runs."),
    "red_flags.movement_lost": _("The knee does not bend or straighten as far as the other one."),
    "red_flags.pain_above_7": _(
        "The pain has been above 7 of 10: the guide’s line for stopping, and a late one, so runs here turn "
        "back sooner."
    ),
    "red_flags.pain_unsettled_twice": _(
        "After two runs or more with pain above 5, the knee hurt more a day later than before the run."
    ),
    "red_flags.night_pain": _("The knee wakes you at night."),
    "red_flags.rest_pain": _("The knee hurts while lying still, or all the time."),
    "red_flags.sudden_inner_pain": _(
        "Sudden severe pain at the inner side, at an age when bone can give in."
    ),
    "red_flags.lump": _("There is a lump at the knee or near it."),
    "red_flags.weight_loss": _("You have lost weight without meaning to."),
    "red_flags.past_cancer": _(
        "A cancer in the past, together with pain that is not about running, or a lump."
    ),
    "red_flags.inflammation": _("Two signs of inflamed joints go together, or one goes with a hot knee."),
    "red_flags.same_effort_cramp": _(
        "A calf or foot that cramps, tightens or goes numb at the same effort each time: an artery may be "
        "narrowed or pressed on."
    ),
    "red_flags.under_18": _("Under 18, no plan is made without a clinician."),
    "red_flags.under_18.unknown": _(
        "Your age is not known, and counts as under 18 until you tell it: then no plan is made without a "
        "clinician."
    ),
    "red_flags.tendon_medicine": _(
        "Pain at a tendon within three months of a steroid or of certain antibiotics: tendons can tear."
    ),
    "red_flags.bone_points": _("The bone-stress questions add up to enough to have the bone looked at."),
    "red_flags.bone_hop": _("Hopping hurts on the bone."),
    "red_flags.bone_signs": _("Two signs of an overloaded bone go together."),
    "red_flags.bone_points_harmless": _(
        "High arches and more running reach the line of the bone questions. Alone they often mean nothing, "
        "but nobody knows: the plan is gentler until you answer them again."
    ),
    "red_flags.bone_earlier_alone": _(
        "The pain comes earlier each run. Running waits, and it is asked again after %(limit)s days."
    ),
    "red_flags.bone_walking_alone": _(
        "Walking hurts more than it should, or it is not told how much. Running waits, and it is asked again "
        "after %(limit)s days."
    ),
    "red_flags.catching": _(
        "Painful catching or clicking: the guide counts it among the signs for a scan. By itself it says "
        "little, so have it looked at first."
    ),
    "red_flags.sharp_pain": _("Sharp pain that keeps coming back: have it looked at."),
    "red_flags.painkiller_days": _("Painkillers on many days: have somebody look at why they are needed."),
    "red_flags.medicine_unexamined": _("Injections or a long-term medicine without an examination."),
    "red_flags.operation": _("An operation within twelve months: show this plan to whoever treats the knee."),
    "red_flags.known_diagnosis": _(
        "What is wrong with the knee has a name already: show this plan to whoever treats it."
    ),
    "red_flags.missed_periods": _(
        "Three or more missed periods in a row: worth a private talk with a clinician."
    ),
    "red_flags.bone_injuries": _("Two or more bone stress injuries: worth a private talk with a clinician."),
    "red_flags.pregnancy": _(
        "Pregnancy or a recent birth: the plan is gentler, and a clinician should know."
    ),
    "red_flags.tingling": _("Tingling or weakness in the leg can come from the back: have it looked at."),
    "red_flags.not_known": _("An urgent question was answered with “not known” twice, so it counts as yes."),
    "red_flags.never_screened": _("Nothing is known yet: %(questions)s questions come first."),
    "red_flags.not_asked": _("Running waits for questions not answered yet (%(questions)s)."),
    "red_flags.form_ran_out": _(
        "A “no” is good for %(limit)s days; older ones are asked again (%(questions)s)."
    ),
    "red_flags.ask_once_more": _("Some answers were not known and are asked once more (%(questions)s)."),
    "red_flags.ask_again": _("It is time to ask again (%(questions)s)."),
    "red_flags.pills_before_runs": _("Painkillers before a run hide what the knee says, so running waits."),
    "red_flags.clinician_said_no": _("A clinician said not to run; that holds until one says otherwise."),
}
