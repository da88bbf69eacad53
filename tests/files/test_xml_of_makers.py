"""What TCX and GPX of watches, apps and websites look like, each written here with its oddity."""

import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from kneewise.files import Kind, Reading, Verdict, read_recordings
from kneewise.files.sniff import sniff
from kneewise.files.xml import instant, number
from kneewise.knowledge import read_numbers
from kneewise.model.recording import Recording
from kneewise.model.sport import Sport
from kneewise.observe import Numbers
from kneewise.observe.measure import measure_activity
from tests.files.made import METRE_DEG, TCX_NAMESPACE, at, gpx, gpx_points, tcx

ROOT = Path(__file__).resolve().parents[2]
ACTIVITY_NAMESPACE = "http://www.garmin.com/xmlschemas/ActivityExtension/v2"


def one(reading: Reading) -> Recording:
    (recording,) = reading.recordings
    assert reading.verdict is Verdict.ACTIVITY
    return recording


def gpx_of(*extension: str, root: str = "", seconds: int = 600, kind: str = "running") -> bytes:
    """Write a track that goes north at 3 m/s, each point with these extensions."""
    points = "".join(
        f'<trkpt lat="{47 + second * 3 * METRE_DEG:.9f}" lon="8.5"><time>{at(second)}</time>'
        f"{''.join(each.replace('#', str(second)) for each in extension)}</trkpt>"
        for second in range(seconds + 1)
    )
    return (
        f'<gpx version="1.1" creator="made" {root}><trk><type>{kind}</type>'
        f"<trkseg>{points}</trkseg></trk></gpx>"
    ).encode()


def tcx_of(points: str, *, laps: str = "", sport: str = "Running", root: str = "", lap: str = "") -> bytes:
    whole = laps or (
        f'<Lap StartTime="{at(0)}"><TotalTimeSeconds>600</TotalTimeSeconds>{lap}<Track>{points}</Track></Lap>'
    )
    return (
        f'<TrainingCenterDatabase xmlns="{TCX_NAMESPACE}" {root}><Activities>'
        f'<Activity Sport="{sport}"><Id>{at(0)}</Id>{whole}</Activity></Activities></TrainingCenterDatabase>'
    ).encode()


def trackpoints(inside: str, seconds: int = 600, step: int = 1) -> str:
    return "".join(
        f"<Trackpoint><Time>{at(second)}</Time>{inside.replace('#', str(second))}</Trackpoint>"
        for second in range(0, seconds + 1, step)
    )


_V1 = "<extensions><gpxtpx:TrackPointExtension>{}</gpxtpx:TrackPointExtension></extensions>"


@pytest.mark.parametrize(
    ("extension", "root", "column", "expected"),
    [
        (_V1.format("<gpxtpx:hr>150</gpxtpx:hr>"), 'xmlns:gpxtpx="http://www.garmin.com/xmlschemas/TrackPointExtension/v1"',
         "heart_rate_bpm", 150.0),
        ("<extensions><ns3:TrackPointExtension><ns3:cad>85</ns3:cad></ns3:TrackPointExtension></extensions>",
         'xmlns:ns3="http://www.garmin.com/xmlschemas/TrackPointExtension/v2"', "cadence_spm", 170.0),
        (_V1.format("<gpxtpx:speed>3.0</gpxtpx:speed>"), "", "speed_m_s", 3.0),
        ("<extensions><gpxdata:hr>150</gpxdata:hr></extensions>",
         'xmlns:gpxdata="http://www.cluetrust.com/XML/GPXDATA/1/0"', "heart_rate_bpm", 150.0),
        ("<extensions><gpxdata:cadence>85</gpxdata:cadence></extensions>", "", "cadence_spm", 170.0),
        ("<extensions><power>250</power></extensions>", "", "power_w", 250.0),
        ("<extensions><pwr:PowerInWatts>250</pwr:PowerInWatts></extensions>",
         'xmlns:pwr="http://www.garmin.com/xmlschemas/PowerExtension/v1"', "power_w", 250.0),
        ("<extensions><stryd:RunCadence>85</stryd:RunCadence></extensions>", "", "cadence_spm", 170.0),
        ("<extensions><osmand:speed>3.0</osmand:speed></extensions>", "", "speed_m_s", 3.0),
        ("<speed>3.0</speed><course>12</course>", "", "speed_m_s", 3.0),
        ("<ele>412,5</ele>", "", "altitude_m", 412.5),
        ("<ele> 412.5\n</ele>", "", "altitude_m", 412.5),
        ("<extensions><heartrate>150</heartrate></extensions>", "", "heart_rate_bpm", 150.0),
    ],
)  # fmt: skip
def test_extensions_are_read_whoever_wrote_them(
    extension: str, root: str, column: str, expected: float
) -> None:
    recording = one(read_recordings("run.gpx", gpx_of(extension, root=root)))

    assert set(recording.columns[column]) == {expected}


