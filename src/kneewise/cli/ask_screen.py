"""The screening at a terminal: one question at a time, the emergencies first, what tells most last."""

from collections.abc import Mapping, Sequence
from datetime import date

from kneewise.app.parse import plain_yes_no
from kneewise.app.screen import ask_next
from kneewise.cli.ask import ask
from kneewise.cli.ask_question import Stopped, ask_question, or_stop
from kneewise.cli.terminal import say, show
from kneewise.model.answers import Answer, Question
from kneewise.model.runner import Settings
from kneewise.present.page import Line, Tone
from kneewise.present.screening import emergency_lines
from kneewise.present.words import gettext as _
from kneewise.present.words import has_sentence, sentence

EMERGENCY = "emergency"
"""The list that comes first; a yes in it is answered before anything else is asked."""

TELLS_APART = "tells_apart"
"""The list that comes last: each time the question that would tell most."""


def ask_all(
    questions: Sequence[Question], *, on: date, weekly: bool, settings: Settings
) -> Mapping[str, object]:
    """Put the questions to a person; Enter leaves one unasked, and a "no" closes what hangs on it."""
    say(
        _(
            "Answer yes or no. “?” means you do not know. Enter leaves a question for later; “q” stops, and "
            "keeps what you answered."
        )
    )
    given: dict[str, Answer] = {}
    try:
        listed = [one for one in questions if not one.tells_apart and (_is_weekly(one) or not weekly)]
        if _ask_lists(listed, given, on, settings) and not weekly:
            _ask_to_tell_apart({one.key: one for one in questions}, given, on)
    except Stopped:
        pass
    return given


def _ask_lists(questions: Sequence[Question], given: dict[str, Answer], on: date, settings: Settings) -> bool:
    """Ask list after list; whether more is wanted after a yes to an emergency sign."""
    group = ""
    for question in questions:
        if not _is_open(question, given):
            continue
        if question.asked != group:
            if group == EMERGENCY and True in given.values() and not _goes_on(settings):
                return False
            group = question.asked
            _head(group)
        _take(question, given, on)
    return True


def _ask_to_tell_apart(questions: Mapping[str, Question], given: dict[str, Answer], on: date) -> None:
    """Ask what would tell most, again and again, until nothing is worth asking any more."""
    passed: set[str] = set()
    while telling := ask_next(given, passed=passed):
        if not passed:
            _head(TELLS_APART)
        passed.add(telling[0].key)
        _take(questions[telling[0].key], given, on)


def _goes_on(settings: Settings) -> bool:
    """Say what the yes to an emergency sign means; more is asked only of those who want it."""
    show(emergency_lines(settings))
    words = sentence("screen.go_on")
    typed = ask(
        words,
        or_stop(lambda said: plain_yes_no(words, said)),
        hint=sentence("screen.go_on_hint"),
    )
    return typed is True


def _is_open(question: Question, given: Mapping[str, Answer]) -> bool:
    """A question that hangs on another waits for its yes; an unknown opens it too."""
    return not question.only_if or given.get(question.only_if, False) is not False


def _is_weekly(question: Question) -> bool:
    """What hangs on a sign is asked whenever that is new, however seldom it is asked by itself."""
    return question.weekly or bool(question.only_if)


def _head(group: str) -> None:
    key = f"asked.{group}"
    said = sentence(key) if has_sentence(key) else group.replace("_", " ").capitalize()
    show((Line(text=""), Line(text=said, tone=Tone.HEADING)))


def _take(question: Question, given: dict[str, Answer], on: date) -> None:
    answer = ask_question(question, on)
    if answer is not None:
        given[question.key] = answer
