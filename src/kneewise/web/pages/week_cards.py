"""The seven days as cards: what each holds, how long it is beside the others, and what is done of today."""

from dataclasses import dataclass, replace
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from kneewise.model.plan import Decision, Session, SessionKind
from kneewise.present import day
from kneewise.present.rest import done_today, what_is_done, worst_of
from kneewise.present.words import sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One of the seven days; ``mark`` stands for a rest day, or has the colour of what is done already."""

    name: str
    date: int
    short: str
    long: str
    minutes: str
    is_today: bool
    mark: str
    bar: str
    share: float


def show_week(decision: Decision) -> tuple[Card, ...]:
    """Set out the seven days, today first, with what is done of today."""
    sessions = decision.plan.sessions
    longest = max((_minutes(one) for one in sessions), default=0.0) or 1.0
    cards = tuple(_card(one, decision.plan.on, longest) for one in sessions)
    done = what_is_done(decision)
    return (_done(cards[0], done, decision), *cards[1:]) if done else cards


def _done(card: Card, done: str, decision: Decision) -> Card:
    """Say of today that its run or walk is behind, with its colour so far."""
    colour = worst_of(done_today(decision)).value
    return replace(card, short=_("Done"), long=sentence(f"mark.{done}_done"), mark=colour)


def _minutes(session: Session) -> float:
    return session.running_min or session.duration_min


def _card(session: Session, today: date, longest: float) -> Card:
    return Card(
        name=date_format(session.on, "D"),
        date=session.on.day,
        short=day.name_session(session, short=True),
        long=day.name_session(session),
        minutes=day.say_minutes(session),
        is_today=session.on == today,
        mark="rest" if session.kind is SessionKind.REST else "",
        bar=session.kind.value,
        share=round(100 * _minutes(session) / longest, 1),
    )
