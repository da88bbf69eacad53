"""What is not believed of a recording: just below its edges, at them, above, and where nothing is known."""

from dataclasses import replace

import numpy as np
import pytest

from kneewise.model.doubt import Done, Doubt, DoubtCode
from kneewise.model.recording import Column, Recording
from kneewise.model.sport import Sport
from kneewise.observe.doubts import Believed, believe
from kneewise.observe.measure import measure_activity
from tests.observe.made import METRES_A_DEGREE, NUMBERS, recorded, seconds, steady_run


def looked_at(recording: Recording) -> Believed:
    return believe(recording, NUMBERS)


def codes(recording: Recording) -> list[DoubtCode]:
    return [doubt.code for doubt in looked_at(recording).doubts]


def only(recording: Recording) -> Doubt:
    (doubt,) = looked_at(recording).doubts
    return doubt


def with_column(recording: Recording, name: str, column: Column) -> Recording:
    return replace(recording, columns={**recording.columns, name: column})


def changed(recording: Recording, name: str, value: float, first: int, behind: int) -> Recording:
    column = recording.columns[name].copy()
    column[first:behind] = value
    return with_column(recording, name, column)


def without(recording: Recording, name: str) -> Recording:
    return replace(recording, columns={key: each for key, each in recording.columns.items() if key != name})


def test_a_clean_run_is_believed_as_it_is() -> None:
    run = steady_run()

    believed = looked_at(run)

    assert believed.doubts == ()
    assert believed.recording is run


@pytest.mark.parametrize("columns", [{}, {"cadence_spm": np.full(61, np.nan)}])
def test_where_nothing_is_known_nothing_is_doubted(columns: dict[str, Column]) -> None:
    assert codes(replace(recorded(seconds(60)), columns=columns)) == []


def test_a_session_without_points_is_believed() -> None:
    assert codes(recorded(np.zeros(0), elapsed_s=1800.0, total_m=4000.0)) == []


# ---- times


@pytest.mark.parametrize(
    ("gap_s", "way_m", "found"),
    [
        (10, 0, []),
        (11, 0, [DoubtCode.UNMARKED_PAUSE]),
        (11, 5.4, [DoubtCode.UNMARKED_PAUSE]),
        (11, 5.5, []),
        (60, 0, [DoubtCode.UNMARKED_PAUSE]),
        (60, 29.9, [DoubtCode.UNMARKED_PAUSE]),
        (60, 30, []),
        (61, 0, [DoubtCode.UNMARKED_PAUSE]),
        (61, 30, [DoubtCode.UNMARKED_PAUSE]),
        (61, 31, [DoubtCode.GAP]),
        (21_599, 0, [DoubtCode.UNMARKED_PAUSE]),
        (21_600, 0, [DoubtCode.TIME_JUMP]),
    ],
)
def test_a_time_without_points_is_a_pause_a_gap_or_a_jump(
    gap_s: float, way_m: float, found: list[DoubtCode]
) -> None:
    time_s = np.concatenate((seconds(100), 100.0 + gap_s + seconds(100)))
    distance_m = np.concatenate((3 * seconds(100), 300.0 + way_m + 3 * seconds(100)))

    assert codes(recorded(time_s, distance_m=distance_m, latitude_deg=np.full(202, 48.0))) == found


def test_a_pause_that_the_watch_marked_is_no_doubt() -> None:
    time_s = np.concatenate((seconds(100), 400.0 + seconds(100)))

    assert codes(recorded(time_s, pauses=((100.0, 400.0),))) == []


def test_an_unmarked_pause_is_left_out_of_the_time_without_pauses() -> None:
    time_s = np.concatenate((seconds(100), 400.0 + seconds(100)))

    figures = measure_activity(recorded(time_s, cadence_spm=np.full(202, 170.0)), NUMBERS)

    assert (figures.timer_s, figures.running_s) == (200.0, 200.0)
    assert figures.doubts[0].spans_s == ((100.0, 400.0),)


def test_a_pause_that_the_watch_marked_within_a_longer_rest_is_neither_doubted_nor_left_out_twice() -> None:
    time_s = np.concatenate((seconds(600), 965.0 + seconds(600)))
    run = recorded(time_s, pauses=((640.0, 900.0),), cadence_spm=np.full(1202, 170.0))

    figures = measure_activity(run, NUMBERS)

    assert (figures.running_s, figures.walking_s, figures.timer_s) == (1200.0, 0.0, 1200.0)
    assert [doubt.code for doubt in figures.doubts] == [DoubtCode.UNMARKED_PAUSE]
    assert figures.doubts[0].spans_s == ((600.0, 640.0), (900.0, 965.0))


