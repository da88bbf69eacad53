"""Runs are brought by the page: in pieces or by a form, and read beside it; what was wrong is said."""

from __future__ import annotations

import hashlib
import zipfile
from pathlib import Path
from threading import Barrier, Thread
from time import sleep
from typing import TYPE_CHECKING, Any

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpRequest, QueryDict

from kneewise.app import incoming, spool
from kneewise.app.ledger import ledger
from kneewise.app.read_incoming import last_report, reading_now, start_reading
from kneewise.app.runs import runs
from kneewise.store.faults import FullHomeError
from kneewise.web import uploads
from kneewise.web.views import files as views
from tests.files.made import overlapping
from tests.web.told import AT, gpx, make_link

if TYPE_CHECKING:
    from django.test import Client

    from kneewise.app.home import RunnerRef

MODIFIED_MS = 1_700_000_000_000


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give each test a home of its own, before anybody opens it."""
    monkeypatch.setattr(settings, "KNEEWISE_HOME", tmp_path / "home")
    (tmp_path / "home").mkdir()
    return tmp_path / "home"


def begin(page: Client, name: str, content: bytes, **changes: Any) -> Any:
    told = {"name": name, "size": len(content), "modified": MODIFIED_MS} | changes
    return page.post("/files/begin/", told)


def send(page: Client, upload_id: str, offset: int, piece: bytes, *, sha256: str = "") -> Any:
    return page.post(
        f"/files/{upload_id}/?offset={offset}",
        piece,
        content_type="application/octet-stream",
        headers={"x-piece-sha256": sha256 or hashlib.sha256(piece).hexdigest()},
    )


def bring(page: Client, name: str, content: bytes, *, piece_b: int = 7000) -> None:
    """Bring a file as the script does."""
    told = begin(page, name, content).json()
    while told["have"] < told["size"]:
        told = send(page, told["id"], told["have"], content[told["have"] :][:piece_b]).json()


def read(page: Client) -> str:
    """Have it read, and give the page that says what came of it."""
    assert page.post("/files/", {"form": "read"}).status_code == 302
    return settled(page)


def settled(page: Client) -> str:
    while reading_now() is not None:
        sleep(0.01)
    return page.get("/files/").content.decode()


def test_a_run_comes_in_pieces_and_is_read(page: Client, runner: RunnerRef) -> None:
    bring(page, "morning.gpx", gpx("Morning").encode())

    text = read(page)

    assert "1 new activity." in text
    assert 'href="/screen/">Answer the questions' in text
    assert [one.name for one in runs(runner, on=AT.date())] == ["Morning"]
    assert spool.waiting() == 0


def test_a_visit_that_was_cut_goes_on_where_it_was(page: Client) -> None:
    content = gpx("Morning").encode()
    first = begin(page, "morning.gpx", content).json()
    send(page, first["id"], 0, content[:5000])
    page.get(make_link())

    again = begin(page, "morning.gpx", content).json()

    assert again == {"id": first["id"], "have": 5000, "size": len(content)}
    assert "morning.gpx" in page.get("/files/").content.decode()


def test_pieces_are_answered_with_how_far_the_file_has_come(page: Client) -> None:
    content = b"0123456789"
    name = begin(page, "a.fit", content).json()["id"]

    answers = [
        send(page, name, 0, b"0123"),
        send(page, name, 0, b"0123"),
        send(page, name, 2, b"2345"),
        send(page, name, 8, b"89"),
    ]

    assert [(one.status_code, one.json()["have"]) for one in answers] == [
        (200, 4),
        (200, 4),
        (200, 6),
        (409, 6),
    ]


def test_a_piece_that_is_not_what_was_told_is_refused_with_a_reason(page: Client) -> None:
    name = begin(page, "a.fit", b"0123456789").json()["id"]

    answers = [
        send(page, name, 0, b"0123", sha256="0" * 64),
        send(page, name, 0, b"0123456789 and more"),
        send(page, "f" * 32, 0, b"0123"),
    ]

    assert [one.status_code for one in answers] == [400, 422, 404]
    assert all(one.json()["said"] for one in answers)
    assert begin(page, "a.fit", b"0123456789").json()["have"] == 0


@pytest.mark.parametrize("offset", ["", "-1", "x", "1.5", "٣"])
def test_an_offset_that_is_no_number_is_refused(page: Client, offset: str) -> None:
    name = begin(page, "a.fit", b"0123456789").json()["id"]

    assert send(page, name, offset, b"0123").status_code == 400  # type: ignore[arg-type]  # As somebody may send it.


@pytest.mark.parametrize(
    ("told", "status"),
    [
        ({"size": ""}, 400),
        ({"size": "x"}, 400),
        ({"size": -1}, 422),
        ({"modified": 2**80}, 422),
        ({"size": 2**50}, 507),
    ],
)
def test_an_announcement_that_cannot_be_is_refused(
    page: Client, told: dict[str, object], status: int
) -> None:
    answer = begin(page, "a.fit", b"0123", **told)

    assert answer.status_code == status
    assert answer.json()["said"]


def test_a_piece_too_long_for_memory_is_refused(page: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(views, "MOST_PIECE_B", 3)
    name = begin(page, "a.fit", b"0123").json()["id"]

    assert send(page, name, 0, b"0123").status_code == 400


def test_a_connection_that_is_cut_within_a_piece_leaves_nothing_of_it(page: Client) -> None:
    name = begin(page, "a.fit", b"0123456789").json()["id"]
    cut = HttpRequest()
    cut.META = {"CONTENT_LENGTH": "8"}
    cut.method, cut.GET = "POST", QueryDict("offset=0")
    cut.META["HTTP_X_PIECE_SHA256"] = hashlib.sha256(b"01234567").hexdigest()
    cut._stream = Cut()  # type: ignore[assignment]  # What a server gives whose client has gone.

    assert views.files_piece(cut, name).status_code == 400
    assert begin(page, "a.fit", b"0123456789").json()["have"] == 0


class Cut:
    def read(self, *_count: int) -> bytes:
        return b"012"


def test_without_its_secret_nothing_is_taken(outside: Client) -> None:
    outside.get(make_link())

    answers = [
        begin(outside, "a.fit", b"0123"),
        send(outside, "0" * 32, 0, b"0123"),
        outside.post("/files/", {"form": "read"}),
        outside.post("/files/", {"form": "bring", "files": SimpleUploadedFile("a.fit", b"0123")}),
    ]

    assert [one.status_code for one in answers] == [403] * 4
    assert spool.waiting() == 0
    assert incoming.on_their_way() == ()


def test_two_tabs_that_bring_one_file_bring_it_once(page: Client, runner: RunnerRef) -> None:
    content = gpx("Morning").encode()
    start = Barrier(2)

    def tab() -> None:
        start.wait()
        told = begin(page, "morning.gpx", content).json()
        while told.get("have", 0) < len(content):
            sent = send(page, told["id"], told["have"], content[told["have"] :][:4000])
            told = (
                begin(page, "morning.gpx", content).json() if sent.status_code == 404 else told | sent.json()
            )

    tabs = [Thread(target=tab) for _tab in range(2)]
    for one in tabs:
        one.start()
    for one in tabs:
        one.join()
    read(page)

    assert [row.path for row in ledger(runner)] == ["morning.gpx"]


def test_a_form_without_scripts_brings_whole_files(page: Client, runner: RunnerRef) -> None:
    files = [
        SimpleUploadedFile("../../a.gpx", gpx("Morning").encode()),
        SimpleUploadedFile("b.fit", b"no watch"),
    ]

    answer = page.post("/files/", {"form": "bring", "files": files})
    text = settled(page)

    assert answer.status_code == 302
    assert "1 new activity." in text
    assert [(row.path, row.status.value) for row in ledger(runner)] == [
        ("a.gpx", "imported"),
        ("b.fit", "refused"),
    ]


@pytest.mark.parametrize(("count", "named"), [(5, True), (6, False)])
def test_files_without_an_activity_are_named_where_they_are_few(
    page: Client, runner: RunnerRef, count: int, named: bool
) -> None:
    without = [SimpleUploadedFile(f"{number}.jpg", b"\xff\xd8 a picture") for number in range(count)]
    run = SimpleUploadedFile("a.gpx", gpx("Morning").encode())
    page.post("/files/", {"form": "bring", "files": [run, *without]})

    text = settled(page)

    assert "1 new activity." in text
    assert ("0.jpg" in text) == named


def test_a_form_with_nothing_in_it_says_so(page: Client) -> None:
    answer = page.post("/files/", {"form": "bring"})

    assert answer.status_code == 422
    assert "Choose at least one file." in answer.content.decode()


def test_a_form_that_is_too_long_says_what_to_do(page: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(views, "MOST_FORM_B", 100)

    answer = page.post("/files/", {"form": "bring", "files": SimpleUploadedFile("a.fit", b"x" * 200)})

    assert answer.status_code == 413
    assert "kneewise import PATH" in answer.content.decode()
    assert spool.waiting() == 0


def test_a_form_that_finds_no_room_says_so(page: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(incoming, "MOST_B", 100)

    answer = page.post("/files/", {"form": "bring", "files": SimpleUploadedFile("a.fit", b"x" * 200)})

    assert answer.status_code == 413
    assert "There is no room for these files" in answer.content.decode()


def test_a_form_of_files_is_sent_with_its_secret(outside: Client) -> None:
    outside.get(make_link())

    assert outside.post("/files/", {"form": "remove", "upload_id": "x"}).status_code == 403


@pytest.mark.parametrize("path", ["/diary/", "/settings/", "/files/begin/"])
def test_no_other_form_takes_a_file(page: Client, home: Path, path: str) -> None:
    answer = page.post(path, {"files": SimpleUploadedFile("a.fit", b"0123")})

    assert answer.status_code == 400
    assert not (home / "incoming").exists()


def test_a_bomb_is_refused_and_the_honest_file_beside_it_is_read(page: Client, tmp_path: Path) -> None:
    overlapping(tmp_path / "bomb.zip", members=2000)
    bring(page, "bomb.zip", (tmp_path / "bomb.zip").read_bytes(), piece_b=400_000)
    bring(page, "morning.gpx", gpx("Morning").encode())

    text = read(page)

    assert "1 new activity." in text
    assert "bomb.zip" in text
    assert "Refused." in text


def test_an_export_is_read_as_one(page: Client, runner: RunnerRef, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "export.zip", "w") as archive:
        archive.writestr("activities/1.gpx", gpx("Morning"))
        archive.writestr("notes.txt", "nothing")
    bring(page, "export.zip", (tmp_path / "export.zip").read_bytes())
    bring(page, "Watch/2.gpx", gpx("Morning").encode())

    read(page)

    assert [row.path for row in ledger(runner)] == [
        "Watch/2.gpx", "export.zip", "export.zip!/activities/1.gpx", "export.zip!/notes.txt"
    ]  # fmt: skip


def test_names_are_shown_as_text(page: Client) -> None:
    begin(page, "<script>alert(1)</script>.fit", b"0123")
    bring(page, "<img src=x>.fit", b"no watch")

    text = read(page)

    assert "<script>alert" not in text
    assert "<img" not in text
    assert "_script_" in text


def test_a_file_that_was_begun_can_be_removed(page: Client) -> None:
    name = begin(page, "a.fit", b"0123").json()["id"]
    before = page.get("/files/").content.decode()

    answer = page.post("/files/", {"form": "remove", "upload_id": name})

    assert "a.fit" in before
    assert answer.status_code == 302
    assert "a.fit" not in page.get("/files/").content.decode()


def test_looking_writes_nothing(page: Client, home: Path) -> None:
    page.get("/files/")

    assert not (home / "incoming").exists()


def test_a_form_of_somebody_else_is_refused(page: Client) -> None:
    assert page.post("/files/", {"form": "?"}).status_code == 422


def test_what_a_stopped_server_left_can_be_read_later(page: Client, runner: RunnerRef) -> None:
    bring(page, "morning.gpx", gpx("Morning").encode())
    spool.next_batch()
    waits = page.get("/files/").content.decode()

    text = read(page)

    assert "1 file waits to be read." in waits
    assert "waits to be read" not in text
    assert len(runs(runner, on=AT.date())) == 1


def test_a_reading_that_finds_no_room_says_so_and_keeps_the_files(
    page: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    bring(page, "morning.gpx", gpx("Morning").encode())
    with monkeypatch.context() as full:
        full.setattr("kneewise.app.read_incoming.import_paths", no_room)
        text = read(page)

    assert "make room" in text
    assert "1 file waits to be read." in text
    assert "1 new activity." in read(page)


def no_room(*_told: object, **_more: object) -> None:
    raise FullHomeError("No space left on device")


def test_readings_take_turns(page: Client, runner: RunnerRef) -> None:
    bring(page, "morning.gpx", gpx("Morning").encode())

    for one in [start_reading(runner, now=lambda: AT) for _time in range(3)]:
        one.join()

    assert [row.path for row in ledger(runner)] == ["morning.gpx"]
    report = last_report()
    assert report is not None
    assert report.new == 1


def test_a_report_that_cannot_be_read_is_none(page: Client, home: Path) -> None:
    spool.make_spool()
    (home / "incoming" / "report.json").write_text('{"counts": 3}')

    assert page.get("/files/").status_code == 200


def test_the_script_sends_pieces_that_are_taken() -> None:
    assert uploads.PIECE_B <= uploads.MOST_PIECE_B
