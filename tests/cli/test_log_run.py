"""A run without a file on the command line: told with its minutes, listed, corrected."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Shell


def test_a_run_without_a_file_is_kept_listed_and_corrected(shell: Shell) -> None:
    kept = shell.ran("log", "run", "--minutes", "25", "--km", "4,2", "--began", "7:05", "--json").json
    shell.ran("log", "edit", kept["id"], "running_min=28")

    (listed,) = shell.ran("runs", "--json").json["runs"]
    assert (listed["hand_entered"], listed["running_s"]) == (True, 28 * 60)
    assert listed["running_distance_m"] == 4200
    assert "told by you" in shell.ran("runs").out
    assert "A run without a file: 28 min, 4.2 km, began at 07:05" in shell.ran("log", "list").out
    assert "there is no file to draw" in shell.ran("run", kept["id"][:6]).out


def test_what_is_said_of_it_later_belongs_to_it(shell: Shell) -> None:
    told = shell.ran("log", "run", "--minutes", "25", "--json").json["id"]

    shell.ran("log", "pain", "--run", told[:8], "--knee", "right", "--during", "2")
    shell.ran("log", "run", told[:8], "--soft-surface", "yes")

    (listed,) = shell.ran("runs", "--json").json["runs"]
    assert listed["soft_surface"] is True
    assert "during 2" in shell.ran("run", told[:8]).out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "Say how many minutes you ran: --minutes 30."),
        (("--all-running", "yes"), "Say which run that is about: kneewise log run ID."),
        (("abc", "--minutes", "20"), "Minutes are told of a run without a file: leave the ID out."),
        (("--minutes", "20", "--km", "far"), "“far” is no number for how far the run was"),
        (("--minutes", "20", "--began", "23:59"), "23:59 is still to come: say when the run began."),
        (("abc", "--all-running", "yes"), "There is no run “abc”"),
    ],
)
def test_what_cannot_be_is_one_sentence(shell: Shell, arguments: tuple[str, ...], said: str) -> None:
    answered = shell("log", "run", *arguments)

    assert answered.code == 2
    assert said in " ".join(answered.err.split())
    assert shell.ran("runs", "--json").json["runs"] == []


def test_a_second_run_of_a_day_says_when_it_began(shell: Shell) -> None:
    shell.ran("log", "run", "--minutes", "20", "--began", "6:30")

    again = shell("log", "run", "--minutes", "20")
    shell.ran("log", "run", "--minutes", "20", "--began", "12:00")

    assert again.code == 2
    assert "if this was another one, say when it began." in " ".join(again.err.split())
    assert len(shell.ran("runs", "--json").json["runs"]) == 2
