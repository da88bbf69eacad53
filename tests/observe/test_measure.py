"""What is measured of one recording."""

import numpy as np
import pytest

from kneewise.model.activity import Measured
from kneewise.model.bands import CadenceBand, GradeBand, HeartBand
from kneewise.model.recording import Recording
from kneewise.model.sport import Sport
from kneewise.observe.measure import measure_activity
from tests.observe.made import NUMBERS, recorded, seconds


def measured(recording: Recording) -> Measured:
    return measure_activity(recording, NUMBERS)


def test_a_running_second_is_one_of_at_least_140_steps_a_minute() -> None:
    cadence = np.concatenate((np.full(100, 170.0), np.full(50, 139.0), np.full(51, 140.0)))

    figures = measured(recorded(seconds(200), cadence_spm=cadence))

    assert figures.running_s == 150.0


def test_without_cadence_a_running_second_is_one_of_at_least_2_metres_a_second() -> None:
    speed = np.concatenate((np.full(100, 3.0), np.full(50, 1.99), np.full(51, 2.0)))

    figures = measured(recorded(seconds(200), speed_m_s=speed))

    assert figures.running_s == 150.0


def test_speed_answers_only_where_cadence_is_silent() -> None:
    cadence = np.concatenate((np.full(100, np.nan), np.full(101, 110.0)))

    figures = measured(recorded(seconds(200), cadence_spm=cadence, speed_m_s=np.full(201, 3.0)))

    assert figures.running_s == 100.0


def test_a_cadence_of_nothing_but_noughts_is_a_sensor_that_never_spoke() -> None:
    figures = measured(recorded(seconds(200), cadence_spm=np.zeros(201), speed_m_s=np.full(201, 3.0)))

    assert (figures.running_s, figures.cadence_spm) == (200.0, None)


def test_speed_comes_from_the_distance_where_it_is_not_written() -> None:
    figures = measured(recorded(seconds(200), distance_m=seconds(200) * 2.5))

    assert figures.running_s == 200.0
    assert figures.speed_m_s == pytest.approx(2.5)


def test_one_jump_of_the_satellites_makes_no_runner_of_a_walker() -> None:
    distance = seconds(200) * 1.3
    distance[101:] += 5.0

    figures = measured(recorded(seconds(200), distance_m=distance))

    assert figures.running_s == 0.0


def test_with_neither_cadence_nor_speed_running_is_not_known() -> None:
    figures = measured(recorded(seconds(200), timer_s=180.0, heart_rate_bpm=np.full(201, 120.0)))

    assert (figures.running_s, figures.cadence_spm, figures.moving_s) == (None, None, 180.0)


def test_a_session_without_points_keeps_what_its_file_says() -> None:
    figures = measured(recorded(np.zeros(0), elapsed_s=1800.0, timer_s=1750.0, total_m=4000.0))

    assert (figures.elapsed_s, figures.moving_s, figures.distance_m) == (1800.0, 1750.0, 4000.0)
    assert figures.running_s is None


def test_a_point_speaks_for_the_time_up_to_the_next() -> None:
    time_s = np.array([0.0, 5.0, 20.0, 30.0])
    cadence = np.array([170.0, 100.0, 172.0, 100.0])

    figures = measured(recorded(time_s, cadence_spm=cadence))

    assert figures.running_s == 15.0


def test_a_long_gap_is_nobodys_time() -> None:
    time_s = np.array([0.0, 10.0, 71.0, 81.0])

    figures = measured(recorded(time_s, cadence_spm=np.full(4, 170.0)))

    assert figures.running_s == 20.0


def test_a_pause_is_left_out() -> None:
    time_s = np.array([0.0, 10.0, 50.0, 60.0])

    figures = measured(recorded(time_s, pauses=((12.0, 48.0),), cadence_spm=np.full(4, 170.0)))

    assert figures.running_s == 24.0
    assert figures.timer_s == 24.0


def test_pauses_that_overlap_are_left_out_once() -> None:
    pauses = ((100.0, 400.0), (150.0, 200.0), (300.0, 500.0), (500.0, 600.0))

    figures = measured(recorded(seconds(1000), pauses=pauses, cadence_spm=np.full(1001, 170.0)))

    assert (figures.running_s, figures.timer_s) == (500.0, 500.0)