def stopped(times: int, *, runs_s: int = 60, stands_s: int = 45, every_s: int = 1) -> Recording:
    """Run at 3 m/s and stand in turn, while the watch writes nothing; its last steps are what it says."""
    ran_s = np.arange(0.0, runs_s + 1, every_s)
    time_s = np.concatenate([turn * (runs_s + stands_s) + ran_s for turn in range(times)])
    distance_m = np.concatenate([3.0 * (turn * runs_s + ran_s) for turn in range(times)])
    return recorded(time_s, distance_m=distance_m, cadence_spm=np.full(len(time_s), 170.0))


@pytest.mark.parametrize("every_s", [1, 5, 10])
def test_stops_of_less_than_a_minute_are_no_running(every_s: int) -> None:
    figures = measure_activity(stopped(20, every_s=every_s), NUMBERS)

    assert (figures.running_s, figures.walking_s, figures.timer_s) == (1200.0, 0.0, 1200.0)
    assert figures.doubts[0].code is DoubtCode.UNMARKED_PAUSE
    assert (figures.doubts[0].spans_s[0], len(figures.doubts[0].spans_s)) == ((60.0, 105.0), 19)


def test_without_cadence_such_stops_are_neither_running_nor_walking() -> None:
    figures = measure_activity(without(stopped(20), "cadence_spm"), NUMBERS)

    assert (figures.running_s, figures.walking_s) == (1200.0, 0.0)


def test_what_the_watch_marked_of_such_a_stop_is_not_doubted() -> None:
    run = replace(stopped(2), pauses=((70.0, 93.0),))

    assert looked_at(run).doubts[0].spans_s == ((60.0, 70.0), (93.0, 105.0))
    assert measure_activity(run, NUMBERS).running_s == 120.0


def test_who_did_not_move_before_a_stop_is_not_doubted_to_have_stood() -> None:
    run = stopped(2)
    stands = with_column(changed(run, "cadence_spm", 0.0, 60, 61), "speed_m_s", np.full(122, 3.0))

    assert codes(changed(stands, "speed_m_s", 0.0, 60, 61)) == [DoubtCode.DISTANCE_ESTIMATED]
    assert DoubtCode.UNMARKED_PAUSE in codes(stands)


@pytest.mark.parametrize("every_s", [11, 15, 30, 60])
@pytest.mark.parametrize("lump_m", [1, 50, 100])
def test_a_watch_that_writes_seldom_and_counts_in_lumps_did_not_stand(every_s: int, lump_m: int) -> None:
    time_s = np.arange(0.0, 1801.0, every_s)
    counted_m = 3.0 * time_s // lump_m * lump_m
    cadence = np.where(np.arange(len(time_s)) % 2, 168.0, 170.0)

    figures = measure_activity(recorded(time_s, distance_m=counted_m, cadence_spm=cadence), NUMBERS)

    assert [doubt.code for doubt in figures.doubts] == [DoubtCode.DISTANCE_ESTIMATED]
    assert figures.running_s == time_s[-1]


@pytest.mark.parametrize("metres", [np.nan, 0.0])
def test_a_treadmill_that_knows_no_way_did_not_stand(metres: float) -> None:
    run = with_column(stopped(20, every_s=10), "distance_m", np.full(140, metres))

    assert measure_activity(run, NUMBERS).running_s == run.time_s[-1]


def test_a_run_whose_way_is_not_known_behind_a_stop_is_left_as_it_is() -> None:
    run = changed(stopped(2), "distance_m", np.nan, 61, 122)

    assert measure_activity(run, NUMBERS).running_s == 165.0


def test_a_counter_that_stood_while_the_places_went_on_is_no_stop() -> None:
    run = stopped(2)
    went_m = 3 * run.time_s
    there = with_column(run, "longitude_deg", np.full(122, 11.5))

    assert codes(with_column(there, "latitude_deg", 48 + went_m / METRES_A_DEGREE)) == []


def test_a_stop_at_the_very_end_is_no_running() -> None:
    run = stopped(2, runs_s=60)
    ends = {name: column[:62] for name, column in run.columns.items()}

    figures = measure_activity(replace(run, time_s=run.time_s[:62], columns=ends, elapsed_s=105.0), NUMBERS)

    assert figures.running_s == 60.0


