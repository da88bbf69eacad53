"""Units of the numbers, and words that stand where a figure could: what ``Seen:`` and ``Number:`` say."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SENTENCES: Mapping[str, str | Promise] = {
    "seen.mild": _("not easily stirred up"),
    "seen.moderate": _("stirred up moderately easily"),
    "seen.high": _("easily stirred up"),
    "unit.days": _("days"),
    "unit.days a week": _("days a week"),
    "unit.weeks": _("weeks"),
    "unit.years": _("years"),
    "unit.min": _("min"),
    "unit.runs": _("runs"),
    "unit.times": _("times"),
    "unit.points": _("points"),
    "unit.pairs": _("pairs"),
    "unit.rounds": _("rounds"),
    "unit.rungs": _("rungs"),
    "unit.sessions": _("sessions"),
    "unit.sets": _("sets"),
    "unit.repetitions": _("repetitions"),
    "unit.mornings": _("mornings"),
    "unit.questions": _("questions"),
    "unit.answers": _("answers"),
    "unit.runners": _("runners"),
    "unit.trials": _("trials"),
    "unit.hops": _("hops"),
    "unit.squats": _("squats"),
    "unit.days.one": _("day"),
    "unit.weeks.one": _("week"),
    "unit.years.one": _("year"),
    "unit.runs.one": _("run"),
    "unit.times.one": _("time"),
    "unit.points.one": _("point"),
    "unit.pairs.one": _("pair"),
    "unit.rounds.one": _("round"),
    "unit.rungs.one": _("rung"),
    "unit.sessions.one": _("session"),
    "unit.sets.one": _("set"),
    "unit.repetitions.one": _("repetition"),
    "unit.mornings.one": _("morning"),
    "unit.steps/min": _("steps/min"),
    "unit.bpm": _("bpm"),
}
