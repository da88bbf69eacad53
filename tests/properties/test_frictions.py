"""Each way in which law 3 is knowingly broken still exists; one that is gone is to be taken off the list."""

from collections.abc import Callable
from typing import Any

import pytest

from kneewise.model.answers import UNKNOWN
from kneewise.model.runner import LoadChoice, Settings
from tests.engine.made import Runner, sore_runner
from tests.properties import frictions
from tests.properties.test_laws import permits_no_more


def plans(tell: Callable[[int], Runner], low: int, high: int, day: int) -> tuple[Any, frictions.Days]:
    milder, sorer = tell(low), tell(high)
    return (milder, sorer), frictions.days_of(milder, sorer, day)


def with_a_morning(score: int) -> Runner:
    runner = sore_runner().each_week(20).run(1, 20, during=4, morning=score, before=1)
    return runner.morning(4, 2)


def with_an_amber_in_calm(score: int) -> Runner:
    runner = sore_runner().run(1, 10).run(3, 10).run(5, 10, after_60min=score).walk(7).tested(8).run(9, 28)
    return runner.walk(11).tested(12).walk(13).run(14, 28).each_week(20)


def with_short_runs(score: int) -> Runner:
    runner = Runner().usually(15).screened().each_week(20).run(1, 10, during=score).run(4, 10, limp=None)
    return runner.walk(6).walk(8).walk(10).tested(10)


def with_ambers(score: int) -> Runner:
    runner = Runner().usually(25).screened().each_week(30).run(1, 10).run(3, 10).run(5, 10).walk(7).tested(7)
    runner.run(9, 28, during=score).run(12, 20, during=4, before=1).walk(15).walk(16).morning(17, 1)
    return runner.run(18, 15, after_60min=2, morning=1).run(20, 20, morning=1)


def with_a_cut(score: int) -> Runner:
    runner = sore_runner().each_week(20).run(3, 16, during=4, after_60min=2, morning=2)
    return runner.run(6, 12, during=score).run(9, 20, during=0, before=1).run(11, 20, during=2, morning=1)


def with_a_stop(score: int) -> Runner:
    """Calm that ended, or lasted, before a score that stops running, and a clearance after it."""
    runner = Runner().usually(90).screened().each_week(20).run(3, 28, after_60min=score).tested(7).walk(9)
    return runner.morning(12, 8).cleared(13)


def with_a_step_earned(painkiller: Any) -> Runner:
    runner = sore_runner().each_week(30).run(1, 28).run(3, 28).run(5, 28).walk(7).tested(7).run(9, 28)
    runner.run(12, 28, painkiller=painkiller).morning(17, 4)
    return runner.run(19, 20, during=0, limp=True)


def with_a_day_fewer(during: Any) -> Runner:
    runner = sore_runner().each_week(20).run(1, 28).run(3, 28, during=during).run(5, 28).walk(7).tested(7)
    return runner.run(10, 1).run(11, 8)


def test_fewer_running_days_leave_more_of_a_week_to_each() -> None:
    sure, unsure = with_a_day_fewer(1), with_a_day_fewer(UNKNOWN)

    days = frictions.days_of(sure, unsure, 11)

    assert not permits_no_more(days[-1][1], days[-1][0])
    assert frictions.has_fewer_days(*days[-1])
    assert not frictions.fell_from_further(days)
    assert not frictions.took_its_turn(days)


def with_a_day_later(during: Any) -> Runner:
    runner = sore_runner().each_week(20).run(1, 28).run(3, 28, during=during).run(5, 28).walk(7).tested(7)
    return runner.run(10, 8).run(11, 8).run(12, 8)


def test_a_running_day_that_comes_later_leaves_more_of_a_week_to_it() -> None:
    sure, unsure = with_a_day_later(1), with_a_day_later(UNKNOWN)

    days = frictions.days_of(sure, unsure, 12)

    assert not permits_no_more(days[-1][1], days[-1][0])
    assert frictions.runs_of(days[-1][0]) == frictions.runs_of(days[-1][1])
    assert frictions.has_fewer_days(*days[-1])
    assert not frictions.took_its_turn(days)
    assert not frictions.fell_from_further(days)


def who_swaps(limps: Any) -> Runner:
    swaps = Settings(load_choice=LoadChoice.SWAP, has_bike=True)
    return Runner(settings=swaps).usually(25).screened(limp=limps).each_week(20)


def test_the_sorest_knee_swaps_no_run_and_has_more_of_them_each_shorter() -> None:
    sure, unsure = who_swaps(False), who_swaps(UNKNOWN)

    # A gap of ten days by then: what it leaves of the longer runs fills less of the week.
    days = frictions.days_of(sure, unsure, 12)

    assert not permits_no_more(days[-1][1], days[-1][0])
    assert frictions.swaps_no_more(*days[-1])
    assert not frictions.has_fewer_days(*days[-1])
    assert not frictions.calm_lasted_longer(days, sure)
    assert not frictions.took_its_turn(days)
    assert not frictions.fell_from_further(days)


def test_who_stands_further_falls_deeper() -> None:
    sure, unsure = with_a_step_earned(False), with_a_step_earned(UNKNOWN)

    days = frictions.days_of(sure, unsure, 27)

    assert not permits_no_more(days[-1][1], days[-1][0])
    assert frictions.fell_from_further(days)


def test_who_falls_from_further_may_keep_less_of_a_week_beside_longer_runs() -> None:
    swaps = Settings(load_choice=LoadChoice.SWAP, has_bike=True)

    def stopped(during: Any) -> Runner:
        runner = Runner(settings=swaps).usually(40).screened().each_week(20)
        runner.run(1, 28).run(3, 28, during=during).run(5, 28).walk(7).tested(7).morning(9, 2)
        return (
            runner.morning(10, 0).morning(11, 0).told(12, {"night_pain": True}, hour=13).walk(13).cleared(14)
        )

    days = frictions.days_of(stopped(1), stopped(UNKNOWN), 14)

    assert not permits_no_more(days[-1][1], days[-1][0])
    assert frictions.fell_from_further(days)
    assert not frictions.swaps_no_more(*days[-1])


def test_the_usual_morning_moves() -> None:
    (milder, sorer), days = plans(with_a_morning, 1, 7, 4)

    assert not permits_no_more(days[-1][1], days[-1][0])
    assert frictions.usual_morning_moved(milder, sorer, 4)


@pytest.mark.parametrize(
    ("tell", "scores", "day", "way"),
    [
        (with_an_amber_in_calm, (0, 4), 16, "calm_lasted_longer"),
        (with_short_runs, (1, 6), 12, "walks_only_after_a_cut"),
        (with_ambers, (2, 4), 21, "stepped_back_earlier"),
        (with_a_stop, (0, 2), 13, "fell_from_further"),
        (with_a_cut, (4, 7), 14, "fits_the_days_better"),
    ],
)
def test_a_higher_score_gives_more_in_no_other_way(
    tell: Callable[[int], Runner], scores: tuple[int, int], day: int, way: str
) -> None:
    (milder, sorer), days = plans(tell, *scores, day)
    ways = {
        "calm_lasted_longer": frictions.calm_lasted_longer(days, milder),
        "walks_only_after_a_cut": frictions.walks_only_after_a_cut(days),
        "stepped_back_earlier": frictions.stepped_back_earlier(days),
        "fell_from_further": frictions.fell_from_further(days),
        "fits_the_days_better": frictions.fits_the_days_better(*days[-1]),
    }

    assert not permits_no_more(days[-1][1], days[-1][0])
    assert not frictions.usual_morning_moved(milder, sorer, day)
    assert [name for name, found in ways.items() if found] == [way]
