"""The page's process remembers a history until something is written; a write remembers nothing."""

from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from kneewise.app import log, review, screen
from kneewise.app.insights import insights
from kneewise.app.known import known
from kneewise.store.history import recall_history
from kneewise.store.models import StoredDecision
from kneewise.store.records import RecordKind, new_record, record
from kneewise.store.ref import RunnerRef
from kneewise.store.runners import make_runner, one_step
from tests.app.samples import NOW
from tests.web.told import calm_answers

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


def test_the_decision_of_the_last_write_is_the_answer_of_its_day(told: RunnerRef) -> None:
    with CaptureQueriesContext(
        connection,
    ) as asked:
        answer = review.review(told, NOW.date())

    assert not [one for one in asked if "store_record" in one["sql"] or "store_storedactivity" in one["sql"]]
    assert answer == review.decide_on(recall_history(told), NOW.date())


@pytest.mark.parametrize(
    "changed", [{"engine_version": "0"}, {"knowledge_hash": "another"}, {"on": "2026-11-22"}]
)
def test_a_decision_of_another_engine_other_numbers_or_another_day_is_made_anew(
    told: RunnerRef, changed: dict[str, str]
) -> None:
    wrong = StoredDecision.objects.latest("pk").decision
    wrong["plan"]["phase"] = "maintain"
    StoredDecision.objects.update(decision=wrong, **changed)

    assert review.review(told, NOW.date()) == review.decide_on(recall_history(told), NOW.date())


@pytest.mark.parametrize("wrong", [{"of": "a later Kneewise"}, {"plan": 5}])
def test_a_decision_that_held_other_things_is_made_anew(told: RunnerRef, wrong: dict[str, object]) -> None:
    row = StoredDecision.objects.latest("pk")
    row.decision |= wrong
    row.save()

    assert review.review(told, NOW.date()) == review.decide_on(recall_history(told), NOW.date())


def test_a_write_without_a_decision_leaves_the_day_to_be_decided(told: RunnerRef) -> None:
    tell(told, has_pool=True)

    assert review.review(told, NOW.date()).plan.on == NOW.date()
    assert review.review(told, NOW.date()) == review.decide_on(recall_history(told), NOW.date())
