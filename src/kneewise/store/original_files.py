"""Original files on the disk: each under its content hash, compressed, whole or not at all.

Putting one there is quick, making it last is not: a disk takes its time for that, and hardly more for many at
once. So files are put first and settled together, always before a row speaks of them. What a power cut left
in pieces is found by its content when it is offered again.
"""

import gzip
import os
import tempfile
import zlib
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

GZIP_START = b"\x1f\x8b"
LEVEL = 5
"""Watch files at this level are within a twentieth of the smallest, in a third of the time."""

DRAFT = ".draft-"

AT_ONCE = 16
"""So many are settled at once: a disk that is asked for one after the other takes thirty times as long."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptFile:
    """How an original is kept.

    Attributes:
        size_bytes: As it was offered.
        kept_bytes: What it takes on the disk.
        packed: Whether Kneewise compressed it; a file that came compressed is kept as it is.
    """

    size_bytes: int
    kept_bytes: int
    packed: bool


def place_of(home: Path, sha256: str) -> Path:
    """Say where an original lies: ``originals/ab/cdef….gz`` in the home."""
    return home / "originals" / sha256[:2] / f"{sha256[2:]}.gz"


def keep_file(home: Path, sha256: str, content: bytes) -> KeptFile:
    """Put an original where it belongs; any process may, in any order. `settle` makes it last."""
    return keep_at(place_of(home, sha256), content)


def keep_at(path: Path, content: bytes) -> KeptFile:
    """Put content at a place that is named after it, whole or not at all."""
    packed = not content.startswith(GZIP_START)
    if not _holds(path, content, packed=packed):
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        _write(path, gzip.compress(content, LEVEL, mtime=0) if packed else content)
    _clear_drafts(path)
    return KeptFile(size_bytes=len(content), kept_bytes=path.stat().st_size, packed=packed)


def settle(places: Iterable[Path]) -> None:
    """Make files last that were put there, with their names and the folders they are in.

    Raises:
        OSError: The disk could not do it; nothing may speak of them then.
    """
    files = set(places)
    folders = {file.parent for file in files}
    every = folders | {folder.parent for folder in folders} | {folder.parent.parent for folder in folders}
    with ThreadPoolExecutor(AT_ONCE) as team:
        list(team.map(_settle_file, files))
        list(team.map(_settle_folder, every))


def _holds(path: Path, content: bytes, *, packed: bool) -> bool:
    """Whether a file stands and is whole."""
    try:
        kept = path.read_bytes()
        return (gzip.decompress(kept) if packed else kept) == content
    except (OSError, EOFError, zlib.error):
        return False


def _write(path: Path, kept: bytes) -> None:
    handle, draft = tempfile.mkstemp(dir=path.parent, prefix=_draft_of(path))
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(kept)
        Path(draft).replace(path)
    except BaseException as fault:
        Path(draft).unlink(missing_ok=True)
        # Another import may have been quicker with this file, and have cleared our draft.
        if not (isinstance(fault, FileNotFoundError) and path.exists()):
            raise


def _clear_drafts(path: Path) -> None:
    """Remove what an import that was killed left behind of an original that now stands."""
    for other in path.parent.iterdir():
        if other.name.startswith(_draft_of(path)):
            other.unlink(missing_ok=True)


def is_draft(path: Path) -> bool:
    """Whether a file was on its way to become an original."""
    return path.name.startswith(DRAFT)


def _draft_of(path: Path) -> str:
    return f"{DRAFT}{path.stem}-"


def _settle_file(file: Path) -> None:
    with file.open("rb+") as opened:
        os.fsync(opened.fileno())


def _settle_folder(folder: Path) -> None:
    """Make new names in a folder last; Windows opens no folders."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
