"""Why somebody ran beside the plan is asked by the plan that stood when the run was made."""

import pytest

from kneewise.model.plan import SessionKind
from tests.engine.made import Runner, sore_runner

ASKED = "run_beside_plan"


def ran_as_told() -> Runner:
    """A run on the first day on which the plan has one, felt but for the next morning."""
    runner = sore_runner()
    day = next(day for day in range(1, 7) if session_kind(runner, day) is SessionKind.RUN)
    assert day == 1
    runner.ran(day, 24, hour=17)
    return runner


def session_kind(runner: Runner, day: int) -> SessionKind:
    return runner.decided(day).plan.sessions[0].kind


def missing(runner: Runner, day: int) -> tuple[str, ...]:
    return runner.decided(day).plan.missing


@pytest.mark.parametrize("later", [0, 1])
def test_a_stop_that_came_with_the_run_or_after_it_makes_it_no_run_beside_the_plan(later: int) -> None:
    runner = ran_as_told().felt(1, during=4, morning=None)
    runner.told(1 + later, {"swelling": True}, hour=20)

    decision = runner.decided(1 + later)

    assert decision.plan.urgency.stops_running
    assert ASKED not in decision.plan.missing


def test_nor_does_one_that_was_lifted_meanwhile() -> None:
    runner = ran_as_told().felt(1, morning=None).told(1, {"swelling": True}, hour=20).cleared(2)

    assert ASKED not in missing(runner, 2)


def test_a_run_while_running_was_off_is_asked_about() -> None:
    runner = sore_runner().told(1, {"swelling": True}, hour=20)
    runner.ran(2, 24)

    assert ASKED in missing(runner.felt(2, morning=None), 2)


def test_a_score_of_the_run_itself_does_not_take_it_out_of_its_morning() -> None:
    asked = missing(ran_as_told().felt(1, before=6, during=6, morning=None), 1)

    assert ASKED not in asked


def test_a_sign_told_before_the_first_answers_is_no_plan() -> None:
    runner = Runner().usually().told(-3, {"swelling": False})
    runner.ran(0, 24, hour=6)

    assert ASKED not in missing(runner.screened().felt(0, morning=None), 0)


def test_a_morning_that_began_too_sore_does() -> None:
    runner = sore_runner().morning(1, 6)
    runner.ran(1, 24)

    assert ASKED in missing(runner.felt(1, before=6, during=6, morning=None), 1)


@pytest.mark.parametrize(("hour", "is_asked"), [(5, False), (17, True)])
def test_before_the_first_answers_there_was_no_plan(hour: int, is_asked: bool) -> None:
    runner = sore_runner().usually(days=(6,))
    runner.ran(0, 60, hour=hour)

    assert (ASKED in missing(runner, 1)) is is_asked


@pytest.mark.parametrize(("first_min", "beside"), [(28, False), (48, False), (49, True)])
def test_a_run_that_a_full_week_had_no_room_for_was_made_beside_the_plan(
    first_min: float, beside: bool
) -> None:
    runner = sore_runner().run(1, first_min).run(3, 28).run(5, 20)

    assert (ASKED in missing(runner, 6)) is beside
