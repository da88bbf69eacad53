from dataclasses import replace
from datetime import UTC, datetime, timedelta

from kneewise.model.activity import Activity, Measured
from kneewise.model.bands import CadenceBand, CadenceLine, GradeBand, HeartBand, SpeedBand
from kneewise.model.doubt import Done, Doubt, DoubtCode
from kneewise.model.sport import Sport
from kneewise.store.activities import (
    SourceOf,
    activities_starting,
    keep_activity,
    keep_source,
    kept_named,
    read,
    recall_activities,
    recall_sources,
    write,
)
from kneewise.store.codec import Json
from kneewise.store.erase import erase_runner
from kneewise.store.history import recall_history
from kneewise.store.ids import activity_id
from kneewise.store.ledger import FileStatus, LedgerRow, keep_rows, recall_ledger
from kneewise.store.models import Runner
from kneewise.store.original_files import KeptFile
from kneewise.store.originals import keep_original
from kneewise.store.records import RecordKind, new_record, record
from kneewise.store.ref import RunnerRef
from kneewise.store.runners import make_runner, one_step

START = datetime(2026, 11, 20, 16, 45, 12, tzinfo=UTC)
SHA = "ab" * 32
KEPT = KeptFile(size_bytes=9, kept_bytes=7, packed=True)
RUN = Activity(
    activity_id=activity_id(Sport.RUNNING, START),
    start=START,
    utc_offset_s=3600,
    sport=Sport.RUNNING,
    name="Läufchen",
    shoe="Old ones",
    measured=Measured(version="1", elapsed_s=1800.5, running_s=1700.25, coverage={"speed": 0.98}),
)


def keep(runner: RunnerRef, activity: Activity) -> int:
    near = activities_starting(runner, activity.start, activity.start)
    with one_step(runner) as step:
        keep_activity(runner, step, activity, (1.0, 6.0), known=near[0] if near else None)
    return step


def keep_from(runner: RunnerRef, sha256: str) -> None:
    row = activities_starting(runner, START, START)[0].row
    source = SourceOf(sha256=sha256, name="a.fit", member=0, source_format="fit", wins=True)
    keep_source(runner, row, keep_original(runner, sha256, KEPT), source)


def test_bands_and_doubts_come_back_as_they_were_measured(database: str) -> None:
    runner = make_runner()
    line = CadenceLine(2.8, 166.0, None, 1.5, 900.0)
    doubt = Doubt(
        code=DoubtCode.GAP, done=Done.LEFT_OUT, spans_s=((60.0, 130.5),), share=0.04, facts={"a_m": 2}
    )
    measured = replace(
        RUN.measured,
        cadence_line=line,
        speed_quantiles_m_s=(2.5, 2.75),
        by_speed=(SpeedBand(2.8, 166.0, 900.0, None),),
        by_grade=(GradeBand(None, -10.0, 30.0),),
        by_cadence=(CadenceBand(166, 900.0),),
        by_heart_rate=(HeartBand(141.2, 1700.0),),
        doubts=(doubt,),
    )
    keep(runner, replace(RUN, measured=measured))

    (recalled,) = recall_activities(runner)

    assert recalled.measured == measured
    assert recalled.measured.by_speed[0].cadence_spm == 166.0
    assert recall_activities(runner, bands=False)[0].measured == replace(RUN.measured, doubts=(doubt,))


def test_where_runs_are_swapped_a_decision_looks_at_the_bands_as_well(database: str) -> None:
    runner = make_runner()
    measured = replace(RUN.measured, by_heart_rate=(HeartBand(141.2, 1700.0),))
    keep(runner, replace(RUN, measured=measured))
    cut = recall_history(runner, bands=False)
    chosen = new_record(RecordKind.SETTINGS, at=START, on=START.date(), payload={"load_choice": "swap"})
    with one_step(runner) as step:
        record(runner, step, chosen, entered_at=START)

    swap = recall_history(runner, bands=False)

    bands = [history.activities[0].measured.by_heart_rate for history in (cut, swap)]
    assert bands == [(), measured.by_heart_rate]


