"""``kneewise import --inbox``: what a timer says, and where."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.app.samples import fit_bytes

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Shell


@pytest.fixture
def inbox(offered: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder whose files are whole as soon as they are there."""
    monkeypatch.setattr("kneewise.app.inbox.WHOLE_AFTER_S", 0)
    return offered


def test_what_is_new_is_said_and_then_that_there_is_nothing(shell: Shell, inbox: Path) -> None:
    (inbox / "run.fit").write_bytes(fit_bytes())

    first, second = shell.ran("import", "--inbox", inbox), shell.ran("import", "--inbox", inbox)

    assert "1 new activity." in first.out
    assert second.out == f"There is nothing new in {inbox}.\n"


def test_a_refusal_is_one_sentence_where_faults_go(shell: Shell, inbox: Path) -> None:
    (inbox / "run.fit").write_bytes(fit_bytes())
    (inbox / "page.gpx").write_bytes(b"<html></html>")

    answered = shell("import", "--inbox", inbox)

    assert answered.code == 0
    assert len(answered.err.splitlines()) == 1
    assert answered.err.startswith("offered/page.gpx: ")
    assert "page.gpx" not in answered.out


def test_what_waits_is_said(shell: Shell, offered: Path) -> None:
    (offered / "run.fit").write_bytes(fit_bytes())

    said = shell.ran("import", "--inbox", offered).out

    assert "1 file may not be whole yet: it is left for the next time." in said


def test_as_json_it_lists_what_is_new(shell: Shell, inbox: Path) -> None:
    (inbox / "run.fit").write_bytes(fit_bytes())

    files = [shell.ran("import", "--inbox", inbox, "--json").json["files"] for _ in range(2)]

    assert [[one["path"] for one in told] for told in files] == [["offered/run.fit"], []]


def test_it_stands_alone_and_needs_a_folder(shell: Shell, offered: Path) -> None:
    beside = shell("import", offered, "--inbox", offered)
    nowhere = shell("import", "--inbox", offered / "nowhere")

    assert (beside.code, nowhere.code) == (2, 2)
    assert "stands alone" in beside.err
    assert "nowhere" in nowhere.err


def test_a_folder_that_is_read_again_is_said_to_be_known(shell: Shell, offered: Path) -> None:
    (offered / "run.fit").write_bytes(fit_bytes())

    first, again = (shell.ran("import", offered).out for _ in range(2))

    assert "1 file: 1 read. 1 new activity." in first
    assert "1 file: 1 already known. 0 new activities." in again