@pytest.mark.parametrize("hair_s", [1e-14, 1e-6, 0.01])
def test_a_pause_that_leaves_a_hair_of_time_makes_no_speed(hair_s: float) -> None:
    time_s = seconds(93)

    figures = measured(recorded(time_s, pauses=((0.0, 93.0 - hair_s),), distance_m=5.0 * time_s))

    assert (figures.running_s, figures.speed_m_s, figures.by_speed) == (None, None, ())


def test_the_median_is_weighted_by_time() -> None:
    time_s = np.array([0.0, 1.0, 2.0, 3.0, 33.0])
    cadence = np.array([160.0, 160.0, 160.0, 180.0, 160.0])

    figures = measured(recorded(time_s, cadence_spm=cadence))

    assert figures.cadence_spm == 180.0


def test_a_median_between_two_halves_is_their_middle() -> None:
    cadence = np.concatenate((np.full(100, 160.0), np.full(101, 170.0)))

    figures = measured(recorded(seconds(200), cadence_spm=cadence))

    assert figures.cadence_spm == 165.0


def test_walk_breaks_do_not_lower_the_cadence() -> None:
    cadence = np.concatenate((np.full(100, 172.0), np.full(101, 110.0)))

    figures = measured(recorded(seconds(200), cadence_spm=cadence))

    assert figures.cadence_spm == 172.0


def test_easy_pace_is_the_slower_half_of_the_running() -> None:
    speed = np.concatenate((np.full(101, 2.5), np.full(100, 4.0)))
    cadence = np.concatenate((np.full(101, 164.0), np.full(100, 182.0)))

    figures = measured(recorded(seconds(200), speed_m_s=speed, cadence_spm=cadence))

    assert figures.easy_pace_cadence_spm == 164.0


def test_the_running_distance_leaves_the_walking_out() -> None:
    distance = np.concatenate((seconds(100) * 3.0, 300.0 + seconds(99) + 1.0))
    cadence = np.concatenate((np.full(100, 170.0), np.full(101, 110.0)))

    figures = measured(recorded(seconds(200), distance_m=distance, cadence_spm=cadence))

    assert figures.running_distance_m == pytest.approx(300.0)
    assert figures.distance_m == pytest.approx(400.0)


def test_the_files_own_total_comes_before_its_points() -> None:
    figures = measured(recorded(seconds(200), total_m=612.0, distance_m=seconds(200) * 3.0))

    assert figures.distance_m == 612.0


def test_a_climb_counts_once_it_is_higher_than_the_noise() -> None:
    noise = np.where(seconds(600) % 2 == 0, 0.8, -0.8)
    altitude = 400.0 + np.minimum(seconds(600), 300.0) / 10 + noise

    figures = measured(recorded(seconds(600), altitude_m=altitude))

    assert figures.ascent_m == pytest.approx(30.0, abs=1.5)
    assert figures.descent_m == 0.0


def test_up_and_down_are_added_apart() -> None:
    altitude = 400.0 + 20.0 * (1 - np.cos(seconds(1200) / 1200 * 6 * np.pi)) / 2

    figures = measured(recorded(seconds(1200), altitude_m=altitude))

    assert figures.ascent_m == pytest.approx(60.0, abs=1.0)
    assert figures.descent_m == pytest.approx(60.0, abs=1.0)


def test_flat_noise_is_no_climb() -> None:
    altitude = 400.0 + np.random.default_rng(7).normal(0, 1.0, 3601)

    figures = measured(recorded(seconds(3600), altitude_m=altitude))

    assert (figures.ascent_m, figures.descent_m) == (0.0, 0.0)


def test_without_altitude_the_climb_is_not_known() -> None:
    figures = measured(recorded(seconds(60)))

    assert (figures.ascent_m, figures.descent_m) == (None, None)


def test_a_ride_has_its_time_and_heart_rate_and_no_running() -> None:
    ride = recorded(
        seconds(200),
        sport=Sport.CYCLING,
        speed_m_s=np.full(201, 8.0),
        cadence_spm=np.full(201, 90.0),
        heart_rate_bpm=np.full(201, 130.0),
    )

    figures = measured(ride)

    assert (figures.moving_s, figures.heart_rate_bpm) == (200.0, 130.0)
    assert (figures.running_s, figures.cadence_spm, figures.running_distance_m) == (None, None, None)


