"""A sign at the command line: a "no" after it clears nothing, and a slip is taken out."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from kneewise.app.sign_words import EVERYDAY, signs
from kneewise.present.words import sentence
from tests.cli.typed_ahead import Terminal
from tests.web.told import calm_answers

if TYPE_CHECKING:
    from pathlib import Path

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


def test_an_illness_since_yesterday_is_heard_and_its_end_takes_no_emergency_away(
    shell: Shell, tmp_path: Path
) -> None:
    (tmp_path / "told.json").write_text(json.dumps(calm_answers()), encoding="utf-8")
    shell.ran("screen", "--answers", tmp_path / "told.json")
    today = shell.ran("today", "--json").json["on"]
    before = (date.fromisoformat(today) - timedelta(days=1)).isoformat()
    shell.ran("log", "illness", "--on", before)

    swollen = shell.ran("log", "sign", "swelling", "--json").json
    ended = shell.ran("log", "illness", "--until", before, "--json").json

    assert [one["decision"]["urgency"] for one in (swollen, ended)] == ["emergency", "emergency"]


def test_a_correction_that_lifts_a_stop_says_so(shell: Shell) -> None:
    name = shell.ran("log", "sign", "locked_knee", "swelling").out.partition("log undo ")[2].split()[0]

    eased = [
        shell.ran("log", "edit", name, "locked_knee=no").out,
        shell.ran("log", "undo", name).out,
        shell.ran("log", "undo", name).out,
        shell.ran("log", "undo", name).out,
    ]

    assert ["A stop hung on it." in said for said in eased] == [True, False, True, False]


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("locking", "locked_knee"),
        ("knee locks", "locked_knee"),
        ("giving way", "giving_way"),
        ("gave_way", "giving_way"),
        ("gives-way", "giving_way"),
        ("The knee is stuck and cannot be straightened", "locked_knee"),
        ("geschwollen", "swelling"),
        ("Fieber", "fever_or_chills"),
        ("night", "night_pain"),
        ("swollen=yes", "swelling"),
    ],
)
def test_a_sign_is_logged_in_the_words_that_people_have_for_it(shell: Shell, said: str, meant: str) -> None:
    shell.ran("log", "sign", said)

    (entry,) = shell.ran("log", "list", "--json").json["entries"]
    assert entry["payload"]["answers"] == {meant: True}


@pytest.mark.parametrize(
    ("note", "named"),
    [
        ("knee was a bit swollen", ["swelling"]),
        ("Knie blockiert und geschwollen", ["locked_knee", "swelling"]),
        ("night run on a red track, it was hot", []),
        ("", []),
    ],
)
def test_a_note_that_tells_of_a_sign_is_met_with_how_it_is_told(
    shell: Shell, note: str, named: list[str]
) -> None:
    said = " ".join(shell.ran("log", "pain", "--knee", "right", "--morning", "1", "--note", note).out.split())

    assert [key for key in EVERYDAY if f"kneewise log sign {key}" in said] == named


def test_no_everyday_word_means_two_signs_and_each_means_a_sign_that_is_asked() -> None:
    words = [word.casefold() for several in EVERYDAY.values() for word in several]

    assert len(words) == len(set(words))
    assert EVERYDAY.keys() <= {one.key for one in signs()} | {"catching_or_clicking"}


def test_what_is_no_sign_is_refused_with_what_holds_until_it_is_logged(shell: Shell) -> None:
    refused = shell("log", "sign", "wobbly")

    assert refused.code == 2
    assert "There is no sign “wobbly”." in refused.err
    assert "Do not run until the sign is logged: `kneewise log sign` lists them." in " ".join(
        refused.err.split()
    )


def test_an_emergency_beside_what_is_no_sign_is_heard(shell: Shell) -> None:
    refused = shell("log", "sign", "chest pain", "wobbly")

    assert "Call your emergency number now" in " ".join(refused.err.split())


def test_at_a_terminal_the_signs_are_listed_and_what_hangs_on_one_is_asked_at_once(tmp_path: Path) -> None:
    terminal = Terminal(tmp_path / "home")
    number = next(number for number, one in enumerate(signs(), start=1) if one.key == "giving_way")

    screen = terminal("log", "sign", types=f"wobbly\n{number}, swollen\nyes\nq\n")

    stored, _, asked = screen.partition("Kept. To take it back")
    assert sentence("sign.which") in stored
    assert "Say it by its number or its name" in stored
    assert sentence("question.giving_way_repeated") in asked
    assert "Be seen today" in asked
    assert terminal.answers() == {"giving_way": True, "swelling": True, "giving_way_repeated": True}


def test_what_hangs_on_a_sign_counts_as_it_was_answered(tmp_path: Path) -> None:
    terminal = Terminal(tmp_path / "home")
    told = tmp_path / "told.json"
    told.write_text(json.dumps(calm_answers()))
    terminal("screen", "--answers", str(told), types="")

    screen = terminal("log", "sign", "swelling", types="no\n" * 6)

    logged, _, answered = screen.partition("6 answers are kept.")
    assert "Open questions" in logged
    assert "Open questions" not in answered


def test_whoever_leaves_the_questions_has_told_the_sign(tmp_path: Path) -> None:
    terminal = Terminal(tmp_path / "home")

    terminal("log", "sign", "swelling", types="q\n")

    assert terminal.answers() == {"swelling": True}


def test_after_an_emergency_sign_nothing_is_asked(tmp_path: Path) -> None:
    screen = Terminal(tmp_path / "home")("log", "sign", "chest pain", types="")

    assert screen.endswith("kneewise today")
    assert "Get emergency help now" in screen
    assert "Enter leaves a question for later" not in screen
