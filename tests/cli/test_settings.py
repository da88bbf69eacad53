"""`kneewise settings`: a change says what was changed, and nothing else."""

from kneewise.present.page import WIDTH
from tests.cli.conftest import Shell


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


def test_the_paces_of_a_week_are_named_with_their_figures_and_reasons(shell: Shell) -> None:
    said = " ".join(shell.ran("settings", "growth_pace", "evidence").out.split())

    assert "guide: by at most 10 %, as the guide says." in said
    assert "evidence: by at most 20 %, as studies did not find" in said