def test_opentracks_counts_a_distance_from_the_point_before_and_another_from_the_start() -> None:
    namespaces = (
        'xmlns:opentracks="http://opentracksapp.com/xmlschemas/v1" '
        'xmlns:cluetrust="http://www.cluetrust.com/Schemas/"'
    )
    step = "<extensions><opentracks:distance>9.6</opentracks:distance>"
    both = step + "<cluetrust:distance>#</cluetrust:distance></extensions>"

    alone = one(read_recordings("run.gpx", gpx_of(step + "</extensions>", root=namespaces)))
    together = one(read_recordings("run.gpx", gpx_of(both, root=namespaces)))

    assert alone.columns["distance_m"][-1] == pytest.approx(1800, rel=0.01)
    assert together.columns["distance_m"][-1] == 600.0


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("trail_running", Sport.RUNNING),
        ("street_running", Sport.RUNNING),
        ("treadmill_running", Sport.RUNNING),
        ("RUNNING", Sport.RUNNING),
        ("Run", Sport.RUNNING),
        ("Laufen", Sport.RUNNING),
        ("course à pied", Sport.RUNNING),
        ("Bieganie", Sport.RUNNING),
        ("9", Sport.RUNNING),
        ("Running/Road", Sport.RUNNING),
        ("Wandern", Sport.HIKING),
        ("cycling", Sport.CYCLING),
        ("open_water_swimming", Sport.SWIMMING),
        ("Nordic ski", Sport.OTHER),
        ("jog", Sport.RUNNING),
        ("Run/Walk", Sport.RUNNING),
        ("run_walk", Sport.RUNNING),
        ("Nordic Walking", Sport.WALKING),
        ("mtb", Sport.CYCLING),
        ("Бег", Sport.RUNNING),
        ("Juoksu", Sport.RUNNING),
        ("Koşu", Sport.RUNNING),
        ("户外跑步", Sport.RUNNING),
        ("달리기", Sport.RUNNING),
        ("Lo\u0308pning", Sport.RUNNING),
        ("骑行", Sport.CYCLING),
    ],
)
def test_types_of_apps_in_their_languages(kind: str, expected: Sport) -> None:
    assert one(read_recordings("x.gpx", gpx_of(kind=kind))).sport is expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [("Laufen", Sport.RUNNING), ("Course à pied", Sport.RUNNING), ("", Sport.OTHER), ("Other", Sport.OTHER)],
)
def test_training_center_names_sports_in_the_language_of_its_app(written: str, expected: Sport) -> None:
    assert one(read_recordings("x.tcx", tcx(sport=written))).sport is expected


def test_an_old_document_without_a_namespace_is_read() -> None:
    old = gpx_of("<speed>3.0</speed>").replace(b'version="1.1"', b'version="1.0"')

    assert one(read_recordings("run.gpx", old)).columns["speed_m_s"][0] == 3.0


