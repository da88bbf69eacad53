"""Exports that chance has damaged, or somebody has made to do harm: each file gets a line, and soon."""

import json
import random
import time
import zipfile
from pathlib import Path

import pytest

from kneewise.files import Verdict, examine, open_offered, read_recordings
from kneewise.knowledge import read_numbers
from kneewise.observe import Numbers
from kneewise.observe.measure import measure_activity
from tests.files.apple_export import (
    asleep,
    export_xml,
    export_zip,
    record,
    route_gpx,
    routed,
    steady,
    workout,
)
from tests.files.garmin_export import activities, activity, export, gear, night
from tests.files.made import fit
from tests.files.strava_tables import row, table
from tests.files.test_hostile import mutated

NUMBERS = read_numbers("kneewise.observe", Numbers)
SOON_S = 2.0
HOUR = 3600
ROUNDS = 100


def exports(folder: Path) -> dict[str, bytes]:
    """Write one small export of every kind."""
    nights = [asleep(-9 * HOUR, -2 * HOUR)]
    xml = export_xml([*steady(60), *nights], [workout(seconds=60, inside=routed())])
    lists = {"activities": activities(activity()), "gear": gear({"1": [12345]})}
    sleep = json.dumps([night()]).encode()
    return {
        "apple.zip": export_zip(folder / "apple.zip", xml, route=route_gpx(60)).read_bytes(),
        "export.xml": xml,
        "g.zip": export(
            folder / "g.zip", files={"1.fit": fit(seconds=60)}, sleep=sleep, **lists
        ).read_bytes(),
        "me_0_summarizedActivities.json": lists["activities"],
        "activities.csv": table(row("7"), row("8")),
    }


@pytest.mark.parametrize(
    "name", ["apple.zip", "export.xml", "g.zip", "me_0_summarizedActivities.json", "activities.csv"]
)
def test_a_damaged_export_never_raises(tmp_path: Path, name: str) -> None:
    chance, content = random.Random(20261124), exports(tmp_path)[name]
    (tmp_path / "in").mkdir()
    path = tmp_path / "in" / name

    for _ in range(ROUNDS):
        path.write_bytes(mutated(content, chance))
        assert [examine(offered) for offered in open_offered(path)]


@pytest.mark.parametrize("name", ["export.xml", "me_0_summarizedActivities.json", "activities.csv"])
def test_a_damaged_part_never_raises(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(exports(tmp_path)[name])
    chance = random.Random(20261124)
    _, *parts = ((offered.path, offered.read()) for offered in open_offered(tmp_path / name))
    assert parts

    for path, content in parts * ROUNDS:
        reading = read_recordings(path, mutated(content, chance))
        for recording in reading.recordings:
            assert measure_activity(recording, NUMBERS).elapsed_s > 0
        assert bool(reading.recordings) is (reading.verdict is Verdict.ACTIVITY)
        assert reading.recordings or reading.reason


@pytest.mark.parametrize("amount", ["1e308", "-5", "NaN", "inf", "", "1e7"])
def test_an_amount_that_cannot_be_is_left_out(tmp_path: Path, amount: str) -> None:
    wild = [record("HeartRate", amount, second, second, unit="count/min") for second in range(0, 60, 5)]
    path = export_zip(tmp_path / "a.zip", export_xml(wild, [workout(seconds=60)]))

    recordings = [one for file in map(examine, open_offered(path)) for one in file.reading.recordings]

    assert ["heart_rate_bpm" in recording.columns for recording in recordings] == [False]


def test_an_export_that_grows_without_measure_is_refused_soon(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("export.xml", b"<?xml?>\n<HealthData>" + bytes(60_000_000))
    began_s = time.perf_counter()

    reasons = {file.path: file.reading.reason for file in map(examine, open_offered(path))}

    assert reasons["a.zip!/export.xml"] in {"too_large", "apple_changed"}
    assert time.perf_counter() - began_s < SOON_S


def test_many_workouts_in_one_place_are_through_soon(tmp_path: Path) -> None:
    crowd = [workout(seconds=8 * 86_000, start_s=second) for second in range(2_000)]
    path = export_zip(tmp_path / "a.zip", export_xml(steady(3_000), crowd))
    began_s = time.perf_counter()

    count = sum("workout-" in offered.path for offered in open_offered(path))

    assert count == 2_000
    assert time.perf_counter() - began_s < 5 * SOON_S
