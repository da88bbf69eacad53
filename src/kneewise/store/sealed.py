"""A sealed archive: a ZIP that any program opens, whose last bytes are the SHA-256 of all bytes before them.

A ZIP alone notices damage in its members and not in what stands between them, and says so only when it comes
to the damaged one. With the seal one pass over the file, before anything is done with it, finds any byte that
is not as it was written, and any that is missing.
"""

import hashlib
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any, Final, cast

from django.utils.translation import gettext as _

from kneewise.model.errors import KneewiseError

MARK: Final = b"kneewise-sealed-1 "
CHUNK_B: Final = 2**20
HASH_HEX: Final = hashlib.sha256().digest_size * 2
ZIP_START: Final = b"PK\x03\x04"
LONG_AGO: Final = (1980, 1, 1, 0, 0, 0)
"""Members carry no time of their own: the same content makes the same bytes."""


class DamagedBackupError(KneewiseError):
    """A file is no backup, or not as it was written."""


class _Sealing:
    """Hands on what is written and counts it into the seal; what may be the seal's place is held back."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file, self._last, self._hash = file, b"", hashlib.sha256()

    def write(self, content: bytes) -> int:
        held = self._last + bytes(content)
        self._last = held[-HASH_HEX:]
        self._hand_on(held[:-HASH_HEX])
        return len(content)

    def flush(self) -> None:
        self._file.flush()

    def seal(self) -> None:
        self._file.write(self._hash.hexdigest().encode())

    def _hand_on(self, content: bytes) -> None:
        self._hash.update(content)
        self._file.write(content)


@contextmanager
def write_sealed(file: IO[bytes]) -> Iterator[zipfile.ZipFile]:
    """Open a new sealed archive; the file need not be seekable, and one that breaks off is not sealed."""
    sealing = _Sealing(file)
    with zipfile.ZipFile(cast("IO[bytes]", sealing), "w", allowZip64=True) as archive:
        archive.comment = MARK + b"0" * HASH_HEX
        yield archive
    sealing.seal()
    file.flush()


def member(name: str, size_bytes: int, *, pack: bool = False) -> zipfile.ZipInfo:
    """Name a member to be written; its size decides how its place is noted."""
    named = zipfile.ZipInfo(name, LONG_AGO)
    named.file_size = size_bytes
    named.compress_type = zipfile.ZIP_DEFLATED if pack else zipfile.ZIP_STORED
    named.external_attr = 0o600 << 16
    return named


@contextmanager
def read_sealed(path: Path) -> Iterator[zipfile.ZipFile]:
    """Open a sealed archive after its every byte was held against the seal.

    Raises:
        DamagedBackupError: It is no such archive, is cut short, or was altered.
    """
    try:
        _see_seal(path)
        archive = zipfile.ZipFile(path)
    except OSError as fault:
        raise DamagedBackupError(
            _("%(path)s could not be read (%(why)s): name a backup that kneewise backup made.")
            % {"path": path, "why": fault.strerror}
        ) from fault
    except (zipfile.BadZipFile, ValueError) as fault:
        # Sealed, and yet no archive: somebody put it together by hand.
        raise _damaged(path) from fault
    with archive:
        yield archive


def _see_seal(path: Path) -> None:
    with path.open("rb") as file:
        if file.read(len(ZIP_START)) != ZIP_START:
            raise DamagedBackupError(
                _("%(path)s is no backup, or its start is damaged: name a file that kneewise backup made.")
                % {"path": path}
            )
        size = path.stat().st_size
        hashed = _hash_of(file, size - HASH_HEX)
        if file.read() != hashed or not _is_marked(file, size):
            raise _damaged(path)


def _hash_of(file: Any, until: int) -> bytes:  # noqa: ANN401 - any file that can be sought in.
    """Hash everything before the seal."""
    file.seek(0)
    counted, left = hashlib.sha256(), max(until, 0)
    while left and (content := file.read(min(left, CHUNK_B))):
        counted.update(content)
        left -= len(content)
    return counted.hexdigest().encode()


def _is_marked(file: Any, size: int) -> bool:  # noqa: ANN401 - see above.
    file.seek(max(size - HASH_HEX - len(MARK), 0))
    return bool(file.read(len(MARK)) == MARK)


def _damaged(path: Path) -> DamagedBackupError:
    return DamagedBackupError(
        _("%(path)s is cut short or was altered since it was made: use another copy of it.") % {"path": path}
    )
