"""``kneewise serve --inbox``: files are taken while the page is served."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest

from kneewise.cli import serve as faces
from tests.app.samples import fit_bytes
from tests.e2e.served import command, environment, kneewise

if TYPE_CHECKING:
    from pathlib import Path


class EndedError(Exception):
    """Ends what goes on for ever."""


def test_a_file_is_taken_while_the_page_is_served(tmp_path: Path) -> None:
    home, folder = tmp_path / "home", tmp_path / "runs"
    folder.mkdir()
    (folder / "run.fit").write_bytes(fit_bytes())
    running = subprocess.Popen(
        command(home, "serve", "--port", "0", "--inbox", str(folder)),
        stdout=subprocess.PIPE,
        text=True,
        env=environment(),
    )

    said = next(line for line in running.stdout or () if line.startswith("runs/"))
    running.terminate()
    running.communicate(timeout=20)

    assert said.startswith("runs/run.fit: Read.")
    assert "runs/run.fit" in kneewise(home, "import", "--ledger")


def test_a_fault_of_the_home_does_not_end_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from kneewise.model.errors import KneewiseError

    faults = iter([KneewiseError("The disk is full."), EndedError()])

    def fail(*_told: object, **_more: object) -> None:
        raise next(faults)

    monkeypatch.setattr("kneewise.cli.import_files.keep_taking", fail)
    monkeypatch.setattr(faces, "TRIES_AGAIN_S", 0)
    taking = faces._taking(None, tmp_path, on=None)  # type: ignore[arg-type]  # No home is needed to fail.

    with pytest.raises(EndedError):
        taking()

    assert capsys.readouterr().err == "The disk is full.\n"
