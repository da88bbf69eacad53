"""Chains of exercises: the one where each begins, and the nearest easier and harder that can be done here."""

from collections.abc import Callable, Iterator
from functools import lru_cache

from kneewise.model.exercise import Dose, Equipment, Exercise, ExerciseTable
from kneewise.model.findings import Profile
from kneewise.model.runner import Settings


def chains(table: ExerciseTable) -> tuple[tuple[Exercise, ...], ...]:
    """Follow every chain from its easiest exercise to its hardest."""
    firsts = (one for one in table.by_id.values() if not one.easier)
    return tuple((first, *_walk(table, first, lambda one: one.harder)) for first in firsts)


def start(chain: tuple[Exercise, ...], profile: Profile) -> Exercise:
    """Choose where a chain begins: a tendon holds still first, where the chain has such an exercise."""
    held = next((one for one in chain if one.dose is Dose.HELD), None)
    if profile is Profile.TENDON and held is not None:
        return held
    return next(one for one in chain if one.starts)


def can_be_done(exercise: Exercise, settings: Settings) -> bool:
    """Whether the runner has what an exercise needs; a gym has bands and weights."""
    match exercise.needs:
        case Equipment.NONE:
            return True
        case Equipment.BANDS:
            return settings.has_bands or settings.has_gym
        case Equipment.WEIGHTS:
            return settings.has_weights or settings.has_gym
        case Equipment.GYM:
            return settings.has_gym


def harder(name: str, settings: Settings, out: tuple[str, ...], table: ExerciseTable) -> str | None:
    """Find the next harder exercise; nothing lies beyond one that was taken out."""
    for one in _walk(table, table.by_id[name], lambda each: each.harder):
        if one.id in out:
            return None
        if can_be_done(one, settings):
            return one.id
    return None


def easier(name: str, settings: Settings, out: tuple[str, ...], table: ExerciseTable) -> str | None:
    """Find the next easier exercise that was not taken out."""
    for one in _walk(table, table.by_id[name], lambda each: each.easier):
        if one.id not in out and can_be_done(one, settings):
            return one.id
    return None


def is_harder(name: str, than: str, table: ExerciseTable) -> bool:
    """Whether one exercise lies behind another in the same chain."""
    return name in _behind(than, table)


@lru_cache(maxsize=64)
def _behind(than: str, table: ExerciseTable) -> frozenset[str]:
    return frozenset(one.id for one in _walk(table, table.by_id[than], lambda each: each.harder))


def _walk(table: ExerciseTable, of: Exercise, to: Callable[[Exercise], str]) -> Iterator[Exercise]:
    while name := to(of):
        of = table.by_id[name]
        yield of
