"""Caps on one run: gaps, runs rather than days, metres, and weeks in a row."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from kneewise.engine import caps
from kneewise.engine.build import count_green_week
from kneewise.engine.events import begin_after_gap, shrink_for_gap
from kneewise.engine.frame import Frame
from kneewise.engine.knee import CountedRun, Knee
from kneewise.model.findings import Colour
from kneewise.model.places import Side
from kneewise.model.plan import Phase, RunColour, SessionKind
from kneewise.model.sport import Sport
from tests.engine.made import START, Runner, did_twice, out_of_calm, sore_runner


@pytest.mark.parametrize(
    ("day", "phase", "minutes"),
    [(12, Phase.BUILD, 28), (13, Phase.BUILD, 21.56)],
)
def test_whoever_leaves_calm_within_a_gap_begins_at_what_the_gap_left(
    day: int, phase: Phase, minutes: float
) -> None:
    runner = sore_runner().run(1, 28).run(3, 28).walk(5).walk(7).tested(day).each_week(40)

    plan = runner.decided(day).plan

    assert plan.phase is phase
    assert plan.caps.run_min == pytest.approx(minutes)


@pytest.mark.parametrize(
    ("gap", "phase", "minutes", "rung"),
    [
        (8, Phase.BUILD, 30, 0),
        (9, Phase.BUILD, 23.1, 0),
        (13, Phase.BUILD, 23.1, 0),
        (14, Phase.WALK_RUN, 30, 4),
        (27, Phase.WALK_RUN, 30, 4),
        (28, Phase.WALK_RUN, 30, 5),
        (90, Phase.WALK_RUN, 30, 5),
    ],
)
def test_of_a_gap_that_has_passed_two_lengths_the_longer_counts(
    gap: int, phase: Phase, minutes: float, rung: int
) -> None:
    frame, knee = frame_and_knee(5_000)

    begun = begin_after_gap(knee, date(2026, 3, 11), gap, frame)

    assert (begun.phase, begun.rung) == (phase, rung)
    assert begun.length_min == pytest.approx(minutes)


def test_whoever_leaves_calm_after_four_weeks_without_a_run_begins_on_the_ladder() -> None:
    runner = sore_runner().run(15, 20).run(17, 20).walk(19).tested(60).each_week(80)

    plan = runner.decided(60).plan

    assert (plan.phase, plan.caps.run_min) == (Phase.WALK_RUN, 20)


def test_one_run_is_held_against_the_other_runs_and_not_the_other_days() -> None:
    runner = did_twice(out_of_calm().each_week(40).run(11, 28), Sport.RUNNING, 19, 10)

    plan = runner.decided(21).plan

    assert plan.sessions[0].running_min == 20
    assert plan.refused == ()


def frame_and_knee(metres: float) -> tuple[Frame, Knee]:
    """A knee in Build whose measure is half an hour, and a run of an hour."""
    frame = sore_runner().frame(9)
    run = CountedRun(on=START, minutes=60, metres=metres, colour=Colour.GREEN, full=True, counts=True)
    knee = Knee(
        side=Side.RIGHT,
        phase=Phase.BUILD,
        since=START,
        calm_since=START,
        length_min=30,
        measure_min=30,
        runs=(run,),
    )
    return frame, knee


def test_metres_without_usual_ones_are_no_longer_than_the_measure() -> None:
    frame, knee = frame_and_knee(10_000)

    metres = caps.single_run_metres(knee, date(2026, 3, 11), replace(frame, usual_m=None))

    assert metres == pytest.approx(5_500)


@pytest.mark.parametrize(("colour", "weeks"), [(Colour.GREEN, 3), (Colour.AMBER, 0), (Colour.RED, 0)])
def test_a_week_with_amber_or_red_begins_the_count_of_green_weeks_anew(colour: Colour, weeks: int) -> None:
    frame, knee = frame_and_knee(5_000)
    second = replace(knee.runs[0], on=date(2026, 3, 4))
    told = RunColour(on=date(2026, 3, 4), side=Side.RIGHT, activity_id=None, colour=colour)
    knee = replace(knee, green_weeks=2, runs=(*knee.runs, second), coloured=(told,))

    assert count_green_week(knee, date(2026, 3, 9), frame).green_weeks == weeks


def test_a_gap_in_a_calm_of_walks_leads_to_the_lowest_rung_all_the_same() -> None:
    runner = sore_runner(limp=True).walk(5).walk(7).walk(9).tested(11).morning(11, 0).each_week(10)
    for day in (6, 11):
        runner.screened(day, weekly=True, limp=True)

    plan = runner.decided(11).plan

    assert (plan.phase, plan.stage) == (Phase.WALK_RUN, 1)
    assert not any(one.kind is SessionKind.RUN and one.running_min > 8 for one in plan.sessions)


@pytest.mark.parametrize(("gap", "most_min"), [(13, 9.24), (14, 6.6), (27, 6.6), (28, 8.0), (40, 8.0)])
def test_in_calm_a_longer_gap_never_leaves_a_longer_run(gap: int, most_min: float) -> None:
    """But for the lowest rung, below which nobody would ever run again."""
    runner = Runner().usually(45).screened().run(1, 12).each_week(60)

    assert runner.decided(gap + 2).plan.caps.run_min == most_min


@pytest.mark.parametrize(("rung", "left", "greens"), [(0, {0}, 1), (4, {1, 4}, 0)])
@pytest.mark.parametrize("gap", [9, 14, 28])
def test_a_gap_takes_no_green_from_the_walk_below_the_ladder(
    gap: int, rung: int, left: set[int], greens: int
) -> None:
    """Nobody runs there, so days without a run say nothing of it."""
    frame, _ = frame_and_knee(5_000)
    green = RunColour(on=START, side=Side.RIGHT, activity_id=None, colour=Colour.GREEN)
    knee = Knee(
        side=Side.RIGHT, phase=Phase.WALK_RUN, since=START, calm_since=START, rung=rung, greens=(green,)
    )

    shorter = shrink_for_gap(knee, date(2026, 3, 11), gap, frame)

    assert len(shorter.greens) == greens
    assert shorter.rung in left


@pytest.mark.parametrize("told", [False, True])
def test_a_run_that_is_only_told_ends_no_gap_of_calm(*, told: bool) -> None:
    runner = sore_runner()
    if told:
        runner.felt(10)

    assert runner.each_week(20).decided(12).plan.caps.run_min == pytest.approx(22)


def test_the_runs_of_a_span_are_those_of_its_days_but_not_of_the_one_it_ends_on() -> None:
    days = [START + timedelta(days=day) for day in (0, 3, 3, 7, 9)]
    runs = tuple(
        CountedRun(on=on, minutes=20.0, metres=None, colour=Colour.GREEN, full=True, counts=True)
        for on in days
    )
    knee = Knee(side=Side.RIGHT, phase=Phase.BUILD, since=START, calm_since=START, runs=runs)

    assert knee.runs_within(days[1], days[-1]) == runs[1:-1]
    assert knee.runs_within(days[-1] + timedelta(days=1), date.max) == ()


def test_in_calm_the_plans_own_runs_are_what_a_gap_leaves_a_share_of() -> None:
    before = sore_runner().each_week(20)
    after = sore_runner().each_week(20).run(1, 20)

    caps = [runner.decided(day).plan.caps.run_min for runner, day in ((before, 8), (after, 11))]

    assert caps == [pytest.approx(min(28, 0.7 * 1.1 * 40)), pytest.approx(0.7 * 1.1 * 20)]


def test_a_run_that_earns_nothing_keeps_no_earlier_week_alive() -> None:
    kept, silent = out_of_calm().each_week(50), out_of_calm()
    for runner in (kept, silent):
        for day in range(11, 36, 3):
            runner.run(day, 20)
    for day in (30, 36):
        silent.screened(day, weekly=True)

    def week(runner: Runner) -> float:
        return runner.decided(36).plan.caps.week_min or 0

    assert week(silent) < week(kept)
