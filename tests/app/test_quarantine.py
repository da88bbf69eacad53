"""What cannot be read is kept within bounds, and tried again when the readers have learnt."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kneewise.app import ledger
from kneewise.app.import_files import import_paths
from kneewise.app.runs import run
from kneewise.files import offered as offering
from kneewise.files import read_recordings, reading
from kneewise.store import quarantine
from kneewise.store.erase import erase_runner
from tests.app.samples import NOW, fit_bytes

if TYPE_CHECKING:
    from pathlib import Path

    from kneewise.app.home import RunnerRef

STRANGE = b"a format of next year"


def put_aside(tmp_path: Path) -> list[Path]:
    """List the files that are kept of what was refused."""
    return [path for path in (tmp_path / "home/originals/quarantine").rglob("*") if path.is_file()]


@pytest.fixture
def later_readers(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """Readers that have learnt to read the strange file."""
    monkeypatch.setattr(
        offering,
        "read_recordings",
        lambda name, content: read_recordings(name, fit_bytes() if content == STRANGE else content),
    )
    monkeypatch.setattr(reading, "READER_VERSION", "later")
    return monkeypatch


@pytest.fixture
def refused(runner: RunnerRef, offered: Path) -> RunnerRef:
    """A runner who has offered a file that these readers do not know."""
    (offered / "a.fit").write_bytes(STRANGE)
    report = import_paths(runner, [offered], now=NOW)
    assert [row.status for row in report.files] == ["refused"]
    return runner


def test_later_readers_read_it_at_the_next_import_and_the_ledger_says_so(
    refused: RunnerRef, offered: Path, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    before = ledger.ledger(refused)
    (offered / "a.fit").unlink()
    import_paths(refused, [offered], now=NOW)
    unchanged = ledger.ledger(refused)

    request.getfixturevalue("later_readers")
    report = import_paths(refused, [offered], now=NOW)

    (row,) = ledger.ledger(refused)
    assert unchanged == before
    assert (row.status, row.reason, row.was, row.path) == ("imported", "", before[0].reason, "offered/a.fit")
    assert (report.files, report.new_files, report.new_activities) == ((row,), 0, row.run_ids)
    assert run(refused, row.run_ids[0], on=NOW.date()).sources[0].name == "offered/a.fit"
    assert put_aside(tmp_path) == []


def test_what_later_readers_refuse_too_stays_where_it_is(
    refused: RunnerRef, offered: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (before,) = ledger.ledger(refused)
    monkeypatch.setattr(reading, "READER_VERSION", "later")

    import_paths(refused, [offered], now=NOW)

    (after,) = ledger.ledger(refused)
    assert (after.status, after.reason, after.was) == (before.status, before.reason, "")
    assert after.read_version == "later"
    assert len(put_aside(tmp_path)) == 1


@pytest.mark.usefixtures("later_readers")
def test_what_is_gone_from_quarantine_is_read_when_it_is_offered_again(
    quick_runner: RunnerRef, offered: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (offered / "a.fit").write_bytes(STRANGE)
    with monkeypatch.context() as earlier:
        earlier.setattr(reading, "READER_VERSION", "1")
        earlier.setattr(
            offering, "read_recordings", lambda *_: reading.refused(reading.Kind.OTHER, "damaged")
        )
        import_paths(quick_runner, [offered], now=NOW)
    for path in put_aside(tmp_path):
        path.unlink()

    nothing = import_paths(quick_runner, [], now=NOW)
    report = import_paths(quick_runner, [offered], now=NOW)

    assert nothing.files == ()
    assert [row.was for row in report.files] == ["damaged"]


def test_pages_long_files_and_what_there_is_no_room_for_are_not_kept(
    quick_runner: RunnerRef, offered: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(quarantine, "MOST_FILE_B", 100)
    monkeypatch.setattr("kneewise.app.keep_activity.MOST_B", 80)
    (offered / "page.fit").write_bytes(b"<!DOCTYPE html><html></html>")
    (offered / "long.fit").write_bytes(b"long" * 26)
    for name in ("1.fit", "2.fit", "3.fit"):
        (offered / name).write_bytes(name.encode() * 4)

    report = import_paths(quick_runner, [offered], now=NOW)

    kept = {row.path: row.quarantined_bytes for row in report.files}
    assert {row.status for row in report.files} == {"refused"}
    assert [path for path, size_b in kept.items() if size_b] == ["offered/1.fit", "offered/2.fit"]
    assert sorted(path.stat().st_size for path in put_aside(tmp_path)) == sorted(filter(None, kept.values()))
    assert sum(kept.values()) <= 80


def test_erasing_removes_it_and_whatever_else_was_left_behind(refused: RunnerRef, tmp_path: Path) -> None:
    left = tmp_path / "home/originals/ab/.draft-left"
    left.parent.mkdir()
    left.write_bytes(fit_bytes())

    erase_runner(refused)

    assert [path for path in (tmp_path / "home/originals").rglob("*") if path.is_file()] == []


def test_an_original_that_was_lost_comes_back_with_the_same_file(
    quick_runner: RunnerRef, offered: Path, tmp_path: Path
) -> None:
    (offered / "a.fit").write_bytes(fit_bytes())
    (name,) = import_paths(quick_runner, [offered], now=NOW).new_activities
    for kept in (tmp_path / "home/originals").rglob("*.gz"):
        kept.unlink()

    import_paths(quick_runner, [offered], now=NOW)

    assert run(quick_runner, name, on=NOW.date()).recording is not None
