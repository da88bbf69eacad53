"""What rows that were restored take over from those in whose place they come, and what they do not bring."""

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import Any, Final

from django.db import OperationalError

from kneewise.store.faults import in_words

Given = tuple[Any, ...] | dict[str, Any]

TOKENS_BY_LABEL: Final = (
    "SELECT runner.label, token.name, token.scope, token.sha256, token.made_at "
    "FROM store_token AS token JOIN store_runner AS runner ON runner.id = token.runner_id"
)
STEPS_BY_LABEL: Final = "SELECT last_step + 1, label FROM store_runner"
"""A restore counts as a write: what is told of the history after it is newer than all before."""

AHEAD: Final = (
    "UPDATE store_decisionahead SET step = :step WHERE (runner_id, step) = "
    "(SELECT id, last_step FROM store_runner WHERE label = :label AND last_step < :step)"
)
"""The week ahead was made of the very same history, which only bears a new number."""

COUNT_ON: Final = "UPDATE store_runner SET last_step = :step WHERE label = :label AND last_step < :step"
HAND_ON: Final = (
    "INSERT INTO store_token (runner_id, name, scope, sha256, made_at) "
    "SELECT id, ?, ?, ?, ? FROM store_runner WHERE label = ?"
)


def take_over(old: sqlite3.Connection, copy: Path) -> None:
    """Give restored rows the tokens that open the home now, and no number of writes that was there before.

    A token that was revoked stays so. Where a calendar stands at a version, the next one is higher.

    Args:
        old: The rows of the home as it is, which nobody else has.
        copy: The restored rows, without tokens.

    Raises:
        FailingHomeError: The disk takes nothing.
    """
    steps = _asked(old, STEPS_BY_LABEL)
    tokens = _asked(old, TOKENS_BY_LABEL)
    counted = [(one, {"step": step, "label": label}) for step, label in steps for one in (AHEAD, COUNT_ON)]
    _write(copy, [*counted, *((HAND_ON, (*token, label)) for label, *token in tokens)])


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


def _write(copy: Path, statements: Iterable[tuple[str, Given]]) -> None:
    try:
        with closing(sqlite3.connect(copy)) as rows, rows:
            for statement, given in statements:
                rows.execute(statement, given)
    except sqlite3.OperationalError as fault:
        raise in_words(OperationalError(*fault.args)) or fault from fault
