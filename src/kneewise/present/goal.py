"""The runner's goal in words."""

from datetime import date

from kneewise.model.evidence import Reason
from kneewise.model.plan import Goal
from kneewise.present.dates import say_date
from kneewise.present.page import Lines, bullet, section
from kneewise.present.reasons import sentence_with
from kneewise.present.words import sentence

DAYS = ("soonest_on", "race_on")


def goal_lines(goal: Goal | None) -> Lines:
    """Say what the way leads to, and of a race what can be said of its day."""
    if goal is None:
        return ()
    return section(sentence("head.goal"), *(bullet(said) for said in goal_sentences(goal)))


def goal_sentences(goal: Goal) -> tuple[str, ...]:
    """Say it sentence by sentence; days in words."""
    return tuple(_said(reason) for reason in goal.because if reason.rule != "goal.usual" or reason.seen)


def _said(reason: Reason) -> str:
    facts = dict(reason.facts or {})
    for name in DAYS:
        if isinstance(day := facts.get(name), str):
            facts[name] = say_date(date.fromisoformat(day), "j F Y")
    return sentence(sentence_with(reason.rule, facts), seen=reason.seen, limit=reason.limit, **facts)
