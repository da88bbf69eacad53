"""Archives and documents made to do harm, each small on the disk, all written here.

The sixteen archives are the common kinds of bombs and of slips; the documents those of XML.
"""

import stat
import struct
import zipfile
import zlib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from tests.files.made import claiming, crowded, encrypted, member, overlapping, quoting, tcx, zip_of, zipped

Write = Callable[[Path], object]
MEGABYTE: Final = 1_000_000


def zeros(size_b: int) -> bytes:
    """Pack so many zeros without holding them."""
    deflate, piece = zlib.compressobj(9, zlib.DEFLATED, -15), bytes(MEGABYTE)
    parts = [deflate.compress(piece) for _ in range(size_b // MEGABYTE)]
    return b"".join([*parts, deflate.flush()])


def flat(path: Path) -> None:
    """One member of 300 MB in 300 kB."""
    path.write_bytes(zip_of([member(b"run.tcx", zeros(300 * MEGABYTE), 300 * MEGABYTE, 0)]))


def nested(path: Path) -> None:
    """Sixteen zips in each of sixteen zips, with zeros at the bottom."""
    bottom = path.with_suffix(".0")
    flat(bottom)
    inner = bottom.read_bytes()
    for _ in range(2):
        zipped(bottom, {f"{number}.zip": inner for number in range(16)})
        inner = bottom.read_bytes()
    bottom.unlink()
    path.write_bytes(inner)


def lying(path: Path) -> None:
    """One member that says it has a hundred bytes, and unpacks to a hundred million."""
    path.write_bytes(zip_of([member(b"run.tcx", zeros(100 * MEGABYTE), 100, 0)]))


def link(path: Path) -> None:
    """One member that is a link to a file of the machine."""
    entry = zipfile.ZipInfo("run.tcx")
    entry.create_system, entry.external_attr = 3, (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(entry, "/etc/passwd")


def named(name: bytes) -> Write:
    """One honest member under a name that leads out."""
    content = tcx()

    def write(path: Path) -> None:
        path.write_bytes(zip_of([member(name, content, len(content), zlib.crc32(content), method=0)]))

    return write


def twice(path: Path) -> None:
    """Two members of one name."""
    both = [(tcx(seconds=300), 0), (tcx(seconds=600), 0)]
    path.write_bytes(
        zip_of(
            [member(b"run.tcx", each, len(each), zlib.crc32(each), method=method) for each, method in both]
        )
    )


def packed_otherwise(path: Path) -> None:
    """Members packed in ways that no export uses, and whose unpacking is slow."""
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.tcx", bytes(MEGABYTE), zipfile.ZIP_LZMA)
        archive.writestr("b.tcx", bytes(MEGABYTE), zipfile.ZIP_BZIP2)


def without_table(path: Path) -> None:
    """A member whose table is gone, and an end that says there never was one."""
    content = tcx()
    local, _ = member(b"run.tcx", content, len(content), zlib.crc32(content), method=0)
    path.write_bytes(local + b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, 0, 0, 0, len(local), 0))


ARCHIVES: Final[Mapping[str, tuple[Write, Mapping[str, str]]]] = {
    "flat": (flat, {"": "archive", "run.tcx": "too_large"}),
    "nested": (nested, {"": "archive"} | {f"{number}.zip": "too_large" for number in range(16)}),
    "full overlap": (lambda path: overlapping(path, members=12_000), {"": "zip_overlap"}),
    "quoted overlap": (quoting, {"": "zip_overlap"}),
    "70,000 entries": (lambda path: crowded(path, members=70_000), {"": "zip_too_many"}),
    "lying size": (lying, {"": "archive", "run.tcx": "too_large"}),
    "zip64": (lambda path: claiming(path, members=2**40), {"": "zip_too_many"}),
    "link": (link, {"": "archive", "run.tcx": "link"}),
    "parent folder": (named(b"../../run.tcx"), {"": "archive", "run.tcx": "zip_name_leads_out"}),
    "absolute name": (named(b"/etc/run.tcx"), {"": "archive", "etc/run.tcx": "zip_name_leads_out"}),
    "drive": (named(b"C:\\run.tcx"), {"": "archive", "C:/run.tcx": "zip_name_leads_out"}),
    "NUL": (named(b"run.tcx\0.txt"), {"": "archive", "run.tcx": "zip_name_leads_out"}),
    "one name twice": (twice, {"": "archive", "run.tcx": ""}),
    "password": (lambda path: encrypted(path, "run.tcx", tcx()), {"": "archive", "run.tcx": "zip_encrypted"}),
    "lzma and bzip2": (packed_otherwise, {"": "archive", "a.tcx": "zip_method", "b.tcx": "zip_method"}),
    "no table": (without_table, {"": "zip_damaged"}),
}
"""How each of the sixteen is written, and what the ledger says of it and of its members."""

LAUGHS: Final = "".join(
    f'<!ENTITY l{number} "{f"&l{number - 1};" * 10}">' if number else '<!ENTITY l0 "ha">'
    for number in range(10)
)


def document(head: str, name: str = "&l9;", inside: str = "") -> str:
    return f"{head}<gpx><trk><name>{name}</name>{inside}</trk></gpx>"


def declared(encoding: str, head: str) -> str:
    return f'<?xml version="1.0" encoding="{encoding}"?>{head}'


def documents(canary: str, port: int) -> Mapping[str, bytes]:
    """Write documents that reach for a file and for a port of this machine.

    Args:
        canary: The file's address.
        port: Where something listens that must never be called.
    """
    outside = f"http://127.0.0.1:{port}/x"
    laughs = f"<!DOCTYPE gpx [{LAUGHS}]>"
    file_entity = f'<!DOCTYPE gpx [<!ENTITY l9 SYSTEM "{canary}">]>'
    parameter = f'<!DOCTYPE gpx [<!ENTITY % p SYSTEM "{canary}"> %p;]>'
    quadratic = f'<!DOCTYPE gpx [<!ENTITY l9 "{"x" * 50_000}">]>'
    include = f'<i:include xmlns:i="http://www.w3.org/2001/XInclude" href="{canary}" parse="text"/>'
    instance = "http://www.w3.org/2001/XMLSchema-instance"
    schema = f'<gpx xmlns:xsi="{instance}" xsi:schemaLocation="{outside} {canary}"/>'
    attributes = " ".join(f'a{number}="1"' for number in range(200_000))
    wide = {name: document(declared(name, laughs)).encode(name) for name in ("utf-16", "utf-32", "utf-7")}
    return {
        "laughs": document(laughs).encode(),
        "quadratic": document(quadratic, "&l9;" * 5_000).encode(),
        "file": document(file_entity).encode(),
        "parameter": document(parameter).encode(),
        "outer type": document(f'<!DOCTYPE gpx SYSTEM "{canary}">').encode(),
        "outer type on the net": document(f'<!DOCTYPE gpx SYSTEM "{outside}">').encode(),
        "entity on the net": document(f'<!DOCTYPE gpx [<!ENTITY l9 SYSTEM "{outside}">]>').encode(),
        "small letters": document("<!doctype gpx>").encode(),
        "include": document("", "x", include).encode(),
        "style sheet": f'<?xml-stylesheet href="{canary}"?><gpx/>'.encode(),
        "schema": schema.encode(),
        "EBCDIC": document(declared("cp037", laughs)).encode("cp037"),
        "utf-16 without a mark": document(declared("utf-16", file_entity)).encode("utf-16-be"),
        **wide,
        "utf-7 that hides the word": document(declared("utf-7", laughs))
        .encode()
        .replace(b"<!DOCTYPE", b"+ADwAIQ-DOCTYPE"),
        "32 MB in an attribute": f'<gpx><trk a="{"x" * 32 * MEGABYTE}"/></gpx>'.encode(),
        "32 MB in a text": f"<gpx><trk><name>{'x' * 32 * MEGABYTE}</name></trk></gpx>".encode(),
        "200,000 deep": f"<gpx>{'<a>' * 200_000}</gpx>".encode(),
        "200,000 attributes": f"<gpx><trk {attributes}/></gpx>".encode(),
        "5 million elements": b"<gpx>" + b"<a/>" * 5_000_000 + b"</gpx>",
        "1.1 million points": b"<gpx><trk><trkseg>" + b"<trkpt/>" * 1_100_000 + b"</trkseg></trk></gpx>",
        "points within points": b"<gpx><trk><trkseg>" + b"<trkpt>" * 250 + b"</trkseg></trk></gpx>",
        "undefined entities": f"<gpx><trk>{'&undefined;' * 100_000}</trk></gpx>".encode(),
    }
