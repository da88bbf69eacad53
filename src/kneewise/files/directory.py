"""The table of a zip: read once it is sure that its members are not too many, and none is within another."""

import struct
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import IO, Final

from kneewise.files.limits import FREE_B, MOST_DIRECTORY_B, MOST_MEMBERS, MOST_RATIO
from kneewise.files.member import LOCAL_HEADER_B, Member, open_zip
from kneewise.files.reading import UnreadableError

END_B: Final = 22
LONGEST_COMMENT_B: Final = 65_535
ENTRY: Final = b"PK\x01\x02"
END: Final = b"PK\x05\x06"
END_64: Final = b"PK\x06\x06"
WHERE_END_64: Final = b"PK\x06\x07"


def list_members(archive: Path | Member) -> list[zipfile.ZipInfo]:
    """List the members that are files; those of a zip within a zip only where they stay within its bounds.

    Raises:
        UnreadableError: It is no zip that can be trusted.
    """
    try:
        with open_zip(archive) as file:
            _refuse_too_many(file)
            with zipfile.ZipFile(file) as opened:
                entries = opened.infolist()
                _refuse_overlap(entries, opened.start_dir)
    except (zipfile.BadZipFile, NotImplementedError, ValueError, struct.error) as error:
        # The library raises the last three where the table of a broken zip leads it astray.
        raise UnreadableError("zip_damaged") from error
    except OSError as error:
        raise UnreadableError("unreadable") from error
    if isinstance(archive, Member) and sum(entry.file_size for entry in entries) > _most_b(archive):
        raise UnreadableError("too_large")
    # The library asks for the last sign of a name, and some have none.
    return [entry for entry in entries if not entry.filename.endswith("/")]


def _most_b(inner: Member) -> int:
    """Give the size all members of an inner zip may have together: packing twice lets no more through."""
    return max(FREE_B, inner.packed_b * MOST_RATIO)


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


def _refuse_overlap(entries: Sequence[zipfile.ZipInfo], table_at: int) -> None:
    """Refuse an archive in which one stretch of bytes serves several members: that is a bomb."""
    inside = sorted(entries, key=lambda entry: entry.header_offset)
    starts = [entry.header_offset for entry in inside[1:]] + [table_at]
    for entry, following in zip(inside, starts, strict=True):
        if entry.header_offset < 0:
            raise UnreadableError("zip_damaged")
        if entry.header_offset + LOCAL_HEADER_B + entry.compress_size > following:
            raise UnreadableError("zip_overlap")
