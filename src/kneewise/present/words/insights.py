"""What the diary was asked, and what it answers: what went with what, and never why."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SENTENCES: Mapping[str, str | Promise] = {
    "insight.ask.descent": _("Does pain follow running downhill?"),
    "insight.ask.pace": _("Does pain follow the pace?"),
    "insight.ask.cadence": _("Does pain follow the steps a minute?"),
    "insight.ask.surface": _("Does pain follow soft or hard ground?"),
    "insight.ask.shoe": _("Does pain follow the shoes “%(subject)s”?"),
    "insight.ask.day_before": _("Does pain follow two days in a row?"),
    "insight.ask.sleep_hours": _("Does pain follow the hours of sleep?"),
    "insight.ask.sleep_quality": _("Does pain follow how well you slept?"),
    "insight.ask.longest": _("Does pain follow a run longer than you are used to?"),
    "insight.ask.first_pain": _("Does pain afterwards follow how early it began?"),
    "insight.lag.during": _("Pain during the run"),
    "insight.lag.after_60min": _("Pain an hour after"),
    "insight.lag.morning": _("Pain the next morning"),
    "insight.more_pain.during": _("More pain during the run"),
    "insight.more_pain.after_60min": _("More pain an hour after"),
    "insight.more_pain.morning": _("More pain the next morning"),
    "insight.less_pain.during": _("Less pain during the run"),
    "insight.less_pain.after_60min": _("Less pain an hour after"),
    "insight.less_pain.morning": _("Less pain the next morning"),
    "insight.with.descent": _("%(pain)s went with more metres down."),
    "insight.with.pace": _("%(pain)s went with a quicker pace."),
    "insight.with.cadence": _("%(pain)s went with more steps a minute."),
    "insight.with.surface": _("%(pain)s went with soft ground, beside hard ground."),
    "insight.with.shoe": _("%(pain)s went with the shoes “%(subject)s”, beside the others."),
    "insight.with.day_before": _("%(pain)s went with a run on the day before."),
    "insight.with.sleep_hours": _("%(pain)s went with longer sleep."),
    "insight.with.sleep_quality": _("%(pain)s went with better sleep."),
    "insight.with.longest": _("%(pain)s went with runs that were long beside the longest of 30 days."),
    "insight.with.first_pain": _("%(pain)s went with a first pain later in the run."),
    "insight.not_told_apart": _(
        "Nothing could be told apart from chance. That does not mean there is nothing."
    ),
    "insight.no_more_than_chance": _("%(pain)s: not told apart from chance."),
    "insight.nothing_to_compare": _(
        "Nothing to compare yet: your runs were too much alike in it, or hurt alike."
    ),
    "insight.not_enough_yet": _("Not enough yet."),
    "insight.pairs": _(
        "Of %(all)s pairs of near runs, %(run)s hurt more in %(more)s, less in %(less)s, the same in "
        "%(same)s."
    ),
    "insight.run.descent": _("the one with more metres down"),
    "insight.run.pace": _("the quicker one"),
    "insight.run.cadence": _("the one with more steps a minute"),
    "insight.run.surface": _("the one on soft ground"),
    "insight.run.shoe": _("the one in “%(subject)s”"),
    "insight.run.day_before": _("the one after a run on the day before"),
    "insight.run.sleep_hours": _("the one after longer sleep"),
    "insight.run.sleep_quality": _("the one after better sleep"),
    "insight.run.longest": _("the one that was longer beside the longest of 30 days"),
    "insight.run.first_pain": _("the one with the later first pain"),
    "insight.strength": _(
        "From \N{MINUS SIGN}1 (always less) over 0 (as often less as more) to 1 (always more): %(value)s, "
        "and by its interval %(low)s to %(high)s."
    ),
    "insight.below.descent": _("metres down"),
    "insight.below.pace": _("minutes a kilometre"),
    "insight.below.pace_miles": _("minutes a mile"),
    "insight.below.cadence": _("steps a minute"),
    "insight.below.surface": _("soft ground"),
    "insight.below.shoe": _("“%(subject)s”"),
    "insight.below.day_before": _("a run the day before"),
    "insight.below.sleep_hours": _("hours of sleep"),
    "insight.below.sleep_quality": _("how well you slept, 0 to 10"),
    "insight.below.longest": _("times the longest of 30 days"),
    "insight.below.first_pain": _("minutes until it hurt"),
    # What the runner could do with it; nothing changes by itself.
    "insight.plan": _("Nothing in the plan changes by itself."),
    "insight.could.descent.more_pain": _("You could choose flatter ways for a while, and see."),
    "insight.could.pace.more_pain": _("You could run easier for a while, so that you can talk, and see."),
    "insight.could.cadence.more_pain": _("You could leave your steps as they come for a while, and see."),
    "insight.could.cadence.less_pain": _("Step 3 of the guide says how to try a few more steps a minute."),
    "insight.could.surface.more_pain": _("You could choose harder ground for a while, and see."),
    "insight.could.surface.less_pain": _("You could choose soft ground for a while, and see."),
    "insight.could.shoe.more_pain": _("You could leave this pair at home for a while, and see."),
    "insight.could.day_before.more_pain": _(
        "In Settings you could choose running days with a day between, and see."
    ),
    "insight.could.sleep_hours.less_pain": _("You could go to bed earlier before a run, and see."),
    "insight.could.sleep_quality.less_pain": _(
        "You could run after good nights and walk after bad ones, and see."
    ),
    "insight.could.longest.more_pain": _("You could stay below what the plan allows for a while, and see."),
    "insight.could.first_pain.less_pain": _("Where pain comes early, you could walk from there, and see."),
    "insight.left_out": _("Left out: %(listed)s."),
    # The week, in five sentences.
    "week_seen.pain": _(
        "Pain on a usual day: %(now)s of 10 (days with a score: %(days)s); the week before: %(before)s."
    ),
    "week_seen.no_pain": _("Pain: no day of this week has a score that counts."),
    "week_seen.runs": _("Runs: %(runs)s; minutes of running: %(now)s; the week before: %(before)s."),
    "week_seen.sets": _("Sets of exercises: %(now)s; the week before %(before)s."),
    "week_seen.walls": _("Knee to the wall: left %(left)s, right %(right)s."),
    "week_seen.cm": _("%(cm)s cm"),
    "week_seen.not_tested": _("not tested"),
    "week_seen.no_walls": _("Knee to the wall: not tested this week."),
    "week_seen.unknown": _(
        "Days that do not show how the knee was: %(unknown)s without a score, %(pills)s with a painkiller."
    ),
    "head.week_seen": _("The last seven days"),
    "head.week_checks": _("Your own four questions"),
    "week_check.due": _("Four short questions about the week wait: kneewise log week"),
    # The page.
    "insight.rate": _(
        "Answers looked for at once: %(asked)s. Of what is said to have gone together, about one in "
        "%(one_in)s may still be chance."
    ),
    "insight.with_not_why": _(
        "What went together need not be the reason. Runs near in time that began equally sore are compared."
    ),
    "insight.empty": _(
        "Nothing to ask yet. Once runs and how the knee took them are noted, their questions stand here."
    ),
    "insight.stopped": _("While running is off, these questions wait."),
    "head.insights": _("What pain went with"),
}
