"""The page's process remembers a history until something is written; a write remembers nothing."""

import zlib
from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from kneewise.app import log, review, screen
from kneewise.app.decided import DAYS_AHEAD
from kneewise.app.insights import insights
from kneewise.app.known import known
from kneewise.store.decisions import _pack
from kneewise.store.history import recall_history
from kneewise.store.models import DecisionAhead, StoredDecision
from kneewise.store.records import RecordKind, new_record, record
from kneewise.store.ref import RunnerRef
from kneewise.store.runners import make_runner, one_step
from tests.app.samples import NOW
from tests.web.told import calm_answers

TOMORROW = NOW.date() + timedelta(days=1)

pytestmark = pytest.mark.usefixtures("database")


def tell(runner: RunnerRef, **payload: object) -> None:
    said = new_record(RecordKind.SETTINGS, at=NOW, on=NOW.date(), payload=payload)  # type: ignore[arg-type]  # Plain values of JSON.
    with one_step(runner) as step:
        record(runner, step, said, entered_at=NOW)


def test_the_same_history_is_read_and_decided_once() -> None:
    runner = make_runner()
    tell(runner, has_bike=True)

    assert known(runner) is known(runner)
    assert insights(runner, NOW.date()) is insights(runner, NOW.date())
    assert review.review(runner, NOW.date()) is review.review(runner, NOW.date())
    assert review.review(runner, NOW.date()) is not review.review(runner, NOW.date() + timedelta(days=1))


def test_a_write_is_seen_at_once() -> None:
    runner = make_runner()
    tell(runner, has_bike=True)
    assert not known(runner).history.settings.has_pool

    tell(runner, has_pool=True)

    assert known(runner).history.settings.has_pool
    assert known(runner).with_bands.settings.has_pool


def test_what_is_read_within_a_write_is_not_remembered() -> None:
    runner = make_runner()
    tell(runner, has_bike=True)

    with one_step(runner) as step:
        said = new_record(RecordKind.SETTINGS, at=NOW, on=NOW.date(), payload={"has_pool": True})
        record(runner, step, said, entered_at=NOW)
        assert known(runner).history.settings.has_pool
        transaction.set_rollback(True)
    tell(runner, miles=True)

    assert known(runner).history.settings.miles
    assert not known(runner).history.settings.has_pool


def test_two_runners_do_not_share_what_is_known() -> None:
    one, other = make_runner("one"), make_runner("other")
    tell(one, has_bike=True)
    tell(other, has_pool=True)

    assert known(one).history.settings.has_bike
    assert not known(other).history.settings.has_bike


@pytest.fixture
def told() -> RunnerRef:
    """Whose last write was of today, with the decision that it caused."""
    runner = make_runner()
    start = NOW - timedelta(days=3)
    screen.screen(runner, screen.parse_answers(calm_answers(), on=start.date()), at=start)
    log.log_pain(runner, at=NOW, side="right", morning=2)
    return runner


def reads_the_history(asked: CaptureQueriesContext) -> bool:
    return any("store_record" in one["sql"] or "store_storedactivity" in one["sql"] for one in asked)


@pytest.mark.parametrize("days", [0, 1, DAYS_AHEAD])
def test_the_last_write_decided_its_day_and_the_days_after(told: RunnerRef, days: int) -> None:
    on = NOW.date() + timedelta(days=days)

    with CaptureQueriesContext(connection) as asked:
        answer = review.review(told, on)

    assert not reads_the_history(asked)
    assert answer == review.decide_on(recall_history(told), on)


@pytest.mark.parametrize("days", [-1, DAYS_AHEAD + 1])
def test_other_days_are_decided_when_they_are_asked_for(told: RunnerRef, days: int) -> None:
    on = NOW.date() + timedelta(days=days)

    with CaptureQueriesContext(connection) as asked:
        answer = review.review(told, on)

    assert reads_the_history(asked)
    assert answer == review.decide_on(recall_history(told), on)


def test_of_the_days_after_only_the_last_word_is_kept_and_it_is_no_record(told: RunnerRef) -> None:
    log.log_pain(told, at=NOW + timedelta(hours=1), side="right", during=9)

    ahead = DecisionAhead.objects.order_by("on")
    assert [one.on for one in ahead] == [NOW.date() + timedelta(days=day + 1) for day in range(DAYS_AHEAD)]
    assert {one.step for one in ahead} == {StoredDecision.objects.latest("pk").step}
    assert review.review(told, TOMORROW) == review.decide_on(recall_history(told), TOMORROW)
    assert not StoredDecision.objects.filter(on=TOMORROW).exists()


@pytest.mark.parametrize(
    "changed", [{"engine_version": "0"}, {"knowledge_hash": "another"}, {"on": "2026-11-22"}]
)
def test_a_decision_of_another_engine_other_numbers_or_another_day_is_made_anew(
    told: RunnerRef, changed: dict[str, str]
) -> None:
    DecisionAhead.objects.exclude(on=TOMORROW).delete()
    wrong = StoredDecision.objects.latest("pk").decision
    wrong["plan"]["phase"] = "maintain"
    StoredDecision.objects.update(decision=wrong, **changed)
    DecisionAhead.objects.update(packed=_pack(wrong), **changed)

    for on in (NOW.date(), TOMORROW):
        assert review.review(told, on) == review.decide_on(recall_history(told), on)


@pytest.mark.parametrize("wrong", [{"of": "a later Kneewise"}, {"plan": 5}])
def test_a_decision_that_held_other_things_is_made_anew(told: RunnerRef, wrong: dict[str, object]) -> None:
    row = StoredDecision.objects.latest("pk")
    row.decision |= wrong
    row.save()

    assert review.review(told, NOW.date()) == review.decide_on(recall_history(told), NOW.date())


@pytest.mark.parametrize("packed", [b"no zlib", zlib.compress(b"no JSON"), zlib.compress(b"{}"), b""])
def test_a_decision_ahead_that_cannot_be_read_is_made_anew(told: RunnerRef, packed: bytes) -> None:
    DecisionAhead.objects.update(packed=packed)

    assert review.review(told, TOMORROW) == review.decide_on(recall_history(told), TOMORROW)


def test_a_write_without_a_decision_leaves_the_day_to_be_decided(told: RunnerRef) -> None:
    tell(told, has_pool=True)

    assert review.review(told, NOW.date()).plan.on == NOW.date()
    assert review.review(told, NOW.date()) == review.decide_on(recall_history(told), NOW.date())
