"""What the gate leaves beside a flag, and where something is not known."""

import math
from typing import Any

import pytest

from kneewise.model.diary import TestKind
from kneewise.model.findings import Flag, Urgency
from kneewise.model.places import Side
from kneewise.model.plan import (
    Advice,
    Block,
    Change,
    ChangeKind,
    HomeTest,
    HomeTestState,
    Phase,
    Session,
    SessionKind,
)
from tests.engine.gate_made import (
    REASON,
    TODAY,
    beside,
    colour,
    day,
    lengths,
    passed,
    plan,
    rest,
    run,
    runner,
    seen,
    walk,
)

LAW_1 = ("gate.law_1",)
LAW_2 = ("gate.law_2",)
LAW_8 = ("gate.law_8",)
HOPS = HomeTest(
    side=Side.RIGHT, kind=TestKind.HOPS, count=20, pain_0_10=2, told_on=None, state=HomeTestState.OPEN
)


def advice(room: str, action: str = "planted", *, daily_life: bool = False) -> Advice:
    return Advice(room=room, action=action, because=(REASON,), daily_life=daily_life)


def flag(urgency: Urgency) -> Flag:
    return Flag(key="lump", urgency=urgency, since=TODAY, because=REASON)


def test_a_plan_that_breaks_no_law_passes_as_it_is() -> None:
    proposed = plan(run(0, 20), rest(1), walk(2), run(4, 20))

    assert passed(runner(), proposed) == proposed


# --------------------------------------------------------------------------------------- the worst urgency


@pytest.mark.parametrize(
    ("own", "room", "flags"),
    [
        (Urgency.SAME_DAY, Urgency.NONE, ()),
        (Urgency.NONE, Urgency.SAME_DAY, ()),
        (Urgency.NONE, Urgency.NONE, (flag(Urgency.WITHIN_DAYS), flag(Urgency.SAME_DAY))),
        (Urgency.WITHIN_DAYS, Urgency.ROUTINE, (flag(Urgency.SAME_DAY),)),
    ],
    ids=["the plan's", "the room's", "a flag's", "the worst of three"],
)
def test_the_worst_urgency_is_the_plans_the_rooms_or_a_flags(
    own: Urgency, room: Urgency, flags: tuple[Flag, ...]
) -> None:
    out = passed(runner(), plan(rest(0), may_run=False, urgency=own), urgency=room, flags=flags)

    assert out.urgency is Urgency.SAME_DAY
    assert ("gate.urgency" in out.refused) is (own is not Urgency.SAME_DAY)


def test_a_routine_flag_is_said_and_takes_nothing_out() -> None:
    out = passed(runner(), plan(run(0, 20)), flags=(flag(Urgency.ROUTINE),))

    assert (out.urgency, out.may_run, lengths(out)) == (Urgency.ROUTINE, True, [20])
    assert out.refused == ("gate.urgency",)


# ---------------------------------------------------------------------------------------- law 1, part by part


@pytest.mark.parametrize(
    "planted",
    [
        {"may_run": True},
        {"sessions": (walk(0),)},
        {"sessions": (run(0, 10),)},
        {"sessions": (rest(0), run(1, 0, blocks=()))},
        {"advice": (advice("step7_recovery"),)},
        {"changes": (Change(kind=ChangeKind.EXERCISE, on=TODAY),)},
        {"advances": True, "advanced_on": (colour(-3), colour(-5))},
        {"home_tests": (HOPS,)},
    ],
    ids=["it may run", "a walk", "a run", "a run of no minutes", "advice", "a change", "a step on", "hops"],
)
def test_each_part_that_is_not_left_beside_a_flag_is_taken_out(planted: dict[str, Any]) -> None:
    proposed = plan(**{"may_run": False, "urgency": Urgency.WITHIN_DAYS, **planted})

    out = passed(runner(), proposed)

    assert (out.may_run, out.advice, out.changes, out.advances, out.advanced_on) == (False, (), (), False, ())
    assert out.home_tests == ()
    assert {session.kind for session in out.sessions} <= {SessionKind.REST}
    assert out.refused == LAW_1


def test_a_plan_that_only_says_where_to_go_is_let_be() -> None:
    care = advice("red_flags", "care.same_day")
    proposed = plan(rest(0), rest(1), may_run=False, urgency=Urgency.SAME_DAY, advice=(care,))

    assert passed(runner(), proposed) == proposed


@pytest.mark.parametrize("urgency", [Urgency.SAME_DAY, Urgency.EMERGENCY])
def test_beside_urgent_care_are_the_rooms_own_words_the_diary_and_sleep(urgency: Urgency) -> None:
    care, log = advice("red_flags", "care.emergency"), advice("engine", "log.keep")
    sleep, ice = advice("step7_recovery", "recovery.sleep"), advice("step7_recovery", daily_life=True)
    proposed = plan(may_run=False, urgency=urgency, advice=(care, log, sleep, ice))

    assert passed(runner(), proposed).advice == (care, log, sleep)


def test_beside_care_within_days_is_daily_life() -> None:
    care, daily = advice("red_flags", "care.within_days"), advice("step7_recovery", daily_life=True)
    other = advice("step7_recovery", "recovery.sleep")
    proposed = plan(may_run=False, urgency=Urgency.WITHIN_DAYS, advice=(care, daily, other))

    assert passed(runner(), proposed).advice == (care, daily)


@pytest.mark.parametrize("room", ["step2_load", "step3_cadence", "step4_strength", "step5_ankle"])
def test_a_drill_is_no_daily_life_whatever_it_calls_itself(room: str) -> None:
    drill = advice(room, daily_life=True)
    proposed = plan(may_run=False, urgency=Urgency.WITHIN_DAYS, advice=(drill,))

    assert passed(runner(), proposed).advice == ()


