"""The colour of a day's own morning, beside runs and walks."""

from collections.abc import Callable

import pytest

from kneewise.model.diary import Sleep, TestKind
from kneewise.model.findings import Colour
from kneewise.model.places import Side
from kneewise.model.plan import Phase, Plan
from tests.engine.made import Runner, out_of_calm


def place(plan: Plan) -> tuple[Phase, int]:
    return plan.phase, plan.stage


def build() -> Runner:
    return out_of_calm().each_week(40)


@pytest.mark.parametrize(
    "besides",
    [
        lambda runner: runner,
        lambda runner: runner.walk(13),
        lambda runner: runner.test(12, TestKind.BRISK_WALK, pain=0, minutes=10),
        lambda runner: runner.run(13, 20, before=0),
    ],
    ids=["nothing", "a walk that day", "a short walk the day before", "a run that day"],
)
def test_a_red_morning_counts_whatever_else_was_done_on_foot(besides: Callable[[Runner], Runner]) -> None:
    runner = besides(build().morning(13, 5))

    assert place(runner.decided(14).plan) == (Phase.WALK_RUN, 4)


def test_a_morning_that_coloured_the_run_before_it_is_not_coloured_twice() -> None:
    runner = build().run(11, 28, morning=2).walk(12)

    colours = [one.colour for one in runner.decided(13).colours if one.on >= runner.date(11)]

    assert colours.count(Colour.AMBER) == 1


def test_a_run_of_a_day_that_began_well_is_its_colour() -> None:
    runner = build().morning(11, 1).run(11, 28)

    colours = [one for one in runner.decided(12).colours if one.on == runner.date(11)]

    assert [one.activity_id is not None for one in colours] == [True]


def test_a_limp_on_the_day_after_a_good_run_is_red() -> None:
    runner = build().run(11, 28).log(12, 20, about_run=False, limp=True)

    assert runner.decided(12).colours[-1].colour is Colour.RED


def test_a_limp_that_goes_on_after_a_red_run_is_not_a_second_red() -> None:
    runner = build().run(11, 28, limp=True).log(12, 20, about_run=False, limp=True)

    reds = [one for one in runner.decided(13).colours if one.colour is Colour.RED]

    assert len(reds) == 1


@pytest.mark.parametrize(("apart", "paused"), [(0, True), (12, True), (14, True), (15, False)])
def test_two_reds_within_a_fortnight_pause(apart: int, paused: bool) -> None:
    runner = build().run(11, 28, during=6)
    if apart:
        runner.run(11 + apart, 12, during=6)
    else:
        name = runner.ran(11, 20, hour=9)
        runner.log(11, 10, about_run=True, activity_id=name, during=6, after_60min=0, limp=False)

    rules = {reason.rule for reason in runner.decided(12 + apart).plan.because}

    assert ("events.red_twice" in rules) is paused


def test_a_run_does_not_hide_a_morning_that_asked_for_days_of_rest() -> None:
    runner = build().run(11, 28).morning(13, 1)
    slept = Sleep(record_id="slept", at=runner.at(13, 8), on=runner.date(13), hours=5, quality_0_10=2)
    runner.sleeps.append(slept)
    before = place(runner.decided(13).plan)

    plan = runner.run(13, 28).decided(14).plan

    colours = [one.colour for one in runner.decided(14).colours if one.on == runner.date(13)]
    assert colours == [Colour.AMBER, Colour.GREEN]
    assert place(plan) == before
    assert next(one.on for one in plan.sessions if one.running_min) == runner.date(16)


def test_the_morning_of_the_screening_is_of_the_knee_it_names() -> None:
    runner = Runner().usually().screened(0, pain_this_morning=3)
    runner.run(1, 28).log(1, 19, side=Side.LEFT, about_run=True, before=0, during=1, after_60min=0)
    runner.log(1, 20, side=Side.LEFT, limp=False, painkiller=False).log(2, 8, side=Side.LEFT, morning=3)

    colours = {one.side: one.colour for one in runner.decided(2).colours if one.about_run}

    assert colours == {Side.RIGHT: Colour.GREEN, Side.LEFT: Colour.RED}


def test_a_score_before_a_run_is_no_score_a_day_later_where_the_morning_was_as_usual() -> None:
    runner = build().run(11, 28, after_24h=None)
    runner.log(12, 18, before=2)

    assert Colour.RED not in [one.colour for one in runner.decided(12).colours]
