"""Signs by lot: the counted chance is that of every order that could have been drawn."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kneewise.insight.signed import chance_of_signs, interval_of, least_pairs, middle_of_pairs

DIFFERENCES = st.lists(st.integers(-4, 4), min_size=1, max_size=7)


def ranked(differences: tuple[float, ...]) -> float:
    """Sum the shared ranks of those above 0, as a book says it and not as the program does."""
    amounts = sorted(abs(one) for one in differences)
    places = {size: [at + 1 for at, one in enumerate(amounts) if one == size] for size in amounts}
    return sum(sum(places[one]) / len(places[one]) for one in differences if one > 0)


def by_hand(differences: list[int]) -> float:
    """Draw every order and count those that lie as far out."""
    known = [one for one in differences if one]
    if not known:
        return 1.0
    orders = [
        ranked(tuple(sign * one for sign, one in zip(signs, known, strict=True)))
        for signs in product((1, -1), repeat=len(known))
    ]
    seen = ranked(tuple(known))
    beyond = sum(one >= seen for one in orders)
    below = sum(one <= seen for one in orders)
    return min(1.0, 2 * min(beyond, below) / len(orders))


@given(DIFFERENCES)
def test_the_chance_is_the_share_of_all_orders_counted_one_by_one(differences: list[int]) -> None:
    assert chance_of_signs(differences) == pytest.approx(by_hand(differences))


@given(DIFFERENCES)
def test_the_other_way_round_is_as_likely(differences: list[int]) -> None:
    assert chance_of_signs(differences) == chance_of_signs([-one for one in differences])
    assert middle_of_pairs(differences) == -middle_of_pairs([-one for one in differences])


@given(st.lists(st.integers(-4, 4), min_size=5, max_size=9))
def test_the_interval_holds_the_effect_and_holds_0_exactly_where_the_test_does_not_reject(
    differences: list[int],
) -> None:
    ends = interval_of(differences, level=0.1)

    assert ends is not None
    assert ends[0] <= middle_of_pairs(differences) <= ends[1]
    if chance_of_signs(differences) > 0.1:
        assert ends[0] <= 0 <= ends[1]
    else:
        assert not ends[0] < 0 < ends[1]


def test_with_five_pairs_one_in_ten_can_be_reached_and_with_four_it_cannot() -> None:
    assert least_pairs(0.1) == 5
    assert chance_of_signs([1] * 5) <= 0.1 < chance_of_signs([1] * 4)
    assert interval_of([1, 2, 3, 4], level=0.1) is None


def test_the_effect_is_the_middle_of_the_means_of_two() -> None:
    assert middle_of_pairs([1, 2, 1, 3, 2]) == 2
    assert middle_of_pairs([0, 1]) == 0.5
