"""A knee that grows sore later goes its own way and takes back nothing that was begun before (law 7)."""

import pytest

from kneewise.engine.caps import week_cap
from kneewise.engine.knee import Knee
from kneewise.model.places import Side
from kneewise.model.plan import ChangeKind, Phase, SessionKind
from tests.engine.made import START, Runner, out_of_calm, sore_runner, with_cadence


def stepping(until: int) -> Runner:
    """Cadence from day 7 on, a harder exercise a week later, and green runs."""
    runner = with_cadence(sore_runner()).each_week(until)
    for day in (1, 4, 7, 10, 13, 16, 19):
        runner.run(day, 28)
    return runner.exercise(9).exercise(12)


def left_sore(runner: Runner, day: int) -> Runner:
    return runner.told(day, {"knee": "left"}, hour=6)


def begun(runner: Runner, day: int) -> list[tuple[ChangeKind, int]]:
    return [(one.kind, (one.on - runner.start).days) for one in runner.decided(day).plan.changes]


def exercises(runner: Runner, day: int) -> set[str]:
    return {name for one in runner.decided(day).plan.sessions for name in one.exercises}


def bands(runner: Runner, day: int) -> set[float | None]:
    runs = [one for one in runner.decided(day).plan.sessions if one.kind is SessionKind.RUN]
    return {one.cadence_high_spm for one in runs}


@pytest.mark.parametrize("day", [8, 10, 12, 13])
def test_a_change_of_this_week_stays_when_the_other_knee_grows_sore(day: int) -> None:
    assert begun(left_sore(stepping(20), day), day) == [(ChangeKind.CADENCE, 7)]


def test_what_was_begun_goes_on_when_the_other_knee_grows_sore() -> None:
    alone, both = stepping(40), left_sore(stepping(40), 36)

    assert begun(alone, 14) == begun(both, 14) == [(ChangeKind.EXERCISE, 14)]
    assert "step_down" in exercises(alone, 36)
    assert exercises(both, 36) == exercises(alone, 36)
    assert both.decided(36).plan.phase is Phase.CALM
    assert bands(both, 36) == {176.0}


@pytest.mark.parametrize("day", [3, 7])
def test_nothing_begins_in_the_first_week_of_a_knee_that_grows_sore(day: int) -> None:
    runner = left_sore(with_cadence(out_of_calm()).each_week(20), day)

    assert begun(runner, day + 6) == []
    assert begun(runner, day + 7) == [(ChangeKind.CADENCE, day + 7)]


@pytest.mark.parametrize(("sore_from", "cap_min"), [(20, 94), (15, 66)])
def test_what_was_run_before_a_knee_grew_sore_is_in_the_base_of_its_weeks(
    sore_from: int, cap_min: float
) -> None:
    runner = left_sore(stepping(20), sore_from)
    left = Knee(side=Side.LEFT, phase=Phase.BUILD, since=START, calm_since=START)

    assert week_cap(left, runner.date(27), runner.frame(27)) == pytest.approx(cap_min)
