"""When what was committed reaches the disk."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection


@contextmanager
def settled_together() -> Iterator[None]:
    """Let the commits of a block reach the disk together, at its end at the latest.

    A program that is killed loses none of them. A power cut may take the last of them, in whole transactions,
    and never leaves half of one; so this is for what can be done again, such as an import. After the block
    everything is on the disk, and each later commit waits for it again.
    """
    lazily, at_once, now = _SQLITE if connection.vendor == "sqlite" else _POSTGRESQL
    _tell(lazily)
    try:
        yield
    finally:
        _tell(at_once)
        _tell(now)


_SQLITE = ("PRAGMA synchronous=NORMAL", "PRAGMA synchronous=FULL", "PRAGMA wal_checkpoint(PASSIVE)")
_POSTGRESQL = (
    "SET synchronous_commit TO off",
    "RESET synchronous_commit",
    # A commit that writes something waits for all that were before it.
    "SELECT pg_logical_emit_message(true, 'kneewise', '')",
)


def _tell(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)
