"""Decide the day of a write, and keep that beside it; and the day after, as it will be if no more is said."""

from datetime import date, datetime, timedelta

from kneewise.app.numbers import house_numbers, plain_numbers
from kneewise.engine import KnownPast, decide
from kneewise.knowledge import knowledge_hash
from kneewise.model.plan import Decision
from kneewise.observe import observer
from kneewise.store.decisions import keep_ahead, keep_decision, keep_numbers
from kneewise.store.history import recall_history
from kneewise.store.ref import RunnerRef


def keep_decided(runner: RunnerRef, step: int, *, at: datetime, cause: str, record_id: str = "") -> Decision:
    """Make the decision that a write causes from the history up to it, and keep it within the same write.

    The day after is decided as well: most mornings begin with a look, before anything of that day is said.

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
    keep_ahead(runner, step, decided(at.date() + timedelta(days=1)))
    return decision
