"""Restore by the page: a backup is checked whole, and takes the place of what is here, which stays beside."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection

from kneewise.app import home, log, review
from kneewise.app.backup import backup
from kneewise.app.clock import now
from kneewise.app.lock import in_use, is_in_use
from kneewise.web.views import restore
from kneewise.web.visit import forget_runner
from tests.app.homes import bytes_of, home_at
from tests.web.told import make_link, visit

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from django.test import Client

ADDRESS = "/settings/data/restore/"
PASSPHRASE = "three dry runners"


@pytest.fixture
def at_home(tmp_path: Path) -> Iterator[Client]:
    """The page of a home that was backed up, openly and locked, and lived in since."""
    forget_runner()
    with home_at(tmp_path / "house" / "home") as folder:
        log.log_sleep(home.open_home(), at=now(), hours=7.5)
        backup(tmp_path / "open.zip", now=now())
        backup(tmp_path / "locked.zip", now=now(), passphrase=PASSPHRASE)
        log.log_shoe(home.open_home(), at=now(), name="Later")
        client = visit()
        client.get(make_link())
        connection.close()
        with in_use(folder / home.SERVED):
            yield client
    forget_runner()


def send(client: Client, content: bytes, **said: str) -> Any:
    answer = client.post(ADDRESS, {"backup": SimpleUploadedFile("mine.zip", content), "sure": "yes"} | said)
    connection.close()
    return answer


def said_in(folder: Path) -> list[str]:
    with closing(sqlite3.connect(folder / "kneewise.sqlite3")) as rows:
        return [kind for (kind,) in rows.execute("SELECT kind FROM store_record ORDER BY id")]


@pytest.mark.parametrize(("name", "said"), [("open.zip", {}), ("locked.zip", {"unlock": PASSPHRASE})])
def test_a_backup_takes_the_place_of_what_is_here_and_the_visit_goes_on(
    at_home: Client, tmp_path: Path, name: str, said: dict[str, str]
) -> None:
    before = said_in(home.folder())

    answer = send(at_home, (tmp_path / name).read_bytes(), **said)

    text = at_home.get(answer["Location"]).content.decode()
    (aside,) = (tmp_path / "house").glob("home.before-restore-*")
    assert "The backup is restored" in text
    assert aside.name in text
    assert (said_in(aside), said_in(home.folder())) == (before, before[:-1])
    assert is_in_use(home.folder() / home.SERVED)
    assert sorted(one.name for one in (tmp_path / "house").iterdir()) == ["home", aside.name]


def test_what_is_remembered_of_the_home_before_is_forgotten(at_home: Client, tmp_path: Path) -> None:
    earlier = review.look(home.open_home(), now().date())

    send(at_home, (tmp_path / "open.zip").read_bytes())
    log.log_sleep(home.open_home(), at=now(), hours=3.0)

    later = review.look(home.open_home(), now().date())
    assert later != earlier


@pytest.mark.parametrize(
    ("sent", "said", "why"),
    [
        ("none", {}, "mine.zip is no backup"),
        ("cut", {}, "mine.zip is cut short or was altered"),
        ("open.zip", {"sure": ""}, "Nothing was changed"),
        ("locked.zip", {}, "This backup is locked"),
        ("locked.zip", {"unlock": "three wet runners"}, "does not open the backup"),
    ],
)
def test_what_cannot_be_restored_changes_nothing_and_says_why(
    at_home: Client, tmp_path: Path, sent: str, said: dict[str, str], why: str
) -> None:
    (tmp_path / "none").write_bytes(b"no backup")
    (tmp_path / "cut").write_bytes((tmp_path / "open.zip").read_bytes()[:-10])
    before = kept_in(tmp_path)

    answer = send(at_home, (tmp_path / sent).read_bytes(), **said)

    assert answer.status_code == 422
    assert why in answer.content.decode()
    assert "three wet" not in answer.content.decode()
    assert kept_in(tmp_path) == before


def kept_in(tmp_path: Path) -> dict[str, str]:
    """Everything but what looking makes: the log beside the rows."""
    every = bytes_of(tmp_path / "house")
    return {name: of for name, of in every.items() if not name.startswith("home/kneewise.sqlite3-")}


def test_without_a_file_it_says_so(at_home: Client) -> None:
    answer = at_home.post(ADDRESS, {"sure": "yes"})

    assert answer.status_code == 422
    assert "Choose the file of a backup" in answer.content.decode()


def test_a_backup_that_is_too_long_is_refused_before_it_comes(
    at_home: Client, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(restore, "MOST_FORM_B", 100)

    answer = send(at_home, (tmp_path / "open.zip").read_bytes())

    assert answer.status_code == 413
    assert "kneewise restore --replace FILE" in answer.content.decode()


def test_without_its_secret_nothing_is_restored(at_home: Client, tmp_path: Path) -> None:
    at_home.handler.enforce_csrf_checks = True
    before = kept_in(tmp_path)

    assert send(at_home, (tmp_path / "open.zip").read_bytes()).status_code == 403
    assert kept_in(tmp_path) == before


def test_a_home_that_another_program_has_open_is_not_taken_from_it(at_home: Client, tmp_path: Path) -> None:
    with closing(sqlite3.connect(home.folder() / "kneewise.sqlite3")) as other:
        other.execute("SELECT count(*) FROM store_record").fetchall()

        answer = send(at_home, (tmp_path / "open.zip").read_bytes())

    assert answer.status_code == 422
    assert "Another program has this home open" in answer.content.decode()
