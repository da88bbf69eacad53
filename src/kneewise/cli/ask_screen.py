"""The screening at a terminal: one question at a time, the emergencies first."""

from collections.abc import Mapping, Sequence
from datetime import date

from kneewise.app.parse import plain_yes_no
from kneewise.app.screen_answers import parse_answer
from kneewise.cli.ask import ask
from kneewise.cli.terminal import say, show
from kneewise.model.answers import Answer, Question, QuestionKind
from kneewise.model.runner import Settings
from kneewise.present.page import Line, Tone
from kneewise.present.screening import emergency_lines
from kneewise.present.words import gettext as _
from kneewise.present.words import has_sentence, sentence

EMERGENCY = "emergency"
"""The list that comes first; a yes in it is answered before anything else is asked."""


def ask_all(
    questions: Sequence[Question], *, on: date, weekly: bool, settings: Settings
) -> Mapping[str, object]:
    """Put the questions to a person; Enter leaves one unasked, and a "no" closes what hangs on it."""
    say(_("Answer yes or no. “?” means you do not know. Enter leaves a question for later."))
    given: dict[str, Answer] = {}
    group = ""
    for question in questions:
        if (weekly and not question.weekly) or not _is_open(question, given):
            continue
        if question.asked != group:
            if group == EMERGENCY and True in given.values() and not _goes_on(settings):
                break
            group = question.asked
            show((Line(text=""), Line(text=_heading(group), tone=Tone.HEADING)))
        answer = _ask(question, on)
        if answer is not None:
            given[question.key] = answer
    return given


def _goes_on(settings: Settings) -> bool:
    """Say what the yes to an emergency sign means; more is asked only of those who want it."""
    show(emergency_lines(settings))
    typed = ask(
        sentence("screen.go_on"),
        lambda said: plain_yes_no(sentence("screen.go_on"), said),
        hint=sentence("screen.go_on_hint"),
    )
    return typed is True


def _is_open(question: Question, given: Mapping[str, Answer]) -> bool:
    """A question that hangs on another waits for its yes; an unknown opens it too."""
    return not question.only_if or given.get(question.only_if, False) is not False


def _heading(group: str) -> str:
    key = f"asked.{group}"
    return sentence(key) if has_sentence(key) else group.replace("_", " ").capitalize()


def _ask(question: Question, on: date) -> Answer | None:
    if question.kind in {QuestionKind.CHOICE, QuestionKind.CHOICES}:
        show(
            Line(text=f"  {choice}: {_choice(question, choice)}", tone=Tone.QUIET)
            for choice in question.choices
        )
    return ask(
        sentence(f"question.{question.key}"),
        lambda typed: parse_answer(question, typed, on=on),
        hint=_hint(question),
    )


def _choice(question: Question, choice: str) -> str:
    for key in (f"choice.{question.key}.{choice}", f"place.{choice}", f"choice.{choice}"):
        if has_sentence(key):
            return sentence(key)
    return choice.replace("_", " ")


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
