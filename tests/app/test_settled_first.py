"""Files go on when their originals are on the disk, one for each that comes."""

import itertools
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from kneewise.app import settled_first as module
from kneewise.app.look import Looked
from kneewise.app.settled_first import MOST_WAITING, settled_first
from kneewise.store.original_files import KeptFile, place_of

KEPT = KeptFile(size_bytes=1, kept_bytes=1, packed=False)


def files(count: int) -> list[Looked]:
    return [Looked(path=str(number), sha256=f"{number:064x}", kept=KEPT) for number in range(count)]


@pytest.fixture
def on_disk(monkeypatch: pytest.MonkeyPatch) -> set[Path]:
    there: set[Path] = set()

    def note(places: Iterable[Path]) -> None:
        there.update(places)

    monkeypatch.setattr(module, "settle", note)
    return there


def test_no_file_goes_on_before_its_original_is_on_the_disk(tmp_path: Path, on_disk: set[Path]) -> None:
    offered = files(3 * MOST_WAITING + 5)
    gone: list[Looked] = []
    for one in settled_first(tmp_path, offered):
        assert place_of(tmp_path, one.sha256) in on_disk
        gone.append(one)
    assert gone == offered


def test_one_goes_on_for_each_that_comes(tmp_path: Path, on_disk: set[Path]) -> None:
    asked = 0

    def every() -> Iterator[Looked]:
        nonlocal asked
        for one in files(3 * MOST_WAITING):
            asked += 1
            yield one

    going = settled_first(tmp_path, every())
    asked_by_then = [asked for _ in zip(range(2 * MOST_WAITING), going, strict=False)]
    assert asked_by_then[0] == MOST_WAITING + 1
    assert max(later - before for before, later in itertools.pairwise(asked_by_then)) == 1


def test_files_that_come_slowly_are_not_held_back_for_long(
    tmp_path: Path, on_disk: set[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "LONGEST_WAIT_S", -1.0)
    offered = files(3)
    going = settled_first(tmp_path, offered)
    assert next(going) == offered[0]
    assert place_of(tmp_path, offered[2].sha256) not in on_disk
