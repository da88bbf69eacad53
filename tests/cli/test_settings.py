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
