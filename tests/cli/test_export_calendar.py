"""The calendar from the command line."""

from pathlib import Path

from icalendar import Calendar

from tests.cli.conftest import Shell


def test_it_is_printed_or_written_the_same(shell: Shell, answers_file: Path, tmp_path: Path) -> None:
    shell.ran("screen", "--answers", answers_file)
    file = tmp_path / "plan.ics"

    printed = shell.ran("export", "calendar").out
    said = shell.ran("export", "calendar", "-o", file).out

    assert file.read_bytes().decode() == printed
    assert Calendar.from_ical(printed).walk("VEVENT")
    assert "Written" in said


def test_a_stop_says_that_it_holds_nothing_to_do(shell: Shell, answers_file: Path, tmp_path: Path) -> None:
    shell.ran("screen", "--answers", answers_file)
    shell.ran("log", "sign", "night_pain")

    said = shell.ran("export", "calendar", "-o", tmp_path / "plan.ics").out

    assert "It holds nothing to do" in said
