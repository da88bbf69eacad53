"""Answers to the questions, read from what a file, a form or a prompt gave."""

from collections.abc import Mapping, Sequence
from datetime import date
from difflib import get_close_matches
from functools import cache
from typing import Final

from django.utils.translation import gettext as _

from kneewise.app import parse
from kneewise.knowledge import read_questions
from kneewise.model.answers import UNKNOWN, Answer, Question, QuestionKind, Unknown
from kneewise.model.diary import Answers
from kneewise.model.errors import UsageError
from kneewise.model.places import Side
from kneewise.present.words import sentence

MOST = 1000
SEXES = {"f": "female", "woman": "female", "w": "female", "m": "male", "man": "male"}
"""Other words for a sex, and what it is called inside."""

NOTHING: Final = (False, 0, UNKNOWN)
"""Answers that tell nothing more of a thing."""

OF_ANYBODY: Final = frozenset(
    {
        "active_cancer",
        "bed_rest_or_surgery_lately",
        "leg_in_plaster_or_paralysed",
        "swollen_surface_veins",
        "earlier_blood_clot",
        "travel_illness_or_hormones_lately",
        "injury_not_examined",
        "swelling_not_examined",
        "medicine_without_examination",
        "blood_thinner_or_bleeding_disorder",
        "immune_system_weakened",
        "diabetes",
        "joint_replacement",
        "joint_injection_lately",
    }
)
"""Put only after a yes, and true of anybody: a yes to one does not say that the thing before it is there."""


SETTLED: Final[Mapping[str, tuple[str, tuple[Answer, ...]]]] = {
    "places_other_knee": ("knee", ("left", "right")),
    "shoe_changed_on": ("new_shoes_before_onset", (False,)),
    "first_pain_min": ("hurts_during", (False,)),
    "pregnant_or_recent_birth": ("sex", ("male",)),
    "missed_three_periods": ("sex", ("male",)),
    "two_bone_stress_injuries": ("earlier_bone_stress_injury", (False,)),
}
"""Put to nobody who gave such an answer to another question; one not known or not asked settles nothing."""


def is_settled(key: str, given: Answers) -> bool:
    """Whether an earlier answer leaves nothing to ask."""
    other, answers = SETTLED.get(key, ("", ()))
    return other in given and given[other] in answers


def _no_question(key: str) -> str:
    """Say that nothing is asked by such a name, and which name is near to it."""
    plain = parse.joined(key)
    near = get_close_matches(plain, _by_key(), n=1) or [one for one in _by_key() if plain in one.split("_")]
    if near:
        said = _("There is no question “%(key)s”: is it “%(near)s”? `kneewise screen --schema` lists them.")
        return said % {"key": key, "near": near[0]}
    return _("There is no question “%(key)s”: `kneewise screen --schema` lists them.") % {"key": key}


@cache
def _by_key() -> Mapping[str, Question]:
    return {question.key: question for question in read_questions()}


def parse_answers(raw: Mapping[str, object], *, on: date) -> Answers:
    """Read answers by their keys; a key that is absent, or ``null``, was not asked.

    Args:
        raw: Answers as JSON gives them, or as they were typed.
        on: The day they are given on; no date may lie after it.

    Raises:
        UsageError: There is no such question, or the answer cannot be that.
    """
    unknown = sorted(set(raw) - set(_by_key()))
    if unknown:
        raise UsageError(_no_question(unknown[0]))
    asked = {key: _by_key()[key] for key in raw}
    read: dict[str, Answer] = {}
    for key, given in raw.items():
        with parse.part(key):
            answer = parse_answer(asked[key], given, on=on, named=key)
        if answer is not None:
            read[key] = answer
    return read


def parse_file(raw: Mapping[str, object], *, on: date) -> Answers:
    """Read an answers file, where more that is told of a thing says that it is there.

    No answer cancels another: a walk that hurts 5 of 10 hurts, whatever "does walking hurt?" was answered.
    """
    told = parse_answers(raw, on=on)
    there = {parent: True for key, answer in told.items() if (parent := _thing_of(key, answer))}
    return {**told, **there}


def _thing_of(key: str, answer: Answer) -> str:
    """Name the question whose yes this answer rests on; none where it says nothing of that."""
    says_it = answer not in NOTHING and key not in OF_ANYBODY
    return _by_key()[key].only_if if says_it else ""


def parse_answer(question: Question, raw: object, *, on: date, named: str = "") -> Answer | None:
    """Read one answer; ``None`` where nothing was said.

    Args:
        question: What was asked.
        raw: The answer as it was given.
        on: The day it is given on.
        named: The key, where somebody has to find the place in a file.
    """
    if parse.is_unsaid(raw):
        return None
    words = f"“{sentence(f'question.{question.key}')}”"
    name = f"{words} ({named})" if named else words
    return UNKNOWN if parse.is_unknown(raw) else _read(question, raw, on, name)


def _read(question: Question, raw: object, on: date, name: str) -> Answer | None:
    low, high = question.low or 0, question.high or MOST
    answer: Answer | None
    match question.kind:
        case QuestionKind.YES_NO:
            answer = parse.yes_no(name, raw)
        case QuestionKind.SCORE:
            answer = parse.score(name, raw)
        case QuestionKind.COUNT:
            answer = parse.count(name, raw, low=int(low), high=int(high))
        case QuestionKind.AMOUNT:
            answer = parse.amount(name, raw, low=low, high=high)
        case QuestionKind.CHOICE:
            answer = _choice(question, raw, name)
        case QuestionKind.CHOICES:
            answer = _choices(question, raw, name)
        case QuestionKind.DATE:
            answer = parse.day(name, raw, today=on)
        case QuestionKind.TEXT:
            answer = parse.text(raw)
    return answer


def _choice(question: Question, raw: object, name: str) -> str:
    if question.key == "knee":
        return _knee(raw, question.choices)
    word = SEXES.get(str(raw).strip().lower(), raw) if question.key == "sex" else raw
    return parse.choice(name, word, question.choices)


def _knee(raw: object, choices: Sequence[str]) -> str:
    """Read a knee, or both as a list of the two."""
    named = {parse.knee(one) for one in raw} if isinstance(raw, list) else {parse.knee(raw)}
    word = "both" if named == {*Side} else " ".join(named)
    if word not in choices:
        raise UsageError(_("“%(raw)s” is no knee: say left, right or both.") % {"raw": raw})
    return word


def _choices(question: Question, raw: object, name: str) -> tuple[str, ...] | Unknown | None:
    """Read a list; an empty one says nothing."""
    given = _apart(raw, question.choices) if isinstance(raw, str) else raw
    if not isinstance(given, list | tuple):
        raise UsageError(
            _("The answer to %(name)s is a list: write the words in brackets, as [%(example)s].")
            % {"name": name, "example": ", ".join(f'"{choice}"' for choice in question.choices[:2])}
        )
    if len(given) == 1 and parse.is_unknown(given[0]):
        return UNKNOWN
    chosen = (parse.choice(name, one, question.choices) for one in given)
    return tuple(dict.fromkeys(chosen)) or None


def _apart(typed: str, choices: Sequence[str]) -> list[str]:
    """Take typed words apart, at commas where there are any; one choice may be typed as two words."""
    if "," in typed:
        return [word for word in typed.split(",") if word.strip()]
    return [typed] if parse.joined(typed) in choices else typed.split()
