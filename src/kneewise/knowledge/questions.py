"""The catalogue of questions: typed data of two rooms, words elsewhere."""

from collections.abc import Mapping
from functools import cache
from typing import Any, Final

from kneewise.knowledge.toml import KnowledgeError, folder_of, read_toml
from kneewise.model.answers import Question, QuestionKind
from kneewise.model.places import Place

CATALOGUES: Final = ("guide.red_flags", "guide.step1_pain")

PLACES: Final = "places"
"""In a question's ``choices``: the ids of all places."""

KEYS: Final = frozenset(
    {"kind", "asked", "required", "weekly", "choices", "low", "high", "only_if", "tells_apart"}
)


@cache
def read_questions() -> tuple[Question, ...]:
    """Read every question, in the order in which they are put to a person."""
    questions = tuple(
        _question(key, record)
        for package in CATALOGUES
        for key, record in read_toml(folder_of(package) / "questions.toml").items()
    )
    keys = {question.key for question in questions}
    if len(keys) < len(questions):
        raise KnowledgeError("A question stands in the catalogue twice.")
    if astray := sorted(each.key for each in questions if each.only_if and each.only_if not in keys):
        raise KnowledgeError(f"Questions hang on one that does not exist: {', '.join(astray)}.")
    return questions


def _question(key: str, record: Mapping[str, Any]) -> Question:
    if unknown := sorted(record.keys() - KEYS):
        raise KnowledgeError(f"Question {key} has entries that nothing reads: {', '.join(unknown)}.")
    choices = record.get("choices", ())
    return Question(
        key=key,
        kind=QuestionKind(record["kind"]),
        asked=record["asked"],
        required=record.get("required", False),
        weekly=record.get("weekly", False),
        choices=tuple(Place) if choices == PLACES else tuple(choices),
        low=record.get("low"),
        high=record.get("high"),
        only_if=record.get("only_if", ""),
        tells_apart=record.get("tells_apart", False),
    )