def test_a_clock_that_went_on_beyond_the_files_own_length_jumped() -> None:
    time_s = np.concatenate((seconds(100), 3100.0 + seconds(100)))

    assert codes(recorded(time_s, elapsed_s=201.0, timer_s=201.0)) == [DoubtCode.TIME_JUMP]


def test_a_jump_is_taken_out_of_a_length_that_came_from_the_points() -> None:
    time_s = np.concatenate((seconds(100), 40_000.0 + seconds(100)))

    assert measure_activity(recorded(time_s), NUMBERS).elapsed_s == 200.0


def test_lengths_of_a_pool_lie_far_apart_and_are_no_gaps() -> None:
    assert codes(recorded(np.array([0.0, 70.0, 150.0, 240.0]), sport=Sport.SWIMMING)) == []


# ---- speed, distance, position


@pytest.mark.parametrize(("speed_m_s", "found"), [(10.4, []), (10.5, []), (10.6, [DoubtCode.SPEED_SPIKE])])
def test_a_speed_beyond_any_runner_is_left_out(speed_m_s: float, found: list[DoubtCode]) -> None:
    run = changed(steady_run(), "speed_m_s", speed_m_s, 500, 503)

    assert codes(run) == found
    assert np.isnan(looked_at(run).recording.columns["speed_m_s"]).sum() == 3 * len(found)


def test_a_rider_is_faster_than_a_runner() -> None:
    ride = recorded(seconds(200), sport=Sport.CYCLING, speed_m_s=np.full(201, 20.0))

    assert codes(ride) == []


def test_nobody_knows_how_fast_something_else_may_be() -> None:
    flight = recorded(seconds(200), sport=Sport.OTHER, speed_m_s=np.full(201, 60.0))

    assert codes(flight) == []


def away_for(run: Recording, metres: float, first: int, behind: int) -> Recording:
    """Move some points to the east, and let the distance count the way there and back."""
    east = run.columns["longitude_deg"].copy()
    east[first:behind] += metres / METRES_A_DEGREE / np.cos(np.radians(48))
    distance = run.columns["distance_m"].copy()
    distance[first:] += metres
    distance[behind:] += metres
    return with_column(with_column(run, "longitude_deg", east), "distance_m", distance)


def test_a_jump_there_and_back_is_taken_out_of_way_and_place() -> None:
    run = steady_run()

    believed = looked_at(away_for(run, 400.0, 700, 704))

    (doubt,) = believed.doubts
    assert (doubt.code, doubt.done) == (DoubtCode.POSITION_SPIKE, Done.LEFT_OUT)
    assert doubt.spans_s == ((699.0, 704.0),)
    assert doubt.facts["removed_m"] == pytest.approx(800, abs=1)
    assert np.isnan(believed.recording.columns["latitude_deg"]).nonzero()[0].tolist() == [700, 701, 702, 703]
    assert believed.recording.columns["distance_m"][-1] == pytest.approx(run.columns["distance_m"][-1], abs=3)


@pytest.mark.parametrize(("metres", "found"), [(70.0, []), (120.0, [DoubtCode.POSITION_SPIKE])])
def test_a_jump_is_beyond_any_runner_over_ten_seconds(metres: float, found: list[DoubtCode]) -> None:
    run = steady_run()
    distance = run.columns["distance_m"].copy()
    distance[700:] += metres

    assert codes(with_column(run, "distance_m", distance)) == found


def test_a_watch_that_catches_up_after_a_tunnel_did_not_jump() -> None:
    distance = 3.0 * seconds(600)
    distance[200:260] = distance[199]
    run = recorded(
        seconds(600),
        distance_m=distance,
        latitude_deg=48 + distance / METRES_A_DEGREE,
        longitude_deg=np.full(601, 11.5),
    )

    assert codes(run) == []


def test_a_file_that_counts_in_lumps_of_metres_is_believed() -> None:
    distance = np.floor(3.0 * seconds(600) / 15) * 15

    assert codes(recorded(seconds(600), distance_m=distance, latitude_deg=np.full(601, 48.0))) == []


@pytest.mark.parametrize(("total_m", "left_m"), [(5800.0, 5000.0), (5000.0, 5000.0), (None, None)])
def test_the_files_total_is_mended_only_where_it_counted_the_jump(
    total_m: float | None, left_m: float | None
) -> None:
    run = replace(away_for(steady_run(1784), 400.0, 700, 704), distance_m=total_m)

    found = looked_at(run).recording.distance_m

    assert found == (None if left_m is None else pytest.approx(left_m, abs=5))


