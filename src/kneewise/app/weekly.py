"""The weekly form: which signs it lists, which of them still stand, and when it is offered."""

from dataclasses import dataclass
from datetime import date, timedelta

from kneewise.app.known import known
from kneewise.knowledge import read_questions
from kneewise.model.answers import Question, QuestionKind
from kneewise.store.ref import RunnerRef

AHEAD = timedelta(days=3)
"""So long before one of its answers runs out, and the plan pauses, the form is offered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Weekly:
    """The form of one day.

    Attributes:
        offered: Whether it is time: some of its answers run out soon, or did.
        signs: Questions that "none of these is new" answers; each was last answered "no", or never.
        standing: Questions last answered with yes or "I don't know": asked one by one.
    """

    offered: bool
    signs: tuple[Question, ...]
    standing: tuple[Question, ...]


def weekly(runner: RunnerRef, on: date) -> Weekly:
    """Look at the weekly form on a day; looking writes nothing."""
    now = known(runner)
    answers = now.look(on).answers
    listed = [
        one for one in read_questions() if one.weekly and not one.only_if and one.kind is QuestionKind.YES_NO
    ]
    # A yes that is asked about again after two days makes no list of the week due.
    due = {one.key for one in listed if answers.get(one.key) is False} & {*now.decide(on + AHEAD).plan.ask}
    signs = tuple(one for one in listed if answers.get(one.key, False) is False)
    return Weekly(
        offered=bool(due),
        signs=signs,
        standing=tuple(one for one in listed if one not in signs),
    )
