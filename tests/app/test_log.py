from datetime import date, datetime, timedelta
from functools import partial
from typing import Any

import pytest

from kneewise.app import log, replay, review
from kneewise.app import settings as choices
from kneewise.app.amend import past
from kneewise.app.home import RunnerRef
from kneewise.app.log import Done
from kneewise.app.sitting import log_signs
from kneewise.model.answers import UNKNOWN
from kneewise.model.errors import UsageError
from kneewise.model.findings import Urgency
from kneewise.store.decisions import recall_decisions
from kneewise.store.history import recall_history
from kneewise.store.models import Record, StoredDecision
from kneewise.store.runners import last_step, make_runner
from tests.app.samples import NOW


@pytest.fixture(autouse=True)
def zone(request: pytest.FixtureRequest) -> None:
    for name in ("runner", "quick_runner"):
        if name in request.fixturenames:
            choices.change(
                request.getfixturevalue(name), at=NOW - timedelta(days=9), home_zone="Europe/Berlin"
            )


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        (
            {"side": "left", "during": 11},
            "“11” is no score for the worst pain during the run: say a whole number",
        ),
        ({"side": "left", "during": "3.5"}, "“3.5” is no score"),
        ({"side": "left", "during": True}, "is no score"),
        ({"side": "middle", "during": 3}, "“middle” is no knee: say left or right."),
        ({"side": "left"}, "Say at least one thing"),
        ({"during": 3}, "Say which knee as well."),
        ({"side": "left", "during": 3, "on": "2026-11-24"}, "24 November 2026 is in the future"),
        ({"side": "left", "during": 3, "on": "yesterday"}, "“yesterday” is no date"),
        ({"side": "left", "during": 3, "on": "0001-01-01"}, "“0001-01-01” is no date"),
        ({"side": "left", "during": 3, "on": "0026-11-20"}, "“0026-11-20” is no date"),
        ({"side": "left", "during": 3, "limp": "perhaps"}, "“perhaps” is no answer for whether you limped"),
        ({"side": "left", "worst": 3}, "There is no “worst” here"),
        ({"side": "left", "during": 3, "activity_id": "abc"}, "There is no run “abc”"),
        (
            {"side": "left", "during": 3, "first_pain_min": -1},
            "is no number for the minutes until it first hurt",
        ),
    ],
)
def test_what_cannot_be_is_one_sentence_and_nothing_is_stored(
    quick_runner: RunnerRef, said: dict[str, Any], sentence: str
) -> None:
    before = last_step(quick_runner)

    with pytest.raises(UsageError, match=sentence):
        log.log_pain(quick_runner, at=NOW, **said)

    assert last_step(quick_runner) == before


def test_a_log_stores_the_decision_that_it_causes(runner: RunnerRef) -> None:
    logged = log.log_pain(runner, at=NOW, side="left", during=4, limp="no")

    stored = list(recall_decisions(runner))[-1]

    assert (stored.cause, stored.record_id, stored.on) == ("pain", logged.record_id, date(2026, 11, 23))
    assert logged.decision == review.review(runner, NOW.date())


def test_not_known_stays_not_known(quick_runner: RunnerRef) -> None:
    log.log_pain(quick_runner, at=NOW, side="left", during="unknown", limp="unknown")

    (told,) = recall_history(quick_runner).pain

    assert (told.during, told.limp, told.morning) == (UNKNOWN, UNKNOWN, None)


def test_an_edit_is_read_and_the_old_value_stays(runner: RunnerRef) -> None:
    first = log.log_pain(runner, at=NOW, side="left", during=4)

    edited = log.edit(runner, first.record_id[:8], {"during": "6"}, at=NOW + timedelta(minutes=5))

    assert edited.record_id == first.record_id
    assert [told.during for told in recall_history(runner).pain] == [6]
    assert recall_history(runner).pain[0].at == NOW
    assert [line.payload["during"] for line in past(runner, first.record_id)] == [4, 6]


def test_a_score_that_is_added_later_has_its_own_time(quick_runner: RunnerRef) -> None:
    first = log.log_pain(quick_runner, at=NOW, side="left", during=4)
    next_day = NOW + timedelta(hours=11)

    log.edit(quick_runner, first.record_id, {"morning": 2, "during": 3}, at=next_day)

    (told,) = recall_history(quick_runner).pain
    assert told.scored_at == {"morning": next_day}


def test_what_is_taken_back_counts_no_more_and_cannot_be_taken_back_again(runner: RunnerRef) -> None:
    first = log.log_pain(runner, at=NOW, side="left", during=4)

    log.undo(runner, first.record_id, at=NOW + timedelta(minutes=1))

    assert recall_history(runner).pain == ()
    for again in (log.undo, partial(log.edit, changes={"during": 5})):
        with pytest.raises(UsageError, match=r"was taken back: kneewise log undo \w+ puts it back"):
            again(runner, first.record_id, at=NOW + timedelta(minutes=2))
    assert Record.objects.filter(kind="pain").count() == 1


