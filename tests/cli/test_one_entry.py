"""`kneewise log list ID`: one entry, in the words that `kneewise log edit` takes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from kneewise.present.page import WIDTH
from kneewise.present.words import sentence

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Shell

ENTRIES: dict[str, tuple[str, ...]] = {
    "pain": ("pain", "--knee", "right", "--morning", "?", "--other-knee-fine", "no"),
    "sleep": ("sleep", "--hours", "7.5"),
    "session": ("session", "split_squat", "--reps", "12,12,10", "--reserve", "?", "--during", "1"),
    "week": ("week", "--held-back", "4", "--doubt", "?"),
    "illness": ("illness", "--on", "2026-01-08", "--until", "2026-01-10"),
}


def _only(shell: Shell) -> str:
    (entry,) = shell.ran("log", "list", "--json").json["entries"]
    return str(entry["id"])


def _parts(shell: Shell, name: str) -> list[str]:
    said = shell.ran("log", "list", name[:6]).out.splitlines()
    assert max(map(len, said)) <= WIDTH
    return [line.strip() for line in said if line.startswith("  ") and "=" in line and line[2] != " "]


@pytest.mark.parametrize("kind", ENTRIES)
def test_each_part_stands_as_an_edit_takes_it(shell: Shell, kind: str) -> None:
    shell.ran("log", *ENTRIES[kind])
    name = _only(shell)
    before = shell.ran("log", "list", "--json").json["entries"][0]["payload"]

    parts = _parts(shell, name)
    shell.ran("log", "edit", name, *parts)

    assert parts
    assert shell.ran("log", "list", "--json").json["entries"][0]["payload"] == before


def test_answers_stand_with_their_questions(shell: Shell, tmp_path: Path) -> None:
    answers = {"swelling": "no", "age_years": 34, "places": ["behind_kneecap"], "limp": "unknown"}
    (tmp_path / "told.json").write_text(json.dumps(answers), encoding="utf-8")
    shell.ran("screen", "--answers", tmp_path / "told.json")
    name = _only(shell)

    assert sorted(_parts(shell, name)) == ["age_years=34", "limp=?", "places=behind_kneecap", "swelling=no"]
    assert sentence("question.swelling") in shell.ran("log", "list", name).out
    assert shell.ran("log", "list", name, "--json").json["entries"][0]["id"] == name


def test_what_is_no_entry_is_refused(shell: Shell) -> None:
    assert shell("log", "list", "abc").code == 2
