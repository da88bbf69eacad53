"""Going on from the day before sees and flags the same as telling everything anew."""

from collections.abc import Callable, Sequence
from dataclasses import fields, replace
from datetime import date, datetime
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from kneewise.app.numbers import house_numbers
from kneewise.engine import KnownPast
from kneewise.guide import red_flags
from kneewise.model.diary import History
from kneewise.model.observations import Observations
from kneewise.observe import observer
from tests.engine.made import Runner, decided_by
from tests.properties.histories import runners, trained, tried

IN_A_ROW = 12
lived = st.one_of(runners(), st.tuples(trained(), st.integers(IN_A_ROW, 40)))
"""A runner, and the last of some days in a row."""


@tried(30)
@given(runners())
def test_the_flags_of_a_row_of_days_are_those_of_each_day(made: tuple[Runner, int]) -> None:
    runner, last = made
    numbers = house_numbers().red_flags
    days = red_flags.Days(numbers)
    looked = [runner.seen(day) for day in range(last + 1)]

    found = [days.assess(seen) for seen in looked]

    assert found == [red_flags.assess(seen, numbers) for seen in looked]


@tried(30)
@given(runners())
def test_days_looked_at_in_turn_are_seen_as_each_alone(made: tuple[Runner, int]) -> None:
    runner, last = made
    look = observer(runner.history, house_numbers().observe)

    in_turn = [look(runner.date(day)) for day in range(last + 1)]

    assert in_turn == [runner.seen(day) for day in range(last + 1)]


@tried(30)
@given(runners(), st.lists(st.integers(0, 1_000), min_size=2, max_size=5))
def test_days_that_share_one_past_are_decided_as_each_alone(
    made: tuple[Runner, int], drawn: list[int]
) -> None:
    runner, last = made

    assert_alike(runner, [number % (last + 1) for number in drawn])


@tried(20)
@given(lived)
def test_days_walked_on_to_are_decided_as_each_from_the_start(made: tuple[Runner, int]) -> None:
    runner, last = made

    assert_alike(runner, range(max(0, last - IN_A_ROW), last + 1))


@tried(20)
@given(lived)
def test_days_of_a_history_that_grows_are_decided_as_each_from_the_start(made: tuple[Runner, int]) -> None:
    runner, last = made
    days = [runner.date(day) for day in range(max(0, last - IN_A_ROW), last + 1)]
    looks = [observer(known_by(runner.history, on), house_numbers().observe) for on in days]
    now: list[Callable[[date], Observations]] = []

    def seen(on: date) -> Observations:
        return now[-1](on)

    past = KnownPast(seen, house_numbers())
    in_a_row = []
    for on, look in zip(days, looks, strict=True):
        now.append(look)
        in_a_row.append(decided_by(look, on, past))

    assert in_a_row == [runner.decided((on - runner.date(0)).days) for on in days]


def assert_alike(runner: Runner, days: Sequence[int]) -> None:
    """Decide days from one past, and each from a past of its own."""
    look = observer(runner.history, house_numbers().observe)
    past = KnownPast(look, house_numbers())

    together = [decided_by(look, runner.date(day), past) for day in days]

    assert together == [runner.decided(day) for day in days]


def known_by(history: History, on: date) -> History:
    """Leave out all that was told, or run, after a day."""
    kept: dict[str, Any] = {
        one.name: tuple(record for record in getattr(history, one.name) if told_on(record) <= on)
        for one in fields(history)
        if one.name != "settings"
    }
    return replace(history, **kept)


def told_on(record: object) -> date:
    """The day on which a record was told, or a session made."""
    at = getattr(record, "at", None) or getattr(record, "start", None)
    assert isinstance(at, datetime), record
    return at.date()
