"""What is told after a clearance was not known on its day, whatever day it speaks of."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from kneewise.guide.red_flags import assess
from kneewise.model.diary import TestKind
from kneewise.model.findings import SafetyFinding, Urgency
from kneewise.model.observations import DiaryEntry, TimedScore
from kneewise.model.places import Side
from tests.engine.made import Runner
from tests.guide.made import DAY, cleared, noes, numbers, seen, told


def at(day: int, hour: int = 10) -> datetime:
    return datetime(DAY.year, DAY.month, DAY.day, hour, tzinfo=UTC) + timedelta(days=day)


def late(value: int, day: int, told_on: int, hour: int = 10) -> TimedScore:
    return TimedScore(value=value, at=at(day), told_at=at(told_on, hour))


def entry(day: int, **said: Any) -> DiaryEntry:
    known: dict[str, Any] = {"side": Side.RIGHT, "about_run": True, "activity": None}
    return DiaryEntry(on=DAY + timedelta(days=day), **{**known, **said})


def find(*entries: DiaryEntry, days: int, fever: int | None = None, word: int = 4) -> SafetyFinding:
    more = [] if fever is None else [told({"fever_or_chills": True}, days=fever)]
    looked = seen(told(noes()), *more, days=days, entries=entries, clearances=(cleared(days=word),))
    return assess(looked, numbers("red_flags"))


def raised(found: SafetyFinding) -> set[str]:
    return {flag.key for flag in found.flags}


def test_a_score_told_after_a_clearance_is_a_sign_though_it_speaks_of_a_day_before_it() -> None:
    runner = Runner().usually(40).screened()
    runner.ran(3, 20)
    runner.cleared(4)
    times = {"during": runner.at(3, 18)}
    runner.log(3, 9, later=2, about_run=True, during=9, scored_at=times)

    found = runner.decided(5)

    assert (found.plan.urgency, found.plan.may_run) == (Urgency.WITHIN_DAYS, False)
    assert found.found.safety.flags[0].since == runner.date(5)


@pytest.mark.parametrize(("hour", "flagged"), [(17, False), (19, True)])
def test_of_the_day_of_a_clearance_the_instant_of_telling_counts(hour: int, *, flagged: bool) -> None:
    found = find(entry(3, during=late(9, 3, 4, hour)), days=4)

    assert ("pain_above_7" in raised(found)) is flagged


@pytest.mark.parametrize(("during_told", "counts"), [(3, False), (6, True)])
def test_a_run_is_not_settled_once_both_of_its_scores_are_told(during_told: int, *, counts: bool) -> None:
    first = entry(2, during=late(6, 2, during_told), after_24h=TimedScore(value=3, at=at(3)))
    second = entry(6, during=TimedScore(value=6, at=at(6)), after_24h=TimedScore(value=3, at=at(7)))

    assert ("pain_unsettled_twice" in raised(find(first, second, days=7))) is counts


@pytest.mark.parametrize(("told_on", "limps"), [(3, False), (5, True)])
def test_a_limp_told_after_a_clearance_goes_on_behind_it(told_on: int, *, limps: bool) -> None:
    limped = entry(3, limp=True, limp_told_at=at(told_on))

    assert ("limp_with_signs" in raised(find(limped, days=6, fever=6))) is limps


def test_a_limp_that_was_over_before_it_was_told_is_over() -> None:
    limped = entry(3, limp=True, limp_told_at=at(6))
    over = entry(4, limp=False, limp_told_at=at(5))
    other = entry(3, limp=True, limp_told_at=at(3), side=Side.LEFT)
    other_over = entry(5, limp=False, limp_told_at=at(5), side=Side.LEFT)

    assert "limp_with_signs" not in raised(find(limped, over, days=7, fever=7, word=1))
    assert "limp_with_signs" not in raised(find(limped, other, over, other_over, days=7, fever=7, word=1))


def test_the_diary_says_when_a_limp_was_told() -> None:
    runner = Runner().usually(40).screened()
    runner.log(3, 19, about_run=True, during=1)
    runner.log(3, 9, later=2, about_run=True, limp=True)
    runner.log(3, 9, later=3, about_run=True, limp=True)

    (of_run,) = [one for one in runner.seen(7).entries if one.about_run]

    assert of_run.limp_told_at == runner.at(5, 9)


@pytest.mark.parametrize(("told_on", "flagged"), [(3, False), (5, True)])
def test_a_test_told_after_a_clearance_is_a_sign(told_on: int, *, flagged: bool) -> None:
    runner = Runner().usually(40).screened().cleared(4)
    runner.test(3, TestKind.HOPS, pain=9)
    runner.tests[-1] = replace(runner.tests[-1], at=runner.at(told_on, 9))

    assert ("pain_above_7" in raised(runner.decided(5).found.safety)) is flagged
