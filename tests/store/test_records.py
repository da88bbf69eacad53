from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from kneewise.model.answers import UNKNOWN, AnswerSet, Origin
from kneewise.model.diary import PainLog
from kneewise.model.places import Side
from kneewise.store.codec import Json
from kneewise.store.history import recall_history, recall_settings
from kneewise.store.records import (
    RecordKind,
    Written,
    has_record,
    new_record,
    recall_past,
    recall_records,
    record,
)
from kneewise.store.ref import RunnerRef
from kneewise.store.runners import last_step, make_runner, one_step

CET = timezone(timedelta(hours=1))
AT = datetime(2026, 11, 23, 19, 30, tzinfo=CET)


def pain(at: datetime = AT, **said: Json) -> Written:
    return new_record(RecordKind.PAIN, at=at, on=at.date(), payload={"side": "left", **said})


def write(runner: RunnerRef, said: Written, root: str = "") -> int:
    with one_step(runner) as step:
        record(runner, step, said, entered_at=said.at, root=root)
    return step


def test_what_was_said_comes_back_as_it_was_said(database: str) -> None:
    runner = make_runner()
    write(runner, pain(during=4, morning="unknown", scored_at={"during": AT.isoformat()}, limp=False))

    logged = recall_history(runner).pain

    assert logged == (
        PainLog(
            record_id=logged[0].record_id,
            at=AT,
            on=date(2026, 11, 23),
            side=Side.LEFT,
            during=4,
            morning=UNKNOWN,
            scored_at={"during": AT},
            limp=False,
        ),
    )
    assert logged[0].at.utcoffset() == timedelta(hours=1)


def test_answers_keep_their_kind(database: str) -> None:
    runner = make_runner()
    answers: Json = {
        "limp": False,
        "age_years": 36,
        "knee": "left",
        "locked_knee": "unknown",
        "injury_on": {"date": "2026-11-01"},
        "places": ["shin_bump"],
        "usual_run_min": 42.5,
    }
    write(
        runner,
        new_record(
            RecordKind.ANSWERS, at=AT, on=AT.date(), payload={"origin": "screening", "answers": answers}
        ),
    )

    given = recall_history(runner).answers[0]

    assert given == AnswerSet(
        record_id=given.record_id,
        at=AT,
        on=AT.date(),
        origin=Origin.SCREENING,
        answers={
            "limp": False,
            "age_years": 36,
            "knee": "left",
            "locked_knee": UNKNOWN,
            "injury_on": date(2026, 11, 1),
            "places": ("shin_bump",),
            "usual_run_min": 42.5,
        },
    )
    assert given.answers["limp"] is False


def test_an_amendment_is_read_and_the_old_value_stays(database: str) -> None:
    runner = make_runner()
    first = pain(during=4)
    write(runner, first)
    changed = Written(
        record_id=first.record_id,
        kind=first.kind,
        on=first.on,
        at=first.at,
        payload={"side": "left", "during": 6},
    )
    write(runner, changed, root=first.record_id)

    present = recall_records(runner)
    past = recall_past(runner, first.record_id)

    assert [(said.record_id, said.payload["during"]) for said in present] == [(first.record_id, 6)]
    assert [said.payload["during"] for said in past] == [4, 6]


def test_what_was_undone_counts_no_more_and_is_kept(database: str) -> None:
    runner = make_runner()
    first = pain(during=4)
    write(runner, first)
    write(
        runner,
        Written(record_id=first.record_id, kind=RecordKind.UNDO, on=first.on, at=first.at, payload={}),
        root=first.record_id,
    )

    assert recall_history(runner).pain == ()
    assert has_record(runner, first.record_id)


def test_a_step_recalls_the_history_of_its_time(database: str) -> None:
    runner = make_runner()
    early = write(runner, pain(during=4))
    late = write(runner, pain(at=AT + timedelta(hours=1), after_60min=2))

    then, now = recall_history(runner, step=early), recall_history(runner, step=late)

    assert (len(then.pain), len(now.pain)) == (1, 2)
    assert last_step(runner) == late


def test_saying_the_same_twice_is_saying_it_once(database: str) -> None:
    runner = make_runner()
    write(runner, pain(during=4))
    write(runner, pain(during=4))

    assert len(recall_records(runner)) == 1


def test_two_runners_never_see_each_others_records(database: str) -> None:
    one, other = make_runner("one"), make_runner("other")
    write(one, pain(during=4))
    write(one, new_record(RecordKind.SETTINGS, at=AT, on=AT.date(), payload={"country": "DE"}))

    assert recall_records(other) == ()
    assert recall_settings(other).country == ""
    assert recall_past(other, pain(during=4).record_id) == ()
    assert not has_record(other, pain(during=4).record_id)


def test_a_record_that_fits_no_shape_is_not_stored(database: str) -> None:
    runner = make_runner()

    with pytest.raises(ValueError, match="none of the kinds"):
        write(runner, pain(during="a lot"))

    assert recall_records(runner) == ()
    assert last_step(runner) == 0


def test_settings_are_laid_on_one_another(database: str) -> None:
    runner = make_runner()
    changes: list[dict[str, Json]] = [
        {"country": "DE", "miles": True},
        {"miles": False, "running_days": [0, 3]},
    ]
    for minute, payload in enumerate(changes):
        at = AT + timedelta(minutes=minute)
        write(runner, new_record(RecordKind.SETTINGS, at=at, on=at.date(), payload=payload))

    settings = recall_settings(runner)

    assert (settings.country, settings.miles, settings.running_days) == ("DE", False, (0, 3))


def test_instants_are_kept_in_utc(database: str) -> None:
    from kneewise.store.models import Record

    runner = make_runner()
    write(runner, pain(during=4))

    assert Record.objects.get().at == datetime(2026, 11, 23, 18, 30, tzinfo=UTC)
