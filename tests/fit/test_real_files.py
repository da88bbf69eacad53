"""Real files of many makers: what we read is what an independent reader reads."""

from __future__ import annotations

import csv
import gzip
import warnings
from datetime import datetime
from pathlib import Path
from typing import Any

import fitdecode
import numpy as np
import pytest

from kneewise.fit import FitError, decode
from kneewise.fit.chain import sections
from kneewise.fit.damage import read_damaged
from kneewise.fit.limits import Limits
from tests.fit.made import FIT_EPOCH_S

WATCH_FILES = Path(__file__).parents[3] / "shared" / "watch-files"
COLUMNS = ("timestamp", "heart_rate", "cadence", "distance", "enhanced_speed", "enhanced_altitude", "power")
NOT_FIT = {"$Recycle.bin/._empty.fit"}
DAMAGED = {
    "chained/activity-activity-filecrc.fit",
    "chained/activity-settings-corruptheader.fit",
    "chained/activity-settings-nodata.fit",
    "corrupt/activity-filecrc.fit",
    "corrupt/activity-unexpected-eof.fit",
    "files/nick.fit",
    "files/strava-android-app-201.10-b1218918.fit",
    "other/2018-02-24-10-04-10.fit",
    "other/8CS90646.FIT",
    "python-fitparse/activity-activity-filecrc.fit",
    "python-fitparse/activity-filecrc.fit",
    "python-fitparse/activity-settings-corruptheader.fit",
    "python-fitparse/activity-settings-nodata.fit",
    "python-fitparse/activity-unexpected-eof.fit",
    "python-fitparse-fix/activity-activity-filecrc.fit",
    "python-fitparse-fix/activity-settings.fit",
    "python-fitparse-fix/event_timestamp.fit",
}
HEADER_INSIDE = {"python-fitparse-fix/activity-settings-corruptheader.fit"}
"""A repair tool left a second header amid the data; each reader sees other garbage there."""

CHAINED = {
    "Swim/Fenix3-Swim-with-HRM-Tri-1285021986.fit",
    "chained/activity-activity-filecrc.fit",
    "chained/activity-settings-nodata.fit",
    "chained/activity-settings.fit",
    "files/sample_mulitple_header.fit",
    "from_official_sdk/HrmPluginTestActivity.fit",
    "python-fitparse/activity-activity-filecrc.fit",
    "python-fitparse/activity-settings-nodata.fit",
    "python-fitparse/activity-settings.fit",
    "swimming/spiros-02.fit",
    "swims/GarminHRMswim.FIT",
}
PLAIN = {"enhanced_speed": "speed", "enhanced_altitude": "altitude"}


def fit_files() -> list[Path]:
    if not WATCH_FILES.is_dir():
        return []
    with (WATCH_FILES / "MANIFEST.csv").open(newline="", encoding="utf-8") as manifest:
        paths = [
            WATCH_FILES / row["repo"].replace("/", "+") / row["path"] for row in csv.DictReader(manifest)
        ]
    return [path for path in paths if path.name.lower().endswith((".fit", ".fit.gz"))]


def named(path: Path) -> str:
    return f"{path.parent.name}/{path.name}"


def but(*left_out: set[str]) -> list[Any]:
    """List the real files but some; where the folder is not on this machine, one that is skipped."""
    found = [path for path in fit_files() if named(path) not in set().union(*left_out)]
    absent = pytest.mark.skip(reason="the folder of real watch files, ../shared/watch-files, is not here")
    return [pytest.param(path, id=path.name) for path in found] or [pytest.param(Path(), marks=absent)]


def unpacked(path: Path) -> bytes:
    data = path.read_bytes()
    return gzip.decompress(data) if path.suffix == ".gz" else data


def their_records(data: bytes) -> list[fitdecode.FitDataMessage]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with fitdecode.FitReader(data) as reader:
            frames = [frame for frame in reader if isinstance(frame, fitdecode.FitDataMessage)]
    return [frame for frame in frames if frame.name == "record"]


def their_value(record: fitdecode.FitDataMessage, name: str) -> float:
    """Return what they read for one column of ours: the enhanced field, else the plain one."""
    native = [field for field in record.fields if not isinstance(field.field, fitdecode.types.DevField)]
    values: dict[str, Any] = {field.name: field.value for field in native if field.value is not None}
    value = values.get(name, values.get(PLAIN.get(name, "")))
    if isinstance(value, tuple):
        # The enhanced field itself, and once more from the plain one.
        value = value[0]
    if isinstance(value, datetime):
        return value.timestamp()
    if name == "timestamp" and value is not None:
        # A watch that did not know the date counts from its start; that reader leaves such times as they are.
        return float(value + FIT_EPOCH_S)
    if name == "cadence" and value is not None:
        value += values.get("fractional_cadence", 0)
    return float("nan") if value is None else float(value)


@pytest.mark.skipif(not WATCH_FILES.is_dir(), reason="../shared/watch-files is not on this machine")
def test_the_real_files_that_are_damaged_or_chained_or_none_are_told_apart() -> None:
    refused, damaged, chained = set(), set(), set()
    for path in fit_files():
        try:
            files = decode(unpacked(path))
        except FitError:
            refused.add(named(path))
            continue
        damaged |= {named(path) for file in files if file.problems}
        chained |= (
            {named(path)} if len(list(sections(unpacked(path), Limits.of(unpacked(path))))) > 1 else set()
        )

    assert (refused, damaged, chained) == (NOT_FIT, DAMAGED, CHAINED)


@pytest.mark.parametrize("watch_file", but(NOT_FIT, DAMAGED, HEADER_INSIDE))
def test_an_undamaged_real_file_reads_as_an_independent_reader_reads_it(watch_file: Path) -> None:
    data = unpacked(watch_file)
    files, theirs = decode(data), their_records(data)

    for name in COLUMNS:
        ours = np.concatenate([file.table("record").number(name) for file in files])
        assert np.array_equal(ours, [their_value(record, name) for record in theirs], equal_nan=True), name


CAREFULLY_LOST = {
    # A message without a time of its own holds one, behind a byte that could be a header.
    "50673956133": 2,
    "68432691503": 2,
    # Two and a half days lie between two clocks in a file of an hour.
    "MonitoringFile": 1,
}


@pytest.mark.parametrize("watch_file", but(NOT_FIT, DAMAGED, HEADER_INSIDE, CHAINED))
def test_the_careful_reader_loses_nothing_of_an_undamaged_file(watch_file: Path) -> None:
    data = unpacked(watch_file)
    (found,) = sections(data, Limits.of(data))
    plain = {start for bucket in found.buckets for start in bucket.offsets_b}

    scan, _ = read_damaged(data, data[0], len(data) - 2, Limits.of(data))

    careful = {start for bucket in scan.filled() for start in bucket.offsets_b}
    assert len(plain - careful) == CAREFULLY_LOST.get(watch_file.stem, 0)
