"""One question of the screening at a terminal, with its choices and the key that stops."""

from collections.abc import Callable
from datetime import date
from typing import TypeVar

from kneewise.app.screen_answers import parse_answer
from kneewise.cli.ask import ask
from kneewise.cli.shown_choices import choice_lines, named
from kneewise.cli.terminal import show
from kneewise.model.answers import Answer, Question, QuestionKind
from kneewise.present.page import Tone, wrapped
from kneewise.present.schema import help_words
from kneewise.present.words import gettext as _
from kneewise.present.words import sentence

T = TypeVar("T")

STOP = "q"
"""Typed instead of an answer, it ends the questions; what was answered is kept."""


class Stopped(Exception):  # noqa: N818 - it is no error: somebody has had enough of questions.
    """Somebody stops here."""


def ask_question(question: Question, on: date, *, progress: str = "") -> Answer | None:
    """Put one question to a person; ``None`` where it is left for later."""
    show((*wrapped(help_words(question), tone=Tone.QUIET), *choice_lines(question)))
    return ask(
        sentence(f"question.{question.key}"),
        or_stop(lambda typed: parse_answer(question, named(question, typed), on=on)),
        hint="; ".join(filter(None, (_hint(question), progress))),
    )


def or_stop(read: Callable[[str | None], T]) -> Callable[[str | None], T]:
    """Make a reader that knows the key that stops."""

    def heard(typed: str | None) -> T:
        if typed is not None and typed.lower() == STOP:
            raise Stopped
        return read(typed)

    return heard


def _hint(question: Question) -> str:
    match question.kind:
        case QuestionKind.YES_NO:
            return _("yes, no, ?")
        case QuestionKind.SCORE:
            return _("0-10, ?")
        case QuestionKind.COUNT | QuestionKind.AMOUNT:
            low, high = question.low or 0, question.high
            return _("a number, ?") if high is None else f"{low:g}-{high:g}, ?"
        case QuestionKind.CHOICE:
            return _("one of them, ?")
        case QuestionKind.CHOICES:
            return _("one or several, ?")
        case QuestionKind.DATE:
            return _("like 2026-11-23, ?")
        case QuestionKind.TEXT:
            return ""