def test_a_track_whose_points_stand_in_no_segment_is_read() -> None:
    bare = gpx_of().replace(b"<trkseg>", b"").replace(b"</trkseg>", b"")

    assert len(one(read_recordings("run.gpx", bare)).time_s) == 601


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [
        ("utf-8-sig", "UTF-8"),
        ("utf-16", "UTF-16"),
        ("utf-16-le", ""),
        ("utf-16-be", ""),
        ("utf-16", ""),
        ("iso-8859-1", "ISO-8859-1"),
        ("cp1252", "windows-1252"),
        ("utf-8", "UTF-16"),
        ("utf-8", "utf-8"),
        ("utf-8", ""),
    ],
)
def test_documents_in_other_encodings_are_read(encoding: str, declared: str) -> None:
    head = f'<?xml version="1.0" encoding="{declared}"?>' if declared else '<?xml version="1.0"?>'
    content = head + gpx(gpx_points(range(60)), name="Mühlweg").decode()

    reading = read_recordings("run.gpx", content.encode(encoding))

    assert sniff(content.encode(encoding)) is Kind.GPX
    assert (one(reading).name, len(one(reading).time_s)) == ("Mühlweg", 60)


def test_bytes_that_are_no_text_cost_a_name_and_no_point() -> None:
    reading = read_recordings("run.gpx", gpx(gpx_points(range(60)), name="@").replace(b"@", b"M\xfchlweg"))

    assert len(one(reading).time_s) == 60


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2026-05-04T06:30:00Z", "2026-05-04T06:30:00+00:00"),
        ("2026-05-04T06:30:00z", "2026-05-04T06:30:00+00:00"),
        ("2026-05-04T06:30:00.1234567Z", "2026-05-04T06:30:00.123456+00:00"),
        ("2026-05-04T06:30:00,5Z", "2026-05-04T06:30:00.500000+00:00"),
        ("2026-05-04T06:30:00+0200", "2026-05-04T06:30:00+02:00"),
        ("2026-05-04 06:30:00 UTC", "2026-05-04T06:30:00+00:00"),
        ("2026-05-04T06:30:00", "2026-05-04T06:30:00+00:00"),
        ("2026-5-4T6:30:5Z", "2026-05-04T06:30:05+00:00"),
        ("2026-06-30T23:59:60Z", "2026-06-30T23:59:59+00:00"),
        ("\n 2026-05-04T06:30:00Z ", "2026-05-04T06:30:00+00:00"),
    ],
)
def test_instants_are_read_as_programs_write_them(written: str, expected: str) -> None:
    read = instant(written)

    assert read is not None
    assert read.isoformat() == expected


@pytest.mark.parametrize(
    "written",
    [
        "",
        "yesterday",
        "2026-13-04T06:30:00Z",
        "0000-00-00T00:00:00Z",
        "1970-01-01T00:00:00Z",
        "2026-05-04T25:00:00Z",
    ],
)
def test_what_is_no_instant_is_none(written: str) -> None:
    assert instant(written) is None


@pytest.mark.parametrize(
    ("written", "expected"), [("47,25", 47.25), (" 47.25 ", 47.25), ("4.7e1", 47.0), ("1,234.5", np.nan)]
)
def test_numbers_are_read_as_phones_write_them(written: str, expected: float) -> None:
    assert np.array_equal(number(written), expected, equal_nan=True)


def test_places_with_a_comma_for_the_point_are_read() -> None:
    commas = gpx_of().replace(b'lat="47.', b'lat="47,').replace(b'lon="8.5"', b'lon="8,5"')

    assert one(read_recordings("run.gpx", commas)).columns["distance_m"][-1] == pytest.approx(1800, rel=0.01)


