"""Likelihood ratios of the pattern table, and the shares that follow from them."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from math import exp, log

from kneewise.guide.step1_pain.numbers import Numbers
from kneewise.model.patterns import PatternCondition, PatternTable


@dataclass(frozen=True, slots=True)
class Ratio:
    """What one feature says of one condition, when present and when absent; not yet tempered."""

    present: float
    absent: float


def priors(table: PatternTable, groups: frozenset[str]) -> dict[str, float]:
    """Give the share of each condition before any answer, sex and age taken into account."""
    return {condition.id: _prior(condition, groups) for condition in table.conditions}


def _prior(condition: PatternCondition, groups: frozenset[str]) -> float:
    young = condition.prior_under_18
    prior = young if young is not None and "under_18" in groups else condition.prior
    for group, times in condition.multipliers.items():
        prior *= times if group in groups else 1.0
    return prior


@cache
def ratios(groups: frozenset[str], table: PatternTable) -> Mapping[tuple[str, str], Ratio]:
    """Hold the share of every feature in every condition against its share in the rest."""
    before = priors(table, groups)
    everyone = sum(before.values())
    made: dict[tuple[str, str], Ratio] = {}
    for feature in table.features:
        weighted = {
            condition.id: before[condition.id] * condition.shares[feature.id]
            for condition in table.conditions
        }
        whole = sum(weighted.values())
        for condition in table.conditions:
            rest = (whole - weighted[condition.id]) / (everyone - before[condition.id])
            share = condition.shares[feature.id]
            made[condition.id, feature.id] = Ratio(share / rest, (1 - share) / (1 - rest))
    return made


def place_of(
    condition: PatternCondition, pointed: tuple[str, ...], table: Mapping[tuple[str, str], Ratio]
) -> str | None:
    """Choose the place that speaks loudest for a condition among those pointed at."""
    return max(pointed, key=lambda place: table[condition.id, place].present, default=None)


def tempered(ratio: float, numbers: Numbers) -> float:
    """Cap one feature's ratio and give its tempered logarithm."""
    capped = min(max(ratio, numbers.feature_ratio_least.value), numbers.feature_ratio_most.value)
    return numbers.temper.value * log(capped)


def of_place(ratio: float, numbers: Numbers) -> float:
    """Cap the place's ratio and give its logarithm, which is not tempered."""
    return log(min(max(ratio, numbers.place_ratio_least.value), numbers.place_ratio_most.value))


def normalised(logs: Mapping[str, float], before: Mapping[str, float]) -> dict[str, float]:
    """Turn scores times priors into shares that sum to one over all conditions."""
    weights = {key: before[key] * exp(score) for key, score in logs.items()}
    whole = sum(weights.values())
    return {key: weight / whole for key, weight in weights.items()}
