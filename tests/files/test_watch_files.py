"""Every real file there is: imported, or in the ledger with the right reason; none is silently lost."""

from __future__ import annotations

import csv
import gzip
import warnings
import zipfile
from functools import cache
from typing import Any

import fitdecode
import pytest
from lxml import etree

from tests.files.watch_files import ADDRESS, WATCH_FILES, Row, read_table, rows_there

ABSENT = "the folder of real watch files, ../shared/watch-files, is not on this machine"
pytestmark = pytest.mark.skipif(not WATCH_FILES.is_dir(), reason=ABSENT)

SAID_BY_TYPE = {
    "fit_settings": {"settings"},
    "fit_monitoring": {"monitoring_b", "49", "44"},
    "fit_course": {"course"},
    "fit_body": {"weight", "blood_pressure"},
}
"""What an independent reader finds in ``file_id``; it has no words for sleep (49) and metrics (44)."""


@cache
def contents() -> dict[str, bytes]:
    """Read every file that is no activity, by its shortened path."""
    found = {}
    for path in WATCH_FILES.rglob("*"):
        if path.is_file():
            data = path.read_bytes()
            name = ADDRESS.sub("address", str(path.relative_to(WATCH_FILES)))
            found[name] = gzip.decompress(data) if data.startswith(b"\x1f\x8b") else data
            if zipfile.is_zipfile(path) and path.suffix == ".zip":
                with zipfile.ZipFile(path) as archive:
                    found |= {f"{name}!/{each}": archive.read(each) for each in archive.namelist()}
    return found


def no_activities(*kinds: str) -> list[Row]:
    return [row for row in read_table() if row.kind in kinds and row.verdict != "activity"]


def test_the_table_says_what_comes_of_every_file() -> None:
    there, table = set(rows_there()), set(read_table())

    assert sorted(there - table) == []
    assert sorted(table - there) == []


def test_the_table_names_every_file_of_the_manifest() -> None:
    with (WATCH_FILES / "MANIFEST.csv").open(newline="", encoding="utf-8") as manifest:
        listed = [f"{row['repo'].replace('/', '+')}/{row['path']}" for row in csv.DictReader(manifest)]

    assert len(listed) == 411
    assert {ADDRESS.sub("address", path) for path in listed} <= {row.path for row in read_table()}


def test_a_fit_file_that_is_no_activity_is_none_for_an_independent_reader() -> None:
    for row in no_activities("fit"):
        types, counts, moments = by_fitdecode(contents()[row.path])
        match row.reason:
            case "fit_workout":
                assert counts.get("workout_step", 0) > 0, row.path
                assert "record" not in counts, row.path
            case "empty_activity":
                assert len(moments) <= 1, row.path
            case "not_fit":
                assert types == set(), row.path
            case reason:
                assert types <= SAID_BY_TYPE[reason], row.path
                assert types, row.path


def by_fitdecode(data: bytes) -> tuple[set[str], dict[str, int], set[Any]]:
    """Give the types a file says it is of, its messages by their kind, and the instants of its records."""
    types, counts, moments = set[str](), dict[str, int](), set[Any]()
    try:
        with warnings.catch_warnings(), fitdecode.FitReader(data) as reader:
            warnings.simplefilter("ignore")
            for frame in reader:
                if isinstance(frame, fitdecode.FitDataMessage):
                    counts[frame.name] = counts.get(frame.name, 0) + 1
                    if frame.name == "file_id":
                        types.add(str(frame.get_value("type", fallback="")))
                    elif frame.name == "record":
                        moments.add(frame.get_value("timestamp", fallback=None))
    except fitdecode.FitError:
        return types, counts, moments
    return types, counts, moments - {None}


def test_an_xml_file_that_is_no_activity_has_no_two_instants_in_its_tracks() -> None:
    for row in no_activities("gpx", "tcx"):
        root = etree.fromstring(contents()[row.path].lstrip(), etree.XMLParser(recover=True))
        points: Any = root.xpath("//*[local-name()='trkpt' or local-name()='Trackpoint']")
        times = [written for point in points if (written := time_of(point)) and written > "1980"]
        match row.reason:
            case "no_track":
                assert points == [], row.path
            case "track_without_times":
                assert points, row.path
                assert len(times) * 2 <= len(points), row.path
            case reason:
                assert (reason, len(set(times))) == ("empty_activity", 1), row.path


def time_of(point: Any) -> str:
    found = point.xpath("string(*[local-name()='time' or local-name()='Time'])")
    return str(found)


def test_nothing_is_refused_and_what_a_mac_notes_is_no_watch_file() -> None:
    notes = [row.path for row in read_table() if row.reason == "mac_shadow"]

    assert [row.path for row in read_table() if row.verdict == "refused"] == []
    # A Macintosh writes such a companion beside every file on a foreign disk.
    assert len(notes) == 3
    assert all(contents()[path].startswith(b"\x00\x05\x16\x07") for path in notes)
