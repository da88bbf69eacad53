"""The report from the command line."""

from pathlib import Path

from tests.cli.conftest import Shell
from tests.pdf_text import Pdf


def test_the_page_is_written_for_its_owner_only(shell: Shell, answers_file: Path, tmp_path: Path) -> None:
    shell.ran("screen", "--answers", answers_file)
    file = tmp_path / "knee.pdf"

    said = shell.ran("report", "-o", file, "--weeks", "4", "--tables").out

    assert "Read it before you give it away." in " ".join(said.split())
    assert "Report on a runner’s knee" in Pdf(file.read_bytes()).pages[0]
    assert file.stat().st_mode & 0o077 == 0
    assert [path.name for path in tmp_path.glob("*.part")] == []


def test_a_place_that_cannot_be_written_is_said(shell: Shell, tmp_path: Path) -> None:
    answered = shell("report", "-o", tmp_path / "nowhere" / "knee.pdf")

    assert answered.code == 1
    assert "could not be written" in answered.err


def test_odd_weeks_are_refused(shell: Shell, tmp_path: Path) -> None:
    assert shell("report", "-o", tmp_path / "knee.pdf", "--weeks", "0").code == 2
