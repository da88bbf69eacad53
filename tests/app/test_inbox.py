"""A folder that another program fills: each call takes what is new and whole, and changes nothing in it."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

import pytest

from kneewise.app.inbox import WHOLE_AFTER_S, read_inbox
from kneewise.app.ledger import ledger
from kneewise.app.lock import in_use
from kneewise.app.spool import make_spool
from kneewise.model.errors import UsageError
from tests.app.samples import NOW, fit_bytes

if TYPE_CHECKING:
    from pathlib import Path

    from kneewise.app.home import RunnerRef
    from kneewise.app.inbox import Read


def call(runner: RunnerRef, folder: Path, *, after_s: float = 60) -> Read:
    """Read the folder as it would be read in a while."""
    return read_inbox(runner, folder, now=NOW, seen_at_s=time.time() + after_s)


def told(read: Read) -> list[tuple[str, str]]:
    assert read.report is not None
    return [(row.path.partition("/")[2], row.status.value) for row in read.report.news]


def test_what_is_new_is_taken_once(runner: RunnerRef, offered: Path) -> None:
    (offered / "first.fit").write_bytes(fit_bytes(3))
    first = call(runner, offered)
    (offered / "second.fit").write_bytes(fit_bytes(2))

    second, third = call(runner, offered), call(runner, offered)

    assert (told(first), told(second)) == ([("first.fit", "imported")], [("second.fit", "imported")])
    assert third.report is None
    assert third.waiting == 0


def test_a_call_that_finds_nothing_new_reads_no_file(
    quick_runner: RunnerRef, offered: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (offered / "run.fit").write_bytes(fit_bytes())
    call(quick_runner, offered)
    monkeypatch.setattr("kneewise.app.inbox.import_paths", None)

    assert call(quick_runner, offered).report is None


def test_a_file_that_was_touched_just_now_is_left_for_the_next_time(
    quick_runner: RunnerRef, offered: Path
) -> None:
    (offered / "run.fit").write_bytes(fit_bytes()[:500])
    early = call(quick_runner, offered, after_s=WHOLE_AFTER_S / 2)
    (offered / "run.fit").write_bytes(fit_bytes())

    later = call(quick_runner, offered)

    assert (early.report, early.waiting) == (None, 1)
    assert told(later) == [("run.fit", "imported")]


def test_a_file_that_keeps_the_time_of_its_watch_is_left_as_long(
    quick_runner: RunnerRef, offered: Path
) -> None:
    """Programs that bring a file set its time back; when it came is still known."""
    (offered / "run.fit").write_bytes(fit_bytes())
    os.utime(offered / "run.fit", (1_000_000_000, 1_000_000_000))

    assert call(quick_runner, offered, after_s=1).waiting == 1
    assert told(call(quick_runner, offered)) == [("run.fit", "imported")]


def test_a_file_of_a_clock_that_runs_ahead_does_not_wait_for_its_time(
    quick_runner: RunnerRef, offered: Path
) -> None:
    (offered / "run.fit").write_bytes(fit_bytes())
    os.utime(offered / "run.fit", (4_000_000_000, 4_000_000_000))

    assert told(call(quick_runner, offered)) == [("run.fit", "imported")]


def test_what_changes_later_is_read_again_and_nothing_is_lost(quick_runner: RunnerRef, offered: Path) -> None:
    file = offered / "run.fit"
    file.write_bytes(fit_bytes()[:8])
    broken_off = call(quick_runner, offered)
    file.write_bytes(fit_bytes())

    whole = call(quick_runner, offered)

    assert told(broken_off) == [("run.fit", "refused")]
    assert told(whole) == [("run.fit", "imported")]
    assert len(ledger(quick_runner)) == 2


def test_unfinished_and_hidden_files_are_of_the_program_that_brings_them(
    quick_runner: RunnerRef, offered: Path
) -> None:
    (offered / ".stversions").mkdir()
    for name in (".stversions/run.fit", ".run.fit.Ab3dE9", ".syncthing.run.fit.tmp", "run.fit.part"):
        (offered / name).write_bytes(fit_bytes())

    read = call(quick_runner, offered)

    assert (read.report, read.waiting) == (None, 1)


def test_a_hidden_folder_may_be_named_itself(quick_runner: RunnerRef, offered: Path) -> None:
    hidden = offered / ".watch"
    hidden.mkdir()
    (hidden / "run.fit").write_bytes(fit_bytes())

    assert told(call(quick_runner, hidden)) == [("run.fit", "imported")]


def test_nothing_in_the_folder_is_changed(quick_runner: RunnerRef, offered: Path) -> None:
    (offered / "2026").mkdir()
    (offered / "2026" / "run.fit").write_bytes(fit_bytes())
    (offered / "page.gpx").write_bytes(b"<html></html>")
    before = {path: path.stat().st_mtime_ns for path in offered.rglob("*")}

    read = call(quick_runner, offered)

    assert told(read) == [("page.gpx", "refused"), ("2026/run.fit", "imported")]
    assert {path: path.stat().st_mtime_ns for path in offered.rglob("*")} == before


def test_a_refusal_is_told_once(quick_runner: RunnerRef, offered: Path) -> None:
    (offered / "page.gpx").write_bytes(b"<html></html>")
    call(quick_runner, offered)

    assert call(quick_runner, offered).report is None


@pytest.mark.parametrize("kept", ["", "{", "[]", '{"reader": "0", "folders": {}}', '{"reader": "1"}'])
def test_a_memory_that_is_lost_or_of_other_readers_costs_only_time(
    kept: str, quick_runner: RunnerRef, offered: Path
) -> None:
    (offered / "run.fit").write_bytes(fit_bytes())
    call(quick_runner, offered)
    (make_spool() / "inbox.json").write_text(kept, encoding="utf-8")

    again = call(quick_runner, offered)

    assert told(again) == []
    assert len(ledger(quick_runner)) == 1


def test_folders_are_remembered_apart(quick_runner: RunnerRef, offered: Path) -> None:
    folders = [offered / "one" / "runs", offered / "two" / "runs"]
    for days, folder in enumerate(folders, start=2):
        folder.mkdir(parents=True)
        (folder / "run.fit").write_bytes(fit_bytes(days))

    first = [told(call(quick_runner, folder)) for folder in folders]
    again = [call(quick_runner, folder).report for folder in folders]

    assert first == [[("run.fit", "imported")]] * 2
    assert again == [None, None]


def test_a_call_that_meets_another_does_nothing(quick_runner: RunnerRef, offered: Path) -> None:
    (offered / "run.fit").write_bytes(fit_bytes())
    with in_use(make_spool() / "inbox.lock"):
        met = call(quick_runner, offered)

    assert (met.busy, met.report) == (True, None)
    assert told(call(quick_runner, offered)) == [("run.fit", "imported")]


def test_what_was_broken_off_is_read_the_next_time(
    quick_runner: RunnerRef, offered: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for days in (2, 3):
        (offered / f"{days}.fit").write_bytes(fit_bytes(days))

    def stop(*_told: object) -> None:
        raise KeyboardInterrupt

    broken_off = read_inbox(quick_runner, offered, now=NOW, seen_at_s=time.time() + 60, progress=stop)
    rest = call(quick_runner, offered)

    assert broken_off.report is not None
    assert broken_off.report.interrupted
    assert {*told(broken_off), *told(rest)} == {("2.fit", "imported"), ("3.fit", "imported")}


def test_a_folder_that_is_not_there_is_said(quick_runner: RunnerRef, offered: Path) -> None:
    with pytest.raises(UsageError, match="There is no folder"):
        call(quick_runner, offered / "not-mounted")
