"""Going on from the day before sees and flags the same as telling everything anew."""

from hypothesis import given
from hypothesis import strategies as st

from kneewise.app.numbers import house_numbers
from kneewise.engine import KnownPast, decide
from kneewise.guide import red_flags
from kneewise.observe import observer
from tests.engine.made import Runner
from tests.properties.histories import runners, tried


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
    numbers = house_numbers()
    look = observer(runner.history, numbers.observe)
    past = KnownPast(look, numbers)
    days = [number % (last + 1) for number in drawn]

    together = [
        decide(look, on=runner.date(day), numbers=numbers, knowledge_hash="for tests", past=past)
        for day in days
    ]

    assert together == [runner.decided(day) for day in days]
