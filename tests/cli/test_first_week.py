"""The tutorial works as it stands: every command of every day, in a home of its own."""

from __future__ import annotations

import json
import re
import shlex
from datetime import timedelta
from itertools import count
from pathlib import Path

import pytest

from kneewise.app import clock
from kneewise.app.sample_runner.season import run
from kneewise.app.sample_runner.watch import write_fit
from tests.app.samples import NOW
from tests.cli.conftest import Shell
from tests.files.made import zipped
from tests.web.told import calm_answers

PAGE = Path(__file__).parents[2] / "docs" / "first-week.md"
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
FENCED = re.compile(r"^```\n(.*?)^```", re.DOTALL | re.MULTILINE)
SERVES = "kneewise serve"
"""Runs until it is stopped; other tests start it."""


def commands() -> dict[str, list[str]]:
    """The commands of each day, in the order in which they stand."""
    parts = PAGE.read_text(encoding="utf-8").split("\n## ")[1:]
    return {
        part.partition(":")[0]: [line for block in FENCED.findall(part) for line in block.splitlines()]
        for part in parts
    }


@pytest.fixture
def week(shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Shell:
    """Somebody with an export of six weeks in their downloads, on the Monday evening of the samples."""
    runs = {f"activities/{days_ago}.fit": _run(days_ago) for days_ago in range(2, 44, 3)}
    (tmp_path / "Downloads").mkdir()
    zipped(tmp_path / "Downloads" / "export.zip", runs)
    (tmp_path / "Downloads" / "run.fit").write_bytes(_run(-2, 20))
    (tmp_path / "answers.json").write_text(json.dumps(calm_answers()), encoding="utf-8")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    return shell


def test_the_first_week_can_be_typed_as_it_stands(week: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    told = commands()
    said: dict[str, list[str]] = {}
    for day, name in enumerate(DAYS):
        begins, passed = NOW + timedelta(days=day), count()
        monkeypatch.setattr(clock, "now", lambda at=begins, tick=passed: at + timedelta(seconds=next(tick)))
        typed = [line for line in told[name] if line != SERVES]
        said[name] = [week.ran(*map(_at_home, shlex.split(line)[1:])).out for line in typed]

    assert tuple(told) == DAYS
    assert "14 new" in said["Monday"][0]
    assert "Green      Wednesday" in said["Thursday"][1]
    assert "Do not run." in said["Saturday"][-1]
    assert "Do not run." not in said["Sunday"][-1]


def _run(days_ago: int, minutes: float = 30) -> bytes:
    outing = run("Round the pond", abs(days_ago), minutes, 2.8)
    return write_fit(outing, NOW - timedelta(days=days_ago, hours=2), 1)[0]


def _at_home(word: str) -> str:
    """What a shell makes of a tilde."""
    return str(Path(word).expanduser())
