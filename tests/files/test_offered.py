"""Whatever is offered: every file is one line, and one sentence says why it was not taken."""

import gzip
import unicodedata
from pathlib import Path
from typing import Literal

import pytest

from kneewise.files import Examined, Verdict, examine, open_offered, read_recordings
from kneewise.files.limits import MOST_MEMBERS
from kneewise.model.sport import Sport
from tests.files.made import (
    claiming,
    crowded,
    encrypted,
    fit,
    gpx,
    gpx_points,
    overlapping,
    quoting,
    tcx,
    zipped,
)

STRAVA = (
    "Activity ID,Activity Date,Activity Name,Activity Type,Activity Description,Elapsed Time,Distance,"
    "Activity Gear,Filename,Elapsed Time,Distance\r\n"
    '1,"4 May 2026, 06:30:00",Mill lane,Run,"slow, then slower",600,1.8,'
    "Old Faithful,activities/1.gpx.gz,600.0,1800.0\r\n"
    '2,"5 May 2026, 06:30:00",By hand,Run,,600,1.8,,,600.0,1800.0\r\n'
)


def looked_at(path: Path) -> dict[str, Examined]:
    return {file.path: file for file in map(examine, open_offered(path))}


def reasons(path: Path) -> dict[str, str]:
    return {name: file.reading.reason for name, file in looked_at(path).items()}


def test_every_file_of_a_folder_is_one_line(tmp_path: Path) -> None:
    export = tmp_path / "export"
    (export / "deep").mkdir(parents=True)
    (export / "run.tcx").write_bytes(tcx())
    (export / "deep" / "notes.txt").write_text("hello")

    assert reasons(export) == {"export/deep/notes.txt": "other_kind", "export/run.tcx": ""}


def test_a_zip_has_a_line_and_each_member_has_one(tmp_path: Path) -> None:
    archive = zipped(tmp_path / "a.zip", {"x.fit.gz": gzip.compress(fit()), "folder/p.png": b"\x89PNG"})

    assert reasons(archive) == {
        "a.zip": "archive",
        "a.zip!/x.fit.gz": "",
        "a.zip!/folder/p.png": "other_kind",
    }


def test_members_can_be_read_after_the_walk_is_over(tmp_path: Path) -> None:
    archive = zipped(tmp_path / "a.zip", {"run.tcx": tcx()})

    offered = list(open_offered(archive))

    assert offered[1].read() == tcx()


def test_an_archive_among_files_is_looked_into(tmp_path: Path) -> None:
    zipped(tmp_path / "a.zip", {"run.tcx": tcx()})

    assert f"{tmp_path.name}/a.zip!/run.tcx" in reasons(tmp_path)


def test_stravas_table_names_the_files_beside_it(tmp_path: Path) -> None:
    packed = gzip.compress(gpx(gpx_points(range(600), speed_m_s=1.6, cadence=80), kind=""))
    archive = zipped(
        tmp_path / "export.zip",
        {"export/activities/1.gpx.gz": packed, "export/activities.csv": STRAVA.encode()},
    )

    run = looked_at(archive)["export.zip!/export/activities/1.gpx.gz"]

    assert run.notes is not None
    assert (run.notes.name, run.notes.gear, run.notes.description) == (
        "Mill lane",
        "Old Faithful",
        "slow, then slower",
    )
    assert run.reading.recordings[0].sport is Sport.RUNNING
    assert set(run.reading.recordings[0].columns["cadence_spm"]) == {160.0}


def test_stravas_table_is_found_in_a_folder_and_in_another_language(tmp_path: Path) -> None:
    header = STRAVA.splitlines()[0]
    translated = ",".join(f"Spalte {number}" for number in range(header.count(",") + 1))
    (tmp_path / "activities").mkdir()
    (tmp_path / "activities" / "1.gpx.gz").write_bytes(gzip.compress(gpx(gpx_points(range(60)))))
    (tmp_path / "activities.csv").write_text(STRAVA.replace(header, translated), encoding="utf-8")

    files = looked_at(tmp_path)

    notes = files[f"{tmp_path.name}/activities/1.gpx.gz"].notes
    assert notes is not None
    assert (notes.name, notes.gear, notes.sport) == ("Mill lane", "Old Faithful", Sport.RUNNING)
    assert files[f"{tmp_path.name}/activities.csv"].reading.reason == "strava_table"


