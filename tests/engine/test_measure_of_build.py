"""By what the next run of Build is measured: the runs of thirty days, and a set length only after a red."""

from typing import Any

import pytest

from kneewise.engine.events import begin_after_gap
from kneewise.engine.knee import Knee
from kneewise.model.answers import UNKNOWN
from kneewise.model.plan import Phase
from tests.engine.made import Runner, out_of_calm


def in_build(**went: Any) -> Runner:
    """Build at 28 minutes, run well on day 11, and two more runs that went as said."""
    return out_of_calm().run(11, 28).run(14, 28, **went).run(17, 28, **went).each_week(70)


def later(runner: Runner, minutes: float, *, since: int = 20, **went: Any) -> Runner:
    """A run every third day from a day on."""
    for day in range(since, 60, 3):
        runner.run(day, minutes, **went)
    return runner


def run_min(runner: Runner, day: int) -> float | None:
    return runner.decided(day).plan.caps.run_min


@pytest.mark.parametrize(("day", "minutes"), [(41, 24.64), (42, 15.4)])
def test_a_length_that_two_ambers_cut_is_no_measure_once_longer_runs_are_thirty_days_old(
    day: int, minutes: float
) -> None:
    assert run_min(later(in_build(during=4), 14), day) == pytest.approx(minutes)


@pytest.mark.parametrize("day", [41, 42, 50])
def test_the_length_that_a_red_set_is_the_measure_until_a_green_run_as_long(day: int) -> None:
    once = out_of_calm().run(11, 30).run(14, 30, during=6).each_week(70)

    assert run_min(later(once, 14), day) == run_min(once, 17)


@pytest.mark.parametrize(("day", "phase"), [(41, Phase.BUILD), (42, Phase.WALK_RUN)])
def test_after_two_ambers_and_a_month_without_a_good_run_the_ladder_comes(day: int, phase: Phase) -> None:
    runner = later(in_build(during=4), 22, painkiller=UNKNOWN)

    assert runner.decided(day).plan.phase is phase


@pytest.mark.parametrize(("day", "phase"), [(41, Phase.BUILD), (42, Phase.WALK_RUN)])
def test_after_a_gap_and_a_month_without_a_good_run_the_ladder_comes(day: int, phase: Phase) -> None:
    runner = later(out_of_calm().run(11, 28).each_week(70), 21, since=22, painkiller=UNKNOWN)
    assert run_min(runner, 22) == pytest.approx(21.56)

    assert runner.decided(day).plan.phase is phase


@pytest.mark.parametrize(("gap", "minutes"), [(8, 28), (9, 21.56), (13, 21.56)])
def test_who_enters_build_within_a_gap_is_measured_by_what_it_leaves(gap: int, minutes: float) -> None:
    runner = out_of_calm().run(11, 28).each_week(40)
    on = runner.date(12 + gap)
    entered = Knee(
        side=runner.side,
        phase=Phase.BUILD,
        since=on,
        calm_since=runner.date(0),
        length_min=28,
        measure_min=28,
    )

    knee = begin_after_gap(entered, on, gap, runner.frame(12 + gap))

    assert knee.length_min == pytest.approx(minutes)
    assert knee.measure_min == knee.length_min
