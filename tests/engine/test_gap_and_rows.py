"""What a gap leaves of rows, and how many unknowns may lie between two greens."""

from typing import Any

import pytest

from kneewise.model.plan import Phase, SessionKind
from tests.engine.made import Runner, sore_runner


def out_of_calm(run_min: float, morning: int = 0) -> Runner:
    runner = sore_runner(pain_this_morning=morning).each_week(60)
    for day in (1, 3, 5):
        runner.run(day, run_min, morning=morning)
    return runner.walk(7, morning=morning).tested(7)


def test_a_gap_that_leaves_the_stage_as_it_is_leaves_a_row_of_ambers() -> None:
    runner = out_of_calm(16).run(8, 16).morning(20, 2)
    rungs = [(knee.phase, knee.rung, knee.amber_row) for day in (18, 21, 23) for knee in runner.knees(day)]
    assert rungs == [(Phase.WALK_RUN, 1, 0), (Phase.WALK_RUN, 1, 1), (Phase.WALK_RUN, 1, 1)]

    runner.run(24, 8, during=3)

    assert runner.knees(26)[0].rung == 0


def test_a_gap_that_shortens_the_stage_begins_the_row_anew() -> None:
    runner = out_of_calm(16).run(8, 16).run(10, 15, during=3)

    rows = [(knee.rung, knee.amber_row) for day in (11, 20) for knee in runner.knees(day)]

    assert rows == [(4, 1), (1, 0)]


@pytest.mark.parametrize(
    ("run_min", "red", "left"),
    [
        (28, False, (Phase.WALK_RUN, 3)),
        (28, True, (Phase.WALK_RUN, 0)),
        (24, False, (Phase.WALK_RUN, 2)),
        (24, True, (Phase.WALK_RUN, 0)),
    ],
)
def test_what_a_gap_takes_after_a_red_it_takes_of_what_the_red_left(
    run_min: float, red: bool, left: tuple[Phase, int]
) -> None:
    runner = out_of_calm(run_min).run(8, run_min)
    if red:
        runner.morning(20, 3)

    (knee,) = runner.knees(23)

    assert (knee.phase, knee.rung) == left


def test_a_gap_begins_the_green_weeks_anew() -> None:
    runner = out_of_calm(28)
    for day in range(9, 26, 3):
        runner.run(day, 28)

    weeks = [runner.knees(day)[0].green_weeks for day in (24, 33, 34)]

    assert weeks[0] >= 1
    assert weeks[2] == 0


UNKNOWN_RUN: dict[str, Any] = {"limp": None, "morning": 1}
NEUTRAL_RUN: dict[str, Any] = {"morning": 2}


@pytest.mark.parametrize(
    ("between", "earned"),
    [
        ((UNKNOWN_RUN,), True),
        ((NEUTRAL_RUN,), True),
        ((UNKNOWN_RUN, NEUTRAL_RUN), True),
        ((UNKNOWN_RUN, NEUTRAL_RUN, UNKNOWN_RUN), False),
    ],
)
def test_one_unknown_may_lie_between_two_greens(between: tuple[dict[str, Any], ...], earned: bool) -> None:
    runner = out_of_calm(28, morning=1).run(9, 28, morning=1)
    day = 9
    for said in between:
        day += 3
        runner.run(day, 28, **said).morning(day + 2, 1)
    runner.run(day + 3, 28, morning=1)

    assert (runner.decided(day + 5).plan.stage > runner.decided(9).plan.stage) is earned


def planned(runner: Runner, day: int) -> list[float]:
    sessions = runner.decided(day).plan.sessions
    return [one.running_min for one in sessions if one.kind is SessionKind.RUN]


def test_a_run_of_the_week_ahead_ends_the_gap_for_the_days_behind_it() -> None:
    calm = sore_runner().run(1, 28).each_week(20)
    built = out_of_calm(28).run(12, 28).run(15, 28).run(17, 28).run(19, 28).each_week(40)

    assert [planned(calm, day) for day in (9, 12)] == [[28, 28, 28], [21, 21, 21]]
    assert planned(built, 30) == [21, 21, 21]
    assert planned(built.run(30, 21).run(32, 21), 34)[0] >= 21
