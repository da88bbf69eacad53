"""Files come in pieces, in any number of visits, and are whole in the end or not there."""

from __future__ import annotations

import hashlib
import resource
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.conf import settings

from kneewise.app import incoming, spool
from kneewise.app.incoming import (
    Coming,
    DamagedPieceError,
    GapError,
    IncomingError,
    NoRoomError,
    OtherPieceError,
    UnknownUploadError,
)

NOW = datetime.now(UTC)
CHANGED_MS = 1_700_000_000_000
WHOLE = bytes(range(250)) * 4


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(settings, "KNEEWISE_HOME", tmp_path / "home")
    return tmp_path / "home"


def begin(name: str = "export.zip", *, size_b: int = len(WHOLE), modified_ms: int = CHANGED_MS) -> Coming:
    return incoming.begin(name, size_b=size_b, modified_ms=modified_ms, now=NOW)


def take(coming: Coming, start: int, end: int, *, of: bytes = WHOLE) -> int:
    piece = of[start:end]
    sha256 = hashlib.sha256(piece).hexdigest()
    return incoming.take(coming.upload_id, offset_b=start, piece=piece, sha256=sha256).have_b


def arrived() -> dict[str, bytes]:
    """Take what is whole, as a reading would."""
    return {
        str(file.relative_to(top.parent)): file.read_bytes()
        for top in spool.next_batch()
        for file in (sorted(top.rglob("*")) if top.is_dir() else [top])
        if file.is_file()
    }


def test_a_file_comes_whole_in_pieces() -> None:
    coming = begin()

    have = [take(coming, start, start + 300) for start in range(0, 1000, 300)]

    assert have == [300, 600, 900, 1000]
    assert incoming.on_their_way() == ()
    assert arrived() == {"export.zip": WHOLE}


@pytest.mark.parametrize("cut", [0, 1, 299, 300, 301, 999])
def test_it_goes_on_from_any_place(cut: int) -> None:
    take(begin(), 0, cut)

    again = begin()
    take(again, again.have_b, 1000)

    assert again.have_b == cut
    assert arrived() == {"export.zip": WHOLE}


def test_a_piece_that_comes_twice_or_overlaps_is_taken_once() -> None:
    coming = begin()

    have = [take(coming, *piece) for piece in ((0, 400), (0, 400), (200, 600), (100, 300), (600, 1000))]

    assert have == [400, 400, 600, 600, 1000]
    assert arrived() == {"export.zip": WHOLE}


def test_a_piece_from_farther_on_is_told_where_to_go_on() -> None:
    coming = begin()
    take(coming, 0, 300)

    with pytest.raises(GapError) as told:
        take(coming, 600, 900)

    assert told.value.have_b == 300
    assert begin().have_b == 300


def test_a_damaged_piece_is_not_taken() -> None:
    coming = begin()

    with pytest.raises(DamagedPieceError):
        incoming.take(coming.upload_id, offset_b=0, piece=WHOLE[:300], sha256="0" * 64)

    assert begin().have_b == 0


@pytest.mark.parametrize(
    ("start", "of"), [(200, bytes(1000)), (0, bytes(1000)), (300, WHOLE + b"more than was told")]
)
def test_a_piece_of_another_file_is_not_taken(start: int, of: bytes) -> None:
    coming = begin()
    take(coming, 0, 300)

    with pytest.raises(OtherPieceError):
        take(coming, start, len(of), of=of)

    assert begin().have_b == 300


@pytest.mark.parametrize("upload_id", ["", "0" * 32, "../../secret-key", "lock", "0" * 31 + "\n", "A" * 32])
def test_a_piece_of_nothing_that_was_announced_is_not_taken(upload_id: str) -> None:
    begin("other.zip")

    with pytest.raises(UnknownUploadError):
        incoming.take(upload_id, offset_b=0, piece=b"", sha256=hashlib.sha256(b"").hexdigest())


def test_two_tabs_may_bring_the_same_file() -> None:
    here, there = begin(), begin()

    take(here, 0, 500)
    take(there, 0, 300)
    take(there, 300, 1000)

    with pytest.raises(UnknownUploadError):
        take(here, 500, 1000)
    assert begin().have_b == 1000
    assert arrived() == {"export.zip": WHOLE}


def test_a_file_that_is_whole_is_not_sent_again_until_it_is_read() -> None:
    take(begin(), 0, 1000)
    waiting = begin().have_b
    spool.next_batch()
    being_read = begin().have_b
    spool.drop_batch()

    assert (waiting, being_read, begin().have_b) == (1000, 1000, 0)


def test_an_empty_file_is_whole_at_once() -> None:
    assert begin("empty.fit", size_b=0).have_b == 0
    assert arrived() == {"empty.fit": b""}


