"""The decision that new activities cause: one for all of them, and also for what a broken import left."""

from datetime import datetime

from kneewise.app import clock
from kneewise.app.decided import keep_decided
from kneewise.store.decisions import is_due
from kneewise.store.history import recall_settings
from kneewise.store.ref import RunnerRef
from kneewise.store.runners import alone, next_step


def decide_if_due(runner: RunnerRef, now: datetime, *, cause: str) -> None:
    """Store a decision where no stored one has seen every activity and night."""
    with alone(runner):
        if is_due(runner):
            local = clock.local(now, recall_settings(runner))
            keep_decided(runner, next_step(runner), at=local, cause=cause)
