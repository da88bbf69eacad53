"""Wishes to run on another day keep every law, whatever the history."""

from dataclasses import replace
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from kneewise.model.plan import MoveAnswer, Plan, SessionKind
from tests.engine.made import Runner, decided
from tests.properties.histories import runners, tried
from tests.properties.test_laws import others_together, passed_again, shifted

some = tried(200)
wishes = st.lists(st.tuples(st.integers(-1, 6), st.integers(0, 6)), min_size=1, max_size=3)


def wished(runner: Runner, day: int, days: list[tuple[int, int]]) -> Plan:
    for hour, (from_day, to_day) in enumerate(days, start=7):
        runner.moved(day, day + from_day, day + to_day, hour=hour)
    return runner.decided(day).plan


@some
@given(runners(), wishes)
def test_laws_1_and_8_hold_with_runs_moved(made: tuple[Runner, int], days: list[tuple[int, int]]) -> None:
    runner, day = made

    plan = wished(runner, day, days)

    runs = [session for session in plan.sessions if session.kind is SessionKind.RUN]
    assert not (plan.urgency.stops_running and runs)
    assert all(session.running_min <= (plan.caps.run_min or 0) for session in runs)
    assert all((later.on - run.on).days != 1 for run in runs for later in runs)
    assert all(one.running_min <= others_together(one.on, runner.seen(day), runs) for one in runs) or (
        plan.phase not in {"build", "maintain"}
    )
    assert plan.refused == ()


@some
@given(runners(), wishes)
def test_a_wish_never_adds_a_running_day_to_any_seven(
    made: tuple[Runner, int], days: list[tuple[int, int]]
) -> None:
    runner, day = made
    before = runner.decided(day).plan

    plan = wished(runner, day, days)

    assert running_days(plan) <= max(running_days(before), most_days(runner, day))


def running_days(plan: Plan) -> int:
    return sum(session.kind is SessionKind.RUN for session in plan.sessions)


def most_days(runner: Runner, day: int) -> int:
    """The running days of the usual week are the most that any phase has."""
    usual = runner.seen(day).baseline
    return int(usual.days_per_week) if usual is not None else 1


@some
@given(runners(), wishes)
def test_every_answer_is_true_and_planning_twice_is_planning_once(
    made: tuple[Runner, int], days: list[tuple[int, int]]
) -> None:
    runner, day = made

    plan = wished(runner, day, days)

    assert all(is_true(answer, plan) for answer in plan.moves)
    assert runner.decided(day).plan == plan
    assert passed_again(runner, day, runner.decided(day)) == plan


def is_true(answer: MoveAnswer, plan: Plan) -> bool:
    """A run is on the day it was wished on and not on its own; or a rule is named."""
    kinds = {session.on: session.kind for session in plan.sessions}
    runs = {SessionKind.RUN, SessionKind.WALK}
    if not answer.done:
        return answer.because is not None
    return kinds[answer.to_day] in runs and kinds.get(answer.from_day) is not SessionKind.RUN


@some
@given(runners(), wishes, st.integers(-20, 20))
def test_law_4_holds_with_runs_moved(
    made: tuple[Runner, int], days: list[tuple[int, int]], weeks: int
) -> None:
    runner, day = made
    plan = wished(runner, day, days)
    by = timedelta(weeks=weeks)

    later = decided(shifted(runner.history, by), runner.date(day) + by).plan

    assert [replace(one, on=one.on + by) for one in plan.sessions] == list(later.sessions)
    assert [answer.done for answer in plan.moves] == [answer.done for answer in later.moves]
