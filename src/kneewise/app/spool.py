"""Where brought files lie: parts under the name of their upload, whole ones together until they are read."""

import hashlib
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kneewise.app import home
from kneewise.app.lock import one_at_a_time

SPOOL: Final = "incoming"
ARRIVED: Final = "arrived"
BEING_READ: Final = "being-read"
WHOLE: Final = (ARRIVED, BEING_READ)
PART: Final = "part"
TOLD: Final = "told.json"

CLOSE_S: Final = 2.0
"""Within which some file systems say when a file was changed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a browser says of a file.

    Attributes:
        name: A clean path; what stands before its last name are the folders it was chosen with.
        modified_ms: When it was changed, since 1970.
    """

    name: str
    size_b: int
    modified_ms: int

    @property
    def upload_id(self) -> str:
        """Name the upload; the same file has the same name in every visit."""
        return hashlib.sha256(f"{self.name}\0{self.size_b}\0{self.modified_ms}".encode()).hexdigest()[:32]


def spool() -> Path:
    """Say where files wait; the folder may not be there yet."""
    return home.folder() / SPOOL


def make_spool() -> Path:
    """Make the folder where files wait."""
    spool().mkdir(parents=True, exist_ok=True, mode=0o700)
    return spool()


@contextmanager
def alone() -> Iterator[None]:
    """Wait until nobody else adds, takes or moves anything here."""
    with one_at_a_time(make_spool() / "lock"):
        yield


def waiting() -> int:
    """Count the whole files that are not read yet."""
    return sum(len(files) for one in WHOLE for _, _, files in os.walk(spool() / one))


def next_batch() -> tuple[Path, ...]:
    """Set aside what has arrived, so that nothing is added to it while it is read; empty where nothing has.

    What an earlier reading left, because it was ended, comes first.
    """
    with alone():
        aside = spool() / BEING_READ
        if not aside.exists() and (spool() / ARRIVED).exists():
            (spool() / ARRIVED).rename(aside)
        return tuple(sorted(aside.glob("*/*")))


def drop_batch() -> None:
    """Remove what was read: originals are kept elsewhere by now."""
    shutil.rmtree(spool() / BEING_READ, ignore_errors=True)


def _places(told: Told) -> tuple[str, ...]:
    """Say where a whole file may lie: those of one folder together, and apart what cannot lie there."""
    top, within, _rest = told.name.partition("/")
    together = hashlib.sha256(top.encode()).hexdigest()[:32]
    apart = f"{told.upload_id}/{told.name}"
    return (f"{together}/{told.name}", apart) if within else (apart,)


def _is_as_told(told: Told, place: Path) -> bool:
    try:
        status = place.stat()
    except OSError:
        return False
    return status.st_size == told.size_b and abs(status.st_mtime - told.modified_ms / 1000) <= CLOSE_S


def is_whole(told: Told) -> bool:
    """Whether a file has come, and is not read to its end yet."""
    return any(_is_as_told(told, spool() / one / place) for one in WHOLE for place in _places(told))


def has_place(told: Told) -> bool:
    """Whether nothing lies where the file would."""
    return not any((spool() / ARRIVED / place).exists() for place in _places(told))


def put(told: Told, source: Path) -> None:
    """Put a whole file where it may lie; the time it was changed goes with it."""
    os.utime(source, (told.modified_ms / 1000, told.modified_ms / 1000))
    *shared, apart = (spool() / ARRIVED / place for place in _places(told))
    for place in shared:
        # Where a file lies in place of a folder, or the other way about, it cannot lie there.
        with suppress(OSError):
            if not place.exists():
                _move(source, place)
                return
    _move(source, apart)


def _move(source: Path, place: Path) -> None:
    place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    source.replace(place)
