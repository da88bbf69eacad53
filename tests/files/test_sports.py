"""The names of sports: one each, and in doubt none that counts as running."""

import pytest

from kneewise.files.sports import sport_named, sport_of_fit
from kneewise.files.strava_sports import sport_in_any_language
from kneewise.model.sport import Sport


@pytest.mark.parametrize(
    "written",
    [
        "swim_bike_run",
        "Bike & Run",
        "Swim Run",
        "SwimRun",
        "bike_to_run_transition",
        "run_to_bike_transition",
        "Row and run",
        "Hike and run",
        "Ski running",
        "Elliptical run",
        "Run Commute Ride",
    ],
)
def test_several_sports_at_once_are_none_of_them(written: str) -> None:
    assert sport_named(written) is Sport.OTHER


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Run/Walk", Sport.RUNNING),
        ("Treadmill Run/Walk", Sport.RUNNING),
        ("Walk/Hike", Sport.HIKING),
        ("Mountain Bike Ride", Sport.CYCLING),
        ("open_water_swimming", Sport.SWIMMING),
    ],
)
def test_names_that_go_together_are_one_sport(written: str, expected: Sport) -> None:
    assert sport_named(written) is expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Treadmill", Sport.RUNNING),
        ("treadmill_running", Sport.RUNNING),
        ("Indoor treadmill", Sport.RUNNING),
        ("Treadmill walking", Sport.WALKING),
        ("walking_treadmill", Sport.WALKING),
        ("Treadmill Walk", Sport.WALKING),
        ("Treadmill hiking", Sport.HIKING),
    ],
)
def test_a_treadmill_is_for_running_where_nothing_else_is_said(written: str, expected: Sport) -> None:
    assert sport_named(written) is expected


@pytest.mark.parametrize(
    "written",
    ["Aqua jogging", "Aqua-Jogging", "aquajogging", "pool_running", "Water Running", "deep water run"],
)
def test_running_in_the_water_is_swimming(written: str) -> None:
    assert sport_in_any_language(written) is Sport.SWIMMING


@pytest.mark.parametrize(
    ("sport", "sub_sport"),
    [("wheelchair_push_run", "generic"), ("wheelchair_push_walk", ""), ("running", "indoor_wheelchair_run")],
)
def test_the_pushes_of_a_wheelchair_are_no_steps(sport: str, sub_sport: str) -> None:
    assert sport_of_fit(sport, sub_sport) is Sport.OTHER
