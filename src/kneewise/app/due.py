"""The decision that new activities cause: one for all of them, and also for what a broken import left."""

from datetime import datetime

from kneewise.app import clock
from kneewise.app.numbers import plain_numbers
from kneewise.app.review import decide_on
from kneewise.store.decisions import is_due, keep_decision, keep_numbers
from kneewise.store.history import recall_history
from kneewise.store.ref import RunnerRef
from kneewise.store.runners import alone, next_step


def decide_if_due(runner: RunnerRef, now: datetime, *, cause: str) -> None:
    """Store a decision where no stored one has seen every activity and night."""
    with alone(runner):
        if not is_due(runner):
            return
        step, history = next_step(runner), recall_history(runner)
        local = clock.local(now, history.settings)
        decision = decide_on(history, local.date())
        keep_numbers(runner, decision.knowledge_hash, plain_numbers())
        keep_decision(runner, step, decision, decided_at=local, cause=cause)
