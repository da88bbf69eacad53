"""Recovery: swelling before ice, sleep, painkillers, illness, rolling and stretching."""

import re
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kneewise.app.log import Line
from kneewise.app.numbers import house_numbers
from kneewise.model.observations import Observations
from kneewise.model.plan import Advice, Decision
from kneewise.present import reasons as why
from kneewise.present.dates import say_date
from kneewise.present.words import one_stop, sentence
from kneewise.web.pages.fields import Asking, Field, Sent, SmallForm
from kneewise.web.pages.nights import Nights, show_nights
from kneewise.web.pages.parts import NB, GradeShown, ReasonShown, show_grade, show_reason, show_reasons

SWELLING: Final = "swelling"
MONTH_DAYS: Final = 30
NEWEST: Final = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A piece of advice with its grade and source."""

    said: str
    grade: GradeShown
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ice:
    """How long, and after how many minutes the skin is looked at."""

    said: Said
    low_min: int
    high_min: int
    look_min: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Warned:
    """A warning with everything it names on a line of its own."""

    before: str
    named: tuple[str, ...]
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RecoveryPage:
    """The whole page.

    Attributes:
        is_off: Whether a stop is in force.
        ice: Offered only on a day on which swelling was asked and denied, and the plan has it.
        asks: Whether other open questions come before ice.
    """

    is_off: bool
    swelling: SmallForm
    swelling_said: str
    asks: bool
    ice: Ice | None
    nights: Nights | None
    sleep: SmallForm
    sleep_reasons: tuple[ReasonShown, ...]
    painkiller: SmallForm
    painkiller_days: str
    pharmacist: Warned
    pharmacist_reason: ReasonShown | None
    gentle: Said | None
    illness: SmallForm
    lasts: str
    kept: str
    problem: str


def show_recovery(
    decision: Decision, seen: Observations, sent: Sent, *, saved: str, lasting: Line | None
) -> RecoveryPage:
    """Set the page out."""
    told = told_today(seen)
    advice = {one.action: one for one in decision.plan.advice if one.room == "step7_recovery"}
    pharmacist = advice.get("recovery.ask_pharmacist")
    kept = {
        "swelling": _("Your answer is kept."),
        "sleep": _("The night is kept."),
        "painkiller": _("The painkiller is kept."),
        "illness": _("Kept. While you are ill, no run and no exercise is planned."),
        "well": _("Kept. The way back goes by the days without a run."),
    }
    offers = told is False and not decision.plan.urgency.stops_running
    return RecoveryPage(
        is_off=decision.plan.urgency.stops_running,
        swelling=_swelling(sent, told),
        swelling_said=_("Today you said: not swollen.") if told is False else "",
        asks=offers and "recovery.ice" not in advice,
        ice=_ice(advice["recovery.ice"]) if offers and "recovery.ice" in advice else None,
        nights=show_nights(seen.sleeps, seen.on),
        sleep=_sleep(sent, seen),
        sleep_reasons=show_reasons(decision.found.recovery.because),
        painkiller=_painkiller(sent, seen),
        painkiller_days=_days(seen),
        pharmacist=_warned(sentence("recovery.ask_pharmacist")),
        pharmacist_reason=show_reason(pharmacist.because[0]) if pharmacist else None,
        gentle=_said(advice["recovery.gentle"]) if "recovery.gentle" in advice else None,
        illness=_illness(sent, seen, lasting),
        lasts=say_date(lasting.on, "l j F") if lasting else "",
        kept=kept.get(saved, ""),
        problem=sent.problem,
    )


def told_today(seen: Observations) -> object:
    """Find what was said of swelling today; ``None`` where it was not asked today or not known."""
    said = [
        one.answers[SWELLING] for one in seen.answer_sets if one.on == seen.on and SWELLING in one.answers
    ]
    return said[-1] if said and isinstance(said[-1], bool) else None


def _warned(said: str) -> Warned:
    """Set apart what follows the colon, sentence by sentence; the last one says what to do."""
    before, colon, rest = said.partition(": ")
    *named, after = re.split(r"(?<=\.) ", rest)
    return Warned(before=f"{before}{colon}".rstrip(), named=tuple(named), after=after)


def _said(one: Advice) -> Said:
    reason = one.because[0]
    source = "; ".join(why.source_title(key) for key in reason.sources)
    return Said(said=why.advice_sentence(one), grade=show_grade(reason.grade), source=source)


def _ice(one: Advice) -> Ice:
    numbers = house_numbers().step7_recovery
    low, high = numbers.ice_min.values
    look = numbers.ice_look_after_min.value
    return Ice(said=_said(one), low_min=round(low), high_min=round(high), look_min=round(look))


def _form(ask: Asking, *fields: Field) -> SmallForm:
    return SmallForm(id=ask.form, fields=fields, problem=ask.problem, is_open=ask.is_back)


def _swelling(sent: Sent, told: object) -> SmallForm:
    chosen = {True: "yes", False: "no"}.get(told, "") if isinstance(told, bool) else ""
    ask = Asking(form="swelling", sent=sent, kept={"swelling": (chosen,)})
    answers = {"yes": _("Yes"), "no": _("No"), "unknown": _("Not sure")}
    return _form(ask, ask.one("swelling", sentence("question.swelling"), answers))


def _sleep(sent: Sent, seen: Observations) -> SmallForm:
    ask = Asking(form="sleep", sent=sent, kept={"on": (str(seen.on),)})
    return _form(
        ask,
        ask.number("hours", _("Hours of sleep"), note=_("Such as 7.5.")),
        ask.score("quality_0_10", _("How well?"), {0: _("badly"), 10: _("well")}),
        ask.day("on", _("The night that ended on"), latest=str(seen.on)),
    )


def _painkiller(sent: Sent, seen: Observations) -> SmallForm:
    ask = Asking(form="painkiller", sent=sent, kept={"on": (str(seen.on),)})
    answers = {"no": _("No"), "yes": _("Yes")}
    return _form(
        ask,
        ask.day("on", _("Taken on"), latest=str(seen.on)),
        ask.one("before_run", _("Was it taken to be able to run?"), answers),
    )


def _illness(sent: Sent, seen: Observations, lasting: Line | None) -> SmallForm:
    if lasting:
        ask = Asking(form="well", sent=sent, kept={"until": (str(seen.on),)})
        return _form(ask, ask.day("until", _("The last day of it"), latest=str(seen.on)))
    ask = Asking(form="illness", sent=sent, kept={"on": (str(seen.on),)})
    note = _("Empty while it lasts.")
    return _form(
        ask,
        ask.day("on", _("Ill since"), latest=str(seen.on)),
        ask.day("until", _("The last day of it"), note=note, latest=str(seen.on)),
    )


def _days(seen: Observations) -> str:
    """Count the days with a painkiller of the last thirty, and name the newest."""
    days = [one for one in seen.painkiller_days if one > seen.on - timedelta(days=MONTH_DAYS)]
    if not days:
        return _("None noted in the last 30 days.")
    named = ", ".join(say_date(one, "j M").replace(" ", NB) for one in reversed(days[-NEWEST:]))
    said = ngettext(
        "%(count)s day of the last 30: %(days)s.",
        "%(count)s days of the last 30, newest first: %(days)s.",
        len(days),
    )
    return one_stop(said % {"count": len(days), "days": named})
