"""The page's process remembers a history until something is written; a write remembers nothing."""

from datetime import timedelta

import pytest
from django.db import transaction

from kneewise.app import review
from kneewise.app.insights import insights
from kneewise.app.known import known
from kneewise.store.records import RecordKind, new_record, record
from kneewise.store.ref import RunnerRef
from kneewise.store.runners import make_runner, one_step
from tests.app.samples import NOW

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