@pytest.mark.parametrize(
    ("sub_sport", "position", "found"),
    [
        ("", True, []),
        ("treadmill", True, [DoubtCode.DISTANCE_ESTIMATED]),
        ("", False, [DoubtCode.DISTANCE_ESTIMATED]),
    ],
)
def test_a_distance_that_no_satellite_saw_is_an_estimate(
    sub_sport: str, found: list[DoubtCode], *, position: bool
) -> None:
    columns = {"distance_m": 3 * seconds(200)} | ({"latitude_deg": np.full(201, 48.0)} if position else {})

    run = replace(recorded(seconds(200), sub_sport=sub_sport, total_m=600.0), columns=columns)

    assert codes(run) == found
    assert looked_at(run).recording.distance_m == 600.0


# ---- height


@pytest.mark.parametrize(("metres", "found"), [(9.9, []), (10.0, [DoubtCode.ALTITUDE_JUMP])])
def test_a_height_that_jumps_is_levelled(metres: float, found: list[DoubtCode]) -> None:
    height = np.where(seconds(600) < 300, 400.0, 400.0 + metres)

    run = recorded(seconds(600), altitude_m=height)

    assert codes(run) == found
    assert measure_activity(run, NUMBERS).ascent_m == (0.0 if found else pytest.approx(metres, abs=0.1))


def test_a_spike_of_height_leaves_no_climb_behind() -> None:
    run = changed(steady_run(), "altitude_m", 1200.0, 900, 905)

    clean, spiked = measure_activity(steady_run(), NUMBERS), measure_activity(run, NUMBERS)

    assert only(run).done is Done.LEVELLED
    assert (spiked.ascent_m, spiked.descent_m) == pytest.approx((clean.ascent_m, clean.descent_m), abs=1)


def test_nought_before_the_first_height_is_no_climb() -> None:
    run = changed(steady_run(), "altitude_m", 0.0, 0, 20)

    assert measure_activity(run, NUMBERS).ascent_m == pytest.approx(
        measure_activity(steady_run(), NUMBERS).ascent_m, abs=2
    )


@pytest.mark.parametrize(("climb_m_s", "found"), [(2.9, []), (3.0, []), (3.1, [DoubtCode.ALTITUDE_JUMP])])
def test_nobody_climbs_for_seconds_faster_than_three_metres_each(
    climb_m_s: float, found: list[DoubtCode]
) -> None:
    height = 400 + climb_m_s * np.clip(seconds(600) - 300, 0, 20)

    assert codes(recorded(seconds(600), altitude_m=height)) == found


# ---- cadence


@pytest.mark.parametrize(("lasts", "found"), [(179, []), (180, [DoubtCode.CADENCE_STUCK])])
def test_one_cadence_for_minutes_at_changing_speed_is_stuck(lasts: int, found: list[DoubtCode]) -> None:
    run = changed(with_speeds(2.2, 3.4), "cadence_spm", 172.0, 600, 601 + lasts)

    assert codes(run) == found


@pytest.mark.parametrize(("faster", "found"), [(0.79, []), (0.81, [DoubtCode.CADENCE_STUCK])])
def test_one_cadence_at_an_even_speed_is_a_steady_runner(faster: float, found: list[DoubtCode]) -> None:
    run = changed(with_speeds(2.5, 2.5 + faster), "cadence_spm", 168.0, 600, 900)

    assert codes(run) == found


