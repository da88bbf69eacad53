"""Parse XML that nobody vouches for: no entities, no network, no DOCTYPE, and as far as it goes."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from typing import Final

from lxml import etree

from kneewise.files.reading import UnreadableError
from kneewise.model.errors import Problem

DOCTYPE: Final = re.compile(rb"<!(?i:doctype)")
LEADING: Final = b"\xef\xbb\xbf\0\t\n\r "
NAN: Final = float("nan")
OLDEST: Final = datetime(1980, 1, 1, tzinfo=UTC)
"""Satellites have told the time since then; an earlier date is a watch that had not found it yet."""


def parse(data: bytes) -> tuple[etree._Element, tuple[Problem, ...]]:
    """Parse a document; what is wrong with it is told beside it.

    Raises:
        UnreadableError: It declares a document type, or no element can be recovered.
    """
    if DOCTYPE.search(data.replace(b"\0", b"")):
        raise UnreadableError("doctype")
    parser = etree.XMLParser(
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
        root = etree.fromstring(_from_the_first_sign(data), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableError("damaged") from error
    if root is None:
        raise UnreadableError("damaged")
    # Encodings that hide the word from the search above still show it here.
    if root.getroottree().docinfo.internalDTD is not None:
        raise UnreadableError("doctype")
    damaged = any(entry.level >= etree.ErrorLevels.FATAL for entry in parser.error_log)
    return root, (Problem(code="xml_damaged"),) if damaged else ()


def _from_the_first_sign(data: bytes) -> bytes:
    """Leave out blanks before the declaration, which some exports write and the standard forbids."""
    return data if data.startswith((b"\xff\xfe", b"\xfe\xff")) else data.lstrip(LEADING)


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
    """Read a number; NaN where it is none."""
    if not written:
        return NAN
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
        read = datetime.fromisoformat(written.strip())
        read = read if read.tzinfo else read.replace(tzinfo=UTC)
        return read if read >= OLDEST else None
    except (ValueError, OverflowError):
        return None
