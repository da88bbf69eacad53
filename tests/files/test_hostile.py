"""Bytes made to do harm, and bytes that chance has damaged: a reading comes back, and soon."""

import gzip
import random
import time
from pathlib import Path

import pytest

from kneewise.files import Verdict, examine, open_offered, read_recordings
from kneewise.knowledge import read_numbers
from kneewise.observe import Numbers
from kneewise.observe.measure import measure_activity
from tests.files.made import fit, gpx, gpx_points, overlapping, tcx, zipped

NUMBERS = read_numbers("kneewise.observe", Numbers)
SPLICES = (
    b"1e308",
    b"-1",
    b"NaN",
    b"<!--",
    b"&a;",
    b"9" * 20,
    b"\xff" * 4,
    b"9999-12-31T23:59:59-23:59",
    b"inf",
)
SOON_S = 2.0


def mutated(content: bytes, chance: random.Random) -> bytes:
    """Flip, take out and put in a few bytes."""
    damaged = bytearray(content)
    for _ in range(chance.randint(1, 8)):
        where = chance.randrange(len(damaged))
        match chance.randrange(4):
            case 0:
                damaged[where] = chance.randrange(256)
            case 1:
                del damaged[where : where + chance.randint(1, 40)]
            case 2:
                damaged[where:where] = damaged[where : where + 60]
            case _:
                damaged[where:where] = chance.choice(SPLICES)
    return bytes(damaged)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("x.fit", fit(seconds=60)),
        ("x.tcx", tcx(seconds=30)),
        ("x.gpx", gpx(gpx_points(range(30), cadence=80))),
        ("x.fit.gz", gzip.compress(fit(seconds=30), mtime=0)),
    ],
)
def test_damage_by_chance_never_raises(name: str, content: bytes) -> None:
    chance = random.Random(20261123)

    for _ in range(300):
        reading = read_recordings(name, mutated(content, chance))
        for recording in reading.recordings:
            assert measure_activity(recording, NUMBERS).elapsed_s > 0
        assert bool(reading.recordings) is (reading.verdict is Verdict.ACTIVITY)
        assert reading.recordings or reading.reason


def test_a_damaged_zip_never_raises(tmp_path: Path) -> None:
    chance = random.Random(20261123)
    whole = zipped(tmp_path / "whole.zip", {"a.tcx": tcx(seconds=20), "b/c.gpx": gpx(gpx_points(range(20)))})
    content = whole.read_bytes()
    damaged = tmp_path / "damaged.zip"

    for _ in range(300):
        damaged.write_bytes(mutated(content, chance))
        files = [examine(offered) for offered in open_offered(damaged)]
        assert files


@pytest.mark.parametrize(
    "inside",
    [
        "<a>" * 200_000,
        "<trk " + " ".join(f'a{number}="1"' for number in range(200_000)) + "/>",
        '<trk a="' + "x" * 8_000_000 + '"/>',
        "<trk>" + "&undefined;" * 100_000 + "</trk>",
    ],
    ids=["deep", "many attributes", "one long attribute", "undefined entities"],
)
def test_xml_made_to_be_slow_is_not(inside: str) -> None:
    began_s = time.perf_counter()

    reading = read_recordings("x.gpx", f"<gpx>{inside}</gpx>".encode())

    assert not reading.recordings
    assert time.perf_counter() - began_s < SOON_S


def test_a_bomb_is_refused_soon_and_the_honest_file_beside_it_is_read(tmp_path: Path) -> None:
    overlapping(tmp_path / "bomb.zip", members=20_000)
    (tmp_path / "run.tcx").write_bytes(tcx())
    began_s = time.perf_counter()

    reasons = {file.path: file.reading.reason for file in map(examine, open_offered(tmp_path))}

    assert reasons == {f"{tmp_path.name}/bomb.zip": "zip_overlap", f"{tmp_path.name}/run.tcx": ""}
    assert time.perf_counter() - began_s < SOON_S
