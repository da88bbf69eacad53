"""The walk goes on from where the last one rested, unless anything that it read up to there is another."""

from collections.abc import Callable
from dataclasses import fields, replace
from typing import Any

import pytest

from kneewise.app.numbers import house_numbers
from kneewise.engine import KnownPast
from kneewise.engine.frame import Frame
from kneewise.engine.rest import OF_ITS_DAY, READ, Rest
from kneewise.model.diary import TestKind, TestResult
from kneewise.model.observations import ExerciseEntry, Irritability, NewShoe, Observations
from kneewise.model.places import Side
from kneewise.model.runner import Settings
from kneewise.observe import observer
from tests.engine.made import Runner, calm_week, decided_by, sore_runner

DAY = 12


def rested(runner: Runner, day: int = DAY) -> Rest:
    """Where the walk to a day rested."""
    look = observer(runner.history, house_numbers().observe)
    past = KnownPast(look, house_numbers())
    decided_by(look, runner.date(day), past)
    assert past.rest is not None
    return past.rest


def lively() -> Runner:
    """A runner of whom every kind of thing was told in the first days."""
    runner = calm_week(sore_runner())
    runner.exercise(2).tested(4).told(3, {"night_pain": False}).cleared(4).ill(5)
    return runner.morning(10, 0)


def test_a_walk_rests_some_days_before_its_own() -> None:
    assert rested(lively()).on == lively().date(DAY - 4)


def test_a_later_day_of_the_same_is_led_to_and_an_earlier_one_is_not() -> None:
    rest = rested(lively())

    assert rest.leads_to(lively().frame(DAY + 1))
    assert rest.leads_to(lively().frame(DAY + 7))
    assert not rest.leads_to(lively().frame(DAY - 4))


def test_what_comes_after_the_rest_changes_nothing_of_it() -> None:
    runner = lively().run(9, 20, during=4).told(10, {"calf_pain": False}).ill(11)

    assert rested(lively()).leads_to(runner.frame(DAY))


@pytest.mark.parametrize(
    "differently",
    [
        lambda runner: runner.run(2, 20, during=2),
        lambda runner: runner.ran(8, 20),
        lambda runner: runner.morning(8, 1),
        lambda runner: runner.log(1, 20, later=9, during=9),
        lambda runner: runner.walk(6),
        lambda runner: runner.tested(7, pain=5),
        lambda runner: runner.exercise(6),
        lambda runner: runner.told(8, {"hot_or_red_joint": False}),
        lambda runner: runner.cleared(8),
        lambda runner: runner.ill(8),
        lambda runner: runner.usually(run_min=80),
    ],
)
def test_another_record_of_a_day_before_the_rest_begins_the_walk_anew(
    differently: Callable[[Runner], object],
) -> None:
    runner = lively()
    differently(runner)

    assert not rested(lively()).leads_to(runner.frame(DAY))


TEST = TestResult(
    record_id="t", at=lively().at(1, 8), on=lively().date(1), side=Side.LEFT, kind=TestKind.HOPS, pain_0_10=3
)
OTHERWISE: dict[str, Any] = {
    "settings": Settings(has_bike=True),
    "started_on": lively().date(1),
    "sore_since": {Side.RIGHT: lively().date(0), Side.LEFT: lively().date(1)},
    "irritability": Irritability.MILD,
    "irritability_later": {Side.LEFT: Irritability.MILD},
    "more_running_days": (lively().date(1),),
    "shoes_first_used": (NewShoe(on=lively().date(1), name="Red"),),
    "exercises": (ExerciseEntry(on=lively().date(1), exercise="squat", legs=(Side.LEFT,)),),
    "tests": (TEST,),
    "answer_sets": (),
    "clearances": (),
    "entries": (),
    "activities": (),
}
UNTRIED = (
    "baseline",
    "beside_plan",
    "illnesses",
    "inserts",
    "irritability_known",
    "moves",
    "painkiller_days",
    "painkillers",
    "scores_within",
    "shoes",
    "sleeps",
    "trials",
    "turns",
    "week_checks",
)
"""Read as well; nothing is tried with them here."""


@pytest.mark.parametrize("name", OTHERWISE)
def test_whatever_else_is_observed_of_those_days_begins_it_anew(name: str) -> None:
    frame = lively().frame(DAY)

    changed = replace(frame, seen=replace(frame.seen, **{name: OTHERWISE[name]}))

    assert not rested(lively()).leads_to(changed)


def with_cadence_unwanted(frame: Frame) -> Frame:
    cadence = replace(frame.found.cadence, wanted=not frame.found.cadence.wanted)
    return replace(frame, found=replace(frame.found, cadence=cadence))


def with_swaps(frame: Frame) -> Frame:
    return replace(frame, found=replace(frame.found, load=replace(frame.found.load, swap_runs=2)))


@pytest.mark.parametrize(
    "differently",
    [
        lambda frame: replace(frame, cuts=(0.1, 0.2, 0.3, 1.0)),
        lambda frame: replace(frame, usual_min=41.0),
        lambda frame: replace(frame, usual_week_min=119.0),
        lambda frame: replace(frame, usual_m=9_000.0),
        lambda frame: replace(frame, usual_days=2),
        lambda frame: replace(frame, file_days=()),
        lambda frame: replace(frame, ill_days=frozenset({lively().date(6)})),
        with_cadence_unwanted,
        with_swaps,
    ],
)
def test_another_term_of_all_days_begins_the_walk_anew(differently: Callable[[Frame], Frame]) -> None:
    assert not rested(lively()).leads_to(differently(lively().frame(DAY)))


def test_what_is_of_the_day_alone_is_named_and_everything_else_is_read() -> None:
    assert {one.name for one in fields(Observations)} >= OF_ITS_DAY
    assert {*OTHERWISE, *UNTRIED} == {*READ}


def test_a_second_knee_told_of_days_before_the_rest_is_walked_from_the_start() -> None:
    runner = lively().each_week(DAY + 4)
    runner.log(6, 20, later=DAY - 5, side=Side.LEFT, morning=5)
    look = observer(runner.history, house_numbers().observe)
    past = KnownPast(look, house_numbers())

    in_a_row = [decided_by(look, runner.date(day), past) for day in range(DAY - 1, DAY + 4)]

    assert in_a_row == [runner.decided(day) for day in range(DAY - 1, DAY + 4)]
    assert len(look(runner.date(DAY + 3)).sore_sides) == 2
    assert len(look(runner.date(DAY - 1)).sore_sides) == 1
