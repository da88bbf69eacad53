"""What stands in a parsed document: elements by their names, numbers and instants as programs write them."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from operator import methodcaller
from typing import Final

from lxml import etree

LOOSE: Final = re.compile(
    r"(\d{4})-(\d\d?)-(\d\d?)[T ](\d\d?):(\d\d?)(?::(\d\d?)([.,]\d+)?)?\s*(z|utc|gmt|[+-]\d\d:?\d\d|)",
    re.IGNORECASE | re.ASCII,
)

NAN: Final = float("nan")
OLDEST: Final = datetime(1980, 1, 1, tzinfo=UTC)
"""Satellites have told the time since then; an earlier date is a watch that had not found it yet."""

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
