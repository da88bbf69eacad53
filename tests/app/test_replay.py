"""Decisions of an earlier time: made again by the numbers of then, and by those of today."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from kneewise.app import log, numbers, review
from kneewise.app import replay as use
from kneewise.app.home import RunnerRef
from kneewise.app.numbers import house_numbers, plain_numbers
from kneewise.app.replay import Replayed, Verdict
from kneewise.engine import ChangedNumber, changed_numbers
from kneewise.store.models import KnownNumbers, StoredDecision
from tests.app.samples import NOW

Change = Callable[[float], None]


@pytest.fixture
def told(runner: RunnerRef) -> RunnerRef:
    """A run that is amber by one score, decided on by today's numbers."""
    log.log_pain(runner, at=NOW - timedelta(days=1), side="left", during=4, limp="no", about_run="yes")
    return runner


@pytest.fixture
def red_from(monkeypatch: pytest.MonkeyPatch) -> Iterator[Change]:
    """Give a red run another beginning, as a later version might."""

    def change(score: float) -> None:
        house = house_numbers()
        red = replace(house.engine.red_during_from, value=score)
        later = replace(house, engine=replace(house.engine, red_during_from=red))
        plain_numbers.cache_clear()
        for module in (numbers, review):
            monkeypatch.setattr(module, "house_numbers", lambda: later)
        for module in (review, use):
            monkeypatch.setattr(module, "knowledge_hash", lambda: f"{score:064}")

    yield change
    plain_numbers.cache_clear()


def only(runner: RunnerRef) -> Replayed:
    (found,) = use.replay(runner)
    return found


def test_by_the_same_rules_it_is_the_same_and_no_number_changed(told: RunnerRef) -> None:
    found = only(told)

    assert (found.verdict, found.same, found.changed_numbers) == (Verdict.SAME, True, ())


def test_a_number_that_changed_is_named_and_the_decision_made_by_the_old_one(
    told: RunnerRef, red_from: Change
) -> None:
    red_from(4)

    found = only(told)

    assert (found.verdict, found.same, found.same_rules) == (Verdict.NUMBERS, False, False)
    assert found.changed_numbers == (
        ChangedNumber(room="engine", key="red_during_from", before=6.0, after=4.0),
    )


def test_a_decision_that_its_own_numbers_do_not_make_either_is_a_fault(
    told: RunnerRef, red_from: Change
) -> None:
    row = StoredDecision.objects.get()
    row.decision["plan"]["may_run"] = not row.decision["plan"]["may_run"]
    row.save()

    red_from(4)

    assert only(told).verdict is Verdict.DIFFERENT


def test_of_a_decision_of_other_rules_the_rules_are_named_unless_the_numbers_say_it_all(
    told: RunnerRef, red_from: Change, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(use, "ENGINE_VERSION", "next")
    red_from(4)
    by_numbers = only(told).verdict
    row = StoredDecision.objects.get()
    row.decision["plan"]["phase"] = "other"
    row.save()

    assert (by_numbers, only(told).verdict) == (Verdict.NUMBERS, Verdict.ENGINE)


def test_numbers_that_were_not_kept_are_said_not_to_be_known(told: RunnerRef, red_from: Change) -> None:
    KnownNumbers.objects.all().delete()
    red_from(4)

    found = only(told)

    assert (found.verdict, found.changed_numbers) == (Verdict.NOT_KEPT, None)


def test_the_numbers_behind_a_hash_are_kept_once(told: RunnerRef) -> None:
    log.log_sleep(told, at=NOW, hours=7)

    (kept,) = KnownNumbers.objects.all()
    assert kept.numbers["step2_load"]["cut_mild_percent"]["value"] == 20
    assert kept.numbers.keys() >= {"engine", "gate", "observe", "tips", "patterns", "questions"}


def test_a_number_that_came_or_went_and_a_part_of_its_record_are_named() -> None:
    old: Mapping[str, Mapping[str, Any]] = {
        "tips": {"a": {"value": 1, "grade": "D"}, "gone": {"values": [1, 2]}}
    }
    new: Mapping[str, Mapping[str, Any]] = {
        "tips": {"a": {"value": 1, "grade": "C"}},
        "gate": {"came": {"value": 3}},
    }

    found = [(one.room, one.key, one.before, one.after) for one in changed_numbers(old, new)]

    assert found == [("gate", "came", None, 3), ("tips", "a.grade", "D", "C"), ("tips", "gone", [1, 2], None)]


def test_where_questions_changed_too_the_numbers_are_named_all_the_same(
    told: RunnerRef, red_from: Change
) -> None:
    kept = KnownNumbers.objects.get()
    del kept.numbers["questions"]["night_pain"]
    kept.save()
    red_from(4)

    found = only(told)

    assert found.verdict is Verdict.NUMBERS
    assert {one.room for one in found.changed_numbers or ()} == {"engine", "questions"}
