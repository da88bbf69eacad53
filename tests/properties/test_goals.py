"""A race as the goal keeps every run within its caps, and names no day that is behind."""

from dataclasses import replace
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from kneewise.model.plan import SessionKind
from tests.engine.made import Runner
from tests.properties.histories import runners, tried


@tried(20)
@given(runners(), st.integers(-5, 200), st.sampled_from([20.0, 45.0, 90.0, 240.0]))
def test_a_race_breaks_no_cap_and_its_day_is_to_come(
    made: tuple[Runner, int], days: int, minutes: float
) -> None:
    runner, day = made
    race_on = runner.date(day) + timedelta(days=days)
    runner = replace(runner, settings=replace(runner.settings, race_on=race_on, race_min=minutes))

    plan = runner.decided(day).plan

    runs = [session for session in plan.sessions if session.kind is SessionKind.RUN]
    assert all(session.running_min <= (plan.caps.run_min or 0) for session in runs)
    assert plan.refused == ()
    assert plan.goal is not None
    if plan.goal.soonest_on is not None:
        assert plan.on <= plan.goal.soonest_on
        assert plan.goal.in_time is (plan.goal.soonest_on <= race_on)
        assert not plan.urgency.stops_running
