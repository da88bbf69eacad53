"""Keep what a form of questions says once: it is sent as its page is left, and again when it is saved."""

from collections.abc import Sequence
from datetime import datetime
from itertools import count
from typing import cast

from kneewise.app.screen import questions, screen
from kneewise.app.writing import ONE_AT_A_TIME
from kneewise.model.answers import AnswerSet, Question
from kneewise.model.diary import Answers
from kneewise.store.records import RecordKind, has_record, name_under, recall_records
from kneewise.store.ref import RunnerRef


def screen_once(runner: RunnerRef, answers: Answers, *, at: datetime, weekly: bool, key: str) -> None:
    """Judge answers and store them, but for those that the same form told already.

    Args:
        runner: Whose.
        answers: As `parse_answers` reads them.
        at: Now.
        weekly: The weekly form, not the first screening.
        key: Of the form; empty where it has none, and all of it is new.
    """
    with ONE_AT_A_TIME:
        told, name = _told_under(runner, key) if key else ({}, "")
        new = changed(answers, told, questions())
        if new:
            screen(runner, new, at=at, weekly=weekly, key=name)


def changed(answers: Answers, before: Answers, asked: Sequence[Question]) -> Answers:
    """Leave out what is answered as before: it was not answered once more.

    What hangs on a sign that is answered otherwise now speaks of that sign.
    """
    new = {key for key, answer in answers.items() if before.get(key) != answer}
    hanging = {one.key for one in asked if one.only_if in new}
    return {key: answer for key, answer in answers.items() if key in new | hanging}


def _told_under(runner: RunnerRef, key: str) -> tuple[Answers, str]:
    """Gather what a form told so far, and name its next sending."""
    standing = {one.record_id: one for one in recall_records(runner, kind=RecordKind.ANSWERS)}
    told: dict[str, object] = {}
    for place in count():
        name = f"{key}/{place}"
        record_id = name_under(RecordKind.ANSWERS, name)
        if not has_record(runner, record_id):
            return cast("Answers", told), name
        if record_id in standing:
            told |= cast("AnswerSet", standing[record_id].value()).answers
    raise AssertionError
