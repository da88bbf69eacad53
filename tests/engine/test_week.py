"""The seven days: what a pause leaves, what a game takes, soft ground, and the days that there are."""

from dataclasses import replace

import pytest

from kneewise.engine.build import step_on
from kneewise.model.answers import UNKNOWN
from kneewise.model.plan import ChangeKind, Phase, SessionKind
from kneewise.model.runner import Settings
from kneewise.model.sport import Sport
from tests.engine.made import Runner, out_of_calm, sore_runner
from tests.engine.test_exercises import in_build
from tests.engine.test_goal import followed
from tests.engine.test_swaps import swapping


def kinds(runner: Runner, day: int) -> list[SessionKind]:
    return [session.kind for session in runner.decided(day).plan.sessions]


def test_a_pause_leaves_bike_and_pool_and_a_question_leaves_rest() -> None:
    runner = swapping().run(0, 40)
    before = kinds(runner, 1)
    paused = runner.told(1, {"painkillers_before_runs": True})

    assert set(before) == {SessionKind.BIKE, SessionKind.WALK, SessionKind.RUN, SessionKind.REST}
    assert set(kinds(paused, 1)) == {SessionKind.BIKE, SessionKind.REST}
    assert kinds(paused, 1)[1] is before[1] is SessionKind.BIKE
    assert set(kinds(paused, 3)) == {SessionKind.REST}


@pytest.mark.parametrize("key", ["cold_pale_or_numb_foot", "pain_walking", "night_pain"])
def test_while_an_answer_is_not_known_every_day_is_one_of_rest(key: str) -> None:
    waiting = swapping().run(0, 40).told(1, {key: UNKNOWN})

    assert set(kinds(waiting, 1)) == {SessionKind.REST}


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


@pytest.mark.parametrize(("weekdays", "named"), [((0, 2, 4), False), ((0, 2, 4, 6), True)])
def test_no_running_day_is_named_as_new_that_no_weekday_is_left_for(
    weekdays: tuple[int, ...], named: bool
) -> None:
    settings = Settings(running_days=weekdays)
    runner = Runner(settings=settings).usually(days=(0, 2, 4, 6)).screened()
    followed(runner, 0, 70)
    four = [day for day in range(70) if runner.knees(day)[0].days == 4]

    kinds = {change.kind for day in four for change in runner.decided(day).plan.changes}
    assert four
    assert (ChangeKind.RUNNING_DAY in kinds) is named


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


def test_a_week_of_walks_is_what_each_of_its_days_says() -> None:
    runner = Runner().usually(9).screened()
    ahead = [one.kind for one in runner.decided(1).plan.sessions]
    days = []
    for day in range(1, 8):
        days.append(runner.decided(day).plan.sessions[0].kind)
        runner.walk(day)

    assert days == ahead == [SessionKind.WALK] * 7
