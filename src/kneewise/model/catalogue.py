"""The questions of the screening, sorted once for quick looking up."""

from collections.abc import Mapping
from dataclasses import dataclass

from kneewise.model.answers import Question, QuestionKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """All questions, and the lists that the red flags look at on every day.

    Attributes:
        by_key: Every question by the key of its answer.
        required: Those that running waits for, in the order in which they are asked.
        weekly: Keys whose "no" is good for seven days only.
        yes_no: Keys that are answered yes or no.
        tells_apart: Keys that only tell patterns apart.
        hanging_on: By the key of a question, those that are put to a person only after its yes.
    """

    questions: tuple[Question, ...]
    by_key: Mapping[str, Question]
    required: tuple[Question, ...]
    weekly: frozenset[str]
    yes_no: frozenset[str]
    tells_apart: tuple[str, ...]
    hanging_on: Mapping[str, tuple[str, ...]]


def catalogue(questions: tuple[Question, ...]) -> Catalogue:
    """Sort the questions once."""
    return Catalogue(
        questions=questions,
        by_key={question.key: question for question in questions},
        required=tuple(question for question in questions if question.required),
        weekly=frozenset(question.key for question in questions if question.weekly),
        yes_no=frozenset(question.key for question in questions if question.kind is QuestionKind.YES_NO),
        tells_apart=tuple(question.key for question in questions if question.tells_apart),
        hanging_on=_hanging_on(questions),
    )


def _hanging_on(questions: tuple[Question, ...]) -> Mapping[str, tuple[str, ...]]:
    hanging: dict[str, tuple[str, ...]] = {}
    for question in questions:
        if question.only_if:
            hanging[question.only_if] = (*hanging.get(question.only_if, ()), question.key)
    return hanging
