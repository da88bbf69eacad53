"""The page ends by one Ctrl-C and by its terminal, and leaves nobody behind who still answers."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from re import search
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from kneewise.app.lan.addresses import own_addresses
from tests.cli.at_a_terminal import Person
from tests.e2e.served import answers, becomes


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def people() -> Iterator[list[Person]]:
    all_of_them: list[Person] = []
    yield all_of_them
    for person in all_of_them:
        if person.running.poll() is None:
            person.running.kill()
            person.running.wait()


def _serves(home: Path, people: list[Person], *options: str) -> Person:
    person = Person(home, "serve", "--port", "0", *options)
    people.append(person)
    person.waits_for("Press Ctrl-C to stop.")
    # Whoever has seen the page has a worker that listens to everything by now.
    with suppress(HTTPError):
        urlopen(f"http://127.0.0.1:{_port(person)}/open/none", timeout=20).close()
    return person


def _port(person: Person) -> int:
    found = search(r"http://127\.0\.0\.1:(\d+)/open/", person.seen)
    assert found is not None
    return int(found[1])


# Told by the terminal and by its parent at the same moment, the worker often waited for itself.
@pytest.mark.parametrize("time", range(6))
def test_one_ctrl_c_ends_it(home: Path, people: list[Person], time: int) -> None:
    person = _serves(home, people)

    person.types("\x03")

    assert person.running.wait(20) == 0
    assert not answers("127.0.0.1", _port(person))


@pytest.mark.skipif(not own_addresses(), reason="this machine is in no private network")
@pytest.mark.parametrize("time", range(3))
def test_one_ctrl_c_ends_it_for_phones_too(home: Path, people: list[Person], time: int) -> None:
    person = _serves(home, people, "--lan")
    found = search(r"https://\[?([^/\]]+?)\]?:(\d+)/pair/", person.seen)
    assert found is not None
    assert answers(found[1], int(found[2]))

    person.types("\x03")

    assert person.running.wait(20) == 0
    assert not answers(found[1], int(found[2]))


def test_a_closed_terminal_ends_it(home: Path, people: list[Person]) -> None:
    person = _serves(home, people)

    assert person.hangs_up() == 0
    assert becomes(lambda: not answers("127.0.0.1", _port(person)))
