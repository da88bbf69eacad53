"""Workouts from the command line."""

from pathlib import Path

from tests.cli.conftest import Shell


def test_the_week_is_written_and_named(shell: Shell, answers_file: Path, tmp_path: Path) -> None:
    shell.ran("screen", "--answers", answers_file)
    (tmp_path / "watch").mkdir()

    said = shell.ran("export", "workouts", "--to", tmp_path / "watch").out

    written = sorted(path.name for path in (tmp_path / "watch").iterdir())
    assert written
    assert all(name in said.replace("\n    ", "") for name in written)


def test_a_stop_writes_nothing_and_says_why(shell: Shell, answers_file: Path, tmp_path: Path) -> None:
    shell.ran("screen", "--answers", answers_file)
    shell.ran("log", "sign", "night_pain")
    (tmp_path / "watch").mkdir()

    answered = shell("export", "workouts", "--to", tmp_path / "watch")

    assert answered.code == 1
    assert "Nothing was written" in answered.out
    assert "delete them there" in answered.out
    assert "wakes you at night" in answered.out
    assert list((tmp_path / "watch").iterdir()) == []


def test_beside_the_workouts_stands_not_to_run_while_ill(
    shell: Shell, answers_file: Path, tmp_path: Path
) -> None:
    shell.ran("screen", "--answers", answers_file)
    shell.ran("log", "sign", "fever_or_chills")

    said = shell.ran("export", "workouts", "--to", tmp_path).out

    assert said.strip().startswith("- Do not run with a fever")
