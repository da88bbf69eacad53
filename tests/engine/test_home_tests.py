"""What has to go well at home before Calm ends, as the plan says it."""

from dataclasses import replace
from typing import Any

import pytest

from kneewise.model.answers import UNKNOWN
from kneewise.model.diary import Score, TestKind
from kneewise.model.places import Side
from kneewise.model.plan import HomeTest, HomeTestState, Phase
from kneewise.model.sport import Sport
from kneewise.present.home_tests import home_test_lines
from tests.engine.made import Runner, calm_week, out_of_calm, sore_runner


def of(runner: Runner, day: int) -> dict[TestKind, HomeTest]:
    return {one.kind: one for one in runner.decided(day).plan.home_tests}


def said(runner: Runner, day: int) -> str:
    return " ".join(" ".join(line.text for line in home_test_lines(runner.decided(day).plan)).split())


def test_each_is_open_until_it_is_told() -> None:
    every = of(sore_runner(), 1)

    assert [(one.kind.value, one.count, one.pain_0_10) for one in every.values()] == [
        ("stairs", None, 2),
        ("hops", 20, 2),
        ("squats", 10, 2),
    ]
    assert not any(one.passed or one.told_on for one in every.values())
    assert "Not told yet. It may hurt 2 of 10 at most." in said(sore_runner(), 1)


@pytest.mark.parametrize(
    ("pain", "hops", "passed"), [(2, 20, True), (3, 20, False), (2, 19, False), (None, 20, False)]
)
def test_one_went_well_within_the_green_line_and_so_many_times(
    pain: int | None, hops: int, *, passed: bool
) -> None:
    runner = sore_runner().test(2, TestKind.HOPS, pain=pain, count=hops)

    told = of(runner, 3)[TestKind.HOPS]

    assert (told.passed, told.told_on) == (passed, runner.date(2))
    assert ("Went well on Wednesday 4 March." in said(runner, 3)) is passed


def test_as_many_squats_as_the_other_leg_does() -> None:
    runner = sore_runner().test(1, TestKind.SQUATS, count=14)
    runner.tests[-1] = replace(runner.tests[-1], side=Side.LEFT)

    assert of(runner, 2)[TestKind.SQUATS].count == 14


def test_what_the_other_leg_did_before_a_bad_day_measures_nothing() -> None:
    runner = sore_runner().test(1, TestKind.SQUATS, count=5).run(3, 28, during=7)
    runner.tests[-1] = replace(runner.tests[-1], side=Side.LEFT)

    assert [of(runner, day)[TestKind.SQUATS].count for day in (2, 4)] == [5, 10]


def test_a_bad_day_asks_for_them_anew() -> None:
    runner = sore_runner().tested(1).run(3, 28, during=7)

    assert of(runner, 2)[TestKind.HOPS].passed
    assert {one.state for one in of(runner, 4).values()} == {HomeTestState.AGAIN}
    assert "A bad day came after it: try it anew." in said(runner, 4)


def test_of_which_nobody_knows_how_it_hurt_it_is_said_so_and_too_few_are_not_called_too_sore() -> None:
    runner = sore_runner().test(1, TestKind.STAIRS, pain=UNKNOWN).test(1, TestKind.HOPS, count=19)

    states = {kind: one.state for kind, one in of(runner, 2).items()}

    assert states[TestKind.STAIRS] is HomeTestState.NOT_KNOWN
    assert states[TestKind.HOPS] is HomeTestState.TOO_FEW
    assert "how much it hurt is not known" in said(runner, 2)
    assert "Fewer than that on Tuesday 3 March." in said(runner, 2)


def test_once_all_went_well_nothing_is_said_and_beside_a_stop_and_after_calm_there_are_none() -> None:
    assert said(sore_runner().tested(1), 2) == ""
    assert of(calm_week(sore_runner(), 28).told(3, {"locked_knee": True}), 3) == {}
    assert of(out_of_calm(), 11) == {}


def nearly_out() -> Runner:
    """A knee of which Calm waits for nothing but the tests."""
    runner = sore_runner().run(1, 28).run(3, 28).run(5, 28).walk(7).run(8, 28)
    return runner.morning(10, 0).each_week(12)


@pytest.mark.parametrize(
    ("felt", "phase"),
    [
        ({}, Phase.BUILD),
        ({"pain": 2}, Phase.BUILD),
        ({"pain": 4}, Phase.CALM),
        ({"pain": 6}, Phase.CALM),
        ({"pain": 4, "minutes": 10}, Phase.BUILD),
    ],
)
def test_calm_does_not_end_on_a_day_whose_walk_went_badly(felt: dict[str, Any], phase: Phase) -> None:
    runner = nearly_out().tested(10, hour=19)
    assert runner.decided(10).plan.phase is Phase.BUILD

    assert runner.walk(10, **felt).decided(10).plan.phase is phase


def test_nor_where_a_file_says_when_the_walk_was() -> None:
    runner = nearly_out().tested(10, hour=12)
    runner.did(Sport.WALKING, 10, 30, 10)

    assert runner.walk(10, pain=5).decided(10).plan.phase is Phase.CALM


def test_nor_on_that_of_a_run_without_a_known_beginning() -> None:
    runner = nearly_out().tested(10, hour=12).felt(10, during=5)
    told = replace(runner, activities=[*runner.activities])
    told.ran(10, 28)
    known = told.activities.pop()

    phases = []
    for start_known in (None, False, True):
        made = () if start_known is None else (replace(known, start_known=start_known),)
        told.activities = [*runner.activities, *made]
        phases.append(told.decided(10).plan.phase)

    assert phases == [Phase.CALM, Phase.CALM, Phase.BUILD]


@pytest.mark.parametrize("other", [7, 3, UNKNOWN, None])
@pytest.mark.parametrize("worse_first", [True, False])
def test_of_two_results_of_one_instant_the_worse_one_counts(other: Score, *, worse_first: bool) -> None:
    first, second = (other, 0) if worse_first else (0, other)
    runner = sore_runner().test(1, TestKind.STAIRS, pain=first).test(1, TestKind.STAIRS, pain=second)

    assert not of(runner, 2)[TestKind.STAIRS].passed


@pytest.mark.parametrize("pain", [0, 1])
def test_of_two_of_one_instant_the_one_with_fewer_counts(pain: int) -> None:
    runner = sore_runner().test(1, TestKind.HOPS, count=19).test(1, TestKind.HOPS, pain=pain, count=20)

    assert of(runner, 2)[TestKind.HOPS].state is HomeTestState.TOO_FEW


def test_of_two_of_the_other_leg_the_one_with_more_is_wanted() -> None:
    runner = sore_runner().test(1, TestKind.SQUATS, count=15).test(1, TestKind.SQUATS, count=6)
    runner.tests = [replace(one, side=Side.LEFT) for one in runner.tests]

    assert of(runner, 2)[TestKind.SQUATS].count == 15


@pytest.mark.parametrize(
    ("signs", "asked"),
    [({}, True), ({"pain_earlier_each_run": True}, False), ({"painkillers_before_runs": True}, False)],
)
def test_while_a_sign_holds_running_back_nobody_is_asked_to_hop(
    signs: dict[str, Any], *, asked: bool
) -> None:
    runner = sore_runner().told(1, signs or {"swelling": False})

    assert bool(of(runner, 1)) is asked
    assert runner.decided(1).plan.may_run is asked
