"""The pairs of shoes of a runner, as a decision and what was observed have them."""

from kneewise.app.numbers import house_numbers
from kneewise.model.observations import Observations
from kneewise.model.plan import Decision
from kneewise.present.shoes import Pair, pairs


def pairs_of(decision: Decision, seen: Observations) -> tuple[Pair, ...]:
    """List the pairs, those in use first; worn is one that has run what the guide gives a pair at least."""
    least_km, _most_km = house_numbers().step6_footwear.life_km.values
    return pairs(decision, seen, wear_from_km=least_km)
