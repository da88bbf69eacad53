import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kneewise.app import ledger, replay, runs
from kneewise.app.home import RunnerRef
from kneewise.app.import_files import import_paths
from kneewise.store.activities import (
    activities_starting,
    keep_activity,
    recall_activities,
    recall_sources,
)
from kneewise.store.originals import recall_original
from kneewise.store.runners import make_runner, one_step
from tests.app.samples import NOW, fit_bytes, gpx_of

WATCH_FILES = Path(__file__).parents[3] / "shared" / "watch-files"


def test_a_second_import_adds_nothing(runner: RunnerRef, offered: Path) -> None:
    (offered / "a.fit").write_bytes(fit_bytes(2))
    (offered / "b.fit").write_bytes(fit_bytes(5))

    first = import_paths(runner, [offered], now=NOW)
    rows = ledger.ledger(runner)
    second = import_paths(runner, [offered], now=NOW)

    assert (len(first.new_activities), first.new_files, first.exit_code) == (2, 2, 0)
    assert (second.new_activities, second.new_files, second.exit_code) == ((), 0, 0)
    assert second.files == first.files
    assert ledger.ledger(runner) == rows
    assert [row.status for row in rows] == ["imported", "imported"]


def test_one_session_in_two_formats_is_one_activity_and_the_richer_recording_wins(
    runner: RunnerRef, offered: Path
) -> None:
    (offered / "1.gpx").write_bytes(gpx_of(fit_bytes()))
    (offered / "2.fit").write_bytes(fit_bytes())

    report = import_paths(runner, [offered], now=NOW)

    (activity,) = recall_activities(runner)
    assert [row.status for row in report.files] == ["imported", "duplicate"]
    assert report.files[1].reason == "same_activity"
    assert {row.run_ids for row in report.files} == {(activity.activity_id,)}
    assert [source.source_format for source in recall_sources(runner, activity.activity_id)] == ["fit", "gpx"]
    assert activity.measured.cadence_spm == pytest.approx(162, abs=2)


def test_the_poorer_recording_changes_nothing_when_it_comes_second(
    quick_runner: RunnerRef, offered: Path
) -> None:
    (offered / "1.fit").write_bytes(fit_bytes())
    import_paths(quick_runner, [offered], now=NOW)
    before = recall_activities(quick_runner)
    (offered / "2.gpx").write_bytes(gpx_of(fit_bytes()))

    report = import_paths(quick_runner, [offered], now=NOW)

    assert report.new_activities == ()
    assert recall_activities(quick_runner) == before


def test_the_same_content_under_another_name_is_a_duplicate(quick_runner: RunnerRef, offered: Path) -> None:
    for name in ("a.fit", "b.fit"):
        (offered / name).write_bytes(fit_bytes())

    report = import_paths(quick_runner, [offered], now=NOW)

    assert [(row.status, row.reason) for row in report.files] == [
        ("imported", ""),
        ("duplicate", "same_content"),
    ]
    assert report.files[0].run_ids == report.files[1].run_ids


def test_the_original_is_kept_bit_for_bit_and_read_again_for_charts(runner: RunnerRef, offered: Path) -> None:
    (offered / "a.fit").write_bytes(fit_bytes())
    (name,) = import_paths(runner, [offered], now=NOW).new_activities

    view = runs.run(runner, name[:6], on=NOW.date())

    assert recall_original(runner, view.sources[0].sha256) == fit_bytes()
    assert view.recording is not None
    assert len(view.recording.time_s) > 200


def test_an_original_that_is_gone_is_said(quick_runner: RunnerRef, offered: Path, tmp_path: Path) -> None:
    (offered / "a.fit").write_bytes(fit_bytes())
    (name,) = import_paths(quick_runner, [offered], now=NOW).new_activities
    for kept in (tmp_path / "home" / "originals").rglob("*.gz"):
        kept.unlink()

    view = runs.run(quick_runner, name, on=NOW.date())

    assert view.recording is None
    assert view.recording_problem is not None
    assert view.recording_problem.code == "original_lost"


def test_what_is_damaged_is_a_line_and_stops_nothing(quick_runner: RunnerRef, offered: Path) -> None:
    whole = fit_bytes(5)
    (offered / "cut.fit").write_bytes(fit_bytes(2)[:-2000])
    (offered / "empty.fit").write_bytes(b"")
    (offered / "page.gpx").write_bytes(b"<!DOCTYPE html><html><body>Log in</body></html>")
    (offered / "notes.txt").write_bytes(b"nothing about running")
    (offered / "whole.fit").write_bytes(whole)

    report = import_paths(quick_runner, [offered], now=NOW)

    found = {row.path.rpartition("/")[2]: row for row in report.files}
    assert found["whole.fit"].status == "imported"
    assert found["cut.fit"].status == "imported"
    assert found["cut.fit"].reason
    assert found["page.gpx"].status == "refused"
    assert found["notes.txt"].status == "not_an_activity"
    assert not found["empty.fit"].run_ids
    assert report.exit_code == 0


def test_nothing_that_could_be_read_is_exit_code_1(quick_runner: RunnerRef, offered: Path) -> None:
    (offered / "page.gpx").write_bytes(b"<!DOCTYPE html><html></html>")

    assert import_paths(quick_runner, [offered], now=NOW).exit_code == 1


