"""The places of a knee, as a runner would point at them."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SENTENCES: Mapping[str, str | Promise] = {
    "place.above_kneecap": _("above the kneecap"),
    "place.inner_edge": _("inner edge of the kneecap"),
    "place.behind_kneecap": _("behind or around the kneecap"),
    "place.outer_edge": _("outer edge of the kneecap"),
    "place.below_kneecap": _("below the kneecap"),
    "place.shin_bump": _("the bump at the top of the shin"),
    "place.outer_above": _("outer side, above the joint"),
    "place.outer_joint": _("outer side, at the joint"),
    "place.outer_below": _("outer side, below the joint"),
    "place.outer_corner": _("outer back corner"),
    "place.inner_above": _("inner side, above the joint"),
    "place.inner_joint": _("inner side, at the joint"),
    "place.inner_below": _("inner side, below the joint"),
    "place.back_inner": _("back of the knee, inner cord"),
    "place.back_hollow": _("hollow of the knee"),
    "place.back_calf": _("top of the calf"),
    "place.whole_knee": _("the whole knee"),
    "place.thigh": _("the thigh"),
    "place.calf": _("the calf"),
}
