"""Words that belong to no room: titles, the session, grades, and the line at the end."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SENTENCES: Mapping[str, str | Promise] = {
    # What to do, in one sentence.
    "say.emergency": _("Do not run. Get emergency help now."),
    "say.same_day": _("Do not run. Be seen today."),
    "say.within_days": _("Do not run. Be seen within a few days."),
    "say.not_screened": _("No running yet. Answer the questions first."),
    "say.ask": _("No running today. Some questions need an answer first."),
    "say.paused": _("No running today. Running waits."),
    "say.run": _("Run %(running_min)s minutes without a break."),
    "say.blocks": _("Run %(run_min)s, walk %(walk_min)s. %(times)s times."),
    "say.walk": _("No running today. Walk briskly for %(duration_min)s minutes."),
    "say.bike": _("No running today. Ride %(duration_min)s minutes at an easy effort."),
    "say.pool": _("No running today. Swim or run in water for %(duration_min)s minutes."),
    "say.rest": _("Rest day. No running today."),
    # Where on the way back.
    "standing.stopped": _("Running is off"),
    "standing.rung": _("Walk-run, rung %(stage)s of 10"),
    # The session, line by line.
    "session.warm_up": _("%(warm_up_min)s min brisk walk, then leg swings"),
    "session.run": _("%(running_min)s min without a break, at a pace you can talk at"),
    "session.blocks": _(
        "%(times)s times %(run_min)s min running and %(walk_min)s min walking, at a pace you can talk at"
    ),
    "session.running": _("%(running_min)s min of running in all"),
    "session.cap": _("%(cap_km)s km at most"),
    "session.flat": _("flat, no downhill, no fast running"),
    "session.hills": _("hills are part of it"),
    "session.speed": _("some of it may be fast"),
    "session.no_speed": _("no fast running"),
    "session.no_hills": _("no hills"),
    "session.soft": _("soft ground: grass, trail or track"),
    "session.steps": _("%(low_spm)s–%(high_spm)s a minute while running"),
    "session.stop": _("if pain passes %(pain_0_10)s of 10, or you limp"),
    "session.then": _("when the knee is as before, not today"),
    "term.warm_up": _("Warm up"),
    "term.run": _("Run"),
    "term.walk": _("Walk"),
    "term.bike": _("Bike"),
    "term.pool": _("Pool"),
    "term.rest": _("Rest"),
    "term.ground": _("Ground"),
    "term.steps": _("Steps"),
    "term.most": _("At most"),
    "term.turn_back": _("Turn back"),
    "term.shoes": _("Shoes"),
    # Headings.
    "head.where": _("Where to go, and how soon"),
    "head.why": _("Why"),
    "head.also": _("Also today"),
    "head.left": _("Until then"),
    "head.change": _("What would change this"),
    "head.again": _("What starts running again"),
    "head.missing": _("What is missing"),
    "head.ask": _("Answer these first"),
    "head.lately": _("The knee lately"),
    "head.stop": _("When to stop"),
    "head.week": _("These seven days"),
    "head.caps": _("Not more than"),
    "head.patterns": _("What it could be"),
    "head.changes": _("New things, one at a time"),
    # Reasons.
    "why.seen": _("Seen: %(seen)s."),
    "why.limit": _("Number: %(limit)s."),
    "why.from": _("From: %(sources)s."),
    "why.optional": _("Optional."),
    "grade.A": _("Grade A: several trials."),
    "grade.B": _("Grade B: one trial or a good cohort."),
    "grade.C": _("Grade C: mechanics, or without a comparison."),
    "grade.D": _("Grade D: convention or our own design."),
    "grade.X": _("Grade X: the evidence points elsewhere."),
    # Caps.
    "cap.run": _("One run: %(run_min)s minutes of running."),
    "cap.run_km": _("One run: %(run_km)s km."),
    "cap.week": _("The week that ends today: %(week_min)s minutes of running."),
    # Patterns.
    "fit.well": _("fits well"),
    "fit.partly": _("fits partly"),
    "fit.poorly": _("fits poorly"),
    "fit.first": _("Fits best: %(pattern)s."),
    "fit.unclear": _("Unclear so far: no single pattern stands out."),
    "fit.other": _("It can always be something else."),
    "fit.for": _("for: %(features)s"),
    "fit.against": _("against: %(features)s"),
    # What running again takes.
    "again.clearance": _(
        "What a clinician says, entered by you: kneewise log clearance. No green day can do it."
    ),
    "again.two_noes": _(
        "What a clinician says, entered by you: kneewise log clearance. For some signs also "
        "“no” on two days at least 48 hours apart: kneewise screen."
    ),
    "ask.how": _("kneewise screen asks them, one at a time. “?” is an answer too."),
    "missing.none": _("Nothing."),
    "replay.same": _("Comes out the same."),
    "replay.other": _("Comes out differently."),
    # The line at the end.
    "stop.signs": _(
        "Stop running and see a clinician: pain above 7 of 10, a knee that gives way, locks or swells, "
        "sharp or catching pain that returns, pain at night or at rest, or a limp."
    ),
    "stop.emergency": _(
        "Emergency help now: chest pain or no breath, a cold, pale or numb foot, a knee that changed shape, "
        "or a hot, red knee while you feel unwell."
    ),
    "stop.not_a_diagnosis": _("This is not a diagnosis."),
    "stop.not_reviewed": _("Its rules have not been reviewed by a clinician yet."),
    "stop.reviewed": _("Its rules were reviewed by: %(reviewed_by)s."),
    # Past runs and mornings.
    "colour.of_run": _("a run"),
    "colour.of_day": _("a morning"),
    "colour.lacks": _("Not answered: %(missing)s."),
    # Marks: shape and word; the colour is added on a terminal only.
    "mark.green": _("● Green"),
    "mark.neutral": _("○ Neutral"),
    "mark.amber": _("▲ Amber"),
    "mark.red": _("■ Red"),
    "mark.unknown": _("◌ Unknown"),
    "mark.rest": _("– Rest"),
}
