"""Files for the page to hand out: made in the home, without a name, and gone when they are closed."""

import tempfile
from collections.abc import Callable
from datetime import datetime
from typing import IO

from kneewise.app import home
from kneewise.app.backup import write_backup
from kneewise.app.export_record import write_into
from kneewise.app.last_backup import note_full_backup
from kneewise.store.ref import RunnerRef
from kneewise.store.snapshot import rows_path


def backup_file(*, now: datetime, passphrase: str) -> IO[bytes]:
    """Make a backup.

    Raises:
        RowsElsewhereError: The rows are in PostgreSQL.
    """
    rows_path()
    file = _made(lambda file: write_backup(file, now=now, passphrase=passphrase))
    note_full_backup(now)
    return file


def record_file(runner: RunnerRef, *, now: datetime, originals: bool) -> IO[bytes]:
    """Make a ZIP of the raw record."""
    return _made(lambda file: write_into(file, runner, now=now, originals=originals))


def _made(write: Callable[[IO[bytes]], object]) -> IO[bytes]:
    file = tempfile.TemporaryFile(dir=home.folder(), prefix=".backup-")  # noqa: SIM115 - whoever sends it closes it.
    try:
        write(file)
    except BaseException:
        file.close()
        raise
    file.seek(0)
    return file
