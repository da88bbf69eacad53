"""Apple Health exports: each workout with what was recorded in it, each month of nights, and no more."""

import pickle
import time
import tracemalloc
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from kneewise.files import Examined, Verdict, examine, open_offered
from kneewise.knowledge import read_numbers
from kneewise.model.recording import Recording
from kneewise.model.sport import Sport
from kneewise.observe import Numbers
from kneewise.observe.measure import measure_activity
from tests.files.apple_export import (
    DOCTYPE,
    ROUTE,
    asleep,
    export_xml,
    export_zip,
    part,
    record,
    route_gpx,
    routed,
    steady,
    workout,
)
from tests.files.made import START, gpx, gpx_points

NUMBERS = read_numbers("kneewise.observe", Numbers)
XML = "a.zip!/apple_health_export/export.xml"
PART = f"{XML}!/workout-20260504T063000Z.xml"
HOUR = 3600


def looked_at(path: Path) -> dict[str, Examined]:
    return {file.path: file for file in map(examine, open_offered(path))}


def the_run(
    folder: Path, records: list[str], workouts: list[str], *, route: bytes | None = None
) -> Recording:
    files = looked_at(export_zip(folder / "a.zip", export_xml(records, workouts), route=route))
    (recording,) = files[PART].reading.recordings
    return recording


def test_a_workout_comes_with_its_steps_dynamics_and_distance(tmp_path: Path) -> None:
    run = the_run(tmp_path, steady(), [workout()])

    measured = measure_activity(run, NUMBERS)

    assert (run.start, run.sport, run.utc_offset_s, run.cadence_rule) == (START, Sport.RUNNING, 7200, "steps")
    assert (run.elapsed_s, run.timer_s, run.distance_m) == (600.0, 600.0, 1800.0)
    assert measured.cadence_spm == pytest.approx(165)
    assert measured.speed_m_s == pytest.approx(3.0, rel=0.01)
    assert measured.running_s == pytest.approx(600, abs=15)
    assert measured.heart_rate_bpm == 150
    assert measured.step_length_mm == pytest.approx(1090)
    assert measured.vertical_oscillation_mm == pytest.approx(95)
    assert measured.stance_time_ms == pytest.approx(250)


def test_the_distance_of_a_workout_is_that_of_all_its_intervals(tmp_path: Path) -> None:
    indoors = '<MetadataEntry key="HKIndoorWorkout" value="1"/>'
    parts = part(0, 120, km=0.36) + part(120, 600, km=1.44, said=indoors)

    run = the_run(tmp_path, steady(), [workout(parts=parts)])

    assert (run.distance_m, run.sub_sport) == (1800.0, "")


def test_its_track_goes_into_the_workout_and_is_no_session_besides(tmp_path: Path) -> None:
    xml = export_xml(steady(), [workout(inside=routed())])

    files = looked_at(export_zip(tmp_path / "a.zip", xml, route=route_gpx()))

    (run,) = files[PART].reading.recordings
    measured = measure_activity(run, NUMBERS)
    assert measured.has_position
    assert measured.ascent_m == pytest.approx(60, abs=6)
    assert files[f"a.zip!/apple_health_export/{ROUTE}"].reading.reason == "apple_route"


def test_a_folder_that_was_unpacked_gives_the_same_bytes(tmp_path: Path) -> None:
    xml = export_xml(steady(), [workout(inside=routed())])
    zipped = looked_at(export_zip(tmp_path / "a.zip", xml, route=route_gpx()))
    folder = tmp_path / "apple_health_export"
    (folder / "workout-routes").mkdir(parents=True)
    (folder / "export.xml").write_bytes(xml)
    (folder / ROUTE).write_bytes(route_gpx())

    files = looked_at(folder)

    assert files["apple_health_export/export.xml!/workout-20260504T063000Z.xml"].sha256 == zipped[PART].sha256
    assert files[f"apple_health_export/{ROUTE}"].reading.reason == "apple_route"


def test_a_track_that_no_workout_names_is_read_by_itself(tmp_path: Path) -> None:
    files = looked_at(export_zip(tmp_path / "a.zip", export_xml([], [workout()]), route=route_gpx()))

    assert files[f"a.zip!/apple_health_export/{ROUTE}"].reading.verdict is Verdict.ACTIVITY


def test_a_later_export_gives_the_same_bytes_for_the_same_workout(tmp_path: Path) -> None:
    before = looked_at(export_zip(tmp_path / "a.zip", export_xml(steady(), [workout()])))
    grown = [record("HeartRate", 60, 90_000, 90_000), *steady(), record("HeartRate", 61, 99_000, 99_000)]
    xml = export_xml(grown, [workout(), workout(start_s=90_000)]).replace(b"0x2831b5d10", b"0x1111b5d10")

    after = looked_at(export_zip(tmp_path / "a.zip", xml))

    assert after[PART].sha256 == before[PART].sha256
    assert len(after) == len(before) + 1


