"""Calm that begins after the first one: after a clearing, and of a knee that grew sore later."""

from typing import Any

import pytest

from kneewise.engine.calm import DEPTHS, begin_calm
from kneewise.engine.caps import calm_minutes
from kneewise.engine.frame import DEEPEST
from kneewise.engine.knee import Knee
from kneewise.model.findings import Colour
from kneewise.model.observations import Irritability
from kneewise.model.places import Side
from kneewise.model.plan import Phase
from tests.engine.made import START, Runner, out_of_calm, sore_runner


@pytest.mark.parametrize(
    ("stage", "minutes"),
    [
        ({"phase": Phase.WALK_RUN, "rung": 0}, 0),
        ({"phase": Phase.WALK_RUN, "rung": 3}, 15),
        ({"phase": Phase.BUILD, "length_min": 20}, 20),
        ({"phase": Phase.BUILD, "length_min": 40}, 28),
    ],
)
def test_after_a_clearing_no_run_is_longer_than_the_stage_before(
    stage: dict[str, Any], minutes: float
) -> None:
    frame = sore_runner().frame(9)
    before = Knee(side=Side.RIGHT, since=START, calm_since=START, **stage)

    knee = begin_calm(Side.RIGHT, START, frame, irritability=Irritability.MODERATE, before=before)

    assert calm_minutes(knee, frame) == pytest.approx(minutes)
    assert (knee.depth == DEEPEST) is (minutes == 0)


@pytest.mark.parametrize(
    ("felt", "judged"),
    [
        ({"morning": 3}, Irritability.HIGH),
        ({"during": 6, "after_60min": 0, "morning": 0}, Irritability.HIGH),
        ({"during": 3, "after_60min": 3, "morning": 0}, Irritability.MODERATE),
        ({"during": 2, "after_60min": 0, "morning": 0}, Irritability.MILD),
    ],
)
def test_a_knee_that_grows_sore_later_goes_by_its_own_runs(
    felt: dict[str, Any], judged: Irritability
) -> None:
    runner = out_of_calm().each_week(20).run(11, 28)
    scores = {name: score for name, score in felt.items() if name != "morning"}
    if scores:
        runner.log(11, 19, side=Side.LEFT, about_run=True, before=0, limp=False, painkiller=False, **scores)
    runner.log(12, 8, side=Side.LEFT, morning=felt["morning"])

    assert phase_and_depth(runner) == (Phase.CALM, DEPTHS.index(judged))


@pytest.mark.parametrize(("knee", "judged"), [("left", Irritability.MILD), ("right", Irritability.HIGH)])
def test_what_was_told_of_one_knee_says_nothing_of_the_other(knee: str, judged: Irritability) -> None:
    runner = out_of_calm().each_week(20).run(11, 28)
    told = {"pain_during_last_run": 1, "pain_60min_after_last_run": 0, "pain_morning_after_last_run": 0}

    runner.told(12, {"knee": knee, **told}, hour=9).log(12, 8, side=Side.LEFT, morning=3)

    assert phase_and_depth(runner) == (Phase.CALM, DEPTHS.index(judged))


def phase_and_depth(runner: Runner) -> tuple[Phase, int]:
    """Where the worse knee stands on the twelfth day."""
    plan = runner.decided(12).plan
    return plan.phase, plan.stage


@pytest.mark.parametrize(
    ("tested_on", "left"), [((4,), False), ((5,), False), ((6,), True), ((5, 6), True), ((9,), True)]
)
def test_a_test_of_a_day_that_went_badly_leads_out_of_calm_no_more(
    tested_on: tuple[int, ...], left: bool
) -> None:
    runner = sore_runner().run(1, 28).run(3, 28).run(5, 28, during=3)
    for day in tested_on:
        runner.tested(day)

    runner.walk(9).run(10, 28).walk(12).each_week(13)

    assert (runner.decided(13).plan.phase is not Phase.CALM) is left


@pytest.mark.parametrize("hour", [6, 12, 20])
def test_neither_does_one_of_the_day_of_a_bad_morning(hour: int) -> None:
    runner = sore_runner().run(1, 28).run(3, 28).morning(6, 3).tested(6, hour=hour)

    runner.walk(9).run(10, 28).walk(12).each_week(13)

    assert runner.decided(13).plan.phase is Phase.CALM


@pytest.mark.parametrize(("morning", "left"), [(1, True), (2, False)])
def test_calm_that_has_come_to_walking_only_is_left_by_a_green_walk_and_by_no_earlier_run(
    morning: int, left: bool
) -> None:
    runner = sore_runner(pain_during_last_run=6, pain_this_morning=1).each_week(16)
    for day in (1, 4, 7, 10, 13):
        runner.run(day, 20, morning=1)

    runner.walk(15, morning=morning).tested(15)

    assert (runner.decided(15).plan.phase, runner.decided(15).plan.stage) == (Phase.CALM, DEEPEST)
    assert (runner.decided(16).plan.phase is Phase.WALK_RUN) is left


@pytest.mark.parametrize(("morning", "left"), [(None, True), (0, True), (2, False), (3, False)])
def test_a_day_that_began_badly_is_none_of_the_three_good_ones_whatever_was_run_on_it(
    morning: int | None, left: bool
) -> None:
    runner = sore_runner().run(1, 28).run(5, 28).each_week(12)
    if morning is not None:
        runner.morning(5, morning)

    runner.walk(8).tested(8).run(10, 28)

    assert (runner.decided(11).plan.phase is Phase.BUILD) is left


@pytest.mark.parametrize(("gap", "cut"), [(False, 0.7 * 48), (True, 0.7 * 33)])
def test_a_red_within_a_gap_cuts_what_the_gap_had_left(gap: bool, cut: float) -> None:
    mild = {"pain_during_last_run": 1, "pain_60min_after_last_run": 0}
    runner = Runner().usually(60)
    if gap:
        runner.activities = [one for one in runner.activities if one.on <= runner.date(-15)]
    runner.screened(0, weekly=False, **mild).run(1, 33, during=7)

    assert runner.decided(4).plan.caps.run_min == pytest.approx(cut, abs=1)


@pytest.mark.parametrize("cleared", [False, True])
def test_a_clearing_ends_no_row_of_neutral_runs(cleared: bool) -> None:
    runner = sore_runner(pain_this_morning=1).each_week(12)
    for day in (0, 1, 2, 3, 4, 5, 6, 7):
        runner.morning(day, 1) if day else None
    for day in (1, 3):
        runner.run(day, 28, morning=2)
    if cleared:
        runner.told(5, {"swelling": True}, hour=6).cleared(6)
    runner.run(7, 20, morning=2)

    colours = [one for one in runner.decided(9).colours if one.about_run]
    assert [one.colour for one in colours] == [Colour.NEUTRAL, Colour.NEUTRAL, Colour.AMBER]


@pytest.mark.parametrize(
    ("rest_day_min", "run_min", "cap_min"), [(None, 20, 15.4), (60, 20, 15.4), (None, 90, 21.56)]
)
def test_a_gap_in_calm_is_measured_by_runs_that_count_and_by_no_more_than_their_cap(
    rest_day_min: float | None, run_min: float, cap_min: float
) -> None:
    runner = sore_runner().each_week(20).run(3, run_min)
    if rest_day_min is not None:
        runner.run(4, rest_day_min)

    last = 3 if rest_day_min is None else 4
    assert runner.decided(last + 10).plan.caps.run_min == pytest.approx(cap_min)
