"""Walk what was offered: a file, a folder of any depth, or an archive."""

import os
import stat
from collections.abc import Container, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from kneewise.files.archive import open_archive
from kneewise.files.inside import offered_of
from kneewise.files.limits import HEAD_B, MOST_DEPTH, MOST_TABLE_B
from kneewise.files.names import plain
from kneewise.files.notes import Notes
from kneewise.files.offered import Offered, unreadable
from kneewise.files.on_disk import InFolder, OnDisk
from kneewise.files.reading import Kind, not_an_activity, refused
from kneewise.files.sniff import sniff
from kneewise.files.strava import TABLE, read_table

Stamp = tuple[int, int, int]
"""Length of a file, when its content was changed, and when anything of it was, in nanoseconds since 1970.

A program that brings a file may set the first time back to that of the file elsewhere, and never the second.
"""

NO_NOTES: Mapping[str, Notes] = {}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Walk:
    """What holds in every folder: the one that is passed over, and files that belong to others."""

    own: Path | None
    only: Container[str] | None = None
    taken: set[Path] = field(default_factory=set)


def open_offered(
    path: Path, *, own: Path | None = None, only: Container[str] | None = None
) -> Iterator[Offered]:
    """Yield every file of what was offered, in the order of names; nothing is unpacked to the disk.

    Args:
        path: A file, a folder or an archive; its last name begins the path of everything in it.
        own: The program's own folder, which is not looked into where it lies in what was offered.
        only: Of a folder, the files whose path as the ledger shows it is among these; ``None`` for all.
    """
    shown = shown_name(path)
    if path.is_dir():
        walk = _Walk(own=None if own is None else own.resolve(), only=only)
        yield from _folder(path, shown, NO_NOTES, depth=0, walk=walk)
    else:
        yield from _file(path, shown, None, set())


def stamps(folder: Path, *, own: Path | None = None) -> Mapping[str, Stamp]:
    """Say how every file in a folder is now, by its path as the ledger shows it; empty ones are left out.

    Args:
        folder: The folder.
        own: The program's own folder, which is not looked into.
    """
    return dict(_stamps(folder, shown_name(folder), depth=0, own=None if own is None else own.resolve()))


def _stamps(folder: Path, shown: str, *, depth: int, own: Path | None) -> Iterator[tuple[str, Stamp]]:
    try:
        entries = list(os.scandir(folder))
    except OSError:
        return
    for entry in entries:
        name = f"{shown}/{plain(entry.name)}"
        with suppress(OSError):
            if _is_folder(entry) and depth < MOST_DEPTH and Path(entry.path).resolve() != own:
                yield from _stamps(Path(entry.path), name, depth=depth + 1, own=own)
            elif entry.is_file(follow_symlinks=False) and (status := entry.stat()).st_size:
                yield name, (status.st_size, status.st_mtime_ns, status.st_ctime_ns)


def shown_name(path: Path) -> str:
    """Say what a path of the ledger begins with that is of something offered."""
    # "." and ".." are no names.
    return plain(path.name if path.name.strip(".") else path.resolve().name)


def _folder(
    folder: Path, shown: str, notes: Mapping[str, Notes], *, depth: int, walk: _Walk
) -> Iterator[Offered]:
    """Walk a folder; ``notes`` are by the path within it."""
    try:
        # An export comes before the folder of its tracks, so that those it claims are known.
        entries = sorted(os.scandir(folder), key=lambda entry: (_is_folder(entry), entry.name))
    except OSError:
        yield unreadable(shown, refused(Kind.OTHER, "folder_unreadable"))
        return
    notes = {**notes, **_table_of(entries)}
    for entry in entries:
        path, inner = Path(entry.path), plain(entry.name)
        name = f"{shown}/{inner}"
        if walk.only is not None and name not in walk.only and not _is_folder(entry):
            continue
        if entry.is_symlink():
            # What a link leads to is offered where it lies, or not at all.
            yield unreadable(name, not_an_activity(Kind.OTHER, "link"))
        elif path in walk.taken:
            yield unreadable(name, not_an_activity(Kind.GPX, "apple_route"))
        elif not entry.is_dir():
            yield from _file(path, name, notes.get(inner), walk.taken)
        elif depth >= MOST_DEPTH:
            yield unreadable(name, refused(Kind.OTHER, "folder_too_deep"))
        elif path.resolve() != walk.own:
            yield from _folder(path, name, _within(inner, notes), depth=depth + 1, walk=walk)


def _is_folder(entry: "os.DirEntry[str]") -> bool:
    return entry.is_dir(follow_symlinks=False)


def _within(folder: str, notes: Mapping[str, Notes]) -> Mapping[str, Notes]:
    before = f"{folder}/"
    return {name.removeprefix(before): said for name, said in notes.items() if name.startswith(before)}


def _table_of(entries: list["os.DirEntry[str]"]) -> Mapping[str, Notes]:
    for entry in entries:
        if entry.name == TABLE and entry.is_file(follow_symlinks=False):
            try:
                if entry.stat().st_size <= MOST_TABLE_B:
                    return read_table(Path(entry.path).read_bytes())
            except OSError:
                # The table gets its own row that says so; the files beside it are read all the same.
                return NO_NOTES
    return NO_NOTES


def _file(path: Path, shown: str, notes: Notes | None, taken: set[Path]) -> Iterator[Offered]:
    """Yield a file with what it holds, or the archive that it is with all its members."""
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            yield unreadable(shown, refused(Kind.OTHER, "not_a_file"))
            return
        file = OnDisk(path=path, size_b=status.st_size)
        kind = sniff(file.head(HEAD_B), shown)
    except OSError:
        yield unreadable(shown, refused(Kind.OTHER, "unreadable"))
        return
    if kind is Kind.ZIP:
        yield from open_archive(shown, file, path)
    else:
        yield from offered_of(shown, file, beside=InFolder(folder=path.parent, taken=taken), notes=notes)
