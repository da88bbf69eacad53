"""The command line in a home of its own, as somebody at a shell meets it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """What came of one command."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """What it printed, read as JSON."""
        return json.loads(self.out)


@dataclass(frozen=True, slots=True)
class Shell:
    """Runs commands in a home."""

    home: Path
    capture: pytest.CaptureFixture[str]

    def __call__(self, *arguments: object) -> Answered:
        """Run one command; nothing is left in the air from the one before."""
        from kneewise import cli

        self.capture.readouterr()
        code = cli.run([str(argument) for argument in arguments])
        printed = self.capture.readouterr()
        return Answered(code=code, out=printed.out, err=printed.err)

    def ran(self, *arguments: object) -> Answered:
        """Run one command that must end well."""
        answered = self(*arguments)
        assert (answered.code, answered.err) == (0, ""), answered
        return answered


@pytest.fixture(autouse=True)
def afternoon(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test hangs on the hour at which it runs."""
    from tests.web.told import begin_in_the_afternoon

    begin_in_the_afternoon(monkeypatch)


@pytest.fixture
def shell(sqlite_database: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Iterator[Shell]:
    from django.test import override_settings

    with override_settings(KNEEWISE_HOME=tmp_path / "home"):
        yield Shell(tmp_path / "home", capsys)


@pytest.fixture
def offered(tmp_path: Path) -> Path:
    """A folder to put watch files in."""
    folder = tmp_path / "offered"
    folder.mkdir()
    return folder


@pytest.fixture
def answers_file(tmp_path: Path) -> Path:
    """The sample runner's answers, and what files would tell of the last two weeks."""
    from kneewise.app.sample_runner import tell_story
    from tests.app.samples import NOW

    said = next(one for one in tell_story(NOW.date()).said if one.kind == "screen")
    path = tmp_path / "answers.json"
    path.write_text(json.dumps({**said.said, "more_running_lately": False}), encoding="utf-8")
    return path
