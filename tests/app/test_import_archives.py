"""Exports of services, imported: sessions counted once, with what their tables say of them."""

from __future__ import annotations

import json
from datetime import date, datetime
from typing import TYPE_CHECKING

import pytest

from tests.app.samples import BERLIN
from tests.files.apple_export import asleep, export_xml, export_zip, route_gpx, routed, steady, workout
from tests.files.garmin_export import START_MS, activities, activity, export, gear, night
from tests.files.made import fit, gpx, tcx, zipped
from tests.files.strava_tables import row, table

if TYPE_CHECKING:
    from pathlib import Path

    from kneewise.app.home import RunnerRef
    from kneewise.app.import_files import ImportReport

NOW = datetime(2026, 5, 20, 20, 0, tzinfo=BERLIN)


def imported(runner: RunnerRef, *paths: Path) -> ImportReport:
    from kneewise.app.import_files import import_paths

    return import_paths(runner, paths, now=NOW)


def lines(report: ImportReport) -> dict[str, tuple[str, str]]:
    return {file.path: (file.status.value, file.reason) for file in report.files}


def test_a_session_without_a_file_counts_with_its_length_and_shoe(runner: RunnerRef, offered: Path) -> None:
    from kneewise.app.runs import runs

    export = zipped(offered / "export.zip", {"activities.csv": table(row("7"))})

    report = imported(runner, export)

    (activity,) = runs(runner, on=NOW.date())
    assert lines(report)["export.zip!/activities.csv!/7.csv"] == ("imported", "")
    assert (activity.name, activity.shoe, activity.description) == (
        "Mill lane",
        "Old Faithful",
        "slow, then slower",
    )
    assert (activity.exertion_0_10, activity.measured.distance_m) == (4.0, 1800.0)
    assert (activity.measured.running_s, activity.load_min) == (None, 9.5)


def test_the_file_that_arrives_later_takes_its_place_and_nothing_counts_twice(
    runner: RunnerRef, offered: Path
) -> None:
    from kneewise.app.runs import runs

    imported(runner, zipped(offered / "export.zip", {"activities.csv": table(row("7"))}))
    (offered / "run.fit").write_bytes(fit())

    imported(runner, offered / "run.fit")

    (activity,) = runs(runner, on=NOW.date())
    assert activity.measured.running_s is not None
    assert (activity.name, activity.shoe, activity.exertion_0_10) == ("Mill lane", "Old Faithful", 4.0)


def test_a_session_whose_file_gives_none_is_kept_by_its_row(runner: RunnerRef, offered: Path) -> None:
    from kneewise.app.runs import runs

    listed = table(
        row("1", file="activities/1.gpx", date="May 2, 2026, 6:30:00 AM"),
        row("2", file="activities/2.fit", date="May 3, 2026, 6:30:00 AM"),
        row("3", file="activities/3.tcx"),
    )
    broken = {"activities/1.gpx": gpx(), "activities/2.fit": b"\x0e\x10garbage", "activities/3.tcx": tcx()}
    export = zipped(offered / "export.zip", {**broken, "activities.csv": listed})

    report = imported(runner, export)
    again = imported(runner, export)

    assert lines(report)["export.zip!/activities/1.gpx"] == ("not_an_activity", "no_track")
    assert lines(report)["export.zip!/activities/2.fit"][0] == "refused"
    assert lines(report)["export.zip!/activities.csv!/1.csv"] == ("imported", "")
    assert lines(report)["export.zip!/activities.csv!/2.csv"] == ("imported", "")
    assert "export.zip!/activities.csv!/3.csv" not in lines(report)
    assert sorted(run.measured.running_s is None for run in runs(runner, on=NOW.date())) == [
        False,
        True,
        True,
    ]
    assert (again.new_files, again.new_activities) == (0, ())
    assert again.files == report.files


def test_a_row_that_comes_after_its_damaged_file_never_takes_the_files_place(
    runner: RunnerRef, offered: Path
) -> None:
    from kneewise.app.runs import runs

    (offered / "run.fit").write_bytes(fit()[:-3])
    imported(runner, offered / "run.fit")

    report = imported(runner, zipped(offered / "export.zip", {"activities.csv": table(row("7"))}))

    (activity,) = runs(runner, on=NOW.date())
    assert lines(report)["export.zip!/activities.csv!/7.csv"] == ("duplicate", "same_activity")
    assert activity.measured.running_s is not None
    assert activity.shoe == "Old Faithful"


def test_the_same_export_again_changes_nothing(runner: RunnerRef, offered: Path) -> None:
    members = {"activities.csv": table(row("7"), row("8", date="May 6, 2026, 6:30:00 AM"))}
    export = zipped(offered / "export.zip", {**members, "activities/9.tcx": tcx(seconds=300)})
    first = imported(runner, export)

    again = imported(runner, export)

    assert (again.new_files, again.new_activities) == (0, ())
    assert again.files == first.files


def test_garmins_list_joins_its_files_by_their_start(runner: RunnerRef, offered: Path) -> None:
    from kneewise.app.runs import runs

    lists = {"activities": activities(activity(), activity(2, startTimeGmt=START_MS + 86_400_000))}
    path = export(offered / "g.zip", files={"me_1.fit": fit()}, gear=gear({"1": [12345]}), **lists)

    report = imported(runner, path)

    joined, alone = sorted(runs(runner, on=NOW.date()), key=lambda run: run.start)
    assert len(report.new_activities) == 2
    assert (joined.shoe, joined.name, joined.exertion_0_10) == ("Old Faithful", "Mill lane", 4.0)
    assert joined.measured.running_s is not None
    assert (alone.measured.running_s, alone.measured.distance_m) == (None, 1800.0)


