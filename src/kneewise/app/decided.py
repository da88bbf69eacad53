"""Decide the day of a write and keep that beside it; so also the days after, if no more is said."""

from datetime import date, datetime, timedelta

from kneewise.app.numbers import house_numbers, plain_numbers
from kneewise.engine import KnownPast, decide
from kneewise.knowledge import knowledge_hash
from kneewise.model.plan import Decision
from kneewise.observe import observer
from kneewise.store.decisions import keep_ahead, keep_decision, keep_numbers
from kneewise.store.history import recall_history
from kneewise.store.ref import RunnerRef

DAYS_AHEAD = 7
"""Most looks are at a day of which nothing was told yet; after so many silent days the questions are due."""


def keep_decided(runner: RunnerRef, step: int, *, at: datetime, cause: str, record_id: str = "") -> Decision:
    """Make the decision that a write causes from the history up to it, and keep it within the same write.

    The days after are decided as well: each of them goes on from where the walk through the days rested.

    Args:
        runner: Whose.
        step: Of the write.
        at: Now, on the runner's wall clock.
        cause: The kind of write.
        record_id: What caused it, if a record did.
    """
    numbers, hashed = house_numbers(), knowledge_hash()
    look = observer(recall_history(runner, bands=False), numbers.observe)
    past = KnownPast(look, numbers)

    def decided(on: date) -> Decision:
        return decide(look, on=on, numbers=numbers, knowledge_hash=hashed, past=past)

    decision = decided(at.date())
    keep_numbers(runner, hashed, plain_numbers())
    keep_decision(runner, step, decision, decided_at=at, cause=cause, record_id=record_id)
    days = (at.date() + timedelta(days=number) for number in range(1, DAYS_AHEAD + 1))
    keep_ahead(runner, step, [decided(day) for day in days])
    return decision
