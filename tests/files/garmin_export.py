"""A Garmin account export as its account page gives it, with our own rows."""

import json
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from tests.files.made import START

FITNESS = "DI_CONNECT/DI-Connect-Fitness/"
UPLOADED = "DI_CONNECT/DI-Connect-Uploaded-Files/"
WELLNESS = "DI_CONNECT/DI-Connect-Wellness/"
START_MS = START.timestamp() * 1000


def activity(number: int = 12345, **said: object) -> dict[str, object]:
    return {
        "activityId": number,
        "name": "Mill lane",
        "activityType": "street_running",
        "sportType": "RUNNING",
        "startTimeGmt": START_MS,
        "startTimeLocal": START_MS + 7_200_000,
        "beginTimestamp": START_MS,
        "duration": 570_000.0,
        "elapsedDuration": 600_000.0,
        "distance": 180_000.0,
        "workoutRpe": 40,
        **said,
    }


def activities(*rows: Mapping[str, object]) -> bytes:
    return json.dumps([{"summarizedActivitiesExport": rows}]).encode()


def gear(links: Mapping[str, Sequence[int]], *, kind: str = "Shoes") -> bytes:
    pairs = [{"gearPk": 1, "displayName": "Old Faithful", "gearTypeName": kind}]
    used = {
        key: [{"activityId": each, "gearPk": int(key)} for each in each_of] for key, each_of in links.items()
    }
    return json.dumps([{"gearDTOS": pairs, "gearActivityDTOs": used}]).encode()


def night(day: str = "2026-05-04", **said: Any) -> dict[str, Any]:
    return {
        "sleepStartTimestampGMT": "2026-05-03T20:30:00.0",
        "sleepEndTimestampGMT": f"{day}T04:10:00.0",
        "calendarDate": day,
        "deepSleepSeconds": 3600,
        "lightSleepSeconds": 14_400,
        "remSleepSeconds": 7200,
        "awakeSleepSeconds": 900,
        **said,
    }


def export(path: Path, *, files: Mapping[str, bytes], **lists: bytes) -> Path:
    """Write an export: the watch's files in a zip of their own, the lists beside."""
    inner = path.with_suffix(".inner")
    with zipfile.ZipFile(inner, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    places = {"activities": f"{FITNESS}me_0_summarizedActivities.json", "gear": f"{FITNESS}me_gear.json"}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(f"{UPLOADED}UploadedFiles_0-_Part1.zip", inner.read_bytes())
        for name, content in lists.items():
            archive.writestr(places.get(name, f"{WELLNESS}2026_sleepData.json"), content)
    inner.unlink()
    return path
