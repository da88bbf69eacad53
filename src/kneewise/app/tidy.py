"""Remove what work that was broken off left in a home; nothing that a row or a person could ever want."""

import os
import shutil
from collections.abc import Iterator
from datetime import datetime, timedelta
from glob import escape
from pathlib import Path
from typing import Final

from kneewise.app import home
from kneewise.app.automatic import FOLDER
from kneewise.store.original_files import DRAFT

LEFT_BEHIND: Final = (f"originals/**/{DRAFT}*", ".backup-*", f"{FOLDER}/*.part", ".secret-key-*")
"""Drafts: of originals, backups, the secret. A whole original without a row is none: a later row may come."""

BESIDE: Final = (".{name}-restoring-*", ".{name}-unlocked-*")
"""What a restore that was killed left beside the home; of a locked backup it is open."""

SURELY_OVER: Final = timedelta(days=1)
"""Whatever was begun so long ago is not being worked on any more."""


def left_behind(now: datetime) -> tuple[Path, ...]:
    """List what may go."""
    every = (*(path for name in LEFT_BEHIND for path in home.folder().glob(name)), *beside(BESIDE))
    return tuple(sorted(path for path in every if path.stat().st_mtime < (now - SURELY_OVER).timestamp()))


def beside(names: tuple[str, ...]) -> Iterator[Path]:
    """Find what lies beside the home under names that bear its own."""
    folder = home.folder()
    for name in names:
        yield from sorted(folder.parent.glob(name.format(name=escape(folder.name))))


def tidy(now: datetime) -> tuple[str, ...]:
    """Remove it, and name what is gone."""
    gone = left_behind(now)
    for path in gone:
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)
    return tuple(os.path.relpath(path, home.folder()) for path in gone)
