"""The stop: the only red page. It stands in Today's place while it is in force."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext as _

from kneewise.app.signs import StoppingSigns
from kneewise.model.findings import Flag, Urgency
from kneewise.model.places import Side
from kneewise.model.plan import Advice, Decision
from kneewise.model.runner import Settings
from kneewise.present import reasons as why
from kneewise.present.advice import IN_DOUBT, above_all
from kneewise.present.age import is_for_age_alone
from kneewise.present.dates import say_date
from kneewise.present.words import care, has_sentence, sentence
from kneewise.web.pages.parts import ReasonShown, is_unreviewed, say_day, show_reasons

MOST_SAID: Final = 3
ELSEWHERE: Final = frozenset({"chest_signs", "saddle_signs"})
"""Signs of an emergency that is not at the leg: said first, and the knee last."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """Why, where to go and how soon, what is still fine, and what starts running again.

    Attributes:
        say: The headline, a line a sentence.
        say_there: What to say where one goes; empty where the reasons say it better.
        call: The number of an emergency, to be touched; empty on every other page, and where it is not known.
        emergency: Signs for which nobody waits; none on the page of an emergency itself.
        until: What is still fine; none in an emergency, which sends nobody to read further.
        may_answer: Whether the questions are offered.
    """

    title: str
    date: str
    say: tuple[str, ...]
    because: str
    where_title: str
    where: tuple[str, ...]
    say_there: str
    call: str
    emergency: tuple[str, ...]
    until: tuple[str, ...]
    again: str
    may_answer: bool
    asks: bool
    reasons: tuple[ReasonShown, ...]
    unreviewed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SignGroup:
    """Signs of one urgency, and where they lead; ``call`` is the number of an emergency, if known."""

    id: str
    title: str
    is_now: bool
    where: tuple[str, ...]
    signs: tuple[str, ...]
    call: str = ""


def show_stop(
    decision: Decision, settings: Settings, signs: StoppingSigns, *, sides: Sequence[Side] = ()
) -> Stop:
    """Turn a decision that stops running into its page."""
    plan, safety = decision.plan, decision.found.safety
    reasons = why.reasons(decision)
    flags = [flag for flag in safety.flags if flag.urgency is plan.urgency]
    worst = [flag.because for flag in flags] or list(reasons)
    is_emergency = plan.urgency is Urgency.EMERGENCY
    said = _say_there(flags, signs, sides)
    go = care.places_to_go if said else care.where_to_go
    return Stop(
        title=_("Do not run"),
        date=say_day(plan.on),
        say=_headline(plan.urgency),
        because=" ".join(dict.fromkeys(why.reason_sentence(reason) for reason in worst[:2])),
        where_title=_where_title(plan.urgency),
        where=(*_first(decision), *above_all(plan), *go(plan.urgency, settings.country)),
        say_there=said,
        call=care.number_to_call(settings.country) if is_emergency else "",
        emergency=() if is_emergency else _say(signs.by_urgency[Urgency.EMERGENCY], signs),
        until=() if is_emergency else _until(plan.advice),
        again=_again(decision),
        may_answer=not is_emergency,
        asks=bool(plan.ask),
        reasons=show_reasons(reasons),
        unreviewed=is_unreviewed(reasons),
    )


def show_signs(settings: Settings, signs: StoppingSigns) -> tuple[SignGroup, ...]:
    """List every sign that stops running, the most urgent first, and what makes it wait."""
    titles = {
        Urgency.EMERGENCY: _("Emergency: now"),
        Urgency.SAME_DAY: _("Be seen the same day"),
        Urgency.WITHIN_DAYS: _("Be seen within a few days"),
    }
    stopping = (
        SignGroup(
            id=urgency.word,
            title=titles[urgency],
            is_now=urgency is Urgency.EMERGENCY,
            where=care.where_to_go(urgency, settings.country)[:1],
            signs=_say(names, signs),
            call=care.number_to_call(settings.country) if urgency is Urgency.EMERGENCY else "",
        )
        for urgency, names in signs.by_urgency.items()
    )
    waiting = SignGroup(
        id="waiting", title=_("Running waits"), is_now=False, where=(), signs=_say(signs.waiting, signs)
    )
    return (*stopping, waiting)


def _say(names: Iterable[str], signs: StoppingSigns) -> tuple[str, ...]:
    return tuple(sentence(f"stops.{name}", **signs.amounts) for name in names)


def _say_there(flags: Sequence[Flag], signs: StoppingSigns, sides: Sequence[Side]) -> str:
    """Give the words for the desk or the telephone: which knee, what, since when."""
    told = [flag for flag in flags if has_sentence(f"stops.{flag.key}")]
    if not told:
        return ""
    said = (
        _("“This is an emergency: %(signs)s. Known since %(day)s. It is also about %(knee)s.”")
        if any(flag.key in ELSEWHERE for flag in told[:MOST_SAID])
        else _("“It is about %(knee)s: %(signs)s. Known since %(day)s. I have stopped running.”")
    )
    return said % {
        "knee": _say_knee(sides),
        "signs": "; ".join(_say((flag.key for flag in told[:MOST_SAID]), signs)),
        "day": say_date(min(flag.since for flag in told), "j F"),
    }


def _say_knee(sides: Sequence[Side]) -> str:
    if len(sides) != 1:
        return _("my knees") if sides else _("my knee")
    return _("my left knee") if sides[0] is Side.LEFT else _("my right knee")


def _until(advice: Iterable[Advice]) -> tuple[str, ...]:
    left = tuple(why.advice_sentence(one) for one in advice if _is_left(one))
    return left or (_("Rest it. Walk as far as is comfortable."),)


def _where_title(urgency: Urgency) -> str:
    match urgency:
        case Urgency.EMERGENCY:
            return _("Where to go, now")
        case Urgency.SAME_DAY:
            return _("Where to go, today")
        case Urgency.WITHIN_DAYS | Urgency.ROUTINE | Urgency.NONE:
            return _("Where to go, and how soon")


def _is_left(advice: Advice) -> bool:
    """Leave out what the page says above, and how runs are scored: there are none."""
    above = advice.action.startswith("care.") or advice.action == IN_DOUBT
    return not above and advice.room != "step1_pain"


def _first(decision: Decision) -> tuple[str, ...]:
    """Say what may end the stop at once."""
    if not is_for_age_alone(decision):
        return ()
    return (_("First tell your age: the questions ask for it. It may change this at once."),)


def _again(decision: Decision) -> str:
    if is_for_age_alone(decision):
        return _("Your age may be enough. If it is not, what a clinician says, entered by you.")
    if decision.plan.urgency is Urgency.WITHIN_DAYS:
        return _(
            "What a clinician says, entered by you. For some signs also “no” on two days "
            "at least 48 hours apart. No green day can do it."
        )
    return _("What a clinician says, entered by you. No green day can do it.")


def _headline(urgency: Urgency) -> tuple[str, ...]:
    match urgency:
        case Urgency.EMERGENCY:
            return (_("Do not run."), _("Get help now."))
        case Urgency.SAME_DAY:
            return (_("Do not run."), _("Be seen today."))
        case Urgency.WITHIN_DAYS:
            return (_("Do not run."), _("Be seen within days."))
        case Urgency.ROUTINE | Urgency.NONE:
            return (_("Do not run."),)
