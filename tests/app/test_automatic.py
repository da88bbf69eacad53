"""Backups that are made by themselves, which ones stay, and what they can be used for."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.db import connection

from kneewise.app import automatic, home, log, review
from kneewise.app.automatic import automatic_backups, keep_daily
from kneewise.app.home import HomeError
from kneewise.app.restore import restore
from kneewise.model.errors import KneewiseError
from tests.app.homes import RELEASED, bytes_of, home_at, unpack

NOW = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    with home_at(unpack(RELEASED[-1], tmp_path / "home")) as folder:
        home.open_home()
        for path in (folder / "backups").glob("*"):
            path.unlink()
        yield folder


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in (folder / "backups").glob("*"))


def test_the_first_write_of_a_day_keeps_the_rows_as_they_were_before_it(folder: Path) -> None:
    runner = home.open_home()
    before = len(log.lines(runner))

    log.log_sleep(runner, at=NOW, hours=6.5)
    log.log_painkiller(runner, at=NOW)
    (kept,) = automatic_backups()
    connection.close()
    restore(kept.path, now=NOW, replace=True)

    assert len(log.lines(home.open_home())) == before
    assert names(folder) == [kept.path.name]


def test_a_copy_that_somebody_put_there_stops_no_diary_and_stays(folder: Path) -> None:
    copy = folder / "backups" / "day-2026-01-01 (copy).zip"
    copy.write_bytes(b"mine")

    assert log.log_sleep(home.open_home(), at=NOW, hours=6.5).record_id
    assert len(names(folder)) == 2
    assert copy.exists()


def test_looking_makes_none(folder: Path) -> None:
    review.review(home.open_home(), NOW.date())

    assert automatic_backups() == ()


def test_a_new_home_is_not_kept(tmp_path: Path) -> None:
    with home_at(tmp_path / "new") as folder:
        home.open_home()
        keep_daily(NOW)

        assert names(folder) == []


def test_seven_days_and_the_last_of_four_weeks_stay(folder: Path) -> None:
    for days in range(60, -1, -1):
        keep_daily(NOW - timedelta(days=days))

    kept = names(folder)
    assert kept == [
        "day-2026-11-08.zip",
        "day-2026-11-15.zip",
        *(f"day-2026-11-{day}.zip" for day in range(18, 25)),
    ]


def test_a_home_of_an_earlier_version_is_kept_before_it_is_brought_up_to_date(tmp_path: Path) -> None:
    with home_at(unpack(RELEASED[0], tmp_path / "home")) as folder:
        home.open_home()
        home.open_home()
        (kept,) = automatic_backups()
        connection.close()

        assert kept.path.name.startswith("before-000")
        restore(kept.path, now=NOW, replace=True)
        assert log.lines(home.open_home())
        assert kept.path.name in names(folder)


def test_rows_alone_go_back_only_to_originals_that_are_theirs(folder: Path, tmp_path: Path) -> None:
    keep_daily(NOW)
    (kept,) = automatic_backups()

    with home_at(tmp_path / "other") as other, pytest.raises(KneewiseError, match="rows alone"):
        restore(kept.path, now=NOW)

    assert not other.exists()


def test_a_disk_that_is_full_stops_no_diary(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(automatic, "_keep", full)

    assert log.log_sleep(home.open_home(), at=NOW, hours=6.5).record_id


def test_a_restore_changes_none_of_the_originals(folder: Path) -> None:
    originals = {name: of for name, of in bytes_of(folder).items() if name.startswith("originals")}
    keep_daily(NOW)
    connection.close()

    restore(automatic_backups()[0].path, now=NOW, replace=True)

    now = {name: of for name, of in bytes_of(folder).items() if name.startswith("originals")}
    assert now == originals


def test_an_older_home_that_cannot_be_kept_is_not_brought_up_to_date(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with home_at(unpack(RELEASED[0], tmp_path / "home")) as folder:
        before = bytes_of(folder / "originals")
        monkeypatch.setattr(automatic, "_keep", full)

        with pytest.raises(HomeError, match="make room"):
            home.open_home()

        assert bytes_of(folder / "originals") == before
