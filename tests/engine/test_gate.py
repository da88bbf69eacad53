"""A violation planted in a plan or a room is caught, whoever made it."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from kneewise.app.numbers import house_numbers
from kneewise.engine import gate
from kneewise.model.evidence import Grade, Reason
from kneewise.model.findings import Colour, Flag, Urgency
from kneewise.model.observations import NewShoe
from kneewise.model.plan import (
    Advice,
    Block,
    Caps,
    Change,
    ChangeKind,
    Decision,
    Phase,
    Plan,
    RunColour,
    Session,
    SessionKind,
)
from tests.engine.made import Runner, out_of_calm, sore_runner

REASON = Reason(rule="planted", grade=Grade.D, sources=("kneewise-design",))


def passed(runner: Runner, day: int, plan: Plan, decision: Decision, **found: Any) -> Plan:
    assessed = decision.found
    if found:
        assessed = replace(assessed, safety=replace(assessed.safety, **found))
    numbers = house_numbers().gate
    return gate(runner.seen(day), assessed, plan, colours=decision.colours, numbers=numbers)


def a_run(plan: Plan, minutes: float, *, day: int = 0, **more: Any) -> Session:
    block = Block(run_min=minutes, walk_min=0, times=1)
    on = plan.on + timedelta(days=day)
    return Session(on=on, kind=SessionKind.RUN, running_min=minutes, blocks=(block,), **more)


def test_a_run_beside_a_red_flag_is_taken_out() -> None:
    runner = sore_runner()
    decision = runner.decided(0)
    flag = Flag(key="night_pain", urgency=Urgency.WITHIN_DAYS, since=runner.start, because=REASON)

    plan = passed(runner, 0, decision.plan, decision, flags=(flag,))

    assert not plan.may_run
    assert {session.kind for session in plan.sessions} == {SessionKind.REST}
    assert plan.urgency is Urgency.WITHIN_DAYS
    assert set(plan.refused) == {"gate.urgency", "gate.law_1"}


@pytest.mark.parametrize("kind", [SessionKind.RUN, SessionKind.WALK, SessionKind.BIKE, SessionKind.POOL])
@pytest.mark.parametrize("urgency", [Urgency.WITHIN_DAYS, Urgency.SAME_DAY, Urgency.EMERGENCY])
def test_nothing_moves_while_somebody_should_be_seen(kind: SessionKind, urgency: Urgency) -> None:
    runner = sore_runner()
    decision = runner.decided(0)
    planted = Session(on=runner.start, kind=kind, running_min=10, duration_min=10)

    plan = passed(runner, 0, replace(decision.plan, urgency=urgency, sessions=(planted,)), decision)

    assert plan.sessions == (Session(on=runner.start, kind=SessionKind.REST),)


def test_an_exercise_beside_a_red_flag_is_taken_out_and_daily_life_stays() -> None:
    runner = sore_runner()
    decision = runner.decided(0)
    drill = Advice(room="step5_ankle", action="ankle.step_ups", because=(REASON,))
    sleep = Advice(room="step7_recovery", action="recovery.sleep", because=(REASON,), daily_life=True)
    planted = replace(decision.plan, urgency=Urgency.WITHIN_DAYS, advice=(drill, sleep))

    plan = passed(runner, 0, planted, decision)

    assert plan.advice == (sleep,)


@pytest.mark.parametrize("unasked", [{"ask": ("night_pain",)}, {"paused": True}, {"may_run": False}])
def test_a_run_with_something_unasked_is_taken_out(unasked: dict[str, Any]) -> None:
    runner = sore_runner()
    decision = runner.decided(0)

    plan = passed(runner, 0, decision.plan, decision, **unasked)

    assert not plan.may_run
    assert all(session.running_min == 0 for session in plan.sessions)
    assert "gate.law_2" in plan.refused


def test_a_run_of_somebody_never_screened_is_taken_out() -> None:
    runner = Runner().usually()
    decision = runner.decided(0)
    planted = replace(decision.plan, may_run=True, sessions=(a_run(decision.plan, 20),))

    plan = passed(runner, 0, planted, decision, ask=(), may_run=True)

    assert not plan.may_run
    assert "gate.law_2" in plan.refused


def test_a_step_on_a_run_with_an_unknown_answer_is_refused() -> None:
    runner = out_of_calm()
    decision = runner.decided(8)
    first = decision.plan.advanced_on[0]
    unknown = replace(first, missing=("morning",), colour=Colour.UNKNOWN)

    plan = passed(
        runner, 8, replace(decision.plan, advanced_on=(unknown, *decision.plan.advanced_on[1:])), decision
    )

    assert decision.plan.advances
    assert not plan.advances
    assert not plan.may_run
    assert "gate.law_10" in plan.refused


def test_a_step_on_a_run_that_the_diary_does_not_know_is_refused() -> None:
    runner = out_of_calm()
    decision = runner.decided(9)
    made_up = RunColour(
        on=runner.date(-3), side=runner.side, activity_id="nobody-ran-it", colour=Colour.GREEN
    )
    planted = replace(decision.plan, advances=True, advanced_on=(made_up, made_up))

    plan = passed(runner, 9, planted, decision)

    assert "gate.law_10" in plan.refused
    assert not plan.may_run


def test_of_two_changes_within_a_week_the_later_goes() -> None:
    runner = out_of_calm()
    decision = runner.decided(9)
    on = decision.plan.on
    two = (Change(kind=ChangeKind.CADENCE, on=on), Change(kind=ChangeKind.HILLS, on=on + timedelta(days=6)))
    hilly = tuple(replace(session, hills=True) for session in decision.plan.sessions)

    plan = passed(runner, 9, replace(decision.plan, changes=two, sessions=hilly), decision)

    assert plan.changes == two[:1]
    assert not any(session.hills for session in plan.sessions)
    assert plan.refused == ("gate.law_7",)


def test_two_changes_a_week_apart_stay() -> None:
    runner = out_of_calm()
    decision = runner.decided(9)
    on = decision.plan.on
    two = (Change(kind=ChangeKind.CADENCE, on=on - timedelta(days=7)), Change(kind=ChangeKind.HILLS, on=on))

    plan = passed(runner, 9, replace(decision.plan, changes=two), decision)

    assert plan.changes == two
    assert plan.refused == ()


@pytest.mark.parametrize("minutes", [29.0, 60.0, 600.0])
def test_a_run_above_its_cap_is_made_shorter(minutes: float) -> None:
    runner = out_of_calm()
    decision = runner.decided(10)
    cap = decision.plan.caps.run_min
    planted = replace(decision.plan, sessions=(a_run(decision.plan, minutes),))

    plan = passed(runner, 10, planted, decision)

    assert [session.running_min for session in plan.sessions] == [cap]
    assert plan.sessions[0].blocks[0].run_min == cap
    assert plan.refused == ("gate.law_8",)


def test_a_plan_that_forgot_its_caps_meets_the_gates_own() -> None:
    runner = out_of_calm()
    decision = runner.decided(10)
    free = Caps(run_min=None, run_m=None, week_min=None)
    planted = replace(decision.plan, caps=free, sessions=(a_run(decision.plan, 90),))

    plan = passed(runner, 10, planted, decision)

    assert plan.phase is Phase.BUILD
    assert plan.sessions[0].running_min <= 30.8
    assert plan.refused == ("gate.law_8",)


def test_a_week_of_runs_every_day_is_cut_to_the_gates_week() -> None:
    runner = out_of_calm()
    decision = runner.decided(10)
    every_day = tuple(a_run(decision.plan, 28, day=day) for day in range(7))

    plan = passed(runner, 10, replace(decision.plan, sessions=every_day), decision)

    assert sum(session.running_min for session in plan.sessions) <= 144
    assert "gate.law_8" in plan.refused


def test_one_run_that_is_more_than_the_others_of_its_week_together_is_made_shorter() -> None:
    runner = out_of_calm().each_week(20)
    decision = runner.decided(20)
    short = tuple(a_run(decision.plan, 10, day=day) for day in (0, 2))
    planted = replace(decision.plan, phase=Phase.BUILD, sessions=(*short, a_run(decision.plan, 28, day=4)))
    free = replace(planted, caps=Caps(run_min=None, run_m=None, week_min=None))

    plan = passed(runner, 20, free, decision)

    assert [session.running_min for session in plan.sessions] == [10, 10, 20]
    assert plan.refused == ("gate.law_8",)


def test_a_change_within_a_week_of_a_new_shoe_is_refused_and_the_shoe_stays() -> None:
    runner = out_of_calm()
    decision = runner.decided(9)
    changes = tuple(
        Change(kind=kind, on=runner.date(day))
        for kind, day in ((ChangeKind.NEW_SHOE, 7), (ChangeKind.CADENCE, 10))
    )
    seen = replace(runner.seen(9), shoes_first_used=(NewShoe(on=runner.date(7), name="Blue Racer"),))
    planted = replace(decision.plan, changes=changes)

    plan = gate(seen, decision.found, planted, colours=decision.colours, numbers=house_numbers().gate)

    assert [change.kind for change in plan.changes] == [ChangeKind.NEW_SHOE]
    assert plan.refused == ("gate.law_7",)


def test_a_change_whose_run_is_taken_out_is_judged_by_the_day_it_opens() -> None:
    runner = out_of_calm().run(9, 28, during=7)
    decision = runner.decided(10)
    hilly = replace(a_run(decision.plan, 10), hills=True)
    changes = tuple(
        Change(kind=kind, on=runner.date(day))
        for kind, day in ((ChangeKind.HILLS, 11), (ChangeKind.RUNNING_DAY, 17))
    )
    planted = replace(decision.plan, phase=Phase.BUILD, sessions=(hilly,), changes=changes)

    plan = passed(runner, 10, planted, decision)

    assert plan.sessions[0].kind is SessionKind.REST
    assert plan.changes == changes[:1], "Six days after the hills, which today's run would have begun."


def test_a_run_within_two_days_of_a_red_one_is_taken_out() -> None:
    runner = sore_runner().run(1, 28, during=7, after_60min=1)
    decision = runner.decided(2)
    early = (a_run(decision.plan, 10), a_run(decision.plan, 10, day=2))

    plan = passed(runner, 2, replace(decision.plan, sessions=early, may_run=True), decision)

    assert [session.kind for session in plan.sessions] == [SessionKind.REST, SessionKind.RUN]
    assert plan.refused == ("gate.rest_after_red",)


def test_a_repeat_too_many_is_left_out() -> None:
    runner = out_of_calm()
    decision = runner.decided(10)
    block = Block(run_min=5, walk_min=1, times=10)
    planted = Session(
        on=decision.plan.on, kind=SessionKind.RUN, running_min=50, duration_min=60, blocks=(block,)
    )

    plan = passed(runner, 10, replace(decision.plan, sessions=(planted,)), decision)

    assert plan.sessions[0].blocks == (replace(block, times=5),)
    assert plan.sessions[0].running_min <= 28


def test_a_build_run_in_the_first_week_is_taken_out() -> None:
    runner = sore_runner()
    decision = runner.decided(3)
    planted = replace(decision.plan, phase=Phase.BUILD, sessions=(a_run(decision.plan, 10),))

    plan = passed(runner, 3, planted, decision)

    assert not plan.may_run
    assert "gate.law_10" in plan.refused


def test_hills_in_calm_are_taken_out() -> None:
    runner = sore_runner()
    decision = runner.decided(3)
    planted = replace(decision.plan, sessions=(a_run(decision.plan, 10, hills=True, speed=True),))

    plan = passed(runner, 3, planted, decision)

    assert not any(session.hills or session.speed for session in plan.sessions)
    assert plan.refused == ("gate.law_7",)


def test_what_is_done_daily_does_not_stand_beside_urgent_care() -> None:
    runner = sore_runner()
    decision = runner.decided(0)
    shoes = Advice(room="step6_footwear", action="footwear.wear", because=(REASON,), daily_life=True)
    sleep = Advice(room="step7_recovery", action="recovery.sleep", because=(REASON,), daily_life=True)
    planted = replace(decision.plan, urgency=Urgency.SAME_DAY, advice=(shoes, sleep))

    plan = passed(runner, 0, planted, decision)

    assert plan.advice == (sleep,)


def test_a_harder_exercise_within_a_week_of_another_change_is_refused_with_what_it_brought() -> None:
    runner = out_of_calm()
    decision = runner.decided(9)
    on = decision.plan.on
    harder = Change(kind=ChangeKind.EXERCISE, on=on + timedelta(days=6), exercises=("step_down",))
    two = (Change(kind=ChangeKind.CADENCE, on=on), harder)
    busy = tuple(replace(session, exercises=("clamshell", "step_down")) for session in decision.plan.sessions)
    advice = tuple(
        Advice(room="step4_strength", action=f"strength.{name}", because=(REASON,))
        for name in ("clamshell", "step_down")
    )
    planted = replace(decision.plan, changes=two, sessions=busy, advice=advice)

    plan = passed(runner, 9, planted, decision)

    assert plan.changes == two[:1]
    assert {session.exercises for session in plan.sessions} == {("clamshell",)}
    assert plan.advice == advice[:1]
    assert plan.refused == ("gate.law_7",)


@pytest.mark.parametrize(("days", "kept"), [(6, 1), (7, 2)])
def test_a_change_within_a_week_of_a_harder_exercise_goes(days: int, kept: int) -> None:
    runner = out_of_calm()
    decision = runner.decided(9)
    on = decision.plan.on
    harder = Change(kind=ChangeKind.EXERCISE, on=on, exercises=("step_down",))
    two = (harder, Change(kind=ChangeKind.CADENCE, on=on + timedelta(days=days)))

    plan = passed(runner, 9, replace(decision.plan, changes=two), decision)

    assert plan.changes == two[:kept]


def test_exercises_of_a_day_do_not_stand_beside_a_red_flag() -> None:
    runner = sore_runner()
    decision = runner.decided(0)
    planted = Session(on=runner.start, kind=SessionKind.REST, exercises=("clamshell",), circuit=True)

    plan = passed(
        runner, 0, replace(decision.plan, urgency=Urgency.WITHIN_DAYS, sessions=(planted,)), decision
    )

    assert plan.sessions == (Session(on=runner.start, kind=SessionKind.REST),)
    assert "gate.law_1" in plan.refused


def test_a_run_that_is_taken_out_leaves_the_exercises_of_its_day() -> None:
    runner = sore_runner()
    decision = runner.decided(0)

    plan = passed(runner, 0, decision.plan, decision, paused=True)

    assert not plan.may_run
    assert [one.exercises for one in plan.sessions] == [one.exercises for one in decision.plan.sessions]
