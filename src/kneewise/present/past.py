"""A day that lies behind: its answer, so that nobody takes it for today's, and its colours."""

from datetime import date

from kneewise.model.plan import Decision, Phase, Plan, SessionKind
from kneewise.present.day import name_session, say_minutes
from kneewise.present.page import Line, Lines, Tone, wrapped
from kneewise.present.rest import what_is_done
from kneewise.present.text import colour_lines, day
from kneewise.present.words import sentence


def past_lines(decision: Decision, *, of: date) -> Lines:
    """Say the answer of a day that lies behind, so that nobody takes it for today's."""
    plan = decision.plan
    if plan.phase is Phase.TRIAGE and not plan.urgency.stops_running:
        return (Line(text=""), *wrapped(sentence("past.no_plan", day=day(plan.on, of)), tone=Tone.TITLE))
    done = "" if plan.urgency.stops_running or plan.ask else what_is_done(decision)
    key, said = (f"past.{done}_done", "") if done else _past(plan)
    return (Line(text=""), *wrapped(sentence(key, day=day(plan.on, of), session=said), tone=Tone.TITLE))


def of_day_lines(decision: Decision, *, of: date, on: date | None = None) -> Lines:
    """Say the colours of the day that was told of, one of each knee, where it has some.

    Args:
        decision: What it is known by.
        of: By the clock; a day of another year is named with its year.
        on: The day that was told of; that of the decision where it is not said.
    """
    of_day = (one for one in decision.colours if one.on == (on or decision.plan.on))
    lines = tuple(line for one in of_day for line in colour_lines(one, of))
    return (Line(text=""), *lines) if lines else ()


def _past(plan: Plan) -> tuple[str, str]:
    if plan.urgency.stops_running:
        return f"past.{plan.urgency.word}", ""
    if plan.ask:
        return "past.ask", ""
    session = plan.sessions[0] if plan.sessions else None
    if session is None or session.kind is SessionKind.REST:
        return ("past.rest" if plan.may_run else "past.paused"), ""
    return "past.session", ", ".join(filter(None, (name_session(session), say_minutes(session))))
