"""What the rooms of the guide say: every reason and every advice."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

REASONS: Mapping[str, str | Promise] = {
    "step1_pain.green_steady": _("For this knee, pain up to %(limit)s of 10 during a run counts as green."),
    "step1_pain.green_tendon": _("For a tendon, pain up to %(limit)s of 10 during a run counts as green."),
    "step1_pain.pattern": _("The answers resemble one pattern more than the others."),
    "step1_pain.unclear": _("No pattern stands out from the answers."),
    "step1_pain.watch_while_calming": _(
        "The guide watches for %(low_days)s to %(high_days)s days first. Nothing shows that waiting helps, "
        "so watching and running less go together here. Half of recreational runners with this kind of pain "
        "had recovered by seven weeks; the other half took longer."
    ),
    "step1_pain.watch_tendon": _(
        "The guide watches for %(low_days)s to %(high_days)s days first. Nothing shows that waiting helps, "
        "so watching and running less go together here. A sore tendon is said to take %(low_weeks)s to "
        "%(high_weeks)s weeks; no study was looked at for that."
    ),
    "step1_pain.diary": _("The guide begins with writing down how the knee is."),
    "step2_load.cut_mild": _("The knee is easily settled, so the cut is %(limit)s percent."),
    "step2_load.cut_moderate": _("The knee takes a while to settle, so the cut is %(limit)s percent."),
    "step2_load.cut_high": _(
        "The knee is easily stirred up or too little is known, so the cut is %(limit)s percent."
    ),
    "step2_load.from_measured": _(
        "By your watch’s files your usual run was %(usual_min)s minutes; that leaves %(left_min)s."
    ),
    "step2_load.from_told": _(
        "By what you told, your usual run was %(usual_min)s minutes; that leaves %(left_min)s."
    ),
    "step2_load.guide_cut": _(
        "The guide says %(low_percent)s to %(high_percent)s percent for every knee. No trial tests that, so "
        "yours is cut by how easily it is stirred up."
    ),
    "step2_load.cut_mild_at_first": _("At first the knee was easily settled: a cut of %(limit)s percent."),
    "step2_load.cut_moderate_at_first": _(
        "At first the knee took a while to settle: a cut of %(limit)s percent."
    ),
    "step2_load.cut_high_at_first": _(
        "At first the knee was easily stirred up, or too little was known: a cut of %(limit)s percent."
    ),
    "step2_load.cut_deeper": _("Calm has gone deeper since: a cut of %(cut_percent)s percent."),
    "step2_load.cut_by_now": _(
        "A red run, or two ambers in a row, took more off since: the cut is %(cut_percent)s percent now."
    ),
    "step2_load.no_run_left": _("In Calm the cuts leave no run for now, only walks."),
    "step2_load.walking_only": _("With a limp, or pain before setting out, walking comes first."),
    "step2_load.swaps": _("The guide also allows two or three sessions as bike or pool instead."),
    "step2_load.swap_heart_rate": _(
        "%(each_min)s minutes each ask as much of the heart as the runs they replace, by your heart rates in "
        "runs; "
        "the week stays within %(limit)s percent of the usual one."
    ),
    "step2_load.swap_pace": _(
        "%(each_min)s minutes each ask as much of the heart as the runs they replace, by your own paces; "
        "the week stays within %(limit)s percent of the usual one."
    ),
    "step2_load.swap_short": _(
        "%(each_min)s minutes each are the most that is planned: the heart has less to do than in the usual "
        "week."
    ),
    "step2_load.swap_easy": _(
        "Too few rides or swims of yours have a heart rate, so a minute of them counts as easy running."
    ),
    "step2_load.swap_equal_time": _(
        "As long as the usual run, %(each_min)s minutes each: neither heart rates nor paces are known to go "
        "by."
    ),
    "step2_load.shorter_runs": _(
        "A course for runners (TREK) makes five runs of 3 km out of three of 5 km; no trial tests that by "
        "itself."
    ),
    "step2_load.education": _(
        "Learning to steer the load by symptoms did about as well as adding exercises in the main trial of "
        "runners."
    ),
    "step3_cadence.not_known": _("Too few runs with steps counted to know your own cadence."),
    "step3_cadence.quick_already": _("Your steps are quick already (%(seen)s a minute)."),
    "step3_cadence.own_raise": _(
        "%(limit)s percent above your own %(seen)s steps a minute, at your own pace."
    ),
    "step3_cadence.later_raise": _(
        "After the first weeks %(low_percent)s to %(high_percent)s percent above your own %(seen)s steps a "
        "minute."
    ),
    "step3_cadence.guide_range": _(
        "The guide aims for %(low_spm)s to %(high_spm)s steps a minute for many runners. Studies do not "
        "support one figure for everybody, so it is shown and not used."
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
    "step5_ankle.supple": _("Both ankles reach far enough and alike, so the drill is optional."),
    "step5_ankle.not_tested": _("The knee-to-wall test has not been done on both sides yet."),
    "step5_ankle.stiff": _("The shorter side reaches %(seen)s cm, less than %(limit)s."),
    "step5_ankle.stiff.apart": _("Both sides reach %(limit)s cm or more, but not alike."),
    "step5_ankle.guide_drill": _(
        "The guide asks for %(low_min)s to %(high_min)s minutes a day of everyone. No good trial shows that "
        "it helps a runner’s knee, so it is optional where both ankles are known to be supple."
    ),
    "step6_footwear.life": _(
        "The guide changes shoes after %(low_km)s to %(high_km)s km (300 to 500 miles). That is a habit of "
        "makers and coaches and no study, so here it is a reminder to look at the wear."
    ),
    "step6_footwear.changed_before": _("Other shoes %(seen)s days before the pain began (%(shoe)s)."),
    "step6_footwear.changed_before.unnamed": _("Other shoes %(seen)s days before the pain began."),
    "step6_footwear.changed_before_told": _(
        "Other shoes in the %(limit)s days before the pain began, by what you told."
    ),
    "step6_footwear.rotation": _(
        "In one cohort runners who used more than one pair had about %(limit)s times the injuries of the "
        "others."
    ),
    "step6_footwear.gait_matched": _(
        "The guide matches shoes to how the foot rolls. A review of trials found no support for that, so "
        "comfort decides."
    ),
    "step6_footwear.wedge": _(
        "The guide names a wedge of %(low_mm)s to %(high_mm)s mm or an orthotic where it was prescribed. No "
        "study of runners tests that wedge, so it is only written down, with who prescribed it."
    ),
    "step7_recovery.ill_told": _("You said that you have a fever, or feel ill."),
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
    "step7_recovery.block_list": _("Whom they may harm is said from memory; a pharmacist knows it."),
    "tips.week_pace": _(
        "Growing, by the guide: at most %(limit)s percent more a week. A trial found no fewer injuries by "
        "it, so it is kept as a gentle pace, and the single run is guarded besides."
    ),
    "tips.single_run": _(
        "The stronger evidence: no run more than %(limit)s percent beyond the longest of thirty days."
    ),
    "tips.warm_up": _(
        "Warm-up, by the guide: %(low_min)s to %(high_min)s minutes. No trial in runners’ knees tests it; "
        "it is kept, because it shows whether the knee gets better once it is warm."
    ),
    "tips.circuit": _(
        "Strength circuit, by the guide: %(low_min)s to %(high_min)s minutes, %(per_week)s times a week. "
        "Studies that helped a sore knee did more, so it comes later, to keep what was won."
    ),
    "tips.soft_surface": _(
        "Soft ground, by the guide: %(low_times)s or %(high_times)s runs a week. The ground was not seen to "
        "change injuries, so it is an offer."
    ),
    "tips.shoe_log": _(
        "Shoes, by the guide: log the kilometres, or use %(limit)s pairs in turn. One group of runners with "
        "more than one pair was injured less, which is little to go by, so it is optional."
    ),
    "tips.cadence_slowly": _(
        "A new cadence, by the guide: over %(low_weeks)s to %(high_weeks)s weeks. Studies took as long or "
        "longer, because calves and heel tendons need the time."
    ),
}

ACTIONS: Mapping[str, str | Promise] = {
    "care.emergency": _("Do not run, ride or exercise. Get emergency help now."),
    "care.same_day": _("Do not run, ride or exercise. Be seen today."),
    "care.within_days": _("Do not run. Be seen within a few days."),
    "care.routine": _(
        "Book a visit to a doctor, or a physiotherapist for the knee; the plan goes on meanwhile."
    ),
    "log.keep": _("Keep writing down how the knee is; it helps whoever looks at it."),
    "daily_life.pain_free": _(
        "Go on with what was free of pain in daily life already. No drill, exercise or bike until it is "
        "cleared."
    ),
    "ask.in_doubt": _(
        "You do not know an answer that may mean an emergency. If it could be a yes, do not wait to be "
        "asked again: get emergency help now."
    ),
    "ask.answer_first": _("Answer the open questions (%(questions)s) before running."),
    "pause.all_but_running": _("Running waits; everything else in the plan goes on."),
    "pain.note": _(
        "Write down when it hurts (before, during, 60 minutes after, next morning), where, and how much "
        "from 0 to 10. Up to %(green_pain_0_10)s during a run counts as green."
    ),
    "pain.each_morning": _(
        "Write down how the knee is each morning: where it hurts, and how much from 0 to 10."
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
    "load.walk": _(
        "Walk for now, as far as it goes without a limp. Running comes back once you walk without a limp "
        "and set out with little pain. If a limp lasts more than a few days, see a doctor or a "
        "physiotherapist."
    ),
    "load.walk_calm": _("Walk for now; brisk walks that go well lead back to running."),
    "load.swap": _(
        "Give %(runs)s of the week’s runs to bike or pool, a run and a swap in turn, about %(each_min)s "
        "minutes each."
    ),
    "load.more_shorter_runs": _("More, shorter runs are kinder than few long ones."),
    "cadence.raise": _(
        "Take slightly shorter, quicker steps: %(low_spm)s to %(high_spm)s a minute, about %(raise_percent)s "
        "percent "
        "above your %(own_spm)s, at first one minute of every %(minute_of_each_min)s, over %(low_weeks)s to "
        "%(high_weeks)s weeks, with a metronome."
    ),
    "cadence.calf": _("Watch the calf; if it complains, go back to your own cadence."),
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
    "shoes.changed_before_told": _(
        "You changed shoes shortly before it began; try the old ones if they are good."
    ),
    "shoes.compare": _(
        "You changed shoes %(days)s days before it began: see whether the knee is better in the old ones."
    ),
    "shoes.compare_told": _(
        "You changed shoes shortly before it began: see whether the knee is better in the old ones."
    ),
    "shoes.rotate": _("Use your %(pairs)s pairs in turn."),
    "shoes.comfort": _("Choose the shoe, neutral or stable, by comfort and cushioning."),
    "shoes.prescribed_only": _("A wedge of %(low_mm)s to %(high_mm)s mm or an orthotic only if prescribed."),
    "shoes.wedge_prescribed": _(
        "Your wedge was prescribed by %(by)s on %(prescribed_on)s: ask there before you change it."
    ),
    "shoes.orthotic_prescribed": _(
        "Your orthotic was prescribed by %(by)s on %(prescribed_on)s: ask there before you change it."
    ),
    "recovery.ill": _(
        "Do not run with a fever or while you feel ill. Note the illness: no run is planned until you are "
        "well."
    ),
    "recovery.sleep": _("Aim for %(low_h)s to %(high_h)s hours of sleep."),
    "recovery.sleep_well": _("How well you sleep may count for more than how long."),
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
        "Anti-inflammatory pills only if needed and for a short time. Never before or during a run. Any "
        "one of these speaks against them: You are under 18 or pregnant. You had an ulcer or a bleed. Your "
        "kidneys, liver or heart are ill. You have high blood pressure, asthma from aspirin, or "
        "chickenpox. A bone may be hurt. You are dried out or feel sick. You race or run today. You take "
        "blood thinners, aspirin, steroids, lithium or methotrexate. You take tablets for blood pressure "
        "or water, or some of those for low mood (antidepressants). Whether or not one of these is so: ask"
        " a pharmacist."
    ),
    "tip.warm_up": _("Warm up for %(low_min)s to %(high_min)s minutes: brisk walk, then leg swings."),
    "tip.week_pace": _(
        "Grow by at most %(week_percent)s percent a week, and no single run by more than %(run_percent)s "
        "percent "
        "beyond the longest of thirty days."
    ),
    "tip.week_pace.with_wider": _(
        "The guide grows a week by at most %(week_percent)s percent; you chose a wider pace. No single run "
        "grows by more than %(run_percent)s percent beyond the longest of thirty days."
    ),
    "tip.circuit": _(
        "Later, a strength circuit of %(low_min)s to %(high_min)s minutes %(per_week)s times a week, one leg "
        "at a time."
    ),
    "tip.circuit_now": _(
        "The strength circuit takes the place of the programme: %(low_min)s to %(high_min)s minutes, "
        "%(per_week)s times a week, one exercise after the other, one leg at a time where it has one."
    ),
    "tip.soft_surface": _("Run on softer ground %(low_times)s to %(high_times)s times a week."),
    "tip.shoe_log": _("Log what each pair has run, or use %(pairs)s pairs in turn."),
    "tip.cadence_slowly": _("If you change your cadence, let it take %(low_weeks)s to %(high_weeks)s weeks."),
}

SENTENCES: Mapping[str, str | Promise] = {**REASONS, **ACTIONS}
