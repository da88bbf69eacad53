"""The guide in our own words: what it says, what studies say, where they differ, what Kneewise does.

Figures come from the rooms' numbers by name; a row of numbers gives ``…_low`` and ``…_high``.
"""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SENTENCES: Mapping[str, str | Promise] = {
    "guide.head": _("Seven steps, and what is known about each"),
    "guide.head.steps": _("The seven steps"),
    "guide.head.tips": _("Six tips"),
    "guide.head.warnings": _("Warnings"),
    "guide.head.said": _("What the guide says"),
    "guide.head.evidence": _("What the evidence says"),
    "guide.head.differs": _("Where they differ"),
    "guide.head.does": _("What Kneewise does"),
    "guide.more": _("One step, with both sides: kneewise guide step3"),
    "guide.step1.title": _("Watch the pain, find its pattern"),
    "guide.step1.short": _("When it hurts, where, and how much"),
    "guide.step1.said": _(
        "Write down for %(watch_days_low)s to %(watch_days_high)s days when the knee hurts: at the start of "
        "a run, during it, or after it. Write down exactly where it hurts, and how much from 1 to 10. The "
        "pattern helps to tell pain at the kneecap from pain of the outer band or of a tendon."
    ),
    "guide.step1.evidence": _(
        "Place, and the movements that bring the pain on, point to a pattern; a single sign says little, "
        "and most published figures come from clinics. Half of recreational runners with pain at the "
        "kneecap had recovered by %(recovered_half_days)s days; the other half took longer."
    ),
    "guide.step1.differs": _(
        "Nothing shows that a week or two of watching before acting helps, and some causes, such as an "
        "injured bone, should not wait."
    ),
    "guide.step1.does": _(
        "Plans from the first day, with less running while the diary fills. It asks during, an hour after "
        "and the next morning, and shows what speaks for and against each pattern."
    ),
    "guide.step2.title": _("Run less for a while"),
    "guide.step2.short": _("A smaller week, or some runs as bike or pool"),
    "guide.step2.said": _(
        "Run %(guide_cut_percent_low)s to %(guide_cut_percent_high)s percent less for one to two weeks, "
        "or give %(swap_runs_low)s to %(swap_runs_high)s sessions a week to cycling or swimming. What is "
        "irritated calms down, and the fitness stays."
    ),
    "guide.step2.evidence": _(
        "In the main trial with runners (69 of them, eight weeks) learning to steer the load by symptoms "
        "did as well alone as with exercises or with another way of running. Being taught at all was far "
        "better than waiting. The trials behind that are weak. No trial tests how large the cut should be."
    ),
    "guide.step2.differs": _(
        "The guide gives one range for everybody, and no trial tests it. A knee that settles within the hour "
        "needs less of a cut than one that is sore the next day."
    ),
    "guide.step2.does": _(
        "Cuts by how easily the knee is stirred up: %(cut_mild_percent)s, %(cut_moderate_percent)s or "
        "%(cut_high_percent)s percent, counted in minutes of running, without downhill or speed. If you "
        "prefer, some runs become bike or pool instead."
    ),
    "guide.step3.title": _("More, shorter steps"),
    "guide.step3.short": _("A little more cadence than your own"),
    "guide.step3.said": _(
        "Take %(guide_raise_percent_low)s to %(guide_raise_percent_high)s percent more steps a minute, "
        "with a metronome or an app; for many runners that is around %(guide_range_spm_low)s to "
        "%(guide_range_spm_high)s, or until it feels better. Shorter, quicker steps land softer and ask "
        "less of the knee."
    ),
    "guide.step3.evidence": _(
        "Ten percent more steps lowers the peak load on the kneecap by about %(patella_force_percent)s "
        "percent a step; over a kilometre the gain is smaller, because there are more steps. About "
        "%(relief_share_percent)s percent of runners with pain at the kneecap felt at least a point "
        "better at once. On top of good advice about load it gave no extra gain."
    ),
    "guide.step3.differs": _(
        "No study supports one number for everyone. So the range of %(guide_range_spm_low)s to "
        "%(guide_range_spm_high)s is shown as the guide’s, and your target comes from your own steps at "
        "your own pace."
    ),
    "guide.step3.does": _(
        "Measures your own steps at your own easy pace and adds %(first_raise_percent)s percent for two "
        "weeks, then up to %(later_raise_percent_high)s. From %(skip_from_spm)s on it is skipped; if pain "
        "is not a point lower within two sessions, or a calf complains, it is dropped."
    ),
    "guide.step4.title": _("Strengthen hip and thigh"),
    "guide.step4.short": _("Bridges, clamshells, split squats, slow squats"),
    "guide.step4.said": _(
        "Do %(sets_low)s to %(sets_high)s sets of %(repetitions_low)s to %(repetitions_high)s, "
        "%(per_week)s times a week: bridges on one leg, clamshells, split squats, and squats lowered over "
        "%(lowering_s)s seconds. Strong hips and thighs guide the kneecap and take up load."
    ),
    "guide.step4.evidence": _(
        "This is the best proven treatment of pain at the kneecap: exercise for the knee, with or without "
        "the hip, leads the %(trials)s good trials behind a guideline of 2024. For the outer band no "
        "kind of exercise did better than another."
    ),
    "guide.step4.differs": _(
        "The guide names one amount for every knee. A tendon is served better by heavy, slow work, and deep "
        "squats can stir up a sore kneecap. Weak hips did not come before the pain in runners who were "
        "followed."
    ),
    "guide.step4.does": _(
        "Plans %(per_week)s days a week for %(weeks_low)s to %(weeks_high)s weeks, stopping "
        "%(in_reserve_low)s or %(in_reserve_high)s repetitions short of your most, with pain up to "
        "%(pain_steady_0_10)s of 10 (a tendon %(pain_tendon_0_10)s). What hurts beyond that is taken out."
    ),
    "guide.step5.title": _("Get the ankle moving"),
    "guide.step5.short": _("Calf stretches, wall pulses, step-ups"),
    "guide.step5.said": _(
        "Work %(drill_min_low)s to %(drill_min_high)s minutes a day on bending the ankle: calf stretches, "
        "pulses with the knee to the wall, and %(step_ups)s slow step-ups. A stiff ankle sends work to "
        "the knee."
    ),
    "guide.step5.evidence": _(
        "A stiff ankle goes with another way of moving. No good trial shows that moving the ankle alone "
        "helps a runner’s knee."
    ),
    "guide.step5.differs": _(
        "The guide asks it of everyone, every day. No trial shows that it helps, and it is likely to matter "
        "only where an ankle is stiff."
    ),
    "guide.step5.does": _(
        "Offers the drill, and calls it optional where the knee reaches the wall from "
        "%(optional_from_cm)s cm on both sides with less than %(sides_differ_from_cm)s cm between them. "
        "The step-ups double as a test: count the ones that hurt."
    ),
    "guide.step6.title": _("Shoes, and insoles if prescribed"),
    "guide.step6.short": _("Wear, two pairs in turn, sudden changes"),
    "guide.step6.said": _(
        "Change shoes every %(life_miles_low)s to %(life_miles_high)s miles (%(life_km_low)s to "
        "%(life_km_high)s km). Choose them for your gait and the cushion you need, neutral or stable by how "
        "the foot rolls in. A wedge at the inner side of %(wedge_mm_low)s to %(wedge_mm_high)s mm, or a made "
        "insole, can help for a time, where it was prescribed."
    ),
    "guide.step6.evidence": _(
        "A review of all trials found that the type of shoe changes injuries little, or not for certain. "
        "Runners who used two pairs in turn were injured less in one group of 264. Ready-made insoles may "
        "help a sore kneecap for some weeks."
    ),
    "guide.step6.differs": _(
        "Choosing shoes by the shape of the foot is not supported. The distance is a habit of makers and "
        "coaches."
    ),
    "guide.step6.does": _(
        "Counts the distance of each pair and reminds you to look at the wear. Rotates %(rotation_pairs)s "
        "pairs where you have them. Points out a pair that was new in the %(changed_before_onset_days)s days "
        "before the pain began. A wedge is written down only with who prescribed it."
    ),
    "guide.step7.title": _("Calm it and recover"),
    "guide.step7.short": _("Ice, painkillers, sleep, gentle stretching"),
    "guide.step7.said": _(
        "Ice for %(ice_min_low)s to %(ice_min_high)s minutes after a run if the knee is swollen; "
        "anti-inflammatory tablets only when needed, and for a short time; %(sleep_h_low)s to "
        "%(sleep_h_high)s hours of sleep. Foam rolling and %(stretch_min_low)s to %(stretch_min_high)s "
        "minutes of gentle stretching as active rest."
    ),
    "guide.step7.evidence": _(
        "Ice, rolling and stretching are for comfort. Runners who slept badly were injured more often; "
        "the number of hours did not matter for certain. No painkiller is shown to heal these knees, and "
        "in a very long race ibuprofen went with more strained kidneys, though not for certain."
    ),
    "guide.step7.differs": _(
        "A knee that swells after a run is first a question, and only then a reason for ice. A painkiller "
        "hides what the knee would say."
    ),
    "guide.step7.does": _(
        "Asks about heat, sudden swelling and injury before it mentions ice; then a cloth, a timer, and a "
        "look at the skin after %(ice_look_after_min)s minutes. It writes painkillers down, names no "
        "amount, and lets no run turn green on one. For tablets, ask a pharmacist."
    ),
    "guide.tip1.said": _(
        "Before an easy run, %(warm_up_min_low)s to %(warm_up_min_high)s minutes of brisk walking and leg "
        "swings."
    ),
    "guide.tip1.note": _(
        "No trial in runners’ knees tests it. It is part of every run planned here, because it shows whether "
        "the knee gets better once it is warm."
    ),
    "guide.tip2.said": _("Let the week grow by no more than %(week_more_percent)s percent."),
    "guide.tip2.note": _(
        "In a trial of 532 runners it was no better than more than twice as much. Kept as a gentle pace "
        "on the way back; what is guarded besides is the single run."
    ),
    "guide.tip3.said": _(
        "A strength circuit of %(circuit_min_low)s to %(circuit_min_high)s minutes, %(circuit_per_week)s "
        "times a week, on one leg at a time."
    ),
    "guide.tip3.note": _(
        "Studies that helped a sore knee did more than that, so it comes later: it keeps what was won."
    ),
    "guide.tip4.said": _(
        "Run on softer ground %(soft_per_week_low)s or %(soft_per_week_high)s times a week."
    ),
    "guide.tip4.note": _("The ground was not seen to change injuries, so the plan marks it as an offer."),
    "guide.tip5.said": _("Write down how far shoes have run, or use %(pairs)s pairs in turn."),
    "guide.tip5.note": _(
        "One group of runners with more than one pair was injured less, which is little to go by, so it is "
        "optional."
    ),
    "guide.tip6.said": _(
        "If you raise the cadence, take %(cadence_weeks_low)s to %(cadence_weeks_high)s weeks for it."
    ),
    "guide.tip6.note": _("Studies took as long or longer, because calves and heel tendons need the time."),
    "guide.warning1.said": _(
        "Pain above %(pain_stop_above_0_10)s of 10, or a knee that gives way, locks or swells: stop "
        "running and be seen soon."
    ),
    "guide.warning1.note": _(
        "Right, and a late line: runners with a sore kneecap did well by staying at 2 of 10 or below. So "
        "Kneewise turns back at 2, or at 3 for a tendon, and asks about limp, fever, calf and bone too."
    ),
    "guide.warning2.said": _("Take sharp, catching or night pain seriously: it can need a picture taken."),
    "guide.warning2.note": _(
        "Night pain, yes. Catching alone says little: from 45 years on it did not go with a torn meniscus "
        "that gave trouble. So it is no reason to stop by itself; a knee that cannot straighten is."
    ),
    "guide.warning3.said": _(
        "Do not stretch into sharp pain; gentle movement is better while the knee is acute."
    ),
    "guide.warning3.note": _("A drill or exercise that hurts is taken out here, and says so."),
    "guide.warning4.said": _(
        "Do not rely on injections or long-term medicine without an examination and a plan for "
        "rehabilitation."
    ),
    "guide.warning4.note": _("The screening asks about both, and says when to be seen."),
}
