"""Whether anything was answered, or anybody cleared, after a moment: they knew nothing of what comes now."""

from datetime import datetime

from kneewise.store.records import RecordKind, recall_records
from kneewise.store.ref import RunnerRef

ANSWERS = frozenset({RecordKind.ANSWERS, RecordKind.CLEARANCE})


def answered_since(runner: RunnerRef, at: datetime) -> bool:
    """Look for answers and clearances that were told after an instant."""
    return any(one.kind in ANSWERS and one.at > at for one in recall_records(runner))