def test_standing_still_is_not_moving() -> None:
    speed = np.concatenate((np.full(100, 3.0), np.full(101, 0.1)))

    figures = measured(recorded(seconds(200), speed_m_s=speed))

    assert figures.moving_s == 100.0


def test_coverage_is_the_share_of_the_session_that_a_figure_rests_on() -> None:
    heart_rate = np.concatenate((np.full(50, 130.0), np.full(151, np.nan)))

    figures = measured(recorded(seconds(200), heart_rate_bpm=heart_rate, speed_m_s=np.full(201, 3.0)))

    assert (figures.coverage["heart_rate"], figures.coverage["running"]) == (0.25, 1.0)


def test_ground_contact_is_taken_while_running() -> None:
    cadence = np.concatenate((np.full(120, 170.0), np.full(81, 100.0)))
    stance = np.concatenate((np.full(120, 250.0), np.full(81, 600.0)))

    figures = measured(recorded(seconds(200), cadence_spm=cadence, stance_time_ms=stance))

    assert figures.stance_time_ms == 250.0


def test_walking_is_motion_that_is_no_running() -> None:
    cadence = np.concatenate((np.full(100, 170.0), np.full(60, 110.0), np.zeros(41)))

    figures = measured(recorded(seconds(200), cadence_spm=cadence))

    assert (figures.running_s, figures.walking_s, figures.moving_s) == (100.0, 60.0, 160.0)


@pytest.mark.parametrize(("walked", "breaks"), [(19, 0), (20, 1), (21, 1)])
def test_a_walking_break_lies_between_two_runs_and_lasts(walked: int, breaks: int) -> None:
    cadence = np.full(201, 170.0)
    cadence[100 : 100 + walked] = 110.0

    assert measured(recorded(seconds(200), cadence_spm=cadence)).walking_breaks == breaks


def test_walking_before_and_after_the_running_is_no_break() -> None:
    cadence = np.full(401, 110.0)
    cadence[100:300] = 170.0

    assert measured(recorded(seconds(400), cadence_spm=cadence)).walking_breaks == 0


def test_the_quantiles_of_speed_are_those_of_the_running_time() -> None:
    speed = np.concatenate((np.linspace(2.01, 3.0, 100), np.full(101, 1.0)))

    figures = measured(recorded(seconds(200), speed_m_s=speed))

    assert figures.speed_quantiles_m_s == pytest.approx((2.1, 2.25, 2.5, 2.75, 2.9), abs=0.011)


def test_running_is_gathered_by_speed_with_its_cadence() -> None:
    speed = np.concatenate((np.full(101, 2.6), np.full(100, 3.6)))
    cadence = np.concatenate((np.full(101, 162.0), np.full(100, 172.0)))

    slow, fast = measured(recorded(seconds(200), speed_m_s=speed, cadence_spm=cadence)).by_speed

    assert (slow.speed_m_s, slow.cadence_spm, slow.running_s) == (2.6, 162.0, 101.0)
    assert (fast.speed_m_s, fast.cadence_spm, fast.running_s) == (3.6, 172.0, 99.0)
    assert slow.downhill_percent is None


def test_running_of_unknown_speed_has_a_band_of_its_own() -> None:
    (band,) = measured(recorded(seconds(200), cadence_spm=np.full(201, 170.0))).by_speed

    assert (band.speed_m_s, band.cadence_spm, band.running_s) == (None, 170.0, 200.0)


def test_running_is_gathered_by_whole_steps_a_minute() -> None:
    cadence = np.concatenate(
        (np.full(101, 171.5), np.full(50, 172.4), np.full(30, 120.0), np.full(20, np.nan))
    )

    figures = measured(recorded(seconds(200), cadence_spm=cadence, speed_m_s=np.full(201, 2.8)))

    assert figures.by_cadence == (CadenceBand(172, 151.0),)
    assert figures.running_s == 170.0


def test_without_a_cadence_no_steps_are_gathered() -> None:
    figures = measured(recorded(seconds(200), speed_m_s=np.full(201, 2.8)))

    assert (figures.running_s, figures.by_cadence) == (200.0, ())


