"""Make stored decisions again from the history of their time, and say whether they come out the same."""

from dataclasses import dataclass
from datetime import date, datetime

from kneewise.app.review import decide_on
from kneewise.engine import ENGINE_VERSION, differences
from kneewise.knowledge import knowledge_hash
from kneewise.store.decisions import DecisionRow, plain_decision, recall_decisions
from kneewise.store.history import recall_history
from kneewise.store.ref import RunnerRef


@dataclass(frozen=True, slots=True, kw_only=True)
class Replayed:
    """One stored decision beside the same made again.

    Attributes:
        cause: What kind of write caused it.
        same: Whether both are equal in every part.
        same_rules: Whether engine and numbers are those of that time; otherwise a difference is no fault.
        differences: The places that differ, such as ``plan.sessions.0.kind``.
    """

    cause: str
    record_id: str
    on: date
    decided_at: datetime
    same: bool
    same_rules: bool
    differences: tuple[str, ...] = ()


def replay(runner: RunnerRef) -> tuple[Replayed, ...]:
    """Make every stored decision again, oldest first."""
    return tuple(_again(runner, stored) for stored in recall_decisions(runner))


def _again(runner: RunnerRef, stored: DecisionRow) -> Replayed:
    made = plain_decision(decide_on(recall_history(runner, step=stored.step), stored.on))
    differing = differences(stored.decision, made)
    rules = (stored.engine_version, stored.knowledge_hash)
    return Replayed(
        cause=stored.cause,
        record_id=stored.record_id,
        on=stored.on,
        decided_at=stored.decided_at,
        same=not differing,
        same_rules=rules == (ENGINE_VERSION, knowledge_hash()),
        differences=differing,
    )
