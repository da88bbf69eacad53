"""Parse a document that nobody vouches for: no entities, no network, no DOCTYPE, and as far as it goes.

A long one is fed to the parser piece by piece. Its points are handed on as soon as they are whole and are
not held, so that what is held of a long recording is its columns.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from types import MappingProxyType
from typing import Any, Final, Protocol

from lxml import etree

from kneewise.files.reading import UnreadableError
from kneewise.files.xml import named, parent_of
from kneewise.model.errors import Problem

DOCTYPE: Final = re.compile(rb"<!(?i:doctype)")
WIDE: Final = re.compile(rb"<\?xml[^>]*encoding=[\"'](?i:utf-?16|utf-?32|ucs-?[24])[^>]*\?>")
"""A declaration that its own bytes belie: some programs write it before a document of single bytes."""

OPTIONS: Final[Mapping[str, Any]] = MappingProxyType(
    {
        "recover": True,
        "resolve_entities": False,
        "no_network": True,
        "load_dtd": False,
        "dtd_validation": False,
        "huge_tree": False,
        "remove_comments": True,
        "remove_pis": True,
        "remove_blank_text": True,
        "collect_ids": False,
    }
)
WHOLE_B: Final = 4 << 20
"""As a tree a document takes ten times its length."""

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


class Take(Protocol):
    """Is given points as they come, some at a time, in the order of the document."""

    def __call__(self, elements: Sequence[etree._Element], /) -> None:
        """Take some."""


def parse(
    data: bytes, points: str = "", take: Take | None = None
) -> tuple[etree._Element, tuple[Problem, ...]]:
    """Parse a document; what is wrong with it is told beside it.

    Args:
        data: The document.
        points: The local name of elements that may be gone once they were taken.
        take: Is given them.

    Raises:
        UnreadableError: It declares a document type, is nothing but tags, or no element can be recovered.
    """
    if DOCTYPE.search(data.replace(b"\0", b"")):
        raise UnreadableError("doctype")
    document = _from_the_first_sign(data)
    read = _whole if len(document) <= WHOLE_B else _in_pieces
    try:
        root, log = read(document, points, take)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableError("damaged") from error
    if root is None:
        raise UnreadableError("damaged")
    # Encodings that hide the word from the search above still show it here.
    if root.getroottree().docinfo.internalDTD is not None:
        raise UnreadableError("doctype")
    damaged = any(entry.level >= etree.ErrorLevels.FATAL for entry in log)
    return root, (Problem(code="xml_damaged"),) if damaged else ()


def _whole(data: bytes, points: str, take: Take | None) -> tuple[etree._Element | None, Iterable[Any]]:
    """Parse at once, which is faster than in pieces by a half."""
    parser = etree.XMLParser(**OPTIONS)
    root: etree._Element | None = etree.fromstring(data, parser)
    if root is not None and take is not None:
        take(list(named(root, points)))
    return root, parser.error_log


def _in_pieces(data: bytes, points: str, take: Take | None) -> tuple[etree._Element | None, Iterable[Any]]:
    """Parse piece by piece, and let go of points as they come."""
    parser = etree.XMLPullParser(events=("end",), tag=f"{{*}}{points}" if take else "none", **OPTIONS)
    tags_beside = count = 0
    for at in range(0, len(data), PIECE_B):
        piece = data[at : at + PIECE_B]
        parser.feed(piece)
        elements: list[Any] = [element for _, element in parser.read_events()]
        tags_beside += max(piece.count(b"<") - MOST_TAGS_OF_A_POINT * len(elements), 0)
        count += len(elements)
        if tags_beside > MOST_TAGS_BESIDE or count > min(FREE_POINTS + at // LEAST_POINT_B, MOST_POINTS):
            raise UnreadableError("too_large")
        if take is not None and elements:
            take(elements)
            _empty(elements)
    return parser.close(), parser.feed_error_log


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
