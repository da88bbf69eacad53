import gzip
import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.test import override_settings

from kneewise.store.models import Original
from kneewise.store.original_files import KeptFile, keep_file, settle
from kneewise.store.originals import OriginalLostError, file_of, keep_original, recall_original
from kneewise.store.runners import make_runner

CONTENT = b"a watch wrote this " * 200


@pytest.fixture
def home(tmp_path: Path, sqlite_database: Path) -> Iterator[Path]:
    with override_settings(KNEEWISE_HOME=tmp_path / "home"):
        yield tmp_path / "home"


@pytest.mark.parametrize("content", [CONTENT, gzip.compress(CONTENT, mtime=0)])
def test_an_original_comes_back_bit_for_bit(home: Path, content: bytes) -> None:
    runner = make_runner()
    sha256 = hashlib.sha256(content).hexdigest()
    kept = keep_file(home, sha256, content)
    keep_original(runner, sha256, kept)

    assert recall_original(runner, sha256) == content
    assert kept.kept_bytes < len(CONTENT) / 4
    assert kept.size_bytes == len(content)
    assert [path.name for path in file_of(sha256).parent.iterdir()] == [f"{sha256[2:]}.gz"]


def test_an_original_that_is_known_keeps_its_row(database: str) -> None:
    runner = make_runner()
    first, second = (
        keep_original(runner, "ab" * 32, KeptFile(size_bytes=9, kept_bytes=kept_b, packed=True))
        for kept_b in (7, 8)
    )
    assert first == second
    assert list(Original.objects.values_list("kept_bytes", flat=True)) == [8]


def test_an_original_that_was_altered_is_not_handed_out(home: Path) -> None:
    runner = make_runner()
    sha256 = hashlib.sha256(CONTENT).hexdigest()
    keep_original(runner, sha256, keep_file(home, sha256, CONTENT))
    file_of(sha256).write_bytes(gzip.compress(b"something else"))

    with pytest.raises(OriginalLostError):
        recall_original(runner, sha256)


def test_a_write_that_fails_leaves_nothing_behind(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sha256 = hashlib.sha256(CONTENT).hexdigest()

    def fail(_draft: Path, _place: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", fail)

    with pytest.raises(OSError, match="No space"):
        keep_file(home, sha256, CONTENT)

    assert list(file_of(sha256).parent.iterdir()) == []


@pytest.mark.parametrize("content", [CONTENT, gzip.compress(CONTENT, mtime=0)])
@pytest.mark.parametrize("left", [0, 7])
def test_an_original_that_a_power_cut_left_in_pieces_is_written_again(
    home: Path, content: bytes, left: int
) -> None:
    runner = make_runner()
    sha256 = hashlib.sha256(content).hexdigest()
    keep_file(home, sha256, content)
    file_of(sha256).write_bytes(file_of(sha256).read_bytes()[:left])

    keep_original(runner, sha256, keep_file(home, sha256, content))

    assert recall_original(runner, sha256) == content


def test_settling_reaches_the_file_and_each_folder_it_is_in(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sha256 = hashlib.sha256(CONTENT).hexdigest()
    keep_file(home, sha256, CONTENT)
    reached: set[Path] = set()
    monkeypatch.setattr("os.fsync", lambda handle: reached.add(Path(f"/proc/self/fd/{handle}").readlink()))

    settle([file_of(sha256)])

    file = file_of(sha256)
    assert reached == {file, file.parent, file.parent.parent, home}


def test_a_disk_that_cannot_settle_says_so(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sha256 = hashlib.sha256(CONTENT).hexdigest()
    keep_file(home, sha256, CONTENT)

    def fail(_handle: int) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr("os.fsync", fail)

    with pytest.raises(OSError, match="Input/output"):
        settle([file_of(sha256)])
