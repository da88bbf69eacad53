"""Parse XML that nobody vouches for: no entities, no network, no DOCTYPE, and as far as it goes.

A document is fed to the parser piece by piece. Points are handed on as soon as they are whole and are not
held, so that what is held of a long recording is its columns.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from functools import cache
from itertools import groupby
from operator import methodcaller
from typing import Any, Final

from lxml import etree

from kneewise.files.reading import UnreadableError
from kneewise.model.errors import Problem

DOCTYPE: Final = re.compile(rb"<!(?i:doctype)")
WIDE: Final = re.compile(rb"<\?xml[^>]*encoding=[\"'](?i:utf-?16|utf-?32|ucs-?[24])[^>]*\?>")
"""A declaration that its own bytes belie: some programs write it before a document of single bytes."""

LOOSE: Final = re.compile(
    r"(\d{4})-(\d\d?)-(\d\d?)[T ](\d\d?):(\d\d?)(?::(\d\d?)([.,]\d+)?)?\s*(z|utc|gmt|[+-]\d\d:?\d\d|)",
    re.IGNORECASE | re.ASCII,
)
PIECE_B: Final = 1 << 18
MOST_POINTS: Final = 1_000_000
"""Eleven days of a point a second."""

LEAST_POINT_B: Final = 24
FREE_POINTS: Final = 20_000
"""A point that says anything is longer; of shorter ones there may be so many."""

MOST_TAGS_OF_A_POINT: Final = 64
MOST_TAGS_BESIDE: Final = 1 << 20
"""What is no point is held until the end; the laps and notes of a lifetime have fewer tags."""

LEADING: Final = b"\xef\xbb\xbf\0\t\n\r "
NAN: Final = float("nan")
OLDEST: Final = datetime(1980, 1, 1, tzinfo=UTC)
"""Satellites have told the time since then; an earlier date is a watch that had not found it yet."""


def parse(
    data: bytes, points: str = "", take: Callable[[Sequence[etree._Element]], None] | None = None
) -> tuple[etree._Element, tuple[Problem, ...]]:
    """Parse a document; what is wrong with it is told beside it.

    Args:
        data: The document.
        points: The local name of elements that are emptied once they are taken.
        take: Is given them as they come, some at a time, in the order of the document.

    Raises:
        UnreadableError: It declares a document type, is nothing but tags, or no element can be recovered.
    """
    if DOCTYPE.search(data.replace(b"\0", b"")):
        raise UnreadableError("doctype")
    parser = etree.XMLPullParser(
        events=("end",),
        tag=f"{{*}}{points}" if take else "none",
        recover=True,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        remove_blank_text=True,
        collect_ids=False,
    )
    try:
        _feed(parser, _from_the_first_sign(data), take)
        root = parser.close()
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableError("damaged") from error
    if root is None:
        raise UnreadableError("damaged")
    # Encodings that hide the word from the search above still show it here.
    if root.getroottree().docinfo.internalDTD is not None:
        raise UnreadableError("doctype")
    damaged = any(entry.level >= etree.ErrorLevels.FATAL for entry in parser.feed_error_log)
    return root, (Problem(code="xml_damaged"),) if damaged else ()


def _feed(
    parser: etree.XMLPullParser, data: bytes, take: Callable[[Sequence[etree._Element]], None] | None
) -> None:
    tags_beside = points = 0
    for at in range(0, len(data), PIECE_B):
        piece = data[at : at + PIECE_B]
        parser.feed(piece)
        elements: list[Any] = [element for _, element in parser.read_events()]
        tags_beside += max(piece.count(b"<") - MOST_TAGS_OF_A_POINT * len(elements), 0)
        points += len(elements)
        most_points = min(FREE_POINTS + at // LEAST_POINT_B, MOST_POINTS)
        if tags_beside > MOST_TAGS_BESIDE or points > most_points:
            raise UnreadableError("too_large")
        if take is not None and elements:
            take(elements)
            _empty(elements)


def _empty(elements: Sequence[etree._Element]) -> None:
    """Let go of points that were taken; the last of a segment stays, as the parser writes behind it."""
    for segment, each in groupby(elements, key=parent_of):
        *before, last = each
        del last[:]
        for element in before:
            segment.remove(element)


def _from_the_first_sign(data: bytes) -> bytes:
    """Leave out blanks before the declaration, which some exports write and the standard forbids."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data
    stripped = data.lstrip(LEADING)
    if data[:1] == b"\0" or stripped[1:2] == b"\0":
        # Two bytes a sign without the mark that says so: a blank has two as well.
        return data
    declared = WIDE.match(stripped)
    return stripped[declared.end() :] if declared else stripped


parent_of = methodcaller("getparent")


@cache
def local(tag: object) -> str:
    """Give a tag's own name in small letters, whether or not its namespace was declared.

    What is no element, such as an entity that nobody defined, has no name.
    """
    if not isinstance(tag, str):
        return ""
    return tag.rpartition("}")[2].rpartition(":")[2].lower()


def named(root: etree._Element, name: str) -> Iterator[etree._Element]:
    """Walk all elements below with a name, of any namespace, in the order of the document."""
    return root.iter(f"{{*}}{name}")


def child(element: etree._Element, name: str) -> etree._Element | None:
    """Give the first child with a local name."""
    return next((each for each in element if local(each.tag) == name), None)


def text(element: etree._Element, *path: str) -> str:
    """Give the text at the end of a path of children; empty where there is none."""
    for name in path:
        found = child(element, name)
        if found is None:
            return ""
        element = found
    return (element.text or "").strip()


def number(written: str | None) -> float:
    """Read a number; NaN where it is none. Phones of some countries write a comma for the point."""
    if not written:
        return NAN
    if written.count(",") == 1 and "." not in written:
        written = written.replace(",", ".")
    try:
        read = float(written)
    except ValueError:
        return NAN
    return read if abs(read) < float("inf") else NAN


def instant(written: str | None) -> datetime | None:
    """Read an ISO 8601 instant with the offset it has; one without an offset is UTC."""
    if not written:
        return None
    try:
        read = _read_instant(written.strip())
        read = read if read.tzinfo else read.replace(tzinfo=UTC)
        return read if read >= OLDEST else None
    except (ValueError, OverflowError):
        return None


def _read_instant(written: str) -> datetime:
    try:
        return datetime.fromisoformat(written)
    except ValueError:
        return datetime.fromisoformat(_with_two_digits(written))


def _with_two_digits(written: str) -> str:
    """Write an instant as the standard has it: 2026-5-4T6:30:5z becomes 2026-05-04T06:30:05Z."""
    found = LOOSE.fullmatch(written)
    if found is None:
        raise ValueError(written)
    year, month, day, hour, minute, second, fraction, zone = found.groups(default="")
    # The sixty-first second of a minute is told once in years, and no clock here knows it.
    whole_second = min(int(second or 0), 59)
    offset = "Z" if zone.lower() in {"z", "utc", "gmt"} else zone
    day_of = f"{year}-{int(month):02}-{int(day):02}"
    return f"{day_of}T{int(hour):02}:{int(minute):02}:{whole_second:02}{fraction}{offset}"
