"""One write: what was said, and the decision it causes, in one transaction."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from threading import RLock
from typing import Final

from kneewise.app import clock
from kneewise.app.automatic import keep_daily
from kneewise.app.decided import keep_decided
from kneewise.app.known import known
from kneewise.app.review import review
from kneewise.app.trials_seen import as_tested
from kneewise.engine import difference
from kneewise.model.plan import Decision, Difference
from kneewise.store.codec import Json
from kneewise.store.history import recall_settings
from kneewise.store.records import RecordKind, Written, has_record, new_record, recall_records, record
from kneewise.store.ref import RunnerRef
from kneewise.store.runners import one_step

ONE_AT_A_TIME: Final = RLock()
"""Writes of one process, and a restore by its page: none of them goes into a home that is being put aside."""


class Done(StrEnum):
    """What a write did."""

    KEPT = "kept"
    SAID_ALREADY = "said_already"
    CHANGED = "changed"
    RESTORED = "restored"
    TAKEN_BACK = "taken_back"
    PUT_BACK = "put_back"


@dataclass(frozen=True, slots=True, kw_only=True)
class Logged:
    """What was written down, and what the day's answer is with it.

    Attributes:
        record_id: For ``log edit`` and ``log undo``.
        done: What became of the record.
        decision: For the local day of writing.
        difference: What it does to the decision that stood before; ``None`` where it was said already.
        kind: Of the record; empty where it was said already.
    """

    record_id: str
    decision: Decision
    done: Done = Done.KEPT
    difference: Difference | None = None
    kind: str = ""


def write(
    runner: RunnerRef,
    kind: RecordKind,
    payload: Mapping[str, Json],
    *,
    at: datetime,
    on: date | None = None,
    key: str = "",
) -> Logged:
    """Write one thing down; saying the very same again changes nothing, or puts it back where it was gone.

    Args:
        runner: Who says it.
        kind: What it tells of.
        payload: Its fields.
        at: Now.
        on: The day; that of ``at`` where it is not said.
        key: Of the form it came with: under the same key nothing is written twice, and nothing put back.
    """
    local = clock.local(at, recall_settings(runner))
    said = new_record(kind, at=local, on=on or local.date(), payload=payload, key=key)
    name = said.record_id
    if not key and has_record(runner, name) and name not in {one.record_id for one in recall_records(runner)}:
        return append(runner, (said,), at=local, root=name, done=Done.PUT_BACK)
    return append(runner, (said,), at=local)


def append(
    runner: RunnerRef,
    all_said: tuple[Written, ...],
    *,
    at: datetime,
    root: str = "",
    done: Done = Done.KEPT,
    also: Callable[[int], None] | None = None,
) -> Logged:
    """Append records of one sitting with the one decision they cause; the first gives its name.

    Args:
        runner: Whose.
        all_said: At least one.
        at: Now.
        root: The record that they amend.
        done: What was done with it.
        also: What else follows from them, given the step of this write.
    """
    first = all_said[0]
    name = root or first.record_id
    with ONE_AT_A_TIME:
        if not root and has_record(runner, first.record_id):
            return said_already(runner, name, at=at)
        keep_daily(clock.now())
        before = known(runner).decide(at.date())
        decision = _append(runner, all_said, name, at=at, root=root, also=also)
    changed = difference(before, decision)
    shown = as_tested(runner, decision)
    return Logged(record_id=name, decision=shown, done=done, difference=changed, kind=first.kind.value)


def _append(
    runner: RunnerRef,
    all_said: tuple[Written, ...],
    name: str,
    *,
    at: datetime,
    root: str,
    also: Callable[[int], None] | None,
) -> Decision:
    with one_step(runner) as step:
        for said in all_said:
            record(runner, step, said, entered_at=at, root=root)
        if also is not None:
            also(step)
        return keep_decided(runner, step, at=at, cause=all_said[0].kind.value, record_id=name)


def said_already(runner: RunnerRef, record_id: str, *, at: datetime) -> Logged:
    """Answer the day where nothing new was said; nothing is written."""
    return Logged(record_id=record_id, decision=review(runner, at.date()), done=Done.SAID_ALREADY)
