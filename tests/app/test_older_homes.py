"""Homes that earlier versions made: whoever updates Kneewise finds everything where it was."""

import sqlite3
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.db import connections
from django.test import override_settings

from kneewise.app import export_calendar, home, ledger, log, replay, report, runs
from kneewise.app.cadence import runs_of_block
from kneewise.app.home import RunnerRef
from kneewise.app.measure_anew import measure_anew
from kneewise.app.review import review
from kneewise.knowledge import knowledge_hash
from kneewise.model.cadence import BandFit
from kneewise.observe.measure import MEASURE_VERSION
from kneewise.present.report import set_report
from kneewise.store.decisions import recall_numbers
from kneewise.store.originals import recall_original
from kneewise.store.runners import last_step

HOMES = sorted((Path(__file__).parents[1] / "homes").glob("v*.zip"))
ON = date(2026, 11, 23)


@pytest.fixture(params=HOMES, ids=lambda packed: packed.stem)
def older(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[RunnerRef]:
    """A copy of the home that a released version made, opened by this one."""
    with zipfile.ZipFile(request.param) as archive:
        archive.extractall(tmp_path)
    connection = connections["default"]
    connection.close()
    before = connection.settings_dict["NAME"]
    connection.settings_dict["NAME"] = str(tmp_path / "kneewise.sqlite3")
    with override_settings(KNEEWISE_HOME=tmp_path):
        yield home.open_home()
    connection.close()
    connection.settings_dict["NAME"] = before


def test_there_is_a_home_of_every_released_version() -> None:
    released = (Path(__file__).parents[2] / "CHANGELOG.md").read_text(encoding="utf-8")

    assert HOMES
    assert all(f"## {packed.stem.removeprefix('v')}" in released for packed in HOMES)


def test_runs_ledger_and_originals_are_there(older: RunnerRef) -> None:
    rows = ledger.ledger(older)

    days = [(ON - run.on).days for run in runs.runs(older, on=ON)]
    assert sorted(days) == [13, 17, 20]
    assert sorted(row.status for row in rows) == ["duplicate", "imported", "imported", "imported", "refused"]
    for row in rows:
        if row.status == "imported":
            assert recall_original(older, row.sha256)


def test_its_runs_open_with_their_figures_and_are_measured_anew_at_an_import(older: RunnerRef) -> None:
    before = runs.runs(older, on=ON)

    anew = measure_anew(older)

    after = runs.runs(older, on=ON)
    assert anew == sum(run.measured.version != MEASURE_VERSION for run in before)
    assert {run.measured.version for run in after} == {MEASURE_VERSION}
    assert [run.measured.running_s for run in after] == [run.measured.running_s for run in before]
    assert all(run.measured.by_speed for run in after)
    assert measure_anew(older) == 0


def test_its_cadence_block_waits_for_measuring_anew_and_looking_writes_nothing(older: RunnerRef) -> None:
    later, before = ON + timedelta(days=10), last_step(older)

    waiting = runs_of_block(older, later)
    step = last_step(older)
    measure_anew(older)
    anew = runs_of_block(older, later)

    assert step == before
    assert [one.waits for one in waiting] == [one.activity.measured.cadence_spm is not None for one in anew]
    assert {one.found.fit for one in waiting} <= {BandFit.UNKNOWN}
    assert all(one.minutes is not None for one in anew if one.activity.measured.cadence_spm is not None)


def test_at_least_one_of_them_was_measured_by_an_earlier_version() -> None:
    versions = set()
    for packed in HOMES:
        with zipfile.ZipFile(packed) as archive, tempfile.TemporaryDirectory() as folder:
            archive.extract("kneewise.sqlite3", folder)
            with closing(sqlite3.connect(Path(folder) / "kneewise.sqlite3")) as rows:
                versions |= set(rows.execute("SELECT measured_version FROM store_storedactivity").fetchall())

    assert len(versions) > 1


def test_the_diary_is_there_with_its_amendments(older: RunnerRef) -> None:
    lines = log.lines(older)

    assert {line.kind for line in lines} >= {
        "answers",
        "pain",
        "sleep",
        "shoe",
        "test",
        "clearance",
        "illness",
    }
    assert not [line for line in lines if line.kind == "painkiller"]
    amended = [line for line in lines if line.kind == "pain" and line.on == ON - timedelta(days=1)]
    assert {line.payload.get("during") for line in amended} >= {3}


def test_a_plan_is_made_from_it(older: RunnerRef) -> None:
    assert review(older, ON).plan.sessions


def test_decisions_made_by_the_same_rules_come_out_the_same(older: RunnerRef) -> None:
    made = replay.replay(older)

    assert len(made) > 10
    assert [one for one in made if one.same_rules and not one.same] == []


def test_of_decisions_before_numbers_were_kept_nobody_says_which_number_changed(older: RunnerRef) -> None:
    kept = {knowledge_hash(), *recall_numbers(older)}

    for one in replay.replay(older):
        assert (one.changed_numbers is None) is (one.knowledge_hash not in kept)
        if one.changed_numbers is None:
            assert one.verdict in {replay.Verdict.NOT_KEPT, replay.Verdict.ENGINE}


def test_its_report_and_its_calendar_are_made_from_what_it_stored(older: RunnerRef) -> None:
    decision = review(older, ON)

    facts = report.gather(older, decision, weeks=12)
    planned = export_calendar.planned(older, decision)

    assert facts.phases
    assert set_report(facts, tables=True).done
    assert planned.on == ON
