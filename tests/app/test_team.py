"""Further processes give the same answers as this one, and lose one file at most."""

import multiprocessing
import os
import signal
import time
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

import pytest

from kneewise.app.look import Looked, Looker
from kneewise.app.look_at_all import look_at_all
from kneewise.app.numbers import house_numbers
from kneewise.app.team import MOST_AT_ONCE_B, look_together
from kneewise.files import Offered, open_offered
from tests.app.samples import fit_bytes

DEADLY = b"a file that ends the process that reads it"
FULL = b"a file that finds the disk full"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fragile:
    """Looks only at lengths, and ends at certain files, as a process does that the system ends.

    In the process that asks it is so slow that the other ones are up before it is through.
    """

    asking: int = field(default_factory=os.getpid)

    def look(self, offered: Offered) -> Looked:
        content = offered.read()
        if os.getpid() == self.asking:
            time.sleep(1.0)
            return Looked(path=offered.path, sha256=str(len(content)))
        if content == DEADLY:
            os.kill(os.getpid(), signal.SIGKILL)
        if content == FULL:
            raise OSError(28, "No space left on device")
        return Looked(path=offered.path, sha256=str(len(content)))


def files(folder: Path, contents: Sequence[bytes]) -> list[Offered]:
    offered = []
    for place, content in enumerate(contents):
        path = folder / f"{place:03}"
        path.write_bytes(content)
        offered.append(Offered(path=path.name, read=path.read_bytes, stored_sha256=partial(str, "on disk")))
    return offered


def without_points(looked: Looked) -> tuple[object, ...]:
    """What of an answer can be compared: recordings hold arrays, though empty ones."""
    found = [(one.measured, one.rank, one.recording.start, one.recording.sport) for one in looked.found]
    return (looked.path, looked.sha256, looked.verdict, looked.reason, looked.kept, found)


def test_other_processes_find_the_same_in_the_same_order(tmp_path: Path) -> None:
    folder = tmp_path / "offered"
    folder.mkdir()
    for days_ago in (2, 5):
        (folder / f"{days_ago}.fit").write_bytes(fit_bytes(days_ago))
    (folder / "note.txt").write_bytes(b"no activity")
    offered = list(open_offered(folder))
    looker = Looker(home=tmp_path / "home", numbers=house_numbers().observe)

    alone = list(look_at_all(looker.look, offered, workers=1))
    together = list(look_together(looker.look, offered, workers=2))

    assert [without_points(one) for one in together] == [without_points(one) for one in alone]
    assert sum(len(one.found) for one in alone) == 2


def test_a_file_that_ends_its_process_is_refused_and_the_others_are_read(tmp_path: Path) -> None:
    contents = [bytes(length) for length in range(1, 80)]
    contents[60] = DEADLY
    offered = files(tmp_path, contents)

    answers = list(look_together(Fragile().look, offered, workers=1))

    assert [one.path for one in answers] == [one.path for one in offered]
    assert [one.reason for one in answers if one.reason] == ["reader_died"]
    assert answers[60].sha256 == "on disk"


@dataclass(frozen=True, slots=True, kw_only=True)
class ShortLived:
    """Answers three files in another process, and ends it at the fourth."""

    asking: int = field(default_factory=os.getpid)
    seen: list[str] = field(default_factory=list)

    def look(self, offered: Offered) -> Looked:
        if os.getpid() == self.asking:
            time.sleep(0.1)
            return Looked(path=offered.path, sha256="here")
        self.seen.append(offered.path)
        if len(self.seen) == 4:
            os.kill(os.getpid(), signal.SIGKILL)
        return Looked(path=offered.path, sha256="there")


def test_what_a_process_answered_before_it_died_is_not_lost(tmp_path: Path) -> None:
    offered = files(tmp_path, [b"well"] * 400)
    answers: list[Looked] = []

    for one in look_together(ShortLived().look, offered, workers=1):
        answers.append(one)
        # All that it answers is there, unread, when the next is asked for.
        while one.sha256 == "there" and multiprocessing.active_children():
            time.sleep(0.01)
        if one.reason:
            break

    assert [one.sha256 for one in answers[-4:]] == ["there", "there", "there", "on disk"]
    assert answers[-1].reason == "reader_died"


def test_a_full_disk_in_another_process_is_told_here(tmp_path: Path) -> None:
    offered = files(tmp_path, [*[b"well"] * 60, FULL])

    with pytest.raises(OSError, match="No space"):
        list(look_together(Fragile().look, offered, workers=2))


def test_little_work_starts_no_process(tmp_path: Path) -> None:
    offered = files(tmp_path, [b"well"] * 3)

    assert [one.path for one in look_at_all(Fragile().look, offered, alone_s=0.0)] == ["000", "001", "002"]
    assert multiprocessing.active_children() == []


def test_an_import_that_is_left_lets_its_processes_go(tmp_path: Path) -> None:
    team = look_together(Fragile().look, files(tmp_path, [b"well"] * 60), workers=2)
    next(team)

    team.close()

    assert multiprocessing.active_children() == []


@dataclass(frozen=True, slots=True, kw_only=True)
class Counting:
    """Looks slowly, and leaves a file for as long as it does; says how many others it saw.

    Attributes:
        folder: Where each of them leaves it.
    """

    folder: Path

    def look(self, offered: Offered) -> Looked:
        own = self.folder / offered.path
        own.touch()
        time.sleep(0.02)
        others = len(list(self.folder.iterdir())) - 1
        own.unlink()
        return Looked(path=offered.path, sha256=str(others))


def test_a_long_file_is_looked_at_alone(tmp_path: Path) -> None:
    folder = tmp_path / "at work"
    folder.mkdir()
    offered = [replace(one, size_b=1 << 10) for one in files(tmp_path, [b"well"] * 200)]
    long = range(80, 200, 40)
    for index in long:
        offered[index] = replace(offered[index], size_b=MOST_AT_ONCE_B)

    answers = list(look_together(Counting(folder=folder).look, offered, workers=2))

    assert [one.path for one in answers] == [one.path for one in offered]
    assert [answers[index].sha256 for index in long] == ["0"] * len(long)


@pytest.mark.parametrize(("count", "helped"), [(60, False), (94, False), (95, True), (200, True)])
def test_others_help_where_the_rest_takes_much_longer_than_they_take_to_start(
    count: int, helped: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []
    clock = iter(range(10**6))

    def together(_look: object, offered: Sequence[Offered], *, workers: int) -> list[Looked]:
        asked.append(workers)
        return [Looked(path=one.path, sha256="") for one in offered]

    monkeypatch.setattr("kneewise.app.look_at_all.look_together", together)
    monkeypatch.setattr("kneewise.app.look_at_all.time.monotonic", lambda: next(clock) / 100)

    look = lambda one: Looked(path=one.path, sha256="")  # noqa: E731 - one line says it.
    found = list(look_at_all(look, files(tmp_path, [b""] * count), alone_s=0.2, workers=2))

    assert [one.path for one in found] == [f"{place:03}" for place in range(count)]
    assert asked == ([2] if helped else [])
