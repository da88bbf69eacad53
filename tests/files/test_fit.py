"""FIT: sessions, pauses, cadence, and what is no activity."""

import numpy as np
import pytest

from kneewise.files import Reading, Verdict, read_recordings
from kneewise.fit import Message, encode
from kneewise.model.recording import Recording
from kneewise.model.sport import Sport
from tests.files.made import START, fit


def one(reading: Reading) -> Recording:
    (recording,) = reading.recordings
    return recording


def test_a_run_comes_out_with_its_figures() -> None:
    run = one(read_recordings("run.fit", fit(seconds=600, cadence=85.5)))

    assert (run.start, run.utc_offset_s, run.sport) == (START, 7200, Sport.RUNNING)
    assert (run.elapsed_s, run.timer_s, run.distance_m) == (600.0, 600.0, 1800.0)
    assert set(run.columns["cadence_spm"]) == {171.0}
    assert (run.cadence_rule, run.device) == ("strides_doubled", "garmin")


def test_a_file_that_no_maker_answers_for_names_none() -> None:
    run = one(read_recordings("run.fit", fit(seconds=600, maker="development")))

    assert run.device == ""


def test_the_timers_stops_are_pauses() -> None:
    run = one(read_recordings("run.fit", fit(seconds=600, pause=(200, 260))))

    assert run.pauses == ((200.0, 260.0),)
    assert (run.elapsed_s, run.timer_s) == (600.0, 540.0)


def test_a_session_without_records_is_an_activity() -> None:
    swim = one(read_recordings("swim.fit", fit(records=False, sport="swimming", sub_sport="lap_swimming")))

    assert (swim.sport, swim.elapsed_s, swim.distance_m, len(swim.time_s)) == (
        Sport.SWIMMING,
        600.0,
        1800.0,
        0,
    )


def test_records_without_a_session_are_an_activity() -> None:
    run = one(read_recordings("cut.fit", fit(session=False)))

    assert (run.elapsed_s, run.distance_m) == (600.0, None)
    assert run.columns["distance_m"][-1] == 1800.0


def test_a_treadmill_is_running() -> None:
    run = one(read_recordings("x.fit", fit(sport="fitness_equipment", sub_sport="treadmill")))

    assert (run.sport, run.sub_sport) == (Sport.RUNNING, "treadmill")


def test_a_cut_file_is_partly_recovered() -> None:
    whole = fit()

    reading = read_recordings("run.fit", whole[: len(whole) * 2 // 3])

    assert (reading.verdict, reading.reason) == (Verdict.ACTIVITY, "fit_cut")
    assert 300 < len(one(reading).time_s) < 500


def test_two_chained_files_are_two_activities() -> None:
    reading = read_recordings("run.fit", fit(seconds=60) + fit(seconds=90))

    assert [each.elapsed_s for each in reading.recordings] == [60.0, 90.0]


def test_a_multisport_file_is_cut_at_its_sessions() -> None:
    start_s = START.timestamp()
    columns = {"timestamp": start_s + 0.0, "distance": 0.0}
    records = [
        Message(
            name="record", columns={**columns, "timestamp": start_s + second, "heart_rate": 100.0 + second}
        )
        for second in range(20)
    ]
    sessions = [
        Message(
            name="session",
            columns={
                "timestamp": start_s + to,
                "start_time": start_s + frm,
                "total_elapsed_time": float(to - frm),
                "sport": sport,
            },
        )
        for frm, to, sport in ((0, 10, "cycling"), (10, 20, "running"))
    ]

    reading = read_recordings(
        "duathlon.fit", encode([Message(name="file_id", columns={"type": "activity"}), *records, *sessions])
    )

    assert [each.sport for each in reading.recordings] == [Sport.CYCLING, Sport.RUNNING]
    assert [len(each.time_s) for each in reading.recordings] == [10, 10]
    assert reading.recordings[1].columns["heart_rate_bpm"][0] == 110.0


@pytest.mark.parametrize(
    ("kind", "reason"),
    [
        ("settings", "fit_settings"),
        ("workout", "fit_workout"),
        ("sleep", "fit_monitoring"),
        ("metrics", "fit_monitoring"),
        ("course", "fit_course"),
        ("monitoring_b", "fit_monitoring"),
        ("weight", "fit_body"),
        ("goals", "fit_other"),
    ],
)
def test_other_files_of_a_watch_are_named(kind: str, reason: str) -> None:
    reading = read_recordings("x.fit", fit(kind=kind, session=False))

    assert (reading.verdict, reading.reason) == (Verdict.NOT_AN_ACTIVITY, reason)


def test_an_activity_in_which_nothing_happened_is_none() -> None:
    reading = read_recordings("x.fit", fit(records=False, session=False))

    assert (reading.verdict, reading.reason) == (Verdict.NOT_AN_ACTIVITY, "empty_activity")


def test_a_strap_that_hands_its_beats_over_after_the_swim_gives_the_swims_heart_rate() -> None:
    started = {"timestamp": START.timestamp(), "event_timestamp": 5.0, "filtered_bpm": 91.0}
    strap = encode(
        [Message(name="file_id", columns={"type": "activity"}), Message(name="hr", columns=started)]
    )
    swim = fit(seconds=600, sport="swimming", sub_sport="lap_swimming", heart_rate=False)

    found = one(read_recordings("swim.fit", swim + strap))

    assert found.columns["heart_rate_bpm"][:11].tolist() == [91.0] * 11
    assert np.isnan(found.columns["heart_rate_bpm"][11:]).all()


def test_a_strap_fills_the_swim_of_a_triathlon_and_leaves_what_the_watch_measured() -> None:
    start_s = START.timestamp()
    beat = {"timestamp": start_s, "event_timestamp": 5.0, "filtered_bpm": 91.0}
    second = np.arange(601.0)
    measured = {"heart_rate": np.where(second < 8, np.nan, 150.0)}
    record = Message(name="record", columns={"timestamp": start_s + second, "distance": second, **measured})
    whole = [Message(name="file_id", columns={"type": "activity"}), record, Message(name="hr", columns=beat)]

    found = one(read_recordings("triathlon.fit", encode(whole)))

    assert found.columns["heart_rate_bpm"].tolist() == [91.0] * 8 + [150.0] * 593