def with_speeds(slow: float, fast: float) -> Recording:
    """A run by turns slow and fast, half a minute each."""
    time_s = seconds(1800)
    speed = np.where(time_s // 30 % 2 == 0, slow, fast)
    distance = np.concatenate(([0.0], np.cumsum(speed[:-1])))
    return recorded(
        time_s,
        speed_m_s=speed,
        distance_m=distance,
        cadence_spm=np.where(time_s % 2 == 0, 164.0, 166.0),
        latitude_deg=48 + distance / METRES_A_DEGREE,
        longitude_deg=np.full(1801, 11.5),
    )


@pytest.mark.parametrize(("lasts", "found"), [(19, []), (20, [DoubtCode.CADENCE_SILENT])])
def test_no_step_at_a_running_speed_is_a_silent_sensor(lasts: int, found: list[DoubtCode]) -> None:
    run = changed(steady_run(), "cadence_spm", 0.0, 600, 600 + lasts)

    assert codes(run) == found
    assert measure_activity(run, NUMBERS).running_s == 1800.0 - (0 if found else lasts)


def test_no_step_while_standing_is_no_doubt() -> None:
    run = changed(changed(steady_run(), "cadence_spm", 0.0, 600, 700), "speed_m_s", 0.0, 600, 700)

    assert codes(run) == []


@pytest.mark.parametrize(("lasts", "found"), [(9, []), (10, [DoubtCode.CADENCE_HALVED])])
def test_a_stretch_of_one_leg_is_doubled(lasts: int, found: list[DoubtCode]) -> None:
    run = changed(steady_run(), "cadence_spm", 83.0, 600, 600 + lasts)

    assert codes(run) == found
    assert looked_at(run).recording.columns["cadence_spm"][600] == (166.0 if found else 83.0)


@pytest.mark.parametrize(
    ("cadence", "found"),
    [(70, []), (71, [DoubtCode.CADENCE_HALVED]), (95, [DoubtCode.CADENCE_HALVED]), (96, [])],
)
def test_one_leg_is_about_half_of_the_sessions_own(cadence: float, found: list[DoubtCode]) -> None:
    assert codes(changed(steady_run(), "cadence_spm", cadence, 600, 640)) == found


def test_walking_has_few_steps_and_is_no_doubt() -> None:
    run = changed(changed(steady_run(), "cadence_spm", 84.0, 600, 700), "speed_m_s", 1.2, 600, 700)

    assert codes(run) == []


@pytest.mark.parametrize(("lasts", "found"), [(9, []), (10, [DoubtCode.CADENCE_DOUBLED])])
def test_a_stretch_that_was_counted_twice_is_halved(lasts: int, found: list[DoubtCode]) -> None:
    run = changed(steady_run(), "cadence_spm", 332.0, 600, 600 + lasts)

    assert codes(run) == found


@pytest.mark.parametrize(("cadence", "found"), [(199, []), (200, [DoubtCode.CADENCE_DOUBLED])])
def test_tripping_steps_are_walking_counted_twice(cadence: float, found: list[DoubtCode]) -> None:
    run = changed(changed(steady_run(), "cadence_spm", cadence, 600, 640), "speed_m_s", 1.6, 600, 640)

    assert codes(run) == found
    assert measure_activity(run, NUMBERS).running_s == 1800.0 - (40 if found else 0)


def test_a_sprinter_steps_fast_and_far() -> None:
    run = changed(changed(steady_run(), "cadence_spm", 214.0, 600, 640), "speed_m_s", 6.4, 600, 640)

    assert codes(run) == []


@pytest.mark.parametrize(
    ("factor", "found"),
    [
        (0.74, [DoubtCode.STEP_LENGTH_OFF]),
        (0.76, []),
        (1.32, []),
        (1.34, [DoubtCode.STEP_LENGTH_OFF]),
        (2.0, [DoubtCode.STEP_LENGTH_OFF]),
    ],
)
def test_step_length_times_cadence_is_speed(factor: float, found: list[DoubtCode]) -> None:
    run = steady_run()
    off = with_column(run, "step_length_mm", run.columns["step_length_mm"] * factor)

    assert codes(off) == found
    assert (measure_activity(off, NUMBERS).step_length_mm is None) is bool(found)


# ---- heart


def run_walk(*, beats: Column) -> Recording:
    """Four minutes of running and one of walking, by turns."""
    walks = seconds(1800) % 300 >= 240
    return recorded(
        seconds(1800),
        speed_m_s=np.where(walks, 1.5, 2.7),
        cadence_spm=np.where(walks, 118.0, 166.0) + seconds(1800) % 2,
        heart_rate_bpm=beats,
    )


def test_a_heart_rate_that_jumps_with_the_steps_counts_steps() -> None:
    run = run_walk(beats=np.where(seconds(1800) % 300 >= 240, 119.0, 167.0))

    doubt = only(run)

    assert (doubt.code, doubt.share) == (DoubtCode.HEART_LOCKED, 1.0)
    assert measure_activity(run, NUMBERS).heart_rate_bpm is None


@pytest.mark.parametrize("off", [3.0, 4.1])
def test_locked_is_within_three_beats(off: float) -> None:
    run = run_walk(beats=np.where(seconds(1800) % 300 >= 240, 118.0, 166.0) + seconds(1800) % 2 + off)

    assert codes(run) == ([DoubtCode.HEART_LOCKED] if off <= 3 else [])


def test_a_heart_as_quick_as_steady_feet_is_chance() -> None:
    run = steady_run()

    assert codes(with_column(run, "heart_rate_bpm", run.columns["cadence_spm"].clip(165, 167))) == []
