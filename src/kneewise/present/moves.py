"""Runs that the runner wished on another day, in words."""

from collections.abc import Iterable

from django.utils.formats import date_format

from kneewise.model.plan import MoveAnswer
from kneewise.present.page import Lines, bullet
from kneewise.present.reasons import reason_sentence
from kneewise.present.words import sentence


def move_sentence(answer: MoveAnswer) -> str:
    """Say what became of one wish, and the rule where it cannot be."""
    days = {name: date_format(getattr(answer, name), "D j M") for name in ("from_day", "to_day")}
    if answer.because is None:
        return sentence("move.done", **days)
    return sentence("move.refused", why=reason_sentence(answer.because), **days)


def move_lines(answers: Iterable[MoveAnswer]) -> tuple[Lines, ...]:
    """Say them as a list."""
    return tuple(bullet(move_sentence(answer)) for answer in answers)