@pytest.mark.parametrize(
    ("inside", "root", "column", "expected"),
    [
        (f'<Extensions><TPX xmlns="{ACTIVITY_NAMESPACE}"><RunCadence>85</RunCadence></TPX></Extensions>',
         "", "cadence_spm", 170.0),
        ("<Extensions><ns3:TPX><ns3:RunCadence>85</ns3:RunCadence></ns3:TPX></Extensions>",
         f'xmlns:ns3="{ACTIVITY_NAMESPACE}"', "cadence_spm", 170.0),
        ("<Extensions><ns3:TPX><ns3:Speed>3.0</ns3:Speed></ns3:TPX></Extensions>", "", "speed_m_s", 3.0),
        ("<Extensions><x:TPX><x:Watts>250</x:Watts></x:TPX></Extensions>", "", "power_w", 250.0),
        ("<Cadence>85</Cadence>", "", "cadence_spm", 170.0),
        ("<HeartRateBpm><Value>150</Value></HeartRateBpm>", "", "heart_rate_bpm", 150.0),
        ('<HeartRateBpm xsi:type="HeartRateInBeatsPerMinute_t"><Value>150.0</Value></HeartRateBpm>', "",
         "heart_rate_bpm", 150.0),
    ],
)  # fmt: skip
def test_extensions_of_training_center_are_read(inside: str, root: str, column: str, expected: float) -> None:
    recording = one(read_recordings("run.tcx", tcx_of(trackpoints(inside), root=root)))

    assert set(recording.columns[column]) == {expected}


def test_a_document_without_distance_has_the_way_between_its_places() -> None:
    # Fitbit writes places and hearts, and no distance at the points.
    inside = (
        "<Position><LatitudeDegrees>47.#</LatitudeDegrees><LongitudeDegrees>8.5</LongitudeDegrees></Position>"
    )
    points = "".join(
        f"<Trackpoint><Time>{at(second)}</Time>"
        f"{inside.replace('47.#', f'{47 + second * 3 * METRE_DEG:.9f}')}</Trackpoint>"
        for second in range(601)
    )

    recording = one(read_recordings("run.tcx", tcx_of(points, lap="<DistanceMeters>0.0</DistanceMeters>")))

    assert recording.distance_m is None
    assert recording.columns["distance_m"][-1] == pytest.approx(1800, rel=0.01)


def test_a_run_indoors_with_nothing_but_a_heart_is_a_run() -> None:
    lap = "<DistanceMeters>1800.5</DistanceMeters><Calories>120.7</Calories>"
    points = trackpoints("<HeartRateBpm><Value>150</Value></HeartRateBpm>", step=5)

    recording = one(read_recordings("run.tcx", tcx_of(points, lap=lap)))

    assert (recording.sport, recording.distance_m, recording.timer_s) == (Sport.RUNNING, 1800.5, 600.0)


def test_a_place_of_noughts_indoors_is_none() -> None:
    nowhere = (
        "<Position><LatitudeDegrees>0.0</LatitudeDegrees><LongitudeDegrees>0.0</LongitudeDegrees></Position>"
    )

    recording = one(read_recordings("run.tcx", tcx_of(trackpoints(nowhere))))

    assert "latitude_deg" not in recording.columns


def test_a_distance_that_starts_anew_with_each_lap_counts_on() -> None:
    laps = "".join(
        f'<Lap StartTime="{at(start)}"><TotalTimeSeconds>300</TotalTimeSeconds>'
        "<DistanceMeters>900</DistanceMeters><Track>"
        + "".join(
            f"<Trackpoint><Time>{at(start + second)}</Time>"
            f"<DistanceMeters>{second * 3}</DistanceMeters></Trackpoint>"
            for second in range(300)
        )
        + "</Track></Lap>"
        for start in (0, 300)
    )

    recording = one(read_recordings("run.tcx", tcx_of("", laps=laps)))

    assert recording.columns["distance_m"][-1] == pytest.approx(1794)
    assert [lap.distance_m for lap in recording.laps] == [900.0, 900.0]


def placed(seconds: int, distance: str) -> str:
    """Write points that go north at 3 m/s, each with this counter in which # is the second."""
    return "".join(
        f"<Trackpoint><Time>{at(second)}</Time><Position><LatitudeDegrees>{47 + second * 3 * METRE_DEG:.9f}"
        "</LatitudeDegrees><LongitudeDegrees>8.5</LongitudeDegrees></Position>"
        f"<DistanceMeters>{distance.replace('#', str(second))}</DistanceMeters></Trackpoint>"
        for second in range(seconds + 1)
    )