def test_steps_that_two_devices_counted_count_once(tmp_path: Path) -> None:
    telephone = [
        record("StepCount", 150, second, second + 60, source="Phone") for second in range(0, 600, 30)
    ]

    run = the_run(tmp_path, [*telephone, *steady()], [workout()])

    assert np.nanmedian(run.columns["cadence_spm"]) == pytest.approx(165)


def test_two_apps_that_recorded_one_run_both_get_its_records(tmp_path: Path) -> None:
    xml = export_xml(steady(), [workout(), workout(seconds=580, start_s=10, source="App")])

    files = looked_at(export_zip(tmp_path / "a.zip", xml))

    runs = [file.reading.recordings[0] for file in files.values() if file.reading.recordings]
    assert ["cadence_spm" in run.columns for run in runs] == [True, True]


def test_a_pause_counts_as_one(tmp_path: Path) -> None:
    events = "".join(
        f'  <WorkoutEvent type="HKWorkoutEventType{what}" date="2026-05-04 08:3{minute}:00 +0200"/>\n'
        for what, minute in (("Pause", 2), ("Resume", 3))
    )

    run = the_run(tmp_path, steady(), [workout(inside=events)])

    assert run.pauses == ((120.0, 180.0),)


@pytest.mark.parametrize(
    ("kind", "sport"),
    [
        ("Running", Sport.RUNNING),
        ("Walking", Sport.WALKING),
        ("TraditionalStrengthTraining", Sport.STRENGTH),
        ("WheelchairRunPace", Sport.OTHER),
        ("SwimBikeRun", Sport.OTHER),
        ("CrossCountrySkiing", Sport.OTHER),
        ("Yoga", Sport.OTHER),
    ],
)
def test_kinds_of_workout_are_sports(tmp_path: Path, kind: str, sport: Sport) -> None:
    assert the_run(tmp_path, [], [workout(kind=kind)]).sport is sport


def test_a_workout_without_any_record_is_kept_with_its_length(tmp_path: Path) -> None:
    measured = measure_activity(the_run(tmp_path, [], [workout()]), NUMBERS)

    assert (measured.running_s, measured.distance_m, measured.timer_s) == (None, 1800.0, 600.0)


def test_nights_are_hours_asleep_however_many_devices_saw_them(tmp_path: Path) -> None:
    evening = 15.5 * HOUR  # ten at night, where it was.
    records = [
        asleep(evening, evening + 4 * HOUR, what="AsleepDeep"),
        asleep(evening + 4 * HOUR, evening + 4.5 * HOUR, what="Awake"),
        asleep(evening + 4.5 * HOUR, evening + 7.5 * HOUR, what="AsleepREM"),
        asleep(evening, evening + 7.5 * HOUR, what="InBed", source="Phone"),
        asleep(evening + 1 * HOUR, evening + 3 * HOUR, what="Asleep", source="Phone"),
        asleep(7 * HOUR, 8 * HOUR),
    ]

    files = looked_at(export_zip(tmp_path / "a.zip", export_xml(records, [])))

    reading = files[f"{XML}!/nights-2026-05.xml"].reading
    assert reading.reason == "nights"
    assert [(night.on, night.hours) for night in reading.nights] == [(date(2026, 5, 5), 7.0)]


def test_a_night_across_two_months_stays_whole(tmp_path: Path) -> None:
    last = 27 * 86_400 + 15.5 * HOUR  # ten at night on the last of May.
    records = [asleep(last, last + HOUR), asleep(last + HOUR, last + 8 * HOUR)]

    files = looked_at(export_zip(tmp_path / "a.zip", export_xml(records, [])))

    (night,) = files[f"{XML}!/nights-2026-06.xml"].reading.nights
    assert (night.on, night.hours) == (date(2026, 6, 1), 8.0)


@pytest.mark.parametrize(
    "declared",
    [
        '<!ENTITY lol "lol">',
        '<!ENTITY % more SYSTEM "http://127.0.0.1/x.dtd">',
        "<![INCLUDE[<!ELEMENT a ANY>]]>",
        '<!NOTATION n SYSTEM "n">',
    ],
)
def test_what_the_app_never_declares_is_refused(tmp_path: Path, declared: str) -> None:
    before = DOCTYPE.replace("<!ELEMENT HealthData", f"{declared}\n<!ELEMENT HealthData")

    files = looked_at(export_zip(tmp_path / "a.zip", export_xml(steady(), [workout()], before=before)))

    assert (files[XML].reading.verdict, files[XML].reading.reason) == (Verdict.REFUSED, "doctype")
    assert PART not in files


@pytest.mark.parametrize("outside", ["SYSTEM", 'PUBLIC "a"'])
def test_a_document_type_from_elsewhere_is_refused(tmp_path: Path, outside: str) -> None:
    before = f'<!DOCTYPE HealthData {outside} "http://127.0.0.1/x.dtd">\n'

    files = looked_at(export_zip(tmp_path / "a.zip", export_xml(steady(), [workout()], before=before)))

    assert files[XML].reading.reason == "doctype"


