"""Restore a home: all of a backup is checked before anything is touched, then the two change places."""

import gzip
import shutil
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.utils.translation import gettext as _

from kneewise.app import home, known
from kneewise.app.carried import carry_over, link_all
from kneewise.app.lock import is_in_use, one_at_a_time
from kneewise.app.progress import Progress, untold
from kneewise.app.swap import see_place, swap
from kneewise.model.errors import KneewiseError
from kneewise.store.backup_file import KEY, LOCKED, ROWS, Manifest, hash_of, read_manifest, take_out
from kneewise.store.original_files import place_of, settle
from kneewise.store.passphrase import WrongPassphraseError, unlock
from kneewise.store.sealed import read_sealed
from kneewise.store.snapshot import Claimed, claimed_in, migrate_copy, nobody_has, rows_path, see_rows
from kneewise.store.take_over import drop_tokens, take_over

__all__ = ["RestoreError", "Restored", "WrongPassphraseError", "restore"]


class RestoreError(KneewiseError):
    """A backup cannot be restored here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Restored:
    """What was restored.

    Attributes:
        made_at: When the backup was made.
        before: The home as it was, beside the new one; ``None`` where there was none.
        missing: Originals that the backed-up home itself had no more.
    """

    home: Path
    made_at: datetime
    originals: int
    missing: int
    before: Path | None


def restore(
    path: Path,
    *,
    now: datetime,
    replace: bool = False,
    by_page: bool = False,
    passphrase: Callable[[], str] | None = None,
    progress: Progress = untold,
) -> Restored:
    """Put the home of a backup in the place of this one, and keep this one beside it.

    Args:
        path: The backup.
        now: Names the folder that the old home goes to.
        replace: Do it though the home is lived in.
        by_page: The page asks for it, so that it may be served; whoever visits it goes on.
        passphrase: Asks for it, where the backup needs one.
        progress: Told after each file.

    Raises:
        KneewiseError: The backup is not whole, sound or known, or its place is not free; nothing was touched.
    """
    rows_path()
    target = home.folder()
    home.finish_restore()
    _see_home(target, path, replace=replace, by_page=by_page)
    try:
        with _unlocked(path, passphrase) as archive, _staging(target) as staged:
            return _restore(archive, staged, by_page=by_page, now=now, progress=progress)
    except OSError as fault:
        raise RestoreError(
            _("The backup could not be put beside the home (%(why)s): see to its disk, then try again.")
            % {"why": fault.strerror or _("a file could not be copied")}
        ) from fault


def _restore(
    archive: zipfile.ZipFile, staged: Path, *, by_page: bool, now: datetime, progress: Progress
) -> Restored:
    """Put the new home together, and let it take its place."""
    manifest, target = read_manifest(archive), home.folder()
    _see_room(manifest, staged)
    originals = _fill(archive, manifest, staged, progress)
    _see_originals(staged, manifest)
    settle(path for path in staged.rglob("*") if path.is_file())
    return Restored(
        home=target,
        made_at=datetime.fromisoformat(manifest.made_at),
        originals=originals,
        missing=len(manifest.missing),
        before=_take_place(staged, target, now, by_page=by_page),
    )


def _see_home(target: Path, path: Path, *, replace: bool, by_page: bool) -> None:
    if not by_page and is_in_use(target / home.SERVED):
        raise RestoreError(_("The page is being served from this home: end kneewise serve, then try again."))
    if (target / ROWS).exists() and not replace:
        with read_sealed(path):
            pass  # What is no backup at all is not told of a home that it could replace.
        raise RestoreError(
            _(
                "%(home)s is lived in: add --replace to put the backup in its place (what is there now stays "
                "beside it), or name a new folder with --home."
            )
            % {"home": target}
        )
    see_place(target)


@contextmanager
def _unlocked(path: Path, passphrase: Callable[[], str] | None) -> Iterator[zipfile.ZipFile]:
    """Open a backup; a locked one is unlocked into a file that goes away."""
    with read_sealed(path) as archive:
        if KEY not in archive.namelist():
            yield archive
            return
        with tempfile.TemporaryDirectory(dir=_parent(), prefix=f".{home.folder().name}-unlocked-") as folder:
            plain = Path(folder) / "backup.zip"
            _unlock(archive, passphrase() if passphrase else "", plain)
            with read_sealed(plain) as inside:
                yield inside


def _unlock(archive: zipfile.ZipFile, passphrase: str, plain: Path) -> None:
    if not passphrase:
        raise WrongPassphraseError(
            _("This backup is encrypted: give its passphrase in KNEEWISE_PASSPHRASE, or at a terminal.")
        )
    with archive.open(LOCKED) as locked, plain.open("wb") as out:
        unlock(archive.read(KEY), passphrase, locked, out)


def _parent() -> Path:
    parent = home.folder().parent
    parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    return parent


@contextmanager
def _staging(target: Path) -> Iterator[Path]:
    """Make the folder in which the new home is put together; it is gone unless it took its place."""
    staged = Path(tempfile.mkdtemp(dir=_parent(), prefix=f".{target.name}-restoring-"))
    try:
        yield staged
    finally:
        shutil.rmtree(staged, ignore_errors=True)


def _see_room(manifest: Manifest, staged: Path) -> None:
    free = shutil.disk_usage(staged).free
    if manifest.bytes > free:
        raise RestoreError(
            _("The backup needs %(need)s MB beside the home, of which %(free)s MB are free: make room first.")
            % {"need": manifest.bytes // 10**6 + 1, "free": free // 10**6}
        )


def _fill(archive: zipfile.ZipFile, manifest: Manifest, staged: Path, progress: Progress) -> int:
    """Take everything out, see that the rows are sound, and bring them up to date."""
    for done, one in enumerate(take_out(archive, manifest, staged), start=1):
        progress(done, len(manifest.members), one.name)
    see_rows(staged / ROWS)
    migrate_copy(staged / ROWS)
    drop_tokens(staged / ROWS)
    if not manifest.has_originals:
        _link_originals(home.folder(), staged)
    return sum(1 for file in (staged / "originals").rglob("*") if file.is_file())


def _link_originals(old: Path, staged: Path) -> None:
    """Give rows that come alone the originals of their own home, which never change."""
    if (old / "originals").exists():
        link_all(old / "originals", staged / "originals")


def _see_originals(staged: Path, manifest: Manifest) -> None:
    """Hold every original that a row speaks of against its hash, save those that were lost before."""
    for one in claimed_in(staged / ROWS):
        if one.sha256 not in manifest.missing and not _is_whole(place_of(staged, one.sha256), one):
            raise RestoreError(
                _("An original is not whole in this backup (%(sha256)s): use another backup.")
                % {"sha256": one.sha256}
                if manifest.has_originals
                else _(
                    "This backup holds the rows alone, and %(sha256)s is no original of this home: "
                    "restore it in the home that it was made of, or use a full backup."
                )
                % {"sha256": one.sha256}
            )


def _is_whole(file: Path, one: Claimed) -> bool:
    try:
        with gzip.open(file) if one.packed else file.open("rb") as opened:
            return hash_of(opened, one.size_bytes) == one.sha256  # type: ignore[arg-type]  # Both read.
    except (OSError, EOFError, ValueError):
        return False


def _take_place(staged: Path, target: Path, now: datetime, *, by_page: bool) -> Path | None:
    """Take along what goes on as late as can be, so that a phone that is removed meanwhile stays removed."""
    try:
        if not (target / ROWS).exists():
            settle(carry_over(target, staged, by_page=by_page))
            return swap(staged, target, now)
        with one_at_a_time(target / home.LOCK), nobody_has(target / ROWS) as old:
            take_over(old, staged / ROWS)
            settle(carry_over(target, staged, by_page=by_page))
            old.close()
            return swap(staged, target, now)
    finally:
        known.forget()
