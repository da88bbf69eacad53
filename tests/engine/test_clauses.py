"""Single clauses of the rules, each with the smallest history that shows it."""

from dataclasses import replace

import pytest

from kneewise.model.findings import Colour
from kneewise.model.plan import ChangeKind, Phase, SessionKind
from kneewise.model.runner import Settings
from kneewise.model.sport import Sport
from tests.engine.made import Runner, out_of_calm, sore_runner


def test_pregnancy_makes_calm_one_level_deeper() -> None:
    plain, asked = sore_runner(), sore_runner(pregnant_or_recent_birth=True)

    assert (plain.decided(0).plan.stage, asked.decided(0).plan.stage) == (1, 2)
    assert asked.decided(0).plan.caps.run_min == 20


def test_the_third_neutral_in_a_row_is_amber() -> None:
    runner = sore_runner(pain_this_morning=1)
    for day in (1, 3, 5):
        runner.morning(day, 1).run(day, 28, morning=2)
    runner.each_week(12)

    colours = {colour.on: colour.colour for colour in runner.decided(6).colours}

    assert colours[runner.date(1)] is Colour.NEUTRAL
    assert colours[runner.date(3)] is Colour.NEUTRAL
    assert colours[runner.date(5)] is Colour.AMBER


def test_build_without_a_run_to_measure_by_goes_to_the_ladder() -> None:
    runner = out_of_calm().run(11, 28).each_week(60)
    for day in range(14, 50, 3):
        runner.run(day, 28, during=None)

    before, after = runner.decided(35).plan, runner.decided(48).plan

    assert before.phase is Phase.BUILD
    assert after.phase is Phase.WALK_RUN


def test_football_spaces_runs_and_ends_no_gap() -> None:
    runner = out_of_calm().each_week(30)
    runner._did(Sport.TEAM_OR_COURT, 17, 60, 17)

    assert runner.decided(18).plan.caps.run_min == pytest.approx(21.56)
    assert runner.decided(18).plan.sessions[0].kind is not SessionKind.RUN


def test_a_run_on_the_day_after_another_earns_nothing() -> None:
    apart = out_of_calm().run(10, 28).each_week(18)
    beside = out_of_calm().run(9, 28).each_week(18)

    assert apart.decided(11).plan.advances
    assert not any(beside.decided(day).plan.advances for day in (10, 11))


def test_after_a_red_a_low_morning_lets_the_bike_in_and_a_high_one_does_not() -> None:
    rider = Settings(has_bike=True)

    kinds = {}
    for morning in (2, 3):
        runner = Runner(settings=rider).usually().screened().run(1, 28, during=7, morning=None)
        runner.morning(2, morning)
        kinds[morning] = runner.decided(2).plan.sessions[0].kind

    assert kinds == {2: SessionKind.BIKE, 3: SessionKind.REST}


def test_a_cut_takes_as_much_off_the_week_as_off_the_run() -> None:
    runner = out_of_calm().run(10, 28).run(12, 30).run(14, 30, during=6, morning=0).each_week(20)

    before, after = runner.decided(13).plan.caps, runner.decided(15).plan.caps

    assert before.week_min is not None
    assert after.week_min is not None
    assert after.week_min < before.week_min


def with_cadence(runner: Runner) -> Runner:
    runner.activities = [
        replace(one, measured=replace(one.measured, easy_pace_cadence_spm=160.0)) for one in runner.activities
    ]
    return runner


def test_the_cadence_block_goes_on_to_the_later_raise_after_two_weeks() -> None:
    runner = with_cadence(sore_runner()).each_week(30)
    for day in range(1, 24, 3):
        runner.run(day, 28)

    early, late = runner.decided(8).plan, runner.decided(24).plan

    assert [change.kind for change in early.changes] == [ChangeKind.CADENCE]
    assert {one.cadence_high_spm for one in early.sessions if one.kind is SessionKind.RUN} == {170.0}
    assert {one.cadence_high_spm for one in late.sessions if one.kind is SessionKind.RUN} == {176.0}


def test_no_change_begins_while_running_is_out_of_the_plan() -> None:
    runner = with_cadence(sore_runner()).told(6, {"giving_way": True}).each_week(12)

    plan = runner.decided(9).plan

    assert not plan.may_run
    assert plan.changes == ()
    assert plan.refused == ()
