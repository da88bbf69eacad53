"""Erased is erased: a mark in every field is in no file any more."""

import errno
import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Timer
from typing import Any

import pytest
from django.db import OperationalError, connection
from django.db.models import CharField, JSONField, TextField

from kneewise.app import automatic, door, home, log
from kneewise.app.backup import backup
from kneewise.app.erase import HalfErasedError, InUseError, erase
from kneewise.app.import_files import import_paths
from kneewise.app.lan.phones import pair
from kneewise.app.lock import in_use
from kneewise.app.restore import restore
from kneewise.model.errors import KneewiseError
from kneewise.store import raw
from kneewise.store.models import Runner
from tests.app.homes import RELEASED, bytes_of, home_at, unpack

CANARY = "canary7x9"
NOW = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)


@pytest.fixture
def marked(tmp_path: Path) -> Iterator[Path]:
    """A home with the mark in every field that holds words, in a watch file, and in what is made of them."""
    with home_at(unpack(RELEASED[-1], tmp_path / "house" / "home")) as folder:
        runner = home.open_home()
        (tmp_path / f"{CANARY}.gpx").write_text(f"<html>{CANARY}</html>")
        import_paths(runner, [tmp_path / f"{CANARY}.gpx"], now=NOW)
        log.log_shoe(runner, at=NOW, name=CANARY)
        mark_every_field()
        automatic.keep_daily(NOW + timedelta(days=3))
        backup(tmp_path / "kept.zip", now=NOW)
        connection.close()
        restore(tmp_path / "kept.zip", now=NOW, replace=True)
        (tmp_path / "kept.zip").unlink()
        (tmp_path / f"{CANARY}.gpx").unlink()
        (folder / "secret-key").write_text(CANARY)
        door.make_link(folder)
        pair(folder, CANARY, at=NOW)
        yield folder


def mark_every_field() -> None:
    for model in raw.TABLES.values():
        changes: dict[str, Any] = {}
        for field in raw.columns_of(model):
            if isinstance(field, TextField | CharField) and not _is_one_of_many(field):
                changes[field.name] = CANARY
            elif isinstance(field, JSONField):
                changes[field.name] = [CANARY]
        model._default_manager.update(**changes)


def _is_one_of_many(field: Any) -> bool:
    """Whether a column must differ from row to row, and so cannot bear one mark; its rows go all the same."""
    return field.name in {"sha256", "activity_id", "record_id", "knowledge_hash", "path"}


def holding_the_mark(folder: Path) -> list[str]:
    return [
        str(path) for path in folder.rglob("*") if path.is_file() and CANARY.encode() in path.read_bytes()
    ]


def test_the_mark_is_there_before(marked: Path) -> None:
    assert len(holding_the_mark(marked.parent)) >= 2
    assert list(marked.glob("backups/*"))
    assert list(marked.parent.glob("home.before-restore-*"))


def test_nothing_is_left_of_it_in_the_home_nor_beside_it(marked: Path) -> None:
    for left_by_a_kill in (".home-unlocked-x", ".home-restoring-x", "home.restored"):
        (marked.parent / left_by_a_kill).mkdir()
        (marked.parent / left_by_a_kill / "backup.zip").write_text(CANARY)

    before = bytes_of(marked.parent)

    done = erase()

    assert [*marked.parent.rglob("*")] == []
    assert (done.left, done.is_elsewhere) == ((), False)
    assert done.files == len(before) > 10


