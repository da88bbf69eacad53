"""What FIT files of watches and apps look like, each written by our own encoder with its oddity."""

import numpy as np
import pytest

from kneewise.files import Reading, Verdict, read_recordings
from kneewise.fit import Message, encode
from kneewise.knowledge import read_numbers
from kneewise.model.recording import Recording
from kneewise.model.sport import Sport
from kneewise.observe import Numbers
from kneewise.observe.measure import measure_activity
from tests.files.made import START, fit

START_S = START.timestamp()


def written(*messages: Message, maker: str = "garmin") -> Reading:
    kind = Message(
        name="file_id", columns={"type": "activity", "manufacturer": maker, "time_created": START_S}
    )
    return read_recordings("run.fit", encode([kind, *messages]))


def one(reading: Reading) -> Recording:
    (recording,) = reading.recordings
    assert reading.verdict is Verdict.ACTIVITY
    return recording


def records(seconds: np.ndarray[tuple[int], np.dtype[np.float64]], **columns: float) -> Message:
    told = {name: np.full(len(seconds), value) for name, value in columns.items()}
    return Message(name="record", columns={"timestamp": START_S + seconds, "distance": seconds * 3.0} | told)


def session(seconds: float, sport: str = "running", sub_sport: str = "generic", **more: float) -> Message:
    columns: dict[str, float | str] = {
        "timestamp": START_S + seconds,
        "start_time": START_S,
        "total_elapsed_time": seconds,
        "total_timer_time": seconds,
        "sport": sport,
        "sub_sport": sub_sport,
    }
    return Message(name="session", columns={**columns, **more})


@pytest.mark.parametrize(
    ("sport", "sub_sport", "expected"),
    [
        ("running", "treadmill", Sport.RUNNING),
        ("running", "trail", Sport.RUNNING),
        ("running", "track", Sport.RUNNING),
        ("running", "virtual_activity", Sport.RUNNING),
        ("running", "indoor_running", Sport.RUNNING),
        ("running", "ultra", Sport.RUNNING),
        ("fitness_equipment", "treadmill", Sport.RUNNING),
        ("generic", "trail", Sport.RUNNING),
        ("training", "strength_training", Sport.STRENGTH),
        ("cycling", "virtual_activity", Sport.CYCLING),
        ("e_biking", "generic", Sport.CYCLING),
        ("swimming", "open_water", Sport.SWIMMING),
        ("walking", "casual_walking", Sport.WALKING),
        ("hiking", "generic", Sport.HIKING),
        ("snowshoeing", "generic", Sport.HIKING),
        ("transition", "generic", Sport.OTHER),
        ("200", "generic", Sport.OTHER),
    ],
)
def test_sports_of_watches_and_of_virtual_worlds(sport: str, sub_sport: str, expected: Sport) -> None:
    reading = written(records(np.arange(0.0, 600.0)), session(600, sport, sub_sport))

    assert one(reading).sport is expected


def test_smart_recording_weighs_every_value_by_its_time() -> None:
    # One point a second at first, then one in ten: as many points at each rate, but not as much time.
    seconds = np.concatenate([np.arange(0.0, 100.0), 100.0 + 10 * np.arange(100)])
    heart_rate = np.concatenate([np.full(100, 120.0), np.full(100, 160.0)])
    record = records(seconds, cadence=85.0)

    recording = one(
        written(Message(name="record", columns={**record.columns, "heart_rate": heart_rate}), session(1_100))
    )

    measured = measure_activity(recording, read_numbers("kneewise.observe", Numbers))
    assert measured.heart_rate_bpm == 160.0
    assert measured.cadence_spm == 170.0


def test_one_record_for_the_heart_and_one_for_the_place_of_a_second_are_one_point() -> None:
    seconds = np.arange(0.0, 600.0)
    places = records(seconds, enhanced_speed=3.0)
    beats = Message(
        name="record", columns={"timestamp": START_S + seconds, "heart_rate": np.full(600, 150.0)}
    )

    recording = one(written(beats, places, session(600), maker="suunto"))

    measured = measure_activity(recording, read_numbers("kneewise.observe", Numbers))
    assert measured.heart_rate_bpm == 150.0
    assert measured.running_s == pytest.approx(600, abs=2)