def test_an_entity_that_is_used_brings_nothing_in(tmp_path: Path) -> None:
    xml = export_xml(steady(), [workout(source="&secret;")])

    reading = looked_at(export_zip(tmp_path / "a.zip", xml))[PART].reading

    assert [recording.device for recording in reading.recordings] in ([], [""])


@pytest.mark.parametrize(
    "inside",
    ["<!DOCTYPE a [<!ENTITY b 'c'>]>", "<a>" * 1000, 'x="' + "y" * 100_000 + '"', "\x00", "<![CDATA[", "&a;"],
    ids=["document type", "deep", "long", "nought", "open", "entity"],
)
def test_a_hostile_workout_harms_only_itself(tmp_path: Path, inside: str) -> None:
    hostile = workout(start_s=90_000, inside=inside)

    files = looked_at(export_zip(tmp_path / "a.zip", export_xml(steady(), [workout(), hostile])))

    assert files[PART].reading.verdict is Verdict.ACTIVITY


def test_a_hostile_track_is_left_out(tmp_path: Path) -> None:
    track = b"<!DOCTYPE gpx [<!ENTITY a 'b'>]>" + gpx(gpx_points(range(60))).replace(
        b"<trk>", b"<!ENTITY c><trk>"
    )

    run = the_run(tmp_path, steady(), [workout(inside=routed())], route=track)

    assert "latitude_deg" not in run.columns


@pytest.mark.parametrize(
    "path", ["/../secret.gpx", "/{0}/secret.gpx", "there/../../secret.gpx", "away/secret.gpx"]
)
def test_a_track_outside_of_the_export_is_not_read(tmp_path: Path, path: str) -> None:
    folder = tmp_path / "export"
    (folder / "there").mkdir(parents=True)
    (folder / "away").symlink_to(tmp_path)
    (tmp_path / "secret.gpx").write_bytes(route_gpx())
    inside = routed(path.format(tmp_path))
    (folder / "export.xml").write_bytes(export_xml(steady(), [workout(inside=inside)]))

    files = looked_at(folder)

    (run,) = files["export/export.xml!/workout-20260504T063000Z.xml"].reading.recordings
    assert "latitude_deg" not in run.columns


def test_an_export_on_one_line_is_refused_and_not_held(tmp_path: Path) -> None:
    xml = export_xml(steady(20_000), [workout()]).replace(b"\n", b"")

    assert looked_at(export_zip(tmp_path / "a.zip", xml))[XML].reading.reason == "apple_changed"


def test_a_cut_export_gives_what_came_before(tmp_path: Path) -> None:
    xml = export_xml(steady(), [workout(), workout(start_s=90_000)])

    path = tmp_path / "export.xml"
    path.write_bytes(xml[: xml.rindex(b"</Workout>")])

    files = looked_at(path)

    assert [name.rpartition("!/")[2] for name in files] == ["export.xml", "workout-20260504T063000Z.xml"]


@pytest.mark.parametrize("piece_b", [1, 7, 100, 4096])
def test_where_the_stream_is_cut_does_not_matter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, piece_b: int
) -> None:
    workouts = [workout(), workout(start_s=3000).replace(">\n", "/>\n", 1).partition("\n")[0] + "\n"]
    (tmp_path / "export.xml").write_bytes(export_xml(steady(), [*workouts, workout(start_s=9000)]))
    whole = [one.read() for one in open_offered(tmp_path / "export.xml")]
    monkeypatch.setattr("kneewise.files.on_disk.PIECE_B", piece_b)

    cut = [one.read() for one in open_offered(tmp_path / "export.xml")]

    assert cut == whole
    assert len(cut) == 4


def test_a_part_can_be_sent_to_another_process(tmp_path: Path) -> None:
    xml = export_xml(steady(), [workout(inside=routed())])
    offered = {one.path: one for one in open_offered(export_zip(tmp_path / "a.zip", xml, route=route_gpx()))}

    sent = pickle.loads(pickle.dumps(offered[PART]))  # noqa: S301 - ours, just made.

    assert sent.read() == offered[PART].read()
    assert len(pickle.dumps(offered[PART])) < 50_000


def test_memory_stays_far_below_the_export(tmp_path: Path) -> None:
    days = "".join(record("HeartRate", 60 + day % 9, day * 5, day * 5) for day in range(60_000))
    path = export_zip(tmp_path / "a.zip", export_xml([days], [workout(start_s=100_000)]))
    size_b = len(days)
    del days
    tracemalloc.start()

    for _ in open_offered(path):
        pass

    peak_b = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak_b < size_b / 2


def test_a_long_export_without_a_workout_is_through_soon(tmp_path: Path) -> None:
    path = export_zip(tmp_path / "a.zip", export_xml(steady(60_000), []))
    began = time.perf_counter()

    files = looked_at(path)

    assert list(files) == ["a.zip", XML]
    assert time.perf_counter() - began < 5
