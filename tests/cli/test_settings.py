"""`kneewise settings`: a change says what was changed, and nothing else."""

import json
from pathlib import Path

from kneewise.present.page import WIDTH
from tests.cli.conftest import Shell
from tests.web.told import calm_answers


def test_a_change_says_only_what_was_changed(shell: Shell) -> None:
    said = shell.ran("settings", "country", "GB", "miles", "yes").out

    assert [line.split()[:2] for line in said.splitlines() if line.startswith("  c")] == [["country", "GB"]]
    assert "miles" in said
    assert "has_gym" not in said


def test_no_line_of_the_settings_is_wider_than_a_terminal_in_either_language(shell: Shell) -> None:
    english = shell.ran("settings").out
    shell.ran("settings", "language", "de")
    german = shell.ran("settings").out

    assert "has_gym" in english
    assert max(map(len, (english + german).splitlines())) <= WIDTH


def test_a_change_says_what_it_does_to_the_plan(shell: Shell, tmp_path: Path) -> None:
    usual = {"usual_run_min": 40, "usual_runs_per_week": 3}
    (tmp_path / "told.json").write_text(json.dumps(calm_answers() | usual), encoding="utf-8")
    shell.ran("settings", "running_days", "mon,wed,fri")
    shell.ran("screen", "--answers", tmp_path / "told.json")

    days, country = (
        shell.ran("settings", *said).out for said in (("running_days", "tue,thu,sun"), ("country", "GB"))
    )

    assert "What changed\n" in days
    assert "Rest (was: Run" in days
    assert "What changed" not in country


def test_the_paces_of_a_week_are_named_with_their_figures_and_reasons(shell: Shell) -> None:
    said = " ".join(shell.ran("settings", "growth_pace", "evidence").out.split())

    assert "guide: by at most 10 %, as the guide says." in said
    assert "evidence: by at most 20 %, as studies did not find" in said


def test_a_goal_that_is_given_up_is_said_as_it_was_typed(shell: Shell) -> None:
    said = shell.ran("settings", "goal_week_min", "usual", "race_on", "none").out

    assert [
        line.split()[:2] for line in said.splitlines() if line.startswith("  ") and "_" in line.split()[0]
    ] == [
        ["goal_week_min", "usual"],
        ["race_on", "none"],
    ]


def test_a_new_language_is_spoken_at_once(shell: Shell) -> None:
    german = shell.ran("settings", "language", "de").out
    english = shell.ran("settings", "language", "en").out

    assert "Die Sprache" in german
    assert "The language of every sentence." in english
