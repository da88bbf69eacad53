"""Remove what work that was broken off left in a home; nothing that a row or a person could ever want."""

import shutil
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from kneewise.app import home
from kneewise.app.automatic import FOLDER
from kneewise.store.original_files import DRAFT

LEFT_BEHIND: Final = (f"originals/**/{DRAFT}*", ".backup-*", f"{FOLDER}/*.part")
"""Drafts of originals, and of backups. A whole original that no row speaks of is none: a later row may."""

SURELY_OVER: Final = timedelta(days=1)
"""Whatever was begun so long ago is not being worked on any more."""


def left_behind(now: datetime) -> tuple[Path, ...]:
    """List what may go."""
    every = (path for name in LEFT_BEHIND for path in home.folder().glob(name))
    return tuple(sorted(path for path in every if path.stat().st_mtime < (now - SURELY_OVER).timestamp()))


def tidy(now: datetime) -> tuple[str, ...]:
    """Remove it, and name what is gone."""
    gone = left_behind(now)
    for path in gone:
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)
    return tuple(path.relative_to(home.folder()).as_posix() for path in gone)
