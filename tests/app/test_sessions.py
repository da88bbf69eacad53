"""The runner splits and joins sessions: kept like everything said, taken back, and no original is lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from kneewise.app import ledger, log, replay, runs, sessions
from kneewise.app.import_files import import_paths
from kneewise.app.measure_anew import measure_anew
from kneewise.model.errors import UsageError
from kneewise.store.activities import keep_activity, kept_named, recall_activities, recall_sources
from kneewise.store.history import recall_history
from kneewise.store.originals import recall_original
from kneewise.store.runners import last_step, one_step
from tests.app.samples import NOW, fit_bytes, gpx_of

if TYPE_CHECKING:
    from pathlib import Path

    from kneewise.app.home import RunnerRef
    from kneewise.model.activity import Activity


def formats(runner: RunnerRef, activity: Activity) -> list[tuple[str, bool]]:
    return [(one.source_format, one.wins) for one in recall_sources(runner, activity.activity_id)]


def every_decision_comes_out_the_same(runner: RunnerRef) -> bool:
    made = replay.replay(runner)
    return len(made) > 1 and all(one.same for one in made)


@pytest.fixture
def one(runner: RunnerRef, offered: Path) -> Activity:
    """One session that came in two files, with pain logged of it."""
    (offered / "1.gpx").write_bytes(gpx_of(fit_bytes()))
    (offered / "2.fit").write_bytes(fit_bytes())
    import_paths(runner, [offered], now=NOW)
    (activity,) = recall_activities(runner)
    log.log_pain(runner, at=NOW, on=activity.on, side="right", during=2, activity_id=activity.activity_id)
    return activity


@pytest.fixture
def two(runner: RunnerRef, offered: Path) -> tuple[Activity, Activity]:
    """Two sessions of one evening, of which the richer one was recorded with a clock that was wrong."""
    (offered / "poor.gpx").write_bytes(gpx_of(fit_bytes()))
    (offered / "rich.fit").write_bytes(fit_bytes(1))
    import_paths(runner, [offered], now=NOW)
    poor, rich = recall_activities(runner)
    log.log_pain(runner, at=NOW, on=rich.on, side="right", during=2, activity_id=rich.activity_id)
    log.log_run(runner, at=NOW, activity_id=rich.activity_id, soft_surface=True)
    return poor, rich


def test_a_session_is_split_into_its_recordings_and_the_one_that_is_used_keeps_the_name(
    runner: RunnerRef, one: Activity
) -> None:
    sessions.split(runner, one.activity_id, at=NOW)

    (other,) = [each for each in recall_activities(runner) if each.activity_id != one.activity_id]
    assert one in recall_activities(runner)
    assert formats(runner, one) == [("fit", True)]
    assert formats(runner, other) == [("gpx", True)]
    assert other.start == one.start + timedelta(seconds=2)
    assert other.measured.cadence_spm is None
    assert {row.path: row.run_ids for row in ledger.ledger(runner)} == {
        "offered/1.gpx": (other.activity_id,),
        "offered/2.fit": (one.activity_id,),
    }
    assert {row.status for row in ledger.ledger(runner)} == {"imported"}
    assert every_decision_comes_out_the_same(runner)


def test_a_split_outlives_imports_and_measuring_anew(
    runner: RunnerRef, one: Activity, offered: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sessions.split(runner, one.activity_id, at=NOW)
    before = recall_activities(runner)
    for known in before:
        kept = kept_named(runner, known.activity_id)
        assert kept is not None
        with one_step(runner) as step:
            wrong = replace(known, measured=replace(known.measured, version="0", running_s=1.0))
            keep_activity(runner, step, wrong, kept.rank, known=kept)

    count = measure_anew(runner)
    again = import_paths(runner, [offered], now=NOW)

    assert (count, again.new_files, again.new_activities) == (2, 0, ())
    assert recall_activities(runner) == before
    assert every_decision_comes_out_the_same(runner)


def test_a_split_that_is_taken_back_leaves_what_was_before(runner: RunnerRef, one: Activity) -> None:
    said = sessions.split(runner, one.activity_id, at=NOW)
    (other,) = [each for each in recall_activities(runner) if each.activity_id != one.activity_id]
    log.log_run(runner, at=NOW, activity_id=other.activity_id, soft_surface=True)
    between = last_step(runner)

    log.undo(runner, said.record_id, at=NOW)

    (back,) = recall_history(runner).activities
    assert back == replace(one, soft_surface=True)
    assert formats(runner, one) == [("fit", True), ("gpx", False)]
    assert len(recall_activities(runner, step=between)) == 2
    assert every_decision_comes_out_the_same(runner)


def test_a_split_that_is_said_again_gives_the_same_names(runner: RunnerRef, one: Activity) -> None:
    said = sessions.split(runner, one.activity_id, at=NOW)
    first = recall_activities(runner)
    log.undo(runner, said.record_id, at=NOW + timedelta(minutes=1))

    sessions.split(runner, one.activity_id, at=NOW + timedelta(minutes=2))

    assert recall_activities(runner) == first
    assert every_decision_comes_out_the_same(runner)


def test_two_are_joined_under_the_first_name_and_the_better_recording_is_used(
    runner: RunnerRef, two: tuple[Activity, Activity]
) -> None:
    poor, rich = two

    sessions.join(runner, poor.activity_id, rich.activity_id, at=NOW)

    (joined,) = recall_history(runner).activities
    assert joined.activity_id == poor.activity_id
    assert (joined.start, joined.measured) == (rich.start, rich.measured)
    assert formats(runner, joined) == [("fit", True), ("gpx", False)]
    assert joined.soft_surface
    (said,) = recall_history(runner).pain
    assert said.activity_id == poor.activity_id
    assert {row.run_ids for row in ledger.ledger(runner)} == {(poor.activity_id,)}
    assert every_decision_comes_out_the_same(runner)


def test_a_join_that_is_taken_back_leaves_what_was_before(
    runner: RunnerRef, two: tuple[Activity, Activity]
) -> None:
    before = recall_history(runner)
    said = sessions.join(runner, two[0].activity_id, two[1].activity_id, at=NOW)

    log.undo(runner, said.record_id, at=NOW)

    assert recall_history(runner) == before
    assert [formats(runner, each) for each in two] == [[("gpx", True)], [("fit", True)]]
    assert every_decision_comes_out_the_same(runner)


def test_a_further_recording_of_one_that_was_joined_goes_to_both_and_back(
    runner: RunnerRef, two: tuple[Activity, Activity], offered: Path
) -> None:
    poor, rich = two
    said = sessions.join(runner, poor.activity_id, rich.activity_id, at=NOW)
    (offered / "third.gpx").write_bytes(gpx_of(fit_bytes(1)))

    report = import_paths(runner, [offered], now=NOW)

    assert report.new_activities == ()
    assert formats(runner, poor) == [("fit", True), ("gpx", False), ("gpx", False)]
    log.undo(runner, said.record_id, at=NOW)
    assert [formats(runner, each) for each in two] == [[("gpx", True)], [("fit", True), ("gpx", False)]]
    assert recall_activities(runner) == two
    assert every_decision_comes_out_the_same(runner)


def test_what_was_joined_can_be_split_again_and_keeps_its_originals(
    runner: RunnerRef, two: tuple[Activity, Activity]
) -> None:
    sessions.join(runner, two[0].activity_id, two[1].activity_id, at=NOW)

    sessions.split(runner, two[0].activity_id, at=NOW + timedelta(minutes=1))

    apart = recall_activities(runner)
    assert [formats(runner, each) for each in apart] == [[("gpx", True)], [("fit", True)]]
    assert [each.measured for each in apart] == [each.measured for each in two]
    assert all(
        recall_original(runner, source.sha256)
        for each in apart
        for source in recall_sources(runner, each.activity_id)
    )
    assert every_decision_comes_out_the_same(runner)


def test_three_that_were_joined_one_after_the_other(quick_runner: RunnerRef, offered: Path) -> None:
    for name, days_ago, minutes in (("a", 3, 4), ("b", 2, 6), ("c", 1, 4)):
        (offered / f"{name}.fit").write_bytes(fit_bytes(days_ago, minutes))
    import_paths(quick_runner, [offered], now=NOW)
    first, second, third = (each.activity_id for each in recall_activities(quick_runner))
    before = recall_activities(quick_runner)

    inner = sessions.join(quick_runner, second, third, at=NOW)
    outer = sessions.join(quick_runner, first, second, at=NOW + timedelta(minutes=1))

    assert [each.activity_id for each in recall_activities(quick_runner)] == [first]
    log.undo(quick_runner, inner.record_id, at=NOW + timedelta(minutes=2))
    assert [each.activity_id for each in recall_activities(quick_runner)] == [first]
    log.undo(quick_runner, outer.record_id, at=NOW + timedelta(minutes=3))
    assert recall_activities(quick_runner) == before
    assert every_decision_comes_out_the_same(quick_runner)


def test_choices_that_are_taken_back_in_another_order_than_they_were_made(
    quick_runner: RunnerRef, offered: Path
) -> None:
    (offered / "1.gpx").write_bytes(gpx_of(fit_bytes(2)))
    (offered / "2.fit").write_bytes(fit_bytes(2))
    (offered / "3.fit").write_bytes(fit_bytes(1))
    import_paths(quick_runner, [offered], now=NOW)
    before = recall_activities(quick_runner)
    double, single = before
    apart = sessions.split(quick_runner, double.activity_id, at=NOW)
    (other,) = [each for each in recall_activities(quick_runner) if each not in before]
    together = sessions.join(
        quick_runner, single.activity_id, other.activity_id, at=NOW + timedelta(minutes=1)
    )

    log.undo(quick_runner, apart.record_id, at=NOW + timedelta(minutes=2))
    log.undo(quick_runner, together.record_id, at=NOW + timedelta(minutes=3))

    assert recall_activities(quick_runner) == before
    assert formats(quick_runner, double) == [("fit", True), ("gpx", False)]
    assert formats(quick_runner, single) == [("fit", True)]
    assert every_decision_comes_out_the_same(quick_runner)


def test_what_cannot_be_split_or_joined_is_said_and_changes_nothing(
    quick_runner: RunnerRef, offered: Path, tmp_path: Path
) -> None:
    for name, days_ago in (("a", 5), ("b", 1)):
        (offered / f"{name}.fit").write_bytes(fit_bytes(days_ago))
    (offered / "b.gpx").write_bytes(gpx_of(fit_bytes(1)))
    import_paths(quick_runner, [offered], now=NOW)
    single, double = (each.activity_id for each in recall_activities(quick_runner))
    before, step = recall_activities(quick_runner), last_step(quick_runner)

    with pytest.raises(UsageError, match="nothing to split"):
        sessions.split(quick_runner, single, at=NOW)
    with pytest.raises(UsageError, match="same one"):
        sessions.join(quick_runner, single, single, at=NOW)
    with pytest.raises(UsageError, match="More than a day"):
        sessions.join(quick_runner, single, double, at=NOW)
    for kept in (tmp_path / "home/originals").rglob("*.gz"):
        kept.unlink()
    with pytest.raises(UsageError, match="is lost"):
        sessions.split(quick_runner, double, at=NOW)

    assert (recall_activities(quick_runner), last_step(quick_runner)) == (before, step)
    assert not [line for line in log.lines(quick_runner) if line.kind == "session"]


def test_a_choice_is_not_edited_but_taken_back(quick_runner: RunnerRef, offered: Path) -> None:
    (offered / "1.gpx").write_bytes(gpx_of(fit_bytes()))
    (offered / "2.fit").write_bytes(fit_bytes())
    (name,) = import_paths(quick_runner, [offered], now=NOW).new_activities
    said = sessions.split(quick_runner, name, at=NOW)

    with pytest.raises(UsageError, match="log undo"):
        log.edit(quick_runner, said.record_id, {"same": "yes"}, at=NOW)

    assert len(runs.runs(quick_runner, on=NOW.date())) == 2
