"""Whoever has good days comes back to the usual running, however it is spread over the week."""

import pytest

from kneewise.model.plan import Phase, SessionKind
from tests.engine.made import Runner

TESTED = (7, 10, 14, 20)


def live(runner: Runner, last: int) -> dict[int, Phase]:
    """Do what is planned each day, well, and tell all of it, the pain before it too."""
    phases: dict[int, Phase] = {}
    for day in range(last + 1):
        if day and day % 6 == 0:
            runner.screened(day, weekly=True)
        plan = runner.decided(day).plan
        phases[day] = plan.phase
        match plan.sessions[0].kind:
            case SessionKind.RUN:
                runner.run(day, plan.sessions[0].running_min, before=0, morning=None)
            case SessionKind.WALK:
                runner.walk(day, morning=None).log(day, 17, about_run=True, before=0)
            case _:
                pass
        if day in TESTED:
            runner.tested(day)
        runner.morning(day + 1, 0)
    return phases


def one_long_run_a_week() -> Runner:
    runner = Runner()
    for week in range(1, 7):
        for day, minutes in ((0, 30), (2, 30), (5, 60)):
            runner.ran(day - 7 * week, minutes)
    return runner.screened()


def one_run_left_out() -> Runner:
    runner = Runner().usually(40)
    del runner.activities[3]
    return runner.screened()


@pytest.mark.parametrize("runner", [one_long_run_a_week(), one_run_left_out()])
def test_the_usual_week_is_reached(runner: Runner) -> None:
    assert Phase.MAINTAIN in live(runner, 60).values()


def test_the_week_of_six_runs_is_spread_over_five_as_never_three_are_in_a_row() -> None:
    runner = Runner().usually(40, days=(0, 1, 2, 3, 4, 5)).screened(pain_during_last_run=2)

    phases = live(runner, 105)
    (knee,) = runner.knees(105)
    days = {(activity.on - runner.start).days for activity in runner.activities}

    assert phases[105] is Phase.MAINTAIN
    assert (knee.days, round(knee.length_min)) == (5, 48)
    assert not any({day, day + 1, day + 2} <= days for day in range(105))
    assert runner.decided(105).plan.changes == ()


@pytest.mark.parametrize("before", [3, 4, 5])
def test_pain_before_the_run_of_the_screening_ends_with_what_the_diary_says_of_it(before: int) -> None:
    phases = live(Runner().usually(40).screened(pain_before_last_run=before), 16)

    assert Phase.BUILD in phases.values()


@pytest.mark.parametrize(("left_out", "days"), [(0, 3), (1, 3), (2, 3), (3, 2), (6, 2)])
def test_a_running_day_of_most_weeks_is_a_usual_one(left_out: int, days: int) -> None:
    runner = Runner().usually(40)
    for week in range(left_out):
        del runner.activities[2 * week + 1]

    assert runner.screened().frame(0).usual_days == days


def test_a_morning_or_a_run_without_a_score_before_it_takes_none_back() -> None:
    runner = Runner().usually(40).screened().run(1, 20, before=4, morning=None).morning(2, 0)
    assert runner.frame(2).found.load.walking_only

    assert runner.run(4, 20, before=None, morning=None).frame(4).found.load.walking_only
    assert (
        not runner.walk(5, morning=None).log(5, 17, about_run=True, before=3).frame(5).found.load.walking_only
    )
