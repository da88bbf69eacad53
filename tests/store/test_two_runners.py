"""Two runners in one store: whatever one writes, the other reads as before."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest
from django.apps import apps

from kneewise.store.activities import (
    SourceOf,
    activities_starting,
    keep_activity,
    keep_source,
    kept_named,
    measured_otherwise,
    recall_sources,
)
from kneewise.store.decisions import keep_decision, last_decided_at, recall_decisions
from kneewise.store.erase import IN_ORDER
from kneewise.store.ledger import FileStatus, LedgerRow, keep_rows, recall_ledger
from kneewise.store.models import Runner
from kneewise.store.nights import NightOf, keep_nights, originals_read_otherwise, recall_nights
from kneewise.store.originals import keep_original
from kneewise.store.records import RecordKind, new_record, recall_names, record
from kneewise.store.ref import RunnerRef
from kneewise.store.runners import make_runner, one_step
from tests.engine.made import sore_runner
from tests.store.test_activities import KEPT, RUN, START

AT = datetime(2026, 11, 23, 19, 30, tzinfo=UTC)
DECISION = sore_runner().decided(0)
NIGHT = NightOf(on=AT.date(), ended_at=AT, hours=7.0, kind="apple", read_version="1")


@dataclass(frozen=True, slots=True)
class Two:
    """One writes; the other wrote before."""

    one: RunnerRef
    other: RunnerRef


@pytest.fixture
def two(database: str) -> Two:
    return Two(make_runner("one"), make_runner("other"))


def decide(runner: RunnerRef, at: datetime, cause: str) -> None:
    with one_step(runner) as step:
        keep_decision(runner, step, DECISION, decided_at=at, cause=cause)


def sleep(runner: RunnerRef, hours: float, sha256: str, version: str = "1") -> None:
    night = NightOf(on=NIGHT.on, ended_at=AT, hours=hours, kind=NIGHT.kind, read_version=version)
    with one_step(runner) as step:
        keep_nights(runner, step, keep_original(runner, sha256, KEPT), [night])


def run(runner: RunnerRef, sha256: str, *, first: bool = False) -> None:
    with one_step(runner) as step:
        near = activities_starting(runner, START, START)
        row = keep_activity(runner, step, RUN, (1.0,), known=near[0] if near else None)
        source = SourceOf(sha256=sha256, name=f"{sha256[:2]}.fit", member=0, source_format="fit", wins=True)
        keep_source(runner, row, keep_original(runner, sha256, KEPT), source, first=first)


def test_each_has_their_own_decisions_and_the_clock_of_their_own(two: Two) -> None:
    decide(two.one, AT, "pain")
    decide(two.other, AT + timedelta(days=2), "sleep")

    assert [row.cause for row in recall_decisions(two.one)] == ["pain"]
    assert [row.cause for row in recall_decisions(two.other)] == ["sleep"]
    assert last_decided_at(two.one) == AT
    assert last_decided_at(make_runner("third")) is None


def test_each_has_their_own_nights(two: Two) -> None:
    sleep(two.one, 6.0, "ab" * 32)
    sleep(two.other, 8.0, "cd" * 32, version="2")

    assert [night.hours for night in recall_nights(two.one)] == [6.0]
    assert [night.hours for night in recall_nights(two.other)] == [8.0]
    assert [night.hours for night in recall_nights(two.one, step=1)] == [6.0]


def test_the_same_night_of_one_and_of_the_other_do_not_replace_each_other(two: Two) -> None:
    sleep(two.one, 6.0, "ab" * 32)
    sleep(two.other, 8.0, "ab" * 32)
    sleep(two.one, 7.0, "ab" * 32)

    assert [night.hours for night in recall_nights(two.one)] == [7.0]
    assert [night.hours for night in recall_nights(two.other)] == [8.0]


def test_only_ones_own_originals_are_read_anew(two: Two) -> None:
    sleep(two.one, 6.0, "ab" * 32)
    sleep(two.other, 8.0, "cd" * 32, version="2")

    assert [sha256 for _row, sha256 in originals_read_otherwise(two.one, "2")] == ["ab" * 32]
    assert originals_read_otherwise(two.other, "2") == ()


def test_each_has_their_own_sources_of_the_same_run(two: Two) -> None:
    run(two.one, "ab" * 32, first=True)
    run(two.other, "cd" * 32, first=True)

    assert [source.sha256 for source in recall_sources(two.one, RUN.activity_id)] == ["ab" * 32]
    assert [source.sha256 for source in recall_sources(two.other, RUN.activity_id)] == ["cd" * 32]


def test_a_source_that_wins_takes_nothing_from_the_other(two: Two) -> None:
    run(two.other, "ab" * 32, first=True)
    run(two.one, "ab" * 32, first=True)
    run(two.one, "cd" * 32)

    assert [source.wins for source in recall_sources(two.other, RUN.activity_id)] == [True]
    assert [source.wins for source in recall_sources(two.one, RUN.activity_id)] == [True, False]


def test_each_has_their_own_activities_ledger_and_names(two: Two) -> None:
    run(two.one, "ab" * 32, first=True)
    keep_rows(two.one, [LedgerRow(path="a.fit", sha256="ab" * 32, status=FileStatus.IMPORTED)])
    said = new_record(RecordKind.SLEEP, at=AT, on=AT.date(), payload={"hours": 7.0, "quality_0_10": None})
    with one_step(two.one) as step:
        record(two.one, step, said, entered_at=AT)

    assert kept_named(two.other, RUN.activity_id) is None
    assert activities_starting(two.other, START, START) == ()
    assert measured_otherwise(two.other, "none") == ()
    assert recall_ledger(two.other) == ()
    assert (recall_names(two.one), recall_names(two.other)) == ((said.record_id,), ())


def test_no_table_is_forgotten_when_a_runner_is_erased() -> None:
    assert {*IN_ORDER, Runner} == set(apps.get_app_config("store").get_models())
