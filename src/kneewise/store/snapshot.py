"""The rows of a home as one file: copied while others write, and looked at before they are taken back."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from django.db import DatabaseError, OperationalError, connection, connections
from django.utils.translation import gettext as _

from kneewise.model.errors import KneewiseError
from kneewise.store.faults import BusyHomeError, in_words
from kneewise.store.schema import NewerHomeError, bring_up_to_date, known_migrations

PAGES_AT_ONCE: Final = 4096
PATIENCE_S: Final = 3.0
"""So long the page's own requests may take to end: a browser that has just opened it reads many pages."""
STAGED: Final = "staged"
"""The name under which a copy of a home is opened beside the home itself."""


class RowsElsewhereError(KneewiseError):
    """The rows are in a database server, which has its own way of being kept."""


class BadRowsError(KneewiseError):
    """The database of a backup is not sound."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claimed:
    """An original that rows speak of.

    Attributes:
        size_bytes: As it was offered.
        packed: Whether Kneewise compressed it.
    """

    sha256: str
    size_bytes: int
    packed: bool


def rows_path() -> Path:
    """Say which file holds the rows.

    Raises:
        RowsElsewhereError: None does.
    """
    if connection.vendor != "sqlite":
        raise RowsElsewhereError(
            _(
                "The rows of this home are in PostgreSQL: keep them with pg_dump, take them back with "
                "pg_restore, and copy the folder “originals” of the home beside them."
            )
        )
    return Path(connection.settings_dict["NAME"])


def copy_rows(to: Path) -> None:
    """Copy the rows as they are at one moment, by the database's own way; who writes meanwhile goes on."""
    rows_path()
    connection.ensure_connection()
    with closing(sqlite3.connect(to)) as copy:
        connection.connection.backup(copy, pages=PAGES_AT_ONCE)
        # The copy is one file, without a log beside it.
        copy.execute("PRAGMA journal_mode=DELETE")


def migrations_of(path: Path) -> frozenset[str]:
    """Name the migrations that a copy of rows has seen."""
    with _opened(path) as rows:
        told = rows.execute("SELECT name FROM django_migrations WHERE app = 'store'")
        return frozenset(name for (name,) in told)


def see_rows(path: Path) -> frozenset[str]:
    """See that a copy of rows is sound, and of this version or an earlier one.

    Returns:
        The migrations that it has seen.

    Raises:
        BadRowsError: The database finds a fault in it, or it is no home's.
        NewerHomeError: A newer Kneewise made it.
    """
    try:
        with _opened(path) as rows:
            faults = [row for row in rows.execute("PRAGMA integrity_check") if row != ("ok",)]
            faults += rows.execute("PRAGMA foreign_key_check").fetchall()
        applied = migrations_of(path)
    except sqlite3.DatabaseError as fault:
        raise _unsound(fault) from fault
    if faults or not applied:
        raise _unsound(faults[0] if faults else _("no home"))
    if applied - known_migrations():
        raise NewerHomeError(
            _("A newer Kneewise made this backup: install that version or a later one to restore it.")
        )
    return applied


def _unsound(why: object) -> BadRowsError:
    return BadRowsError(
        _("The database in this backup is not sound (%(why)s): use an earlier backup.") % {"why": why}
    )


def claimed_in(path: Path) -> Iterator[Claimed]:
    """List the originals that the rows of a copy speak of."""
    with _opened(path) as rows:
        for sha256, size_bytes, packed in rows.execute(
            "SELECT DISTINCT sha256, size_bytes, packed FROM store_original ORDER BY sha256"
        ):
            yield Claimed(sha256=sha256, size_bytes=size_bytes, packed=bool(packed))


@contextmanager
def _opened(path: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True)) as rows:
        yield rows


def migrate_copy(path: Path) -> None:
    """Bring a copy of rows up to date, where it lies.

    Raises:
        BadRowsError: It could not be done.
    """
    connections.databases[STAGED] = connections.databases["default"] | {"NAME": str(path)}
    try:
        bring_up_to_date(STAGED)
    except DatabaseError as fault:
        raise _unsound(fault) from fault
    finally:
        connections[STAGED].close()
        del connections[STAGED], connections.databases[STAGED]


def _of_others(fault: sqlite3.OperationalError) -> KneewiseError:
    """Say why a home cannot be had alone: its disk fails, or somebody has it open."""
    told = in_words(OperationalError(*fault.args))
    if told is not None and not isinstance(told, BusyHomeError):
        return told
    return BusyHomeError(
        _("Another program has this home open: end it (kneewise serve, an import), then try again.")
    )


@contextmanager
def nobody_has(path: Path) -> Iterator[sqlite3.Connection]:
    """Hold the rows of a home that nobody else has open for long; to close what is given lets them go.

    Raises:
        FailingHomeError: Another program has them open, or their disk fails.
    """
    connections["default"].close()
    with closing(sqlite3.connect(path, timeout=PATIENCE_S, isolation_level=None)) as rows:
        try:
            rows.execute("PRAGMA locking_mode=EXCLUSIVE")
            rows.execute("BEGIN EXCLUSIVE")
            rows.execute("ROLLBACK")
        except sqlite3.OperationalError as fault:
            raise _of_others(fault) from fault
        except sqlite3.DatabaseError:
            # What is no database is nobody's; it is put aside like any other.
            pass
        yield rows
