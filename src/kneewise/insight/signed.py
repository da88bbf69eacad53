"""Pairs of runs in an order drawn by lot: how far their differences lie to one side; exact, without chance.

If it makes no difference which way a run is run, each pair could as well have been drawn the other way
round, and its difference would have the other sign. So every choice of signs is as likely as any other, and
those are all the orders that could have been drawn. They are counted out by the ranks of the differences.
"""

from collections.abc import Sequence
from itertools import combinations_with_replacement, pairwise
from statistics import median


def chance_of_signs(differences: Sequence[float]) -> float:
    """Say what share of the orders sorts the differences at least so far to one side, twice.

    The statistic is the sum of the ranks of those above 0 (Wilcoxon); equal ones share their ranks, and
    a difference of 0 is the same either way round.
    """
    ranks = _double_ranks([abs(one) for one in differences if one])
    if not ranks:
        return 1.0
    seen = sum(rank for rank, one in zip(ranks, [one for one in differences if one], strict=True) if one > 0)
    ways = _ways(ranks)
    least = min(sum(ways[: seen + 1]), sum(ways[seen:]))
    return min(1.0, 2 * least / sum(ways))


def middle_of_pairs(differences: Sequence[float]) -> float:
    """Give the effect of Hodges and Lehmann: the middle of all means of two differences."""
    return float(median(_means(differences)))


def interval_of(differences: Sequence[float], *, level: float) -> tuple[float, float] | None:
    """Give the shifts that the same test would not reject; ``None`` where there are too few to reject any.

    Args:
        differences: One a pair.
        level: The share at or below which the test rejects, such as 0.1.
    """
    edges = sorted(set(_means(differences)))
    beyond = (edges[0] - 1, edges[-1] + 1)
    if any(_keeps(differences, shift, level) for shift in beyond):
        return None
    between = [(low, high) for low, high in pairwise(edges) if _keeps(differences, (low + high) / 2, level)]
    kept = [edge for edge in edges if _keeps(differences, edge, level)]
    ends = [end for pair in between for end in pair] + kept
    return min(ends), max(ends)


def least_pairs(level: float) -> int:
    """Say with how many pairs the test can reject at all: both of its furthest orders are rare enough."""
    pairs = 1
    while 2 / 2**pairs > level:
        pairs += 1
    return pairs


def _keeps(differences: Sequence[float], shift: float, level: float) -> bool:
    return chance_of_signs([one - shift for one in differences]) > level


def _means(differences: Sequence[float]) -> list[float]:
    return [(one + other) / 2 for one, other in combinations_with_replacement(differences, 2)]


def _double_ranks(amounts: Sequence[float]) -> list[int]:
    """Rank amounts, twice each rank so that those of equal ones are whole."""
    return [sum(one < each for one in amounts) + sum(one <= each for one in amounts) + 1 for each in amounts]


def _ways(ranks: Sequence[int]) -> list[int]:
    """Count the choices of signs by the sum of the ranks that are above 0."""
    ways = [1] + [0] * sum(ranks)
    for rank in ranks:
        ways = [count + (ways[total - rank] if total >= rank else 0) for total, count in enumerate(ways)]
    return ways
