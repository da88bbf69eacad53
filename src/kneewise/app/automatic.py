"""Backups that are made by themselves: the rows as they were before the first write of a day.

The originals are not in them: they stand beside, under the hash of what they hold, and nothing changes them.
"""

import os
import sqlite3
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Final

from django.conf import settings
from django.db import DatabaseError, connection

from kneewise.model.errors import KneewiseError
from kneewise.store.runners import is_lived_in

FOLDER: Final = "backups"
DAILY: Final = "day-"
BEFORE: Final = "before-"
DAYS: Final = 7
WEEKS: Final = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Automatic:
    """One backup that was made by itself."""

    path: Path
    bytes: int
    made_at: datetime


def automatic_backups() -> tuple[Automatic, ...]:
    """List them, the newest first."""
    files = [path for path in _folder().glob("*.zip") if path.name.startswith((DAILY, BEFORE))]
    return tuple(sorted(map(_of, files), key=lambda one: one.made_at, reverse=True))


def _of(path: Path) -> Automatic:
    told = path.stat()
    return Automatic(
        path=path, bytes=told.st_size, made_at=datetime.fromtimestamp(told.st_mtime, UTC).astimezone()
    )


def keep_daily(now: datetime) -> None:
    """Keep the rows once a day; where that fails, the write goes on, and `check` tells of their age."""
    target = _folder() / f"{DAILY}{now.date()}.zip"
    if connection.vendor == "sqlite" and not target.exists() and is_lived_in():
        with suppress(OSError, DatabaseError, KneewiseError, sqlite3.Error):
            _keep(target, now)
            days = sorted(filter(_day_of, _folder().glob(f"{DAILY}*.zip")))
            for path in _superfluous(days):
                path.unlink(missing_ok=True)


def keep_before_migration(migration: str) -> None:
    """Keep the rows of an older home before they are brought up to date; all of these stay."""
    from kneewise.app import clock

    if connection.vendor == "sqlite":
        _keep(_folder() / f"{BEFORE}{migration}.zip", clock.now())


def _folder() -> Path:
    return Path(settings.KNEEWISE_HOME) / FOLDER


def _keep(target: Path, now: datetime) -> None:
    from kneewise.app.backup import write_backup

    target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    # Two processes may make the same one at once: each has a draft of its own.
    draft = target.with_suffix(f".{os.getpid()}.part")
    draft.touch(mode=0o600)
    with draft.open("wb") as out:
        write_backup(out, now=now, originals=False)
    draft.replace(target)


def _superfluous(days: list[Path]) -> list[Path]:
    """Choose what goes: all but the newest days, and of the weeks before the last of each."""
    stays = set(days[-DAYS:])
    of_week = {day.isocalendar()[:2]: path for path in days if (day := _day_of(path))}
    stays |= set([*of_week.values()][-WEEKS:])
    return [path for path in days if path not in stays]


def _day_of(path: Path) -> date | None:
    """Read the day in a name; a copy that somebody put there bears none, and stays."""
    try:
        return date.fromisoformat(path.stem.removeprefix(DAILY))
    except ValueError:
        return None
