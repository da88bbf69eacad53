"""What should be shown to somebody, what is asked, and the pairs of shoes."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from kneewise.model.answers import UNKNOWN
from kneewise.model.diary import ShoeRecord
from kneewise.model.findings import Urgency
from kneewise.model.plan import ChangeKind, Phase, SessionKind
from tests.engine.made import Runner, out_of_calm, sore_runner, with_cadence


def still_calm(first: int, last: int, *, until: int) -> Runner:
    """Six weeks without leaving Calm, and a clearing lately, so that Calm itself is young."""
    runner = sore_runner(pain_this_morning=first).each_week(60)
    for day in range(1, until):
        runner.morning(day, first if day < 7 else last)
    return runner.told(until - 9, {"giving_way": True}).cleared(until - 8)


@pytest.mark.parametrize(
    ("first", "last", "day", "worse"),
    [
        (4, 4, 41, False),
        (4, 4, 42, True),
        (4, 3, 42, True),
        (4, 2, 42, False),
        (3, 2, 42, False),
        (1, 0, 42, False),
        (0, 0, 42, False),
        (0, 1, 42, True),
    ],
)
def test_a_knee_that_is_little_better_after_six_weeks_is_shown_to_somebody(
    first: int, last: int, day: int, worse: bool
) -> None:
    plan = still_calm(first, last, until=day).decided(day).plan

    assert plan.phase is Phase.CALM
    assert ("care.no_better" in {one.action for one in plan.advice}) is worse
    assert (plan.urgency is Urgency.ROUTINE) is worse


@pytest.mark.parametrize(
    ("first", "last", "worse"),
    [
        ((2, 4, 4), (2,), True),
        ((4, 4, 4), (2,), False),
        ((4, 4, 4), (2, 3), True),
        ((4, 4, 4), (2, 2), False),
    ],
)
def test_of_two_middle_mornings_the_one_counts_that_shows_less(
    first: tuple[int, ...], last: tuple[int, ...], worse: bool
) -> None:
    runner = sore_runner().each_week(60)
    for day, score in (*enumerate(first, 1), *enumerate(last, 37)):
        runner.morning(day, score)

    plan = runner.told(33, {"giving_way": True}).cleared(34).decided(42).plan

    assert ("care.no_better" in {one.action for one in plan.advice}) is worse


def test_a_knee_of_which_nothing_was_told_is_not_better() -> None:
    runner = sore_runner().each_week(60)

    assert "care.no_better" in {one.action for one in runner.decided(44).plan.advice}


def test_a_knee_that_has_gone_on_to_a_later_phase_is_not_asked_about() -> None:
    runner = out_of_calm().each_week(60)
    for day in range(11, 45, 2):
        runner.run(day, 20, during=1)

    assert "care.no_better" not in {one.action for one in runner.decided(45).plan.advice}


def test_a_run_on_a_rest_day_is_asked_about() -> None:
    runner = out_of_calm().each_week(30).run(11, 28)

    planned, beside = runner.decided(12).plan, runner.run(12, 10).decided(12).plan

    assert "run_beside_plan" not in planned.missing
    assert "run_beside_plan" in beside.missing
    assert "run_beside_plan" not in runner.decided(15).plan.missing


@pytest.mark.parametrize("why", ["it felt good", UNKNOWN])
def test_a_run_beside_the_plan_is_asked_about_once_and_earns_nothing_whatever_is_said(why: Any) -> None:
    runner = out_of_calm().each_week(30).run(11, 28).run(12, 10)
    before = runner.decided(13)

    after = runner.said_why(12, why).decided(13)

    assert "run_beside_plan" in before.plan.missing
    assert "run_beside_plan" not in after.plan.missing
    assert after.plan.sessions == before.plan.sessions
    assert after.plan.caps == before.plan.caps


def test_the_answer_about_another_day_is_no_answer() -> None:
    runner = out_of_calm().each_week(30).run(11, 28).run(12, 10).said_why(11)

    assert "run_beside_plan" in runner.decided(13).plan.missing


def test_a_run_while_running_was_out_is_asked_about() -> None:
    runner = sore_runner(night_pain=True).run(1, 28)

    assert "run_beside_plan" in runner.decided(2).plan.missing


@pytest.mark.parametrize(("day", "waits"), [(2, True), (15, True), (16, False)])
def test_a_run_that_was_told_waits_a_fortnight_for_its_file(day: int, waits: bool) -> None:
    runner = sore_runner().each_week(30).log(1, 19, about_run=True, during=1, after_60min=0)

    assert ("file" in runner.decided(day).plan.missing) is waits


@pytest.mark.parametrize(("said", "asks"), [(None, True), (True, False), (False, False)])
def test_a_run_whose_file_tells_neither_steps_nor_speed_is_asked_about(said: bool | None, asks: bool) -> None:
    runner = Runner().usually(only_time=True, all_running=said).screened()

    assert ("all_running" in runner.decided(0).plan.missing) is asks


def test_an_old_run_of_time_alone_is_asked_about_no_more() -> None:
    runner = sore_runner()
    runner.ran(-31, 40, only_time=True)

    assert "all_running" not in runner.decided(0).plan.missing


def test_a_run_that_was_told_spaces_runs_and_leads_to_nothing() -> None:
    runner = out_of_calm().each_week(30)
    for day in (11, 13, 15):
        runner.log(day, 19, about_run=True, during=0, after_60min=0, limp=False, painkiller=False)
        runner.morning(day + 1, 0)

    plan = runner.decided(16).plan

    assert (plan.phase, plan.stage) == (Phase.BUILD, 0)
    assert plan.sessions[0].kind is not SessionKind.RUN


def test_a_running_day_of_ones_own_delays_the_next_change() -> None:
    planned = with_cadence(sore_runner()).each_week(30)
    own = with_cadence(sore_runner()).each_week(30)
    for day in (1, 3, 5):
        planned.run(day, 20)
        own.run(day, 20)
    own.run(6, 10)

    changes = [[one.kind for one in runner.decided(7).plan.changes] for runner in (planned, own)]

    assert changes == [[ChangeKind.CADENCE], []]
    assert [one.kind for one in own.decided(13).plan.changes] == [ChangeKind.CADENCE]


def in_shoes(*worn: tuple[int, str], retired: str = "") -> Runner:
    """A runner in Build whose runs of these days were in these pairs."""
    runner = out_of_calm().each_week(30).run(11, 28).run(13, 28)
    pairs = {runner.date(day): name for day, name in worn}
    runner.activities = [replace(one, shoe=pairs.get(one.on, "")) for one in runner.activities]
    at = datetime(2026, 3, 2, 9, tzinfo=UTC)
    runner.shoes = [ShoeRecord(record_id="s", at=at, on=at.date(), name=retired, retired=True)]
    return runner


def shoes_of(runner: Runner) -> list[str]:
    sessions = runner.decided(15).plan.sessions
    return [one.shoe for one in sessions if one.kind is SessionKind.RUN]


def test_two_pairs_take_turns_and_the_one_that_rested_longer_is_first() -> None:
    assert shoes_of(in_shoes((8, "Blue"), (11, "Red"), (13, "Blue")))[:2] == ["Red", "Blue"]


def test_one_pair_takes_no_turns() -> None:
    assert set(shoes_of(in_shoes((11, "Blue"), (13, "Blue")))) == {""}


def test_a_pair_that_is_retired_or_long_out_of_use_takes_no_turn() -> None:
    assert set(shoes_of(in_shoes((11, "Red"), (13, "Blue"), retired="Red"))) == {""}
    assert set(shoes_of(in_shoes((-40, "Red"), (13, "Blue")))) == {""}


def test_of_two_knees_each_that_is_long_in_calm_is_named() -> None:
    runner = sore_runner(knee="both").each_week(60)

    advice = next(one for one in runner.decided(40).plan.advice if one.action == "care.calm_long")

    assert [(reason.facts or {}).get("of_side") for reason in advice.because] == ["left", "right"]
    alone = next(
        one for one in sore_runner().each_week(60).decided(40).plan.advice if one.action == "care.calm_long"
    )
    assert [reason.facts for reason in alone.because] == [None]
