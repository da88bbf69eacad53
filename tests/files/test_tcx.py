"""TCX: laps, tracks and points."""

import re

import numpy as np

from kneewise.files import Reading, Verdict, read_recordings
from kneewise.model.recording import Recording
from kneewise.model.sport import Sport
from tests.files.made import START, at, tcx


def one(reading: Reading) -> Recording:
    (recording,) = reading.recordings
    return recording


def test_a_run_comes_out_with_its_figures() -> None:
    run = one(read_recordings("run.tcx", tcx(seconds=600, strides=85)))

    assert (run.start, run.sport, run.source_format) == (START, Sport.RUNNING, "tcx")
    assert (run.elapsed_s, run.timer_s, run.distance_m) == (600.0, 600.0, 1800.0)
    assert set(run.columns["cadence_spm"]) == {170.0}
    assert run.cadence_rule == "strides_doubled"
    assert len(run.laps) == 1


def test_blanks_before_the_declaration_are_forgiven() -> None:
    reading = read_recordings("run.tcx", tcx(before='\n   <?xml version="1.0"?>\n'))

    assert (reading.verdict, reading.reason) == (Verdict.ACTIVITY, "")


def test_an_undeclared_namespace_is_forgiven() -> None:
    cadence = "<ns3:TPX><ns3:RunCadence>90</ns3:RunCadence></ns3:TPX>"
    point = f"<Trackpoint><Time>{at(601)}</Time>{cadence}</Trackpoint>"
    lap = f'<Lap StartTime="{at(601)}"><TotalTimeSeconds>0</TotalTimeSeconds><Track>{point}</Track></Lap>'

    run = one(read_recordings("run.tcx", tcx(seconds=600, strides=None, extra=lap)))

    assert run.columns["cadence_spm"][-1] == 180.0


def test_a_document_cut_in_the_middle_is_recovered_as_far_as_it_goes() -> None:
    whole = tcx(seconds=600)

    reading = read_recordings("run.tcx", whole[: len(whole) // 2])

    assert (reading.verdict, reading.reason) == (Verdict.ACTIVITY, "xml_damaged")
    assert 250 < len(one(reading).time_s) < 350


def test_points_out_of_order_are_put_in_order() -> None:
    late = f"<Trackpoint><Time>{at(60)}</Time><DistanceMeters>60</DistanceMeters></Trackpoint>"
    early = f"<Trackpoint><Time>{at(30)}</Time><DistanceMeters>30</DistanceMeters></Trackpoint>"
    document = (
        f'<TrainingCenterDatabase><Activities><Activity Sport="Running"><Lap StartTime="{at(30)}">'
        f"<Track>{late}{early}</Track></Lap></Activity></Activities></TrainingCenterDatabase>"
    ).encode()

    run = one(read_recordings("run.tcx", document))

    assert run.time_s.tolist() == [0.0, 30.0]
    assert run.columns["distance_m"].tolist() == [30.0, 60.0]


def test_points_ten_years_apart_leave_one_recording_and_say_so() -> None:
    points = "".join(
        f"<Trackpoint><Time>{year}-05-04T07:00:{second}Z</Time></Trackpoint>"
        for year in (2031, 2021)
        for second in (10, 20)
    )
    document = (
        f'<TrainingCenterDatabase><Activities><Activity Sport="Running"><Lap StartTime="{at(30)}">'
        f"<TotalTimeSeconds>20</TotalTimeSeconds><Track>{points}</Track></Lap></Activity></Activities>"
        "</TrainingCenterDatabase>"
    ).encode()

    run = one(read_recordings("run.tcx", document))

    assert run.start.year == 2021
    assert run.time_s.tolist() == [0.0, 10.0]
    assert ("odd_times", "2") in {(problem.code, problem.detail) for problem in run.problems}


def test_a_second_track_in_a_lap_follows_a_pause() -> None:
    def track(*seconds: int) -> str:
        points = (f"<Trackpoint><Time>{at(second)}</Time></Trackpoint>" for second in seconds)
        return f"<Track>{''.join(points)}</Track>"

    document = (
        f'<TrainingCenterDatabase><Activities><Activity Sport="Running"><Lap StartTime="{at(0)}">'
        f"<TotalTimeSeconds>20</TotalTimeSeconds>{track(0, 10)}{track(70, 80)}</Lap>"
        "</Activity></Activities></TrainingCenterDatabase>"
    ).encode()

    run = one(read_recordings("run.tcx", document))

    assert run.pauses == ((10.0, 70.0),)
    assert (run.elapsed_s, run.timer_s) == (80.0, 20.0)


def test_laps_without_points_are_an_activity() -> None:
    document = (
        f'<TrainingCenterDatabase><Activities><Activity Sport="Running"><Lap StartTime="{at(0)}">'
        "<TotalTimeSeconds>1200</TotalTimeSeconds><DistanceMeters>3000</DistanceMeters></Lap>"
        "</Activity></Activities></TrainingCenterDatabase>"
    ).encode()

    run = one(read_recordings("treadmill.tcx", document))

    assert (run.elapsed_s, run.distance_m, len(run.time_s)) == (1200.0, 3000.0, 0)


def test_a_course_is_no_activity() -> None:
    document = (
        b"<TrainingCenterDatabase><Courses><Course><Name>x</Name></Course></Courses></TrainingCenterDatabase>"
    )

    reading = read_recordings("course.tcx", document)

    assert (reading.verdict, reading.reason) == (Verdict.NOT_AN_ACTIVITY, "no_track")


def test_a_heart_rate_of_nought_is_no_heart_rate() -> None:
    document = tcx().replace(b"<Value>140</Value>", b"<Value>0</Value>")

    run = one(read_recordings("run.tcx", document))

    assert np.nanmin(run.columns["heart_rate_bpm"]) == 141.0


def test_a_track_that_stands_in_no_lap_is_read() -> None:
    bare = re.sub(rb"<Lap.*?<Track>(.*)</Track></Lap>", rb"<Track>\1</Track>", tcx(), flags=re.DOTALL)

    (recording,) = read_recordings("run.tcx", bare).recordings

    assert b"<Lap" not in bare
    assert (len(recording.time_s), recording.laps) == (601, ())


def test_a_cadence_of_nought_gives_way_to_that_of_the_extension() -> None:
    more = "<Cadence>0</Cadence><Extensions><TPX><RunCadence>85</RunCadence></TPX></Extensions>"

    run = one(read_recordings("x.tcx", tcx(strides=0).replace(b"<Cadence>0</Cadence>", more.encode())))

    assert set(run.columns["cadence_spm"]) == {170.0}