def test_names_come_out_in_plain_composed_unicode(tmp_path: Path) -> None:
    (tmp_path / "Mu\u0308hle.tcx").write_bytes(tcx())
    (tmp_path / "bad-\udcff.tcx").write_bytes(tcx())

    assert set(reasons(tmp_path)) == {f"{tmp_path.name}/M\u00fchle.tcx", f"{tmp_path.name}/bad-\ufffd.tcx"}


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    outside, inside = tmp_path / "outside", tmp_path / "inside"
    outside.mkdir()
    inside.mkdir()
    (outside / "run.tcx").write_bytes(tcx())
    (inside / "away").symlink_to(outside)

    assert reasons(inside) == {"inside/away": "link"}


def test_a_protected_member_is_refused_and_its_neighbour_is_not(tmp_path: Path) -> None:
    archive = encrypted(tmp_path / "a.zip", "run.tcx", tcx())

    (itself, member) = looked_at(archive).values()

    assert itself.reading.reason == "archive"
    assert (member.reading.verdict, member.reading.reason) == (Verdict.REFUSED, "zip_encrypted")
    assert member.original is None
    assert len(member.sha256) == 64


def test_members_that_share_their_bytes_are_a_bomb(tmp_path: Path) -> None:
    assert reasons(overlapping(tmp_path / "a.zip", members=500)) == {"a.zip": "zip_overlap"}


def test_members_that_quote_each_other_are_a_bomb(tmp_path: Path) -> None:
    assert reasons(quoting(tmp_path / "a.zip")) == {"a.zip": "zip_overlap"}


def test_too_many_members_are_refused_before_they_are_counted(tmp_path: Path) -> None:
    assert reasons(claiming(tmp_path / "a.zip", members=MOST_MEMBERS + 1)) == {"a.zip": "zip_too_many"}


def test_the_members_are_counted_whatever_the_end_claims(tmp_path: Path) -> None:
    assert reasons(crowded(tmp_path / "a.zip", members=MOST_MEMBERS + 1)) == {"a.zip": "zip_too_many"}


def test_a_member_that_grows_without_measure_is_refused(tmp_path: Path) -> None:
    archive = zipped(tmp_path / "a.zip", {"zeros.fit": bytes(5_000_000), "run.tcx": tcx()})

    assert reasons(archive)["a.zip!/zeros.fit"] == "too_large"
    assert reasons(archive)["a.zip!/run.tcx"] == ""


def test_a_packed_file_that_grows_without_measure_is_refused() -> None:
    reading = read_recordings("run.fit.gz", gzip.compress(bytes(50_000_000)))

    assert (reading.verdict, reading.reason) == (Verdict.REFUSED, "too_large")


@pytest.mark.parametrize("name", ["../run.tcx", "/run.tcx", "C:/run.tcx", "a\\..\\..\\run.tcx"])
def test_a_name_that_leads_out_is_refused(tmp_path: Path, name: str) -> None:
    archive = zipped(tmp_path / "a.zip", {name: tcx()})

    assert "zip_name_leads_out" in reasons(archive).values()


def test_a_cut_zip_is_refused(tmp_path: Path) -> None:
    archive = zipped(tmp_path / "a.zip", {"run.tcx": tcx()})
    archive.write_bytes(archive.read_bytes()[:-30])

    assert reasons(archive) == {"a.zip": "zip_damaged"}


def test_a_damaged_member_does_not_stop_the_others(tmp_path: Path) -> None:
    archive = zipped(tmp_path / "a.zip", {"a.tcx": tcx(), "b.tcx": tcx(seconds=300)})
    written = bytearray(archive.read_bytes())
    written[100] ^= 0xFF
    archive.write_bytes(written)

    assert list(reasons(archive).values()) == ["archive", "zip_member_damaged", ""]


