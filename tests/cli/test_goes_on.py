"""A screening that was left goes on where it was; one that is done asks only what running waits for."""

import json
from pathlib import Path

import pytest

from kneewise.knowledge import read_questions
from kneewise.present.words import sentence
from tests.cli.typed_ahead import Terminal
from tests.web.told import calm_answers

FIRST, SECOND, THIRD = (one.key for one in read_questions()[:3])


@pytest.fixture
def terminal(tmp_path: Path) -> Terminal:
    return Terminal(tmp_path / "home")


@pytest.fixture
def calm(tmp_path: Path) -> Path:
    """Give a file with every answer of a knee that is calm."""
    path = tmp_path / "calm.json"
    path.write_text(json.dumps(calm_answers()))
    return path


def _asks(screen: str, key: str) -> bool:
    return f"{sentence(f'question.{key}')} (" in screen


def test_it_goes_on_at_the_first_question_that_was_not_answered(terminal: Terminal) -> None:
    terminal("screen", types="no\nno\nq\n")

    screen = terminal("screen", types="no\nq\n")

    assert "You answered 2 questions before; here is the rest." in screen
    assert [_asks(screen, key) for key in (FIRST, SECOND, THIRD)] == [False, False, True]
    assert [sorted(one["answers"]) for one in terminal.entries()["answers"]] == [
        [THIRD],
        sorted([FIRST, SECOND]),
    ]


def test_what_was_not_known_is_asked_again(terminal: Terminal) -> None:
    terminal("screen", types="?\nno\nq\n")

    screen = terminal("screen", types="q\n")

    assert [_asks(screen, key) for key in (FIRST, SECOND)] == [True, False]


def test_an_emergency_that_was_told_is_named_again_before_anything_is_asked(terminal: Terminal) -> None:
    terminal("screen", types="no\nyes\n\n")

    screen = terminal("screen", types="\n")

    assert "Get emergency help now" in screen
    assert not _asks(screen, THIRD)


def test_one_that_is_done_asks_what_running_waits_for_and_the_signs_that_stand(
    terminal: Terminal, calm: Path
) -> None:
    terminal("screen", "--answers", str(calm), types="")
    terminal("log", "sign", "swelling", types="q\n")

    screen = terminal("screen", types="yes\njoint\n?\n" + 7 * "no\n")

    assert "These are open." in screen
    assert _asks(screen, "swelling")
    assert _asks(screen, "swelling_sudden")
    assert not _asks(screen, FIRST)
    assert "not answered yet" not in screen


def test_one_that_is_done_is_asked_anew_where_nothing_is_open(terminal: Terminal, calm: Path) -> None:
    terminal("screen", "--answers", str(calm), types="")

    screen = terminal("screen", types="q\n")

    assert _asks(screen, FIRST)