def test_cadence_against_speed_is_a_line_with_its_spread() -> None:
    speed = np.linspace(2.4, 3.4, 1201)
    cadence = 160 + 12 * (speed - 2.4) + np.where(seconds(1200) % 2 == 0, 1.0, -1.0)

    line = measured(recorded(seconds(1200), speed_m_s=speed, cadence_spm=cadence)).cadence_line

    assert line is not None
    assert line.slope_spm_per_m_s == pytest.approx(12, abs=0.5)
    assert line.cadence_spm == pytest.approx(160 + 12 * (line.speed_m_s - 2.4), abs=0.5)
    assert line.spread_spm == pytest.approx(1.0, abs=0.3)


def test_a_few_odd_minutes_do_not_tilt_the_line() -> None:
    speed = np.linspace(2.4, 3.4, 1201)
    cadence = 160 + 12 * (speed - 2.4)
    cadence[1100:] -= 18

    line = measured(recorded(seconds(1200), speed_m_s=speed, cadence_spm=cadence)).cadence_line

    assert line is not None
    assert line.slope_spm_per_m_s == pytest.approx(12, abs=1.5)


@pytest.mark.parametrize(("reach", "is_told"), [(0.39, False), (0.4, True), (0.41, True)])
def test_a_line_needs_speeds_apart_from_each_other(reach: float, *, is_told: bool) -> None:
    speed = np.where(seconds(400) < 200, 2.55, 2.55 + reach)
    cadence = np.where(seconds(400) < 200, 160.0, 166.0)

    line = measured(recorded(seconds(400), speed_m_s=speed, cadence_spm=cadence)).cadence_line

    assert line is not None
    assert (line.slope_spm_per_m_s is not None) is is_told


def test_the_ground_is_told_by_its_slope() -> None:
    time_s = seconds(1200)
    altitude = np.where(time_s < 600, 500 - 0.15 * time_s, 410 + 0.06 * (time_s - 600))
    up_and_down = recorded(
        time_s,
        cadence_spm=np.full(1201, 170.0),
        speed_m_s=np.full(1201, 3.0),
        distance_m=3.0 * time_s,
        altitude_m=altitude,
    )

    figures = measured(up_and_down)

    lasting = [band for band in figures.by_grade if band.running_s > 60]
    assert [(band.from_percent, band.to_percent) for band in lasting] == [(-6.0, -3.0), (1.0, 3.0)]
    assert sum(band.running_s for band in figures.by_grade) == 1200.0
    assert figures.by_speed[0].downhill_percent == pytest.approx(2.5, abs=0.1)


def test_a_cliff_counts_no_steeper_than_what_is_known() -> None:
    time_s = seconds(600)
    steep = recorded(
        time_s, cadence_spm=np.full(601, 170.0), distance_m=3.0 * time_s, altitude_m=900 - 0.9 * time_s
    )

    figures = measured(steep)

    assert figures.by_grade == (GradeBand(None, -10.0, 600.0),)
    assert figures.by_speed[0].downhill_percent == 10.0


def test_without_height_the_ground_is_not_known() -> None:
    figures = measured(recorded(seconds(200), cadence_spm=np.full(201, 170.0), distance_m=3 * seconds(200)))

    assert figures.by_grade == ()
    assert figures.by_speed[0].downhill_percent is None
    assert "grade" not in figures.coverage


def test_motion_is_gathered_by_heart_rate_in_every_sport() -> None:
    heart = np.concatenate((np.full(100, 121.0), np.full(101, 149.0)))

    ride = recorded(seconds(200), sport=Sport.CYCLING, speed_m_s=np.full(201, 8.0), heart_rate_bpm=heart)
    swim = recorded(seconds(200), sport=Sport.SWIMMING, heart_rate_bpm=heart)

    bands = (HeartBand(121.0, 100.0), HeartBand(149.0, 100.0))
    assert measured(ride).by_heart_rate == measured(swim).by_heart_rate == bands


def test_balance_is_taken_while_running() -> None:
    cadence = np.concatenate((np.full(120, 170.0), np.full(81, 100.0)))
    balance = np.concatenate((np.full(120, 51.2), np.full(81, 40.0)))

    figures = measured(recorded(seconds(200), cadence_spm=cadence, stance_time_balance_percent=balance))

    assert figures.stance_time_balance_percent == 51.2
    assert figures.coverage["stance_time_balance"] == 1.0
