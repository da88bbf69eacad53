"""Going on from the day before finds the same flags as telling everything anew."""

from hypothesis import given

from kneewise.app.numbers import house_numbers
from kneewise.guide import red_flags
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