def test_a_summary_that_stands_before_its_records_is_read_alike() -> None:
    first = written(session(600), records(np.arange(0.0, 600.0)))

    assert (len(one(first).time_s), one(first).elapsed_s) == (600, 600.0)


def test_records_before_the_session_begin_it() -> None:
    seconds = np.arange(-20.0, 600.0)
    beats = Message(name="record", columns={"timestamp": START_S + seconds, "heart_rate": seconds * 0 + 150})

    recording = one(written(beats, session(600)))

    assert recording.start.timestamp() == START_S - 20
    assert recording.time_s[0] == 0.0


def test_a_record_hours_after_the_end_does_not_lengthen_the_session() -> None:
    seconds = np.append(np.arange(0.0, 600.0), 6 * 3600.0)

    recording = one(written(records(seconds), session(600)))

    assert recording.elapsed_s == 600.0


def test_a_position_that_is_not_known_is_none() -> None:
    # Half circles at their limit are 180 degrees; programs that do not know the mark write them.
    place = {"position_lat": 179.99999991, "position_long": 179.99999991, "heart_rate": 0.0}

    recording = one(written(records(np.arange(0.0, 600.0), **place), session(600)))

    assert "latitude_deg" not in recording.columns
    assert "heart_rate_bpm" not in recording.columns


def test_a_treadmill_without_distance_has_none() -> None:
    seconds = np.arange(0.0, 600.0)
    record = Message(name="record", columns={"timestamp": START_S + seconds, "cadence": np.full(600, 84.0)})

    recording = one(written(record, session(600, "running", "treadmill")))

    assert (recording.distance_m, recording.sub_sport) == (None, "treadmill")
    assert set(recording.columns) == {"cadence_spm"}


def test_a_clock_that_was_never_set_is_said() -> None:
    kind = Message(name="file_id", columns={"type": "activity"})
    seconds = -631_065_600.0 + 631_065_600.0 * 2 + np.arange(600.0)
    record = Message(name="record", columns={"timestamp": seconds, "distance": np.arange(600.0) * 3})

    reading = read_recordings("run.fit", encode([kind, record]))

    assert one(reading).start.year == 1989
    assert [problem.code for problem in one(reading).problems] == ["clock_not_set", "sport_guessed"]


def test_a_local_time_that_is_none_gives_no_offset() -> None:
    local = Message(name="activity", columns={"timestamp": START_S + 600, "local_timestamp": 631_065_600.0})

    assert one(written(records(np.arange(600.0)), session(600), local)).utc_offset_s is None


def test_steps_written_against_the_format_are_steps() -> None:
    assert one(written(records(np.arange(600.0), cadence=172.0), session(600))).cadence_rule == "steps"


def test_laps_and_pauses_of_each_leg_stay_with_it() -> None:
    laps = [
        Message(
            name="lap",
            columns={"start_time": START_S + at, "total_timer_time": 300.0, "timestamp": START_S + at + 300},
        )
        for at in (0.0, 300.0, 700.0)
    ]
    second = session(600, "running")
    legs = [
        session(600, "cycling"),
        Message(name="session", columns={**second.columns, "start_time": START_S + 700.0}),
    ]
    stops = [
        Message(name="event", columns={"timestamp": START_S + at, "event": "timer", "event_type": what})
        for at, what in ((100.0, "stop_all"), (130.0, "start"), (900.0, "stop"), (960.0, "start"))
    ]

    bike, run = written(records(np.arange(1_300.0)), *laps, *stops, *legs).recordings

    assert [lap.start_s for lap in bike.laps] == [0.0, 300.0]
    assert [lap.start_s for lap in run.laps] == [0.0]
    assert (bike.pauses, run.pauses) == (((100.0, 130.0),), ((200.0, 260.0),))


def test_workouts_that_call_themselves_something_else_are_workouts() -> None:
    kind = Message(name="file_id", columns={"type": "blood_pressure"})
    step = Message(name="workout_step", columns={"wkt_step_name": ["warm up", "run"]})

    assert read_recordings("x.fit", encode([kind, step])).reason == "fit_workout"


