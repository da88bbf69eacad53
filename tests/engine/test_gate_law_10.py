"""Nothing goes on with fewer fully answered good runs behind it than it needs."""

from dataclasses import replace
from typing import Any

import pytest

from kneewise.model.findings import Colour
from kneewise.model.observations import DiaryEntry
from kneewise.model.places import Side
from kneewise.model.plan import Phase, Plan, RunColour
from tests.engine.gate_made import (
    colour,
    day,
    did,
    entry,
    lengths,
    morning,
    passed,
    plan,
    rest,
    run,
    score,
    seen,
    walk,
)

LAW_10 = ("gate.law_10",)


def step(*earned: RunColour, **more: Any) -> Plan:
    """A step on, on the ladder."""
    return plan(run(0, 20), walk(1), advances=True, advanced_on=earned, **{"phase": Phase.WALK_RUN, **more})


def refused(out: Plan) -> bool:
    """Whether the step was refused; then running goes, and the rest stays."""
    if not out.refused:
        assert (out.advances, out.may_run, out.sessions) == (True, True, (run(0, 20), walk(1)))
        return False
    assert (out.advances, out.advanced_on, out.may_run, out.refused) == (False, (), False, LAW_10)
    assert out.sessions == (rest(0), walk(1))
    return True


GOOD = (entry(-5, did(-5, 20)), entry(-3, did(-3, 20)))


def test_two_good_runs_earn_a_step() -> None:
    assert not refused(passed(seen(*GOOD), step(colour(-5), colour(-3))))


@pytest.mark.parametrize("count", [0, 1])
def test_fewer_than_two_earn_none(count: int) -> None:
    assert refused(passed(seen(*GOOD), step(*(colour(-5), colour(-3))[:count])))


def test_one_run_told_twice_is_one() -> None:
    assert refused(passed(seen(*GOOD), step(colour(-5), colour(-5))))


def test_a_plan_that_takes_no_step_needs_no_run_for_it() -> None:
    proposed = plan(run(0, 20), phase=Phase.WALK_RUN)

    assert passed(seen(*GOOD), proposed) == proposed


@pytest.mark.parametrize("of", Colour)
def test_only_green_and_neutral_runs_earn_a_step(of: Colour) -> None:
    out = passed(seen(*GOOD), step(colour(-5), colour(-3, of)))

    assert refused(out) is (of not in {Colour.GREEN, Colour.NEUTRAL})


def test_one_bad_run_among_three_spoils_the_step() -> None:
    three = (*GOOD, entry(-1, did(-1, 20)))

    assert refused(passed(seen(*three), step(colour(-5), colour(-3), colour(-1, Colour.AMBER))))
    assert not refused(passed(seen(*three), step(colour(-5), colour(-3), colour(-1))))


def test_a_run_that_lacks_an_answer_by_its_own_colour_earns_none() -> None:
    assert refused(passed(seen(*GOOD), step(colour(-5), colour(-3, missing=("morning",)))))


@pytest.mark.parametrize(
    "said",
    [
        {"during": None},
        {"during": score(None)},
        {"after_60min": None},
        {"morning": None},
        {"limp": True},
        {"limp": None},
        {"painkiller": True},
        {"painkiller": None},
    ],
    ids=str,
)
def test_a_run_that_lacks_an_answer_in_the_diary_earns_none(said: dict[str, Any]) -> None:
    diary = (entry(-5, did(-5, 20)), entry(-3, did(-3, 20), **said), entry(-1, did(-1, 20)))

    assert refused(passed(seen(*diary), step(colour(-5), colour(-3), colour(-1))))


def test_the_morning_of_its_day_does_not_answer_for_a_run() -> None:
    diary = (*GOOD, entry(-1, did(-1, 20), during=None), morning(-1))

    assert refused(passed(seen(*diary), step(colour(-5), colour(-3), colour(-1))))


def test_another_run_of_its_day_does_not_answer_for_a_run() -> None:
    early, late = did(-1, 20, hour=6), did(-1, 20, hour=18)
    diary = (*GOOD, entry(-1, early, during=None), entry(-1, late))

    def of(run_id: str) -> Plan:
        return passed(seen(*diary), step(colour(-5), colour(-1, activity_id=run_id)))

    assert refused(of(early.activity_id))
    assert not refused(of(late.activity_id))


def test_a_walk_that_has_no_file_answers_for_itself() -> None:
    walked = colour(-1, activity_id=None)

    assert not refused(passed(seen(*GOOD, entry(-1)), step(colour(-5), walked)))
    assert refused(passed(seen(*GOOD, entry(-1, limp=None), morning(-1)), step(colour(-5), walked)))
    assert refused(passed(seen(*GOOD, entry(-1, did(-1, 20))), step(colour(-5), walked)))


def test_a_rest_day_speaks_by_its_morning() -> None:
    rested = colour(-1, about_run=False, activity_id=None)

    assert not refused(passed(seen(*GOOD, morning(-1)), step(colour(-5), rested)))
    assert refused(passed(seen(*GOOD, morning(-1, None)), step(colour(-5), rested)))
    assert refused(passed(seen(*GOOD), step(colour(-5), rested)))


