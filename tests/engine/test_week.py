"""The seven days: what a pause leaves, what a game takes, soft ground, and the days that there are."""

from dataclasses import replace

import pytest

from kneewise.engine.build import step_on
from kneewise.model.plan import ChangeKind, Phase, SessionKind
from kneewise.model.runner import Settings
from kneewise.model.sport import Sport
from tests.engine.made import Runner, out_of_calm, sore_runner
from tests.engine.test_exercises import in_build
from tests.engine.test_goal import followed
from tests.engine.test_swaps import swapping

HURTS = {"pain_walking": True, "pain_walking_0_10": 5}
LEFT = {SessionKind.BIKE, SessionKind.WALK, SessionKind.REST}


def kinds(runner: Runner, day: int) -> list[SessionKind]:
    return [session.kind for session in runner.decided(day).plan.sessions]


def test_a_pause_leaves_everything_but_running() -> None:
    runner = swapping().run(0, 40)
    before = kinds(runner, 1)
    paused = runner.told(1, {"painkillers_before_runs": True})

    assert set(before) == LEFT | {SessionKind.RUN}
    assert set(kinds(paused, 1)) == LEFT
    assert kinds(paused, 1)[1:3] == before[1:3]


def test_where_walking_hurts_a_pause_asks_for_no_walk() -> None:
    paused = swapping().run(0, 40).told(1, HURTS)

    assert not paused.decided(1).plan.urgency.stops_running
    assert set(kinds(paused, 1)) == {SessionKind.REST}


def test_a_game_spaces_runs_and_takes_none_of_the_week_s_running_days() -> None:
    runner = in_build(out_of_calm(), 36)
    played = replace(runner, activities=list(runner.activities))
    played.did(Sport.TEAM_OR_COURT, 33, 60)

    assert kinds(played, 36).count(SessionKind.RUN) == kinds(runner, 36).count(SessionKind.RUN) == 3


def test_one_run_of_each_week_is_for_soft_ground_on_its_own_day() -> None:
    runner, soft, ran = sore_runner(), [], []
    for day in range(28):
        if day and day % 6 == 0:
            runner.screened(day, weekly=True)
        session = runner.decided(day).plan.sessions[0]
        if session.kind is SessionKind.RUN:
            ran.append(day)
            soft += [day] if session.soft_surface else []
            runner.run(day, session.running_min)

    assert len(ran) > 8
    assert [day // 7 for day in soft] == [0, 1, 2, 3]


@pytest.mark.parametrize(("weekdays", "days"), [((0, 3), 2), ((0, 2, 4), 3)])
def test_no_running_day_is_added_that_no_weekday_is_left_for(weekdays: tuple[int, ...], days: int) -> None:
    runner = replace(sore_runner(), settings=Settings(running_days=weekdays))

    assert followed(runner, 0, 45).knees(45)[0].days == days


@pytest.mark.parametrize(
    ("up", "down", "fast", "change"),
    [
        (False, False, False, ChangeKind.HILLS),
        (True, False, False, ChangeKind.DOWNHILL),
        (True, True, False, ChangeKind.SPEED),
        (True, True, True, None),
    ],
)
def test_hills_and_speed_that_build_left_open_go_on_in_maintain(
    *, up: bool, down: bool, fast: bool, change: ChangeKind | None
) -> None:
    runner = in_build(out_of_calm(), 36)
    (knee,) = runner.knees(36)
    greens = tuple(colour for colour in knee.coloured if colour is not None)[-2:]
    had = replace(knee, phase=Phase.MAINTAIN, greens=greens, hills_up=up, hills_down=down, speed=fast)

    step = step_on(had, runner.date(36), runner.frame(36), may_change=True)
    waits = step_on(had, runner.date(36), runner.frame(36), may_change=False)

    assert (step.change, step.knee.length_min, step.knee.phase) == (change, knee.length_min, Phase.MAINTAIN)
    assert waits.change is None
