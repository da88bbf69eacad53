"""An exercise from the command line: logged, listed, taken back."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from tests.cli.conftest import Shell


def days_ago(days: int) -> date:
    return timezone.localdate() - timedelta(days=days)


@pytest.fixture
def home(shell: Shell, answers_file: object) -> Shell:
    shell.ran("screen", "--answers", answers_file, "--on", days_ago(9))
    return shell


def test_it_stands_in_the_list_and_can_be_taken_back(home: Shell) -> None:
    kept = home.ran("log", "session", "clamshell", "--side", "left", "--reps", "12,10", "--json").json

    listed = home.ran("log", "list").out
    home.ran("log", "undo", kept["id"])

    assert "Exercise: clamshell, left, 12, 10 repetitions" in " ".join(listed.split())
    assert "clamshell" not in home.ran("log", "list").out


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ((), "Say which exercise, such as split_squat: kneewise plan names them."),
        (("clamshell",), "Say at least one thing about it"),
        (("press_up", "--during", 1), "is not one of the answers for which exercise it was"),
    ],
)
def test_what_cannot_be_is_one_sentence(home: Shell, arguments: tuple[object, ...], sentence: str) -> None:
    answered = home("log", "session", *arguments)

    assert answered.code == 2
    assert sentence in answered.err
    assert answered.err.count("\n") == 1


def test_what_the_runner_has_opens_harder_exercises(home: Shell) -> None:
    home.ran("settings", "has_bands", "yes", "has_weights", "yes", "has_gym", "no")

    chosen = home.ran("settings", "--json").json

    assert (chosen["has_bands"], chosen["has_weights"], chosen["has_gym"]) == (True, True, False)
