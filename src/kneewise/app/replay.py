"""Make stored decisions again from the history of their time, and say whether they come out the same.

A decision that does not is made once more by the numbers of its own time, where they were kept: then it
is known whether the numbers that changed since are all there is to it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from kneewise.app.numbers import HouseNumbers, numbers_of_then, plain_numbers
from kneewise.app.review import decide_by, decide_on
from kneewise.engine import ENGINE_VERSION, ChangedNumber, changed_numbers, differences
from kneewise.knowledge import knowledge_hash
from kneewise.model.diary import History
from kneewise.store.decisions import DecisionRow, Numbers, plain_decision, recall_decisions, recall_numbers
from kneewise.store.history import recall_history
from kneewise.store.ref import RunnerRef

__all__ = ["ChangedNumber", "Replayed", "Verdict", "replay"]


class Verdict(StrEnum):
    """What a stored decision is to the one made today."""

    SAME = "same"
    NUMBERS = "numbers"
    ENGINE = "engine"
    NOT_KEPT = "not_kept"
    DIFFERENT = "different"


@dataclass(frozen=True, slots=True, kw_only=True)
class Replayed:
    """One stored decision beside the same made again.

    Attributes:
        cause: What kind of write caused it.
        same: Whether both are equal in every part.
        same_rules: Whether engine and numbers are those of that time; otherwise a difference is no fault.
        verdict: Equal; equal by the numbers of its time; made by another engine; by numbers that nobody kept;
            or different by the same rules, which is a fault.
        differences: The places that differ, such as ``plan.sessions.0.kind``.
        changed_numbers: Those that are not what they were; ``None`` where those of its time were not kept.
    """

    cause: str
    record_id: str
    on: date
    decided_at: datetime
    same: bool
    same_rules: bool
    verdict: Verdict
    engine_version: str
    knowledge_hash: str
    differences: tuple[str, ...] = ()
    changed_numbers: tuple[ChangedNumber, ...] | None = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Then:
    """The numbers of one hash.

    Attributes:
        numbers: To decide by; ``None`` where they cannot be put together any more.
        changed: Those that are not today's; ``None`` where they were not kept.
    """

    numbers: HouseNumbers | None = None
    changed: tuple[ChangedNumber, ...] | None = None


def replay(runner: RunnerRef) -> tuple[Replayed, ...]:
    """Make every stored decision again, oldest first."""
    then = {hashed: _of_then(kept) for hashed, kept in recall_numbers(runner).items()}
    return tuple(_again(runner, stored, then) for stored in recall_decisions(runner))


def _of_then(kept: Numbers) -> _Then:
    return _Then(numbers=numbers_of_then(kept), changed=changed_numbers(kept, plain_numbers()))


def _again(runner: RunnerRef, stored: DecisionRow, kept: Mapping[str, _Then]) -> Replayed:
    history = recall_history(runner, step=stored.step)
    differing = differences(stored.decision, plain_decision(decide_on(history, stored.on)))
    rules = (stored.engine_version, stored.knowledge_hash)
    same_numbers = stored.knowledge_hash == knowledge_hash()
    then = _Then(changed=()) if same_numbers else kept.get(stored.knowledge_hash, _Then())
    return Replayed(
        cause=stored.cause,
        record_id=stored.record_id,
        on=stored.on,
        decided_at=stored.decided_at,
        same=not differing,
        same_rules=rules == (ENGINE_VERSION, knowledge_hash()),
        verdict=_verdict(stored, history, then) if differing else Verdict.SAME,
        engine_version=stored.engine_version,
        knowledge_hash=stored.knowledge_hash,
        differences=differing,
        changed_numbers=then.changed,
    )


def _verdict(stored: DecisionRow, history: History, then: _Then) -> Verdict:
    """Judge a decision that came out differently, by making it once more with the numbers of its time."""
    by_engine = stored.engine_version != ENGINE_VERSION
    if then.numbers is not None and _is_made_by(then.numbers, stored, history):
        return Verdict.NUMBERS
    if by_engine:
        return Verdict.ENGINE
    if stored.knowledge_hash == knowledge_hash():
        return Verdict.DIFFERENT
    if then.changed is None:
        return Verdict.NOT_KEPT
    return Verdict.NUMBERS if then.numbers is None else Verdict.DIFFERENT


def _is_made_by(numbers: HouseNumbers, stored: DecisionRow, history: History) -> bool:
    """Whether today's engine makes the decision by those numbers, but for the name of the engine."""
    made = decide_by(history, stored.on, numbers, stored.knowledge_hash)
    named = replace(made, engine_version=stored.engine_version)
    return not differences(stored.decision, plain_decision(named))
