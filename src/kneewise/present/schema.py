"""The answers file, described so that somebody who reads only this can fill one in."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from kneewise.model.answers import UNKNOWN, Needed, Question, QuestionKind, Told
from kneewise.present.words import has_sentence, sentence, sentences

VERSION: Final = 1
"""Raised when a key goes or changes its meaning; new keys do not raise it."""


def answers_schema(questions: Iterable[Question], needed: Needed) -> dict[str, Any]:
    """Describe the answers file as JSON Schema, draft 2020-12.

    Args:
        questions: Every one that a file may answer.
        needed: Which answers running waits for.
    """
    kinds = {question.key: question for question in questions}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:kneewise:answers:{VERSION}",
        "title": "Kneewise answers",
        "description": (
            'Flat answers. Leave a key out if it was not asked; "unknown" means asked and not known. '
            'For every yes/no question, false ("no") is the reassuring answer. '
            "x-required-if is a schema of the whole file: where a file fits it, running waits for that "
            "answer; where it is left out, running never does."
        ),
        "version": VERSION,
        "type": "object",
        "additionalProperties": False,
        "properties": {key: _property(one) | _required_if(key, needed, kinds) for key, one in kinds.items()},
    }


def _required_if(key: str, needed: Needed, kinds: Mapping[str, Question]) -> dict[str, Any]:
    if key in needed.always:
        by_runs = {"x-told-by-runs": True} if key in needed.told_by_runs else {}
        return {"x-required-if": True, **by_runs}
    called = needed.after.get(key, {})
    after = [
        {"required": [other], "properties": {other: _one_of(kinds[other], told)}}
        for other, told in called.items()
    ]
    return {"x-required-if": {"anyOf": after}} if after else {}


def _one_of(question: Question, told: tuple[Told, ...]) -> dict[str, Any]:
    """Describe those answers after which something else is needed."""
    known = [one for one in told if one != UNKNOWN.value]
    ways: list[dict[str, Any]] = [_known(question, known)] if known else []
    ways += [{"const": UNKNOWN.value}] if len(known) < len(told) else []
    return ways[0] if len(ways) == 1 else {"anyOf": ways}


def _known(question: Question, told: list[Told]) -> dict[str, Any]:
    match question.kind:
        case QuestionKind.YES_NO | QuestionKind.CHOICE | QuestionKind.SCORE | QuestionKind.COUNT:
            return {"enum": told}
        case QuestionKind.CHOICES:
            return {"type": "array", "contains": {"enum": told}}
        case QuestionKind.AMOUNT | QuestionKind.DATE | QuestionKind.TEXT:
            return {"not": {"const": UNKNOWN.value}}


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
    if words := " ".join(filter(None, (help_words(question), _choice_words(question)))):
        described["description"] = words
    return described


def _choice_words(question: Question) -> str:
    said = ((choice, choice_words(question, choice)) for choice in question.choices)
    return "; ".join(f"{choice}: {words}" for choice, words in said if words)


def help_words(question: Question) -> str:
    """Say what is said beside a question where people would guess; else nothing."""
    key = f"help.{question.key}"
    return sentence(key) if has_sentence(key) else ""


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
