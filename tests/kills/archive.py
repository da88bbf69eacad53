"""What is imported while it is killed: few files, of every kind that takes a way of its own."""

import json
from pathlib import Path
from typing import Final

from tests.app.samples import fit_bytes, gpx_of
from tests.files.garmin_export import night
from tests.files.made import zipped
from tests.files.strava_tables import row, table

EARLIER_NIGHTS: Final = ("2026-11-03", "2026-11-04")


def write_earlier(folder: Path) -> None:
    """Write what was imported before, by a version that read and measured otherwise."""
    for days_ago in (20, 17):
        (folder / f"{days_ago}.fit").write_bytes(fit_bytes(days_ago))
    (folder / "later.fit").write_bytes(fit_bytes(21))
    (folder / "me_sleepData.json").write_bytes(_nights(*EARLIER_NIGHTS))


def write_offered(folder: Path) -> None:
    """Write what is offered; the names are in the order in which they are read."""
    (folder / "1-run.fit").write_bytes(fit_bytes(2))
    (folder / "2-poorer.gpx").write_bytes(gpx_of(fit_bytes(4)))
    (folder / "3-better.fit").write_bytes(fit_bytes(4))
    (folder / "4-again.fit").write_bytes(fit_bytes(2))
    (folder / "5-two-in-one.fit").write_bytes(fit_bytes(6) + fit_bytes(8))
    (folder / "6-cut.fit").write_bytes(fit_bytes(9)[:-2000])
    (folder / "7-page.gpx").write_bytes(b"<!DOCTYPE html><html><body>Log in</body></html>")
    (folder / "7-noise.fit").write_bytes(fit_bytes(2)[:8])
    (folder / "8-notes.txt").write_bytes(b"nothing about running")
    (folder / "9-me_sleepData.json").write_bytes(_nights("2026-11-04", "2026-11-21"))
    listed = table(row("7"), row("8", date="May 6, 2026, 6:30:00 AM", file="activities/8.fit"))
    zipped(folder / "export.zip", {"activities/8.fit": fit_bytes(12), "activities.csv": listed})


def _nights(*days: str) -> bytes:
    return json.dumps([night(day, sleepStartTimestampGMT=f"{day}T00:10:00.0") for day in days]).encode()
