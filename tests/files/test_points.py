"""Points as programs write them, odd but not wrong."""

import numpy as np
import pytest

from kneewise.files.points import in_order, with_distance


def test_points_of_one_instant_know_together_what_each_says() -> None:
    # The Strava app writes the position into one record of a second and the distance into another.
    at_s = np.array([10.0, 10.0, 11.0, 11.0, 11.0])
    columns = {
        "distance_m": np.array([5.0, np.nan, 8.0, np.nan, np.nan]),
        "heart_rate_bpm": np.array([np.nan, 150.0, np.nan, 151.0, 152.0]),
    }

    _, kept, _ = in_order(at_s, columns)

    assert kept["distance_m"][[1, 4]].tolist() == [5.0, 8.0]
    assert kept["heart_rate_bpm"][[1, 4]].tolist() == [150.0, 152.0]


def test_the_place_where_both_are_nought_is_none() -> None:
    columns = {"latitude_deg": np.array([0.0, 47.0, 0.0]), "longitude_deg": np.array([0.0, 0.0, 8.5])}

    _, kept, _ = in_order(np.array([1.0, 2.0, 3.0]), columns)

    assert np.isnan(kept["latitude_deg"]).tolist() == [True, False, False]
    assert np.isnan(kept["longitude_deg"]).tolist() == [True, False, False]


@pytest.mark.parametrize(
    ("written", "counted"),
    [
        ([0, 400, 800, 3, 400, 790], [0, 400, 800, 803, 1200, 1590]),
        ([0, 500, 1000, 0, 450, 900, 10, 420], [0, 500, 1000, 1000, 1450, 1900, 1910, 2320]),
        ([0, 2500, 5000, 0, 5003, 5006], [0, 2500, 5000, 5000, 5003, 5006]),
        ([0, 2500, 5000, 0, 0, 5003], [0, 2500, 5000, 5000, 5000, 5003]),
        ([0, 10, 9, 20], [0, 10, 10, 20]),
        ([-5, 0, 100, np.nan, 90], [np.nan, 0, 100, np.nan, 100]),
    ],
)
def test_a_counter_that_starts_anew_counts_on_and_one_that_jitters_does_not_run_backwards(
    written: list[float], counted: list[float]
) -> None:
    time_s = np.arange(len(written), dtype=float)
    _, kept, _ = in_order(time_s, {"distance_m": np.array(written, float)})

    distance_m = with_distance(time_s, kept)["distance_m"]

    assert np.array_equal(distance_m, counted, equal_nan=True)


def test_where_a_counter_was_not_written_the_way_is_not_known() -> None:
    time_s = np.array([0.0, 20.0, 40.0, 60.0])

    distance_m = with_distance(time_s, {"distance_m": np.array([0.0, np.nan, 120.0, np.nan])})["distance_m"]

    assert np.array_equal(distance_m, [0.0, np.nan, 120.0, np.nan], equal_nan=True)
