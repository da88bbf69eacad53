"""Where to go and how soon, by country; where its number is not known, "your emergency number"."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kneewise.knowledge import emergency_number
from kneewise.model.findings import Urgency

SENTENCES: Mapping[str, str | Promise] = {
    "where.emergency": _("Call %(number)s now, or let somebody take you to an emergency department."),
    "where.same_day": _("Go to an urgent care or walk-in clinic, or see a doctor, today."),
    "where.same_day_else": _("If none is open today, go to an emergency department."),
    "where.within_days": _("See a doctor or a physiotherapist within the next few days."),
    "where.routine": _("Book a doctor or a physiotherapist, at a time that suits you."),
    "where.worse": _("If it gets worse while you wait, or you feel unwell, call %(number)s."),
    "where.say": _("Say there what stands under “Why”, and since when."),
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
    number = emergency_number(country) or str(YOUR_NUMBER)
    return tuple(str(SENTENCES[key]) % {"number": number} for key in _keys(urgency))


def number_to_call(country: str) -> str:
    """Give the emergency number of a country, to be touched; empty where it is not known."""
    return emergency_number(country) or ""


def _keys(urgency: Urgency) -> tuple[str, ...]:
    match urgency:
        case Urgency.NONE:
            return ()
        case Urgency.ROUTINE:
            return ("where.routine",)
        case Urgency.WITHIN_DAYS:
            return ("where.within_days", "where.worse")
        case Urgency.SAME_DAY:
            return ("where.same_day", "where.same_day_else", "where.worse")
        case Urgency.EMERGENCY:
            return ("where.emergency",)
