"""Original files: kept under their content hash, compressed, never altered."""

import gzip
import hashlib
import os
import tempfile
from pathlib import Path

from django.conf import settings

from kneewise.model.errors import KneewiseError
from kneewise.store.models import Original
from kneewise.store.ref import RunnerRef

GZIP_START = b"\x1f\x8b"
LEVEL = 5
"""Watch files at this level are within a twentieth of the smallest, in a third of the time."""


class OriginalLostError(KneewiseError):
    """An original is gone from the home, or is no longer what was kept."""


def file_of(sha256: str) -> Path:
    """Say where an original lies: ``originals/ab/cdef….gz`` in the home."""
    return Path(settings.KNEEWISE_HOME) / "originals" / sha256[:2] / f"{sha256[2:]}.gz"


def keep_file(sha256: str, content: bytes) -> int:
    """Put an original on disk, whole or not at all, before any row speaks of it.

    Returns:
        The bytes it takes there.
    """
    path = file_of(sha256)
    if path.exists():
        return path.stat().st_size
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    packed = content if _is_packed(content) else gzip.compress(content, LEVEL, mtime=0)
    handle, draft = tempfile.mkstemp(dir=path.parent, prefix=".draft-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(packed)
            file.flush()
            os.fsync(file.fileno())
        Path(draft).replace(path)
        _settle(path.parent)
    except BaseException:
        Path(draft).unlink(missing_ok=True)
        raise
    return len(packed)


def keep_original(runner: RunnerRef, sha256: str, content: bytes, kept_bytes: int) -> int:
    """Write down that the runner has this original.

    Returns:
        Its row, for the sources that point at it.
    """
    rows = Original.objects.filter(runner_id=runner.runner_id, sha256=sha256)
    known = rows.values_list("pk", flat=True).first()
    if known is not None:
        return known
    made = Original.objects.create(
        runner_id=runner.runner_id,
        sha256=sha256,
        size_bytes=len(content),
        kept_bytes=kept_bytes,
        packed=not _is_packed(content),
    )
    return made.pk


def recall_original(runner: RunnerRef, sha256: str) -> bytes:
    """Read an original, bit for bit as it was offered.

    Raises:
        OriginalLostError: It is not there any more, or was altered.
    """
    packed = Original.objects.values_list("packed", flat=True).get(runner_id=runner.runner_id, sha256=sha256)
    try:
        kept = file_of(sha256).read_bytes()
        content = gzip.decompress(kept) if packed else kept
    except (OSError, EOFError, ValueError) as fault:
        raise OriginalLostError(sha256) from fault
    if hashlib.sha256(content).hexdigest() != sha256:
        raise OriginalLostError(sha256)
    return content


def _is_packed(content: bytes) -> bool:
    return content[:2] == GZIP_START


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
