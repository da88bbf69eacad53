"""Erase all that this home holds: rows, originals, backups made by themselves, and homes kept beside."""

import shutil
from dataclasses import dataclass
from glob import escape
from pathlib import Path
from typing import Final

from django.db import connections
from django.utils.translation import gettext as _

from kneewise.app import home
from kneewise.app.lock import is_in_use
from kneewise.model.errors import KneewiseError
from kneewise.store.erase import erase_runner, overwrite_rows
from kneewise.store.runners import first_runner
from kneewise.store.schema import bring_up_to_date

WORD: Final = "erase"
"""What has to be typed."""

OURS: Final = (
    *("kneewise.sqlite3*", "originals", "backups", ".backup-*", "incoming", "sample-export.zip"),
    *("secret-key", "door.link", "door.run", "feed.key", "lan", home.SERVED, home.LOCK),
)
"""Whatever Kneewise puts into a home; a name that is added there belongs in here."""

BESIDE: Final = (
    "{name}.before-restore-*",
    f"{{name}}{home.READY}",
    ".{name}-restoring-*",
    ".{name}-unlocked-*",
)
"""What a restore leaves beside a home, also one that was killed."""


class InUseError(KneewiseError):
    """The home is being used by another process."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Erased:
    """What became of a home.

    Attributes:
        files: How many files are gone.
        left: What lies in the folder or beside it that is not Kneewise's, or could not be removed.
        is_elsewhere: Whether the rows were in PostgreSQL, which may have copies of its own.
    """

    files: int
    left: tuple[Path, ...]
    is_elsewhere: bool


def erase(*, by_page: bool = False) -> Erased:
    """Erase the home for good.

    Args:
        by_page: The page asks for it, so that it may be served.

    Raises:
        InUseError: The page is being served from it.
    """
    folder = home.folder()
    if not by_page and is_in_use(folder / home.SERVED):
        raise InUseError(_("The page is being served from this home: end kneewise serve, then try again."))
    is_elsewhere = connections["default"].vendor != "sqlite"
    if folder.exists() or is_elsewhere:
        _erase_rows()
    files = sum(_remove(path) for path in (*_named(folder, OURS), *_beside(folder)))
    left = tuple(sorted(folder.iterdir())) if folder.exists() else ()
    if folder.exists() and not left:
        folder.rmdir()
    return Erased(files=files, left=left, is_elsewhere=is_elsewhere)


def _erase_rows() -> None:
    """Empty the tables before their file goes: where it cannot be removed it says nothing any more."""
    bring_up_to_date()
    while (runner := first_runner()) is not None:
        erase_runner(runner)
    overwrite_rows()
    connections["default"].close()


def _named(folder: Path, names: tuple[str, ...]) -> list[Path]:
    return [path for name in names for path in sorted(folder.glob(name))]


def _beside(folder: Path) -> list[Path]:
    return [
        path for name in BESIDE for path in sorted(folder.parent.glob(name.format(name=escape(folder.name))))
    ]


def _remove(path: Path) -> int:
    """Remove a file or a folder; give how many files went."""
    if not path.is_dir() or path.is_symlink():
        path.unlink(missing_ok=True)
        return 1
    count = sum(1 for one in path.rglob("*") if one.is_file())
    shutil.rmtree(path, ignore_errors=True)
    return count
