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
HEADER_INSIDE = {
    ("python-fitparse-fix", "activity-settings"),
    ("python-fitparse-fix", "activity-settings-corruptheader"),
    ("python-fitparse-fix", "activity-activity-filecrc"),
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


@pytest.fixture(params=fit_files() or [Path("absent")], ids=lambda path: path.name)
def watch_file(request: pytest.FixtureRequest) -> Path:
    if not request.param.exists():
        pytest.skip("the folder of real watch files, ../shared/watch-files, is not on this machine")
    path: Path = request.param
    return path


def test_an_undamaged_real_file_reads_as_an_independent_reader_reads_it(watch_file: Path) -> None:
    data = unpacked(watch_file)
    try:
        files = decode(data)
    except FitError:
        pytest.skip("not a FIT file, and refused as such")
    if any(file.problems for file in files):
        pytest.skip("damaged, and marked as such")
    if (watch_file.parent.name, watch_file.stem) in HEADER_INSIDE:
        pytest.skip("a repair tool left a second header amid the data; each reader sees other garbage there")
    theirs = their_records(data)

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


def test_the_careful_reader_loses_nothing_of_an_undamaged_file(watch_file: Path) -> None:
    data = unpacked(watch_file)
    try:
        found = list(sections(data, Limits.of(data)))
    except FitError:
        pytest.skip("not a FIT file, and refused as such")
    if len(found) != 1 or found[0].problems or (watch_file.parent.name, watch_file.stem) in HEADER_INSIDE:
        pytest.skip("damaged or chained")
    plain = {start for bucket in found[0].buckets for start in bucket.offsets_b}

    scan, _ = read_damaged(data, data[0], len(data) - 2, Limits.of(data))

    careful = {start for bucket in scan.filled() for start in bucket.offsets_b}
    assert len(plain - careful) == CAREFULLY_LOST.get(watch_file.stem, 0)
