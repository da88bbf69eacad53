"""Files that could not be read, kept apart from the originals, within bounds, for readers to come."""

import gzip
import hashlib
from pathlib import Path
from typing import Final

from kneewise.store.original_files import KeptFile, keep_at, place_of

MOST_FILE_B: Final = 8 * 2**20
"""What is kept of one file: a day of one-second FIT; whatever is longer is not kept at all."""

MOST_B: Final = 64 * 2**20
"""What all of them may take on the disk."""


def place_of_refused(home: Path, sha256: str) -> Path:
    """Say where a refused file lies: ``originals/quarantine/ab/cdef….gz`` in the home."""
    return home / "originals" / "quarantine" / sha256[:2] / f"{sha256[2:]}.gz"


def keep_refused(home: Path, sha256: str, content: bytes) -> KeptFile | None:
    """Keep a refused file; ``None`` where it is too long for that."""
    return None if len(content) > MOST_FILE_B else keep_at(place_of_refused(home, sha256), content)


def read_refused(home: Path, sha256: str) -> bytes:
    """Read a refused file, also where an import that broke off had made an original of it already.

    Raises:
        OSError: It is gone, or was altered.
    """
    refused = place_of_refused(home, sha256)
    kept = (refused if refused.exists() else place_of(home, sha256)).read_bytes()
    try:
        content = kept if hashlib.sha256(kept).hexdigest() == sha256 else gzip.decompress(kept)
    except (EOFError, ValueError) as fault:
        raise OSError(str(fault)) from fault
    return content


def drop_refused(home: Path, sha256: str) -> None:
    """Let a file go that is an original by now, or that there is no room for."""
    place_of_refused(home, sha256).unlink(missing_ok=True)
