"""Garmin's account export: files in zips within it, a list of activities, gear and nights."""

import json
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from kneewise.files import Examined, Verdict, examine, open_offered, read_recordings
from kneewise.model.sport import Sport
from tests.files.garmin_export import activities, activity, export, gear, night
from tests.files.made import START, fit

LIST = "g.zip!/DI_CONNECT/DI-Connect-Fitness/me_0_summarizedActivities.json"
FILES = "g.zip!/DI_CONNECT/DI-Connect-Uploaded-Files/UploadedFiles_0-_Part1.zip"


def looked_at(path: Path) -> dict[str, Examined]:
    return {file.path: file for file in map(examine, open_offered(path))}


def test_files_rows_shoes_and_nights_come_out(tmp_path: Path) -> None:
    path = export(
        tmp_path / "g.zip",
        files={"me_1.fit": fit()},
        activities=activities(activity()),
        gear=gear({"1": [12345]}),
        sleep=json.dumps([night()]).encode(),
    )

    files = looked_at(path)

    (session,) = files[f"{LIST}!/12345.json"].reading.recordings
    notes = files[f"{LIST}!/12345.json"].notes
    assert files[f"{FILES}!/me_1.fit"].reading.verdict is Verdict.ACTIVITY
    assert (session.start, session.sport, session.utc_offset_s) == (START, Sport.RUNNING, 7200)
    assert (session.elapsed_s, session.timer_s, session.distance_m) == (600.0, 570.0, 1800.0)
    assert notes is not None
    assert (notes.name, notes.gear, notes.exertion_0_10) == ("Mill lane", "Old Faithful", 4.0)
    assert files[LIST].reading.reason == "garmin_list"


def test_a_bike_is_no_shoe(tmp_path: Path) -> None:
    told = gear({"1": [12345]}, kind="Bike")
    path = export(tmp_path / "g.zip", files={}, activities=activities(activity()), gear=told)

    notes = looked_at(path)[f"{LIST}!/12345.json"].notes

    assert notes is not None
    assert notes.gear == ""


def test_the_whole_of_a_triathlon_is_left_to_its_legs(tmp_path: Path) -> None:
    rows = activities(activity(1, activityType="multi_sport"), activity(2, activityType="lap_swimming"))

    files = looked_at(export(tmp_path / "g.zip", files={}, activities=rows))

    assert f"{LIST}!/1.json" not in files
    assert files[f"{LIST}!/2.json"].reading.recordings[0].sport is Sport.SWIMMING


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ({"duration": None, "elapsedDuration": None}, "no_length"),
        ({"startTimeGmt": None, "beginTimestamp": None}, "no_length"),
        ({"startTimeGmt": 1e300}, "no_length"),
        ({"duration": "600", "elapsedDuration": [1]}, "no_length"),
    ],
    ids=["no length", "no start", "no such day", "words"],
)
def test_a_row_that_cannot_be_is_refused(tmp_path: Path, said: dict[str, Any], reason: str) -> None:
    path = export(tmp_path / "g.zip", files={}, activities=activities(activity(**said)))

    reading = looked_at(path)[f"{LIST}!/12345.json"].reading

    assert (reading.verdict, reading.reason) == (Verdict.REFUSED, reason)


def test_nights_are_hours_asleep_on_the_day_they_ended() -> None:
    reading = read_recordings("me_sleepData.json", json.dumps([night()]).encode())

    (found,) = reading.nights
    assert (found.on, found.hours) == (date(2026, 5, 4), 7.0)
    assert found.ended_at == datetime(2026, 5, 4, 4, 10, tzinfo=UTC)
    assert (reading.verdict, reading.reason) == (Verdict.NOT_AN_ACTIVITY, "nights")


@pytest.mark.parametrize(
    "said",
    [
        {"deepSleepSeconds": None, "lightSleepSeconds": None, "remSleepSeconds": None},
        {"calendarDate": "soon"},
        {"sleepEndTimestampGMT": None},
        {"lightSleepSeconds": 1e9},
    ],
    ids=["no hours", "no day", "no end", "too long"],
)
def test_a_night_that_does_not_say_how_long_is_left_out(said: dict[str, Any]) -> None:
    reading = read_recordings("me_sleepData.json", json.dumps([night(**said)]).encode())

    assert (reading.nights, reading.reason) == ((), "no_nights")


@pytest.mark.parametrize(
    "content",
    [
        b'[{"summarizedActivitiesExport": [1, "a", null, []]}]',
        b'{"summarizedActivitiesExport": 5}',
        b'[{"summarizedActivitiesExport"',
        b'[{"sleepStartTimestampGMT": 1}' + b"[" * 100_000,
        b'["sleepStartTimestampGMT"]',
    ],
    ids=["odd rows", "no list", "cut", "deep", "no night"],
)
def test_lists_that_are_none_hold_no_activity(content: bytes) -> None:
    assert read_recordings("me_0_summarizedActivities.json", content).recordings == ()


def test_gear_that_cannot_be_read_takes_nothing_away(tmp_path: Path) -> None:
    path = export(tmp_path / "g.zip", files={}, activities=activities(activity()), gear=b"[[[{]")

    assert looked_at(path)[f"{LIST}!/12345.json"].reading.verdict is Verdict.ACTIVITY
