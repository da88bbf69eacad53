"""Answers to the questions, read from what a file, a form or a prompt gave."""

from collections.abc import Mapping
from datetime import date
from functools import cache

from django.utils.translation import gettext as _

from kneewise.app import parse
from kneewise.knowledge import read_questions
from kneewise.model.answers import UNKNOWN, Answer, Question, QuestionKind
from kneewise.model.diary import Answers
from kneewise.model.errors import UsageError

MOST = 1000


@cache
def _by_key() -> Mapping[str, Question]:
    return {question.key: question for question in read_questions()}


def parse_answers(raw: Mapping[str, object], *, on: date) -> Answers:
    """Read answers by their keys; a key that is absent, or ``null``, was not asked.

    Args:
        raw: Answers as JSON gives them, or as they were typed.
        on: The day they are given on; no date may lie after it.

    Raises:
        UsageError: There is no such question, or the answer cannot be that.
    """
    unknown = sorted(set(raw) - set(_by_key()))
    if unknown:
        raise UsageError(
            _("There is no question “%(key)s”: `kneewise screen --schema` lists them.") % {"key": unknown[0]}
        )
    read = {key: parse_answer(_by_key()[key], given, on=on) for key, given in raw.items()}
    return {key: answer for key, answer in read.items() if answer is not None}


def parse_answer(question: Question, raw: object, *, on: date) -> Answer | None:
    """Read one answer; ``None`` where nothing was said."""
    if parse.is_unsaid(raw):
        return None
    return UNKNOWN if parse.is_unknown(raw) else _read(question, raw, on)


def _read(question: Question, raw: object, on: date) -> Answer | None:
    key, low, high = question.key, question.low or 0, question.high or MOST
    answer: Answer | None
    match question.kind:
        case QuestionKind.YES_NO:
            answer = parse.yes_no(key, raw)
        case QuestionKind.SCORE:
            answer = parse.score(key, raw)
        case QuestionKind.COUNT:
            answer = parse.count(key, raw, low=int(low), high=int(high))
        case QuestionKind.AMOUNT:
            answer = parse.amount(key, raw, low=low, high=high)
        case QuestionKind.CHOICE:
            answer = _choice(question, raw)
        case QuestionKind.CHOICES:
            answer = _choices(question, raw)
        case QuestionKind.DATE:
            answer = parse.day(key, raw, today=on)
        case QuestionKind.TEXT:
            answer = parse.text(raw)
    return answer


def _choice(question: Question, raw: object) -> str:
    if question.key == "knee" and str(raw) not in question.choices:
        raise UsageError(
            _("“%(raw)s” is no knee: say left, right or both.") % {"raw": raw}, field=question.key
        )
    return parse.choice(question.key, raw, question.choices)


def _choices(question: Question, raw: object) -> tuple[str, ...] | None:
    """Read a list; an empty one says nothing."""
    given = raw.replace(",", " ").split() if isinstance(raw, str) else raw
    if not isinstance(given, list | tuple):
        raise UsageError(_("%(key)s takes a list of answers.") % {"key": question.key}, field=question.key)
    chosen = (parse.choice(question.key, one, question.choices) for one in given)
    return tuple(dict.fromkeys(chosen)) or None
