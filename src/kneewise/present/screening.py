"""What the screening found, as a page."""

from collections.abc import Mapping
from datetime import date

from kneewise.model.findings import Urgency
from kneewise.model.plan import Decision
from kneewise.model.runner import Settings
from kneewise.present.advice import above_all, to_be_seen
from kneewise.present.page import Line, Lines, Tone, bullet, section, wrapped
from kneewise.present.text import (
    again_lines,
    answer,
    ask_lines,
    because_lines,
    instruction_lines,
    safety_lines,
)
from kneewise.present.week import pattern_lines
from kneewise.present.words import sentence
from kneewise.present.words.care import where_to_go


def screening_lines(
    decision: Decision, *, settings: Settings, stored: bool, noes: Mapping[str, date] | None = None
) -> Lines:
    """Lay out what the answers lead to.

    Where running stops, what to do stands last, where the eye is when the command has ended; no pattern is
    named beside it. Else the answer of the day comes first, with the visit that is worth booking, and why.

    Args:
        decision: Of the day, with the answers.
        settings: The runner's.
        stored: Whether the answers were kept.
        noes: By flag, the day of a first "no" that waits for its second.
    """
    plan = decision.plan
    kept = wrapped(sentence("screen.stored" if stored else "screen.dry_run"), tone=Tone.QUIET)
    more = wrapped(sentence("answer.more"), tone=Tone.QUIET) if stored else ()
    if plan.urgency is Urgency.EMERGENCY:
        return _emergency_page(decision, kept, settings)
    if plan.urgency.stops_running:
        return (
            *kept,
            *because_lines(decision),
            *((Line(text=""), *more) if more else ()),
            *again_lines(decision, noes or {}),
            *ask_lines(plan),
            *safety_lines(decision),
            Line(text=""),
            *instruction_lines(decision, settings=settings),
        )
    return (
        *kept,
        Line(text=""),
        *answer(plan),
        *(line for said in (*above_all(plan), *to_be_seen(plan, settings)) for line in bullet(said)),
        *more,
        *ask_lines(plan),
        *because_lines(decision),
        *section(sentence("head.patterns"), pattern_lines(decision)),
        *safety_lines(decision),
    )


def _emergency_page(decision: Decision, kept: Lines, settings: Settings) -> Lines:
    """Say only the sign, and what to do: no list of what is open stands around it."""
    return (
        *kept,
        *because_lines(decision, of_signs=True),
        *again_lines(decision, {}),
        *safety_lines(decision),
        Line(text=""),
        *instruction_lines(decision, settings=settings),
    )


def emergency_lines(settings: Settings) -> Lines:
    """Say at once what a yes to an emergency sign means, before anything else is asked."""
    where = where_to_go(Urgency.EMERGENCY, settings.country)
    return (
        Line(text=""),
        *wrapped(sentence("say.emergency"), tone=Tone.STOP, first="■ "),
        *(line for said in where for line in bullet(said, tone=Tone.STRONG)),
        *wrapped(sentence("screen.emergency")),
    )


def emergency_sentence(settings: Settings) -> str:
    """Say the same in one line, behind a sentence that says something else."""
    return " ".join((sentence("say.emergency"), *where_to_go(Urgency.EMERGENCY, settings.country)))
