"""The stop: the only red page. It stands in Today's place while it is in force."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from kneewise.model.answers import Question, QuestionKind
from kneewise.model.findings import Urgency
from kneewise.model.plan import Advice, Decision
from kneewise.model.runner import Settings
from kneewise.present import reasons as why
from kneewise.present.words import care, has_sentence, sentence
from kneewise.web.pages.parts import ReasonShown, is_unreviewed, say_day, show_reasons


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """Why, where to go and how soon, what is still fine, and what starts running again."""

    title: str
    date: str
    say: tuple[str, ...]
    because: str
    where_title: str
    where: tuple[str, ...]
    emergency: tuple[str, ...]
    until: tuple[str, ...]
    again: str
    asks: bool
    reasons: tuple[ReasonShown, ...]
    unreviewed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SignGroup:
    """Signs of one urgency, and where they lead."""

    id: str
    title: str
    is_now: bool
    where: tuple[str, ...]
    signs: tuple[str, ...]


def show_stop(decision: Decision, settings: Settings, questions: tuple[Question, ...]) -> Stop:
    """Turn a decision that stops running into its page."""
    plan, safety = decision.plan, decision.found.safety
    reasons = why.reasons(decision)
    worst = [flag.because for flag in safety.flags if flag.urgency is plan.urgency] or list(reasons)
    return Stop(
        title=_("Do not run"),
        date=say_day(plan.on),
        say=_headline(plan.urgency),
        because=" ".join(dict.fromkeys(why.reason_sentence(reason) for reason in worst[:2])),
        where_title=_where_title(plan.urgency),
        where=care.where_to_go(plan.urgency, settings.country),
        emergency=() if plan.urgency is Urgency.EMERGENCY else tuple(_signs(questions, "emergency")),
        until=tuple(why.advice_sentence(advice) for advice in plan.advice if _is_left(advice))
        or (_("Rest it. Walk as far as is comfortable."),),
        again=_again(plan.urgency),
        asks=bool(plan.ask),
        reasons=show_reasons(reasons),
        unreviewed=is_unreviewed(reasons),
    )


def show_signs(settings: Settings, questions: tuple[Question, ...]) -> tuple[SignGroup, ...]:
    """List every sign that stops running, the most urgent first."""
    kept = (
        ("emergency", _("Emergency: now"), Urgency.EMERGENCY),
        ("same_day", _("Be seen the same day"), Urgency.SAME_DAY),
        ("within_days", _("Be seen within a few days"), Urgency.WITHIN_DAYS),
    )
    return tuple(
        SignGroup(
            id=asked,
            title=title,
            is_now=urgency is Urgency.EMERGENCY,
            where=care.where_to_go(urgency, settings.country)[:1],
            signs=tuple(_signs(questions, asked)),
        )
        for asked, title, urgency in kept
    )


def _signs(questions: tuple[Question, ...], asked: str) -> list[str]:
    """Say each sign of a list; what only follows another, or counts things, is left to the screening."""
    asked_of_all = (one for one in questions if one.asked == asked and not one.only_if)
    firsts = (one for one in asked_of_all if one.kind is QuestionKind.YES_NO)
    keys = (f"sign.{one.key}" if has_sentence(f"sign.{one.key}") else f"question.{one.key}" for one in firsts)
    return [sentence(key) for key in keys]


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
    return not advice.action.startswith("care.") and advice.room != "step1_pain"


def _again(urgency: Urgency) -> str:
    if urgency is Urgency.WITHIN_DAYS:
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
