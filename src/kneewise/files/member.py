"""Members of a zip: where their bytes lie, and how they are had without unpacking anything to the disk.

A zip within a zip is read like a file. Where it was compressed once more, its bytes come by reading onward
from its start, so that members asked for in their order cost one pass in each process.
"""

import io
import stat
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import IO, Any, Final
from zlib import crc32

from kneewise.files.inflate import RAW, inflate_raw
from kneewise.files.names import leads_out
from kneewise.files.reading import Kind, Reading, UnreadableError, not_an_activity, refused

ENCRYPTED: Final = 0x1
LOCAL_HEADER_B: Final = 30
LOCAL: Final = b"PK\x03\x04"
PIECE_B: Final = 1 << 18
BUFFER_B: Final = 1 << 16
TAIL_B: Final = 1 << 20
"""The end of an inner zip is kept while it is read onward: its table of members stands there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """Where a member's bytes lie; enough to read it again without opening the archive anew.

    Attributes:
        archive: The zip on the disk, or the member of it that is a zip itself.
    """

    archive: "Path | Member"
    header_at: int
    packed_b: int
    size_b: int
    crc: int
    method: int

    def read(self) -> bytes:
        """Give the content.

        Raises:
            UnreadableError: It is damaged, too large, or packed in a way that we do not take.
        """
        packed = self.stored()
        content = packed if self.method == zipfile.ZIP_STORED else inflate_raw(packed, self.size_b)
        if len(content) != self.size_b or crc32(content) != self.crc:
            raise UnreadableError("zip_member_damaged")
        return content

    def stored(self) -> bytes:
        """Give the bytes as they lie in the archive."""
        with open_zip(self.archive) as file:
            file.seek(self.stored_at(file))
            return file.read(self.packed_b)

    def stored_at(self, file: IO[bytes]) -> int:
        """Say where the bytes begin, past the header that stands before them."""
        file.seek(self.header_at)
        header = file.read(LOCAL_HEADER_B)
        if len(header) < LOCAL_HEADER_B or not header.startswith(LOCAL):
            raise UnreadableError("zip_member_damaged")
        name_b, extra_b = struct.unpack("<HH", header[26:30])
        return self.header_at + LOCAL_HEADER_B + int(name_b) + int(extra_b)

    def stored_sha256(self) -> str:
        """Give the hash of the bytes as they lie in the archive, taken piece by piece."""
        hashed, left_b = sha256(), self.packed_b
        try:
            with open_zip(self.archive) as file:
                file.seek(self.stored_at(file))
                while left_b > 0 and (piece := file.read(min(left_b, PIECE_B))):
                    hashed.update(piece)
                    left_b -= len(piece)
        except UnreadableError as error:
            raise OSError(str(error)) from error
        return hashed.hexdigest()

    def stored_from(self, at: int, size_b: int) -> bytes:
        """Give so many of those bytes from a place on."""
        with open_zip(self.archive) as file:
            file.seek(self.stored_at(file) + at)
            return file.read(min(size_b, self.packed_b - at))

    def head(self, size_b: int) -> bytes:
        """Give the first bytes of the content, without the rest of it."""
        packed = self.stored_from(0, size_b)
        if self.method == zipfile.ZIP_STORED:
            return packed
        try:
            return zlib.decompressobj(RAW).decompress(packed, size_b)
        except zlib.error as error:
            raise UnreadableError("zip_member_damaged") from error

    def pieces(self) -> Iterator[bytes]:
        """Give the content piece by piece; its checksum is looked at when it is through.

        Raises:
            UnreadableError: It is damaged.
        """
        with open_zip(self) as file:
            while piece := file.read(PIECE_B):
                yield piece


class _Onward:
    """A packed member that is read onward; going back further than its tail starts anew.

    Nothing is held open between two reads. More bytes than the stated ones, or others, are an error.
    """

    def __init__(self, member: Member) -> None:
        self._member = member
        self._restart()

    def _restart(self) -> None:
        self._at = self._packed_at = self._crc = 0
        self._inflater = zlib.decompressobj(RAW)
        self._rest = self._tail = b""

    def read_at(self, at: int, size_b: int) -> bytes:
        """Give so many bytes of the content from a place on."""
        if at < self._at - len(self._tail):
            self._restart()
        with open_zip(self._member.archive) as file:
            stored_at = self._member.stored_at(file)
            while self._at < at + size_b:
                self._advance(file, stored_at)
        begin = at - (self._at - len(self._tail))
        return self._tail[begin : begin + size_b]

    def _advance(self, file: IO[bytes], stored_at: int) -> None:
        """Unpack one more piece into the tail."""
        if not self._rest:
            file.seek(stored_at + self._packed_at)
            self._rest = file.read(min(PIECE_B, self._member.packed_b - self._packed_at))
            self._packed_at += len(self._rest)
        is_over = not self._rest
        try:
            piece = self._inflater.decompress(self._rest, PIECE_B)
        except zlib.error as error:
            raise UnreadableError("zip_member_damaged") from error
        self._rest = self._inflater.unconsumed_tail
        self._at += len(piece)
        self._crc = crc32(piece, self._crc)
        self._tail = (self._tail + piece)[-(TAIL_B + PIECE_B) :]
        is_other = self._at == self._member.size_b and self._crc != self._member.crc
        if is_other or self._at > self._member.size_b or (is_over and not piece):
            raise UnreadableError("zip_member_damaged")


class _AsFile(io.RawIOBase):
    """Bytes that can be had from any place, as a file.

    Its methods override those of the base, which Python 3.11 has no word for.
    """

    def __init__(self, size_b: int, read_at: Callable[[int, int], bytes]) -> None:
        self._size_b, self._read_at, self._at = size_b, read_at, 0

    def readable(self) -> bool:  # type: ignore[explicit-override]  # As above.
        return True

    def seekable(self) -> bool:  # type: ignore[explicit-override]  # As above.
        return True

    def tell(self) -> int:  # type: ignore[explicit-override]  # As above.
        return self._at

    def seek(self, offset: int, whence: int = io.SEEK_SET, /) -> int:  # type: ignore[explicit-override]  # As above.
        start = {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: self._size_b}[whence]
        self._at = max(start + offset, 0)
        return self._at

    def readinto(self, buffer: Any, /) -> int:  # type: ignore[explicit-override]  # noqa: ANN401 - any buffer.
        size_b = min(len(buffer), max(self._size_b - self._at, 0), PIECE_B)
        taken = self._read_at(self._at, size_b) if size_b else b""
        buffer[: len(taken)] = taken
        self._at += len(taken)
        return len(taken)


@lru_cache(maxsize=1)
def _onward(member: Member) -> _Onward:
    """Give the inner zip that this process reads at present, as far as it has come."""
    return _Onward(member)


def open_zip(archive: "Path | Member") -> IO[bytes]:
    """Open a zip of the disk, or one that lies within such a zip."""
    if isinstance(archive, Path):
        return archive.open("rb")
    packed = archive.method != zipfile.ZIP_STORED
    read_at = _onward(archive).read_at if packed else archive.stored_from
    return io.BufferedReader(_AsFile(archive.size_b, read_at), BUFFER_B)


def member_of(archive: "Path | Member", entry: zipfile.ZipInfo) -> Member:
    """Note where a member lies."""
    return Member(
        archive=archive,
        header_at=entry.header_offset,
        packed_b=entry.compress_size,
        size_b=entry.file_size,
        crc=entry.CRC,
        method=entry.compress_type,
    )


def settled(entry: zipfile.ZipInfo) -> Reading | None:
    """Tell what can be told of a member from its entry alone, its size left aside."""
    if leads_out(entry.orig_filename):
        return refused(Kind.OTHER, "zip_name_leads_out")
    if stat.S_ISLNK(entry.external_attr >> 16):
        return not_an_activity(Kind.OTHER, "link")
    if entry.flag_bits & ENCRYPTED:
        return refused(Kind.OTHER, "zip_encrypted")
    if entry.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
        return refused(Kind.OTHER, "zip_method")
    return None
