"""A zip within a zip is read onward, in memory that does not grow, and trusted no more than the outer one."""

import io
import pickle
import random
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from kneewise.files import examine, open_offered
from kneewise.files.limits import MOST_MEMBERS
from kneewise.files.member import TAIL_B
from tests.files.made import claiming, crowded, encrypted, overlapping, quoting, tcx, zipped


def reasons(path: Path) -> dict[str, str]:
    return {file.path: file.reading.reason for file in map(examine, open_offered(path))}


def nested(folder: Path, inner: bytes, *, method: int = zipfile.ZIP_DEFLATED) -> Path:
    path = folder / "a.zip"
    with zipfile.ZipFile(path, "w", method) as archive:
        archive.writestr("in.zip", inner)
        archive.writestr("run.tcx", tcx())
    return path


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED], ids=["stored", "packed"])
def test_a_zip_within_a_zip_is_opened(tmp_path: Path, method: int) -> None:
    inner = zipped(tmp_path / "in.zip", {"deep/b.tcx": tcx(seconds=300), "c.txt": b"hello"}).read_bytes()

    found = reasons(nested(tmp_path, inner, method=method))

    assert found == {
        "a.zip": "archive",
        "a.zip!/in.zip": "archive",
        "a.zip!/in.zip!/deep/b.tcx": "",
        "a.zip!/in.zip!/c.txt": "other_kind",
        "a.zip!/run.tcx": "",
    }


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED], ids=["stored", "packed"])
def test_members_larger_than_what_is_kept_of_it_come_out_whole_in_any_order(
    tmp_path: Path, method: int
) -> None:
    members = {f"{number}.bin": random.Random(number).randbytes(TAIL_B // 2) for number in range(8)}
    inner = zipped(tmp_path / "in.zip", members).read_bytes()
    offered = {one.path[-5:]: one for one in open_offered(nested(tmp_path, inner, method=method))}
    order = [*members, *reversed(members)]

    assert [offered[name].read() == members[name] for name in order] == [True] * len(order)


def test_a_member_of_an_inner_zip_can_be_sent_to_another_process(tmp_path: Path) -> None:
    inner = zipped(tmp_path / "in.zip", {"b.tcx": tcx()}).read_bytes()
    offered = {one.path: one for one in open_offered(nested(tmp_path, inner))}

    sent = pickle.loads(pickle.dumps(offered["a.zip!/in.zip!/b.tcx"]))  # noqa: S301 - ours, just made.

    assert sent.read() == tcx()
    assert len(sent.stored_sha256()) == 64


def test_a_third_zip_is_not_opened(tmp_path: Path) -> None:
    third = zipped(tmp_path / "in.zip", {"b.tcx": tcx()}).read_bytes()
    second = zipped(tmp_path / "in.zip", {"third.zip": third}).read_bytes()

    assert reasons(nested(tmp_path, second))["a.zip!/in.zip!/third.zip"] == "zip_in_zip"


@pytest.mark.parametrize(
    ("bomb", "reason"),
    [
        (lambda path: overlapping(path, members=500), "zip_overlap"),
        (quoting, "zip_overlap"),
        (lambda path: claiming(path, members=MOST_MEMBERS + 1), "zip_too_many"),
        (lambda path: crowded(path, members=MOST_MEMBERS + 1), "zip_too_many"),
    ],
    ids=["overlapping", "quoting", "claiming", "crowded"],
)
def test_a_bomb_within_a_zip_is_refused_and_its_neighbour_is_read(
    tmp_path: Path, bomb: Callable[[Path], Path], reason: str
) -> None:
    inner = bomb(tmp_path / "in.zip").read_bytes()

    assert reasons(nested(tmp_path, inner, method=zipfile.ZIP_STORED)) == {
        "a.zip": "archive",
        "a.zip!/in.zip": reason,
        "a.zip!/run.tcx": "",
    }


def test_packing_twice_does_not_let_more_through(tmp_path: Path) -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(40):
            # Each is within the bounds by itself; together they are far more than was offered.
            archive.writestr(f"{number}.fit", bytes(1_000_000))

    assert reasons(nested(tmp_path, held.getvalue()))["a.zip!/in.zip"] == "too_large"


def test_an_inner_zip_that_shrinks_like_no_zip_does_is_refused_before_it_is_read(tmp_path: Path) -> None:
    assert reasons(nested(tmp_path, bytes(50_000_000)))["a.zip!/in.zip"] == "too_large"


def test_a_protected_member_within_is_refused(tmp_path: Path) -> None:
    inner = encrypted(tmp_path / "in.zip", "b.tcx", tcx()).read_bytes()

    assert reasons(nested(tmp_path, inner))["a.zip!/in.zip!/b.tcx"] == "zip_encrypted"


@pytest.mark.parametrize("name", ["../b.tcx", "/b.tcx", "C:/b.tcx"])
def test_a_name_within_that_leads_out_is_refused(tmp_path: Path, name: str) -> None:
    inner = zipped(tmp_path / "in.zip", {name: tcx()}).read_bytes()

    assert "zip_name_leads_out" in reasons(nested(tmp_path, inner)).values()


def test_all_zips_together_hold_no_more_than_one_may(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kneewise.files.archive.MOST_MEMBERS", 4)
    inner = zipped(tmp_path / "in.zip", {f"{number}.tcx": tcx() for number in range(3)}).read_bytes()

    found = list(reasons(nested(tmp_path, inner)).values())

    assert found.count("zip_too_many") == 2


def test_a_damaged_inner_zip_is_refused_and_its_neighbour_is_read(tmp_path: Path) -> None:
    inner = zipped(tmp_path / "in.zip", {"b.tcx": tcx()}).read_bytes()
    path = nested(tmp_path, inner)
    written = bytearray(path.read_bytes())
    written[200] ^= 0xFF
    path.write_bytes(written)

    found = reasons(path)

    assert found["a.zip!/in.zip"] == "zip_member_damaged"
    assert found["a.zip!/run.tcx"] == ""


def test_an_inner_zip_that_is_longer_than_it_says_is_refused(tmp_path: Path) -> None:
    inner = zipped(tmp_path / "in.zip", {"b.tcx": tcx()}).read_bytes()
    path = nested(tmp_path, inner)
    written = bytearray(path.read_bytes())
    at = written.index(b"PK\x01\x02")
    struct.pack_into("<I", written, at + 24, len(inner) - 40)
    path.write_bytes(written)

    assert reasons(path)["a.zip!/in.zip"] in {"zip_member_damaged", "zip_damaged"}


def test_a_member_without_a_name_harms_nobody(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", {"?": b"hello", "run.tcx": tcx()})
    written = bytearray(path.read_bytes())
    entry = written.index(b"PK\x01\x02")
    struct.pack_into("<HH", written, entry + 28, 0, 1)
    path.write_bytes(written)

    assert reasons(path)["a.zip!/run.tcx"] == ""


@pytest.mark.parametrize("name", ["noext", "in.fit"])
def test_a_zip_in_a_zip_is_known_by_its_content(tmp_path: Path, name: str) -> None:
    inner = zipped(tmp_path / "in.zip", {"b.tcx": tcx()}).read_bytes()

    found = reasons(zipped(tmp_path / "a.zip", {name: inner}))

    assert found == {"a.zip": "archive", f"a.zip!/{name}": "archive", f"a.zip!/{name}!/b.tcx": ""}