@pytest.mark.parametrize(
    "distance", ["0.#", "3.0", "0"], ids=["kilometres", "from the point before", "nothing"]
)
def test_a_counter_that_counts_no_metres_of_the_way_gives_way_to_the_places(distance: str) -> None:
    points = placed(600, distance)

    recording = one(read_recordings("run.tcx", tcx_of(points, lap="<DistanceMeters>1.8</DistanceMeters>")))

    measured = measure_activity(recording, read_numbers("kneewise.observe", Numbers))
    assert measured.distance_m == pytest.approx(1800, rel=0.01)
    assert measured.running_s == pytest.approx(600, abs=2)


def test_a_counter_is_believed_beside_places_that_drift() -> None:
    # A strength session by a window: a few metres here and there, and no way.
    drifting = "".join(
        f"<Trackpoint><Time>{at(second)}</Time><Position><LatitudeDegrees>"
        f"{47 + second % 2 * 0.4 * METRE_DEG:.9f}</LatitudeDegrees><LongitudeDegrees>8.5</LongitudeDegrees>"
        "</Position><DistanceMeters>0</DistanceMeters></Trackpoint>"
        for second in range(601)
    )

    recording = one(read_recordings("run.tcx", tcx_of(drifting)))

    assert recording.columns["distance_m"][-1] == 0.0


def test_a_leg_whose_counter_began_with_another_leg_has_its_own_way() -> None:
    points = "".join(
        f"<Trackpoint><Time>{at(second)}</Time>"
        f"<DistanceMeters>{40_330 + second * 3}</DistanceMeters></Trackpoint>"
        for second in range(601)
    )

    recording = one(read_recordings("run.tcx", tcx_of(points)))

    assert measure_activity(recording, read_numbers("kneewise.observe", Numbers)).distance_m == 1800.0


def test_a_heart_rate_without_a_value_of_its_own_is_read() -> None:
    points = trackpoints("<HeartRateBpm>150</HeartRateBpm>")

    assert set(one(read_recordings("run.tcx", tcx_of(points))).columns["heart_rate_bpm"]) == {150.0}


@pytest.mark.parametrize(
    ("written", "expected"), [("600", 600.0), ("600000", None), ("0", None), ("0:10:00", None)]
)
def test_a_total_of_time_in_thousandths_or_in_words_is_not_known(
    written: str, expected: float | None
) -> None:
    points = trackpoints("<HeartRateBpm><Value>150</Value></HeartRateBpm>")
    content = tcx_of(points).replace(b"<TotalTimeSeconds>600<", f"<TotalTimeSeconds>{written}<".encode())

    recording = one(read_recordings("run.tcx", content))

    assert (recording.timer_s, recording.laps[0].duration_s) == (expected, expected)


def test_a_lap_of_weeks_without_a_point_is_no_session() -> None:
    lap = f'<Lap StartTime="{at(0)}"><TotalTimeSeconds>1800000</TotalTimeSeconds></Lap>'

    assert read_recordings("run.tcx", tcx_of("", laps=lap)).reason == "no_track"


def test_segments_that_repeat_those_before_count_once() -> None:
    # One app writes each segment with everything before it; another writes the whole track twice.
    repeating = gpx(*(gpx_points(range(seconds)) for seconds in (200, 400, 601)))
    whole = f"<trk><type>running</type><trkseg>{gpx_points(range(601))}</trkseg></trk>"
    twice = f'<gpx version="1.1">{whole}{whole}</gpx>'.encode()

    for content in (repeating, twice):
        recording = one(read_recordings("run.gpx", content))
        assert len(recording.time_s) == 601
        assert recording.columns["distance_m"][-1] == pytest.approx(1800, rel=0.01)
        assert recording.pauses == ()


