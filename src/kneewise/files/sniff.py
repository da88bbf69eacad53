"""Tell what a file is by its first bytes; its name only breaks ties."""

import re
from typing import Final

from kneewise.files.limits import HEAD_B
from kneewise.files.reading import Kind

MARKS: Final[tuple[tuple[bytes, Kind], ...]] = (
    (b"\x1f\x8b", Kind.GZIP),
    (b"PK\x05\x06", Kind.ZIP),
    (b"\x89PNG", Kind.PICTURE),
    (b"\xff\xd8\xff", Kind.PICTURE),
    (b"GIF8", Kind.PICTURE),
    (b"%PDF", Kind.DOCUMENT),
    (b"\xd0\xcf\x11\xe0", Kind.DOCUMENT),
)

ROOTS: Final[tuple[tuple[bytes, Kind], ...]] = (
    (b"trainingcenterdatabase", Kind.TCX),
    (b"activities", Kind.TCX),
    (b"gpx", Kind.GPX),
    (b"healthdata", Kind.APPLE_HEALTH),
    (b"kml", Kind.MAP),
    (b"html", Kind.WEB_PAGE),
)

FIRST_MEMBERS: Final = re.compile(rb"mimetype$|\[Content_Types\]\.xml$|_rels/|META-INF/|word/|xl/")
ROOT: Final = re.compile(rb"<(?:[\w.-]+:)?([a-z][\w.-]*)(?:[\s/>]|$)")
SKIPPED: Final = re.compile(rb"<\?.*?\?>|<!--.*?-->|<!doctype\s+(?!html)[^\[>]*(?:\[.*?\]\s*)?>", re.DOTALL)
APPLE_PIECE: Final = re.compile(rb"<(?:record|workout)\s[^>]*type=\"hk")
DECLARED: Final = re.compile(rb"<!doctype\s+(html|healthdata)")
UTF_16: Final = (b"\xff\xfe", b"\xfe\xff")
WITHOUT_MARK: Final = (b"<\0", b"\0<")
"""How a document of two bytes a sign begins that does not say so."""


GARMIN: Final[tuple[tuple[bytes, Kind], ...]] = (
    (b'"summarizedactivitiesexport"', Kind.GARMIN_LIST),
    (b'"sleepstarttimestampgmt"', Kind.GARMIN_SLEEP),
)
"""Names by which the lists of Garmin's export are known."""


def sniff(data: bytes, name: str = "") -> Kind:
    """Tell the kind of a file from its first bytes.

    Args:
        data: The file, or its first ``HEAD_B`` bytes.
        name: What it is called; asked only where the content is silent.
    """
    if not data.strip(b"\0\t\n\r "):
        return Kind.EMPTY
    if data[8:12] == b".FIT":
        return Kind.FIT
    if data.startswith(b"PK\x03\x04"):
        return _packed_kind(data)
    for mark, kind in MARKS:
        if data.startswith(mark):
            return kind
    return _text_kind(data[:HEAD_B], name.lower())


def _packed_kind(data: bytes) -> Kind:
    """Tell an archive from the many document formats that are zips inside."""
    length = int.from_bytes(data[26:28], "little")
    found = FIRST_MEMBERS.match(data[30 : 30 + length])
    return Kind.ZIP if found is None else Kind.DOCUMENT


def _text_kind(head: bytes, name: str) -> Kind:
    text = head.replace(b"\0", b"") if head.startswith((*UTF_16, *WITHOUT_MARK)) else head
    text = text.removeprefix(b"\xef\xbb\xbf").removeprefix(UTF_16[0]).removeprefix(UTF_16[1]).lstrip().lower()
    if text.startswith(b"<"):
        return _xml_kind(text)
    if text.startswith((b"[", b"{")):
        return next((kind for mark, kind in GARMIN if mark in text), Kind.OTHER)
    if b"\0" in head:
        return Kind.FIT if name.endswith(".fit") else Kind.OTHER
    if name.endswith((".fit", ".fit.gz")):
        return Kind.FIT
    return Kind.TABLE if name.endswith((".csv", ".tsv")) or _has_columns(text) else Kind.OTHER


def _xml_kind(text: bytes) -> Kind:
    declared = DECLARED.search(text)
    if declared is not None:
        return Kind.WEB_PAGE if declared[1] == b"html" else Kind.APPLE_HEALTH
    if APPLE_PIECE.match(text):
        return Kind.APPLE_HEALTH
    root = ROOT.search(SKIPPED.sub(b"", text))
    if root is None:
        return Kind.XML
    return dict(ROOTS).get(root[1], Kind.XML)


def _has_columns(text: bytes) -> bool:
    lines = text.splitlines()[:2]
    return len(lines) > 1 and lines[0].count(b",") > 0 and lines[0].count(b",") == lines[1].count(b",")
