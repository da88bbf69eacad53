"""What the engine and the gate say: colours, phases, events, caps, and what would change the answer."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SENTENCES: Mapping[str, str | Promise] = {
    # Colours, and the answers that decide them.
    "colour.green": _("green"),
    "colour.neutral": _("neutral"),
    "colour.unknown": _("unknown"),
    "colour.amber": _("amber"),
    "colour.red": _("red"),
    "colour.during": _(
        "Worst pain during the run: %(seen)s. Green is up to %(green_0_10)s, red from %(limit)s."
    ),
    "colour.after_60min": _("60 minutes after: %(seen)s; the pain before is not told and counts as 0."),
    "colour.after_60min.with_before_0_10": _(
        "60 minutes after: %(seen)s; before the run it was %(before_0_10)s."
    ),
    "colour.after_60min_high": _(
        "60 minutes after: %(seen)s. More than %(limit)s above the green line of %(green_0_10)s is amber, "
        "whatever it was before the run."
    ),
    "colour.morning": _("Next morning: %(seen)s; the usual morning is %(usual_0_10)s."),
    "colour.morning_high": _(
        "Next morning: %(seen)s. More than %(limit)s above the green line of %(green_0_10)s is amber, also "
        "where it is usual."
    ),
    "colour.day_after": _("A day later still %(seen)s; the pain before is not told and counts as 0."),
    "colour.day_after.with_before_0_10": _(
        "A day later still %(seen)s; before the run it was %(before_0_10)s."
    ),
    "colour.sleep": _("A poor night, and the knee was up in the morning."),
    "colour.neutral_row": _("The third neutral run in a row counts as amber; a green one ends the row."),
    "colour.limp": _("A limp or a changed gait makes a run red, whatever the scores."),
    "colour.painkiller": _(
        "With a painkiller in the 24 hours before, the scores cannot show how the knee is."
    ),
    "colour.sore_before": _("The day begins at %(seen)s. From %(limit_0_10)s on there is no run that day."),
    # The clock of this machine.
    "clock.behind": _(
        "This machine's clock stands before the last answer that was stored. Running waits: set the clock "
        "right, or name the day with --on."
    ),
    # Phases.
    "phase.triage": _("Questions first"),
    "phase.calm": _("Calm"),
    "phase.walk_run": _("Walk-run"),
    "phase.build": _("Build"),
    "phase.maintain": _("Maintain"),
    "calm.no_downhill_no_speed": _("In Calm: no downhill, no fast running, no stairs for training."),
    "calm.usual_not_known": _(
        "Your usual run is not known yet, so there is none to make shorter: brisk walks of %(limit)s minutes "
        "for now. Tell it, or bring your runs."
    ),
    "calm.until": _(
        "Calm lasts at least %(limit)s days. It ends after three good days in a row, with a good run and a "
        "brisk walk among them, once stairs, hops and squats have each gone well."
    ),
    "calm.until_walking": _(
        "Calm lasts at least %(limit)s days. While it is walking only it ends after three good days in a "
        "row, with a good brisk walk among them, once stairs, hops and squats have each gone well."
    ),
    "calm.deeper": _("Calm has not ended within a fortnight, so it is one level quieter."),
    "calm.deeper_before": _(
        "Before the last clearance Calm had not ended within a fortnight; so this one is a level quieter too."
    ),
    "calm.long": _("Calm has lasted %(seen)s days."),
    "ladder.rung": _("Rung %(rung)s of the walk-run ladder: %(running_min)s minutes of running in all."),
    "ladder.two_greens": _("Two green runs lead to the next rung; so far %(seen)s."),
    "ladder.below": _(
        "Below the lowest rung: a brisk walk of %(limit)s minutes. Two green ones lead back to it; so far "
        "%(greens)s."
    ),
    "build.length": _("A run is %(run_min)s minutes now; every step adds at most %(limit)s %%."),
    "maintain.length": _("You run as usual again: a run of %(run_min)s minutes. The caps stay."),
    "way.no_better": _("%(seen)s days since the start, and the pain is little less than in the first week."),
    "way.long": _("%(seen)s days since the start, and not yet in Build."),
    # Events.
    "events.red_twice_bone": _(
        "Two red runs within a fortnight, and a point of the bone-stress list beside them: no running until "
        "a clinician has looked at it."
    ),
    "events.red_twice": _("Two red runs within a fortnight: running waits %(limit)s days."),
    "events.rest_after_bad": _("After an amber or a red run the knee has %(limit)s days without running."),
    "events.cut_red": _("The last red took %(limit)s %% off the length of a run."),
    "events.cut_hard": _(
        "The last red, with a limp or a knee still sore a day later, took %(limit)s %% off the length of a "
        "run."
    ),
    "events.cut_ambers": _("Two ambers in a row took %(limit)s %% off the length of a run."),
    # Caps.
    "caps.single_run": _("One run is at most %(limit)s %% above the longest that went well in thirty days."),
    "caps.week": _(
        "A week grows by at most %(limit)s %%, or ten minutes. Studies did not find that weekly growth "
        "predicts injury; the single run did."
    ),
    "caps.week.with_guide_percent": _(
        "A week grows by at most %(limit)s %%, or ten minutes: the pace you chose. The guide says "
        "%(guide_percent)s %%. Studies did not find that weekly growth predicts injury; the single run did."
    ),
    "caps.week_left": _(
        "The other runs of the seven days that end today leave %(left_min)s minutes for this one."
    ),
    "caps.week_full": _(
        "The other runs of the seven days that end today leave less than %(limit)s minutes for a run."
    ),
    "caps.others": _(
        "One run is no longer than the other runs of its seven days together: %(left_min)s minutes."
    ),
    "caps.outer_pain": _(
        "The outer pain came after %(first_min)s minutes: the next run is at most %(limit)s %% of that."
    ),
    "caps.no_run": _(
        "No run is recorded yet that the first ones could be measured by, so they are short, at most "
        "%(limit)s minutes."
    ),
    "caps.gap": _(
        "%(seen)s days without a run: from %(limit)s days on, the next ones have at most "
        "%(share_percent)s %% of the length."
    ),
    "caps.gap.with_most_min": _(
        "%(seen)s days without a run: from %(limit)s days on, the next ones have at most %(most_min)s "
        "minutes."
    ),
    "caps.gap_told": _(
        "Your files and your diary have %(seen)s days without a run; by your answers the last one was "
        "%(told_days)s days ago. An answer alone lengthens no run: the next ones have at most "
        "%(share_percent)s %% of the length."
    ),
    "caps.gap_told.with_most_min": _(
        "Your files and your diary have %(seen)s days without a run; by your answers the last one was "
        "%(told_days)s days ago. An answer alone lengthens no run: the next ones have at most %(most_min)s "
        "minutes."
    ),
    "illness.waits": _("You are ill: running and exercises wait until the day after the last day of it."),
    "illness.back": _(
        "You were ill (days: %(seen)s). The next run goes by the days without one since the last "
        "(%(without_days)s)."
    ),
    # Goals.
    "goal.usual": _("Back at your usual running: %(seen)s minutes in each of two weeks."),
    "goal.week": _("Your own week: %(seen)s minutes in each of two weeks."),
    "goal.week.with_usual_min": _(
        "Your own week: %(seen)s minutes in each of two weeks. That is more than your usual %(usual_min)s. "
        "The caps stay, so it takes long, and nobody knows whether the knee goes along."
    ),
    "goal.race_size": _(
        "Say how long the race is: kneewise settings race_min 60, or race_km 10 where your pace is known."
    ),
    "goal.race_waits": _("While running waits, nobody can say when a race is possible."),
    "goal.race_in_time": _(
        "If every run from now on is green, the limits allow, from %(soonest_on)s at the earliest, a run as "
        "long as the race, if need be after a week without other runs. The race is on %(race_on)s."
    ),
    "goal.race_too_soon": _(
        "Even if every run from now on is green, the limits allow only from %(soonest_on)s a run as long as "
        "the race. The race is on %(race_on)s: that is too soon."
    ),
    "goal.race_beyond": _(
        "Even if every run from now on is green, the limits do not come to a run as long as the race within "
        "%(limit)s days. The race on %(race_on)s cannot be met by them."
    ),
    "goal.expected": _(
        "This is no promise. Half of recreational runners with this kind of pain had recovered by seven "
        "weeks; the other half took longer."
    ),
    # Runs moved to another day.
    "move.done": _("The run of %(from_day)s is on %(to_day)s, as you asked."),
    "move.refused": _("The run of %(from_day)s cannot be on %(to_day)s. %(why)s"),
    "move.out": _("Running is out of the plan."),
    "move.ill": _("You are ill on that day, as far as you have said."),
    "move.pause": _("After two red runs running waits %(limit)s days."),
    "move.after_bad": _("After an amber or a red run the knee has %(limit)s days without running."),
    "move.week_days": _("Seven days hold no more than %(seen)s with a run."),
    "move.rest_days": _("There must be %(limit)s day of rest between two runs."),
    "move.sore": _("The day begins too sore."),
    "move.caps": _("The limits leave less than %(limit)s minutes for that day."),
    "move.other": _("Another run that was moved would lose its day."),
    # Where to go with a long way.
    "care.calm_long": _("Show the knee to a clinician: the calm weeks have not been enough."),
    "care.red_twice": _("Show the knee to a clinician: two runs in a fortnight were red."),
    "care.no_better": _("Show the knee to a clinician: after six weeks it is not getting better."),
    "care.long_way": _("Show the knee to a clinician: after twelve weeks running has not grown again."),
    # What the gate took out.
    "gate.urgency": _("A red flag was put above the plan."),
    "gate.law_1": _("Everything but what is left was taken out: somebody should see the knee first."),
    "gate.law_2": _("Running was taken out: something is not known."),
    "gate.law_7": _("A second new thing within a week was taken out."),
    "gate.law_8": _("A run above a cap was made shorter."),
    "gate.law_10": _("Running was taken out: a step on rested on a run that was not fully answered."),
    "gate.rest_after_red": _("A run too soon after a red one was taken out."),
    # What would change the answer.
    "change.answers": _("Answering the open questions."),
    "change.clearance": _(
        "A clinician who knows all of these signs and says that you may run, entered with a date."
    ),
    "change.no_twice": _(
        "“No” to each of these signs on two days, at least 48 hours apart: kneewise screen."
    ),
    "change.asked_again": _("A “no” when the same question is asked again, two days later."),
    "change.well": _("The last day of the illness: kneewise log illness --until DATE."),
    "change.no_pills": _(
        "Two days without a painkiller to be able to run; where the screening asked, a “no” when it asks "
        "again."
    ),
    "change.limp_told": _("Walking without a limp, once you say so: kneewise log sign limp=no."),
    "change.limp_in_diary": _(
        "Walking without the limp of that knee, once its diary says so: kneewise log pain --limp no."
    ),
    "change.calm_tests": _(
        "After a week: three good days in a row with a green run and a brisk 30-minute walk among them; "
        "stairs, twenty hops and single-leg squats within the green line."
    ),
    "change.calm_tests_walking": _(
        "After a week: three good days in a row with a green brisk 30-minute walk among them; stairs, twenty "
        "hops and single-leg squats within the green line."
    ),
    "home.stairs": _("Stairs, up and down"),
    "home.hops": _("%(count)s hops on one leg"),
    "home.squats": _("%(count)s squats on one leg"),
    "home.open": _("Not told yet. It may hurt %(limit)s of 10 at most."),
    "home.passed": _("Went well on %(day)s."),
    "home.too_sore": _("Too sore on %(day)s. It may hurt %(limit)s of 10 at most."),
    "home.too_few": _("Fewer than that on %(day)s."),
    "home.not_known": _(
        "Tried on %(day)s; how much it hurt is not known. It may hurt %(limit)s of 10 at most."
    ),
    "home.again": _("Tried on %(day)s. A bad day came after it: try it anew."),
    "home.log": _("Try them on a good day, and tell how it went: kneewise log test."),
    "change.two_greens": _("Two green runs, fully answered: one step on."),
    "change.two_ambers": _("Two amber runs with no green between: one step back."),
    "change.red": _("A red run or a limp: two days of rest, and a shorter run after it."),
    "change.sign": _("Pain above 7, pain at night, swelling, locking or giving way: running stops at once."),
    # New things.
    "change.to_begin": _("To come"),
    "change.running_day": _("One running day more."),
    "change.cadence": _("Slightly quicker, shorter steps."),
    "change.exercise": _("A harder exercise session."),
    "change.harder": _("A harder exercise session: %(names)s."),
    "change.hills": _("Running uphill. Walk down: running down comes later."),
    "change.downhill": _("Running downhill as well."),
    "change.speed": _("Some faster running."),
    "change.new_shoe": _("A pair of shoes worn for the first time."),
    # What is missing.
    "missing.during": _("the worst pain during the run"),
    "missing.after_60min": _("the pain 60 minutes after the run"),
    "missing.morning": _("the pain on the next morning"),
    "missing.exercise_morning": _("how the knee was on the morning after the exercises"),
    "missing.limp": _("whether you limped on that run"),
    "missing.walk_during": _("the worst pain during the walk"),
    "missing.walk_after_60min": _("the pain 60 minutes after the walk"),
    "missing.walk_limp": _("whether you limped on that walk"),
    "missing.walk_painkiller": _("whether you took a painkiller in the 24 hours before that walk"),
    "missing.painkiller": _("whether you took a painkiller in the 24 hours before"),
    "missing.run_beside_plan": _(
        "why you ran on a day without a run in the plan: it counts as load, and moves nothing on"
    ),
    "missing.all_running": _("whether all of a run was running: its file tells neither steps nor speed"),
    "missing.file": _("the watch file of a run that you told of, or how many minutes it was"),
}
