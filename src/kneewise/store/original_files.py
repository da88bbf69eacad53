"""Original files on the disk: each under its content hash, compressed, whole or not at all."""

import gzip
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path

GZIP_START = b"\x1f\x8b"
LEVEL = 5
"""Watch files at this level are within a twentieth of the smallest, in a third of the time."""


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
    """Put an original on the disk, before any row speaks of it; any process may, in any order."""
    return keep_at(place_of(home, sha256), content)


def keep_at(path: Path, content: bytes) -> KeptFile:
    """Put content at a place that is named after it, whole or not at all."""
    packed = not content.startswith(GZIP_START)
    if not path.exists():
        _make_folder(path.parent)
        _write(path, gzip.compress(content, LEVEL, mtime=0) if packed else content)
    _clear_drafts(path)
    return KeptFile(size_bytes=len(content), kept_bytes=path.stat().st_size, packed=packed)


def _make_folder(folder: Path) -> None:
    """Make the folder of an original, to last as long as what is put there."""
    if not folder.is_dir():
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        _settle(folder.parent)
        _settle(folder.parent.parent)


def _write(path: Path, kept: bytes) -> None:
    handle, draft = tempfile.mkstemp(dir=path.parent, prefix=_draft_of(path))
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(kept)
            file.flush()
            os.fsync(file.fileno())
        Path(draft).replace(path)
        _settle(path.parent)
    except BaseException as fault:
        Path(draft).unlink(missing_ok=True)
        # Another import may have been quicker with this file, and have cleared our draft.
        if not (isinstance(fault, FileNotFoundError) and path.exists()):
            raise


def _clear_drafts(path: Path) -> None:
    """Remove what an import that was killed left behind of an original that now stands."""
    for draft in path.parent.glob(f"{_draft_of(path)}*"):
        draft.unlink(missing_ok=True)


def _draft_of(path: Path) -> str:
    return f".draft-{path.stem}-"


def _settle(folder: Path) -> None:
    """Make a new name last, where the system can."""
    try:
        handle = os.open(folder, os.O_RDONLY | getattr(os, "O_DIRECTORY", 0))
    except OSError:  # pragma: no cover - Windows opens no folders.
        return
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
