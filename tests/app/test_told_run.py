"""Runs that no file tells of: they count with their minutes, and give way to their file."""

from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest

from kneewise.app import log, replay, review, runs, screen, sessions, sitting
from kneewise.app import settings as choices
from kneewise.app.export_record import sheets
from kneewise.app.home import RunnerRef
from kneewise.app.import_files import import_paths
from kneewise.app.told_run import log_told_run
from kneewise.app.writing import Done
from kneewise.model.errors import UsageError
from kneewise.model.plan import Phase, SessionKind
from kneewise.present.fhir import bundle
from kneewise.store.history import recall_history
from tests.app.samples import BERLIN, NOW, fit_bytes
from tests.web.told import calm_answers

START = date(2026, 8, 31)
USUAL = {"usual_runs_per_week": 3, "usual_run_min": 40}
GOOD: dict[str, Any] = {"side": "right", "during": 1, "limp": "no", "painkiller": "no"}
KEY = "0123456789abcdef"


def at(on: date, hour: int) -> datetime:
    return datetime.combine(on, time(hour), BERLIN)


def answer(runner: RunnerRef, on: date) -> None:
    answers = screen.parse_answers(calm_answers() | USUAL, on=on)
    screen.screen(runner, answers, at=at(on, 7))


def live(runner: RunnerRef, on: date, *, minutes: bool) -> Phase:
    """Do what the day's plan says, with a knee that takes it well, and tell of it."""
    log.log_pain(runner, at=at(on, 8), side="right", morning=0)
    if (on - START).days % 6 == 0:
        answer(runner, on)
    plan = review.review(runner, on).plan
    today = plan.sessions[0]
    if today.kind is SessionKind.RUN:
        if minutes:
            log_told_run(runner, at=at(on, 18), running_min=today.running_min)
        log.log_pain(runner, at=at(on, 18), about_run="yes", **GOOD)
        log.log_pain(runner, at=at(on, 19), side="right", about_run="yes", after_60min=0)
    else:
        walked: dict[str, Any] = {"kind": "brisk_walk", "duration_min": 30, "pain_0_10": 0}
        log.log_test(runner, at=at(on, 18), side="right", **walked)
        log.log_pain(runner, at=at(on, 19), side="right", after_60min=0, limp="no", painkiller="no")
    for kind, count in (("stairs", 1), ("hops", 20), ("squats", 10)):
        log.log_test(runner, at=at(on, 20), side="right", kind=kind, count=count, pain_0_10=0)
    return plan.phase


@pytest.fixture
def fileless(quick_runner: RunnerRef) -> RunnerRef:
    choices.change(quick_runner, at=at(START, 6), home_zone="Europe/Berlin")
    answer(quick_runner, START)
    return quick_runner


@pytest.mark.parametrize(
    ("minutes", "reached"), [(True, {Phase.BUILD, Phase.WALK_RUN}), (False, {Phase.CALM})]
)
def test_who_has_no_watch_gets_out_of_calm_by_telling_minutes(
    fileless: RunnerRef, minutes: bool, reached: set[Phase]
) -> None:
    phases = [live(fileless, START + timedelta(days=day), minutes=minutes) for day in range(12)]

    assert phases[-1] in reached
    assert all(one.verdict is replay.Verdict.SAME for one in replay.replay(fileless))


def test_a_told_run_is_a_session_with_its_minutes_and_is_asked_for_no_more(fileless: RunnerRef) -> None:
    on = START + timedelta(days=1)
    log.log_pain(fileless, at=at(on, 18), about_run="yes", **GOOD)
    assert "file" in review.review(fileless, on).plan.missing

    logged = log_told_run(fileless, at=at(on, 18), running_min="28", distance_m=4500)

    (run,) = runs.runs(fileless, on=on)
    assert (run.hand_entered, run.running_min, run.measured.running_distance_m) == (True, 28, 4500)
    assert run.local_start == at(on, 18) - timedelta(minutes=28)
    assert {one.activity_id for one in review.review(fileless, on).colours} == {logged.record_id, None}
    assert run.activity_id == logged.record_id
    assert "file" not in review.review(fileless, on).plan.missing


def test_of_an_earlier_day_it_ended_at_noon_or_began_as_told(fileless: RunnerRef) -> None:
    on = START + timedelta(days=3)

    log_told_run(fileless, at=at(on, 9), on=START + timedelta(days=1), running_min=30)
    log_told_run(fileless, at=at(on, 9), on=START + timedelta(days=2), running_min=30, began="6:45")

    noon, early = (one.local_start for one in runs.runs(fileless, on=on))
    assert (noon.date(), noon.time()) == (START + timedelta(days=1), time(11, 30))
    assert (early.date(), early.time()) == (START + timedelta(days=2), time(6, 45))


