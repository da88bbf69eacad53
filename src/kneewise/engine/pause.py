"""Pause a day's running for a cause that lies outside the history."""

from dataclasses import replace

from kneewise.model.evidence import Number, because
from kneewise.model.plan import Decision, Session, SessionKind


def pause(decision: Decision, rule: str, number: Number) -> Decision:
    """Take the running out of a decision, and say why before everything else.

    Args:
        decision: As the gate let it through; what it says of stopping stays.
        rule: Why; it has a sentence like every other.
        number: What that rests on.
    """
    plan = decision.plan
    sessions = tuple(_without_run(session) for session in plan.sessions)
    paused = replace(
        plan,
        may_run=False,
        sessions=sessions,
        advances=False,
        advanced_on=(),
        moves=(),
        because=(because(rule, number), *plan.because),
    )
    return replace(decision, plan=paused)


def _without_run(session: Session) -> Session:
    is_run = session.kind is SessionKind.RUN or session.running_min > 0
    rest = Session(on=session.on, kind=SessionKind.REST, exercises=session.exercises, circuit=session.circuit)
    return rest if is_run else session
