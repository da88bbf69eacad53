"""Exercises and drills as they are named: by their keys, or in the words of the plan in any language."""

from collections.abc import Iterator, Mapping
from functools import cache

from django.utils import translation

from kneewise.app.settings import languages
from kneewise.app.typed_choices import spelled
from kneewise.guide import step5_ankle
from kneewise.knowledge import read_exercises
from kneewise.model.exercise import Exercise
from kneewise.present.words import sentence


def exercise_names() -> tuple[str, ...]:
    """Name every exercise and drill that can be logged."""
    return (*read_exercises().by_id, *step5_ankle.DRILLS)


def exercise_named(typed: str) -> str:
    """Give the key of what was typed; what is not known stays as it is."""
    return _names().get(spelled(typed), typed)


def exercise_called(name: str) -> Exercise | None:
    """Find what is known of an exercise; of a drill nothing is."""
    return read_exercises().by_id.get(exercise_named(name))


@cache
def _names() -> Mapping[str, str]:
    return {spelled(words): key for words, key in (*_in_words(), *((key, key) for key in exercise_names()))}


def _in_words() -> Iterator[tuple[str, str]]:
    for language in languages():
        with translation.override(language):
            yield from [(sentence(f"exercise.{key}"), key) for key in exercise_names()]
            yield from [(sentence(f"short.strength.{key}"), key) for key in read_exercises().by_id]
