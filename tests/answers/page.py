"""The tables of the answers file's page, as the code has them."""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

from kneewise.app.required_if import needed
from kneewise.app.screen_answers import SETTLED
from kneewise.knowledge import read_patterns, read_questions
from kneewise.model.answers import UNKNOWN, Question, QuestionKind, Told
from kneewise.present.schema import choice_words, help_words
from kneewise.present.words import sentence

PAGE: Final = Path(__file__).parents[2] / "docs" / "screening-answers.md"
TABLE: Final = re.compile(r"^\|.*\|\n(?:\|.*\|\n)+", re.MULTILINE)
IN_WORDS: Final = ("swelling_where", "bone_spot", "places")


def page(written: str) -> str:
    """Put each table in the place of the one with its head."""
    new = {table.partition("\n")[0]: table for table in (questions(), choices(), patterns())}
    return TABLE.sub(lambda found: new.get(found[0].partition("\n")[0], found[0]), written)


def questions() -> str:
    """Write the catalogue, with what is asked and needed when."""
    head = (
        "| Key | Question | Answer | List | Asked if | Required if | Weekly |\n|---|---|---|---|---|---|---|"
    )
    return _table(head, map(_question, read_questions()))


def choices() -> str:
    """Write what can be chosen in words."""
    asked = {one.key: one for one in read_questions()}
    rows = (
        f"| `{key}` | `{choice}` | {choice_words(asked[key], choice)} |"
        for key in IN_WORDS
        for choice in asked[key].choices
    )
    return _table("| Key | Choice | In words |\n|---|---|---|", rows)


def patterns() -> str:
    """Write the names of the patterns."""
    named = (one for one in read_patterns().conditions if one.named)
    rows = (
        f"| `{one.id}` | {sentence(f'pattern.{one.id}')} | {'' if one.prior else 'under 18'} |"
        for one in named
    )
    return _table("| Pattern | In words | Only |\n|---|---|---|", rows)


def _table(head: str, rows: Iterable[str]) -> str:
    return "".join(f"{line}\n" for line in (head, *rows))


def _question(question: Question) -> str:
    words = " ".join(filter(None, (sentence(f"question.{question.key}"), help_words(question))))
    listed = ", ".join((question.asked, *(("tells apart",) if question.tells_apart else ())))
    cells = (
        f"`{question.key}`",
        words,
        _answer(question),
        listed,
        _asked_if(question),
        _required_if(question),
        "weekly" if question.weekly else "",
    )
    return f"| {' | '.join(cells)} |"


def _answer(question: Question) -> str:
    named = ", ".join(f"`{choice}`" for choice in question.choices)
    match question.kind:
        case QuestionKind.YES_NO:
            return "true, false"
        case QuestionKind.SCORE:
            return "0 to 10"
        case QuestionKind.COUNT:
            return f"whole number, {question.low:g} to {question.high:g}"
        case QuestionKind.AMOUNT:
            return f"number, {question.low:g} to {question.high:g}"
        case QuestionKind.CHOICE:
            return f"one of {named}"
        case QuestionKind.CHOICES:
            return f"list of {named}"
        case QuestionKind.DATE:
            return "day"
        case QuestionKind.TEXT:
            return "text"


def _asked_if(question: Question) -> str:
    if not question.only_if:
        return _unless(*SETTLED[question.key]) if question.key in SETTLED else ""
    return _after({question.only_if: (True,), **needed().after.get(question.key, {})})


def _unless(other: str, answers: Iterable[object]) -> str:
    said = ("no" if answer is False else f"`{answer}`" for answer in answers)
    return f"unless `{other}` is {_or([*said])}"


def _required_if(question: Question) -> str:
    found = needed()
    if question.key in found.told_by_runs:
        return "always, unless imported runs tell it"
    if question.key in found.always:
        return "always"
    after = found.after.get(question.key, {})
    return "asked" if after and question.only_if else _after(after)


def _after(called: Mapping[str, tuple[Told, ...]]) -> str:
    """Say after which answers; what only tells more of one of them is left to the text."""
    asked = {one.key: one for one in read_questions()}
    alike: dict[str, list[str]] = {}
    for other, told in called.items():
        if asked[other].only_if not in called:
            alike.setdefault(_told(asked[other], told), []).append(f"`{other}`")
    return "; or ".join(f"{_or(others)}{told}" for told, others in sorted(alike.items()))


def _told(question: Question, told: tuple[Told, ...]) -> str:
    if told == (True,):
        return ""
    known = [one for one in told if one != UNKNOWN.value]
    match question.kind:
        case QuestionKind.COUNT | QuestionKind.SCORE:
            said = [f"from {min(known)} to {max(known)}"] if known else []
        case _:
            said = [f"with {_or([f'`{one}`' for one in known])}"] if known else []
    return f" {_or([*said, *(['`unknown`'] if len(known) < len(told) else [])])}"


def _or(said: list[str]) -> str:
    return " or ".join(filter(None, (", ".join(said[:-1]), *said[-1:])))
