"""A limp, or a painkiller, that is told apart from every score still speaks of the run it followed."""

import pytest

from kneewise.model.diary import TestKind
from kneewise.model.findings import Colour
from kneewise.model.sport import Sport
from tests.engine.made import Runner, sore_runner


def ran() -> Runner:
    runner = sore_runner().morning(0, 0).morning(1, 0).morning(2, 0)
    runner.ran(2, 20)
    return runner


def colours_of_runs(runner: Runner, day: int) -> list[Colour]:
    return [one.colour for one in runner.decided(day).colours if one.about_run]


@pytest.mark.parametrize(
    ("said", "colour"), [({"limp": True}, Colour.RED), ({"painkiller": True}, Colour.AMBER)]
)
@pytest.mark.parametrize("scored", [False, True])
def test_it_colours_the_run_that_had_ended(said: dict[str, bool], colour: Colour, *, scored: bool) -> None:
    runner = ran()
    if scored:
        runner.log(2, 18, during=1)
    runner.log(2, 19, **said)

    assert colours_of_runs(runner, 2) == [colour]
    assert colours_of_runs(runner, 3) == [colour]


def test_a_limp_before_the_run_is_of_the_day_itself() -> None:
    runner = ran().log(2, 9, limp=True)

    spoken = [(one.about_run, one.colour) for one in runner.decided(2).colours if one.on == runner.date(2)]
    assert (False, Colour.RED) in spoken


@pytest.mark.parametrize(("hour", "told", "colour"), [(8, True, Colour.AMBER), (8, False, Colour.GREEN)])
@pytest.mark.parametrize("apart", [False, True])
def test_a_painkiller_told_in_the_morning_was_there_before_its_score(
    hour: int, *, told: bool, colour: Colour, apart: bool
) -> None:
    runner = ran().felt(2, morning=None)
    if apart:
        runner.log(3, hour, morning=0).log(3, hour + 1, painkiller=told)
    else:
        runner.log(3, hour, morning=0, painkiller=told)

    assert colours_of_runs(runner, 3) == [colour]
    assert colours_of_runs(runner, 20) == [colour]


def test_a_painkiller_in_the_evening_of_the_next_day_came_after_all_of_it() -> None:
    runner = ran().felt(2).log(3, 20, painkiller=True)

    assert colours_of_runs(runner, 4) == [Colour.GREEN]


def test_a_score_a_day_later_speaks_of_the_walk_of_the_day_before() -> None:
    runner = sore_runner()
    for day in (1, 2, 3, 4, 5):
        runner.morning(day, 0)
    runner.test(5, TestKind.BRISK_WALK, pain=None, minutes=30).morning(6, 0).log(6, 18, after_24h=5)

    assert colours_of_runs(runner, 6) == [Colour.RED]


@pytest.mark.parametrize(
    ("day", "hour", "beside", "colour"),
    [
        (2, 16, {}, Colour.AMBER),
        (2, 16, {"before": 0}, Colour.AMBER),
        (2, 8, {"morning": 0}, Colour.AMBER),
        (1, 20, {}, Colour.AMBER),
        (1, 7, {}, Colour.GREEN),
    ],
    ids=["alone", "with the score before", "with the morning", "the evening before", "a day and more before"],
)
@pytest.mark.parametrize("with_file", [True, False])
def test_a_painkiller_told_before_a_run_is_in_the_day_before_its_scores(
    day: int, hour: int, beside: dict[str, int], colour: Colour, *, with_file: bool
) -> None:
    runner = sore_runner().morning(0, 0).log(day, hour, painkiller=True, **beside)
    if with_file:
        runner.ran(2, 20)
    runner.felt(2)

    assert colours_of_runs(runner, 3) == [colour]


@pytest.mark.parametrize("with_file", [True, False])
def test_a_score_before_a_run_belongs_to_it(*, with_file: bool) -> None:
    """An hour after it two is settled, because it was two before."""
    runner = sore_runner(pain_this_morning=2).morning(1, 2).morning(2, 2).log(2, 16, before=2)
    if with_file:
        runner.ran(2, 20)
    runner.felt(2, before=None, during=2, after_60min=2, morning=2)

    assert colours_of_runs(runner, 3) == [Colour.GREEN]


def test_a_score_before_a_run_that_never_came_makes_none() -> None:
    assert colours_of_runs(sore_runner().log(2, 16, before=2), 3) == []


@pytest.mark.parametrize(("hour", "run_days"), [(1, [2]), (3, [2]), (4, [2, 3])])
def test_what_is_said_in_the_night_after_a_late_run_speaks_of_it(hour: int, run_days: list[int]) -> None:
    runner = sore_runner().morning(0, 0)
    runner.ran(2, 20, hour=23)
    runner.log(3, hour, during=1, limp=False, painkiller=False)

    told = [one.on for one in runner.seen(3).entries if one.about_run]
    assert told == [runner.date(day) for day in run_days]


@pytest.mark.parametrize(
    ("said", "colour"),
    [
        ({"limp": False, "painkiller": False}, Colour.GREEN),
        ({"limp": False, "painkiller": True}, Colour.AMBER),
        ({"limp": True, "painkiller": False}, Colour.RED),
    ],
)
def test_a_walk_has_the_same_colour_in_one_log_or_two(said: dict[str, bool], colour: Colour) -> None:
    one, two = (sore_runner().test(6, TestKind.BRISK_WALK, pain=1, minutes=30) for _ in range(2))
    one.log(6, 19, about_run=True, after_60min=0, **said).morning(7, 0)
    two.log(6, 19, after_60min=0).log(6, 19, **said).morning(7, 0)
    filed = sore_runner()
    filed.did(Sport.WALKING, 6, 30)
    filed.log(6, 19, during=1, after_60min=0).log(6, 19, **said).morning(7, 0)

    assert colours_of_runs(filed, 7) == [colour]
    assert colours_of_runs(one, 7) == colours_of_runs(two, 7) == [colour]
    assert [told.on for told in two.decided(7).colours] == [told.on for told in one.decided(7).colours]
