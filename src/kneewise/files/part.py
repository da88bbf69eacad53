"""Parts: what a table or a large export tells of one session, as a little file of its own.

A part is made of the export's own words, so that the same session gives the same bytes in every export, and
it is read, kept and found again like any other file.
"""

import zlib
from dataclasses import dataclass
from hashlib import sha256

from kneewise.files.notes import Notes


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One part of a file.

    Attributes:
        name: Its own, below the file's.
        packed: Its content, held packed until it is read.
        stands_for: The file that holds more of the same session, by its path from the table's folder; empty
            where there is none.
    """

    name: str
    packed: bytes
    notes: Notes | None = None
    stands_for: str = ""

    def read(self) -> bytes:
        """Give the content."""
        return zlib.decompress(self.packed)

    def stored_sha256(self) -> str:
        """Give the hash of the content."""
        return sha256(self.read()).hexdigest()


def part(name: str, content: bytes, notes: Notes | None = None, *, stands_for: str = "") -> Part:
    """Hold a part."""
    return Part(name=name, packed=zlib.compress(content, 1), notes=notes, stands_for=stands_for)
