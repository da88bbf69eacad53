"""The choices of a question as a terminal lists them: numbered, in words; and what was typed of them."""

from kneewise.app.settings import WEEKDAYS, weekday_of
from kneewise.model.answers import Question, QuestionKind
from kneewise.present.page import Line, Lines, Tone
from kneewise.present.words import has_sentence, sentence


def choice_lines(question: Question) -> Lines:
    """List them."""
    return tuple(
        Line(text=f"  {number:>2}  {choice}: {_shown(question, choice)}", tone=Tone.QUIET)
        for number, choice in enumerate(question.choices, start=1)
    )


def named(question: Question, typed: str | None) -> str | None:
    """Name in the words of an answers file what was typed as a number or in the words that are shown."""
    if typed is None or not question.choices:
        return typed
    if question.kind is QuestionKind.CHOICE:
        return _key(question, typed) or typed
    return ",".join(_key(question, part) or part for part in _parts(question, typed))


def _parts(question: Question, typed: str) -> list[str]:
    """Take several apart; what is shown of a place may have a comma or a blank within."""
    if _key(question, typed):
        return [typed]
    apart = [part.strip() for part in typed.split(",")] if "," in typed else typed.split()
    parts: list[str] = []
    while apart:
        most = (count for count in range(len(apart), 1, -1) if _key(question, ", ".join(apart[:count])))
        count = next(most, 1)
        parts.append(", ".join(apart[:count]))
        apart = apart[count:]
    known = all(_key(question, part) for part in parts)
    return [part for part in parts if part] if "," in typed or known else [typed]


def _key(question: Question, typed: str) -> str:
    """Name the one choice that is meant; empty where none is."""
    word = typed.strip().casefold()
    for number, choice in enumerate(question.choices, start=1):
        if word in {str(number), choice, choice.replace("_", " "), _shown(question, choice).casefold()}:
            return choice
    day = None if word.isdigit() else weekday_of(word)
    return WEEKDAYS[day] if day is not None and WEEKDAYS[day] in question.choices else ""


def _shown(question: Question, choice: str) -> str:
    for key in (f"choice.{question.key}.{choice}", f"place.{choice}", f"choice.{choice}"):
        if has_sentence(key):
            return sentence(key)
    return choice.replace("_", " ")
