"""Who leaves in the middle of the screening keeps what was answered, however the terminal ends."""

import fcntl
import json
import os
import pty
import signal
import subprocess
import sys
import termios
from collections.abc import Callable, Iterator
from pathlib import Path
from select import select
from typing import Any

import pytest

from kneewise.knowledge import read_questions
from kneewise.present.words import sentence

FIRST, SECOND, THIRD = (one.key for one in read_questions()[:3])

LONGEST_WAIT_S = 30.0
"""Far beyond what a busy machine needs."""


class Person:
    """Somebody at a terminal who waits for a question before they answer it."""

    def __init__(self, home: Path) -> None:
        self.environment = {**os.environ, "KNEEWISE_HOME": str(home), "TERM": "dumb", "COLUMNS": "300"}
        self.ours, theirs = pty.openpty()
        self.running = subprocess.Popen(
            [sys.executable, "-m", "kneewise", "screen"],
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            env=self.environment,
            start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),  # noqa: PLW1509 - a terminal of its own.
        )
        os.close(theirs)
        self.seen = ""

    def waits_for(self, words: str) -> None:
        """Read until something stands on the screen, wherever its lines break."""
        while words not in " ".join(self.seen.split()):
            assert self.reads(LONGEST_WAIT_S), self.seen

    def reads(self, wait_s: float) -> bool:
        """Read what comes within some time; whether anything did."""
        if not select([self.ours], [], [], wait_s)[0]:
            return False
        try:
            more = os.read(self.ours, 65536)
        except OSError:
            return False
        self.seen += more.decode()
        return bool(more)

    def types(self, typed: str) -> None:
        os.write(self.ours, typed.encode())

    def ends_by(self, leave: Callable[[], None]) -> int:
        """Leave, again where the command had not begun to listen, until it has ended; its exit code."""
        for _again in range(5):
            leave()
            while self.reads(LONGEST_WAIT_S / 5):
                pass
            if self.running.poll() is not None:
                break
        return self.running.wait(LONGEST_WAIT_S)

    def hangs_up(self) -> int:
        os.close(self.ours)
        return self.running.wait(30)

    def answers(self) -> list[dict[str, Any]]:
        command = [sys.executable, "-m", "kneewise", "log", "list", "--json"]
        listed = subprocess.run(command, env=self.environment, capture_output=True, check=True)
        return [one["payload"]["answers"] for one in json.loads(listed.stdout)["entries"]]


@pytest.fixture
def person(tmp_path: Path) -> Iterator[Person]:
    somebody = Person(tmp_path / "home")
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