def test_what_an_older_version_measured_lacks_what_it_did_not_know() -> None:
    older: dict[str, Json] = {
        "version": "2",
        "elapsed_s": 1800.5,
        "running_s": 1700.25,
        "coverage": {"speed": 0.98},
    }

    activity = read({**write(RUN), "measured": older})

    assert activity.measured == replace(RUN.measured, version="2")
    assert (activity.measured.by_speed, activity.measured.walking_s) == ((), None)


def test_an_activity_comes_back_as_it_was_measured(database: str) -> None:
    runner = make_runner()
    keep(runner, RUN)

    assert recall_activities(runner) == (RUN,)
    kept = kept_named(runner, RUN.activity_id)
    assert kept is not None
    assert kept.activity == RUN


def test_a_better_reading_takes_the_place_and_replay_still_sees_the_old_one(database: str) -> None:
    runner = make_runner()
    early = keep(runner, RUN)
    better = replace(RUN, measured=replace(RUN.measured, running_s=1750.0))
    keep(runner, better)

    assert recall_activities(runner) == (better,)
    assert recall_activities(runner, step=early) == (RUN,)


def test_activities_are_found_by_when_they_start(database: str) -> None:
    runner = make_runner()
    keep(runner, RUN)

    near = activities_starting(runner, START - timedelta(minutes=2), START + timedelta(minutes=2))
    far = activities_starting(runner, START + timedelta(seconds=1), START + timedelta(hours=2))

    assert [kept.activity for kept in near] == [RUN]
    assert near[0].rank == (1.0, 6.0)
    assert far == ()


def test_the_name_of_an_activity_is_made_from_content() -> None:
    assert activity_id(Sport.RUNNING, START) == activity_id(Sport.RUNNING, START + timedelta(microseconds=4))
    assert activity_id(Sport.RUNNING, START) != activity_id(Sport.CYCLING, START)


def test_the_source_that_wins_comes_first(database: str) -> None:
    runner = make_runner()
    keep(runner, RUN)
    keep_from(runner, SHA)
    keep_from(runner, "cd" * 32)

    sources = recall_sources(runner, RUN.activity_id)

    assert [(source.sha256[:2], source.wins) for source in sources] == [("cd", True), ("ab", False)]


def test_what_the_runner_says_of_a_run_is_added_to_it(database: str) -> None:
    runner = make_runner()
    keep(runner, RUN)
    said = new_record(
        RecordKind.RUN,
        at=START,
        on=START.date(),
        payload={"activity_id": RUN.activity_id, "all_running": True},
    )
    with one_step(runner) as step:
        record(runner, step, said, entered_at=START)

    told = recall_history(runner).activities[0]

    assert (told.all_running, told.soft_surface) == (True, None)


def test_a_file_that_is_offered_again_keeps_its_status(database: str) -> None:
    runner = make_runner()
    first = LedgerRow(path="a.fit", sha256=SHA, status=FileStatus.IMPORTED, run_ids=(RUN.activity_id,))
    again = replace(first, status=FileStatus.DUPLICATE)

    keep_rows(runner, [first])
    keep_rows(runner, [again])

    assert recall_ledger(runner) == (first,)


def test_two_runners_never_see_each_others_activities(database: str) -> None:
    one, other = make_runner("one"), make_runner("other")
    keep(one, RUN)
    keep_rows(one, [LedgerRow(path="a.fit", sha256=SHA, status=FileStatus.IMPORTED)])

    assert recall_activities(other) == ()
    assert kept_named(other, RUN.activity_id) is None
    assert recall_sources(other, RUN.activity_id) == ()
    assert activities_starting(other, START, START) == ()
    assert recall_ledger(other) == ()


def test_erasing_one_runner_leaves_the_other_alone(database: str) -> None:
    one, other = make_runner("one"), make_runner("other")
    for runner in (one, other):
        keep(runner, RUN)
        keep_from(runner, SHA)

    erase_runner(one)

    assert list(Runner.objects.values_list("label", flat=True)) == ["other"]
    assert recall_activities(other) == (RUN,)
    assert len(recall_sources(other, RUN.activity_id)) == 1
