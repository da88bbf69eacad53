"""Look into a zip without unpacking it to the disk, and without trusting it."""

import stat
import struct
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import IO, Final
from zlib import crc32

from kneewise.files.inflate import inflate_raw, most_b
from kneewise.files.limits import MOST_DIRECTORY_B, MOST_MEMBERS
from kneewise.files.names import leads_out, member_name
from kneewise.files.notes import Notes
from kneewise.files.offered import Offered
from kneewise.files.read import WITHIN
from kneewise.files.reading import Kind, Reading, UnreadableError, not_an_activity, refused
from kneewise.files.strava import TABLE, read_table

ENCRYPTED: Final = 0x1
LOCAL_HEADER_B: Final = 30
END_B: Final = 22
LONGEST_COMMENT_B: Final = 65_535
ENTRY: Final = b"PK\x01\x02"
END: Final = b"PK\x05\x06"
END_64: Final = b"PK\x06\x06"
WHERE_END_64: Final = b"PK\x06\x07"


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """Where a member's bytes lie; enough to read it again without opening the archive anew."""

    archive: Path
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
        with self.archive.open("rb") as file:
            file.seek(self.header_at)
            header = file.read(LOCAL_HEADER_B)
            if len(header) < LOCAL_HEADER_B or not header.startswith(b"PK\x03\x04"):
                raise UnreadableError("zip_member_damaged")
            names_b = sum(struct.unpack("<HH", header[26:30]))
            file.seek(names_b, 1)
            return file.read(self.packed_b)

    def stored_sha256(self) -> str:
        """Give the hash of the bytes as they lie in the archive."""
        try:
            return sha256(self.stored()).hexdigest()
        except UnreadableError as error:
            raise OSError(str(error)) from error


def open_archive(path: Path, shown: str) -> Iterator[Offered]:
    """Yield an archive's members, and the archive itself first.

    Args:
        path: Where the zip lies.
        shown: Its name as the ledger shows it.
    """
    itself = Offered(path=shown, read=path.read_bytes, stored_sha256=partial(file_sha256, path))
    try:
        entries = _entries(path)
    except UnreadableError as error:
        yield replace(itself, settled=refused(Kind.ZIP, error.reason, error.detail))
        return
    yield replace(itself, settled=not_an_activity(Kind.ZIP, "archive"))
    notes = _notes(path, entries)
    for entry in entries:
        yield _offered(path, shown, entry, notes)


def file_sha256(path: Path) -> str:
    """Hash a file piece by piece."""
    hashed = sha256()
    with path.open("rb") as file:
        while piece := file.read(1 << 20):
            hashed.update(piece)
    return hashed.hexdigest()


def _entries(path: Path) -> list[zipfile.ZipInfo]:
    """List the members, once it is sure that there are not too many and none lies within another."""
    try:
        with path.open("rb") as file:
            _refuse_too_many(file)
            with zipfile.ZipFile(file) as archive:
                entries = archive.infolist()
                _refuse_overlap(entries, archive.start_dir)
    except (zipfile.BadZipFile, NotImplementedError, ValueError, struct.error) as error:
        raise UnreadableError("zip_damaged") from error
    except OSError as error:
        raise UnreadableError("unreadable") from error
    return [entry for entry in entries if not entry.is_dir()]


def _refuse_too_many(file: IO[bytes]) -> None:
    """Count the entries in the table at the end: opening an archive of many takes seconds."""
    file.seek(0, 2)
    size_b = file.tell()
    tail_b = min(size_b, END_B + LONGEST_COMMENT_B + 20)
    file.seek(size_b - tail_b)
    tail = file.read(tail_b)
    at = tail.rfind(END)
    if at < 0 or len(tail) < at + END_B:
        raise UnreadableError("zip_damaged")
    count, table_b, table_at = struct.unpack("<HII", tail[at + 10 : at + 20])
    wide = tail.rfind(WHERE_END_64, 0, at)
    if wide >= 0:
        file.seek(struct.unpack("<Q", tail[wide + 8 : wide + 16])[0])
        record = file.read(56)
        if record.startswith(END_64) and len(record) == 56:
            count, table_b, table_at = struct.unpack("<QQQ", record[32:56])
    if count > MOST_MEMBERS or table_b > MOST_DIRECTORY_B:
        raise UnreadableError("zip_too_many")
    file.seek(max(size_b - tail_b + at - table_b, 0) if wide < 0 else min(table_at, size_b))
    if file.read(table_b).count(ENTRY) > MOST_MEMBERS:
        # The number at the end is only a claim.
        raise UnreadableError("zip_too_many")
    file.seek(0)


def _refuse_overlap(entries: list[zipfile.ZipInfo], table_at: int) -> None:
    """Refuse an archive in which one stretch of bytes serves several members: that is a bomb."""
    inside = sorted(entries, key=lambda entry: entry.header_offset)
    starts = [entry.header_offset for entry in inside[1:]] + [table_at]
    for entry, following in zip(inside, starts, strict=True):
        if entry.header_offset + LOCAL_HEADER_B + entry.compress_size > following:
            raise UnreadableError("zip_overlap")


def _notes(path: Path, entries: list[zipfile.ZipInfo]) -> Mapping[str, Notes]:
    """Read the tables of an export; the names in them count from the table's own folder."""
    found: dict[str, Notes] = {}
    for entry in entries:
        name = PurePosixPath(member_name(entry.filename, entry.flag_bits))
        if name.name != TABLE or _settled(entry) is not None:
            continue
        try:
            table = read_table(_member(path, entry).read())
        except (UnreadableError, OSError):
            continue
        found |= {str(name.parent / inner): notes for inner, notes in table.items()}
    return found


def _offered(path: Path, shown: str, entry: zipfile.ZipInfo, notes: Mapping[str, Notes]) -> Offered:
    name = member_name(entry.filename, entry.flag_bits) or "�"
    member = _member(path, entry)
    return Offered(
        path=f"{shown}{WITHIN}{name}",
        read=member.read,
        stored_sha256=member.stored_sha256,
        settled=_settled(entry),
        notes=notes.get(name),
    )


def _member(path: Path, entry: zipfile.ZipInfo) -> Member:
    return Member(
        archive=path,
        header_at=entry.header_offset,
        packed_b=entry.compress_size,
        size_b=entry.file_size,
        crc=entry.CRC,
        method=entry.compress_type,
    )


def _settled(entry: zipfile.ZipInfo) -> Reading | None:
    """Tell what can be told of a member from its entry alone."""
    if leads_out(entry.orig_filename):
        return refused(Kind.OTHER, "zip_name_leads_out")
    if stat.S_ISLNK(entry.external_attr >> 16):
        return not_an_activity(Kind.OTHER, "link")
    if entry.flag_bits & ENCRYPTED:
        return refused(Kind.OTHER, "zip_encrypted")
    if entry.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
        return refused(Kind.OTHER, "zip_method")
    if entry.file_size > most_b(entry.compress_size):
        return refused(Kind.OTHER, "too_large")
    return None
