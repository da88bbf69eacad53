"""What apps call a session that nobody named tells its sport, and nothing that a runner wrote does."""

import pytest

from kneewise.files import read_recordings
from kneewise.files.app_names import sport_of_name
from kneewise.model.sport import Sport
from tests.files.made import gpx, gpx_points, kml


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Running 10/26/13 5:09 pm", Sport.RUNNING),
        ("Mountain Biking 7/20/13 3:37 pm", Sport.CYCLING),
        ("20231013 Outdoor cycling", Sport.CYCLING),
        ("20240101_Treadmill", Sport.RUNNING),
        ("3.85mi Hike", Sport.HIKING),
        ("Ran 5.01 km on 05/04/2024", Sport.RUNNING),
        ("Trail running", Sport.RUNNING),
        ("Nordic Walking", Sport.WALKING),
        ("Laufen", Sport.RUNNING),
        ("Evening Walk", Sport.WALKING),
    ],
)
def test_a_name_of_an_app_tells_the_sport(name: str, expected: Sport) -> None:
    assert sport_of_name(name) is expected


@pytest.mark.parametrize(
    "name",
    ["", "Zürich", "5 km", "Ride to the run", "Running Creek", "Trail", "Course 3", "Evening Activity", "🏃"],
)
def test_a_name_with_words_of_its_own_tells_nothing(name: str) -> None:
    assert sport_of_name(name) is None


def test_a_slow_ride_that_its_app_names_is_no_run() -> None:
    ride = gpx(gpx_points(range(1_200)), kind="", name="Cycling 8/21/20 2:53 pm")

    (recording,) = read_recordings("x.gpx", ride).recordings

    assert recording.sport is Sport.CYCLING
    assert recording.problems == ()


def test_the_name_of_the_document_serves_where_the_track_has_none() -> None:
    named = gpx(gpx_points(range(1_200)), kind="").replace(
        b"<trk>", b"<metadata><name>Hiking 7/20/13 3:37 pm</name></metadata><trk>"
    )

    assert read_recordings("x.gpx", named).recordings[0].sport is Sport.HIKING


@pytest.mark.parametrize(
    "place", ["<metadata>{}</metadata><trk>", "<trk>{}"], ids=["of the document", "of the track"]
)
def test_the_activity_of_osmand_and_locus_is_a_type(place: str) -> None:
    said = "<extensions><activity>road_cycling</activity></extensions>"
    ride = gpx(gpx_points(range(1_200)), kind="").replace(b"<trk>", place.format(said).encode())

    assert read_recordings("x.gpx", ride).recordings[0].sport is Sport.CYCLING


def test_a_placemark_without_a_kind_has_that_of_its_name() -> None:
    walk = kml(range(600), kind="").replace("Mühlweg".encode(), b"Walking 5/4/26 6:30 am")

    assert read_recordings("x.kml", walk).recordings[0].sport is Sport.WALKING
