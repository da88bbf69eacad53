"""`kneewise backup` and `kneewise restore`, as somebody at a shell meets them."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from kneewise.app import clock
from tests.app.homes import home_at
from tests.cli.conftest import Shell

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def at_home(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Iterator[Shell]:
    """A home with its database in it."""
    with home_at(tmp_path / "home") as folder:
        shell = Shell(folder, capsys)
        shell.ran("log", "sleep", "--hours", "7.5")
        yield shell


def test_a_night_is_back_after_a_restore(at_home: Shell, tmp_path: Path) -> None:
    kept = tmp_path / "kept.zip"

    said = at_home.ran("backup", kept).out
    at_home.ran("log", "sleep", "--hours", "4")
    lived_in = at_home("restore", kept)
    done = at_home.ran("restore", kept, "--replace").out

    assert "Whoever has this file can read it" in said
    assert (lived_in.code, "--replace" in lived_in.err) == (1, True)
    assert "before-restore" in done
    assert len(at_home.ran("log", "list", "--json").json["entries"]) == 1


def test_a_passphrase_comes_from_the_environment_and_in_a_pipe_nobody_is_asked(
    at_home: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    nobody = at_home("backup", tmp_path / "kept.zip", "--encrypt")
    monkeypatch.setenv("KNEEWISE_PASSPHRASE", "three dry runners")
    at_home.ran("backup", tmp_path / "kept.zip", "--encrypt")
    monkeypatch.delenv("KNEEWISE_PASSPHRASE")
    locked = at_home("restore", tmp_path / "kept.zip", "--replace")

    assert (nobody.code, "KNEEWISE_PASSPHRASE" in nobody.err) == (2, True)
    assert (locked.code, "KNEEWISE_PASSPHRASE" in locked.err) == (1, True)


def test_a_passphrase_that_is_no_text_is_met_with_a_sentence(
    at_home: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KNEEWISE_PASSPHRASE", "three dry runners")
    at_home.ran("backup", tmp_path / "kept.zip", "--encrypt")
    monkeypatch.setenv("KNEEWISE_PASSPHRASE", os.fsdecode(b"m\xfcller"))

    locked = at_home("backup", tmp_path / "other.zip", "--encrypt")
    opened = at_home("restore", tmp_path / "kept.zip", "--replace")

    assert [(one.code, "UTF-8" in one.err) for one in (locked, opened)] == [(2, True), (2, True)]
    assert [one.name for one in tmp_path.glob("*.zip*")] == ["kept.zip"]


def test_a_record_makes_a_new_home(
    at_home: Shell, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = at_home.ran("export", "record", tmp_path / "record", "--originals").out
    lived_in = at_home("restore", "--record", tmp_path / "record")

    with home_at(tmp_path / "new") as folder:
        new = Shell(folder, capsys)
        new.ran("restore", "--record", tmp_path / "record")
        assert len(new.ran("log", "list", "--json").json["entries"]) == 1

    assert "dictionary.csv" in said
    assert (lived_in.code, "lived in" in lived_in.err) == (1, True)


READS = ("runs", "today", "week", "shoes", "insights")


@pytest.mark.usefixtures("sqlite_database")
def test_a_demo_that_moves_to_another_home_says_the_same_there_byte_for_byte(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page, kept = tmp_path / "report.pdf", tmp_path / "kept.zip"
    with home_at(tmp_path / "a") as folder:
        here = Shell(folder, capsys)
        here.ran("demo", "--no-serve")
        here.ran("report", "-o", page)
        here.ran("backup", kept)
        before = {read: here.ran(read, "--json").out for read in READS}

    with home_at(tmp_path / "b") as folder:
        there = Shell(folder, capsys)
        there.ran("restore", kept)
        after = {read: there.ran(read, "--json").out for read in READS}
        again = tmp_path / "again.pdf"
        there.ran("report", "-o", again)

    assert after == before
    assert all(len(said) > 2 for said in before.values())
    assert again.read_bytes() == page.read_bytes()


def test_what_is_no_backup_is_not_offered_the_place_of_a_home(at_home: Shell, tmp_path: Path) -> None:
    (tmp_path / "plan.ics").write_text("BEGIN:VCALENDAR", encoding="utf-8")

    answered = at_home("restore", tmp_path / "plan.ics")

    assert answered.code == 1
    assert "is no backup" in answered.err
    assert "--replace" not in answered.err


def test_days_of_backups_are_those_of_the_homes_clock(
    at_home: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_home.ran("settings", "home_zone", "Pacific/Auckland")
    monkeypatch.setattr(clock, "now", lambda: datetime(2026, 11, 24, 20, 30, tzinfo=UTC))
    at_home.ran("backup", tmp_path / "kept.zip")
    (by_itself,) = (at_home.home / "backups").glob("day-*.zip")
    os.utime(by_itself, (clock.now().timestamp(), clock.now().timestamp()))
    checked = at_home.ran("check", "--json").json

    done = at_home.ran("restore", tmp_path / "kept.zip", "--replace").out

    assert (checked["last_backup_on"], checked["last_kept_on"]) == ("2026-11-25", "2026-11-25")
    assert "backup of 25 November" in " ".join(done.split())
