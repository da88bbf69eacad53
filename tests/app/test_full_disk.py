"""A disk without room: one sentence, nothing half kept, and the next import goes on."""

import errno
import os
from pathlib import Path
from typing import Any

import pytest
from django.db import OperationalError

from kneewise.app import ledger
from kneewise.app.home import RunnerRef
from kneewise.app.import_files import import_paths
from kneewise.store.faults import DiskError, FullHomeError, in_words
from kneewise.store.runners import alone
from tests.app.samples import NOW, fit_bytes


def no_room(*_arguments: Any) -> None:
    raise OSError(28, "No space left on device")


@pytest.mark.parametrize("place", ["pathlib.Path.replace", "os.fsync"])
def test_an_import_onto_a_full_disk_says_so_and_can_be_done_again(
    runner: RunnerRef, offered: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    (offered / "a.fit").write_bytes(fit_bytes(2))
    with monkeypatch.context() as full:
        full.setattr(place, no_room)
        with pytest.raises(FullHomeError, match=r"No space left on device.*make room"):
            import_paths(runner, [offered], now=NOW)
    assert ledger.ledger(runner) == ()

    assert len(import_paths(runner, [offered], now=NOW).new_activities) == 1


@pytest.mark.parametrize(
    "said", ["database or disk is full", "could not extend file: No space left on device"]
)
def test_a_database_without_room_says_so(runner: RunnerRef, said: str) -> None:
    with pytest.raises(FullHomeError, match="make room"), alone(runner):
        raise OperationalError(said)


def test_a_fault_of_another_kind_is_not_taken_for_a_full_disk(runner: RunnerRef) -> None:
    with pytest.raises(OperationalError, match="no such table"), alone(runner):
        raise OperationalError("no such table: x")


@pytest.mark.parametrize("said", ["disk I/O error", "attempt to write a readonly database"])
def test_a_disk_that_fails_is_said_to(runner: RunnerRef, said: str) -> None:
    with pytest.raises(DiskError, match="there and sound"), alone(runner):
        raise OperationalError(said)


def test_another_fault_of_the_database_is_ours(runner: RunnerRef) -> None:
    with pytest.raises(OperationalError, match="no such table"), alone(runner):
        raise OperationalError("no such table: store_runner")


@pytest.mark.parametrize(("code", "kind"), [(errno.ENOSPC, FullHomeError), (errno.EIO, DiskError)])
def test_what_the_system_says_of_a_disk_is_a_sentence(code: int, kind: type[Exception]) -> None:
    assert isinstance(in_words(OSError(code, os.strerror(code))), kind)


def test_a_file_that_is_not_there_is_no_fault_of_the_disk() -> None:
    assert in_words(FileNotFoundError(errno.ENOENT, "No such file")) is None
