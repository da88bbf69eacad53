"""`kneewise insights`: an empty diary, a stop that stands first, and the same bytes each time."""

import json
from pathlib import Path

from tests.cli.conftest import Shell


def test_an_empty_diary_says_what_is_missing(shell: Shell) -> None:
    assert "Nothing to ask yet." in shell.ran("insights").out


def test_a_screened_knee_is_told_how_many_runs_are_missing(shell: Shell, answers_file: Path) -> None:
    shell.ran("screen", "--answers", answers_file)

    said = shell.ran("insights").out

    assert "Not enough yet: about 12 more runs." in said
    assert "The last seven days" in said
    assert said.rstrip().endswith("This is not a diagnosis.")


def test_a_stop_is_told_in_the_place_of_every_answer(
    shell: Shell, answers_file: Path, tmp_path: Path
) -> None:
    woke = tmp_path / "woke.json"
    woke.write_text(json.dumps({"night_pain": True}), encoding="utf-8")
    shell.ran("screen", "--answers", answers_file)
    shell("screen", "--answers", woke)

    said = shell.ran("insights").out
    found = shell.ran("insights", "--json").json

    assert "Do not run." in said.splitlines()[2]
    assert "While running is off, these questions wait." in said
    assert "more runs" not in said
    assert not found["may_run"]
    assert found["urgency"] != "none"
    assert (found["answers"], found["weeks"], found["week_sentences"]) == ([], [], [])


def test_the_same_history_gives_the_same_bytes(shell: Shell, answers_file: Path) -> None:
    shell.ran("screen", "--answers", answers_file)

    assert shell.ran("insights", "--json").out == shell.ran("insights", "--json").out
