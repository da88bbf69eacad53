"""Files as they lie on the disk or in a zip: the same few things can be asked of both."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Final, Protocol

from kneewise.files.names import plain

PIECE_B: Final = 1 << 20


class File(Protocol):
    """A file whose content can be had whole, from its start, or piece by piece."""

    @property
    def size_b(self) -> int:
        """How long its content is."""

    @property
    def packed_b(self) -> int:
        """How many bytes that takes where it lies."""

    def read(self) -> bytes:
        """Give the content."""

    def head(self, size_b: int, /) -> bytes:
        """Give its first bytes."""

    def pieces(self) -> Iterator[bytes]:
        """Give it piece by piece."""

    def stored_sha256(self) -> str:
        """Give the hash of the bytes as they lie there."""


class Beside(Protocol):
    """What lies beside a file: in the same folder, or in the same zip."""

    def find(self, path: str, /) -> Callable[[], bytes] | None:
        """Give how to read what lies at a path from the file's own folder; ``None`` where nothing does."""

    def ending(self, suffix: str, /) -> Iterator[Callable[[], bytes]]:
        """Give how to read those in the file's own folder whose name ends so."""

    def take(self, path: str, /) -> Callable[[], bytes] | None:
        """Find a file and claim it: it belongs to another one, and is none of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OnDisk:
    """A file of the disk."""

    path: Path
    size_b: int

    @property
    def packed_b(self) -> int:
        """As many bytes as its content has."""
        return self.size_b

    def read(self) -> bytes:
        """Give the content."""
        return self.path.read_bytes()

    def head(self, size_b: int) -> bytes:
        """Give its first bytes."""
        with self.path.open("rb") as file:
            return file.read(size_b)

    def pieces(self) -> Iterator[bytes]:
        """Give it piece by piece."""
        with self.path.open("rb") as file:
            while piece := file.read(PIECE_B):
                yield piece

    def stored_sha256(self) -> str:
        """Hash it piece by piece."""
        hashed = sha256()
        for piece in self.pieces():
            hashed.update(piece)
        return hashed.hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class InFolder:
    """What lies beside a file in its folder; links are not followed, and no path leads out."""

    folder: Path
    taken: set[Path]

    def find(self, path: str) -> Callable[[], bytes] | None:
        """Give how to read a file by its path from here."""
        found = self._named(path)
        try:
            here = self.folder.resolve()
            # A name in between may be a link, and an absolute path takes the folder's place.
            is_here = found.resolve() == here / found.relative_to(self.folder) and ".." not in found.parts
        except (OSError, ValueError, RuntimeError):
            return None
        return found.read_bytes if is_here and found.is_file() else None

    def ending(self, suffix: str) -> Iterator[Callable[[], bytes]]:
        """Give how to read the files whose name ends so, in order."""
        for found in sorted(self.folder.iterdir()):
            if found.name.endswith(suffix) and found.is_file() and not found.is_symlink():
                yield found.read_bytes

    def take(self, path: str) -> Callable[[], bytes] | None:
        """Find a file and claim it."""
        found = self.find(path)
        if found is not None:
            self.taken.add(self._named(path))
        return found

    def _named(self, path: str) -> Path:
        """Find a name as the disk writes it: composed, or letters and their accents apart."""
        found = self.folder / path
        if path.isascii() or found.exists() or not found.parent.is_dir():
            return found
        same = (each for each in found.parent.iterdir() if plain(each.name) == plain(found.name))
        return next(same, found)