def test_the_morning_of_a_day_with_a_walk_speaks_for_itself() -> None:
    rested, walk = colour(-1, about_run=False, activity_id=None), entry(-1, did(-1, 20))

    assert not refused(passed(seen(*GOOD, walk, morning(-1)), step(colour(-5), rested)))
    assert refused(passed(seen(*GOOD, walk), step(colour(-5), rested)))


def test_a_day_of_another_knee_is_no_answer() -> None:
    left = entry(-3, did(-3, 20), side=Side.LEFT)

    assert refused(passed(seen(entry(-5, did(-5, 20)), left), step(colour(-5), colour(-3))))


def test_another_day_is_no_answer() -> None:
    assert refused(passed(seen(*GOOD), step(colour(-5), colour(-2, activity_id=did(-3, 20).activity_id))))


def of_both_knees(*, left: int) -> tuple[RunColour, ...]:
    other = tuple(colour(number, side=Side.LEFT) for number in (-5, -3)[:left])
    return (colour(-5), colour(-3), *other)


@pytest.mark.parametrize(("left", "goes_on"), [(1, False), (2, True)])
def test_each_knee_needs_its_own_two_runs(left: int, goes_on: bool) -> None:
    other = tuple(replace(one, side=Side.LEFT) for one in GOOD)

    out = passed(seen(*GOOD, *other), step(*of_both_knees(left=left)))

    assert refused(out) is not goes_on


# ------------------------------------------------------------------------- the colours that the fold found


@pytest.mark.parametrize("of", Colour)
def test_a_run_that_the_fold_coloured_otherwise_earns_nothing(of: Colour) -> None:
    out = passed(seen(*GOOD), step(colour(-5), colour(-3)), colours=(colour(-5), colour(-3, of)))

    assert refused(out) is (of is not Colour.GREEN)


@pytest.mark.parametrize(
    "other",
    [
        colour(-4, Colour.RED, activity_id=did(-3, 1).activity_id),
        colour(-3, Colour.AMBER, side=Side.LEFT),
        colour(-3, Colour.AMBER, activity_id="another-run"),
        colour(-3, Colour.AMBER, activity_id=None),
    ],
    ids=["of another day", "of the other knee", "of another run", "of a walk"],
)
def test_another_colour_says_nothing_of_a_run(other: RunColour) -> None:
    assert not refused(passed(seen(*GOOD), step(colour(-5), colour(-3)), colours=(other,)))


def test_a_walk_and_the_morning_of_its_day_are_two() -> None:
    walked = colour(-1, Colour.NEUTRAL, activity_id=None)
    woken = colour(-1, about_run=False, activity_id=None)

    out = passed(seen(*GOOD, entry(-1), morning(-1)), step(colour(-5), walked), colours=(walked, woken))

    assert not refused(out)


# ---------------------------------------------------------------------------------------- not before its time


LATER = [Phase.WALK_RUN, Phase.BUILD, Phase.MAINTAIN]


@pytest.mark.parametrize("phase", LATER)
@pytest.mark.parametrize(("started", "runs"), [(-6, False), (-7, True), (-8, True)])
def test_no_run_after_calm_in_the_first_week(phase: Phase, started: int, runs: bool) -> None:
    at = seen(*GOOD, others=(did(-20, 100),), started_on=day(started))

    out = passed(at, plan(run(0, 20), phase=phase))

    assert out.may_run is runs
    assert out.refused == (() if runs else LAW_10)


@pytest.mark.parametrize("phase", LATER)
@pytest.mark.parametrize(
    ("diary", "runs"),
    [
        ((), False),
        ((entry(-5, did(-5, 20)),), False),
        ((entry(-5, did(-5, 20)), entry(-5, did(-5, 20, hour=18))), False),
        ((entry(-5, did(-5, 20)), morning(-4, None)), False),
        ((entry(-5, did(-5, 20)), morning(-4)), True),
        (GOOD, True),
        ((entry(-61, did(-61, 20)), entry(-5, did(-5, 20))), False),
        ((entry(-60, did(-60, 20)), entry(-5, did(-5, 20))), True),
    ],
    ids=["none", "one", "one day", "not known", "a morning", "two", "before the plan", "its first day"],
)
def test_no_run_after_calm_without_two_answered_days(
    phase: Phase, diary: tuple[DiaryEntry, ...], runs: bool
) -> None:
    out = passed(seen(*diary, others=(did(-20, 100),)), plan(run(0, 20), phase=phase))

    assert out.may_run is runs
    assert out.refused == (() if runs else LAW_10)


def test_in_calm_the_first_days_may_hold_a_run() -> None:
    out = passed(seen(started_on=day(0)), plan(run(0, 20), phase=Phase.CALM))

    assert (lengths(out), out.refused) == ([20], ())


def test_what_triage_takes_out_it_takes_out_itself() -> None:
    out = passed(seen(started_on=day(0)), plan(run(0, 20), phase=Phase.TRIAGE))

    assert (lengths(out), out.refused) == ([0], ("gate.law_8",))


def test_a_later_phase_without_a_run_is_let_be() -> None:
    proposed = plan(walk(0), may_run=False)

    assert passed(seen(started_on=day(0)), proposed) == proposed
