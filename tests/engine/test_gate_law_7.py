"""What the gate makes of changes: of two within seven days the later one goes, with what it brought."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from kneewise.model.observations import NewShoe
from kneewise.model.plan import Change, ChangeKind, Phase, Plan, Session
from tests.engine.gate_made import TODAY, beside, day, passed, plan, rest, run, runner, seen, walk
from tests.engine.made import sore_runner, with_cadence

LAW_7 = ("gate.law_7",)
FULL: dict[str, Any] = {
    "hills": True,
    "downhill": True,
    "speed": True,
    "cadence_low_spm": 170.0,
    "cadence_high_spm": 175.0,
    "cadence_each_min": 5.0,
    "shoe": "Blue",
}


def change(kind: ChangeKind, number: int) -> Change:
    return Change(kind=kind, on=day(number), begun_on=day(number))


def with_changes(*changes: Change, sessions: tuple[Session, ...] = (run(0, 20, **FULL),)) -> Plan:
    return plan(*sessions, changes=changes)


@pytest.mark.parametrize(("apart", "kept"), [(0, 1), (1, 1), (6, 1), (7, 2), (8, 2)])
def test_two_changes_are_seven_days_apart(apart: int, kept: int) -> None:
    changes = (change(ChangeKind.EXERCISE, -3), change(ChangeKind.CADENCE, -3 + apart))

    out = passed(runner(), with_changes(*changes))

    assert out.changes == changes[:kept]
    assert out.refused == (LAW_7 if kept == 1 else ())


@pytest.mark.parametrize(("apart", "kept"), [(6, 1), (7, 2)])
def test_they_are_apart_by_the_days_on_which_they_were_met(apart: int, kept: int) -> None:
    first = replace(change(ChangeKind.EXERCISE, -9), begun_on=day(-7))
    second = replace(change(ChangeKind.HILLS, -20), begun_on=day(-7 + apart))

    out = passed(runner(), with_changes(second, first))

    assert set(out.changes) == set((first, second)[:kept])


def test_of_two_that_are_to_come_the_sessions_hold_one() -> None:
    hills = Change(kind=ChangeKind.HILLS, on=day(-20))
    speed = Change(kind=ChangeKind.SPEED, on=day(-8))
    both = run(0, 20, hills=True, speed=True)

    out = passed(runner(), with_changes(hills, speed, sessions=(both, walk(1))))
    one = passed(runner(), with_changes(hills, speed, sessions=(replace(both, hills=False),)))

    assert (out.changes, out.refused) == ((hills,), LAW_7)
    assert out.sessions == (replace(both, speed=False), walk(1))
    assert (one.changes, one.refused) == ((hills, speed), ())


def test_the_later_one_goes_in_whatever_order_they_are_named() -> None:
    first, second = change(ChangeKind.CADENCE, -2), change(ChangeKind.HILLS, 1)

    assert passed(runner(), with_changes(second, first)).changes == (first,)


def test_one_that_went_delays_nothing() -> None:
    changes = (change(ChangeKind.CADENCE, -6), change(ChangeKind.HILLS, -1), change(ChangeKind.SPEED, 1))

    assert passed(runner(), with_changes(*changes)).changes == (changes[0], changes[2])


@pytest.mark.parametrize(
    ("kind", "gone"),
    [
        (
            ChangeKind.CADENCE,
            {"cadence_low_spm": None, "cadence_high_spm": None, "cadence_each_min": None},
        ),
        (ChangeKind.HILLS, {"hills": False, "downhill": False}),
        (ChangeKind.DOWNHILL, {"downhill": False}),
        (ChangeKind.SPEED, {"speed": False}),
        (ChangeKind.EXERCISE, {}),
    ],
)
def test_what_a_change_brought_goes_with_it_and_nothing_else(kind: ChangeKind, gone: dict[str, Any]) -> None:
    planned = run(0, 20, **FULL)
    first = ChangeKind.RUNNING_DAY

    out = passed(runner(), with_changes(change(first, -1), change(kind, 0), sessions=(planned, walk(1))))

    assert out.sessions == (replace(planned, **gone), walk(1))
    assert out.refused == LAW_7


def test_of_a_running_day_too_many_the_last_run_goes() -> None:
    changes = (change(ChangeKind.CADENCE, 0), change(ChangeKind.RUNNING_DAY, 3))
    sessions = (run(0, 20), run(2, 20), walk(3), run(4, 20), walk(5))

    out = passed(runner(), with_changes(*changes, sessions=sessions))

    assert out.sessions == (run(0, 20), run(2, 20), walk(3), rest(4), walk(5))


def test_a_running_day_too_many_goes_beside_another_change_that_goes() -> None:
    kinds = (ChangeKind.EXERCISE, ChangeKind.HILLS, ChangeKind.RUNNING_DAY)
    changes = tuple(change(kind, number) for number, kind in enumerate(kinds))

    out = passed(runner(), with_changes(*changes, sessions=(run(0, 20), run(4, 20))))

    assert out.sessions == (run(0, 20), rest(4))


def test_of_a_running_day_too_many_in_a_week_without_a_run_nothing_goes() -> None:
    changes = (change(ChangeKind.CADENCE, 0), change(ChangeKind.RUNNING_DAY, 3))

    assert passed(runner(), with_changes(*changes, sessions=(walk(0),))).sessions == (walk(0),)


def test_another_change_takes_no_running_day_away() -> None:
    changes = (change(ChangeKind.RUNNING_DAY, 0), change(ChangeKind.CADENCE, 3))

    out = passed(runner(), with_changes(*changes, sessions=(run(0, 20), run(4, 20))))

    assert out.sessions == (run(0, 20), run(4, 20))


# ------------------------------------------------------------------------------------------------------ shoes


def in_new_shoes(number: int) -> Any:
    return replace(runner(), shoes_first_used=(NewShoe(on=day(number), name="Blue"),))


@pytest.mark.parametrize(("worn", "kept"), [(-7, 1), (-6, 0), (-1, 0), (0, 0), (1, 1)])
def test_a_change_waits_seven_days_for_a_new_shoe_and_not_for_one_that_comes_after_it(
    worn: int, kept: int
) -> None:
    out = passed(in_new_shoes(worn), with_changes(change(ChangeKind.CADENCE, 0)))

    assert len(out.changes) == kept
    assert (out.sessions[0].cadence_low_spm is None) is (kept == 0)


def test_a_change_waits_for_a_pair_that_came_before_the_newest_one() -> None:
    pairs = tuple(NewShoe(on=day(number), name=name) for number, name in ((-4, "Blue"), (1, "Red")))

    out = passed(replace(runner(), shoes_first_used=pairs), with_changes(change(ChangeKind.CADENCE, 0)))

    assert out.changes == ()


def test_shoes_are_never_taken_back() -> None:
    changes = (
        change(ChangeKind.CADENCE, -3),
        change(ChangeKind.NEW_SHOE, -2),
        change(ChangeKind.NEW_SHOE, -1),
    )

    out = passed(in_new_shoes(-1), with_changes(*changes))

    assert (out.changes, out.refused) == (changes, ())


def test_shoes_that_the_plan_names_delay_a_change_as_well() -> None:
    changes = (change(ChangeKind.NEW_SHOE, -2), change(ChangeKind.CADENCE, 0))

    assert passed(runner(), with_changes(*changes)).changes == changes[:1]


def test_new_shoes_take_no_drill_back_that_began_before_them() -> None:
    told = with_cadence(sore_runner()).each_week(30)
    for number in (1, 3, 5, 8, 10):
        told.run(number, 20)
    new = told.date(10)
    told.activities = [replace(one, shoe="Red" if one.on == new else "Blue") for one in told.activities]

    out = told.decided(11).plan

    assert told.seen(11).shoes_first_used == (NewShoe(on=new, name="Red"),)
    assert [one.kind for one in out.changes] == [ChangeKind.CADENCE, ChangeKind.NEW_SHOE]
    assert any(session.cadence_low_spm for session in out.sessions)
    assert out.refused == ()


# ----------------------------------------------------------------------------------------- hills and speed


@pytest.mark.parametrize("phase", [Phase.TRIAGE, Phase.CALM, Phase.WALK_RUN, Phase.BUILD, Phase.MAINTAIN])
@pytest.mark.parametrize("which", ["hills", "downhill", "speed"])
def test_hills_and_speed_are_for_build_and_maintain(phase: Phase, which: str) -> None:
    grown = phase in {Phase.BUILD, Phase.MAINTAIN}
    planned = beside(0, **{which: True})

    out = passed(runner(), plan(planned, phase=phase))

    assert getattr(out.sessions[0], which) is grown
    assert out.refused == (() if grown else LAW_7)


def test_a_plain_session_stays_as_it_is_before_build() -> None:
    planned = (replace(walk(0), hills=True), replace(walk(1), shoe="Blue"))

    out = passed(runner(), plan(*planned, phase=Phase.CALM))

    assert out.sessions == (walk(0), planned[1])


def test_nothing_is_known_of_shoes_where_nobody_told() -> None:
    assert seen().shoes_first_used == ()
    assert isinstance(TODAY, date)
    assert passed(seen(), with_changes(change(ChangeKind.EXERCISE, 0))).changes
