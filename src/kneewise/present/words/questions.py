"""The questions of the screening in plain words, and their choices."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

QUESTIONS: Mapping[str, str | Promise] = {
    "question.chest_pain_breathless_or_coughing_blood": _(
        "Do you have chest pain, are you newly short of breath, or do you cough up blood?"
    ),
    "question.deformity_or_open_wound": _(
        "Has the knee changed its shape, is the kneecap out of place, or is there an open wound?"
    ),
    "question.cold_pale_or_numb_foot": _(
        "Is the foot on the side of the sore knee cold, pale or numb, or can you feel no pulse in it?"
    ),
    "question.foot_drop": _("Since an injury, are you unable to lift the front of the foot?"),
    "question.saddle_numbness_bladder_bowel_or_both_legs_weak": _(
        "Are you newly numb between the legs, have bladder or bowel changed, or are both legs weak?"
    ),
    "question.hot_or_red_joint": _("Is the knee joint hot or red?"),
    "question.cannot_put_weight": _("Are you unable to stand on the leg or to put weight on it?"),
    "question.cannot_walk_four_steps": _(
        "Since the injury, are you unable to walk four steps, even with a limp?"
    ),
    "question.locked_knee": _(
        "Is the knee stuck, so that it cannot be straightened, as if something blocked it?"
    ),
    "question.cannot_lift_straight_leg": _(
        "Lying on your back, are you unable to lift the leg with the knee straight?"
    ),
    "question.gap_near_kneecap": _("Do you feel a gap just above or just below the kneecap?"),
    "question.hip_or_groin_pain": _("Do you have pain in the hip or the groin?"),
    "question.hop_pain_in_groin": _("Does it hurt in the groin when you hop on the leg with the sore knee?"),
    "question.calf_pain": _("Do you have new pain in a calf?"),
    "question.calf_pain_one_sided": _("Is the pain in one calf only, not in both legs?"),
    "question.calf_pain_without_felt_strain": _(
        "Did the calf pain come by itself, without a moment in which you felt the calf strain?"
    ),
    "question.calf_pain_went_and_came_back": _("Did the calf pain go away and come back?"),
    "question.calf_or_leg_swelling": _("Is a calf or a leg newly swollen?"),
    "question.whole_leg_swollen": _("Is the whole leg swollen?"),
    "question.calf_bigger_by_3cm": _("Is that calf more than 3 cm bigger around than the other?"),
    "question.pitting_swelling": _("Does a finger pressed into the swollen leg leave a dent?"),
    "question.tender_deep_veins": _(
        "Is the leg sore when you press the middle of the calf or the inner thigh?"
    ),
    "question.swollen_surface_veins": _(
        "Do veins that are not varicose veins stand out newly on the painful or swollen leg?"
    ),
    "question.active_cancer": _(
        "Have you been treated for cancer in the last six months, or do you have it now?"
    ),
    "question.bed_rest_or_surgery_lately": _(
        "Have you been in bed for more than three days lately, or had surgery in the last twelve weeks?"
    ),
    "question.leg_in_plaster_or_paralysed": _(
        "Has the leg been in plaster lately, or is it paralysed or weak?"
    ),
    "question.earlier_blood_clot": _("Have you had a blood clot in a leg or a lung before?"),
    "question.travel_illness_or_hormones_lately": _(
        "Have you had a long journey or an illness lately, do you take hormones (such as the pill), or are "
        "you pregnant or have you just given birth?"
    ),
    "question.injury": _("Was there an injury: a fall, a blow, a twist or a pop?"),
    "question.injury_on": _("On which day was the injury?"),
    "question.injury_not_examined": _(
        "Is it so that no doctor or physiotherapist has examined the injured knee yet?"
    ),
    "question.injury_not_settled": _("Does that injury still trouble the knee?"),
    "question.injury_fall_or_blow": _("Was it a fall or a blow?"),
    "question.injury_pop": _("Did you hear or feel a pop?"),
    "question.injury_swelling_within_hours": _("Did the knee swell within hours of the injury?"),
    "question.injury_kneecap_tender": _("Since the injury, is the kneecap itself tender to press?"),
    "question.injury_fibula_head_tender": _(
        "Since the injury, is the small bony bump at the outer side below the knee tender to press?"
    ),
    "question.injury_cannot_bend_90": _(
        "Since the injury, are you unable to bend the knee to a right angle?"
    ),
    "question.fever_or_chills": _("Do you have a fever or chills?"),
    "question.feels_unwell": _("Do you feel unwell or ill?"),
    "question.limp": _("Do you limp because of the knee?"),
    "question.giving_way": _("Has the knee given way under you?"),
    "question.giving_way_repeated": _("Has it given way more than once?"),
    "question.swelling": _("Is the knee swollen?"),
    "question.swelling_where": _("Where is the swelling?"),
    "question.swelling_since": _("Since which day is it swollen?"),
    "question.swelling_sudden": _("Did the swelling come suddenly, within hours?"),
    "question.swelling_not_examined": _(
        "Is it so that no doctor or physiotherapist has examined the swelling yet?"
    ),
    "question.bends_less_than_other": _("Does the knee bend less far than the other?"),
    "question.straightens_less_than_other": _("Does the knee straighten less far than the other?"),
    "question.pain_above_7": _("Has the pain been above 7 of 10 in the last seven days?"),
    "question.pain_above_5_not_settled_at_24h_twice": _(
        "After two runs or more with pain above 5 of 10, did the knee hurt more a day later than before the"
        " run?"
    ),
    "question.night_pain": _("Does the knee wake you at night?"),
    "question.rest_pain": _("Does the knee hurt when you lie still (not after sitting with the knee bent)?"),
    "question.constant_pain": _("Is the pain there all the time, whatever you do?"),
    "question.sudden_inner_pain": _("Did severe pain at the inner side of the knee come on suddenly?"),
    "question.lump": _("Is there a lump at the knee or near it?"),
    "question.weight_loss": _("Have you lost weight without meaning to?"),
    "question.several_swollen_joints": _("Are several joints swollen?"),
    "question.morning_stiffness_over_30min": _(
        "Are your joints stiff in the morning for more than half an hour?"
    ),
    "question.psoriasis": _("Do you have psoriasis?"),
    "question.eye_or_bowel_inflammation": _("Have you had an inflammation of the eyes or the bowel?"),
    "question.tick_bite_or_rash": _("Have you had a tick bite or a new rash?"),
    "question.same_effort_calf_or_foot_cramp": _(
        "At the same effort each time, does a calf or foot cramp, tighten or go numb?"
    ),
    "question.same_effort_relief_min": _("After how many minutes of rest is that gone?"),
    # Signs of the weekly list that are not on the list of those that stop running.
    "question.bone_tenderness": _(
        "Press with one finger along the bone, not the soft parts: does one spot of bone hurt clearly more "
        "than the same spot on the other leg?"
    ),
    "question.bone_spot": _("Which spot of bone is tender?"),
    "question.earlier_bone_stress_injury": _(
        "Have you had a stress fracture or another bone stress injury before?"
    ),
    "question.high_arches": _("Do you have high arches?"),
    "question.more_running_lately": _(
        "In the last two weeks, have you run clearly more than in two usual weeks of the two months before?"
    ),
    "question.hop_pain_on_bone": _("Does it hurt on the bone when you hop on the leg with the sore knee?"),
    "question.pain_earlier_each_run": _("Does the pain come earlier with each run?"),
    "question.pain_walking": _("Does walking hurt?"),
    "question.pain_walking_0_10": _("How much does walking hurt, 0 to 10?"),
    "question.painkillers_before_runs": _("Do you take painkillers before a run to be able to run?"),
    "question.painkiller_days_last_7": _("On how many of the last 7 days did you take a painkiller?"),
    "question.painkiller_days_last_30": _("On how many of the last 30 days did you take a painkiller?"),
    "question.injections_or_long_term_medicine": _(
        "Do you get injections or take a long-term medicine for the knee?"
    ),
    "question.medicine_without_examination": _(
        "Did that begin before a doctor or physiotherapist had examined the knee?"
    ),
    "question.catching_or_clicking": _("Does the knee catch or click painfully?"),
    "question.sharp_pain_recurs": _("Does sharp pain keep coming back?"),
    "question.tingling_or_weakness": _("Do you feel tingling or weakness in the leg?"),
    "question.blood_thinner_or_bleeding_disorder": _(
        "Do you take blood thinners, or have a bleeding disorder?"
    ),
    "question.immune_system_weakened": _("Is your immune system weakened by an illness or a medicine?"),
    "question.diabetes": _("Do you have diabetes?"),
    "question.joint_replacement": _("Do you have an artificial joint in this knee?"),
    "question.joint_injection_lately": _("Have you had an injection into the joint lately?"),
    "question.past_cancer": _("Have you ever had cancer?"),
    "question.steroid_last_3_months": _(
        "Have you taken or been injected with a steroid (cortisone) in the last three months?"
    ),
    "question.fluoroquinolone_last_3_months": _(
        "Have you taken an antibiotic of the fluoroquinolone kind (such as ciprofloxacin) in the last "
        "three months?"
    ),
    "question.knee_operation_last_12_months": _(
        "Have you had an operation on this knee in the last twelve months?"
    ),
    "question.knee_operation_earlier": _("Have you had an operation on this knee longer ago than that?"),
    "question.known_knee_diagnosis": _("Has a clinician already told you what is wrong with the knee?"),
    "question.age_years": _("How old are you, in years?"),
    "question.sex": _("What is your sex?"),
    "question.pregnant_or_recent_birth": _("Are you pregnant, or have you given birth in the last months?"),
    "question.missed_three_periods": _(
        "Have you missed three periods or more in a row? (This stays on this computer.)"
    ),
    "question.two_bone_stress_injuries": _(
        "Have you had two bone stress injuries or more? (This stays on this computer.)"
    ),
    "question.foot_turns_out": _("Does the foot on the side of the sore knee turn out when you walk or lie?"),
    "question.thigh_pain": _("Do you have pain in the thigh?"),
    "question.knee": _("Which knee hurts?"),
    "question.places": _("Where does it hurt? On both knees: the worse one."),
    "question.places_other_knee": _("Where does the other knee hurt?"),
    "question.pain_started_on": _("On which day did the pain begin, about?"),
    "question.came_on_gradually": _("Did the pain come on slowly, over days or weeks?"),
    "question.hurts_at_start": _("Does it hurt at the start of a run?"),
    "question.hurts_during": _("Does it hurt later in a run?"),
    "question.hurts_after": _("Does it hurt after a run?"),
    "question.hurts_next_morning": _("Does it hurt the morning after a run?"),
    "question.starts_at_same_distance": _(
        "Does a run begin free of pain, and the pain come after about the same distance or time each time?"
    ),
    "question.first_pain_min": _("After how many minutes of running does it begin to hurt?"),
    "question.warms_up": _("Is it sore at the start of a run and better once you are warm?"),
    "question.worse_through_run": _("Does it get worse the longer you run?"),
    "question.pain_this_morning": _("How much did the knee hurt this morning, 0 to 10?"),
    "question.pain_before_last_run": _("How much did it hurt just before your last run, 0 to 10?"),
    "question.pain_during_last_run": _("How much did it hurt at worst during your last run, 0 to 10?"),
    "question.pain_60min_after_last_run": _("How much did it hurt an hour after your last run, 0 to 10?"),
    "question.pain_morning_after_last_run": _(
        "How much did it hurt on the morning after your last run, 0 to 10?"
    ),
    "question.pain_24h_after_last_run": _("How much did it hurt 24 hours after your last run, 0 to 10?"),
    "question.last_run_on": _("On which day was your last run?"),
    "question.hurts_downhill": _("Does running downhill hurt?"),
    "question.hurts_uphill": _("Does running uphill hurt?"),
    "question.hurts_stairs_down": _("Does going down stairs hurt?"),
    "question.hurts_stairs_up": _("Does going up stairs hurt?"),
    "question.hurts_squat": _("Does squatting hurt?"),
    "question.hurts_sitting": _("Does long sitting with the knee bent hurt?"),
    "question.hurts_rising_from_chair": _("Does rising from a chair hurt?"),
    "question.hurts_kneeling": _("Does kneeling hurt?"),
    "question.hurts_hop": _("Does jumping or hopping hurt?"),
    "question.hurts_sprinting": _("Does sprinting hurt?"),
    "question.hurts_twisting": _("Does twisting or turning on the leg hurt?"),
    "question.hurts_fully_straight": _("Does standing with the knee fully straight hurt?"),
    "question.hurts_resisted_straightening": _("Does straightening the knee against resistance hurt?"),
    "question.hurts_resisted_bend": _("Does bending the knee against resistance hurt?"),
    "question.hurts_figure_four": _(
        "Does it hurt to sit with that ankle on the other knee (like a figure 4)?"
    ),
    "question.snapping": _("Does something snap at the inner side of the kneecap when you bend the knee?"),
    "question.morning_stiffness": _("Is the knee stiff in the morning?"),
    "question.swelling_within_hours_of_run": _("Does the knee swell within hours of a run?"),
    "question.load_rise_before_onset": _(
        "Did you run more, faster or more hills in the three to eight weeks before it began?"
    ),
    "question.new_shoes_before_onset": _("Did you change shoes in the three weeks before it began?"),
    "question.shoe_changed_on": _("On which day did you change shoes?"),
    "question.usual_runs_per_week": _("How many runs do you do in a usual week?"),
    "question.usual_run_min": _("How many minutes is a usual run?"),
    "question.usual_longest_run_min": _("How many minutes is your longest run of a usual month?"),
    "question.usual_week_km": _("How many kilometres is a usual week?"),
    "question.running_days": _("On which days of the week can you run?"),
}

CHOICES: Mapping[str, str | Promise] = {
    "choice.swelling_where.joint": _("the joint itself"),
    "choice.swelling_where.bump_below_kneecap": _("the bump below the kneecap"),
    "choice.swelling_where.behind_knee": _("behind the knee"),
    "choice.swelling_where.elsewhere": _("somewhere else"),
    "choice.bone_spot.inner_shin_below_joint": _("inner side of the shin, just below the joint"),
    "choice.bone_spot.outer_shin_below_joint": _("outer side of the shin, just below the joint"),
    "choice.bone_spot.shin_shaft": _("further down the shin"),
    "choice.bone_spot.inner_thigh_bone": _("inner side of the thigh bone, just above the joint"),
    "choice.bone_spot.outer_thigh_bone": _("outer side of the thigh bone, away from its bump"),
    "choice.bone_spot.thigh_shaft": _("further up the thigh"),
    "choice.bone_spot.kneecap_middle": _("the middle of the kneecap"),
    "choice.bone_spot.fibula_head": _("the small bump of the outer bone below the knee"),
    "choice.bone_spot.outer_bump_under_band": _("the outer bony bump where the band passes"),
    "choice.bone_spot.kneecap_upper_tip": _("the upper tip of the kneecap"),
    "choice.bone_spot.kneecap_lower_tip": _("the lower tip of the kneecap"),
    "choice.bone_spot.shin_bump": _("the bump at the top of the shin"),
    "choice.bone_spot.elsewhere": _("somewhere else"),
    "choice.sex.female": _("female"),
    "choice.sex.male": _("male"),
    "choice.sex.other": _("other"),
    "choice.knee.left": _("left"),
    "choice.knee.right": _("right"),
    "choice.knee.both": _("both"),
    "choice.running_days.monday": _("Monday"),
    "choice.running_days.tuesday": _("Tuesday"),
    "choice.running_days.wednesday": _("Wednesday"),
    "choice.running_days.thursday": _("Thursday"),
    "choice.running_days.friday": _("Friday"),
    "choice.running_days.saturday": _("Saturday"),
    "choice.running_days.sunday": _("Sunday"),
}

EITHER_KNEE = _("If both knees hurt: yes, if it is so with one of them.")

HOPS = _(
    "Try two small hops. With a limp, or if walking hurts, do not hop: then, or where you have not tried, "
    "say that you do not know."
)
NOBODY = _("Yes: nobody has. No: somebody has.")
BOTH_STIFF = _("If both knees hurt: yes, if one of them moves less far than it used to.")

HELP: Mapping[str, str | Promise] = {
    "help.catching_or_clicking": _("Clicking that does not hurt is a no."),
    "help.hop_pain_on_bone": HOPS,
    "help.hop_pain_in_groin": HOPS,
    "help.injury_not_examined": NOBODY,
    "help.swelling_not_examined": NOBODY,
    "help.bends_less_than_other": BOTH_STIFF,
    "help.straightens_less_than_other": BOTH_STIFF,
    "help.injury": EITHER_KNEE,
    "help.limp": EITHER_KNEE,
    "help.giving_way": EITHER_KNEE,
    "help.sex": _("“Other” is every sex not named here. It only weighs what the pain could be."),
}
"""What is said beside a question where people would guess."""

SENTENCES: Mapping[str, str | Promise] = {**QUESTIONS, **CHOICES, **HELP}
