"""Who leaves in the middle of the screening keeps what was answered, however the terminal ends."""

import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kneewise.knowledge import read_questions
from kneewise.present.words import sentence
from tests.cli.at_a_terminal import Person

FIRST, SECOND, THIRD = (one.key for one in read_questions()[:3])


@pytest.fixture
def person(tmp_path: Path) -> Iterator[Person]:
    somebody = Person(tmp_path / "home", "screen")
    yield somebody
    if somebody.running.poll() is None:
        somebody.running.kill()
        somebody.running.wait()


def _ctrl(key: str) -> Callable[[Person], int]:
    return lambda person: person.ends_by(lambda: person.types(key))


def _told_to_end(person: Person) -> int:
    return person.ends_by(lambda: person.running.send_signal(signal.SIGTERM))


LEAVING: dict[str, tuple[Callable[[Person], int], int]] = {
    "Ctrl-C": (_ctrl("\x03"), 130),
    "Ctrl-C, twice": (_ctrl("\x03\x03"), 130),
    "Ctrl-D": (_ctrl("\x04"), 130),
    "SIGTERM": (_told_to_end, 143),
    "closed terminal": (Person.hangs_up, 129),
}


@pytest.mark.parametrize("how", LEAVING)
def test_what_was_answered_is_kept_however_somebody_leaves(person: Person, how: str) -> None:
    leave, code = LEAVING[how]
    person.waits_for(sentence(f"question.{FIRST}"))
    person.types("no\n")
    person.waits_for(sentence(f"question.{SECOND}"))
    person.types("?\n")
    person.waits_for(sentence(f"question.{THIRD}"))

    assert leave(person) == code
    assert person.answers() == [{FIRST: False, SECOND: "unknown"}]
    if how != "closed terminal":
        assert "2 answers are kept." in person.seen
        assert "No running today. Some questions need an answer first." in person.seen


@pytest.mark.parametrize("how", ["Ctrl-C", "closed terminal"])
def test_a_yes_to_an_emergency_sign_is_kept_before_anything_else_is_asked(person: Person, how: str) -> None:
    leave, code = LEAVING[how]
    person.waits_for(sentence(f"question.{FIRST}"))
    person.types("yes\n")
    person.waits_for(sentence("screen.go_on"))
    assert "Get emergency help now" in person.seen
    assert person.answers() == [{FIRST: True}]

    assert leave(person) == code
    assert person.answers() == [{FIRST: True}]


def test_who_leaves_before_any_answer_keeps_nothing(person: Person) -> None:
    leave, code = LEAVING["Ctrl-C"]
    person.waits_for(sentence(f"question.{FIRST}"))

    assert leave(person) == code
    assert person.answers() == []
