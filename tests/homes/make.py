"""Make a small home, of everything a home can hold: `python -m tests.homes.make tests/homes/v0.1.0.zip`.

Run it once, when a version is released, and commit what it made. Homes of earlier versions are never made
again: it is what they are for, that an earlier version made them.
"""

import os
import sys
import tempfile
import zipfile
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import django

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 11, 23, 20, 0, tzinfo=BERLIN)
"""When the last of it is said."""
KEPT = ("kneewise.sqlite3", "originals/**/*")


def main(target: Path) -> None:
    """Make the home in a folder that goes away, and pack it."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "home"
        os.environ["KNEEWISE_HOME"] = str(home)
        os.environ["DJANGO_SETTINGS_MODULE"] = "kneewise.site.settings"
        django.setup()
        _live(Path(folder))
        _pack(home, target)


def _live(folder: Path) -> None:
    """Import, screen, write the diary, change one's mind."""
    from kneewise.app import home, log, settings
    from kneewise.app.demo import say
    from kneewise.app.import_files import import_paths
    from kneewise.app.sample_runner import tell_story

    runner = home.open_home()
    began = NOW - timedelta(days=11)
    settings.change(runner, at=began, home_zone="Europe/Berlin", country="DE", has_bike="yes")
    import_paths(runner, [_watch_files(folder)], now=began)
    story = tell_story(NOW.date())
    for said in story.said:
        say(runner, said)
    entry = log.log_pain(runner, at=NOW, side="right", on=NOW.date() - timedelta(days=1), during=2)
    log.edit(runner, entry.record_id, {"during": 3}, at=NOW + timedelta(minutes=1))
    wrong = log.log_painkiller(runner, at=NOW + timedelta(minutes=2), before_run=True)
    log.undo(runner, wrong.record_id, at=NOW + timedelta(minutes=3))
    log.log_illness(runner, at=NOW, on=NOW.date() - timedelta(days=30), until=NOW.date() - timedelta(days=27))
    log.log_shoe(runner, at=NOW, name="Blue Racer", distance_before_m=120_000)
    log.log_clearance(runner, at=NOW, by="physiotherapist", may_run=True)


def _watch_files(folder: Path) -> Path:
    """Write three short runs, one of them twice, and one file that cannot be read."""
    from tests.app.samples import fit_bytes

    offered = folder / "offered"
    offered.mkdir()
    for days_ago in (20, 17, 13):
        (offered / f"{days_ago}.fit").write_bytes(fit_bytes(days_ago))
    (offered / "again.fit").write_bytes(fit_bytes(13))
    (offered / "cut.fit").write_bytes(fit_bytes(13)[:8])
    return offered


def _pack(home: Path, target: Path) -> None:
    """Bring the rows together into one file, and put it and the originals into a zip that tells no clock."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    files = sorted(path for pattern in KEPT for path in home.glob(pattern) if path.is_file())
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path in files:
            archive.writestr(
                zipfile.ZipInfo(str(path.relative_to(home))), path.read_bytes(), zipfile.ZIP_DEFLATED
            )


if __name__ == "__main__":
    main(Path(sys.argv[1]).absolute())
