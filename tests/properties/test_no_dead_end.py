"""Law 11: from every state some sequence of honest answers leads to Build."""

from hypothesis import given
from hypothesis import strategies as st

from kneewise.model.answers import UNKNOWN
from kneewise.model.plan import Phase, SessionKind
from kneewise.model.runner import Settings
from tests.engine.made import Runner, sore_runner
from tests.properties.histories import LAST_DAY, Event, events, settings, tell, tried

LONGEST_WAY = 120


@tried(20)
@given(events(), settings, st.sampled_from([15.0, 40.0, 90.0]))
def test_law_11_good_days_and_honest_answers_lead_to_build(
    happened: tuple[Event, ...], chosen: Settings, run_min: float
) -> None:
    runner = tell(happened, chosen, run_min=run_min)
    day = max((event.day for event in happened), default=0) + 2
    runner.cleared(day)

    assert reaches_build(runner, day)


def test_a_run_too_short_for_the_plan_made_while_running_waited_keeps_nobody_in_calm() -> None:
    runner = sore_runner().told(1, {"giving_way": UNKNOWN}).run(2, 2, during=0).told(3, {"giving_way": False})

    assert not runner.decided(2).plan.may_run
    assert reaches_build(runner, 4)


def reaches_build(runner: Runner, day: int) -> bool:
    """Follow the plan, with no pain and every answer given."""
    for on in range(day, day + LONGEST_WAY):
        if on == day or (on > LAST_DAY - 6 and on % 6 == 0):
            runner.screened(on, weekly=True)
        plan = runner.decided(on).plan
        if plan.phase in {Phase.BUILD, Phase.MAINTAIN} and plan.may_run:
            return True
        session = plan.sessions[0]
        match session.kind:
            case SessionKind.RUN:
                runner.run(on, session.running_min, during=0)
            case SessionKind.WALK:
                runner.walk(on)
            case SessionKind.REST | SessionKind.BIKE | SessionKind.POOL:
                runner.morning(on + 1, 0)
        runner.tested(on)
    return False
