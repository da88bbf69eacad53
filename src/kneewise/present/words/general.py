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
    "say.nothing": _("Nothing is planned for today."),
    "then.ask": _("No running before some questions have an answer."),
    "then.paused": _("No running. Running waits."),
    "then.rest": _("Rest."),
    "then.nothing": _("Nothing is planned."),
    "past.emergency": _("On %(day)s: no running, and emergency help at once."),
    "past.same_day": _("On %(day)s: no running, to be seen the same day."),
    "past.within_days": _("On %(day)s: no running, to be seen within a few days."),
    "past.ask": _("On %(day)s: no running before some questions had an answer."),
    "past.paused": _("On %(day)s: no running."),
    "past.rest": _("On %(day)s: rest."),
    "past.run_done": _("On %(day)s: the run is done."),
    "past.walk_done": _("On %(day)s: the walk is done."),
    "past.session": _("On %(day)s: %(session)s."),
    "past.no_plan": _(
        "%(day)s is before your first answers to the questions: it has no plan, and what you tell of it gets "
        "no colour. A limp or pain still counts."
    ),
    "past.today": _("What it means today"),
    # Why a day is a rest day.
    "rest.weekday": _("%(weekday)s is not one of your running days."),
    "rest.between": _("After a run comes a day of rest."),
    "rest.others": _("The runs of these seven days stand on other days."),
    "rest.next": _("Next run: %(run)s."),
    "done.run": _("Today’s run is done; so far: %(colour)s."),
    "done.walk": _("Today’s walk is done; so far: %(colour)s."),
    "done.unknown": _("◌ no colour yet"),
    "done.lacks": _("Still to be said: %(missing)s."),
    "lately.walking": _(
        "Your diary also has a limp, or pain before setting out: running waits for that, whatever the "
        "colours."
    ),
    "answer.more": _("Everything it rests on: kneewise today"),
    # Where on the way back.
    "standing.stopped": _("Running is off"),
    # Decisions made again.
    "cause.import": _("Import"),
    "cause.measure": _("Measured anew"),
    "replayed.same": _("the same."),
    "replayed.numbers": _("By the numbers of its time (%(hash)s) it is the same: they changed since."),
    "replayed.engine": _("It was made by the rules %(engine)s, which are others now."),
    "replayed.not_kept": _("Its numbers (%(hash)s) are others now, and were not kept then."),
    "replayed.different": _("Rules and numbers are the same: what is stored, or the program, is at fault."),
    "replayed.no_numbers": _("The version that made it did not keep them, so what changed cannot be named."),
    # The session, line by line.
    "session.warm_up": _("%(warm_up_min)s min brisk walk, then leg swings"),
    "session.run": _("%(running_min)s min without a break, at a pace you can talk at"),
    "session.blocks": _(
        "%(times)s times %(run_min)s min running and %(walk_min)s min walking, at a pace you can talk at"
    ),
    "session.running": _("%(running_min)s min of running in all"),
    "session.cap": _("%(distance)s"),
    "session.flat": _("flat, no downhill, no fast running"),
    "session.hills": _("uphill may be part of it; walk down"),
    "session.downhill": _("hills may be part of it, up and down"),
    "session.speed": _("some of it may be fast"),
    "session.no_speed": _("no fast running"),
    "session.no_hills": _("no hills"),
    "session.soft": _("soft ground: grass, trail or track"),
    "session.steps": _("%(low_spm)s–%(high_spm)s a minute while running"),
    "session.steps_of_each": _("%(low_spm)s–%(high_spm)s a minute, in one minute of every %(each_min)s"),
    "session.stop": _("if pain passes %(pain_0_10)s of 10, or you limp"),
    "session.stop_outer": _(
        "at the first pain on the outer side of the knee, if pain passes %(pain_0_10)s of 10, or you limp"
    ),
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
    "distance.km": _("%(distance)s km"),
    "distance.miles": _("%(distance)s miles"),
    "more.hills": _("uphill"),
    "more.downhill": _("hills"),
    "more.speed": _("fast parts"),
    "more.soft": _("on soft ground"),
    "more.shoe": _("in %(shoe)s"),
    "more.strength": _("strength"),
    "more.circuit": _("strength circuit"),
    # Headings.
    "head.where": _("Where to go, and how soon"),
    "head.why": _("Why"),
    "head.also": _("Also today"),
    "head.advice": _("What helps meanwhile"),
    "head.left": _("Until then"),
    "head.differences": _("Where the guide and the evidence differ"),
    "head.change": _("What would change this"),
    "head.home_tests": _("Before Calm ends"),
    "head.again": _("What starts running again"),
    "head.missing": _("What is missing"),
    "head.ask": _("Answer these first"),
    "head.open": _("Open questions, before running again"),
    "head.lately": _("The knee lately"),
    "head.stop": _("When to stop"),
    "head.week": _("These seven days"),
    "head.caps": _("Not more than"),
    "head.patterns": _("What it could be"),
    "head.in_runs": _("When it hurts in runs"),
    "head.walls": _("Knee to the wall"),
    "wall.once": _("%(first_cm)s cm on %(first_on)s."),
    "wall.farther": _(
        "%(first_cm)s cm on %(first_on)s, %(latest_cm)s cm on %(latest_on)s: %(cm)s cm farther."
    ),
    "wall.less": _("%(first_cm)s cm on %(first_on)s, %(latest_cm)s cm on %(latest_on)s: %(cm)s cm less."),
    "wall.same": _("%(first_cm)s cm on %(first_on)s, %(latest_cm)s cm on %(latest_on)s: the same."),
    "wall.no_error": _(
        "Nobody has told us how exact this test is at home: a small change may be the measuring."
    ),
    "head.changes": _("New things, one at a time"),
    "head.notes": _("Grades and sources"),
    "also.more": _("%(count)s more in the plan, for other days or as you like: kneewise plan"),
    # Reasons.
    "why.seen": _("Yours: %(seen)s."),
    "why.limit": _("The rule: %(limit)s."),
    "why.assumed": _("Assumed: the answer is not known."),
    "why.since": _("Known since %(day)s."),
    "why.capped": _("Another limit is lower now: %(run_min)s minutes."),
    "why.grade": _("Grade %(grade)s [%(places)s]."),
    "why.of_ten": _("of 10"),
    "why.side": _("%(side)s: %(said)s"),
    "why.side_decides": _("%(side)s, which decides: %(said)s"),
    "why.optional": _("Optional."),
    "grade.A": _("Grade A: several trials."),
    "grade.B": _("Grade B: one trial or a good cohort."),
    "grade.C": _("Grade C: mechanics, or without a comparison."),
    "grade.D": _("Grade D: habit, opinion, memory or our own design; no study."),
    "grade.X": _("Grade X: the evidence points elsewhere."),
    # Rooms, as headings of their advice.
    "room.red_flags": _("Warning signs"),
    "room.step1_pain": _("The pain"),
    "room.step2_load": _("Run less"),
    "room.step3_cadence": _("Steps"),
    "room.step4_strength": _("Strength"),
    "room.step5_ankle": _("Ankle"),
    "room.step6_footwear": _("Shoes"),
    "room.step7_recovery": _("Recovery"),
    "room.tips": _("Tips"),
    # Caps.
    "cap.next_run": _("The next run: %(run_min)s minutes of running."),
    "cap.next_walk": _("The next run: a brisk walk takes its place."),
    "cap.run": _("One run: %(run_min)s minutes of running."),
    "cap.run_distance": _("One run: %(distance)s."),
    "cap.week": _("The week that ends today: %(week_min)s minutes of running."),
    # Patterns.
    "fit.well": _("fits well"),
    "fit.partly": _("fits partly"),
    "fit.poorly": _("fits poorly"),
    "fit.rest": _("fits poorly: %(patterns)s"),
    "fit.first": _("Fits best: %(pattern)s."),
    "fit.unclear": _("Unclear so far: no single pattern stands out."),
    "fit.bone": _(
        "None is put first: your answers also speak for a bone under too much load, and that comes before."
    ),
    "fit.other": _("It can always be something else."),
    "fit.for": _("for: %(features)s"),
    "fit.against": _("against: %(features)s"),
    "fit.for.published": _("for, from published figures: %(features)s"),
    "fit.for.estimate": _("for, by our estimate: %(features)s"),
    "fit.against.published": _("against, from published figures: %(features)s"),
    "fit.against.estimate": _("against, by our estimate: %(features)s"),
    # When it hurts in runs.
    "in_runs.hurt": _("Runs since %(since)s, %(side)s: %(runs)s, with pain in %(hurt_runs)s."),
    "in_runs.fine": _("Runs since %(since)s, %(side)s: %(runs)s, with pain in none."),
    "in_runs.dose": _("Those that hurt had about %(hurt_running_min)s minutes of running."),
    "in_runs.began": _("Where you said when, it began after about %(first_pain_min)s minutes."),
    "in_runs.began_between": _(
        "Where you said when, it began after about %(first_pain_min)s minutes (%(first_pain_low_min)s to "
        "%(first_pain_high_min)s)."
    ),
    "in_runs.free": _("The longest run without pain had %(free_running_min)s minutes of running."),
    # What running again takes.
    "again.clearance": _(
        "What a clinician says, entered by you: kneewise log clearance. No green day can do it."
    ),
    "first.age": _("First tell your age: kneewise screen. It may change this at once."),
    "again.age": _(
        "Your age may be enough: kneewise screen. If it is not, what a clinician says, entered by you: "
        "kneewise log clearance."
    ),
    "again.two_noes": _(
        "What a clinician says, entered by you: kneewise log clearance. Or “no” to what stands "
        "under “Why”, on two days at least 48 hours apart: kneewise screen."
    ),
    "again.one_no": _(
        "One “no” was given on %(day)s to: %(sign)s A second one, at least 48 hours later, clears it."
    ),
    "ask.more": _("and %(count)s more"),
    "ask.how": _("kneewise screen asks, one question at a time. “?” is an answer too."),
    "missing.none": _("Nothing."),
    "replay.same": _("Comes out the same."),
    "replay.other": _("Comes out differently."),
    # The line at the end.
    "stop.signs": _(
        "Stop running and see a clinician: today with a knee that is stuck, hot or red, or gave way more "
        "than once, a leg that does not carry you, or new pain or swelling of one calf; within a few days "
        "with pain above 7 of 10, a knee that gave way or swells, or pain at night or at rest; soon with "
        "sharp or catching pain that returns. With a limp: no running, walking as far as it goes without "
        "one, and be seen if the limp lasts."
    ),
    "stop.emergency": _(
        "Emergency help now, for any one of these: chest pain, new shortness of breath or coughing up "
        "blood; a cold, pale or numb foot; a knee that changed shape, or an open wound; a hot, red or "
        "swollen knee while you feel unwell; a hot or red one that you cannot stand on; numb between the "
        "legs, or both legs weak."
    ),
    "stop.not_a_diagnosis": _("This is not a diagnosis."),
    "stop.not_reviewed": _("Its rules have not been reviewed by a clinician yet."),
    "stop.reviewed": _("Its rules were reviewed by: %(reviewed_by)s."),
    "side.left": _("left knee"),
    "side.right": _("right knee"),
    # Past runs and mornings.
    "colour.of_run": _("a run"),
    "colour.of_walk": _("a walk"),
    "colour.of_day": _("a morning"),
    "colour.lacks": _("Not answered: %(missing)s."),
    # Lists of sessions.
    "runs.none": _("No sessions yet. Read what your watch wrote: kneewise import PATH"),
    "runs.count": _("Sessions: %(count)s. To see one of them: kneewise run ID"),
    "runs.clock": _("(clock wrong)"),
    "runs.told": _("told by you"),
    "column.id": _("ID"),
    "column.day": _("Day"),
    "column.sport": _("Sport"),
    "column.minutes": _("Minutes"),
    "column.distance": _("Distance"),
    "column.cadence": _("Steps/min"),
    "column.name": _("Name"),
    "column.status": _("Status"),
    "column.file": _("File"),
    "column.kind": _("Kind"),
    "sport.running": _("run"),
    "sport.walking": _("walk"),
    "sport.hiking": _("hike"),
    "sport.cycling": _("bike"),
    "sport.swimming": _("swim"),
    "sport.rowing": _("rowing"),
    "sport.strength": _("strength"),
    "sport.team_or_court": _("team or court"),
    "sport.other": _("other"),
    "figure.minutes": _("%(minutes)s min"),
    "figure.m": _("%(amount)s m"),
    "figure.spm": _("%(amount)s steps/min"),
    "figure.bpm": _("%(amount)s beats/min"),
    "pace.km": _("%(pace)s min/km"),
    "pace.mile": _("%(pace)s min/mile"),
    "measure.elapsed": _("In all"),
    "measure.moving": _("Moving"),
    "measure.running": _("Running"),
    "measure.distance": _("Distance"),
    "measure.ascent": _("Up"),
    "measure.descent": _("Down"),
    "measure.cadence": _("Steps"),
    "measure.easy_cadence": _("At easy pace"),
    "measure.heart_rate": _("Heart"),
    "measure.pace": _("Pace"),
    "measure.shoes": _("Shoes"),
    "head.knee": _("The knee"),
    "head.files": _("Where it comes from"),
    "score.before": _("before"),
    "score.during": _("during"),
    "score.after_60min": _("60 min after"),
    "score.morning": _("next morning"),
    "score.after_24h": _("a day after"),
    "score.first_pain_min": _("minutes until it hurt"),
    "score.limp": _("limp"),
    "score.painkiller": _("painkiller"),
    # Screening.
    "schema.title": _("Answers for kneewise screen"),
    "schema.description": _(
        "A key that is left out, or null, was not asked; “unknown” is asked and not known. Neither reassures."
    ),
    "screen.emergency": _(
        "You answered yes to a sign of an emergency. It cannot wait for the other questions."
    ),
    "screen.go_on": _("Go on with the questions all the same?"),
    "screen.go_on_hint": _("yes, or Enter to stop here: what you said is kept"),
    "weekly.any_new": _("Is any of these new?"),
    "weekly.any_new_hint": _("no: none of them; yes: each is asked by itself"),
    "weekly.due": _(
        "The weekly list is due: a “no” is good for seven days, then running waits. kneewise screen --weekly"
    ),
    "screen.stored": _("Your answers are kept."),
    "screen.dry_run": _("Nothing was kept: this only looks."),
    "asked.emergency": _("Emergency signs"),
    "asked.same_day": _("Signs to show a doctor today"),
    "asked.injury": _("An injury"),
    "asked.within_days": _("Signs to show a doctor within days"),
    "asked.bone": _("Bone"),
    "asked.medicine": _("Painkillers and treatment"),
    "asked.signs": _("Other signs"),
    "asked.history": _("Your history"),
    "asked.who": _("About you"),
    "asked.where": _("Where it hurts"),
    "asked.when": _("When it hurts"),
    "asked.scores": _("How much it hurts"),
    "asked.provokes": _("What brings it on"),
    "asked.load": _("Your usual running"),
    "asked.tells_apart": _("What tells the patterns apart, the most telling first"),
    # The ledger.
    "status.imported": _("read"),
    "status.duplicate": _("already known"),
    "status.not_an_activity": _("no activity"),
    "status.refused": _("refused"),
    # Settings.
    "setting.home_zone": _("The zone your days are counted in, such as Europe/Berlin."),
    "setting.country": _("Two letters, such as GB: decides the emergency number that is named."),
    "setting.language": _("The language of every sentence."),
    "setting.theme": _("How the page is lit: light, dark, or as your system is (system)."),
    "setting.miles": _("yes: distances in miles. no: in kilometres."),
    "setting.running_days": _("Days you can run on, such as mon,wed,sat."),
    "setting.load_choice": _("In the calm weeks, cut: shorter runs. swap: some runs become bike or pool."),
    "setting.nothing_to_swap_to": _("None does before has_bike or has_pool is yes."),
    "setting.growth_pace": _(
        "How fast a week may grow. guide: by at most %(guide_percent)s %%, as the guide says. evidence: by "
        "at most %(evidence_percent)s %%, as studies did not find that weekly growth predicts injury."
    ),
    "setting.has_bike": _("Whether there is a bike to swap a run for."),
    "setting.has_pool": _("Whether there is a pool to swap a run for."),
    "setting.has_bands": _("Whether you have exercise bands; exercises that need one are left out else."),
    "setting.has_weights": _("Whether you have dumbbells or other weights to hold."),
    "setting.has_gym": _("Whether you go to a gym, with its machines, bands and weights."),
    "setting.goal_week_min": _(
        "Minutes of running in the week you want to be back at; usual for your usual week."
    ),
    "setting.race_on": _("The day of a race you want to run; none where there is none."),
    "setting.race_min": _("How many minutes it takes you."),
    "setting.race_km": _("How many kilometres it has: its minutes follow from your usual pace."),
    "head.goal": _("Your goal"),
    "setting.body_mass_kg": _(
        "Optional. Only changes of it count, in the impact of your runs from that day on. unknown: left out."
    ),
    # Marks: shape and word; the colour is added on a terminal only.
    "mark.green": _("● Green"),
    "mark.neutral": _("○ Neutral"),
    "mark.amber": _("▲ Amber"),
    "mark.red": _("■ Red"),
    "mark.unknown": _("◌ Unknown"),
    "mark.rest": _("– Rest"),
    "mark.run_done": _("Run done"),
    "mark.walk_done": _("Walk done"),
}
