"""Which runs and walks lead on, and which are kept as load and no more."""

from dataclasses import replace

import pytest

from kneewise.engine.colours import colour_run
from kneewise.engine.counting import Terms, count
from kneewise.engine.knee import Knee
from kneewise.model.diary import TestKind
from kneewise.model.plan import Phase, Plan, SessionKind
from kneewise.model.sport import Sport
from tests.engine.made import Runner, calm_week, did_twice, out_of_calm, sore_runner


def place(plan: Plan) -> tuple[Phase, int]:
    return plan.phase, plan.stage


def test_runs_on_days_that_began_too_sore_earn_nothing() -> None:
    well, sore = out_of_calm().each_week(20), out_of_calm().each_week(20)
    for day in (11, 13):
        well.run(day, 28)
        sore.run(day, 28, before=5, during=2, after_60min=2)

    assert place(well.decided(15).plan) == (Phase.BUILD, 1)
    assert place(sore.decided(15).plan) == (Phase.BUILD, 0)


def test_a_run_on_a_day_whose_own_morning_was_too_sore_earns_nothing() -> None:
    runner = calm_week(sore_runner(), 15).each_week(20).run(10, 15, morning=None)
    runner.run(12, 16).run(14, 16)

    first = runner.decided(15).plan.stage
    runner.log(12, 8, morning=2)

    assert (first, runner.decided(15).plan.stage) == (4, 3)


def test_of_two_runs_on_one_day_one_counts() -> None:
    runner = did_twice(calm_week(sore_runner(), 15).each_week(20).run(10, 15), Sport.RUNNING, 12, 16)

    first = runner.decided(13).plan.stage
    second = runner.run(15, 16).decided(16).plan.stage

    assert (first, second) == (4, 5)


@pytest.mark.parametrize(("hour", "counts"), [(10, False), (19, True)])
def test_a_run_on_the_day_of_a_game_counts_only_where_it_came_first(hour: int, *, counts: bool) -> None:
    runner = calm_week(sore_runner(), 15).each_week(20).run(10, 15)
    runner.did(Sport.TEAM_OR_COURT, 12, 60, hour)

    missing = runner.run(12, 16).decided(13).plan.missing

    assert ("run_beside_plan" not in missing) is counts


@pytest.mark.parametrize(("minutes", "full"), [(14, False), (22, False), (23, True)])
def test_a_run_that_the_rest_of_a_week_made_short_earns_nothing(minutes: float, *, full: bool) -> None:
    """Of a stage of 28 minutes four fifths are 22.4; the week had room for 14."""
    runner = sore_runner().run(20, minutes)
    frame, on = runner.frame(21), runner.date(20)
    loads = {**frame.loads, runner.date(18): (118.0,)}
    frame = replace(frame, loads=loads, run_days=frozenset({on}), ran_days=(runner.date(18), on))
    start = runner.date(9)
    knee = Knee(side=runner.side, phase=Phase.BUILD, since=start, calm_since=start, length_min=28.0, days=3)
    (entry,) = [one for one in frame.seen.entries if one.about_run]
    terms = Terms(frame=frame, running=True, too_sore=False)

    run = count(knee, entry, colour_run(entry, 2, frame.numbers), terms)

    assert run is not None
    assert (run.counts, run.full) == (True, full)


def test_two_walks_on_one_day_are_one_green() -> None:
    runner = calm_week(sore_runner(), 8).each_week(30).run(11, 8, during=6)

    first = did_twice(runner, Sport.WALKING, 14, 30).decided(15).plan
    second = did_twice(runner, Sport.WALKING, 16, 30).decided(17).plan

    assert (place(first), place(second)) == ((Phase.WALK_RUN, 0), (Phase.WALK_RUN, 1))


@pytest.mark.parametrize("between", ["nothing", "a scrap of a run", "a walk that nobody planned"])
def test_a_scrap_of_green_between_two_ambers_ends_no_row(between: str) -> None:
    runner = out_of_calm().each_week(20).run(11, 28, during=4)
    if between == "a scrap of a run":
        runner.run(12, 3, during=0)
    if between == "a walk that nobody planned":
        runner.walk(12)

    runner.run(14, 28, during=4)

    assert runner.decided(15).plan.caps.run_min == pytest.approx(22.4)


