"""The runner's goal: what Build grows to, and of a race the soonest day."""

from dataclasses import replace
from typing import Any

import pytest

from kneewise.model.answers import Answer
from kneewise.model.plan import Goal, GoalKind, Phase, SessionKind
from kneewise.model.runner import LoadChoice, Settings
from kneewise.model.sport import Sport
from tests.engine.made import Runner, out_of_calm, sore_runner


def aiming(runner: Runner, **goal: Any) -> Runner:
    return replace(runner, settings=Settings(**goal))


def racing(runner: Runner, day: int, **size: Any) -> Runner:
    return aiming(runner, race_on=runner.date(day), **size)


def goal(runner: Runner, day: int = 0) -> Goal:
    found = runner.decided(day).plan.goal
    assert found is not None
    return found


def soonest(runner: Runner, day: int = 0) -> int:
    found = goal(runner, day).soonest_on
    assert found is not None
    return (found - runner.start).days


def followed(runner: Runner, first: int, behind: int) -> Runner:
    """Do what is planned, well, day by day."""
    for day in range(first, behind):
        if day and (day == first or day % 6 == 0):
            runner.screened(day, weekly=True)
        session = runner.decided(day).plan.sessions[0]
        if session.kind is SessionKind.RUN:
            runner.run(day, session.running_min, during=0)
        elif session.kind is SessionKind.WALK:
            runner.walk(day)
        else:
            runner.morning(day + 1, 0)
        if session.kind is SessionKind.BIKE:
            runner.rode(day, session.duration_min)
        runner.tested(day)
    return runner


def test_the_usual_running_is_the_goal_of_who_names_none() -> None:
    found = goal(sore_runner())

    assert (found.kind, found.week_min, found.soonest_on) == (GoalKind.USUAL, 114, None)
    assert [reason.rule for reason in found.because] == ["goal.usual"]


@pytest.mark.parametrize(("week_min", "longest"), [(60.0, 28), (105.0, 35), (None, 40), (150.0, 50)])
def test_build_grows_to_the_own_week(week_min: float | None, longest: float) -> None:
    runner = followed(aiming(sore_runner(), goal_week_min=week_min), 0, 48)

    lengths = [one.load_min for one in runner.activities if one.on >= runner.start]

    assert max(lengths) == longest


@pytest.mark.parametrize(("week_min", "phase"), [(84.0, Phase.MAINTAIN), (150.0, Phase.BUILD)])
def test_maintain_begins_at_the_own_week(week_min: float, phase: Phase) -> None:
    runner = followed(aiming(sore_runner(), goal_week_min=week_min), 0, 32)

    assert goal(runner, 32).week_min == week_min
    assert runner.decided(32).plan.phase is phase


@pytest.mark.parametrize("minutes", [45, 60])
def test_the_soonest_day_of_a_race_is_the_one_that_green_runs_lead_to(minutes: float) -> None:
    runner = racing(sore_runner(), 300, race_min=minutes)
    days = [soonest(runner)]
    for day in (9, 18, 27):
        followed(runner, day - 9, day)
        days.append(soonest(runner, day))

    assert len(set(days)) == 1


def test_runs_that_are_swapped_take_their_turn_on_the_way_as_well() -> None:
    chosen = Settings(load_choice=LoadChoice.SWAP, has_bike=True)
    runner = Runner().usually(25).screened()
    swapping = replace(runner, settings=replace(chosen, race_on=runner.date(300), race_min=25))
    before = soonest(swapping)

    followed(swapping, 0, 18)

    assert any(one.sport is Sport.CYCLING for one in swapping.activities)
    assert soonest(swapping, 18) == before


def test_on_the_soonest_day_the_caps_leave_a_run_so_long() -> None:
    runner = racing(sore_runner(), 300, race_min=33)
    day = soonest(runner)
    followed(runner, 0, day)

    caps = runner.decided(day).plan.caps

    assert soonest(runner, day) == day
    assert (caps.run_min or 0) * 1.1 >= 33


