"""`kneewise erase`, which asks, or is told not to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kneewise.cli import ask, erase
from tests.app.homes import home_at
from tests.cli.conftest import Shell

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def at_home(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Iterator[Shell]:
    with home_at(tmp_path / "home") as folder:
        shell = Shell(folder, capsys)
        shell.ran("log", "sleep", "--hours", "7.5")
        yield shell


def test_a_pipe_has_to_say_yes(at_home: Shell) -> None:
    asked = at_home("erase")
    there = at_home.home.exists()
    done = at_home.ran("erase", "--yes").out

    assert (asked.code, "--yes" in asked.err, there) == (2, True, True)
    assert "Everything is erased" in done
    assert not at_home.home.exists()


@pytest.mark.parametrize(("typed", "stays"), [("", True), ("yes", True), ("Erase", False)])
def test_a_terminal_has_to_type_the_word(
    at_home: Shell, monkeypatch: pytest.MonkeyPatch, typed: str, stays: bool
) -> None:
    monkeypatch.setattr(erase, "is_terminal", lambda: True)
    monkeypatch.setattr(ask._Question, "ask", lambda *_, **__: typed)

    at_home.ran("erase")

    assert at_home.home.exists() is stays