def test_another_file_of_the_same_name_is_another_upload() -> None:
    first, second = begin(), begin(modified_ms=CHANGED_MS + 60_000)
    take(first, 0, 1000)
    take(second, 0, 1000)

    assert first.upload_id != second.upload_id
    assert len(spool.next_batch()) == 2


def test_the_files_of_a_folder_lie_together() -> None:
    for name in ("Strava/activities.csv", "Strava/activities/1.fit", "Strava/activities"):
        take(begin(name), 0, 1000)

    batch = spool.next_batch()

    assert sorted(top.name for top in batch) == ["Strava", "Strava"]
    assert set(arrived()) == {"Strava/activities.csv", "Strava/activities/1.fit", "Strava/activities"}


HOSTILE = (
    "../../etc/passwd", "/etc/passwd", "..", ".", "", "...", "a/../../b.fit", "C:\\Windows\\x.fit",
    "a\0b.fit",
    "a\nb\x1b[31m.fit", "\u202egpj.fit", "\ud800.fit", "x" * 5000 + ".fit", "é" * 300 + ".fit",
    "d/" * 500 + "a.fit",
    "told.json", "part", "lock", "CON: *?.fit", " . ", "~/.ssh/id", "%2e%2e%2fa", "a/ ../b",
)  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_no_name_leads_out_of_its_place(home: Path, name: str) -> None:
    take(begin(name), 0, 1000)

    batch = spool.next_batch()
    files = [file for top in batch for file in (top, *top.rglob("*")) if file.is_file()]

    assert len(files) == 1
    assert files[0].resolve().is_relative_to((home / "incoming" / "being-read").resolve())
    assert all(part.isprintable() and len(part.encode()) <= 200 for part in files[0].parts)
    assert [one.name for one in home.iterdir()] == ["incoming"]


def test_a_long_name_keeps_its_ending() -> None:
    assert begin("x" * 5000 + ".fit.gz").name.endswith("x.fit.gz")


@pytest.mark.parametrize(("size_b", "modified_ms"), [(-1, 0), (1, -1), (1, 2**70)])
def test_what_no_file_can_be_is_refused(size_b: int, modified_ms: int) -> None:
    with pytest.raises(IncomingError):
        begin(size_b=size_b, modified_ms=modified_ms)


def test_what_is_longer_than_there_is_room_for_is_refused_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(incoming, "MOST_B", 1500)
    begin()

    with pytest.raises(NoRoomError, match=r"second\.zip.*kneewise import PATH"):
        begin("second.zip")

    assert [one.name for one in incoming.on_their_way()] == ["export.zip"]


def test_the_disk_is_not_filled_to_its_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(incoming, "SPARE_B", 2**70)

    with pytest.raises(NoRoomError):
        begin()


def test_a_disk_that_fills_up_loses_nothing() -> None:
    coming = begin()
    take(coming, 0, 300)

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (450, before[1]))
    try:
        with pytest.raises(NoRoomError, match="goes on from here"):
            take(coming, 300, 600)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)

    assert begin().have_b == 300
    assert take(coming, 300, 1000) == 1000


def test_what_nobody_goes_on_with_is_removed_after_a_week(home: Path) -> None:
    begin("old.zip")
    later = NOW + timedelta(days=8)
    incoming.begin("new.zip", size_b=10, modified_ms=CHANGED_MS, now=NOW + timedelta(days=6))
    kept = [one.name for one in incoming.on_their_way()]

    incoming.begin("newer.zip", size_b=10, modified_ms=CHANGED_MS, now=later)

    assert kept == ["new.zip", "old.zip"]
    assert [one.name for one in incoming.on_their_way()] == ["newer.zip"]


def test_what_was_begun_can_be_removed(home: Path) -> None:
    coming = begin()
    take(coming, 0, 300)

    incoming.remove(coming.upload_id)
    incoming.remove(coming.upload_id)
    incoming.remove("../incoming")

    assert incoming.on_their_way() == ()
    assert (home / "incoming" / "lock").exists()
    assert begin().have_b == 0


def test_what_a_killed_reading_left_comes_first() -> None:
    take(begin("first.zip"), 0, 1000)
    spool.next_batch()
    take(begin("second.zip"), 0, 1000)

    first = [one.name for one in spool.next_batch()]
    spool.drop_batch()

    assert first == ["first.zip"]
    assert [one.name for one in spool.next_batch()] == ["second.zip"]


def test_files_of_one_form_that_are_alike_are_all_kept(tmp_path: Path) -> None:
    for content in (b"one", b"two"):
        file = tmp_path / content.decode()
        file.write_bytes(content)
        incoming.put_whole("run.fit", file, now=NOW)

    assert sorted(one.read_bytes() for one in spool.next_batch()) == [b"one", b"two"]


def test_nobody_else_can_read_what_is_on_its_way(home: Path) -> None:
    take(begin("Garmin/a.fit"), 0, 1000)
    take(begin(), 0, 500)

    assert (home / "incoming").stat().st_mode & 0o077 == 0
