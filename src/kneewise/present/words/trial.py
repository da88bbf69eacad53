"""A test of two ways to run: its names, what today's run is to be, why it waits, what it found."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SENTENCES: Mapping[str, str | Promise] = {
    "trial.cadence": _("Test: more steps a minute"),
    "trial.shoe": _("Test: shoes “%(first)s” and “%(second)s”"),
    "trial.way.a": _("steps as they come"),
    "trial.way.b": _("steps inside the band"),
    "trial.today.cadence.a": _("For your test: let your steps come as they come today, without the band."),
    "trial.today.cadence.b": _("For your test: run inside the band of steps today."),
    "trial.today.shoe.a": _("For your test: run in “%(shoe)s” today, whosever turn it is."),
    "trial.today.shoe.b": _("For your test: run in “%(shoe)s” today, whosever turn it is."),
    "trial.wait.running_is_off": _("The test waits: running is not in the plan now."),
    "trial.wait.no_run_today": _("The test waits: there is no run in the plan today."),
    "trial.wait.after_red": _("The test waits: after a red run it goes on with the next green one."),
    "trial.wait.no_band": _("The test waits: the plan has no band of steps today."),
    "trial.wait.shoe_away": _("The test waits: one of the two pairs is put away."),
    "trial.wait.ran_today": _("Today’s run of the test is noted. Its score belongs in the diary."),
    "trial.no_peeking": _("The scores of both ways are shown at the end, so that they do not sway you."),
    "trial.stopped": _("Stopped before its end, so there is no answer."),
    "trial.not_enough": _("No answer: it takes %(least)s runs with a score, and %(runs)s have one in pairs."),
    "trial.more_pain": _("More pain during the run went with %(b)s, beside %(a)s."),
    "trial.less_pain": _("Less pain during the run went with %(b)s, beside %(a)s."),
    "trial.not_told_apart": _("The two ways could not be told apart. That does not mean they are the same."),
    "trial.effect": _(
        "Points of pain more with %(b)s: %(effect)s, by its interval %(low)s to %(high)s; %(runs)s runs."
    ),
    "trial.lot": _(
        "The lot chose the way, so chance, hills or better weeks are unlikely to be why. You knew which way "
        "it was, and that can matter too."
    ),
    "head.trial_runs": _("Every run of it"),
    "entry.trial": _("A test"),
    "entry.turn": _("A run of the test"),
    "said.trial_cadence": _("more steps a minute"),
    "said.trial_shoe": _("“%(first)s” and “%(second)s”"),
    "said.trial_ended": _("stopped"),
    "said.turn_place": _("number %(place)s"),
    "said.as_told": _("as told: %(said)s"),
    "field.trial": _("what is tried"),
    "field.first": _("the first pair"),
    "field.second": _("the second pair"),
    "field.seed": _("the seed of the order"),
    "field.pairs": _("how many pairs of runs"),
    "field.ended_on": _("the day it was stopped"),
    "field.of_trial": _("which test"),
    "field.place": _("its place in the order"),
    "field.way": _("which way it was to be"),
    "field.as_told": _("whether you ran it as told"),
}
