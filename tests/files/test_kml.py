"""KML and KMZ as OpenTracks exports them."""

from pathlib import Path

import numpy as np
import pytest

from kneewise.files import Verdict, examine, open_offered, read_recordings
from kneewise.files.as_sport import as_sport
from kneewise.model.recording import Recording
from kneewise.model.sport import Sport
from tests.files.made import START, kml, zipped


def one(content: bytes) -> Recording:
    reading = read_recordings("run.kml", content)
    (recording,) = reading.recordings
    assert reading.verdict is Verdict.ACTIVITY
    return recording


def test_a_run_comes_out_with_its_sensors() -> None:
    recording = one(kml(range(601)))

    assert (recording.sport, recording.name, recording.source_format) == (Sport.RUNNING, "Mühlweg", "kml")
    assert (recording.start, recording.elapsed_s) == (START, 600.0)
    assert recording.columns["distance_m"][-1] == pytest.approx(1800, rel=0.01)
    assert set(recording.columns["heart_rate_bpm"]) == {150.0}
    assert set(recording.columns["cadence_spm"]) == {170.0}
    assert recording.cadence_rule == "strides_doubled"


def test_tracks_of_one_session_follow_a_pause() -> None:
    recording = one(kml(range(301), range(400, 701)))

    assert recording.pauses == ((300.0, 400.0),)
    assert recording.columns["distance_m"][-1] == pytest.approx(1800, rel=0.01)


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("marche", Sport.WALKING),
        ("RUN", Sport.RUNNING),
        ("trail running", Sport.RUNNING),
        ("Rad", Sport.OTHER),
    ],
)
def test_the_kind_is_read_in_the_languages_of_the_app(kind: str, expected: Sport) -> None:
    assert one(kml(range(120), kind=kind)).sport is expected


def test_a_point_without_a_place_keeps_what_else_it_knows() -> None:
    indoors = kml(range(120)).replace(b"<coord>8.5 47.000000000 400</coord>", b"<coord/>")

    recording = one(indoors)

    assert np.isnan(recording.columns["latitude_deg"][0])
    assert recording.columns["heart_rate_bpm"][0] == 150.0


def test_a_list_that_is_longer_than_its_track_says_nothing() -> None:
    longer = kml(range(120)).replace(b"<value>150.0</value>", b"<value>150.0</value>" * 2)

    assert "heart_rate_bpm" not in one(longer).columns


def test_a_map_is_no_activity() -> None:
    drawn = b"<kml><Placemark><LineString><coordinates>8,47,0</coordinates></LineString></Placemark></kml>"

    assert read_recordings("map.kml", drawn).reason == "map"


def test_a_session_told_by_an_export_counts_anew_by_value() -> None:
    ride = as_sport(one(kml(range(601), cadence=170.0)), Sport.CYCLING)

    assert set(as_sport(ride, Sport.RUNNING).columns["cadence_spm"]) == {170.0}


def test_a_kmz_is_looked_into_alone_and_in_a_zip(tmp_path: Path) -> None:
    packed = zipped(tmp_path / "run.kmz", {"doc.kml": kml(range(601)), "images/1.jpg": b"\xff\xd8\xff\xe0"})
    zipped(tmp_path / "all.zip", {"run.kmz": packed.read_bytes()})

    found = {file.path.partition("/")[2]: file.reading for file in map(examine, open_offered(tmp_path))}

    assert {path: reading.reason for path, reading in found.items()} == {
        "all.zip": "archive",
        "all.zip!/run.kmz": "archive",
        "all.zip!/run.kmz!/doc.kml": "",
        "all.zip!/run.kmz!/images/1.jpg": "other_kind",
        "run.kmz": "archive",
        "run.kmz!/doc.kml": "",
        "run.kmz!/images/1.jpg": "other_kind",
    }
