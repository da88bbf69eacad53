"""What rows that were restored take over from those in whose place they come, and what they do not bring."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any, Final

from django.db import OperationalError

from kneewise.store.faults import in_words

TOKENS_BY_LABEL: Final = (
    "SELECT runner.label, token.name, token.scope, token.sha256, token.made_at "
    "FROM store_token AS token JOIN store_runner AS runner ON runner.id = token.runner_id"
)
HAND_ON: Final = (
    "INSERT INTO store_token (runner_id, name, scope, sha256, made_at) "
    "SELECT id, ?, ?, ?, ? FROM store_runner WHERE label = ?"
)


def take_over(old: sqlite3.Connection, copy: Path) -> None:
    """Give restored rows the tokens that open the home now, and no others: one that was revoked stays so.

    Args:
        old: The rows of the home as it is, which nobody else has.
        copy: The restored rows, without tokens.

    Raises:
        FailingHomeError: The disk takes nothing.
    """
    tokens = _asked(old, TOKENS_BY_LABEL)
    _write(copy, [(HAND_ON, (*token, label)) for label, *token in tokens])


def drop_tokens(copy: Path) -> None:
    """Let no token come out of a backup: it may have been revoked since.

    Raises:
        FailingHomeError: The disk takes nothing.
    """
    _write(copy, [("DELETE FROM store_token", ())])


def _asked(old: sqlite3.Connection, statement: str) -> list[tuple[Any, ...]]:
    """Ask the rows of a home; one of an earlier version, and what is no database, has nothing to hand on."""
    try:
        return old.execute(statement).fetchall()
    except sqlite3.DatabaseError:
        return []


def _write(copy: Path, statements: list[tuple[str, tuple[Any, ...]]]) -> None:
    try:
        with closing(sqlite3.connect(copy)) as rows, rows:
            for statement, given in statements:
                rows.execute(statement, given)
    except sqlite3.OperationalError as fault:
        raise in_words(OperationalError(*fault.args)) or fault from fault