@pytest.mark.parametrize(("after", "in_time"), [(0, True), (-1, False)])
def test_a_race_is_in_time_from_the_soonest_day_on(after: int, in_time: bool) -> None:
    day = soonest(racing(sore_runner(), 300, race_min=45))

    found = goal(racing(sore_runner(), day + after, race_min=45))

    rule = "goal.race_in_time" if in_time else "goal.race_too_soon"
    assert (found.in_time, found.because[0].rule) == (in_time, rule)
    assert found.because[1].rule == "goal.expected"


def test_a_race_that_was_in_time_stays_so_where_every_run_is_green() -> None:
    """The other runs of its week may be left out; they must not make the plan take its word back."""
    runner = racing(Runner().usually(days=(0, 2, 4, 6)).screened(), 60, race_min=50)
    followed(runner, 0, 45)
    said = []
    for day in range(45, 55):
        said.append(goal(runner, day).in_time)
        followed(runner, day, day + 1)

    assert said == [True] * 10


def test_a_gap_that_grows_before_the_next_run_is_part_of_the_way() -> None:
    mondays_on = {"running_days": (0, 2, 4), "race_min": 42}
    runner = followed(racing(sore_runner(), 300, **mondays_on), 0, 26)
    for day in range(27, 36):
        runner.morning(day, 0)
    runner.screened(30, weekly=True)
    kinds = [session.kind for session in runner.decided(34).plan.sessions]
    assert (runner.pain[-1].on, kinds[:2]) == (runner.date(35), [SessionKind.REST, SessionKind.RUN])

    assert soonest(runner, 34) == soonest(runner, 35)


def test_the_run_of_today_stays_in_the_week_before_a_race() -> None:
    runner = racing(sore_runner(), 300, race_min=33)
    day = soonest(runner)
    followed(runner, 0, day)
    assert soonest(runner, day) == day

    runner.run(day, 20)

    assert soonest(runner, day) >= day + 2


def test_what_does_not_come_within_a_year_is_said() -> None:
    once_a_week = Runner().usually(days=(0,)).screened()

    found = goal(racing(once_a_week, 300, race_min=600))

    assert (found.soonest_on, found.in_time) == (None, False)
    assert found.because[0].rule == "goal.race_beyond"


def test_a_way_is_run_at_the_usual_pace_and_within_the_metres_as_well() -> None:
    by_way = racing(sore_runner(), 300, race_km=160 * 45 / 1000)
    both = racing(sore_runner(), 300, race_km=160 * 60 / 1000, race_min=45)

    assert goal(by_way).race_min == pytest.approx(45)
    assert soonest(by_way) == soonest(racing(sore_runner(), 300, race_min=45))
    assert (soonest(both), soonest(by_way)) == (49, 35)


@pytest.mark.parametrize(
    ("runner", "size", "rule"),
    [
        (sore_runner(), {}, "goal.race_size"),
        (
            Runner().screened(0, weekly=False, usual_runs_per_week=3, usual_run_min=40),
            {"race_km": 10.0},
            "goal.race_size",
        ),
        (sore_runner(night_pain=True), {"race_min": 45.0}, "goal.race_waits"),
        (sore_runner().ill(0), {"race_min": 45.0}, "goal.race_waits"),
    ],
)
def test_where_nobody_can_say_no_day_is_named(runner: Runner, size: dict[str, float], rule: str) -> None:
    found = goal(racing(runner, 60, **size))

    assert (found.soonest_on, found.in_time, found.because[0].rule) == (None, None, rule)


def test_a_race_that_is_over_is_the_goal_no_more_and_takes_nothing_back() -> None:
    runner = followed(racing(out_of_calm().each_week(10), 40, race_min=60), 11, 42)

    before, after = (runner.decided(day).plan for day in (40, 41))

    kinds = [plan.goal.kind for plan in (before, after) if plan.goal is not None]
    assert kinds == [GoalKind.RACE, GoalKind.USUAL]
    assert (before.caps.run_min, after.caps.run_min) == (47.3, 47.3)


def test_the_soonest_day_waits_for_a_limp_no_longer_than_it_has_to() -> None:
    answers: dict[str, Answer] = {"limp": True}
    limping = racing(sore_runner(**answers), 300, race_min=45)

    assert (soonest(limping), soonest(racing(sore_runner(), 300, race_min=45))) == (58, 35)