def test_where_the_file_of_the_rows_cannot_be_removed_it_says_nothing_any_more(
    marked: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from kneewise.app import erase as module

    monkeypatch.setattr(module, "OURS", ())
    for path in (*marked.glob("backups/*"), marked / "secret-key"):
        path.unlink()

    erase()

    assert (marked / "kneewise.sqlite3").exists()
    assert holding_the_mark(marked) == []


def test_what_is_not_ours_is_left_and_named(marked: Path) -> None:
    (marked / "novel.txt").write_text("Chapter one")
    (marked.parent / "home.backup.zip").write_text("somebody's own")

    done = erase()

    assert done.left == (marked / "novel.txt",)
    assert (marked / "novel.txt").read_text() == "Chapter one"
    assert (marked.parent / "home.backup.zip").exists()


def test_a_home_that_is_served_is_erased_by_its_page_alone(marked: Path) -> None:
    with in_use(marked / home.SERVED):
        with pytest.raises(InUseError, match="kneewise serve"):
            erase()
        assert marked.exists()
        erase(by_page=True)

    assert not marked.exists()


def test_nothing_is_erased_while_another_program_has_the_rows_open(marked: Path) -> None:
    connection.close()
    with closing(sqlite3.connect(marked / "kneewise.sqlite3")) as other:
        other.execute("SELECT count(*) FROM store_record").fetchone()
        before = bytes_of(marked / "originals")

        with pytest.raises(KneewiseError, match="Another program has this home open"):
            erase()

        assert bytes_of(marked / "originals") == before
        home.refuse_half_erased()


def test_it_waits_for_a_page_that_is_just_being_read(marked: Path) -> None:
    connection.close()
    other = sqlite3.connect(marked / "kneewise.sqlite3", check_same_thread=False)
    other.execute("SELECT count(*) FROM store_record").fetchone()
    reads = Timer(0.2, other.close)
    reads.start()

    erase()

    reads.join()
    assert not marked.exists()


def failing(code: int, *, of: str = "") -> Callable[..., None]:
    """Fail as a disk does, where the path has these words in it."""

    def fail(path: Path, **_more: object) -> None:
        if of in str(path):
            raise OSError(code, os.strerror(code))
        os.remove(path)  # noqa: PTH107 - what it stands in for.

    return fail


def test_an_erasure_that_was_stopped_says_what_to_do_and_is_ended_by_the_next(
    marked: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as disk:
        disk.setattr(Path, "unlink", failing(errno.EIO, of="secret-key"))
        with pytest.raises(HalfErasedError, match=r"Input/output error.*kneewise erase once more"):
            erase()

    with pytest.raises(home.HomeError, match=r"not erased to the end.*kneewise erase"):
        home.open_home()
    assert holding_the_mark(marked) == [str(marked / "secret-key")]
    erase()
    assert [*marked.parent.rglob("*")] == []


def test_a_full_disk_is_no_reason_to_keep_anything(marked: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from kneewise.app import erase as module

    def is_full(*_given: object) -> None:
        raise OperationalError("database or disk is full")

    monkeypatch.setattr(module, "erase_runner", is_full)
    monkeypatch.setattr(Path, "touch", failing(errno.ENOSPC))

    erase()

    assert [*marked.parent.rglob("*")] == []


def test_another_fault_of_the_database_erases_no_file(marked: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from kneewise.app import erase as module

    def fails(*_given: object) -> None:
        raise OperationalError("disk I/O error")

    monkeypatch.setattr(module, "erase_runner", fails)

    with pytest.raises(HalfErasedError, match="disk I/O error"):
        erase()

    assert list(marked.glob("originals/*"))


def test_a_mark_that_cannot_be_made_erases_nothing(marked: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = bytes_of(marked)
    monkeypatch.setattr(Path, "touch", failing(errno.EIO))

    with pytest.raises(HalfErasedError, match="Input/output error"):
        erase()

    assert bytes_of(marked) == before


def test_a_new_home_can_be_made_afterwards(marked: Path) -> None:
    erase()

    assert log.lines(home.open_home()) == ()


def test_rows_in_postgresql_are_erased_and_its_own_copies_are_named(
    postgresql_database: str, tmp_path: Path, settings_home: Path
) -> None:
    home.open_home()

    done = erase()

    assert done.is_elsewhere
    assert not Runner.objects.exists()


@pytest.fixture
def settings_home(tmp_path: Path) -> Iterator[Path]:
    from django.test import override_settings

    with override_settings(KNEEWISE_HOME=tmp_path / "home"):
        yield tmp_path / "home"