def test_told_just_after_midnight_a_run_stays_on_its_day(fileless: RunnerRef) -> None:
    log_told_run(fileless, at=at(START, 23) + timedelta(hours=1, minutes=10), running_min=30)

    (run,) = runs.runs(fileless, on=START + timedelta(days=1))
    assert run.on == START + timedelta(days=1)


def test_its_file_takes_its_place_with_all_that_was_said_of_it(fileless: RunnerRef, offered: Path) -> None:
    on = NOW.date() - timedelta(days=2)
    told = log_told_run(fileless, at=at(on, 19), running_min=30).record_id
    log.log_pain(fileless, at=at(on, 19), activity_id=told[:8], **GOOD)
    (offered / "run.fit").write_bytes(fit_bytes())

    import_paths(fileless, [offered], now=NOW)

    (run,) = runs.runs(fileless, on=NOW.date())
    assert not run.hand_entered
    (said,) = (one for one in recall_history(fileless).pain if one.during is not None)
    assert said.activity_id == run.activity_id


def test_a_run_at_another_hour_is_another_run(fileless: RunnerRef, offered: Path) -> None:
    on = NOW.date() - timedelta(days=2)
    (offered / "run.fit").write_bytes(fit_bytes())
    import_paths(fileless, [offered], now=NOW)

    with pytest.raises(UsageError, match="run of 21 November: if this was another one, say"):
        log_told_run(fileless, at=NOW, on=on, running_min=20)
    with pytest.raises(UsageError, match="run of 21 November: this one would be at the same"):
        log_told_run(fileless, at=NOW, on=on, running_min=20, began="17:40")
    log_told_run(fileless, at=NOW, on=on, running_min=20, began="07:00")

    assert [one.hand_entered for one in runs.runs(fileless, on=NOW.date())] == [True, False]


def test_two_runs_of_a_day_need_the_hour_of_both(fileless: RunnerRef) -> None:
    log_told_run(fileless, at=at(START, 20), running_min=30)

    with pytest.raises(UsageError, match="nobody knows at what hour"):
        log_told_run(fileless, at=at(START, 21), running_min=20, began="19:40")


def test_nothing_is_told_twice(fileless: RunnerRef) -> None:
    log_told_run(fileless, at=at(START, 18), running_min=20, key=KEY)

    again = log_told_run(fileless, at=at(START, 19), running_min=20, key=KEY)
    with pytest.raises(UsageError, match="A run of 31 August is told already"):
        log_told_run(fileless, at=at(START, 19), running_min=20)

    assert again.done is Done.SAID_ALREADY
    assert len(runs.runs(fileless, on=START)) == 1


def test_runs_told_of_before_the_plan_are_no_baseline(fileless: RunnerRef) -> None:
    for week in range(1, 5):
        log_told_run(fileless, at=at(START, 20), on=START - timedelta(weeks=week), running_min=90)

    baseline = review.look(fileless, START).baseline

    assert baseline is not None
    assert (baseline.measured, baseline.run_min) == (False, 40)


def test_it_is_corrected_and_taken_back_like_any_entry(fileless: RunnerRef) -> None:
    told = log_told_run(fileless, at=at(START, 18), running_min=20).record_id
    log.log_pain(fileless, at=at(START, 18), activity_id=told, **GOOD)

    log.edit(fileless, told[:8], {"running_min": "25", "began": "17:00"}, at=at(START, 19))
    (run,) = runs.runs(fileless, on=START)
    log.undo(fileless, told, at=at(START, 20))

    assert (run.activity_id, run.running_min, run.local_start.hour) == (told, 25, 17)
    assert runs.runs(fileless, on=START) == ()
    assert any(one.is_run and one.activity is None for one in review.look(fileless, START).entries)


def test_it_is_corrected_to_no_speed_that_nobody_runs(fileless: RunnerRef) -> None:
    told = log_told_run(fileless, at=at(START, 18), running_min=300, distance_m=42_000).record_id

    with pytest.raises(UsageError, match="Nobody runs 42 km in 30 minutes"):
        log.edit(fileless, told, {"running_min": "30"}, at=at(START, 19))


def test_a_sitting_tells_the_run_and_how_the_knee_was(fileless: RunnerRef) -> None:
    said: dict[str, Any] = {"pain": GOOD, "signs": {}, "ran": {"running_min": "24"}, "key": KEY}

    first = sitting.log_sitting(fileless, at=at(START, 18), on=None, **said)
    again = sitting.log_sitting(fileless, at=at(START, 19), on=None, **said)

    (run,) = runs.runs(fileless, on=START)
    (colour,) = review.review(fileless, START).colours
    assert (first.record_id, again.done) == (run.activity_id, Done.SAID_ALREADY)
    assert (colour.activity_id, run.running_min) == (run.activity_id, 24)


