"""Take in one file that a program sends: kept apart while it is read, then gone; its original is kept."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from django.utils.translation import gettext as _

from kneewise.app.import_files import ImportReport, import_paths
from kneewise.model.errors import UsageError
from kneewise.store.ref import RunnerRef

MOST_B: Final = 512 * 2**20
PART_B: Final = 2**20
LONGEST_NAME: Final = 200


def receive(runner: RunnerRef, name: str, read: Callable[[int], bytes], *, now: datetime) -> ImportReport:
    """Import what is sent.

    Args:
        runner: Whose.
        name: Of the file: its ending helps to know what it is, and the ledger shows it.
        read: Gives so many bytes at most, and none at the end.
        now: For finding files whose clock was wrong.

    Raises:
        UsageError: It has no name of a file, or is empty or too long; nothing was kept.
    """
    _see_name(name)
    with TemporaryDirectory(prefix="kneewise-file-") as folder:
        path = Path(folder) / name
        _write(path, read)
        return import_paths(runner, [path], now=now)


def _see_name(name: str) -> None:
    is_plain = name.isprintable() and len(name.encode()) <= LONGEST_NAME
    if not is_plain or not name.strip(". ") or set("/\\:") & set(name):
        raise UsageError(
            _("Say what the file is called, such as name=run.fit, without a folder."), field="name"
        )


def _write(path: Path, read: Callable[[int], bytes]) -> None:
    size = 0
    with path.open("wb") as file:
        while part := read(PART_B):
            size += len(part)
            if size > MOST_B:
                raise UsageError(_("This file is longer than %(most)s MB.") % {"most": MOST_B >> 20})
            file.write(part)
    if not size:
        raise UsageError(_("Nothing was sent: the file itself is the body of the call."))