def test_the_file_of_another_program_names_its_maker() -> None:
    assert one(read_recordings("x.fit", fit())).device == "garmin"
    assert one(written(records(np.arange(600.0)), session(600), maker="zwift")).device == "zwift"


def lap(start: float, seconds: float, sport: str = "running") -> Message:
    return Message(
        name="lap",
        columns={
            "timestamp": START_S + start + seconds,
            "start_time": START_S + start,
            "total_elapsed_time": seconds,
            "total_timer_time": seconds,
            "total_distance": seconds * 3,
            "sport": sport,
        },
    )


def test_laps_of_a_watch_that_went_out_before_its_end_are_a_session() -> None:
    recording = one(written(lap(0, 600), lap(600, 300)))

    assert (recording.sport, recording.start) == (Sport.RUNNING, START)
    assert (recording.elapsed_s, recording.timer_s, recording.distance_m) == (900.0, 900.0, 2700.0)
    assert len(recording.laps) == 2


@pytest.mark.parametrize("sport", ["generic", "all"])
def test_a_session_that_names_no_sport_has_that_of_its_laps(sport: str) -> None:
    recording = one(written(records(np.arange(600.0)), lap(0, 600), session(600, sport)))

    assert recording.sport is (Sport.RUNNING if sport == "generic" else Sport.OTHER)


def test_the_chosen_profile_goes_before_a_guess() -> None:
    profile = Message(name="sport", columns={"sport": "cycling", "sub_sport": "generic"})
    nameless = session(600)
    columns = {name: column for name, column in nameless.columns.items() if "sport" not in name}

    recording = one(written(profile, records(np.arange(600.0)), Message(name="session", columns=columns)))

    assert (recording.sport, recording.problems) == (Sport.CYCLING, ())


@pytest.mark.parametrize("off_s", [-7_200.0, 7_200.0])
def test_a_session_told_in_local_time_begins_with_its_records(off_s: float) -> None:
    told = {**session(600).columns, "start_time": START_S + off_s, "timestamp": START_S + off_s + 600}

    recording = one(written(records(np.arange(601.0)), Message(name="session", columns=told)))

    assert (recording.start, recording.elapsed_s) == (START, 600.0)


@pytest.mark.parametrize(
    ("place", "offset_s"),
    [
        ({"position_lat": 40.7, "position_long": -74.0}, None),
        ({"position_lat": 35.7, "position_long": 139.7}, None),
        ({"position_lat": 64.1, "position_long": -21.9}, 0),
        ({}, 0),
    ],
    ids=["New York", "Tokyo", "Reykjavik", "nowhere"],
)
def test_the_same_time_written_twice_is_an_offset_near_greenwich_only(
    place: dict[str, float], offset_s: int | None
) -> None:
    twice = {"timestamp": START_S + 600, "local_timestamp": START_S + 600}

    recording = one(
        written(records(np.arange(601.0), **place), session(600), Message(name="activity", columns=twice))
    )

    assert recording.utc_offset_s == offset_s


def test_a_session_without_records_before_one_with_them_keeps_its_own_start() -> None:
    swim = session(1_200, "swimming")
    ride = {**session(600, "cycling").columns, "start_time": START_S + 3_600}
    seconds = np.arange(601.0)
    record = Message(name="record", columns={"timestamp": START_S + 3_600 + seconds, "distance": seconds * 5})

    first, second = written(swim, record, Message(name="session", columns=ride)).recordings

    assert (first.sport, first.start) == (Sport.SWIMMING, START)
    assert (second.sport, len(second.time_s)) == (Sport.CYCLING, 601)


def test_a_session_that_is_written_again_a_second_later_is_one() -> None:
    again = {**session(600).columns, "start_time": START_S + 1}

    recording = one(written(records(np.arange(601.0)), session(600), Message(name="session", columns=again)))

    assert len(recording.time_s) == 601


def test_a_length_in_seconds_where_thousandths_belong_is_that_of_the_records() -> None:
    short = session(600, total_elapsed_time=0.6, total_timer_time=0.6)

    recording = one(written(records(np.arange(601.0)), short))

    assert (recording.elapsed_s, recording.timer_s) == (600.0, None)
