"""The answers file, described so that somebody who reads only this can fill one in."""

from collections.abc import Iterable
from typing import Any, Final

from kneewise.model.answers import UNKNOWN, Question, QuestionKind
from kneewise.present.words import sentence, sentences

VERSION: Final = 1
"""Raised when a key goes or changes its meaning; new keys do not raise it."""


def answers_schema(questions: Iterable[Question]) -> dict[str, Any]:
    """Describe the answers file as JSON Schema, draft 2020-12."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:kneewise:answers:{VERSION}",
        "title": "Kneewise answers",
        "description": (
            'Flat answers. Leave a key out if it was not asked; "unknown" means asked and not known. '
            'For every yes/no question, false ("no") is the reassuring answer.'
        ),
        "version": VERSION,
        "type": "object",
        "additionalProperties": False,
        "properties": {question.key: _property(question) for question in questions},
    }


def _property(question: Question) -> dict[str, Any]:
    described: dict[str, Any] = {
        "title": sentence(f"question.{question.key}"),
        "anyOf": [_answer(question), {"const": UNKNOWN.value}],
        "x-asked": question.asked,
        "x-required": question.required,
        "x-weekly": question.weekly,
    }
    if question.only_if:
        described["x-only-if"] = question.only_if
    if words := _choice_words(question):
        described["description"] = words
    return described


def _choice_words(question: Question) -> str:
    said = ((choice, choice_words(question, choice)) for choice in question.choices)
    return "; ".join(f"{choice}: {words}" for choice, words in said if words)


def choice_words(question: Question, choice: str) -> str:
    """Say one choice as the forms say it; empty where its identifier says it all."""
    keys = (f"choice.{question.key}.{choice}", f"place.{choice}")
    return next((sentence(key) for key in keys if key in sentences()), "")


def _answer(question: Question) -> dict[str, Any]:
    match question.kind:
        case QuestionKind.YES_NO:
            return {"type": "boolean"}
        case QuestionKind.SCORE:
            return {"type": "integer", "minimum": 0, "maximum": 10}
        case QuestionKind.COUNT:
            return {"type": "integer", **_bounds(question)}
        case QuestionKind.AMOUNT:
            return {"type": "number", **_bounds(question)}
        case QuestionKind.CHOICE:
            return {"enum": list(question.choices)}
        case QuestionKind.CHOICES:
            return {"type": "array", "uniqueItems": True, "items": {"enum": list(question.choices)}}
        case QuestionKind.DATE:
            return {"type": "string", "format": "date"}
        case QuestionKind.TEXT:
            return {"type": "string"}


def _bounds(question: Question) -> dict[str, float]:
    found: dict[str, float] = {}
    if question.low is not None:
        found["minimum"] = question.low
    if question.high is not None:
        found["maximum"] = question.high
    return found
