"""A sign at the command line: a "no" after it clears nothing, and a slip is taken out."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.cli.conftest import Shell

STAYS = "Your “no” is kept, and does not clear by itself what was said before."


def test_a_no_after_a_slip_names_the_command_that_takes_the_slip_out(shell: Shell) -> None:
    yes = shell.ran("log", "sign", "locked_knee").out
    name = yes.partition("kneewise log undo ")[2].split()[0]

    no = shell.ran("log", "sign", "locked_knee=no").out
    taken = shell.ran("log", "undo", name).out

    assert STAYS in " ".join(no.split())
    assert no.splitlines()[-1] == f"  kneewise log undo {name}"
    assert "Be seen today" in no
    assert "Be seen today" not in taken


def test_of_several_answers_the_slip_alone_is_corrected(shell: Shell) -> None:
    yes = shell.ran("log", "sign", "locked_knee", "swelling").out
    name = yes.partition("kneewise log undo ")[2].split()[0]

    no = shell.ran("log", "sign", "locked_knee=no").out

    assert no.splitlines()[-1] == f"  kneewise log edit {name} locked_knee=no"


def test_a_no_to_what_was_never_said_needs_no_word_more(shell: Shell) -> None:
    assert STAYS not in " ".join(shell.ran("log", "sign", "locked_knee=no").out.split())
