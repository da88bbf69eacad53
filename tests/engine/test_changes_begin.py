"""A change begins on the day on which the runner first meets it, and the next one counts from there."""

from dataclasses import replace

import pytest

from kneewise.model.plan import ChangeKind
from tests.engine.made import Runner, out_of_calm, sore_runner, with_cadence
from tests.engine.test_exercises import begun, earning, in_build


def kinds(runner: Runner, day: int) -> list[str]:
    """The changes by a day that keep the next one waiting."""
    return [change.kind.value for change in runner.decided(day).plan.changes]


def building(*days: int) -> Runner:
    """Hills are open from day 36; so many runs come after them."""
    runner = in_build(out_of_calm(), 36)
    for day in days:
        runner.run(day, 28)
    return runner.each_week(60)


@pytest.mark.parametrize(("first", "second"), [(38, 45), (41, 48)])
def test_hills_begin_with_the_first_run_that_may_have_them(first: int, second: int) -> None:
    runner = building(*range(first, 54, 3))

    assert kinds(runner, second - 1) == ["hills"]
    assert kinds(runner, second) == ["downhill"]


def test_a_plain_run_after_an_amber_begins_no_hills() -> None:
    runner = in_build(out_of_calm(), 36).morning(37, 2)
    for day in range(40, 56, 3):
        runner.run(day, 28)
    runner.each_week(60)

    assert kinds(runner, 49) == ["hills"]
    assert kinds(runner, 50) == ["downhill"]


def test_without_a_run_no_other_change_of_the_running_begins() -> None:
    runner = building()

    assert ChangeKind.DOWNHILL not in {one.kind for one in runner.decided(50).plan.changes}
    assert not runner.knees(50)[0].hills_down


@pytest.mark.parametrize(("done", "opens"), [(None, 43), (37, 44), (41, 48)])
def test_a_harder_exercise_begins_with_its_first_session(done: int | None, opens: int) -> None:
    runner = earning(in_build(out_of_calm(), 58), 33, 35)
    if done is not None:
        runner.exercise(done, "step_down")

    assert kinds(runner, opens - 1) == ["exercise"]
    assert kinds(runner, opens) == ["hills"]


def quick_runs(*days: int) -> Runner:
    """Runs after the cadence block of day 7 is open."""
    runner = with_cadence(sore_runner()).each_week(40)
    for day in (1, 3, 5, *days):
        runner.run(day, 20, during=1)
    return with_cadence(runner)


def band(runner: Runner, day: int) -> tuple[float | None, float | None]:
    sessions = runner.decided(day).plan.sessions
    return next((one.cadence_low_spm, one.cadence_high_spm) for one in sessions if one.running_min)


FIRST, LATER = (166.0, 170.0), (172.0, 176.0)


@pytest.mark.parametrize(
    ("days", "on", "asked"),
    [
        ((8, 10, 12), 21, FIRST),
        ((8, 10, 12), 22, LATER),
        ((14, 16, 18), 27, FIRST),
        ((14, 16, 18), 28, LATER),
        ((8,), 22, FIRST),
    ],
)
def test_a_fortnight_of_the_first_raise_is_counted_from_the_first_run_and_known_runs_end_it(
    days: tuple[int, ...], on: int, asked: tuple[float, float]
) -> None:
    assert band(quick_runs(*days), on) == asked


@pytest.mark.parametrize(
    ("up_m", "down_m", "quicker", "opens"),
    [(89, 0, 1, 36), (90, 0, 1, 39), (0, 90, 1, 39), (None, None, 1.14, 36), (None, None, 1.16, 39)],
)
def test_hills_and_speed_of_the_runner_s_own_delay_what_comes_next(
    up_m: float | None, down_m: float | None, quicker: float, opens: int
) -> None:
    runner = in_build(out_of_calm(), 58)
    (run,) = [one for one in runner.activities if one.on == runner.date(32)]
    metres = quicker * (run.measured.running_distance_m or 0.0)
    measured = replace(run.measured, ascent_m=up_m, descent_m=down_m, running_distance_m=metres)
    own = replace(run, measured=measured)
    runner.activities = [own if one is run else one for one in runner.activities]

    assert begun(runner, opens - 1, opens) == [(ChangeKind.HILLS, opens)]
