"""A folder that is watched: what appears is taken once it is whole, and stays as it is."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest
from django.db import connection

from kneewise.app import home
from kneewise.app.backup import backup
from kneewise.app.erase import erase
from kneewise.app.home import GoneError
from kneewise.app.restore import restore
from kneewise.app.watch import LOOKS_EVERY_S, watch
from kneewise.model.errors import KneewiseError
from tests.app.homes import home_at
from tests.app.samples import NOW, fit_bytes

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from kneewise.app.home import RunnerRef
    from kneewise.app.import_files import ImportReport

ROOT: Final = Path(__file__).parents[2]


class Watching:
    """A watcher whose clock goes on only while it sleeps, and what it told, by seconds since it began.

    Attributes:
        told: The second, and the files of which it told then with what became of them.
    """

    def __init__(self, happens: Mapping[int, Callable[[], object]], *, until_s: int) -> None:
        self.told: list[tuple[int, list[tuple[str, str]]]] = []
        self._happens, self._until_s, self._second = dict(happens), until_s, 0.0

    def now(self) -> datetime:
        return NOW + timedelta(seconds=self._second)

    def sleep(self, seconds: float) -> None:
        self._second += seconds
        for second in sorted(second for second in self._happens if second <= self._second):
            self._happens.pop(second)()
        if self._second > self._until_s:
            raise KeyboardInterrupt

    def tell(self, report: ImportReport) -> None:
        news = [(row.path.partition("/")[2], row.status.value) for row in report.news]
        self.told.append((int(self._second), news))

    def of(self, runner: RunnerRef, folder: Path) -> list[tuple[int, list[tuple[str, str]]]]:
        with suppress(KeyboardInterrupt):
            watch(lambda: runner, folder, now=self.now, sleep=self.sleep, tell=self.tell)
        return self.told


def test_what_is_there_and_what_appears_is_taken_once(runner: RunnerRef, offered: Path) -> None:
    (offered / "there.fit").write_bytes(fit_bytes(3))
    later = {20: lambda: (offered / "later.fit").write_bytes(fit_bytes(2))}

    told = Watching(later, until_s=60).of(runner, offered)

    assert told == [(6, [("there.fit", "imported")]), (26, [("later.fit", "imported")])]


def test_what_is_known_is_not_told_again(quick_runner: RunnerRef, offered: Path) -> None:
    (offered / "there.fit").write_bytes(fit_bytes(3))
    Watching({}, until_s=10).of(quick_runner, offered)

    assert Watching({}, until_s=10).of(quick_runner, offered) == []


def test_a_file_that_is_still_being_written_is_left_until_it_is_whole(
    quick_runner: RunnerRef, offered: Path
) -> None:
    content, file = fit_bytes(), offered / "slow.fit"
    grows = {
        second: lambda part=second: file.write_bytes(content[: part * 500]) for second in range(2, 21, 2)
    }
    whole = {22: lambda: file.write_bytes(content)}

    told = Watching({**grows, **whole}, until_s=60).of(quick_runner, offered)

    assert told == [(28, [("slow.fit", "imported")])]


def test_a_file_that_changes_after_all_is_read_again(quick_runner: RunnerRef, offered: Path) -> None:
    file = offered / "stalled.fit"
    file.write_bytes(fit_bytes()[:8])
    goes_on = {20: lambda: file.write_bytes(fit_bytes())}

    told = Watching(goes_on, until_s=60).of(quick_runner, offered)

    assert told == [(6, [("stalled.fit", "refused")]), (26, [("stalled.fit", "imported")])]


def test_downloads_that_are_not_through_and_empty_files_wait(quick_runner: RunnerRef, offered: Path) -> None:
    (offered / "export.zip.part").write_bytes(b"half")
    (offered / "export.zip").touch()

    assert Watching({}, until_s=60).of(quick_runner, offered) == []


def test_what_is_hidden_belongs_to_the_program_that_fills_the_folder(
    quick_runner: RunnerRef, offered: Path
) -> None:
    (offered / ".stversions").mkdir()
    for name in (".stversions/run.fit", ".run.fit.Ab3dE9"):
        (offered / name).write_bytes(fit_bytes())

    assert Watching({}, until_s=20).of(quick_runner, offered) == []


def test_nothing_in_the_folder_is_changed(quick_runner: RunnerRef, offered: Path) -> None:
    inner = offered / "2026" / "November"
    inner.mkdir(parents=True)
    (inner / "run.fit").write_bytes(fit_bytes())
    (inner / "page.gpx").write_bytes(b"<html></html>")
    before = {path: path.stat().st_mtime_ns for path in offered.rglob("*")}

    told = Watching({}, until_s=20).of(quick_runner, offered)

    assert told == [(6, [("2026/November/page.gpx", "refused"), ("2026/November/run.fit", "imported")])]
    assert {path: path.stat().st_mtime_ns for path in offered.rglob("*")} == before


def test_a_folder_that_goes_and_comes_back(quick_runner: RunnerRef, offered: Path) -> None:
    (offered / "a.fit").write_bytes(fit_bytes())
    away = offered.with_name("away")
    goes = {10: lambda: shutil.move(offered, away), 20: lambda: shutil.move(away, offered)}

    told = Watching(goes, until_s=60).of(quick_runner, offered)

    assert told == [(6, [("a.fit", "imported")])]
    assert LOOKS_EVERY_S == 2


def test_between_two_imports_nothing_is_held_and_a_restored_home_is_found(
    offered: Path, tmp_path: Path
) -> None:
    (offered / "a.fit").write_bytes(fit_bytes(2))
    with home_at(tmp_path / "home"):
        home.open_home()
        backup(tmp_path / "kept.zip", now=NOW)
        home.let_go()
        happens = {
            10: lambda: restore(tmp_path / "kept.zip", now=NOW, replace=True),
            12: lambda: (offered / "b.fit").write_bytes(fit_bytes(3)),
        }

        with suppress(KeyboardInterrupt):
            watching = Watching(happens, until_s=40)
            watch(home.resident, offered, now=watching.now, sleep=watching.sleep, tell=watching.tell)

        assert watching.told == [(6, [("a.fit", "imported")]), (18, [("b.fit", "imported")])]
        assert connection.connection is None


def test_a_fault_in_the_middle_holds_no_home_either(
    offered: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_told: object, **_more: object) -> None:
        home.open_home()
        raise KneewiseError("The disk is full.")

    (offered / "a.fit").write_bytes(fit_bytes(2))
    monkeypatch.setattr("kneewise.app.watch.import_paths", fail)
    with home_at(tmp_path / "home"):
        home.open_home()
        watching = Watching({}, until_s=40)

        with pytest.raises(KneewiseError, match="full"):
            watch(home.resident, offered, now=watching.now, sleep=watching.sleep, tell=watching.tell)

        assert connection.connection is None


def test_nothing_is_taken_into_a_home_that_was_erased(offered: Path, tmp_path: Path) -> None:
    with home_at(tmp_path / "home") as folder:
        home.open_home()
        home.let_go()
        erase()
        (offered / "a.fit").write_bytes(fit_bytes(2))
        watching = Watching({}, until_s=40)

        with pytest.raises(GoneError, match="erased"):
            watch(home.resident, offered, now=watching.now, sleep=watching.sleep, tell=watching.tell)

        assert not folder.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C is sent in another way there")
def test_ctrl_c_is_its_ordinary_end(offered: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "kneewise", "--home", str(tmp_path / "home")]
    process = subprocess.Popen(
        [*command, "import", "--watch", str(offered)],
        cwd=ROOT,
        env={name: value for name, value in os.environ.items() if not name.startswith("KNEEWISE_")},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        # A shell that runs something in the background makes it deaf to Ctrl-C, and its children with it.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),  # noqa: PLW1509 - no thread runs here.
    )
    assert process.stdout is not None
    first = process.stdout.readline()

    process.send_signal(signal.SIGINT)

    _, complained = process.communicate(timeout=60)
    assert "Ctrl-C ends it" in first
    assert (process.returncode, complained) == (0, "")
