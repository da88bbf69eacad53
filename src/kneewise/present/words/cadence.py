"""The cadence block: minutes inside the band, when it begins, why it ended."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SENTENCES: Mapping[str, str | Promise] = {
    "head.in_band": _("Steps in your band"),
    "measure.in_band": _("In the band"),
    "in_band.minutes": _("%(inside)s of %(known)s min inside %(low_spm)s–%(high_spm)s"),
    "in_band.lacking": _("(%(minutes)s min without known steps)"),
    "in_band.no_steps": _("its file holds no steps"),
    "in_band.waits": _("not measured yet, the next import does it"),
    "in_band.asked": _("%(said)s; %(asked)s min were asked for"),
    "in_band.inside": _("mostly inside"),
    "in_band.enough": _("that is enough"),
    "in_band.below": _("mostly below"),
    "in_band.above": _("mostly above"),
    "in_band.unknown": _("too few known steps to say more"),
    "step3_cadence.steps_unknown": _(
        "Nothing is said of a run whose steps are known for less than %(limit)s percent of it."
    ),
    "step3_cadence.minutes_inside": _(
        "Of the minutes asked for, %(seen)s percent were inside the band; from %(limit)s percent on that is "
        "most of them."
    ),
    "cadence.calf_waits": _(
        "Your calf complained last, and quicker steps load it. They wait until a form says that it is well."
    ),
    "cadence.ended.calf": _("Your calf complained, so the quicker steps are out of the plan."),
    "cadence.ended.no_relief": _(
        "Its first runs hurt no less than those before, so the quicker steps are out of the plan."
    ),
}
