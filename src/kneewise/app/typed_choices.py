"""Choices of a question as they are typed: by their names, or in the words of the forms in any language."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from typing import Final

from django.utils import translation

from kneewise.app.settings import languages, weekday_of
from kneewise.model.answers import Question
from kneewise.model.runner import WEEKDAYS
from kneewise.present.schema import choice_words

GAP: Final = re.compile(r"[\s,_-]+")
ARTICLES: Final = frozenset({"the", "der", "die", "das", "den", "dem"})
ALSO: Final[Mapping[str, Mapping[str, str]]] = {
    "sex": {
        "f": "female",
        "w": "female",
        "woman": "female",
        "m": "male",
        "man": "male",
        "nonbinary": "other",
        "non binary": "other",
    },
}
"""Other words for the choices of a question, as `spelled` writes them."""


def spelled(word: str) -> str:
    """Write a word as all are compared: small, single blanks, no articles, no commas, no full stop."""
    words = GAP.sub(" ", word.casefold()).strip(" .").split()
    return " ".join(one for one in words if one not in ARTICLES)


def choice_of(question: Question, typed: object) -> str:
    """Name the one choice that is meant; empty where none is."""
    word = spelled(str(typed))
    if choice := _names(question).get(word):
        return choice
    day = None if word.isdigit() else weekday_of(word)
    return WEEKDAYS[day] if day is not None and WEEKDAYS[day] in question.choices else ""


def taken_apart(typed: str, is_one: Callable[[str], bool]) -> Sequence[str]:
    """Take several apart, at commas or at blanks; the words for one may have either within.

    Args:
        typed: All of them.
        is_one: Whether some words are one choice.
    """
    if is_one(typed):
        return [typed]
    given = [part.strip() for part in typed.split(",")] if "," in typed else typed.split()
    parts = list(_joined([part for part in given if part], is_one))
    return parts if "," in typed or all(map(is_one, parts)) else given


def _joined(given: list[str], is_one: Callable[[str], bool]) -> Iterator[str]:
    while given:
        most = (count for count in range(len(given), 1, -1) if is_one(" ".join(given[:count])))
        count = next(most, 1)
        yield " ".join(given[:count])
        given = given[count:]


@cache
def _names(question: Question) -> Mapping[str, str]:
    names = {spelled(choice): str(choice) for choice in question.choices}
    for language in languages():
        with translation.override(language):
            names |= {spelled(choice_words(question, choice)): str(choice) for choice in question.choices}
    return {**names, **ALSO.get(question.key, {}), "": ""}