def test_a_sensors_own_segment_within_the_time_of_the_track_is_one_with_it() -> None:
    beats = "".join(
        f'<trkpt lat="0" lon="0"><time>{at(second)}</time><extensions><hr>150</hr></extensions></trkpt>'
        for second in range(600)
    )

    recording = one(read_recordings("run.gpx", gpx(gpx_points(range(601)), beats)))

    measured = measure_activity(recording, read_numbers("kneewise.observe", Numbers))
    assert (measured.heart_rate_bpm, recording.pauses) == (150.0, ())
    assert measured.distance_m == pytest.approx(1800, rel=0.01)
    assert measured.running_s == pytest.approx(600, abs=2)


def test_each_leg_of_a_multisport_session_is_a_session() -> None:
    def leg(sport: str, start: int) -> str:
        points = "".join(
            f"<Trackpoint><Time>{at(start + second)}</Time>"
            f"<DistanceMeters>{second * 3}</DistanceMeters></Trackpoint>"
            for second in range(300)
        )
        return (
            f'<Activity Sport="{sport}"><Id>{at(start)}</Id><Lap StartTime="{at(start)}">'
            f"<TotalTimeSeconds>300</TotalTimeSeconds><Track>{points}</Track></Lap></Activity>"
        )

    content = (
        f'<TrainingCenterDatabase xmlns="{TCX_NAMESPACE}"><Activities><MultiSportSession><Id>{at(0)}</Id>'
        f"<FirstSport>{leg('Biking', 0)}</FirstSport>"
        f"<NextSport><Transition/>{leg('Running', 400)}</NextSport></MultiSportSession></Activities>"
        "</TrainingCenterDatabase>"
    ).encode()

    reading = read_recordings("duathlon.tcx", content)

    assert [each.sport for each in reading.recordings] == [Sport.CYCLING, Sport.RUNNING]
    assert [len(each.time_s) for each in reading.recordings] == [300, 300]


def test_pieces_of_a_document_that_is_longer_than_one_come_out_in_order() -> None:
    inside = "<HeartRateBpm><Value>150</Value></HeartRateBpm><Cadence>85</Cadence>"
    long = tcx_of(trackpoints(f"<DistanceMeters>#</DistanceMeters>{inside}", seconds=12_000))

    recording = one(read_recordings("run.tcx", long))

    assert len(long) > 1 << 20
    assert recording.columns["distance_m"].tolist() == list(range(12_001))


def test_a_document_cut_in_the_middle_of_a_piece_gives_what_came_before() -> None:
    whole = tcx(seconds=4_000)

    reading = read_recordings("run.tcx", whole[: len(whole) * 3 // 4])

    assert reading.reason == "xml_damaged"
    assert len(one(reading).time_s) == pytest.approx(3_000, rel=0.05)


READS = """
import json, sys
from kneewise.files import read_recordings
from tests.files.test_xml_of_makers import peak_mb, tcx_of, trackpoints

inside = "<HeartRateBpm><Value>150</Value></HeartRateBpm><DistanceMeters>#</DistanceMeters>"
content = tcx_of(trackpoints(inside, seconds=int(sys.argv[1])))
before_mb = peak_mb()
reading = read_recordings("run.tcx", content)
print(json.dumps([len(content) / 1e6, peak_mb() - before_mb, len(reading.recordings[0].time_s)]))
"""


def peak_mb() -> float:
    status = Path("/proc/self/status").read_text(encoding="utf-8")
    return int(next(line for line in status.splitlines() if line.startswith("VmHWM")).split()[1]) / 1024


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="only Linux says how much memory was held")
def test_a_long_document_is_not_held_as_a_tree() -> None:
    ran = subprocess.run(
        [sys.executable, "-c", READS, "100000"], cwd=ROOT, capture_output=True, text=True, check=True
    )

    size_mb, grew_mb, points = json.loads(ran.stdout)
    assert (points, size_mb > 13) == (100_001, True)
    assert grew_mb < size_mb * 1.5
