"""What is done in a process of its own, so that it may be killed; and what a house looks like afterwards."""

import json
import os
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

SAID, BROKE = 3, 4
"""What a journey ends with that failed in one sentence, and one that failed otherwise."""

JOURNALS: Final = ("WAL", "DELETE")
"""SQLite's journals: Kneewise asks for WAL, and gets DELETE where a file system has no WAL."""

JOURNAL: Final = os.environ.get("KNEEWISE_FAULTS_JOURNAL", JOURNALS[0])

HOME: Final = "home"
"""A home within its house: what a restore keeps lies beside it."""


@dataclass(frozen=True, slots=True)
class Ended:
    """How a forked try ended: its exit code, or minus the signal; and what it said."""

    code: int
    said: str


def forked(act: Callable[[], str | None]) -> Ended:
    """Do something in a process of its own."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        os._exit(_end(act, writer))
    os.close(writer)
    with os.fdopen(reader, "rb") as pipe:
        said = pipe.read().decode()
    _, status = os.waitpid(child, 0)
    return Ended(os.waitstatus_to_exitcode(status), said)


def _end(act: Callable[[], str | None], writer: int) -> int:
    from kneewise.app.home import in_words
    from kneewise.model.errors import KneewiseError

    code, said = 0, ""
    try:
        said = act() or ""
    except BaseException as error:  # noqa: BLE001 - told to the process that forked this one.
        if in_sentence := error if isinstance(error, KneewiseError) else in_words(error):
            return _told(writer, SAID, str(in_sentence))
        where = traceback.extract_tb(error.__traceback__)[-1]
        code, said = BROKE, f"{type(error).__name__}: {error} ({where.filename}:{where.lineno})"
    return _told(writer, code, said)


def _told(writer: int, code: int, said: str) -> int:
    with os.fdopen(writer, "wb") as pipe:
        pipe.write(said.encode())
    return code


def in_home(home: Path, act: Callable[[], str | None]) -> str | None:
    """Do something in a home; nothing was connected before."""
    from django.conf import settings
    from django.db import connections

    from kneewise.app import clock
    from kneewise.site.home import database
    from tests.app.samples import NOW

    connections.databases["default"] |= _journalled(database(home))
    settings.KNEEWISE_HOME = home
    clock.now = lambda: NOW
    said = act()
    connections.close_all()
    return said


def _journalled(database: dict[str, Any]) -> dict[str, Any]:
    options = database["OPTIONS"]
    asked = options["init_command"].replace("journal_mode=WAL", f"journal_mode={JOURNAL}")
    assert JOURNAL in asked
    return database | {"OPTIONS": options | {"init_command": asked}}


def look(home: Path) -> str:
    """Say what a home holds and what its database finds wrong; without rows, what lies in its house."""
    from kneewise.app.home import open_home, ready
    from kneewise.store.backup_file import ROWS
    from kneewise.store.integrity import database_faults
    from tests.kills.dump import dump

    if ready(home).exists() and not home.exists():
        open_home()
    if not (home / ROWS).exists():
        # A folder without a file says nothing of anybody.
        files = (path for path in home.parent.rglob("*") if path.is_file())
        left = sorted(str(path.relative_to(home.parent)) for path in files)
        return json.dumps({"faults": [], "dump": json.dumps(left), "tables": {}})
    held = dump(home)
    return json.dumps({"faults": database_faults(), "dump": held, "tables": json.loads(held)["tables"]})
