"""What was measured of a session, what was not believed of it, and what it counts for."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SENTENCES: Mapping[str, str | Promise] = {
    "head.doubts": _("What we doubted"),
    "head.load": _("What it counts for"),
    "head.more": _("More of it"),
    "head.messages": _("Messages of the FIT file, by kind; * is what an app or a sensor added"),
    # Doubts: what it was, where on the session's clock, what was done instead.
    "doubt.where_more": _("%(named)s and %(count)s more"),
    "doubt.time_jump": _("The clock went on by %(lasts)s without a point (at %(where)s). Left out."),
    "doubt.gap": _(
        "Nothing was written for %(lasts)s (at %(where)s) while you went on. Its minutes do not count."
    ),
    "doubt.unmarked_pause": _(
        "Nothing was written for %(lasts)s (at %(where)s), and you stood. Taken for a pause."
    ),
    "doubt.position_spike": _(
        "The position jumped farther than anybody runs (at %(where)s). %(removed_m)s m are left out."
    ),
    "doubt.speed_spike": _(
        "A speed of up to %(most_m_s)s m/s, which nobody runs or rides (at %(where)s). Left out."
    ),
    "doubt.altitude_jump": _(
        "The height jumped, by up to %(most_m)s m (at %(where)s). The climb goes on without it."
    ),
    "doubt.cadence_stuck": _(
        "The steps stood at one figure for %(lasts)s while your speed changed (at %(where)s). Left out."
    ),
    "doubt.cadence_silent": _(
        "No step was counted for %(lasts)s at a running speed (at %(where)s). Speed tells instead."
    ),
    "doubt.cadence_halved": _("The steps of one leg only for %(lasts)s (at %(where)s). Doubled."),
    "doubt.cadence_doubled": _("Steps were counted twice for %(lasts)s (at %(where)s). Halved."),
    "doubt.step_length_off": _(
        "Step length times steps is %(ratio)s times your speed. Step length is left out."
    ),
    "doubt.distance_estimated": _(
        "No satellite saw this run: its distance is what the watch or a pod made of your stride. Kept."
    ),
    "doubt.heart_locked": _("The heart rate followed your steps for %(lasts)s (at %(where)s). Left out."),
    # What it counts for.
    "load.impact": _("about %(usual_min)s min of your usual running"),
    "load.impact_between": _("about %(usual_min)s min of your usual running (%(low_min)s to %(high_min)s)"),
    "load.aerobic.heart_rate": _("about %(easy_min)s min of easy running, by heart rate"),
    "load.aerobic.pace": _("about %(easy_min)s min of easy running, by pace"),
    "load.aerobic.minutes": _("about %(easy_min)s min of easy running, by its minutes"),
    "load.mass_unknown": _("Your mass is not known and counts as unchanged."),
    "load.cadence_unknown": _(
        "Your own cadence was known for %(percent)s %% of it; the rest counts as usual."
    ),
    "load.cadence_not_known": _("Your own cadence was not known; it counts as usual."),
    "load.ground_not_known": _("The ground was not known; it counts as level."),
    "load.ground_unknown": _("The ground was known for %(percent)s %% of it; the rest counts as level."),
    "load.meaning": _(
        "A trend within yourself, roughly: no force, no risk, nothing to compare with anybody else."
    ),
    # What a file holds.
    "held.points": _("%(count)s points"),
    "held.percent": _("%(percent)s %%"),
    "held.column": _("Column"),
    "held.unit": _("Unit"),
    "held.count": _("Values"),
    "held.share": _("Share"),
    "held.first": _("First"),
    "held.median": _("Median"),
    "held.last": _("Last"),
    # Figures, and their names.
    "figure.seconds": _("%(seconds)s s"),
    "figure.hours": _("%(hours)s h"),
    "measured.running": _("%(running)s min, %(elapsed)s in all"),
    "measured.in_all": _("%(elapsed)s min in all"),
    "measured.steps": _("%(cadence)s a minute"),
    "measured.steps_easy": _("%(cadence)s a minute, %(easy)s at easy pace"),
    "measured.ground": _("%(ascent)s m up, %(descent)s m down"),
    "measured.walking": _("%(minutes)s min"),
    "measured.walking_breaks": _("%(minutes)s min, in %(breaks)s breaks"),
    "measured.paces": _("half of it between %(fast)s and %(slow)s"),
    "measured.slope": _("%(slope)s more for each 0.1 m/s faster, give or take %(spread)s"),
    "measured.slopes": _("%(level)s min level, %(up)s up, %(down)s down"),
    "measured.slopes_steep": _("%(level)s min level, %(up)s up, %(down)s down, %(steep)s of it steeply"),
    "measured.stance": _("ground contact %(amount)s ms"),
    "measured.step_length": _("steps of %(amount)s cm"),
    "measured.oscillation": _("%(amount)s cm up and down"),
    "measured.balance": _("left foot %(left)s %%, right %(right)s %%"),
    "measure.walking": _("Walking"),
    "measure.paces": _("Paces"),
    "measure.slope": _("Steps, pace"),
    "measure.ground": _("Ground"),
    "measure.slopes": _("Slopes"),
    "measure.form": _("Form"),
    "measure.surface": _("Surface"),
    "measure.impact": _("Impact"),
    "measure.aerobic": _("Aerobic"),
    "surface.soft": _("soft"),
    "surface.trail": _("trail"),
    "surface.track": _("track"),
    "surface.treadmill": _("treadmill"),
    "surface.road": _("road"),
}
