"""How far scores are sorted by an amount: against values worked by hand, and against counting every order."""

from itertools import permutations, product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kneewise.insight.exact import Row, chance_of, count_pairs, measure_strength, telling_pairs
from kneewise.model.insight import Pairs, Strength

SORTED: Row = ([1.0, 2.0, 3.0], [0.0, 1.0, 2.0])
EITHER: Row = ([0.0, 0.0, 1.0], [0.0, 0.0, 2.0])


def strength(rows: list[Row], interval: float = 0.9) -> Strength:
    return measure_strength(count_pairs(rows), chance_of(rows), interval=interval)


def balances(rows: list[Row]) -> list[int]:
    """Count every order of every row out."""
    orders = product(*(list(permutations(scores)) for _, scores in rows))
    shuffled = (
        [(amounts, order) for (amounts, _), order in zip(rows, chosen, strict=True)] for chosen in orders
    )
    return [pairs.more - pairs.less for pairs in map(count_pairs, shuffled)]


figures = st.integers(0, 3).map(float)
row = st.integers(1, 4).flatmap(
    lambda n: st.tuples(st.lists(figures, min_size=n, max_size=n), st.lists(figures, min_size=n, max_size=n))
)
rows_that_differ = st.lists(row, min_size=1, max_size=3).filter(lambda rows: count_pairs(rows).all > 0)


def test_of_three_runs_in_order_one_order_of_six_is_so_far_to_one_side() -> None:
    found = strength([SORTED])

    assert found.value == 1
    assert found.p_value == pytest.approx(2 / 6)


def test_two_rows_in_order_are_one_of_thirty_six() -> None:
    assert strength([SORTED, SORTED]).p_value == pytest.approx(2 / 36)


def test_rows_that_go_opposite_ways_say_nothing() -> None:
    found = strength([SORTED, (SORTED[0], SORTED[1][::-1])])

    assert found.value == 0
    assert found.p_value == 1
    assert found.low == pytest.approx(-found.high)


def test_the_orders_of_five_are_counted_as_they_have_been_for_a_century() -> None:
    five = [float(rank) for rank in range(5)]

    chance = chance_of([(five, five)])

    assert list(chance.balances) == [-10, -8, -6, -4, -2, 0, 2, 4, 6, 8, 10]
    assert chance.shares * 120 == pytest.approx([1, 4, 9, 15, 20, 22, 20, 15, 9, 4, 1])


def test_of_two_kinds_of_runs_it_is_the_rank_biserial_correlation() -> None:
    one, other = [3.0, 5.0, 5.0], [1.0, 3.0, 4.0]
    wins = sum((a > b) + 0.5 * (a == b) for a in one for b in other)

    found = strength([([1.0] * 3 + [0.0] * 3, one + other)])

    assert found.value == pytest.approx(2 * wins / 9 - 1)


def test_equal_scores_are_worked_through_by_hand() -> None:
    found = strength([EITHER])

    assert count_pairs([EITHER]) == Pairs(more=2, less=0, same=0)
    assert list(chance_of([EITHER]).balances) == [-1, 2]
    assert chance_of([EITHER]).shares == pytest.approx([2 / 3, 1 / 3])
    assert found.p_value == pytest.approx(2 / 3)


def test_amounts_in_different_rows_are_never_compared() -> None:
    low_and_calm: Row = ([1.0, 1.0, 1.0], [0.0, 0.0, 0.0])
    high_and_sore: Row = ([9.0, 9.0, 9.0], [8.0, 8.0, 8.0])

    assert count_pairs([low_and_calm, high_and_sore]).all == 0


@given(rows_that_differ)
def test_the_share_beyond_is_that_of_every_order_counted(rows: list[Row]) -> None:
    every = balances(rows)
    pairs = count_pairs(rows)
    seen = pairs.more - pairs.less
    beyond = sum(one >= seen for one in every) / len(every)
    below = sum(one <= seen for one in every) / len(every)

    assert strength(rows).p_value == pytest.approx(min(1, 2 * min(beyond, below)))


@given(rows_that_differ)
def test_an_interval_holds_the_value_and_ends_where_the_test_turns(rows: list[Row]) -> None:
    found = strength(rows)

    assert found.low - 1e-6 <= found.value <= found.high + 1e-6
    assert (found.low > 1e-6) == (found.value > 0 and found.p_value < 0.1 - 1e-9)
    assert (found.high < -1e-6) == (found.value < 0 and found.p_value < 0.1 - 1e-9)


def test_the_end_of_an_interval_is_worked_out_by_counting_every_order() -> None:
    rows = [SORTED, ([1.0, 2.0, 3.0], [2.0, 1.0, 3.0]), SORTED]
    every, seen = np.array(balances(rows)), 7

    slopes = np.linspace(-3, 3, 60_001)
    beyond = np.array(
        [np.exp(slope * every)[every >= seen].sum() / np.exp(slope * every).sum() for slope in slopes[::20]]
    )
    slope = slopes[::20][np.searchsorted(beyond, 0.05)]
    low = float((every * np.exp(slope * every)).sum() / np.exp(slope * every).sum()) / 9

    assert strength(rows).low == pytest.approx(low, abs=0.01)
    assert strength(rows).high < 1
    assert strength([SORTED, SORTED, SORTED]).high == pytest.approx(1, abs=1e-3)


def test_a_narrower_interval_lies_within_a_wider_one() -> None:
    rows = [SORTED, EITHER, ([1.0, 2.0, 3.0], [2.0, 1.0, 3.0])]

    narrow, wide = strength(rows, interval=0.5), strength(rows, interval=0.95)

    assert wide.low < narrow.low < narrow.high < wide.high


@given(rows_that_differ)
def test_turning_the_scores_around_turns_the_answer_around(rows: list[Row]) -> None:
    found = strength(rows)
    turned = strength([(amounts, [-score for score in scores]) for amounts, scores in rows])

    assert turned.value == -found.value
    assert turned.p_value == pytest.approx(found.p_value)
    assert turned.low == pytest.approx(-found.high, abs=1e-6)


@given(rows_that_differ)
def test_telling_pairs_are_the_mean_over_every_order(rows: list[Row]) -> None:
    orders = [list(permutations(scores)) for _, scores in rows]
    mean = sum(
        sum(found.more + found.less for found in (count_pairs([(amounts, order)]) for order in each))
        / len(each)
        for (amounts, _), each in zip(rows, orders, strict=True)
    )

    assert telling_pairs(rows) == pytest.approx(mean)