def test_a_sitting_may_tell_the_minutes_alone(fileless: RunnerRef) -> None:
    sitting.log_sitting(
        fileless, at=at(START, 18), on=None, pain={"side": "right"}, signs={}, ran={"running_min": 24}
    )

    assert len(runs.runs(fileless, on=START)) == 1
    assert not [one for one in recall_history(fileless).pain if one.on == START and one.at.hour == 18]


def test_it_has_no_file_to_join(fileless: RunnerRef, offered: Path) -> None:
    (offered / "run.fit").write_bytes(fit_bytes())
    (filed,) = import_paths(fileless, [offered], now=NOW).new_activities
    told = log_told_run(fileless, at=NOW, running_min=20).record_id

    with pytest.raises(UsageError, match="came in no file"):
        sessions.join(fileless, filed, told, at=NOW)


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({}, "Say the minutes of running as well."),
        ({"running_min": 0}, "“0” is no number for the minutes of running: say one from 1 to 1440"),
        ({"running_min": 20, "began": "25:00"}, "“25:00” is no time of day for when the run began"),
        ({"running_min": 20, "distance_m": -1}, "is no number for how far the run was"),
        ({"running_min": 30, "distance_m": 300_000}, "Nobody runs 300 km in 30 minutes: say both as they"),
    ],
)
def test_what_cannot_be_is_one_sentence(fileless: RunnerRef, said: dict[str, Any], sentence: str) -> None:
    with pytest.raises(UsageError, match=sentence):
        log_told_run(fileless, at=at(START, 18), **said)


def test_an_export_holds_it_among_the_sessions(fileless: RunnerRef) -> None:
    log_told_run(fileless, at=at(START, 18), running_min=20, distance_m=3000)

    (sheet,) = (one for one in sheets(fileless) if one.name == "activities")
    (row,) = (dict(zip(sheet.columns, each, strict=True)) for each in sheet.rows)

    assert (row["hand_entered"], row["measured_running_s"], row["measured_distance_m"]) == (True, 1200, 3000)


def test_a_clinic_reads_that_it_was_told(fileless: RunnerRef) -> None:
    told = log_told_run(fileless, at=at(START, 18), running_min=20).record_id

    plan = review.review(fileless, START).plan
    said: Any = bundle(recall_history(fileless), plan, made_at=at(START, 19))

    (session,) = (one["resource"] for one in said["entry"] if one["resource"].get("id") == f"session-{told}")
    assert session["code"]["text"] == "A session, told by the runner"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"began": "21:00"}, "21:00 is still to come: say when the run began."),
        ({"began": "08:10"}, "A run of 31 August is told already: this one would be at the same time."),
        ({"began": "08:10", "on": str(START)}, "A run of 31 August is told already"),
    ],
)
def test_a_run_is_moved_to_no_hour_of_another_nor_to_one_that_is_still_to_come(
    fileless: RunnerRef, change: dict[str, str], said: str
) -> None:
    log_told_run(fileless, at=at(START, 19), running_min=20, began="08:00")
    second = log_told_run(fileless, at=at(START, 19), running_min=30, began="12:00").record_id

    with pytest.raises(UsageError, match=said):
        log.edit(fileless, second, change, at=at(START, 19))
    log.edit(fileless, second, {"began": "12:10", "running_min": "35"}, at=at(START, 19))

    assert [run.load_min for run in runs.runs(fileless, on=START)] == [20, 35]


def test_a_run_that_is_moved_to_the_hour_of_its_file_is_that_run(fileless: RunnerRef, offered: Path) -> None:
    (offered / "run.fit").write_bytes(fit_bytes(3))
    (run,) = import_paths(fileless, [offered], now=NOW).new_activities
    day = NOW.date() - timedelta(days=3)
    told = log_told_run(fileless, at=NOW, on=day, running_min=4, began="06:00").record_id
    assert len(runs.runs(fileless, on=NOW.date())) == 2

    log.edit(fileless, told, {"began": "17:45"}, at=NOW)

    assert [one.activity_id for one in runs.runs(fileless, on=NOW.date())] == [run]


def test_two_runs_with_files_keep_their_pairs_beside_a_run_that_was_told(
    fileless: RunnerRef, offered: Path
) -> None:
    (offered / "run.fit").write_bytes(fit_bytes(3))
    (run,) = import_paths(fileless, [offered], now=NOW).new_activities
    log.log_shoe(fileless, at=NOW, name="Blue")
    log.log_run(fileless, at=NOW, activity_id=run, shoe="Blue")

    log_told_run(fileless, at=NOW, running_min=20, began="06:00")

    assert [one.shoe for one in runs.runs(fileless, on=NOW.date())] == ["Blue", ""]
