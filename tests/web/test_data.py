"""Your data on the page: what is downloaded can be restored, and erasing asks for a word."""

from __future__ import annotations

import io
import os
import zipfile
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client

from kneewise.app import automatic, clock, erase, home, log
from kneewise.app.clock import now
from kneewise.app.last_backup import last_full_backup
from kneewise.app.restore import restore
from kneewise.app.settings import change as choose
from kneewise.web.visit import forget_runner
from tests.app.homes import home_at
from tests.web.told import make_link, visit

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from django.http import HttpResponseBase

ADDRESS = "/settings/data/"


@pytest.fixture
def at_home(tmp_path: Path) -> Iterator[Client]:
    """The page of a home with its database in it."""
    forget_runner()
    with home_at(tmp_path / "home"):
        log.log_sleep(home.open_home(), at=now(), hours=7.5)
        client = visit()
        client.get(make_link())
        yield client
    forget_runner()


def downloaded(answer: HttpResponseBase) -> bytes:
    assert answer.status_code == 200
    assert answer.headers["Content-Disposition"].startswith("attachment")
    content = b"".join(answer)
    answer.close()
    return content


def test_a_downloaded_backup_can_be_restored(at_home: Client, tmp_path: Path) -> None:
    content = downloaded(at_home.post(ADDRESS, {"form": "backup", "passphrase": "", "again": ""}))
    (tmp_path / "kept.zip").write_bytes(content)
    lines = log.lines(home.open_home())
    connection.close()

    with home_at(tmp_path / "other"):
        restore(tmp_path / "kept.zip", now=now())

        assert log.lines(home.open_home()) == lines
    assert [path.name for path in (tmp_path / "home").glob(".backup-*")] == []


def test_days_of_backups_are_those_of_the_homes_clock(
    at_home: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    evening = datetime(2026, 11, 24, 20, 30, tzinfo=UTC)
    choose(home.open_home(), at=now(), home_zone="Pacific/Auckland")
    (by_itself,) = (home.folder() / "backups").glob("day-*.zip")
    os.utime(by_itself, (evening.timestamp(), evening.timestamp()))
    monkeypatch.setattr(clock, "now", lambda: evening)

    answers = [at_home.post(ADDRESS, {"form": form}) for form in ("backup", "record")]

    assert all(downloaded(one) for one in answers)
    assert all("2026-11-25.zip" in one["Content-Disposition"] for one in answers)
    assert last_full_backup() == date(2026, 11, 25)
    assert "25 November, 09:30" in at_home.get(ADDRESS).content.decode()


def test_with_a_passphrase_it_is_locked_and_two_that_differ_are_asked_again(at_home: Client) -> None:
    differs = at_home.post(ADDRESS, {"form": "backup", "passphrase": "three dry", "again": "three wet"})
    locked = downloaded(at_home.post(ADDRESS, {"form": "backup", "passphrase": "dry", "again": "dry"}))

    assert differs.status_code == 422
    assert 'id="slip-passphrase"' in differs.content.decode()
    assert "three dry" not in differs.content.decode()
    assert zipfile.ZipFile(io.BytesIO(locked)).namelist() == ["key.age", "backup.zip.age"]


def test_the_record_is_downloaded(at_home: Client) -> None:
    content = downloaded(at_home.post(ADDRESS, {"form": "record", "originals": "yes"}))

    assert {"dictionary.csv", "diary/sleep.csv"} <= set(zipfile.ZipFile(io.BytesIO(content)).namelist())


@pytest.mark.parametrize("path", ["/", "/runs/", "/guide/"])
def test_while_a_home_is_being_erased_nothing_is_read_from_it(at_home: Client, path: str) -> None:
    assert at_home.get(path).status_code == 200
    (home.folder() / home.ERASING).touch()
    at_home.raise_request_exception = False

    answer = at_home.get(path)

    assert answer.status_code == 503
    assert "type kneewise erase once more" in answer.content.decode()


@pytest.mark.parametrize("word", ["", "yes", "delete"])
def test_without_the_word_nothing_is_erased(at_home: Client, word: str) -> None:
    answer = at_home.post(ADDRESS, {"form": "erase", "word": word})

    assert answer.status_code == 422
    assert "Nothing was erased" in answer.content.decode()
    assert log.lines(home.open_home())


def test_with_the_word_all_is_gone_the_browser_is_told_and_the_door_is_closed(
    at_home: Client, tmp_path: Path
) -> None:
    answer = at_home.post(ADDRESS, {"form": "erase", "word": "erase"})
    after = at_home.get("/")

    assert answer.status_code == 200
    assert "Everything is erased" in answer.content.decode()
    assert "storage" in answer.headers["Clear-Site-Data"]
    assert after.status_code in {401, 403}
    assert not (tmp_path / "home" / "kneewise.sqlite3").exists()
    assert not (tmp_path / "home" / "originals").exists()


def test_an_erasure_that_was_stopped_leaves_a_page_that_says_what_to_do(
    at_home: Client, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(_path: Path) -> int:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(erase, "_remove", fails)
    at_home.raise_request_exception = False
    answer = at_home.post(ADDRESS, {"form": "erase", "word": "erase"})
    after = at_home.get("/")

    assert answer.status_code == 503
    assert "Not everything is erased yet (Input/output error)" in answer.content.decode()
    assert after.status_code == 503
    assert "type kneewise erase once more" in after.content.decode()


def test_what_was_kept_by_itself_is_listed_and_looking_keeps_none(at_home: Client) -> None:
    before = at_home.get(ADDRESS).content.decode()
    automatic.keep_daily(now())
    after = at_home.get(ADDRESS).content.decode()

    assert "Kept by itself" not in before
    assert f"day-{now().date()}.zip" in after


def test_a_form_that_is_not_ours_is_refused(at_home: Client) -> None:
    assert at_home.post(ADDRESS, {"form": "nonsense"}).status_code == 422


def test_rows_in_postgresql_are_said_to_be_kept_by_its_own_program(
    page: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(settings.DATABASES["default"], "ENGINE", "django.db.backends.postgresql")

    assert "pg_dump" in page.get(ADDRESS).content.decode()
