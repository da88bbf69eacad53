"""Where to go and how soon, by country.

Where its number is not known, it is "your emergency number"; where its help line is not, none is named.
"""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kneewise.knowledge import emergency_number, help_line
from kneewise.model.findings import Urgency

SENTENCES: Mapping[str, str | Promise] = {
    "where.emergency": _("Call %(number)s now, or let somebody take you to an emergency department."),
    "where.same_day": _("Go to an urgent care or walk-in clinic, or see a doctor, today."),
    "where.same_day_line": _("If you do not know where, call %(line)s."),
    "where.same_day_else": _("If none is open today, go to an emergency department."),
    "where.within_days": _("See a doctor or a physiotherapist within the next few days."),
    "where.routine": _("Book a doctor or a physiotherapist, at a time that suits you."),
    "where.within_days_worse": _(
        "If it gets worse while you wait, be seen the same day. If you feel unwell with a swollen or hot "
        "knee, or have another emergency sign, call %(number)s."
    ),
    "where.worse": _("If it gets worse while you wait, or you feel unwell, call %(number)s."),
    "where.say": _("Say there what stands under “Why”, and when it began."),
}

YOUR_NUMBER = _("your emergency number")


def where_to_go(urgency: Urgency, country: str) -> tuple[str, ...]:
    """Say where to go and how soon, the first choice first; nothing where nobody needs to be seen."""
    say = (
        ()
        if urgency in {Urgency.NONE, Urgency.ROUTINE, Urgency.EMERGENCY}
        else (str(SENTENCES["where.say"]),)
    )
    return (*places_to_go(urgency, country), *say)


def places_to_go(urgency: Urgency, country: str) -> tuple[str, ...]:
    """The same without what to say there, for those who have the words themselves."""
    number, line = emergency_number(country) or str(YOUR_NUMBER), help_line(country)
    keys = _keys(urgency, has_line=line is not None)
    return tuple(str(SENTENCES[key]) % {"number": number, "line": line} for key in keys)


def number_to_call(country: str) -> str:
    """Give the emergency number of a country, to be touched; empty where it is not known."""
    return emergency_number(country) or ""


def _keys(urgency: Urgency, *, has_line: bool) -> tuple[str, ...]:
    match urgency:
        case Urgency.NONE:
            return ()
        case Urgency.ROUTINE:
            return ("where.routine",)
        case Urgency.WITHIN_DAYS:
            return ("where.within_days", "where.within_days_worse")
        case Urgency.SAME_DAY:
            asks = ("where.same_day_line",) if has_line else ()
            return ("where.same_day", *asks, "where.same_day_else", "where.worse")
        case Urgency.EMERGENCY:
            return ("where.emergency",)