# ------------------------------------------------------------------------------------------------------ law 2


@pytest.mark.parametrize(
    "waits",
    [{"ask": ("lump",)}, {"paused": True}, {"may_run": False}],
    ids=["something is asked", "it is paused", "it may not run"],
)
@pytest.mark.parametrize("may_run", [True, False])
def test_where_running_waits_a_run_goes_and_a_walk_stays(waits: dict[str, Any], may_run: bool) -> None:
    steps = (colour(-3), colour(-5))
    proposed = plan(run(0, 20), walk(1), may_run=may_run, advances=True, advanced_on=steps)

    out = passed(runner(), proposed, **waits)

    assert out.sessions == (rest(0), walk(1))
    assert (out.may_run, out.advances, out.advanced_on, out.refused) == (False, False, (), LAW_2)


def test_where_running_waits_the_exercises_and_the_circuit_of_the_day_stay() -> None:
    own: dict[str, Any] = {"exercises": ("calf_raise",), "circuit": True}

    out = passed(runner(), plan(run(0, 20, **own)), paused=True)

    assert out.sessions == (Session(on=day(0), kind=SessionKind.REST, **own),)


def test_where_running_waits_a_plan_that_says_it_may_run_does_not() -> None:
    out = passed(runner(), plan(walk(0)), paused=True)

    assert (out.may_run, out.sessions, out.refused) == (False, (walk(0),), LAW_2)


def test_where_running_waits_a_plan_of_walks_is_let_be() -> None:
    proposed = plan(walk(0), may_run=False)

    assert passed(runner(), proposed, paused=True) == proposed


@pytest.mark.parametrize("phase", [Phase.WALK_RUN, Phase.BUILD])
def test_somebody_never_screened_does_not_run(phase: Phase) -> None:
    out = passed(seen(started_on=None), plan(run(0, 5), phase=phase))

    assert (out.sessions, out.may_run, out.refused) == ((rest(0),), False, LAW_2)


def test_a_plan_that_says_it_may_not_run_holds_no_run() -> None:
    out = passed(runner(), plan(run(0, 20), may_run=False))

    assert (out.sessions, out.refused) == ((rest(0),), LAW_2)


def test_a_plan_without_a_run_may_not_run() -> None:
    out = passed(runner(), plan(walk(0), rest(1)))

    assert (out.may_run, out.refused) == (False, ())


@pytest.mark.parametrize(
    "planned", [run(0, 0, blocks=()), beside(0, running_min=0.5)], ids=["of no said length", "in a walk"]
)
def test_where_running_waits_every_kind_of_run_goes(planned: Session) -> None:
    out = passed(runner(), plan(planned), paused=True)

    assert (out.sessions, out.may_run, out.refused) == ((rest(0),), False, LAW_2)


# ------------------------------------------------------------------------------------- running that is hidden


@pytest.mark.parametrize(
    "planted",
    [
        beside(0, blocks=(Block(run_min=5, walk_min=1, times=4),)),
        run(0, 10, blocks=(Block(run_min=5, walk_min=1, times=3),)),
        run(0, 10, blocks=(Block(run_min=10, walk_min=0, times=1), Block(run_min=1, walk_min=0, times=1))),
        run(0, -0.5, blocks=()),
        run(0, 10, blocks=(Block(run_min=-5, walk_min=0, times=1),)),
        run(0, 10, blocks=(Block(run_min=5, walk_min=0, times=-1),)),
        run(0, -0.5, blocks=(Block(run_min=-0.6, walk_min=0, times=1),)),
        run(0, math.nan, blocks=()),
        run(0, 10, blocks=(Block(run_min=math.nan, walk_min=0, times=1),)),
    ],
    ids=[
        "in a walk",
        "repeats",
        "blocks",
        "less",
        "a block less",
        "less often",
        "a little less than none",
        "no number",
        "no number in it",
    ],
)
def test_running_that_does_not_add_up_is_taken_out(planted: Any) -> None:
    out = passed(runner(), plan(planted, run(2, 20)))

    assert out.sessions == (rest(0), run(2, 20))
    assert out.refused == LAW_8


def test_a_rule_that_refuses_twice_is_named_once() -> None:
    assert passed(runner(), plan(run(0, math.nan, blocks=()), run(2, 500))).refused == LAW_8


def test_a_hundredth_of_a_minute_is_rounding() -> None:
    in_thirds = run(0, 9.99, blocks=(Block(run_min=10 / 3, walk_min=1, times=3),))
    more = run(0, 9.98, blocks=(Block(run_min=10 / 3, walk_min=1, times=3),))

    assert passed(runner(), plan(in_thirds)).sessions == (in_thirds,)
    assert passed(runner(), plan(more)).sessions == (rest(0),)


@pytest.mark.parametrize("kind", [SessionKind.WALK, SessionKind.BIKE, SessionKind.POOL, SessionKind.REST])
def test_what_is_no_run_holds_no_running(kind: SessionKind) -> None:
    out = passed(runner(), plan(run(0, 20, kind=kind), run(2, 20)))

    assert out.sessions == (rest(0), run(2, 20))
    assert out.refused == LAW_8


def test_what_is_no_run_is_let_be_when_it_holds_none() -> None:
    proposed = plan(*(beside(2, kind=kind) for kind in SessionKind if kind is not SessionKind.RUN))

    assert passed(runner(), proposed).sessions == proposed.sessions
