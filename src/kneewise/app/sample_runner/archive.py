"""The sample runner's export: a zip in the shape of Strava's, the same bytes for the same seed and day."""

import csv
import gzip
import io
import zipfile
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from kneewise.app.sample_runner.season import BIKE, NEW_SHOE, OLD_SHOE, Outing, season
from kneewise.app.sample_runner.watch import write_fit

ZONE = "Europe/Berlin"
"""Where the sample runner lives."""

FIRST_ID = 90_000_000_000
FOLDED = (1980, 1, 1, 0, 0, 0)
"""The time of every member: an archive must not say when it was made."""

LEVEL = 6
TYPES: Mapping[str, str] = {"running": "Run", "cycling": "Ride", "swimming": "Swim"}
HEADER = (
    *("Activity ID", "Activity Date", "Activity Name", "Activity Type", "Activity Description"),
    *("Elapsed Time", "Distance", "Max Heart Rate", "Relative Effort", "Commute"),
    *("Activity Private Note", "Activity Gear", "Filename", "Athlete Weight", "Bike Weight"),
    *("Elapsed Time", "Moving Time", "Distance", "Max Speed", "Average Speed"),
    *("Elevation Gain", "Elevation Loss", "Max Heart Rate", "Average Heart Rate"),
)


def make_archive(ends_on: date, *, seed: int = 1) -> bytes:
    """Make the export of twelve weeks that end on a day."""
    packed = io.BytesIO()
    rows: list[Sequence[str]] = []
    with zipfile.ZipFile(packed, "w") as archive:
        for outing in season():
            start = _start(outing, ends_on)
            written, figures = write_fit(outing, start, seed)
            name = f"activities/{_number(start)}.fit.gz"
            rows.append(_row(outing, start, figures, name))
            _add(archive, name, gzip.compress(written, LEVEL, mtime=0), zipfile.ZIP_STORED)
        _add(archive, "activities.csv", _table([HEADER, *rows]), zipfile.ZIP_DEFLATED)
        _add(archive, "shoes.csv", _table(_shoes()), zipfile.ZIP_DEFLATED)
        _add(archive, "bikes.csv", _table([["Bike Name"], [BIKE]]), zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def _start(outing: Outing, ends_on: date) -> datetime:
    day = ends_on - timedelta(days=outing.days_ago)
    return datetime.combine(day, outing.at, ZoneInfo(ZONE))


def _number(start: datetime) -> int:
    """Number an activity as the service does: later ones higher."""
    return FIRST_ID + int(start.timestamp()) // 60


def _row(outing: Outing, start: datetime, figures: Mapping[str, float], name: str) -> Sequence[str]:
    at = start.astimezone(UTC)
    shown = f"{at:%b} {at.day}, {at.year}, {at.hour % 12 or 12}:{at:%M:%S %p}"
    most_heart = f"{figures['most_heart_rate_bpm']:.0f}"
    return [
        str(_number(start)),
        shown,
        outing.name,
        TYPES[outing.sport],
        "",
        f"{figures['elapsed_s']:.0f}",
        f"{figures['distance_m'] / 1000:.2f}",
        most_heart,
        "",
        "false",
        "",
        outing.gear,
        name,
        "68.0",
        "",
        f"{figures['elapsed_s']:.1f}",
        f"{figures['timer_s']:.1f}",
        f"{figures['distance_m']:.1f}",
        "",
        f"{figures['speed_m_s']:.3f}",
        f"{figures.get('ascent_m', 0):.1f}",
        f"{figures.get('descent_m', 0):.1f}",
        most_heart,
        f"{figures['heart_rate_bpm']:.1f}",
    ]


def _shoes() -> list[Sequence[str]]:
    header = ["Shoe Brand", "Shoe Model", "Shoe Name", "Shoe Default Sport Types"]
    pairs = [name.split(" ", 1) for name in (OLD_SHOE, NEW_SHOE)]
    return [header, *([brand, model, f"{brand} {model}", "Run"] for brand, model in pairs)]


def _table(rows: Sequence[Sequence[str]]) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue().encode()


def _add(archive: zipfile.ZipFile, name: str, content: bytes, method: int) -> None:
    member = zipfile.ZipInfo(name, FOLDED)
    member.external_attr = 0o644 << 16
    member.create_system = 3
    archive.writestr(member, content, method)
