"""Take a raw record in, into a home in which nothing was said yet."""

import json
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from hashlib import sha256 as hash_of
from pathlib import Path
from typing import Final

from django.utils.translation import gettext as _

from kneewise.app import home
from kneewise.app.export_record import FORMAT, MANIFEST, VERSION
from kneewise.app.known import known
from kneewise.app.review import decide_on
from kneewise.files.directory import list_members
from kneewise.files.limits import FREE_B, MOST_RATIO
from kneewise.files.reading import UnreadableError
from kneewise.store import raw
from kneewise.store.decisions import days_decided
from kneewise.store.original_files import keep_file, place_of, settle
from kneewise.store.raw import BadRecordError, Row
from kneewise.store.ref import RunnerRef
from kneewise.store.runners import last_step, one_step

NEW = 1
"""How many writes a home has seen that was just made."""

UNREADABLE: Final = (OSError, zipfile.BadZipFile, zlib.error, UnreadableError, RecursionError)
"""What reading a record that is none ends with; the last where its brackets have no end."""

LOCKED: Final = 1
"""The bit of a member's flags that says so."""

OURS: Final = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
"""How the members of a record are packed."""


def import_record(path: Path) -> tuple[RunnerRef, int]:
    """Make the home of a record; where it holds the watch files, they are put back too.

    Returns:
        The runner, and how many watch files were put back.

    Raises:
        BadRecordError: It is no record of ours, or the home is lived in; nothing was kept.
        FailingHomeError: The home has no room for it; nothing was kept.
    """
    runner = home.open_home()
    if last_step(runner) > NEW:
        raise BadRecordError(_("This home is lived in: name a new folder with --home, and import it there."))
    with _opened(path) as held:
        _see(held)
        placed: list[Path] = []
        try:
            runner = raw.put_back(held.rows, runner, put_originals=lambda: _put(held, placed))
        except BaseException:
            # The record was none, or the disk is full: the home was empty, and is so again.
            for original in placed:
                original.unlink(missing_ok=True)
            raise
    _see_last_decision(runner)
    return runner, len(placed)


class Held:
    """The files of a record, in a folder or in a ZIP."""

    def __init__(self, path: Path, root: "Path | zipfile.Path") -> None:
        self._path, self.root = path, root

    def rows(self, table: str) -> Iterator[Row]:
        """Read a table one line after the other."""
        with (
            _readable(self._path),
            (self.root / "tables" / f"{table}.json").open("r", encoding="utf-8") as file,
        ):
            for line in file:
                told = line.strip()
                if told not in {"[", "]", "[]"}:
                    yield json.loads(told.removesuffix(","))

    def originals(self) -> Iterator[tuple[str, bytes]]:
        """Read the watch files that are what their names say, each with its hash."""
        with _readable(self._path):
            folder = self.root / "originals"
            for file in folder.iterdir() if folder.is_dir() else ():
                content = file.read_bytes()
                sha256 = hash_of(content).hexdigest()
                if file.name.startswith(sha256):
                    yield sha256, content


@contextmanager
def _readable(path: Path) -> Iterator[None]:
    """Say of whatever cannot be read in a record what would be one."""
    try:
        yield
    except UNREADABLE as fault:
        raise BadRecordError(
            _("%(path)s could not be read: name what kneewise export record wrote.") % {"path": path}
        ) from fault


@contextmanager
def _opened(path: Path) -> Iterator[Held]:
    if path.is_dir():
        yield Held(path, path)
        return
    with _readable(path):
        _see_members(list_members(path))
        archive = zipfile.ZipFile(path)
    with archive:
        yield Held(path, zipfile.Path(archive))


def _see_members(members: Iterable[zipfile.ZipInfo]) -> None:
    """Read no member that is locked, packed in another way than ours, or far larger than it is packed."""
    for one in members:
        if one.flag_bits & LOCKED or one.compress_type not in OURS:
            raise UnreadableError("zip_damaged", one.filename)
        if one.file_size > max(FREE_B, one.compress_size * MOST_RATIO):
            raise UnreadableError("too_large", one.filename)


def _put(held: Held, placed: list[Path]) -> None:
    """Put the watch files in their places, make them last, and note where."""
    for sha256, content in held.originals():
        placed.append(place_of(home.folder(), sha256))
        keep_file(home.folder(), sha256, content)
    settle(placed)


def _see(held: Held) -> None:
    try:
        told = json.loads((held.root / MANIFEST).read_text(encoding="utf-8"))
        is_known = told["format"] == FORMAT and told["version"] <= VERSION
    except (*UNREADABLE, KeyError, TypeError, ValueError):
        is_known = False
    if not is_known:
        raise BadRecordError(
            _("This is no record that this version knows: name one of kneewise export record.")
        )


def _see_last_decision(runner: RunnerRef) -> None:
    """Let no decision of a record answer that its history does not make: a step on, and it is made anew."""
    now = known(runner)
    if any(now.decide(on) != decide_on(now.history, on) for on in days_decided(runner, last_step(runner))):
        with one_step(runner):
            pass
