"""Back a home up: one sealed file with the rows, every original, and the hash of each."""

import os
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

from django.conf import settings
from django.utils.translation import gettext as _

from kneewise import __version__
from kneewise.app.hand_over import not_written
from kneewise.app.last_backup import note_full_backup
from kneewise.app.progress import Progress, untold
from kneewise.engine import ENGINE_VERSION
from kneewise.model.errors import KneewiseError
from kneewise.store.backup_file import (
    KEY,
    LOCKED,
    ROWS,
    Manifest,
    Member,
    read_manifest,
    write_manifest,
    write_member,
)
from kneewise.store.original_files import is_draft, place_of
from kneewise.store.originals import kept_files
from kneewise.store.passphrase import locked_for, make_key
from kneewise.store.sealed import member, read_sealed, write_sealed
from kneewise.store.snapshot import BadRowsError, claimed_in, copy_rows, migrations_of, rows_path, see_rows


class BackupError(KneewiseError):
    """The backup could not be written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BackedUp:
    """What was written.

    Attributes:
        originals: How many original files are in it.
        missing: How many the home itself has no more; `kneewise check` names them.
        bytes: Of the file.
        is_encrypted: Whether it needs its passphrase.
    """

    path: Path
    originals: int
    missing: int
    bytes: int
    is_encrypted: bool


def backup(path: Path, *, now: datetime, passphrase: str = "", progress: Progress = untold) -> BackedUp:
    """Back the home up into a new file, or into a folder under a name with the day in it.

    The file gets its name when it is whole and has been read back.

    Raises:
        BackupError: There is such a file already, or it could not be written.
        RowsElsewhereError: The rows are in PostgreSQL.
    """
    rows_path()
    target = path / f"kneewise-{now.date()}.zip" if path.is_dir() else path
    if target.exists():
        raise BackupError(_("There is a %(path)s already: name another file.") % {"path": target})
    try:
        with _draft_of(target) as draft:
            with draft.open("wb") as out:
                made = write_backup(out, now=now, passphrase=passphrase, progress=progress)
                os.fsync(out.fileno())
            _read_back(draft)
            draft.rename(target)
        note_full_backup(now)
    except OSError as fault:
        raise BackupError(not_written(target, fault)) from fault
    return BackedUp(
        path=target,
        originals=len(made.members) - 1,
        missing=len(made.missing),
        bytes=target.stat().st_size,
        is_encrypted=bool(passphrase),
    )


def _home() -> Path:
    return Path(settings.KNEEWISE_HOME)


@contextmanager
def _draft_of(target: Path) -> Iterator[Path]:
    draft = target.with_name(f"{target.name}.part")
    draft.touch(mode=0o600)
    try:
        yield draft
    finally:
        draft.unlink(missing_ok=True)


def _read_back(path: Path) -> None:
    """See that the disk holds what was written; a backup that cannot be read is none."""
    with read_sealed(path) as archive:
        if KEY not in archive.namelist():
            read_manifest(archive)


def write_backup(
    out: IO[bytes],
    *,
    now: datetime,
    passphrase: str = "",
    originals: bool = True,
    progress: Progress = untold,
) -> Manifest:
    """Write a backup into a file that need not be seekable.

    Args:
        out: Where it goes.
        now: Goes into it.
        passphrase: Locks it; empty for a file that anybody can open.
        originals: Put the original files in too.
        progress: Told after each of them.
    """
    if not passphrase:
        with write_sealed(out) as archive:
            return _write(archive, now, originals=originals, progress=progress)
    recipient, key = make_key(passphrase)
    with write_sealed(out) as outer:
        outer.writestr(member(KEY, len(key)), key)
        with (
            outer.open(member(LOCKED, 0), "w", force_zip64=True) as place,
            locked_for(recipient, place) as inside,
            write_sealed(inside) as archive,
        ):
            return _write(archive, now, originals=originals, progress=progress)


def _write(archive: zipfile.ZipFile, now: datetime, *, originals: bool, progress: Progress) -> Manifest:
    """Copy the rows first: every original that they speak of was on the disk before them."""
    with tempfile.TemporaryDirectory(dir=_home(), prefix=".backup-") as folder:
        rows = Path(folder) / ROWS
        copy_rows(rows)
        schema = max(_seen(rows) if originals else migrations_of(rows))
        lost = [one.sha256 for one in claimed_in(rows) if not place_of(_home(), one.sha256).exists()]
        members = [write_member(archive, ROWS, rows, pack=True)]
    files = sorted(path for path in kept_files() if not is_draft(path)) if originals else []
    members += _write_originals(archive, files, progress)
    manifest = Manifest(
        made_at=now.astimezone(UTC).isoformat(timespec="seconds"),
        versions={"kneewise": __version__, "engine": ENGINE_VERSION, "schema": schema},
        has_originals=originals,
        missing=tuple(lost),
        members=tuple(members),
    )
    write_manifest(archive, manifest)
    return manifest


def _seen(rows: Path) -> frozenset[str]:
    """See that what is backed up could be restored; what is kept by itself is taken as it is."""
    try:
        return see_rows(rows)
    except BadRowsError as fault:
        raise BackupError(
            _(
                "The database of this home is not sound, and a backup of it could not be restored: kneewise "
                "check says more, and kneewise restore takes an earlier backup back."
            )
        ) from fault


def _write_originals(archive: zipfile.ZipFile, files: list[Path], progress: Progress) -> Iterator[Member]:
    for done, path in enumerate(files, start=1):
        name = path.relative_to(_home()).as_posix()
        # A refused file goes when it becomes an original, which may be now.
        with suppress(FileNotFoundError):
            yield write_member(archive, name, path)
        progress(done, len(files), name)
