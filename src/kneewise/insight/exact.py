"""Whether scores are sorted by an amount, among runs that are near in time; exact, without chance.

Runs are cut into short rows. Within a row, if pain has nothing to do with the amount, any order of the scores
is as likely as any other; between rows nothing is compared, so that a knee that heals while runs grow longer
says nothing. What is counted is pairs: the run with more of it hurt more, or less. All orders of every row
are counted out, so the answer is the same on every machine. Why it is done so: decision 11.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations, groupby, permutations
from math import comb

import numpy as np
from numpy.typing import NDArray

from kneewise.model.insight import Pairs, Strength

STEPS = 24
"""Halvings in the search for the end of an interval."""
STEEPEST = 8.0
"""A pair is sorted right about e to this power times as often as wrong: as good as always."""

Row = tuple[Sequence[float], Sequence[float]]
"""Amounts and scores of runs in a row."""
Ties = tuple[int, ...]
Shares = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chance:
    """What chance would make of the same amounts and scores.

    Attributes:
        balances: Pairs that hurt more, less those that hurt less; each that an order can have, least first.
        shares: Of all orders, those with each.
    """

    balances: Shares
    shares: Shares


def count_pairs(rows: Sequence[Row]) -> Pairs:
    """Count the pairs that differ in the amount, by what the score did."""
    seen = Counter(
        _sign(more, less) * _sign(high, low)
        for amounts, scores in rows
        for (more, high), (less, low) in combinations(zip(amounts, scores, strict=True), 2)
        if more != less
    )
    return Pairs(more=seen[1], less=seen[-1], same=seen[0])


def telling_pairs(rows: Sequence[Row]) -> float:
    """Say how many pairs would differ in both, the amount and the score, by chance.

    It looks at what is equal and never at which run had which score, so that asking only where there are
    enough of them favours no answer.
    """
    return sum(
        _unlike(amounts) * _unlike(scores) / comb(len(amounts), 2) for amounts, scores in rows if amounts[1:]
    )


def _unlike(figures: Sequence[float]) -> int:
    return sum(one != other for one, other in combinations(figures, 2))


def chance_of(rows: Iterable[Row]) -> Chance:
    """Put the orders of every row together."""
    shares = np.ones(1)
    for amounts, scores in rows:
        shares = np.convolve(shares, _orders(_ties(amounts), _ties(scores)))
    balances = np.arange(len(shares), dtype=np.float64) - len(shares) // 2
    return Chance(balances=balances[shares > 0], shares=shares[shares > 0])


def measure_strength(pairs: Pairs, chance: Chance, *, interval: float) -> Strength:
    """Say how far scores are sorted, with an interval, and how often chance sorts them so far.

    The value is Somers' d of the score on the amount: of two kinds of runs the rank-biserial correlation.
    The interval comes of turning the test around, over a family in which each balance s has exp(slope * s)
    times its share by chance: it ends where what was seen would be too far out.

    Args:
        pairs: At least one of them.
        chance: Of the same rows.
        interval: How often it is to hold, such as 0.9.
    """
    seen = pairs.more - pairs.less
    tail = (1 - interval) / 2
    beyond, below = _from(chance, 0.0, seen), _up_to(chance, 0.0, seen)
    return Strength(
        value=seen / pairs.all,
        low=_mean(chance, _search(lambda slope: _from(chance, slope, seen) < tail)) / pairs.all,
        high=_mean(chance, _search(lambda slope: _up_to(chance, slope, seen) >= tail)) / pairs.all,
        p_value=min(1.0, 2 * min(beyond, below)),
    )


def _sign(more: float, less: float) -> int:
    return (more > less) - (more < less)


def _ties(figures: Sequence[float]) -> Ties:
    """Count equal figures, the lowest first."""
    return tuple(len(list(alike)) for _, alike in groupby(sorted(figures)))


@cache
def _orders(amounts: Ties, scores: Ties) -> Shares:
    """Count every order of the scores over the amounts by its balance; only who is equal to whom matters."""
    over, each = _ranks(amounts), _ranks(scores)
    most = comb(len(over), 2)
    shares = np.zeros(2 * most + 1)
    orders = list(permutations(each))
    for order in orders:
        pairs = count_pairs([(over, order)])
        shares[most + pairs.more - pairs.less] += 1
    return shares / len(orders)


def _ranks(ties: Ties) -> tuple[int, ...]:
    return tuple(rank for rank, count in enumerate(ties) for _ in range(count))


def _tilted(chance: Chance, slope: float) -> Shares:
    turned = slope * chance.balances
    weights = chance.shares * np.exp(turned - turned.max())
    return np.asarray(weights / weights.sum())


def _from(chance: Chance, slope: float, seen: int) -> float:
    return float(_tilted(chance, slope)[chance.balances >= seen].sum())


def _up_to(chance: Chance, slope: float, seen: int) -> float:
    return float(_tilted(chance, slope)[chance.balances <= seen].sum())


def _mean(chance: Chance, slope: float) -> float:
    return float(_tilted(chance, slope) @ chance.balances)


def _search(holds: Callable[[float], bool]) -> float:
    """Find the slope up to which something holds."""
    low, high = -STEEPEST, STEEPEST
    for _ in range(STEPS):
        middle = (low + high) / 2
        low, high = (middle, high) if holds(middle) else (low, middle)
    return (low + high) / 2
