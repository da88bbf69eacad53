"""The choices of a question as a terminal lists them: numbered, in words; and what was typed of them."""

from kneewise.app.typed_choices import choice_of, spelled, taken_apart
from kneewise.model.answers import Question, QuestionKind
from kneewise.present.page import Line, Lines, Tone
from kneewise.present.words import has_sentence, sentence


def choice_lines(question: Question) -> Lines:
    """List them."""
    return tuple(
        Line(text=f"  {number:>2}  {_said(choice, _shown(question, choice))}", tone=Tone.QUIET)
        for number, choice in enumerate(question.choices, start=1)
    )


def _said(choice: str, shown: str) -> str:
    """Say the key and the words of a choice; once, where they are the same."""
    return shown if spelled(choice) == spelled(shown) else f"{choice}: {shown}"


def named(question: Question, typed: str | None) -> str | None:
    """Name in the words of an answers file what was typed as a number or in the words that are shown."""
    if typed is None or not question.choices:
        return typed
    if question.kind is QuestionKind.CHOICE:
        return _key(question, typed) or typed
    parts = taken_apart(typed, lambda word: bool(_key(question, word)))
    return ",".join(_key(question, part) or part for part in parts)


def _key(question: Question, typed: str) -> str:
    """Name the one choice that is meant, by its number as well; empty where none is."""
    numbered = {str(number): choice for number, choice in enumerate(question.choices, start=1)}
    return numbered.get(typed.strip()) or choice_of(question, typed)


def _shown(question: Question, choice: str) -> str:
    for key in (f"choice.{question.key}.{choice}", f"place.{choice}", f"choice.{choice}"):
        if has_sentence(key):
            return sentence(key)
    return choice.replace("_", " ")