def test_a_cut_packed_file_is_partly_recovered() -> None:
    packed = gzip.compress(tcx(seconds=3000))

    reading = read_recordings("run.tcx.gz", packed[: len(packed) // 2])

    assert (reading.verdict, reading.reason) == (Verdict.ACTIVITY, "gzip_cut")


@pytest.mark.parametrize(
    ("name", "content", "verdict", "reason"),
    [
        ("run.fit", b"", Verdict.REFUSED, "empty_file"),
        ("run.gpx", b"<!DOCTYPE html><html>Log in</html>", Verdict.REFUSED, "web_page"),
        ("run.tcx", b"\x89PNG\r\n", Verdict.REFUSED, "not_what_it_says"),
        ("run.fit", b"nothing like it at all, only words", Verdict.REFUSED, "not_fit"),
        ("run.tcx", b"<TrainingCenterDatabase", Verdict.REFUSED, "damaged"),
        ("page.html", b"<!DOCTYPE html><html></html>", Verdict.NOT_AN_ACTIVITY, "web_page"),
        ("export.xml", b'<HealthData locale="en_GB"></HealthData>', Verdict.NOT_AN_ACTIVITY, "apple_health"),
        ("bikes.csv", b"Bike Name,Bike Brand\n", Verdict.NOT_AN_ACTIVITY, "table"),
        ("._run.fit", b"\0\5\26\7\0\2\0\0Mac OS X        ", Verdict.NOT_AN_ACTIVITY, "mac_shadow"),
        ("__MACOSX/._run.gpx", b"\0\5\26\7\0\2\0\0Mac OS X        ", Verdict.NOT_AN_ACTIVITY, "mac_shadow"),
    ],
)
def test_bad_input_is_one_reason(name: str, content: bytes, verdict: Verdict, reason: str) -> None:
    reading = read_recordings(name, content)

    assert (reading.verdict, reading.reason) == (verdict, reason)


def test_what_cannot_be_opened_is_said(tmp_path: Path) -> None:
    (offered,) = open_offered(_pipe(tmp_path / "pipe"))

    assert examine(offered).reading.reason == "not_a_file"


def _pipe(path: Path) -> Path:
    import os

    os.mkfifo(path)
    return path


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("packed", [True, False])
def test_accents_written_in_either_way_lead_to_the_same_file(
    tmp_path: Path, form: Literal["NFC", "NFD"], *, packed: bool
) -> None:
    name = unicodedata.normalize(form, "activities/Läufe.gpx")
    other = unicodedata.normalize("NFD" if form == "NFC" else "NFC", name)
    files = {
        "activities.csv": STRAVA.replace("activities/1.gpx.gz", other).encode(),
        name: gpx(gpx_points(range(60))),
    }
    path = tmp_path / "export"
    if packed:
        path = zipped(tmp_path / "export.zip", files)
    else:
        (path / "activities").mkdir(parents=True)
        for inner, content in files.items():
            (path / inner).write_bytes(content)

    offered = list(open_offered(path))

    (run,) = [file for file in offered if file.path.endswith(".gpx")]
    (row,) = [file for file in offered if file.path.endswith("!/1.csv")]
    assert run.notes is not None
    assert run.notes.name == "Mill lane"
    assert row.stands_for == run.path


def test_signs_that_turn_a_name_around_are_not_shown(tmp_path: Path) -> None:
    (tmp_path / "a\u202etcx.exe").write_bytes(tcx())

    (shown,) = reasons(tmp_path)

    assert shown.endswith("/a\ufffdtcx.exe")


def test_a_dot_is_no_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "run.tcx").write_bytes(tcx())
    monkeypatch.chdir(tmp_path / "deep")

    assert list(reasons(Path("..") / "run.tcx")) == ["run.tcx"]
    assert list(reasons(Path(".."))) == [f"{tmp_path.name}/run.tcx"]