@pytest.mark.parametrize("list_first", [True, False])
def test_the_local_time_that_one_file_names_is_kept_whichever_came_first(
    quick_runner: RunnerRef, offered: Path, list_first: bool
) -> None:
    from kneewise.app.runs import runs

    listed = activities(activity(startTimeLocal=START_MS + 9 * 3_600_000))
    files = [export(offered / "g.zip", files={}, activities=listed), offered / "me.tcx"]
    files[1].write_bytes(tcx())

    for path in files if list_first else reversed(files):
        imported(quick_runner, path)

    (run,) = runs(quick_runner, on=NOW.date())
    assert run.measured.running_s is not None
    assert run.utc_offset_s == 9 * 3600


def test_an_apple_export_gives_its_workouts_and_again_nothing_new(runner: RunnerRef, offered: Path) -> None:
    from kneewise.app.runs import run, runs

    xml = export_xml(steady(), [workout(inside=routed()), workout(start_s=90_000)])
    path = export_zip(offered / "export.zip", xml, route=route_gpx())

    first = imported(runner, path)
    again = imported(runner, path)

    rich, bare = sorted(runs(runner, on=NOW.date()), key=lambda each: each.start)
    seen = run(runner, rich.activity_id, on=NOW.date())
    assert len(first.new_activities) == 2
    assert (again.new_files, again.new_activities) == (0, ())
    assert (rich.measured.has_position, bare.measured.running_s) == (True, None)
    assert rich.measured.cadence_spm is not None
    assert seen.recording is not None
    assert "cadence_spm" in seen.recording.columns


def test_a_watchs_own_file_of_an_apple_workout_is_the_same_session(runner: RunnerRef, offered: Path) -> None:
    from kneewise.app.runs import runs

    (offered / "run.fit").write_bytes(fit())

    imported(
        runner, export_zip(offered / "export.zip", export_xml(steady(), [workout()])), offered / "run.fit"
    )

    assert len(runs(runner, on=NOW.date())) == 1


def sleeps(runner: RunnerRef, *, step: int | None = None) -> list[tuple[date, float | None]]:
    from kneewise.store.history import recall_history

    return [(night.on, night.hours) for night in recall_history(runner, step=step).sleeps]


def test_nights_fill_in_where_the_diary_says_nothing(runner: RunnerRef, offered: Path) -> None:
    from kneewise.app.log import log_sleep, undo

    told = log_sleep(runner, at=NOW, on=date(2026, 5, 4), hours=5)
    lists = {"sleep": json.dumps([night(), night("2026-05-05")]).encode()}

    report = imported(runner, export(offered / "g.zip", files={}, **lists))

    both = sleeps(runner)
    undo(runner, told.record_id, at=NOW)
    assert ("not_an_activity", "nights") in lines(report).values()
    assert both == [(date(2026, 5, 4), 5.0), (date(2026, 5, 5), 7.0)]
    assert sleeps(runner) == [(date(2026, 5, 4), 7.0), (date(2026, 5, 5), 7.0)]


def test_replay_sees_the_nights_as_they_were_known(runner: RunnerRef, offered: Path) -> None:
    from kneewise.app.replay import replay
    from kneewise.store.runners import last_step

    half = {"sleep": json.dumps([night(remSleepSeconds=0)]).encode()}
    imported(runner, export(offered / "a.zip", files={}, **half))
    before = last_step(runner)

    imported(runner, export(offered / "b.zip", files={}, sleep=json.dumps([night()]).encode()))
    imported(runner, export(offered / "a.zip", files={}, **half))

    assert sleeps(runner, step=before) == [(date(2026, 5, 4), 5.0)]
    assert sleeps(runner) == [(date(2026, 5, 4), 7.0)]
    assert [decision.same for decision in replay(runner)] == [True, True]


def test_two_watches_give_one_night(runner: RunnerRef, offered: Path) -> None:
    evening = -9.5 * 3600
    imported(runner, export(offered / "g.zip", files={}, sleep=json.dumps([night()]).encode()))

    imported(
        runner,
        export_zip(offered / "export.zip", export_xml([asleep(evening, evening + 30_000)], [])),
    )

    assert sleeps(runner) == [(date(2026, 5, 4), 7.0)]


def test_a_newer_reader_reads_the_nights_anew_from_their_originals(
    runner: RunnerRef, offered: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from kneewise.app import nights
    from kneewise.store.models import StoredNight
    from kneewise.store.runners import last_step

    imported(runner, export(offered / "g.zip", files={}, sleep=json.dumps([night()]).encode()))
    StoredNight.objects.update(hours=1.0)
    before = last_step(runner)
    monkeypatch.setattr(nights, "NIGHTS_VERSION", "2")

    count = nights.read_nights_anew(runner)

    assert (count, nights.read_nights_anew(runner)) == (1, 0)
    assert sleeps(runner) == [(date(2026, 5, 4), 7.0)]
    assert sleeps(runner, step=before) == [(date(2026, 5, 4), 1.0)]


def test_nights_are_nobody_elses_and_go_with_their_runner(runner: RunnerRef, offered: Path) -> None:
    from kneewise.store.erase import erase_runner
    from kneewise.store.models import StoredNight
    from kneewise.store.runners import make_runner

    other = make_runner("other")
    imported(runner, export(offered / "g.zip", files={}, sleep=json.dumps([night()]).encode()))

    assert sleeps(other) == []
    erase_runner(runner)
    assert StoredNight.objects.count() == 0