def during(runner: RunnerRef) -> list[Any]:
    return [told.during for told in recall_history(runner).pain]


def test_each_step_back_undoes_the_last_thing_that_was_done(runner: RunnerRef) -> None:
    first = log.log_pain(runner, at=NOW, side="left", during=4)
    for score in (5, 6):
        log.edit(runner, first.record_id, {"during": score}, at=NOW)

    seen = []
    for _time in range(5):
        done = log.step_back(runner, first.record_id[:9], at=NOW).done
        seen.append((done, during(runner)))

    assert seen == [
        (Done.RESTORED, [5]),
        (Done.RESTORED, [4]),
        (Done.TAKEN_BACK, []),
        (Done.PUT_BACK, [4]),
        (Done.TAKEN_BACK, []),
    ]
    assert {4, 5, 6} == {one.payload["during"] for one in past(runner, first.record_id) if one.payload}
    assert all(one.same and one.same_rules for one in replay.replay(runner))


def test_an_edit_never_takes_back_what_another_program_changed_meanwhile(
    runner: RunnerRef, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = log.log_pain(runner, at=NOW, side="left", during=3, morning=1)
    meanwhile = [{"morning": 2}]

    def edited_by_another(_now: datetime) -> None:
        while meanwhile:
            log.edit(runner, first.record_id, meanwhile.pop(), at=NOW)

    monkeypatch.setattr("kneewise.app.writing.keep_daily", edited_by_another)
    with pytest.raises(UsageError, match="just now"):
        log.edit(runner, first.record_id, {"during": 5}, at=NOW + timedelta(minutes=1))

    (said,) = recall_history(runner).pain
    assert (said.during, said.morning) == (3, 2)


def test_an_edited_entry_that_was_taken_back_whole_comes_back_as_it_was(quick_runner: RunnerRef) -> None:
    first = log.log_pain(quick_runner, at=NOW, side="left", during=4)
    log.edit(quick_runner, first.record_id, {"during": 6}, at=NOW)
    log.undo(quick_runner, first.record_id, at=NOW)

    back = log.step_back(quick_runner, first.record_id, at=NOW)

    assert (back.done, during(quick_runner)) == (Done.PUT_BACK, [6])


def test_an_edit_after_a_step_back_is_the_next_to_be_undone(quick_runner: RunnerRef) -> None:
    first = log.log_pain(quick_runner, at=NOW, side="left", during=4)
    log.edit(quick_runner, first.record_id, {"during": 6}, at=NOW)
    log.step_back(quick_runner, first.record_id, at=NOW)
    log.edit(quick_runner, first.record_id, {"during": 7}, at=NOW)

    log.step_back(quick_runner, first.record_id, at=NOW)

    assert during(quick_runner) == [4]


def test_an_edit_that_changes_nothing_is_nothing_to_undo(quick_runner: RunnerRef) -> None:
    first = log.log_pain(quick_runner, at=NOW, side="left", during=4)
    step = last_step(quick_runner)

    same = log.edit(quick_runner, first.record_id, {"during": 4}, at=NOW)

    assert (same.done, last_step(quick_runner)) == (Done.SAID_ALREADY, step)


def test_saying_again_what_was_taken_back_puts_it_back(quick_runner: RunnerRef) -> None:
    first = log.log_pain(quick_runner, at=NOW, side="left", during=4)
    log.undo(quick_runner, first.record_id, at=NOW)

    again = log.log_pain(quick_runner, at=NOW, side="left", during=4)

    assert (again.record_id, again.done, during(quick_runner)) == (first.record_id, Done.PUT_BACK, [4])


def test_the_beginning_of_a_name_must_be_that_of_one_entry(quick_runner: RunnerRef) -> None:
    names = [
        log.log_pain(quick_runner, at=NOW + timedelta(minutes=minute), side="left", during=4).record_id
        for minute in range(17)
    ]
    shared = next(name[0] for name in names if sum(other[0] == name[0] for other in names) > 1)

    for change in (log.undo, log.step_back, partial(log.edit, changes={"during": 0})):
        with pytest.raises(UsageError, match="More than one entry begins with"):
            change(quick_runner, shared, at=NOW)
        with pytest.raises(UsageError, match="There is no entry"):
            change(quick_runner, " ", at=NOW)

    assert during(quick_runner) == [4] * 17


def test_every_kind_of_diary_comes_back(quick_runner: RunnerRef) -> None:
    log.log_clearance(quick_runner, at=NOW, by="sports physician", may_run="yes")
    log.log_painkiller(quick_runner, at=NOW, on="2026-11-22", before_run="no")
    log.log_illness(quick_runner, at=NOW, on="2026-11-20")
    log.log_sleep(quick_runner, at=NOW, hours="7,5", quality_0_10="unknown")
    log.log_shoe(quick_runner, at=NOW, name="Old ones", distance_before_m=300_000)
    log.log_test(quick_runner, at=NOW, side="right", kind="hops", count=20, pain_0_10=1)

    told = recall_history(quick_runner)

    assert [one.by for one in told.clearances] == ["sports physician"]
    assert [one.on.day for one in told.painkillers] == [22]
    assert [(one.on.day, one.until) for one in told.illnesses] == [(20, None)]
    assert [(one.hours, one.quality_0_10) for one in told.sleeps] == [(7.5, UNKNOWN)]
    assert [(one.name, one.distance_before_m) for one in told.shoes] == [("Old ones", 300_000)]
    assert [(one.count, one.pain_0_10) for one in told.tests] == [(20, 1)]


def test_saying_the_very_same_twice_is_saying_it_once(quick_runner: RunnerRef) -> None:
    one = log.log_pain(quick_runner, at=NOW, side="left", during=4)
    step = last_step(quick_runner)

    other = log.log_pain(quick_runner, at=NOW, side="left", during=4)

    assert (other.record_id, other.decision, last_step(quick_runner)) == (one.record_id, one.decision, step)


def test_looking_writes_nothing(quick_runner: RunnerRef) -> None:
    log.log_pain(quick_runner, at=NOW, side="left", during=4)
    before = (last_step(quick_runner), StoredDecision.objects.count())

    review.review(quick_runner, NOW.date())
    review.review(quick_runner, NOW.date() + timedelta(days=3))
    log.lines(quick_runner)

    assert (last_step(quick_runner), StoredDecision.objects.count()) == before


def test_one_runner_cannot_change_what_another_said(runner: RunnerRef) -> None:
    theirs = log.log_pain(runner, at=NOW, side="left", during=4)
    other = make_runner("other")

    with pytest.raises(UsageError, match="There is no entry"):
        log.edit(other, theirs.record_id, {"during": 0}, at=NOW)

    assert log.lines(other) == ()
    assert recall_history(runner).pain[0].during == 4


def test_stored_decisions_come_out_the_same_when_made_again(runner: RunnerRef) -> None:
    first = log.log_pain(runner, at=NOW - timedelta(days=2), side="left", during=4)
    log.log_pain(runner, at=NOW - timedelta(days=1), side="left", morning=2)
    log.edit(runner, first.record_id, {"during": 7, "limp": "yes"}, at=NOW)
    choices.change(runner, at=NOW, country="DE")

    made = replay.replay(runner)

    assert [one.cause for one in made] == ["settings", "pain", "pain", "pain", "settings"]
    assert all(one.same and one.same_rules for one in made)


def test_a_decision_that_was_tampered_with_is_found(quick_runner: RunnerRef) -> None:
    log.log_pain(quick_runner, at=NOW, side="left", during=4)
    row = StoredDecision.objects.latest("pk")
    row.decision["plan"]["may_run"] = not row.decision["plan"]["may_run"]
    row.save()

    last = replay.replay(quick_runner)[-1]

    assert (last.same, last.differences) == (False, ("plan.may_run",))


def test_days_are_counted_in_the_home_zone(quick_runner: RunnerRef) -> None:
    late = datetime.fromisoformat("2026-11-22T23:30+00:00")

    log.log_pain(quick_runner, at=late, side="left", during=1)

    assert [told.on for told in recall_history(quick_runner).pain] == [date(2026, 11, 23)]


@pytest.mark.parametrize(
    ("kind", "said", "change", "sentence"),
    [
        ("clearance", {"by": "physio", "may_run": "yes"}, {"may_run": ""}, "Say whether you may run as well"),
        (
            "clearance",
            {"by": "physio", "may_run": "yes"},
            {"may_run": "unknown"},
            "Say whether you may run as well",
        ),
        ("clearance", {"by": "physio", "may_run": "yes"}, {"by": ""}, "Say who saw you as well"),
        ("shoe", {"name": "A"}, {"name": ""}, "Say what the shoes are called as well"),
        ("pain", {"side": "left", "during": 2}, {"during": ""}, "Say at least one thing"),
    ],
)
def test_an_amendment_that_leaves_nothing_to_go_by_is_refused_in_one_sentence(
    quick_runner: RunnerRef, kind: str, said: dict[str, object], change: dict[str, object], sentence: str
) -> None:
    written = getattr(log, f"log_{kind}")(quick_runner, at=NOW, **said)

    with pytest.raises(UsageError, match=sentence):
        log.edit(quick_runner, written.record_id, change, at=NOW + timedelta(minutes=1))


def test_an_insert_needs_a_prescription_and_is_not_worn_before_it(quick_runner: RunnerRef) -> None:
    with pytest.raises(UsageError, match="Say who prescribed it as well"):
        log.log_insert(quick_runner, at=NOW, insert="wedge")
    with pytest.raises(UsageError, match="cannot lie before its first"):
        log.log_insert(quick_runner, at=NOW, insert="wedge", prescribed_by="physio", worn_until="2026-11-20")

    log.log_insert(quick_runner, at=NOW, on="2026-11-02", insert="wedge", prescribed_by="physio")

    (kept,) = recall_history(quick_runner).inserts
    assert (kept.on.day, kept.insert.value, kept.prescribed_by, kept.worn_until) == (
        2,
        "wedge",
        "physio",
        None,
    )


def test_a_sign_of_the_diary_asks_what_hangs_on_it(runner: RunnerRef) -> None:
    told = log_signs(runner, at=NOW, signs={"swelling": "yes"})

    assert told.decision.plan.urgency is Urgency.WITHIN_DAYS
    assert "swelling_sudden" in told.decision.plan.ask


def test_the_last_day_alone_ends_the_illness_that_lasts(quick_runner: RunnerRef) -> None:
    ill = log.log_illness(quick_runner, at=NOW, on="2026-11-20")

    again = log.log_illness(quick_runner, at=NOW)
    ended = log.log_illness(quick_runner, at=NOW, until="2026-11-22")
    another = log.log_illness(quick_runner, at=NOW, until=NOW.date())

    assert (again.done, again.record_id) == (log.Done.SAID_ALREADY, ill.record_id)
    assert (ended.done, ended.record_id) == (log.Done.CHANGED, ill.record_id)
    assert another.done is log.Done.KEPT
    assert [(one.on.day, one.until) for one in recall_history(quick_runner).illnesses] == [
        (20, date(2026, 11, 22)),
        (23, date(2026, 11, 23)),
    ]


@pytest.mark.parametrize(
    ("on", "days"), [("2026-11-20", [20]), ("2026-11-22", [20]), ("2026-11-19", [19, 20])]
)
def test_an_illness_told_with_both_days_ends_the_one_that_lasts_and_began_by_then(
    quick_runner: RunnerRef, on: str, days: list[int]
) -> None:
    log.log_illness(quick_runner, at=NOW, on="2026-11-20")

    log.log_illness(quick_runner, at=NOW, on=on, until="2026-11-22")
    again = log.log_illness(quick_runner, at=NOW, on=on, until="2026-11-22", key="0" * 32)

    told = {one.on.day: one.until for one in recall_history(quick_runner).illnesses}
    assert again.done is log.Done.SAID_ALREADY
    assert sorted(told) == days
    assert set(told.values()) == {date(2026, 11, 22)}


def test_an_illness_does_not_end_before_the_first_day_that_was_told(quick_runner: RunnerRef) -> None:
    log.log_illness(quick_runner, at=NOW, on="2026-11-20")

    with pytest.raises(UsageError, match="cannot lie before its first, 20 November 2026"):
        log.log_illness(quick_runner, at=NOW, until="2026-11-19")


def test_an_illness_that_lasts_and_a_sleep_without_hours_can_be_amended(quick_runner: RunnerRef) -> None:
    later = NOW + timedelta(minutes=1)
    ill = log.log_illness(quick_runner, at=NOW, until=NOW.date().isoformat())
    slept = log.log_sleep(quick_runner, at=NOW, hours=7)

    log.edit(quick_runner, ill.record_id, {"until": ""}, at=later)
    log.edit(quick_runner, slept.record_id, {"hours": "", "quality_0_10": 3}, at=later)

    history = recall_history(quick_runner)
    assert [one.until for one in history.illnesses] == [None]
    assert [(one.hours, one.quality_0_10) for one in history.sleeps] == [(None, 3)]


@pytest.mark.parametrize(("until", "is_end"), [(None, True), (0, True), (-1, False)])
def test_the_end_of_an_illness_that_still_lasts_is_heard_when_it_is_told(
    quick_runner: RunnerRef, until: int | None, *, is_end: bool
) -> None:
    last = None if until is None else NOW.date() + timedelta(days=until)
    ill = log.log_illness(quick_runner, at=NOW, on="2026-11-10", until=last)
    later = NOW + timedelta(minutes=1)

    log.edit(quick_runner, ill.record_id, {"until": "2026-11-12"}, at=later)

    (told,) = recall_history(quick_runner).illnesses
    assert told.ended_at == (later if is_end else None)
    again = log.edit(quick_runner, ill.record_id, {"until": "2026-11-12"}, at=later + timedelta(minutes=1))
    assert again.done is Done.SAID_ALREADY
