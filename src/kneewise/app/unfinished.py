"""Which questions a screening puts: all, the rest of one that was left, or those that running waits for."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kneewise.app import review
from kneewise.app.weekly import weekly
from kneewise.knowledge import read_questions
from kneewise.model.answers import Question
from kneewise.model.diary import Answers
from kneewise.store.ref import RunnerRef


@dataclass(frozen=True, slots=True, kw_only=True)
class ToAsk:
    """What is put, and what is known and not put once more.

    Attributes:
        is_first: Whether everybody's questions are not answered yet, or are answered anew.
    """

    is_first: bool
    questions: Sequence[Question]
    before: Answers


def is_unfinished(kept: Answers) -> bool:
    """Whether a question that everybody is asked, and that running waits for, was never answered."""
    return any(one.required and not one.only_if and one.key not in kept for one in read_questions())


def to_ask(runner: RunnerRef, on: date) -> ToAsk:
    """Choose the questions of a day.

    What is not known, or was answered too long ago for running, is asked again; and with what running waits
    for, the signs that stand: a "no" may clear them.
    """
    kept = review.look(runner, on).answers
    every = read_questions()
    asked = frozenset(review.review(runner, on).plan.ask)
    if is_unfinished(kept):
        return ToAsk(is_first=True, questions=every, before=_without(kept, asked))
    if not asked:
        return ToAsk(is_first=True, questions=every, before={})
    again = asked | {one.key for one in weekly(runner, on).standing}
    put = tuple(one for one in every if one.key in again or one.only_if in again)
    return ToAsk(is_first=False, questions=put, before=_without(kept, {one.key for one in put}))


def _without(kept: Answers, keys: frozenset[str] | set[str]) -> Answers:
    return {key: answer for key, answer in kept.items() if key not in keys}
