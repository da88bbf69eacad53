"""Whole files to damage, one row of them a format; all but real watch files are made by our own writers."""

import gzip
import io
import zipfile
from pathlib import Path
from typing import Final

from kneewise.fit import encode
from tests.files.made import fit, gpx, gpx_points, kml, tcx
from tests.files.strava_tables import LANGUAGES, row, table
from tests.fit.made import run

FORMATS: Final = ("fit", "tcx", "gpx", "kml", "csv", "zip")
WATCH_FILES: Final = Path(__file__).resolve().parents[3] / "shared" / "watch-files"
LARGEST_B: Final = 60_000
"""A real file beyond this makes the long form long, and has nothing in it that a smaller one has not."""


def made(file_format: str) -> tuple[bytes, ...]:
    """Write the seeds of a format."""
    match file_format:
        case "fit":
            both = (encode(run(30)), encode(run(30), big_endian=True))
            return (*both, fit(seconds=60, pause=(20, 40)), gzip.compress(fit(seconds=30), mtime=0))
        case "tcx":
            return tcx(seconds=30), gzip.compress(tcx(seconds=20), mtime=0)
        case "gpx":
            two = gpx(gpx_points(range(15)), gpx_points(range(30, 45)), name="Mühlweg")
            return two, gpx(gpx_points(range(30), cadence=80))
        case "kml":
            return kml(range(20), range(30, 50)), kml(range(30), cadence=None)
        case "csv":
            each = (table(row("7", language=name), language=name) for name in LANGUAGES)
            return (*each, table(row("8", file="activities/8.fit.gz"), row("9", start="2026-05-04 06:30:00")))
        case _:
            return _zips()


def real(file_format: str) -> tuple[bytes, ...]:
    """Read the smaller watch files of a format where they lie; none where they are absent."""
    found = sorted(WATCH_FILES.rglob(f"*.{file_format}"))
    return tuple(path.read_bytes() for path in found if 0 < path.stat().st_size <= LARGEST_B)


def _zips() -> tuple[bytes, ...]:
    inner = _zip({"d.fit": fit(seconds=10)}, zipfile.ZIP_STORED)
    mixed = {"a.tcx": tcx(seconds=10), "b/c.gpx": gpx(gpx_points(range(10))), "e.zip": inner}
    strava = {"activities.csv": table(row("8", file="activities/8.fit.gz"))}
    strava["activities/8.fit.gz"] = gzip.compress(fit(seconds=10), mtime=0)
    return (
        _zip(mixed, zipfile.ZIP_DEFLATED),
        _zip(strava, zipfile.ZIP_STORED),
    )


def _zip(members: dict[str, bytes], method: int) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", method) as archive:
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name), content, compress_type=method)
    return held.getvalue()
