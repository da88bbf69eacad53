"""Exports of services, imported: sessions counted once, with what their tables say of them."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from tests.app.samples import BERLIN
from tests.files.apple_export import export_xml, export_zip, route_gpx, routed, steady, workout
from tests.files.garmin_export import START_MS, activities, activity, export, gear
from tests.files.made import fit, tcx, zipped
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
