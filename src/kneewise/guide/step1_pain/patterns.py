"""Rank the patterns, and say honestly when none stands out."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from kneewise.guide.step1_pain import answered
from kneewise.guide.step1_pain.answered import Heard
from kneewise.guide.step1_pain.numbers import Numbers
from kneewise.guide.step1_pain.ratios import (
    Ratio,
    normalised,
    of_place,
    place_of,
    priors,
    ratios,
    tempered,
)
from kneewise.model.findings import Fit, PatternFit
from kneewise.model.patterns import PatternCondition


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """One runner's answers, laid beside the table."""

    told: Mapping[str, bool]
    pointed: tuple[str, ...]
    table: Mapping[tuple[str, str], Ratio]
    before: Mapping[str, float]


def look(heard: Heard, numbers: Numbers) -> Look:
    """Lay the answers beside the table."""
    groups = answered.groups(heard, numbers)
    return Look(
        told=answered.told(heard, numbers.table, groups),
        pointed=answered.pointed_at(heard, numbers.table),
        table=ratios(groups, numbers.table),
        before=priors(numbers.table, groups),
    )


def shares(at: Look, numbers: Numbers, also: Callable[[str], float] = lambda _: 0.0) -> dict[str, float]:
    """Give every condition's share; ``also`` adds to a condition's logarithm."""
    return normalised(
        {
            condition.id: _score(condition, at, numbers) + also(condition.id)
            for condition in numbers.table.conditions
        },
        at.before,
    )


def _score(condition: PatternCondition, at: Look, numbers: Numbers) -> float:
    score = 0.0
    for feature, present in at.told.items():
        ratio = at.table[condition.id, feature]
        score += tempered(ratio.present if present else ratio.absent, numbers)
    place = place_of(condition, at.pointed, at.table)
    if place is not None:
        score += of_place(at.table[condition.id, place].present, numbers)
    return score


def first(heard: Heard, at: Look, found: Mapping[str, float], numbers: Numbers) -> str | None:
    """Name the pattern that stands out, or ``None`` where it is unclear; never the next one instead."""
    return None if held_back(heard, at, found, numbers) else _ahead(heard, at, found, numbers)


def held_back(heard: Heard, at: Look, found: Mapping[str, float], numbers: Numbers) -> bool:
    """Whether a pattern stands out and is not named, because a bone may be under too much load."""
    many = answered.bone_points(heard, numbers) >= numbers.bone_points_from.value
    return many and _ahead(heard, at, found, numbers) is not None


def _ahead(heard: Heard, at: Look, found: Mapping[str, float], numbers: Numbers) -> str | None:
    ranked = sorted(found, key=lambda key: -found[key])
    best = next(each for each in numbers.table.conditions if each.id == ranked[0])
    ahead_by = found[ranked[0]] - found[ranked[1]]
    stands_out = (
        best.named
        and found[best.id] >= numbers.first_share_from.value
        and ahead_by >= numbers.first_ahead_by.value
        and _has_place(best, at, numbers)
        and (not best.rare or is_own(heard, best))
    )
    return best.id if stands_out else None


def _has_place(condition: PatternCondition, at: Look, numbers: Numbers) -> bool:
    return any(
        condition.shares[place] >= numbers.place_share_from.value
        and at.table[condition.id, place].present >= numbers.place_ratio_from.value
        for place in at.pointed
    )


def is_own(heard: Heard, condition: PatternCondition) -> bool:
    """Whether a rare pattern's own distinguishing feature is there."""
    places = heard.answers.get("places")
    pointed = frozenset(places) if isinstance(places, tuple) else frozenset()
    return (
        all(heard.answers.get(key) is True for key in condition.needs_yes)
        and all(heard.answers.get(key) is False for key in condition.needs_no)
        and all(heard.answers.get(key) == choice for key, choice in condition.needs_choice)
        and (not condition.needs_places or not pointed.isdisjoint(condition.needs_places))
    )


def fits(at: Look, found: Mapping[str, float], numbers: Numbers) -> tuple[PatternFit, ...]:
    """Describe every pattern that may be named and can occur, the best fit first."""
    named = [each for each in numbers.table.conditions if each.named and at.before[each.id] > 0]
    ordered = sorted(named, key=lambda condition: -found[condition.id])
    return tuple(_fit(condition, at, found[condition.id], numbers) for condition in ordered)


def _fit(condition: PatternCondition, at: Look, share: float, numbers: Numbers) -> PatternFit:
    said: list[tuple[str, float]] = []
    for feature, present in at.told.items():
        ratio = at.table[condition.id, feature]
        said.append((feature, ratio.present) if present else (f"{feature}.absent", ratio.absent))
    if (place := place_of(condition, at.pointed, at.table)) is not None:
        said.append((place, at.table[condition.id, place].present))
    loud = numbers.speaks_from_ratio.value
    speaking = sorted(said, key=lambda each: -each[1])
    heard = tuple(key for key, ratio in speaking if ratio >= loud or ratio <= 1 / loud)
    return PatternFit(
        id=condition.id,
        fit=_word(share, len(at.told), numbers),
        share=share,
        speaks_for=tuple(key for key, ratio in speaking if ratio >= loud),
        speaks_against=tuple(key for key, ratio in reversed(speaking) if ratio <= 1 / loud),
        published=tuple(key for key in heard if key.removesuffix(".absent") in condition.published),
    )


def _word(share: float, features: int, numbers: Numbers) -> Fit:
    if share >= numbers.fits_well_from.value and features >= numbers.well_needs_features.value:
        return Fit.WELL
    return Fit.PARTLY if share >= numbers.fits_partly_from.value else Fit.POORLY
