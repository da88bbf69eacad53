"""The red flags of a report: those in force first, then those that are over, each with its days."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kneewise.knowledge import read_all
from kneewise.model.evidence import Number
from kneewise.model.findings import Urgency
from kneewise.model.report import ReportFacts
from kneewise.present.dates import say_date
from kneewise.present.reasons import reason_sentence
from kneewise.present.words import has_sentence, sentence

FLAGS_SHOWN = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class FlagShown:
    """A red flag: since when, how soon somebody should look, what it is, and until when if it is over."""

    since: str
    urgency: str
    said: str
    until: str = ""


def set_flags(facts: ReportFacts) -> tuple[FlagShown, ...]:
    """Show as many as have room."""
    return tuple(_flags(facts))[:FLAGS_SHOWN]


def _flags(facts: ReportFacts) -> Iterator[FlagShown]:
    """Name the flags in force, the most urgent first, then those that are over."""
    flags = sorted(facts.decision.found.safety.flags, key=lambda flag: (-flag.urgency, flag.since))
    for flag in flags:
        yield FlagShown(
            since=say_day(flag.since),
            urgency=how_soon(flag.urgency),
            said=reason_sentence(flag.because),
        )
    for gone in reversed(facts.past_flags):
        until = _("in force until %(day)s or later") % {"day": say_day(gone.last_on)}
        yield FlagShown(
            since=say_day(gone.since),
            urgency=how_soon(gone.urgency),
            said=capfirst(name_flag(gone.key)),
            until=until,
        )


def how_soon(urgency: Urgency) -> str:
    """Say how soon somebody should look."""
    said = {
        Urgency.NONE: _("no hurry"),
        Urgency.ROUTINE: _("routine"),
        Urgency.WITHIN_DAYS: _("within days"),
        Urgency.SAME_DAY: _("same day"),
        Urgency.EMERGENCY: _("emergency"),
    }
    return said[urgency]


def name_flag(key: str) -> str:
    """Name a flag, whatever it rests on."""
    names = (f"{kind}.{key}" for kind in ("stops", "sign", "question"))
    named = (sentence(name, **_amounts()) for name in names if has_sentence(name))
    return next(named, key.replace("_", " "))


@cache
def _amounts() -> Mapping[str, float]:
    """Give the figures that the names of flags hold."""
    numbers = read_all("guide.red_flags")
    return {name: one.value for name, one in numbers.items() if isinstance(one, Number)}


def flags_note(facts: ReportFacts) -> str:
    """Say what no flag means, which is not that all was asked."""
    flags, more = facts.decision.found.safety.flags, []
    hidden = len(flags) + len(facts.past_flags) - FLAGS_SHOWN
    if hidden > 0:
        more.append(_("%(count)s more are in the program.") % {"count": hidden})
    if not flags:
        more.append(_("None is in force."))
    if asked := len(facts.decision.plan.ask):
        said = ngettext(
            "%(count)s question about them is not answered yet.",
            "%(count)s questions about them are not answered yet.",
            asked,
        )
        more.append(said % {"count": asked})
    return " ".join(more)


def say_day(on: date) -> str:
    """Say a day with its year: paper is read later."""
    return say_date(on, "j F Y")