def test_a_missing_path_is_said_and_the_rest_goes_on(quick_runner: RunnerRef, offered: Path) -> None:
    (offered / "a.fit").write_bytes(fit_bytes())

    report = import_paths(quick_runner, [offered / "nowhere", offered], now=NOW)

    assert len(report.missing) == 1
    assert "nowhere" in report.missing[0]
    assert len(report.new_activities) == 1
    assert report.exit_code == 1


def stop_after(files: int) -> Callable[[int, int, str], None]:
    def progress(done: int, _total: int, _path: str) -> None:
        if done == files:
            raise KeyboardInterrupt

    return progress


def test_ctrl_c_stops_between_files_and_the_next_import_goes_on(runner: RunnerRef, offered: Path) -> None:
    for days_ago in (2, 4, 6, 8):
        (offered / f"{days_ago}.fit").write_bytes(fit_bytes(days_ago))
    (offered / "1.txt").write_bytes(b"a line that waits to be written")

    stopped = import_paths(runner, [offered], now=NOW, progress=stop_after(3))
    kept = len(ledger.ledger(runner))
    resumed = import_paths(runner, [offered], now=NOW)

    assert (stopped.interrupted, kept, len(stopped.new_activities)) == (True, 3, 2)
    assert (resumed.interrupted, len(resumed.new_activities)) == (False, 2)
    assert len(recall_activities(runner)) == 4


def test_ctrl_c_within_an_activity_leaves_nothing_of_it(
    runner: RunnerRef, offered: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (offered / "a.fit").write_bytes(fit_bytes())

    def interrupt(*_arguments: object, **_named: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("kneewise.app.keep_activity.keep_source", interrupt)
        stopped = import_paths(runner, [offered], now=NOW)

    assert stopped.interrupted
    assert recall_activities(runner) == ()
    assert ledger.ledger(runner) == ()
    assert len(import_paths(runner, [offered], now=NOW).new_activities) == 1


def test_a_file_from_the_future_is_kept_and_marked(quick_runner: RunnerRef, offered: Path) -> None:
    (offered / "a.fit").write_bytes(fit_bytes())

    import_paths(quick_runner, [offered], now=datetime(2026, 11, 1, tzinfo=UTC))

    assert [activity.clock_wrong for activity in recall_activities(quick_runner)] == [True]


def test_an_archive_and_its_members_each_have_a_line(quick_runner: RunnerRef, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "export.zip", "w") as archive:
        archive.writestr("activities/läufchen.fit", fit_bytes())
        archive.writestr(
            "activities.csv",
            "Activity ID,Activity Date,Activity Name,Activity Type,Activity Gear,Filename\n"
            "1,x,Feierabend,Run,Old ones,activities/läufchen.fit\n",
        )

    report = import_paths(quick_runner, [tmp_path / "export.zip"], now=NOW)

    (activity,) = recall_activities(quick_runner)
    assert [row.path for row in report.files] == [
        "export.zip",
        "export.zip!/activities/läufchen.fit",
        "export.zip!/activities.csv",
    ]
    assert (activity.name, activity.shoe) == ("Feierabend", "Old ones")


def test_importing_for_one_runner_is_invisible_to_another(runner: RunnerRef, offered: Path) -> None:
    (offered / "a.fit").write_bytes(fit_bytes())
    other = make_runner("other")

    import_paths(runner, [offered], now=NOW)
    theirs = import_paths(other, [offered], now=NOW)

    assert len(theirs.new_activities) == 1
    assert len(recall_activities(runner)) == len(recall_activities(other)) == 1


def test_the_decision_of_an_import_is_made_again_the_same(runner: RunnerRef, offered: Path) -> None:
    (offered / "a.gpx").write_bytes(gpx_of(fit_bytes()))
    import_paths(runner, [offered], now=NOW)
    (offered / "b.fit").write_bytes(fit_bytes())
    (offered / "c.fit").write_bytes(fit_bytes(4))
    import_paths(runner, [offered], now=NOW)

    assert [(made.cause, made.same) for made in replay.replay(runner)] == [("import", True), ("import", True)]


def test_what_an_older_version_measured_is_measured_again(runner: RunnerRef, offered: Path) -> None:
    (offered / "a.fit").write_bytes(fit_bytes())
    import_paths(runner, [offered], now=NOW)
    (right,) = recall_activities(runner)
    (kept,) = activities_starting(runner, right.start, right.start)
    wrong = replace(right, measured=replace(right.measured, version="0", running_s=1.0))
    with one_step(runner) as step:
        keep_activity(runner, step, wrong, kept.rank, known=kept)

    import_paths(runner, [offered], now=NOW)

    assert recall_activities(runner) == (right,)


@pytest.mark.skipif(not WATCH_FILES.is_dir(), reason="../shared/watch-files is not here")
def test_real_watch_files_all_come_to_something(quick_runner: RunnerRef) -> None:
    report = import_paths(quick_runner, [WATCH_FILES], now=NOW)

    lines = {row.path for row in report.files if "!/" not in row.path}
    assert len(lines) >= 411
    assert len(report.new_activities) >= 230
    assert len(runs.runs(quick_runner, on=NOW.date())) >= 90
    assert report.exit_code == 0

    again = import_paths(quick_runner, [WATCH_FILES], now=NOW)

    assert (again.new_files, again.new_activities) == (0, ())
