"""List every file ever offered, and what became of it."""

from kneewise.store.ledger import FileStatus, LedgerRow, recall_ledger
from kneewise.store.ref import RunnerRef

__all__ = ["FileStatus", "LedgerRow", "ledger"]


def ledger(runner: RunnerRef) -> tuple[LedgerRow, ...]:
    """Read the whole ledger, by path."""
    return recall_ledger(runner)
