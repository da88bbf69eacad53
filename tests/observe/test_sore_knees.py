"""Which knees are sore: what was said once is not taken back by a later answer about the other."""

import pytest

from kneewise.model.answers import UNKNOWN, Answer, Origin
from kneewise.model.places import Side
from tests.engine.made import Runner, sore_runner


def with_left_told(runner: Runner, day: int, **said: int) -> Runner:
    runner.side = Side.LEFT
    runner.log(day, 19, **said)
    runner.side = Side.RIGHT
    return runner


def test_a_knee_that_was_logged_as_sore_stays_so_when_the_other_is_named_again() -> None:
    runner = with_left_told(sore_runner(), 3, before=2).told(5, {"knee": "right"})

    assert runner.seen(5).sore_sides == (Side.LEFT, Side.RIGHT)
    assert runner.seen(5).sore_since == {Side.LEFT: runner.date(3), Side.RIGHT: runner.date(0)}


def test_a_knee_that_another_answer_names_is_added_from_that_day() -> None:
    runner = sore_runner().told(4, {"knee": "left"})

    assert runner.seen(3).sore_sides == (Side.RIGHT,)
    assert runner.seen(9).sore_since == {Side.LEFT: runner.date(4), Side.RIGHT: runner.date(0)}


def test_a_knee_is_not_known_to_be_sore_before_that_is_said() -> None:
    runner = sore_runner()
    runner.side = Side.LEFT
    runner.log(2, 9, later=3, before=4)

    assert runner.seen(4).sore_sides == (Side.RIGHT,)
    assert runner.seen(5).sore_since[Side.LEFT] == runner.date(2)


@pytest.mark.parametrize("score", [0, UNKNOWN])
def test_a_knee_without_pain_is_not_sore(score: int) -> None:
    assert with_left_told(sore_runner(), 3, before=score).seen(4).sore_sides == (Side.RIGHT,)


def test_the_usual_running_is_the_one_first_told() -> None:
    runner = Runner().screened(usual_runs_per_week=3, usual_run_min=30)

    runner.told(8, {"usual_run_min": 90})

    baseline = runner.seen(9).baseline
    assert baseline is not None
    assert baseline.run_min == 30


def test_the_usual_running_may_be_told_later_where_it_was_not_at_the_start() -> None:
    runner = Runner().screened().told(2, {"usual_runs_per_week": 3, "usual_run_min": 30})

    baseline = runner.seen(2).baseline
    assert baseline is not None
    assert baseline.run_min == 30


def test_the_usual_week_that_was_told_gives_the_way_of_a_usual_run() -> None:
    baseline = Runner().screened(usual_runs_per_week=4, usual_run_min=50, usual_week_km=32).seen(0).baseline

    assert baseline is not None
    assert baseline.run_m == 8000


@pytest.mark.parametrize(("longest", "usual"), [(30, 30), (90, 50), (None, 50), (UNKNOWN, 50)])
def test_a_usual_run_is_never_longer_than_the_longest(longest: Answer | None, usual: float) -> None:
    told: dict[str, Answer] = {"usual_runs_per_week": 3, "usual_run_min": 50}
    if longest is not None:
        told["usual_longest_run_min"] = longest

    baseline = Runner().told(0, told, Origin.SCREENING).seen(0).baseline

    assert baseline is not None
    assert (baseline.run_min, baseline.week_min) == (usual, 3 * usual)
