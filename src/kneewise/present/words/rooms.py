"""What the rooms of the guide say: every reason, every advice, every pattern and feature."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

FLAGS: Mapping[str, str | Promise] = {
    "red_flags.chest_signs": _("Chest pain, breathlessness or coughing blood can come from a clot."),
    "red_flags.deformity_or_wound": _("The knee has changed its shape, or there is an open wound."),
    "red_flags.foot_without_blood_or_feeling": _("The foot is cold, pale or numb."),
    "red_flags.foot_drop": _("The front of the foot cannot be lifted since an injury."),
    "red_flags.saddle_signs": _(
        "Numbness between the legs, a change of bladder or bowel, or weakness of both legs."
    ),
    "red_flags.hot_joint": _(
        "The joint is hot or red; infection has to be ruled out, with or without fever."
    ),
    "red_flags.hot_joint_unwell": _("A hot or swollen joint in somebody who is unwell or in severe pain."),
    "red_flags.fracture_rule": _(
        "After an injury, these signs can mean a break; it needs an X-ray decision."
    ),
    "red_flags.fracture_rule_severe": _(
        "After an injury, signs of a break with severe pain or feeling unwell."
    ),
    "red_flags.fall_rule": _(
        "After a fall or a blow, age or not being able to walk asks for a look at the bone."
    ),
    "red_flags.swelling_or_pop_after_injury": _(
        "A pop, or swelling within hours of an injury, can mean bleeding into the joint."
    ),
    "red_flags.locked_knee": _("The knee is stuck and cannot be straightened."),
    "red_flags.leg_cannot_be_lifted": _(
        "The straight leg cannot be lifted, or there is a gap near the kneecap: a tendon may have torn."
    ),
    "red_flags.leg_cannot_be_lifted_severe": _("A tendon may have torn, with severe pain or feeling unwell."),
    "red_flags.clot_points": _("Two or more signs of a clot in the leg."),
    "red_flags.calf_swelling": _("The calf or the leg is swollen: a clot has to be ruled out."),
    "red_flags.calf_pain_unexplained": _(
        "Pain in one calf without a moment of strain, or that went and came back: a clot has to be ruled out."
    ),
    "red_flags.calf_pain_with_risk": _(
        "Pain in one calf after travel, illness, hormones or a birth: a clot has to be ruled out."
    ),
    "red_flags.weight_bearing_lost": _("The leg does not carry your weight."),
    "red_flags.hip_or_groin": _("Pain in the hip or groin: the neck of the thigh bone has to be looked at."),
    "red_flags.limp_with_signs": _("A limp together with fever, or with pain in the hip or groin."),
    "red_flags.young_hip": _(
        "Under 18, a limp or pain in hip or thigh can come from the growth plate of the hip."
    ),
    "red_flags.young_swelling": _(
        "Under 18, a joint that swells without an injury is looked at the same day."
    ),
    "red_flags.young_injury": _("Under 18, an injured knee is looked at the same day."),
    "red_flags.bleeding_swelling": _("Swelling while blood thinners or a bleeding disorder are in play."),
    "red_flags.vulnerable_swelling": _(
        "Swelling with diabetes, weakened defences, an artificial joint or a recent injection into a joint."
    ),
    "red_flags.giving_way_again": _("The knee gives way again, or since an injury."),
    "red_flags.giving_way": _("The knee gave way."),
    "red_flags.swelling": _("The knee is swollen."),
    "red_flags.movement_lost": _("The knee does not bend or straighten as far as the other one."),
    "red_flags.pain_above_7": _("Pain above 7 of 10."),
    "red_flags.pain_unsettled_twice": _("Twice above 5 of 10 and not settled after 24 hours."),
    "red_flags.night_pain": _("The knee wakes you at night."),
    "red_flags.rest_pain": _("The knee hurts while lying still."),
    "red_flags.sudden_inner_pain": _(
        "Sudden severe pain at the inner side, at an age when bone can give in."
    ),
    "red_flags.lump": _("A lump."),
    "red_flags.weight_loss": _("Weight lost without a reason."),
    "red_flags.past_cancer": _(
        "A cancer in the past, together with pain that is not about running, or a lump."
    ),
    "red_flags.inflammation": _("Signs that go with inflammation of joints."),
    "red_flags.same_effort_cramp": _(
        "Cramp, tightness or numbness of calf or foot at the same effort each time: an artery may be pressed "
        "on."
    ),
    "red_flags.under_18": _(
        "Under 18, no plan is made without a clinician; an age not known counts as that."
    ),
    "red_flags.tendon_medicine": _(
        "Pain at a tendon within three months of a steroid or of certain antibiotics: tendons can tear."
    ),
    "red_flags.bone_points": _("The bone-stress questions add up to enough to have the bone looked at."),
    "red_flags.bone_hop": _("Hopping hurts on the bone."),
    "red_flags.bone_signs": _("Two signs of an overloaded bone go together."),
    "red_flags.bone_points_harmless": _(
        "High arches and more running add up; alone they are mostly harmless, so the plan is only gentler."
    ),
    "red_flags.bone_earlier_alone": _(
        "The pain comes earlier each run. Running waits, and it is asked again after %(limit)s days."
    ),
    "red_flags.bone_walking_alone": _(
        "Walking hurts more than it should. Running waits, and it is asked again after %(limit)s days."
    ),
    "red_flags.catching": _("Painful catching or clicking: worth a look when it suits."),
    "red_flags.sharp_pain": _("Sharp pain that keeps coming back: worth a look when it suits."),
    "red_flags.painkiller_days": _("Painkillers on many days: have somebody look at why they are needed."),
    "red_flags.medicine_unexamined": _("Injections or a long-term medicine without an examination."),
    "red_flags.operation": _("An operation within twelve months: show this plan to whoever treats the knee."),
    "red_flags.known_diagnosis": _("The knee has a name already: show this plan to whoever treats it."),
    "red_flags.missed_periods": _("Three or more missed periods: worth a private talk with a clinician."),
    "red_flags.bone_injuries": _("Two or more bone stress injuries: worth a private talk with a clinician."),
    "red_flags.pregnancy": _(
        "Pregnancy or a recent birth: the plan is gentler, and a clinician should know."
    ),
    "red_flags.tingling": _("Tingling or weakness in the leg can come from the back: worth a look."),
    "red_flags.not_known": _("An urgent question was not known twice, so it counts as yes."),
    "red_flags.never_screened": _("Nothing is known yet: %(seen)s questions come first."),
    "red_flags.not_asked": _("Running waits for questions not answered yet (%(seen)s)."),
    "red_flags.form_ran_out": _("A “no” is good for %(limit)s days; these are older (%(seen)s)."),
    "red_flags.ask_once_more": _("Some answers were not known and are asked once more (%(seen)s)."),
    "red_flags.ask_again": _("It is time to ask again (%(seen)s)."),
    "red_flags.pills_before_runs": _("Painkillers before a run hide what the knee says, so running waits."),
    "red_flags.clinician_said_no": _("A clinician said not to run; that holds until one says otherwise."),
}

REASONS: Mapping[str, str | Promise] = {
    "step1_pain.green_steady": _("For this knee, pain up to %(limit)s of 10 during a run is all right."),
    "step1_pain.green_tendon": _("For a tendon, pain up to %(limit)s of 10 during a run is all right."),
    "step1_pain.pattern": _("The answers resemble one pattern more than the others."),
    "step1_pain.unclear": _("No pattern stands out from the answers."),
    "step1_pain.watch_while_calming": _(
        "The guide watches for %(low_days)s to %(high_days)s days first. Nothing shows that waiting helps, "
        "so "
        "watching and running less go together. Half of recreational runners with this kind of pain had "
        "recovered by seven weeks; the other half took longer."
    ),
    "step2_load.cut_mild": _("The knee is easily settled, so the cut is %(limit)s percent."),
    "step2_load.cut_moderate": _("The knee takes a while to settle, so the cut is %(limit)s percent."),
    "step2_load.cut_high": _(
        "The knee is easily stirred up or too little is known, so the cut is %(limit)s percent."
    ),
    "step2_load.guide_cut": _(
        "The guide says %(low_percent)s to %(high_percent)s percent; no trial tests it."
    ),
    "step2_load.walking_only": _("With a limp, or pain before setting out, walking comes first."),
    "step2_load.swaps": _("The guide also allows two or three sessions as bike or pool instead."),
    "step2_load.education": _(
        "Learning to steer the load by symptoms did about as well as adding exercises in the main trial of "
        "runners."
    ),
    "step3_cadence.not_known": _("Too few runs with steps counted to know your own cadence."),
    "step3_cadence.quick_already": _("Your steps are quick already (%(seen)s a minute)."),
    "step3_cadence.own_raise": _(
        "%(limit)s percent above your own %(seen)s steps a minute, at your own pace."
    ),
    "step3_cadence.guide_range": _(
        "The guide aims for %(low_spm)s to %(high_spm)s for many runners; evidence does not support one "
        "figure "
        "for everybody, so it is shown and not used."
    ),
    "step3_cadence.a_week_later": _(
        "One new thing at a time: cadence begins after %(limit)s calm days at the earliest."
    ),
    "step3_cadence.lower_force": _(
        "Ten percent more steps lowered the peak force at the kneecap by about %(limit)s percent."
    ),
    "step3_cadence.relief_share": _(
        "About %(limit)s percent of runners felt less pain at once; if you do not, it is dropped."
    ),
    "step3_cadence.calf_load": _("Quicker steps ask more of the calf."),
    "step4_strength.best_evidence": _(
        "Exercise for knee and hip has the best evidence of all treatments here."
    ),
    "step4_strength.weeks_needed": _("It takes %(low_weeks)s to %(high_weeks)s weeks."),
    "step4_strength.guide_dose": _("The guide’s dose: up to %(sets)s sets, %(per_week)s times a week."),
    "step4_strength.pain_allowed": _("Pain up to %(limit)s of 10 during an exercise, settled the next day."),
    "step4_strength.in_reserve": _("Stop a set while two or three more would still go."),
    "step5_ankle.supple": _("Both ankles reach far enough and alike, so the drill is optional."),
    "step5_ankle.not_tested": _("The knee-to-wall test has not been done on both sides yet."),
    "step5_ankle.stiff": _("An ankle reaches less than %(limit)s cm, or the sides differ."),
    "step5_ankle.guide_drill": _(
        "The guide says %(low_min)s to %(high_min)s minutes a day; no good trial tests it alone."
    ),
    "step6_footwear.life": _(
        "%(low_km)s to %(high_km)s km is a convention (300 to 500 miles): a reminder to look at the wear."
    ),
    "step6_footwear.changed_before": _("Other shoes %(seen)s days before the pain began (%(shoe)s)."),
    "step6_footwear.rotation": _(
        "Runners who used more than one pair were injured less often in one cohort."
    ),
    "step6_footwear.gait_matched": _(
        "The guide matches shoes to gait and pronation; a review found no support for that, so comfort "
        "decides."
    ),
    "step6_footwear.wedge": _(
        "A wedge of %(low_mm)s to %(high_mm)s mm or an orthotic only if it was prescribed."
    ),
    "step7_recovery.guide_sleep": _("The guide says %(low_h)s to %(high_h)s hours a night."),
    "step7_recovery.sleep_quality": _(
        "Poor sleep quality went with more injuries; hours alone did not show it."
    ),
    "step7_recovery.guide_ice": _("The guide says %(low_min)s to %(high_min)s minutes; it is for comfort."),
    "step7_recovery.guide_stretch": _(
        "The guide says foam rolling and %(low_min)s to %(high_min)s minutes of gentle stretching; it is for "
        "comfort."
    ),
    "step7_recovery.painkillers": _(
        "Nothing shows that anti-inflammatory pills heal these knees, and they can harm around long runs."
    ),
    "tips.week_pace": _(
        "The guide: at most %(limit)s percent more a week. A trial found no fewer injuries by it."
    ),
    "tips.single_run": _(
        "The stronger evidence: no run more than %(limit)s percent beyond the longest of thirty days."
    ),
    "tips.warm_up": _("The guide: %(low_min)s to %(high_min)s minutes; no trial for knees."),
    "tips.circuit": _(
        "The guide: %(low_min)s to %(high_min)s minutes, %(per_week)s times a week, for later."
    ),
    "tips.soft_surface": _(
        "The guide: %(low_times)s or %(high_times)s runs a week; surface made no clear difference."
    ),
    "tips.shoe_log": _("The guide: log the kilometres, or use %(limit)s pairs in turn."),
    "tips.cadence_slowly": _("The guide: over %(low_weeks)s to %(high_weeks)s weeks."),
}

ACTIONS: Mapping[str, str | Promise] = {
    "care.emergency": _("Do not run. Get emergency help now."),
    "care.same_day": _("Do not run. Be seen today."),
    "care.within_days": _("Do not run. Be seen within a few days."),
    "care.routine": _("Book a visit to a doctor or a physiotherapist; the plan goes on meanwhile."),
    "log.keep": _("Keep writing down how the knee is; it helps whoever looks at it."),
    "daily_life.pain_free": _(
        "What was free of pain in daily life is fine. No drill, exercise or bike until a clinician has "
        "cleared it."
    ),
    "ask.answer_first": _("Answer the open questions (%(questions)s) before running."),
    "pause.all_but_running": _("Running waits; everything else in the plan goes on."),
    "pain.note": _(
        "Write down when it hurts (before, during, 60 minutes after, next morning), where, and how much from "
        "0 to 10. "
        "Up to %(green_pain_0_10)s during a run is all right."
    ),
    "pain.unclear": _("The pattern is unclear so far; a clinician can look if it stays so."),
    "load.cut": _(
        "Run %(cut_percent)s percent less: at most %(run_min)s minutes a run and %(week_min)s a week, for "
        "%(low_days)s to %(high_days)s days, without downhill, speed or stairs for training."
    ),
    "load.cut_unknown_base": _(
        "Run %(cut_percent)s percent less than usual for %(low_days)s to %(high_days)s days; tell your usual "
        "week "
        "or import files, and the plan gives minutes."
    ),
    "load.walk": _("Walk for now; running comes back when walking is free of a limp."),
    "load.swap": _("Give %(runs)s runs of the week to bike or pool."),
    "load.more_shorter_runs": _("More, shorter runs are kinder than few long ones."),
    "cadence.raise": _(
        "Take slightly shorter, quicker steps: %(low_spm)s to %(high_spm)s a minute, about %(raise_percent)s "
        "percent "
        "above your %(own_spm)s, at first one minute of every %(minute_of_each_min)s, over %(low_weeks)s to "
        "%(high_weeks)s weeks, with a metronome."
    ),
    "cadence.calf": _("Watch the calf; if it complains, go back to your own cadence."),
    "strength.single_leg_bridge": _(
        "Single-leg bridge: %(low_sets)s to %(high_sets)s sets of %(low_repetitions)s to "
        "%(high_repetitions)s, "
        "%(per_week)s times a week, pain at most %(pain_0_10)s."
    ),
    "strength.clamshell": _(
        "Clamshell: %(low_sets)s to %(high_sets)s sets of %(low_repetitions)s to %(high_repetitions)s, "
        "%(per_week)s times a week, pain at most %(pain_0_10)s."
    ),
    "strength.split_squat": _(
        "Split squat: %(low_sets)s to %(high_sets)s sets of %(low_repetitions)s to %(high_repetitions)s, "
        "%(per_week)s times a week, pain at most %(pain_0_10)s."
    ),
    "strength.eccentric_squat": _(
        "Squat, lowered for %(lowering_s)s seconds: %(low_sets)s to %(high_sets)s sets of "
        "%(low_repetitions)s to "
        "%(high_repetitions)s, %(per_week)s times a week, pain at most %(pain_0_10)s."
    ),
    "strength.effort": _(
        "Keep %(low)s to %(high)s repetitions in reserve. What hurts beyond that is taken out."
    ),
    "ankle.calf_stretch": _(
        "Calf stretch, part of %(low_min)s to %(high_min)s minutes a day; never stretch into sharp pain."
    ),
    "ankle.wall_pulses": _(
        "Ankle pulses against a wall, part of the same %(low_min)s to %(high_min)s minutes."
    ),
    "ankle.step_ups": _("%(step_ups)s slow, controlled step-ups; count those that hurt."),
    "shoes.check_wear": _("Look at the wear of %(shoe)s: %(km)s km."),
    "shoes.changed_before": _(
        "You changed shoes %(days)s days before it began; try the old ones if they are good."
    ),
    "shoes.rotate": _("Use your %(pairs)s pairs in turn."),
    "shoes.comfort": _("Choose the shoe, neutral or stable, by comfort and cushioning."),
    "shoes.prescribed_only": _("A wedge of %(low_mm)s to %(high_mm)s mm or an orthotic only if prescribed."),
    "recovery.sleep": _("Aim for %(low_h)s to %(high_h)s hours of sleep."),
    "recovery.ice": _(
        "If the knee is swollen after a run, answer the swelling questions first. For comfort, ice for "
        "%(low_min)s to "
        "%(high_min)s minutes with a cloth between; look at the skin after %(look_after_min)s."
    ),
    "recovery.gentle": _(
        "Foam rolling and %(low_min)s to %(high_min)s minutes of gentle stretching; gentle movement beats "
        "force, "
        "and never into sharp pain."
    ),
    "recovery.ask_pharmacist": _(
        "Anti-inflammatory pills only if needed and for a short time, never before or during a run. Ask a "
        "pharmacist "
        "first: age under 18, pregnancy, an ulcer or bleeding, kidney, liver or heart disease, high blood "
        "pressure, "
        "asthma from aspirin, other medicines such as blood thinners, or being dried out speak against them."
    ),
    "tip.warm_up": _("Warm up for %(low_min)s to %(high_min)s minutes: brisk walk, then leg swings."),
    "tip.week_pace": _(
        "Grow by at most %(week_percent)s percent a week, and no single run by more than %(run_percent)s "
        "percent "
        "beyond the longest of thirty days."
    ),
    "tip.circuit": _(
        "Later, a strength circuit of %(low_min)s to %(high_min)s minutes %(per_week)s times a week, one leg "
        "at a time."
    ),
    "tip.soft_surface": _("Run on softer ground %(low_times)s to %(high_times)s times a week."),
    "tip.shoe_log": _("Log what each pair has run, or use %(pairs)s pairs in turn."),
    "tip.cadence_slowly": _("If you change your cadence, let it take %(low_weeks)s to %(high_weeks)s weeks."),
}

CALLED = {
    "patellofemoral": _("pain around or behind the kneecap (patellofemoral pain)"),
    "it_band": _("pain of the outer band (IT band)"),
    "patellar_tendon": _("pain of the tendon below the kneecap (patellar tendon)"),
    "quadriceps_tendon": _("pain of the tendon above the kneecap (quadriceps tendon)"),
    "meniscus": _("a meniscus"),
    "osteoarthritis": _("osteoarthritis"),
    "pes_anserine": _("the cords at the inner shin (pes anserine)"),
    "plica": _("a fold inside the joint (plica)"),
    "fat_pad": _("the fat pad beside the tendon"),
    "popliteus": _("the popliteus tendon at the outer back corner"),
    "biceps_femoris": _("the outer hamstring tendon (biceps femoris)"),
    "osgood_schlatter": _("the growing bump of the shin (Osgood-Schlatter)"),
    "sinding_larsen": _("the growing tip of the kneecap (Sinding-Larsen)"),
}

PATTERNS: Mapping[str, str | Promise] = {f"pattern.{key}": called for key, called in CALLED.items()}

PATTERN_ACTIONS: Mapping[str, str | Promise] = {
    "pain.pattern.patellofemoral": _(
        "Your answers fit the pattern often called patellofemoral pain; other causes are possible. "
        "This is not a diagnosis."
    ),
    "pain.pattern.it_band": _(
        "Your answers fit the pattern often called IT band pain; other causes are possible. This is not a "
        "diagnosis."
    ),
    "pain.pattern.patellar_tendon": _(
        "Your answers fit the pattern often called patellar tendon pain; other causes are possible. "
        "This is not a diagnosis."
    ),
    "pain.pattern.quadriceps_tendon": _(
        "Your answers fit the pattern often called quadriceps tendon pain; other causes are possible. "
        "This is not a diagnosis."
    ),
    "pain.pattern.meniscus": _(
        "Your answers fit the pattern of a sore meniscus; other causes are possible. This is not a diagnosis."
    ),
    "pain.pattern.osteoarthritis": _(
        "Your answers fit the pattern often called osteoarthritis; other causes are possible. This is not a "
        "diagnosis."
    ),
    "pain.pattern.pes_anserine": _(
        "Your answers fit the pattern often called pes anserine pain; other causes are possible. "
        "This is not a diagnosis."
    ),
    "pain.pattern.plica": _(
        "Your answers fit the pattern of a sore plica; other causes are possible. This is not a diagnosis."
    ),
    "pain.pattern.fat_pad": _(
        "Your answers fit the pattern of a sore fat pad; other causes are possible. This is not a diagnosis."
    ),
    "pain.pattern.popliteus": _(
        "Your answers fit the pattern often called popliteus pain; other causes are possible. This is not a "
        "diagnosis."
    ),
    "pain.pattern.biceps_femoris": _(
        "Your answers fit the pattern of a sore outer hamstring tendon; other causes are possible. "
        "This is not a diagnosis."
    ),
    "pain.pattern.osgood_schlatter": _(
        "Your answers fit the pattern often called Osgood-Schlatter; other causes are possible. "
        "This is not a diagnosis."
    ),
    "pain.pattern.sinding_larsen": _(
        "Your answers fit the pattern often called Sinding-Larsen; other causes are possible. This is not a "
        "diagnosis."
    ),
}

FEATURES: Mapping[str, str | Promise] = {
    "feature.loc_peripatellar": _("around or behind the kneecap"),
    "feature.loc_inferior_pole": _("just below the kneecap"),
    "feature.loc_superior_pole": _("just above the kneecap"),
    "feature.loc_tibial_tubercle": _("the bump at the top of the shin"),
    "feature.loc_lateral_epicondyle": _("the outer side above the joint"),
    "feature.loc_lateral_joint_line": _("the outer side at the joint"),
    "feature.loc_medial_joint_line": _("the inner side at the joint"),
    "feature.loc_anteromedial_below_joint_line": _("the inner side below the joint"),
    "feature.loc_posterior": _("the back of the knee"),
    "feature.loc_posterolateral": _("the outer back corner"),
    "feature.onset_gradual": _("came on slowly"),
    "feature.onset_gradual.absent": _("did not come on slowly"),
    "feature.pain_free_start_then_predictable_distance": _("starts after the same distance each time"),
    "feature.pain_free_start_then_predictable_distance.absent": _("no fixed distance at which it starts"),
    "feature.sore_start_then_warms_up": _("sore at the start, then warms up"),
    "feature.sore_start_then_warms_up.absent": _("does not warm up"),
    "feature.worsens_through_run_or_earlier_each_run": _("gets worse through the run"),
    "feature.worsens_through_run_or_earlier_each_run.absent": _("does not get worse through the run"),
    "feature.pain_on_walking": _("hurts when walking"),
    "feature.pain_on_walking.absent": _("walking is fine"),
    "feature.agg_downhill": _("downhill"),
    "feature.agg_downhill.absent": _("downhill is fine"),
    "feature.agg_stairs_down": _("stairs down"),
    "feature.agg_stairs_down.absent": _("stairs down are fine"),
    "feature.agg_squat": _("squatting"),
    "feature.agg_squat.absent": _("squatting is fine"),
    "feature.agg_prolonged_sitting": _("long sitting"),
    "feature.agg_prolonged_sitting.absent": _("long sitting is fine"),
    "feature.agg_jump_hop": _("jumping or hopping"),
    "feature.agg_jump_hop.absent": _("hopping is fine"),
    "feature.agg_twist_pivot": _("twisting"),
    "feature.agg_twist_pivot.absent": _("twisting is fine"),
    "feature.agg_full_extension_standing": _("standing with the knee fully straight"),
    "feature.agg_full_extension_standing.absent": _("fully straight is fine"),
    "feature.swelling_within_hours_or_visible": _("swelling"),
    "feature.swelling_within_hours_or_visible.absent": _("no swelling"),
    "feature.locking_true": _("locking"),
    "feature.locking_true.absent": _("no locking"),
    "feature.catching_clicking_painful": _("painful catching or clicking"),
    "feature.catching_clicking_painful.absent": _("no painful catching"),
    "feature.giving_way": _("giving way"),
    "feature.giving_way.absent": _("no giving way"),
    "feature.night_or_rest_pain": _("pain at night or at rest"),
    "feature.night_or_rest_pain.absent": _("no pain at night or at rest"),
    "feature.focal_bone_tenderness": _("one tender spot of bone"),
    "feature.focal_bone_tenderness.absent": _("no tender bone"),
    "feature.load_spike_3_8wk": _("more running before it began"),
    "feature.load_spike_3_8wk.absent": _("no more running than before"),
    "feature.morning_stiffness": _("stiff in the morning"),
    "feature.morning_stiffness.absent": _("not stiff in the morning"),
}

SENTENCES: Mapping[str, str | Promise] = {
    **FLAGS,
    **REASONS,
    **ACTIONS,
    **PATTERNS,
    **PATTERN_ACTIONS,
    **FEATURES,
}
