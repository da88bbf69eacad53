"""Which answers running waits for, and after which others: found by asking the red flags themselves."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, time
from functools import cache
from typing import Final

from kneewise.app.numbers import house_numbers
from kneewise.app.review import look_at
from kneewise.app.screen_answers import parse_file
from kneewise.guide import red_flags
from kneewise.knowledge import read_questions
from kneewise.model.answers import UNKNOWN, AnswerSet, Needed, Origin, Question, QuestionKind, Told
from kneewise.model.diary import History
from kneewise.model.runner import Settings

SOME_DAY: Final = date(2000, 1, 3)
"""What is asked after a first set of answers hangs on no day."""


@cache
def needed() -> Needed:
    """Give each answer alone, and see what is asked for besides what always is."""
    always, with_runs = _ask({}), _ask({}, runs_tell=True)
    after: dict[str, dict[str, tuple[Told, ...]]] = {}
    for question in read_questions():
        for told in _possible(question):
            for key in _ask({question.key: told}) - always - {question.key}:
                called = after.setdefault(key, {})
                called[question.key] = (*called.get(question.key, ()), told)
    return Needed(always=always, told_by_runs=always - with_runs, after=after)


def _ask(raw: Mapping[str, Told], *, runs_tell: bool = False) -> frozenset[str]:
    """List what is asked of a runner without a history who gave these answers, in a file."""
    at = datetime.combine(SOME_DAY, time.min, tzinfo=UTC)
    listed = {key: [told] if _is_list(key) and told != UNKNOWN.value else told for key, told in raw.items()}
    answers = parse_file(listed, on=SOME_DAY)
    told = AnswerSet(record_id="", at=at, on=SOME_DAY, origin=Origin.SCREENING, answers=answers)
    seen = look_at(History(settings=Settings(), answers=(told,)), SOME_DAY)
    if runs_tell:
        seen = replace(seen, more_running_lately=False)
    return frozenset(red_flags.assess(seen, house_numbers().red_flags).ask)


def _is_list(key: str) -> bool:
    return any(one.key == key and one.kind is QuestionKind.CHOICES for one in read_questions())


def _possible(question: Question) -> Iterator[Told]:
    """Yield what may be answered, of a list each choice alone, of an amount its ends."""
    low, high = question.low or 0, question.high or 0
    match question.kind:
        case QuestionKind.YES_NO:
            yield from (True, False)
        case QuestionKind.SCORE:
            yield from range(11)
        case QuestionKind.COUNT:
            yield from range(int(low), int(high) + 1)
        case QuestionKind.AMOUNT:
            yield from (low, high)
        case QuestionKind.CHOICE | QuestionKind.CHOICES:
            yield from map(str, question.choices)
        case QuestionKind.DATE:
            yield SOME_DAY.isoformat()
        case QuestionKind.TEXT:
            return
    yield UNKNOWN.value
