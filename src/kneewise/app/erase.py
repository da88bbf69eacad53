"""Erase all that this home holds: rows, originals, backups made by themselves, and homes kept beside."""

import shutil
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from django.db import OperationalError, connections
from django.utils.translation import gettext as _

from kneewise.app import home, known, tidy
from kneewise.app.lock import is_in_use
from kneewise.app.swap import ASIDE
from kneewise.model.errors import KneewiseError
from kneewise.store.backup_file import ROWS
from kneewise.store.erase import erase_runner, overwrite_rows
from kneewise.store.faults import FullHomeError, in_words
from kneewise.store.original_files import settle
from kneewise.store.runners import first_runner
from kneewise.store.schema import bring_up_to_date
from kneewise.store.snapshot import nobody_has

WORD: Final = "erase"
"""What has to be typed."""

OURS: Final = (
    "kneewise.sqlite3*",
    "originals",
    "backups",
    ".backup-*",
    "incoming",
    "sample-export.zip",
    "secret-key",
    ".secret-key-*",
    "door.link",
    "door.run",
    "feed.key",
    "lan",
    home.SERVED,
    home.LOCK,
    home.ERASING,
)
"""Whatever Kneewise puts into a home, in the order in which it goes; a name added there belongs in here."""

BESIDE: Final = (ASIDE, f"{{name}}{home.READY}", *tidy.BESIDE)
"""What a restore leaves beside a home, also one that was killed."""


class InUseError(KneewiseError):
    """The home is being used by another process."""


class HalfErasedError(KneewiseError):
    """Something stopped it on the way."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Erased:
    """What became of a home.

    Attributes:
        files: How many files are gone.
        left: What lies in the folder that is not Kneewise's.
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
        FailingHomeError: Another program has its rows open.
        InUseError: The page is being served from it.
        HalfErasedError: Not everything is gone. The home opens no more until the rest is erased as well.
    """
    folder = home.folder()
    if not by_page and is_in_use(folder / home.SERVED):
        raise InUseError(_("The page is being served from this home: end kneewise serve, then try again."))
    _see_nobody(folder / ROWS)
    is_elsewhere = connections["default"].vendor != "sqlite"
    try:
        # Before the rows go, and with them the originals that they speak of.
        files = sum(map(_count, _ours(folder)))
        _begin(folder)
        if is_elsewhere or Path(connections["default"].settings_dict["NAME"]).exists():
            _erase_rows()
        return Erased(files=files, left=_erase_files(folder), is_elsewhere=is_elsewhere)
    except (OSError, OperationalError) as fault:
        raise HalfErasedError(
            _(
                "Not everything is erased yet (%(why)s): see to it, end kneewise serve, then type kneewise "
                "erase once more."
            )
            % {"why": getattr(fault, "strerror", None) or fault}
        ) from fault


def _see_nobody(rows: Path) -> None:
    """See that no import goes on, which would put files back; a full disk is no reason to wait."""
    if rows.exists():
        with suppress(FullHomeError), nobody_has(rows) as held:
            held.close()


def _begin(folder: Path) -> None:
    """Write down that it is begun; on a full disk that is done without, because this is what makes room."""
    if not folder.exists():
        return
    mark = folder / home.ERASING
    try:
        mark.touch(mode=0o600)
        settle([mark])
    except OSError as fault:
        if not isinstance(in_words(fault), FullHomeError):
            raise


def _erase_rows() -> None:
    """Empty the tables before their file goes: where it cannot be removed it says nothing any more.

    A full disk has no room for that; there the file goes as it is.
    """
    try:
        bring_up_to_date()
        while (runner := first_runner()) is not None:
            erase_runner(runner)
        overwrite_rows()
    except OperationalError as fault:
        if not isinstance(in_words(fault), FullHomeError):
            raise
    finally:
        connections["default"].close()
        known.forget()


def _erase_files(folder: Path) -> tuple[Path, ...]:
    """Remove all that is ours; give what is left."""
    for path in _ours(folder):
        _remove(path)
    left = tuple(sorted(folder.iterdir())) if folder.exists() else ()
    if folder.exists() and not left:
        folder.rmdir()
    return left


def _ours(folder: Path) -> list[Path]:
    """List what goes: beside the home, and in it."""
    return [*tidy.beside(BESIDE), *(path for name in OURS for path in sorted(folder.glob(name)))]


def _count(path: Path) -> int:
    """Count the files of a file or a folder."""
    if not path.is_dir() or path.is_symlink():
        return 1
    return sum(1 for one in path.rglob("*") if one.is_file())


def _remove(path: Path) -> None:
    if not path.is_dir() or path.is_symlink():
        path.unlink(missing_ok=True)
    else:
        shutil.rmtree(path)
