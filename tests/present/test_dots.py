"""Every run of a question as a dot: pain upwards, the amount to the right, none hidden behind another."""

from datetime import date, timedelta

from django.utils.translation import override

from kneewise.model.insight import Asked, Insight, Lag, LeftOut, Pairs, Point, Verdict
from kneewise.model.places import Side
from kneewise.present.charts.dots import DotChart, draw_dots

ON = date(2026, 5, 1)


def answer(asked: Asked, *told: tuple[float, int], after_painkiller: tuple[int, ...] = ()) -> Insight:
    points = tuple(
        Point(
            on=ON + timedelta(days=day), amount=amount, score_0_10=score, counts=day not in after_painkiller
        )
        for day, (amount, score) in enumerate(told)
    )
    return Insight(
        asked=asked,
        subject="",
        side=Side.RIGHT,
        lag=Lag.DURING,
        verdict=Verdict.NOT_TOLD_APART,
        runs=len(told),
        runs_more=None,
        pairs=Pairs(more=0, less=0, same=0),
        strength=None,
        left_out=LeftOut(),
        points=points,
    )


def drawn(told: Insight, *, miles: bool = False) -> DotChart:
    chart = draw_dots(told, miles=miles)
    assert chart is not None
    return chart


def test_without_a_run_there_is_no_chart() -> None:
    assert draw_dots(answer(Asked.DESCENT)) is None


def test_more_pain_stands_higher_and_more_of_it_farther_right() -> None:
    (calm, sore) = drawn(answer(Asked.DESCENT, (10, 0), (90, 4))).discs

    assert calm[0] < sore[0]
    assert calm[1] == 100
    assert sore[1] < calm[1]


def test_the_ends_are_named_in_the_words_of_the_amount() -> None:
    assert [tick.label for tick in drawn(answer(Asked.DESCENT, (10, 0), (90, 4))).axis] == ["10", "90"]
    assert [tick.label for tick in drawn(answer(Asked.PACE, (2.5, 0), (3.0, 4))).axis] == ["6:40", "5:33"]
    in_miles = drawn(answer(Asked.PACE, (2.5, 0), (3.0, 4)), miles=True)
    assert [tick.label for tick in in_miles.axis] == ["10:44", "8:56"]
    assert in_miles.below == "minutes a mile"
    assert [tick.label for tick in drawn(answer(Asked.SLEEP_HOURS, (7.25, 0))).axis] == ["7.2"]


def test_the_ends_have_the_point_of_the_language() -> None:
    with override("de"):
        told = [tick.label for tick in drawn(answer(Asked.SLEEP_HOURS, (7.5, 0), (8.5, 1))).axis]

    assert told == ["7,5", "8,5"]


def test_of_two_kinds_each_has_its_place() -> None:
    chart = drawn(answer(Asked.DAY_BEFORE, (0, 2), (1, 2)))

    assert [tick.label for tick in chart.axis] == ["without", "with"]
    assert chart.discs[0][0] < 50 < chart.discs[1][0]


def test_no_dot_hides_behind_another() -> None:
    chart = drawn(answer(Asked.SLEEP_QUALITY, *[(6, 1)] * 5, (7, 1), (6, 2)))

    assert len(set(chart.discs)) == 7


def test_a_run_after_a_painkiller_is_a_ring() -> None:
    chart = drawn(answer(Asked.DESCENT, (10, 0), (90, 4), (50, 1), after_painkiller=(2,)))

    assert (len(chart.discs), len(chart.rings)) == (2, 1)


def test_a_strong_pain_stays_within_the_chart() -> None:
    chart = drawn(answer(Asked.DESCENT, (10, 10), (20, 0)))

    assert all(0 <= x <= 100 and 0 <= y <= 100 for x, y in chart.discs)
    assert [line.label for line in chart.grid] == ["0", "2", "4", "6", "8", "10"]


def test_who_does_not_see_it_hears_the_answer_and_the_count() -> None:
    told = drawn(answer(Asked.DESCENT, (10, 0), (90, 4)))

    assert told.sentence.endswith("2 runs.")
