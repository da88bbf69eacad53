"""What a file holds."""

import gzip

import numpy as np

from kneewise.files import held_messages, held_points, read_recordings
from kneewise.model.held import HeldColumn
from tests.files.made import fit, gpx, gpx_points
from tests.observe.made import recorded, seconds


def test_points_have_units_counts_and_figures() -> None:
    heart = np.array([np.nan, 120.0, 130.0, 150.0, np.nan])

    held = held_points(recorded(seconds(4), heart_rate_bpm=heart, speed_m_s=np.full(5, 2.5)))

    times, beats, speed = held.columns
    assert (held.name, held.rows, times.name, times.unit, times.last) == ("points", 5, "time_s", "s", 4.0)
    assert beats == HeldColumn(
        name="heart_rate_bpm", unit="beats/min", count=3, share=0.6, first=120.0, median=130.0, last=150.0
    )
    assert speed.unit == "m/s"


def test_a_column_without_a_value_holds_none() -> None:
    _, empty = held_points(recorded(seconds(4), power_w=np.full(5, np.nan))).columns

    assert (empty.unit, empty.count, empty.first, empty.median) == ("W", 0, None, None)


def test_a_session_without_points_holds_no_rows() -> None:
    (times,) = held_points(recorded(np.zeros(0), elapsed_s=60.0)).columns

    assert (times.count, times.share) == (0, 0.0)


def test_a_fit_file_holds_its_messages_by_kind_packed_or_not() -> None:
    data = fit(seconds=600)

    held = held_messages(data)

    assert [(table.name, table.rows) for table in held[:1]] == [("record", 601)]
    assert {table.name for table in held} == {"record", "file_id", "session", "activity"}
    assert held_messages(gzip.compress(data)) == held


def test_words_have_no_middle() -> None:
    session = next(table for table in held_messages(fit()) if table.name == "session")

    sport = next(column for column in session.columns if column.name == "sport")

    assert (sport.first, sport.median, sport.last, sport.count) == ("running", None, "running", 1)


def test_other_formats_have_points_and_no_messages() -> None:
    data = gpx(gpx_points(range(60)))

    assert held_messages(data) == ()
    assert held_points(read_recordings("a.gpx", data).recordings[0]).rows > 0