def test_a_scrap_of_green_ends_no_row_of_neutrals() -> None:
    runner = sore_runner(pain_this_morning=1)
    for day in (1, 3, 5):
        runner.morning(day, 1).run(day, 28, morning=2)
    runner.run(4, 3, during=0, morning=None)

    colours = {one.on: one.colour.value for one in runner.each_week(12).decided(6).colours if one.activity_id}

    assert colours[runner.date(5)] == "amber"


def test_a_scrap_of_green_brings_no_hills_back() -> None:
    runner = in_hills()
    hilly = runner.decided(60).plan
    runner.run(60, 40, during=4)

    plain, scrap = runner.decided(61).plan, runner.run(61, 3, during=0).decided(62).plan

    assert [any(one.hills for one in plan.sessions) for plan in (hilly, plain, scrap)] == [True, False, False]


def in_hills() -> Runner:
    """A runner who is back at the usual length and has gone on to hills."""
    runner = out_of_calm().each_week(80)
    for day in range(11, 60):
        today = runner.decided(day).plan.sessions[0]
        if today.kind is SessionKind.RUN:
            runner.run(day, today.running_min)
    return runner


def with_bone_points(runner: Runner) -> Runner:
    runner.answers = [replace(one, answers={**one.answers, "high_arches": True}) for one in runner.answers]
    return runner


def test_runs_beside_two_reds_and_a_bone_point_raise_no_rung() -> None:
    runner = with_bone_points(out_of_calm().each_week(60)).run(11, 28, during=6).run(15, 16, during=6)

    before = place(runner.decided(23).plan)
    for day in (24, 26, 28):
        runner.run(day, 12)

    assert before == place(runner.decided(29).plan) == (Phase.WALK_RUN, 2)


@pytest.mark.parametrize(("extra", "runs"), [((), 3), ((4, 6), 2)])
def test_runs_on_rest_days_of_calm_make_no_more_running_days_of_build(
    extra: tuple[int, ...], runs: int
) -> None:
    runner = Runner().usually(40, days=(0, 1, 2, 3, 4)).screened().run(1, 28).run(3, 28).run(5, 28)
    for day in extra:
        runner.run(day, 10)

    plan = runner.walk(7).run(8, 28).tested(8).each_week(30).decided(11).plan

    assert plan.phase is Phase.BUILD
    assert sum(one.kind is SessionKind.RUN for one in plan.sessions) <= runs


@pytest.mark.parametrize(("minutes", "phase"), [(24, Phase.CALM), (29, Phase.CALM), (30, Phase.BUILD)])
def test_the_walk_that_leads_out_of_calm_is_whole(minutes: float, phase: Phase) -> None:
    runner = sore_runner().run(1, 28).run(3, 28).run(5, 28).walk(7, minutes=minutes).run(8, 28)

    assert runner.tested(8).each_week(8).decided(9).plan.phase is phase


@pytest.mark.parametrize(("minutes", "phase"), [(7, Phase.CALM), (8, Phase.WALK_RUN)])
def test_the_run_that_leads_out_of_calm_is_long_enough_to_be_one(minutes: float, phase: Phase) -> None:
    runner = sore_runner().run(1, 28, limp=None).run(3, minutes).walk(5).walk(7).tested(7)

    assert runner.each_week(8).decided(8).plan.phase is phase


def test_a_walk_early_in_calm_is_none_that_the_plan_asked_for() -> None:
    runner = sore_runner().walk(2)

    assert [one.on for one in runner.decided(3).colours] == [runner.date(0), runner.date(3)]


@pytest.mark.parametrize("told", [False, True])
def test_a_walk_of_calm_with_an_answer_missing_says_nothing(*, told: bool) -> None:
    runner = sore_runner().run(1, 28).run(3, 28).run(5, 28).walk(7)
    if told:
        runner.test(8, TestKind.BRISK_WALK, pain=0, minutes=30).morning(9, 0)

    plan = runner.run(9, 28).tested(9).morning(11, 0).each_week(10).decided(10).plan

    assert plan.phase is Phase.BUILD
