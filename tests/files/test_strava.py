"""Strava's table in every language: what it says of files, and of sessions that have none."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from kneewise.files import Examined, Verdict, examine, open_offered, read_recordings
from kneewise.files.strava import read_table
from kneewise.files.written_dates import moment_of
from kneewise.model.sport import Sport
from tests.files.made import START, tcx, zipped
from tests.files.strava_tables import LANGUAGES, row, table


def looked_at(path: Path) -> dict[str, Examined]:
    return {file.path: file for file in map(examine, open_offered(path))}


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_table_says_of_a_file_is_found_in_every_language(language: str) -> None:
    rows = [row("1", file="activities/1.fit.gz", language=language), row("2", language=language, gear="")]

    notes = read_table(table(*rows, language=language))["activities/1.fit.gz"]

    assert (notes.activity, notes.name, notes.gear) == ("1", "Mill lane", "Old Faithful")
    assert (notes.description, notes.sport, notes.exertion_0_10) == ("slow, then slower", Sport.RUNNING, 4.0)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("files", [True, False], ids=["beside files", "alone"])
def test_a_row_without_a_file_is_a_session_in_every_language(
    tmp_path: Path, language: str, *, files: bool
) -> None:
    rows = [row("2", language=language)]
    if files:
        rows.insert(0, row("1", file="activities/1.tcx", language=language))
    members = {"activities/1.tcx": tcx(), "activities.csv": table(*rows, language=language)}

    session = looked_at(zipped(tmp_path / "a.zip", members))["a.zip!/activities.csv!/2.csv"]

    (recording,) = session.reading.recordings
    assert session.reading.verdict is Verdict.ACTIVITY
    assert (recording.source_format, recording.start, recording.sport) == ("summary", START, Sport.RUNNING)
    assert (recording.elapsed_s, recording.timer_s, recording.distance_m) == (600.0, 570.0, 1800.0)
    assert session.notes is not None
    assert session.notes.gear == "Old Faithful"


def test_a_row_with_its_file_only_stands_for_it(tmp_path: Path) -> None:
    members = {"activities/1.tcx": tcx(), "activities.csv": table(row("1", file="activities/1.tcx"))}

    offered = list(open_offered(zipped(tmp_path / "a.zip", members)))

    assert [(file.path, file.stands_for) for file in offered] == [
        ("a.zip", ""),
        ("a.zip!/activities/1.tcx", ""),
        ("a.zip!/activities.csv", ""),
        ("a.zip!/activities.csv!/1.csv", "a.zip!/activities/1.tcx"),
    ]


def test_a_row_whose_file_is_missing_is_a_session(tmp_path: Path) -> None:
    (tmp_path / "activities.csv").write_bytes(table(row("7", file="activities/7.fit.gz")))

    files = looked_at(tmp_path)

    assert files[f"{tmp_path.name}/activities.csv!/7.csv"].reading.verdict is Verdict.ACTIVITY


def test_the_same_row_gives_the_same_bytes_whatever_stands_beside_it(tmp_path: Path) -> None:
    first, second = tmp_path / "a", tmp_path / "b"
    for folder, rows in ((first, [row("7")]), (second, [row("6", date="3 May 2026, 05:00"), row("7")])):
        folder.mkdir()
        (folder / "activities.csv").write_bytes(table(*rows))

    before = looked_at(first)["a/activities.csv!/7.csv"]
    after = looked_at(second)["b/activities.csv!/7.csv"]

    assert before.sha256 == after.sha256


def test_the_start_in_seconds_is_taken_before_the_written_date() -> None:
    told = table(row("7", date="whenever", start=f"{START.timestamp()}"))

    (recording,) = read_recordings("a.zip!/activities.csv!/7.csv", told).recordings

    assert recording.start == START


@pytest.mark.parametrize(
    ("written", "reason"),
    [({"date": "03/04/2026 06:30"}, "date_unclear"), ({"date": ""}, ""), ({"seconds": 0}, "no_length")],
    ids=["two days", "clear", "no length"],
)
def test_a_row_that_does_not_say_when_or_how_long_is_refused(
    tmp_path: Path, written: "dict[str, object]", reason: str
) -> None:
    told = row("7", **written)  # type: ignore[arg-type]  # One of its fields.
    if reason == "no_length":
        told[16] = "0"
    (tmp_path / "activities.csv").write_bytes(table(told))

    assert looked_at(tmp_path)[f"{tmp_path.name}/activities.csv!/7.csv"].reading.reason == reason


def test_the_table_of_another_service_that_is_called_like_it_is_not_said_to_be_stravas() -> None:
    theirs = b"id,start_date_local,name,type,moving_time,distance\ni1,2026-05-04T06:30:00,Run,Run,1900,5020\n"

    assert read_recordings("activities.csv", theirs).reason == "table"
    assert read_recordings("activities.csv", table(row("7"))).reason == "strava_table"


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00", b'"', b"a,b\n1,2\n", b"," * 100_000])
def test_a_table_that_is_none_says_nothing(content: bytes) -> None:
    assert read_table(content) == {}


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("May 4, 2026, 6:30:00 AM", (5, 4, 6)),
        ("May 4, 2026, 6:30:00\u202fPM", (5, 4, 18)),
        ("4 de mai. de 2026, 06:30:00", (5, 4, 6)),
        ("6. 9. 2026 11:18:40", (9, 6, 11)),
        ("2026/05/04 6:30:00", (5, 4, 6)),
        ("4 gru 2026, 12:00:00 AM", (12, 4, 0)),
        ("23/04/2026 06:30", (4, 23, 6)),
        ("12 août 2026 à 06:30", (8, 12, 6)),
        ("30 juin 2026, 06:30", (6, 30, 6)),
        ("2 juil. 2026, 06:30", (7, 2, 6)),
        ("2 paź 2026, 06:30", (10, 2, 6)),
        ("2026年5月4日 午後6:30:00", (5, 4, 18)),
        ("2026年5月4日 上午6:30:00", (5, 4, 6)),
        ("2026. 5. 4. 오후 6:30:00", (5, 4, 18)),
        ("2026. 5. 4. 오전 12:30:00", (5, 4, 0)),
        ("4 Μαΐ 2026, 6:30:00 μ.μ.", (5, 4, 18)),
        ("4 мая 2026 г., 18:30:00", (5, 4, 18)),
        ("4 лип. 2026 р., 18:30:00", (7, 4, 18)),
        ("4. maj 2026 kl. 18.30.00", (5, 4, 18)),
        ("4.5.2026 klo 18.30.00", (5, 4, 18)),
        ("4 Agu 2026 18.30", (8, 4, 18)),
        ("4 Kas 2026 18:30:00", (11, 4, 18)),
        ("4 gen 2026, 18:30:00", (1, 4, 18)),
        ("4 mrt. 2026 18:30:00", (3, 4, 18)),
        ("4 de gen. 2026, 18:30:00", (1, 4, 18)),
        ("4 d’ag. 2026, 18:30:00", (8, 4, 18)),
    ],
)
def test_dates_are_read_as_languages_write_them(written: str, expected: tuple[int, int, int]) -> None:
    read = moment_of(written)

    assert read is not None
    assert read.replace(minute=0, second=0) == datetime(2026, *expected, tzinfo=UTC)


@pytest.mark.parametrize(
    "written",
    ["", "soon", "04/05/2026 06:30", "32.13.2026 06:30", "4 May 1970, 06:30", "04.05.2026", "4 May 2026"],
)
def test_what_is_no_date_or_two_is_none(written: str) -> None:
    assert moment_of(written) is None
