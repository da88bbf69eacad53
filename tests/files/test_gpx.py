"""GPX: tracks, segments, extensions."""

import pytest

from kneewise.files import Reading, Verdict, read_recordings
from kneewise.model.recording import Recording
from kneewise.model.sport import Sport
from tests.files.made import at, gpx, gpx_points


def one(reading: Reading) -> Recording:
    (recording,) = reading.recordings
    return recording


def test_the_distance_is_the_way_over_the_sphere() -> None:
    run = one(read_recordings("run.gpx", gpx(gpx_points(range(601), speed_m_s=3.0))))

    assert run.columns["distance_m"][-1] == pytest.approx(1800.0, rel=1e-4)
    assert (run.sport, run.elapsed_s) == (Sport.RUNNING, 600.0)


def test_the_way_between_segments_is_not_counted_and_is_a_pause() -> None:
    run = one(read_recordings("run.gpx", gpx(gpx_points(range(11)), gpx_points(range(100, 111)))))

    assert run.columns["distance_m"][-1] == pytest.approx(60.0, rel=1e-4)
    assert run.pauses == ((10.0, 100.0),)


@pytest.mark.parametrize(("written", "rule"), [(84, "strides_doubled"), (168, "steps")])
def test_cadence_is_told_by_its_value(written: float, rule: str) -> None:
    run = one(read_recordings("run.gpx", gpx(gpx_points(range(60), cadence=written))))

    assert (set(run.columns["cadence_spm"]), run.cadence_rule) == ({168.0}, rule)


@pytest.mark.parametrize(
    ("kind", "sport"),
    [
        ("9", Sport.RUNNING),
        ("1", Sport.CYCLING),
        ("10", Sport.WALKING),
        ("trail_running", Sport.RUNNING),
        ("Mountain Biking", Sport.CYCLING),
        ("kite surfing", Sport.OTHER),
    ],
)
def test_the_type_names_the_sport(kind: str, sport: Sport) -> None:
    run = one(read_recordings("track.gpx", gpx(gpx_points(range(60)), kind=kind)))

    assert run.sport is sport


@pytest.mark.parametrize(
    ("speed_m_s", "sport"), [(3.0, Sport.RUNNING), (1.4, Sport.OTHER), (7.0, Sport.OTHER)]
)
def test_a_track_without_a_type_is_a_run_only_if_it_moves_like_one(speed_m_s: float, sport: Sport) -> None:
    track = one(read_recordings("track.gpx", gpx(gpx_points(range(1200), speed_m_s=speed_m_s), kind="")))

    assert track.sport is sport
    assert [problem.code for problem in track.problems] == ["sport_guessed"] * (sport is Sport.RUNNING)


def test_a_name_that_strava_gives_tells_the_sport() -> None:
    track = one(
        read_recordings("x.gpx", gpx(gpx_points(range(600), speed_m_s=1.5), kind="", name="Evening Run"))
    )

    assert (track.sport, track.problems) == (Sport.RUNNING, ())


def test_a_track_without_times_is_no_activity() -> None:
    reading = read_recordings("route.gpx", gpx(gpx_points(range(60), timed=False)))

    assert (reading.verdict, reading.reason) == (Verdict.NOT_AN_ACTIVITY, "track_without_times")


def test_a_few_times_do_not_make_a_track_an_activity() -> None:
    reading = read_recordings("x.gpx", gpx(gpx_points(range(60), timed=False) + gpx_points(range(3))))

    assert reading.reason == "track_without_times"


def test_an_offset_written_with_the_times_is_kept() -> None:
    document = gpx(gpx_points(range(60))).replace(b"Z</time>", b"+02:00</time>")

    run = one(read_recordings("run.gpx", document))

    assert run.utc_offset_s == 7200
    assert run.start.isoformat() == "2026-05-04T04:30:00+00:00"


def test_tracks_of_two_sports_are_two_activities() -> None:
    ride = gpx(gpx_points(range(700, 760)), kind="cycling")
    second = ride[ride.index(b"<trk>") : ride.index(b"</gpx>")]

    reading = read_recordings("x.gpx", gpx(gpx_points(range(60))).replace(b"</gpx>", second + b"</gpx>"))

    assert [each.sport for each in reading.recordings] == [Sport.RUNNING, Sport.CYCLING]


@pytest.mark.parametrize(
    "before",
    [
        '<!DOCTYPE gpx [<!ENTITY a "b">]>',
        '<!DOCTYPE gpx SYSTEM "http://127.0.0.1/x.dtd">',
        '<!doctype gpx [<!ENTITY f SYSTEM "anything.txt">]>',
    ],
)
def test_a_document_type_is_refused(before: str) -> None:
    reading = read_recordings("run.gpx", gpx(gpx_points(range(60)), before=before))

    assert (reading.verdict, reading.reason) == (Verdict.REFUSED, "doctype")


def test_a_document_type_in_another_encoding_is_refused() -> None:
    document = '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE gpx [<!ENTITY a "b">]><gpx></gpx>'

    reading = read_recordings("run.gpx", document.encode("utf-16"))

    assert reading.reason == "doctype"


def test_numbers_that_are_none_are_left_out() -> None:
    document = gpx(gpx_points(range(60))).replace(b"<ele>400</ele>", b"<ele>1e999</ele>")

    run = one(read_recordings("run.gpx", document))

    assert "altitude_m" not in run.columns


def test_a_time_that_is_none_is_no_time() -> None:
    document = gpx(gpx_points(range(60))).replace(at(30).encode(), b"yesterday")

    run = one(read_recordings("run.gpx", document))

    assert len(run.time_s) == 59
