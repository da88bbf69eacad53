"""Sessions of exercises: what was said of one on one day is one, as it was known on each day."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from kneewise.model.answers import UNKNOWN
from kneewise.model.diary import PainkillerUse
from kneewise.model.findings import Urgency
from kneewise.model.observations import DiaryEntry, ExerciseEntry
from kneewise.model.places import Side
from tests.engine.made import Runner, sore_runner


def seen(runner: Runner, day: int = 9) -> ExerciseEntry:
    (entry,) = runner.seen(day).exercises
    return entry


def knee(runner: Runner, day: int = 9) -> DiaryEntry:
    (entry,) = seen(runner, day).knees
    return entry


def test_what_was_said_of_one_exercise_on_one_day_is_one_session() -> None:
    runner = sore_runner().exercise(1, repetitions=(12, 12, 17), sets=None, during=2, morning=None)
    runner.exercise(
        1, hour=20, repetitions=(), sets=None, in_reserve=None, during=None, load_kg=5.0, morning=None
    )

    entry = seen(runner)

    assert (entry.sets, entry.last_repetitions, entry.in_reserve, entry.load_kg) == (3, 17, 2, 5.0)
    assert entry.legs == (Side.LEFT, Side.RIGHT)
    assert entry.worst_0_10 == 2


@pytest.mark.parametrize(
    ("said", "sets"),
    [
        ({"sets": 3, "repetitions": (12,)}, 3),
        ({"sets": None, "repetitions": (12, 12)}, 2),
        ({"sets": None, "repetitions": (12,)}, None),
        ({"sets": None, "repetitions": (), "hold_s": (45, 45, 40)}, 3),
    ],
)
def test_a_row_of_figures_says_how_many_sets_there_were_and_one_figure_does_not(
    said: dict[str, Any], sets: int | None
) -> None:
    assert seen(sore_runner().exercise(1, **said)).sets == sets


def test_the_weaker_leg_counts_and_a_leg_that_is_not_known_leaves_nothing_known() -> None:
    both = (
        sore_runner()
        .exercise(1, side=Side.LEFT, repetitions=(17,))
        .exercise(1, side=Side.RIGHT, repetitions=(12,))
    )
    one = (
        sore_runner()
        .exercise(1, side=Side.LEFT, in_reserve=2)
        .exercise(1, side=Side.RIGHT, in_reserve=UNKNOWN)
    )

    assert seen(both).last_repetitions == 12
    assert seen(one).in_reserve is None


def test_only_a_sore_knee_is_asked_of_both_legs_and_one_that_was_named_speaks_as_well() -> None:
    both = sore_runner().exercise(1, during=2)
    named = sore_runner().exercise(1, side=Side.RIGHT).exercise(1, side=Side.LEFT, during=8)

    assert [one.side for one in seen(both).knees] == [Side.RIGHT]
    assert [one.side for one in seen(named).knees] == [Side.LEFT, Side.RIGHT]
    assert seen(named).worst_0_10 == 8


MORNINGS: list[Callable[[Runner], Runner]] = [
    lambda runner: runner.morning(2, 3),
    lambda runner: _later(runner, 3),
]


def _later(runner: Runner, score: int) -> Runner:
    """The morning is told with the session, a day later."""
    runner.exercise(1, repetitions=(), sets=None, in_reserve=None, during=None, morning=None)
    log = runner.exercises.pop()
    at = runner.at(2, 8)
    runner.exercises.append(replace(log, at=at, morning=score))
    return runner


@pytest.mark.parametrize("tell", MORNINGS)
def test_the_next_morning_counts_however_it_was_told(tell: Callable[[Runner], Runner]) -> None:
    runner = tell(sore_runner().exercise(1, morning=None))

    morning = knee(runner).morning

    assert morning is not None
    assert morning.value == 3
    assert [
        one.morning.value for one in runner.seen(2).entries if one.on == runner.date(2) and one.morning
    ] == [3]


def test_a_day_knows_only_what_had_been_said_by_then() -> None:
    runner = sore_runner().exercise(1, morning=None).morning(2, 3)

    assert runner.seen(0).exercises == ()
    assert knee(runner, 1).morning is None
    assert knee(runner, 2).morning is not None
    assert knee(runner, 1).morning is None


def test_the_morning_after_alone_makes_no_session() -> None:
    alone: dict[str, Any] = {
        "repetitions": (),
        "sets": None,
        "in_reserve": None,
        "during": None,
        "after_24h": 1,
    }

    assert sore_runner().exercise(1, **alone).seen(9).exercises == ()
    assert sore_runner().exercise(1, **alone | {"repetitions": (9,)}).seen(9).exercises
    assert sore_runner().exercise(1, **alone | {"after_24h": None}).seen(9).exercises


ALONE: dict[str, Any] = {
    "repetitions": (),
    "sets": None,
    "in_reserve": None,
    "during": None,
    "morning": None,
}


def test_a_score_a_day_later_is_of_the_session_of_the_day_before() -> None:
    runner = sore_runner().exercise(1, morning=None).exercise(2, hour=13, **ALONE, after_24h=3)

    late = knee(runner).after_24h

    assert late is not None
    assert late.value == 3


@pytest.mark.parametrize("side", [None, Side.RIGHT])
def test_a_score_a_day_after_nothing_that_was_told_is_heard_where_it_is_above_7(side: Side | None) -> None:
    heard, quiet = (
        sore_runner().exercise(2, **ALONE, after_24h=score, side=side).decided(3) for score in (8, 7)
    )

    assert heard.plan.urgency is Urgency.WITHIN_DAYS
    assert quiet.plan.urgency is Urgency.NONE


def test_a_session_told_late_is_not_known_before() -> None:
    runner = sore_runner().exercise(1, morning=None)
    runner.exercises[0] = replace(runner.exercises[0], at=runner.at(4, 9))

    assert runner.seen(3).exercises == ()
    assert len(runner.seen(4).exercises) == 1


@pytest.mark.parametrize(("hours_later", "value"), [(19, None), (20, 3), (48, 3), (49, None)])
def test_the_score_a_day_later_is_given_between_twenty_hours_and_two_days_after(
    hours_later: int, value: int | None
) -> None:
    runner = sore_runner().exercise(1, morning=None).exercise(1, during=None, morning=None)
    later = runner.exercises[0].at + timedelta(hours=hours_later)
    runner.exercises[1] = replace(runner.exercises[1], at=later, after_24h=3)

    late = knee(runner).after_24h

    assert (late.value if late else None) == value


def test_a_painkiller_before_a_score_is_known() -> None:
    runner = sore_runner().exercise(1)
    runner.painkillers.append(PainkillerUse(record_id="pill", at=runner.at(1, 6), on=runner.date(1)))

    assert knee(runner).painkiller is True
