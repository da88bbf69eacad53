"""Erase a runner: every row, and every file that no other runner of the home has."""

from django.db import connection, transaction

from kneewise.store.models import (
    DecisionAhead,
    KnownNumbers,
    OfferedFile,
    Original,
    PastReading,
    Record,
    Runner,
    Source,
    StoredActivity,
    StoredDecision,
    StoredNight,
    Token,
)
from kneewise.store.originals import claimed_files, kept_files
from kneewise.store.ref import RunnerRef

IN_ORDER = (
    Source,
    PastReading,
    StoredActivity,
    StoredNight,
    Original,
    OfferedFile,
    StoredDecision,
    DecisionAhead,
    KnownNumbers,
    Record,
    Token,
)
"""Rows that point at others go first."""


def erase_runner(runner: RunnerRef) -> None:
    """Remove a runner for good; files go last, so that no row ever speaks of a missing one.

    Of the files all go that no other runner has, also those that no row speaks of: an import that was
    killed may have left some.
    """
    with transaction.atomic():
        for model in IN_ORDER:
            model.objects.filter(runner_id=runner.runner_id).delete()
        Runner.objects.filter(pk=runner.runner_id).delete()
        claimed = claimed_files()
    for path in kept_files():
        if path not in claimed:
            path.unlink(missing_ok=True)


def overwrite_rows() -> None:
    """Let nothing of erased rows stay in the database's files, nor in the log beside them."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("VACUUM")
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        else:
            cursor.execute("VACUUM FULL")
