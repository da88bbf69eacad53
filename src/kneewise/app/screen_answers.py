"""Answers to the questions, read from what a file, a form or a prompt gave."""

from collections.abc import Mapping
from datetime import date
from difflib import get_close_matches
from functools import cache

from django.utils.translation import gettext as _

from kneewise.app import parse
from kneewise.knowledge import read_questions
from kneewise.model.answers import UNKNOWN, Answer, Question, QuestionKind
from kneewise.model.diary import Answers
from kneewise.model.errors import UsageError
from kneewise.present.words import sentence

MOST = 1000


def _no_question(key: str) -> str:
    """Say that nothing is asked by such a name, and which name is near to it."""
    if near := get_close_matches(key, _by_key(), n=1):
        said = _("There is no question “%(key)s”: is it “%(near)s”? `kneewise screen --schema` lists them.")
        return said % {"key": key, "near": near[0]}
    return _("There is no question “%(key)s”: `kneewise screen --schema` lists them.") % {"key": key}


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
        raise UsageError(_no_question(unknown[0]))
    asked = {key: _by_key()[key] for key in raw}
    read: dict[str, Answer] = {}
    for key, given in raw.items():
        with parse.part(key):
            answer = parse_answer(asked[key], given, on=on, named=key)
        if answer is not None:
            read[key] = answer
    return read


def parse_answer(question: Question, raw: object, *, on: date, named: str = "") -> Answer | None:
    """Read one answer; ``None`` where nothing was said.

    Args:
        question: What was asked.
        raw: The answer as it was given.
        on: The day it is given on.
        named: The key, where somebody has to find the place in a file.
    """
    if parse.is_unsaid(raw):
        return None
    words = f"“{sentence(f'question.{question.key}')}”"
    name = f"{words} ({named})" if named else words
    return UNKNOWN if parse.is_unknown(raw) else _read(question, raw, on, name)


def _read(question: Question, raw: object, on: date, name: str) -> Answer | None:
    low, high = question.low or 0, question.high or MOST
    answer: Answer | None
    match question.kind:
        case QuestionKind.YES_NO:
            answer = parse.yes_no(name, raw)
        case QuestionKind.SCORE:
            answer = parse.score(name, raw)
        case QuestionKind.COUNT:
            answer = parse.count(name, raw, low=int(low), high=int(high))
        case QuestionKind.AMOUNT:
            answer = parse.amount(name, raw, low=low, high=high)
        case QuestionKind.CHOICE:
            answer = _choice(question, raw, name)
        case QuestionKind.CHOICES:
            answer = _choices(question, raw, name)
        case QuestionKind.DATE:
            answer = parse.day(name, raw, today=on)
        case QuestionKind.TEXT:
            answer = parse.text(raw)
    return answer


def _choice(question: Question, raw: object, name: str) -> str:
    if question.key != "knee":
        return parse.choice(name, raw, question.choices)
    if parse.knee(raw) not in question.choices:
        raise UsageError(_("“%(raw)s” is no knee: say left, right or both.") % {"raw": raw})
    return parse.knee(raw)


def _choices(question: Question, raw: object, name: str) -> tuple[str, ...] | None:
    """Read a list; an empty one says nothing."""
    given = raw.replace(",", " ").split() if isinstance(raw, str) else raw
    if not isinstance(given, list | tuple):
        raise UsageError(_("The answer to %(name)s is a list.") % {"name": name})
    chosen = (parse.choice(name, one, question.choices) for one in given)
    return tuple(dict.fromkeys(chosen)) or None
