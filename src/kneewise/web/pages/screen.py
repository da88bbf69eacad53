"""The screening as one form: a block a question, and what only follows a yes below it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from django.utils.translation import gettext as _

from kneewise.app.screen_answers import SETTLED
from kneewise.model.answers import Answer, Question, QuestionKind, Unknown
from kneewise.model.findings import Urgency
from kneewise.model.places import DRAWN_PLACES, Side
from kneewise.present.schema import help_words
from kneewise.present.words import has_sentence, sentence
from kneewise.web.pages.knees import View, show_knee
from kneewise.web.pages.scale import Scale, plain_scale

GROUPS: Final = (
    *("emergency", "same_day", "injury", "within_days", "bone", "medicine", "signs", "history"),
    *("who", "where", "when", "scores", "provokes", "load"),
)
"""The lists of questions, the most urgent first."""

MOST: Final = 1000
TYPED: Final = frozenset({QuestionKind.COUNT, QuestionKind.AMOUNT, QuestionKind.DATE})
"""Answers that are typed, and so can be wrong."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One answer that can be chosen."""

    value: str
    said: str
    chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One question; ``kind`` chooses how it is answered, ``further`` comes only after a yes.

    Running waits for one that is ``required``; a yes to one that ``alarms`` is an emergency. ``wrong`` is
    said beside an answer that cannot be. Places are touched on the knee of ``views``. The answers
    ``settled_on`` to ``settled_by`` leave nothing to ask.
    """

    key: str
    said: str
    why: str
    kind: str
    options: tuple[Option, ...]
    value: str
    low: str
    high: str
    wrong: str
    slip: str = ""
    required: bool = False
    alarms: bool = False
    views: tuple[View, ...] = ()
    picked: tuple[str, ...] = ()
    scale: Scale | None = None
    settled_by: str = ""
    settled_on: tuple[str, ...] = ()
    further: "tuple[Asked, ...]" = field(default=())


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedList:
    """Questions that belong together."""

    id: str
    title: str
    asked: tuple[Asked, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreenPage:
    """The form."""

    title: str
    lead: str
    lists: tuple[AskedList, ...]
    problem: str

    @property
    def draws(self) -> bool:
        """Whether the knee is drawn on it."""
        return any(asked.views for listed in self.lists for asked in listed.asked)


def show_screen(
    questions: Collection[Question],
    filled: Mapping[str, list[str]],
    *,
    first: bool,
    problem: str = "",
    slip: str = "",
) -> ScreenPage:
    """Set the questions out in their lists; ``slip`` is the key of an answer that cannot be."""
    order = dict.fromkeys(question.asked for question in questions)
    lists = (_list(asked, questions, filled, slip) for asked in order)
    return ScreenPage(
        title=_("First some questions.") if first else _("Has anything changed?"),
        lead=_(
            "The answers decide whether running is on the plan at all. What stays open can hold running back."
        ),
        lists=tuple(one for one in lists if one.asked),
        problem=problem,
    )


def say_problem(questions: Collection[Question], key: str, said: str) -> str:
    """Say at the head of the form which answer is wrong: the question, and what would be right."""
    asked = next((one for one in questions if one.key == key), None)
    return f"{sentence(f'question.{key}')} {say_slip(asked)}" if asked else said


def say_slip(question: Question) -> str:
    """Say what would be right beside a question, in words of the page."""
    match question.kind:
        case QuestionKind.SCORE:
            return _("Choose a step from 0 to 10, or “not sure”.")
        case QuestionKind.COUNT | QuestionKind.AMOUNT:
            limits = {"low": f"{question.low or 0:g}", "high": f"{question.high or MOST:g}"}
            return _("Give a number from %(low)s to %(high)s, or say that you don’t know.") % limits
        case QuestionKind.DATE:
            return _("Give a day up to today, or say that you don’t know.")
        case QuestionKind.YES_NO | QuestionKind.CHOICE | QuestionKind.CHOICES | QuestionKind.TEXT:
            return _("Choose one of the answers.")


def fill_in(answers: Mapping[str, Answer]) -> dict[str, list[str]]:
    """Write answers that are kept as the form sends them."""
    return {key: _words(answer) for key, answer in answers.items()}


def _words(answer: Answer) -> list[str]:
    match answer:
        case bool():
            return ["yes" if answer else "no"]
        case tuple():
            return list(answer)
        case date():
            return [answer.isoformat()]
        case Unknown():
            return [answer.value]
        case float():
            return [f"{answer:g}"]
        case _:
            return [str(answer)]


def _list(
    asked: str, questions: Collection[Question], filled: Mapping[str, list[str]], slip: str
) -> AskedList:
    keys = {question.key for question in questions}
    firsts = (one for one in questions if one.asked == asked and (not one.only_if or one.only_if not in keys))
    return AskedList(
        id=asked,
        title=sentence(f"asked.{asked}"),
        asked=tuple(_asked(one, questions, filled, slip) for one in firsts),
    )


def _asked(
    question: Question, questions: Collection[Question], filled: Mapping[str, list[str]], slip: str
) -> Asked:
    given = filled.get(question.key, [])
    said = sentence(f"question.{question.key}")
    options = _options(question, given)
    drawn = _drawn(question)
    settled_by, settled_on = SETTLED.get(question.key, ("", ()))
    return Asked(
        key=question.key,
        said=said,
        why=help_words(question),
        kind=_kind(question),
        options=tuple(one for one in options if one.value not in drawn),
        value=given[0] if given and given[0] != "unknown" else "",
        low="" if question.low is None else f"{question.low:g}",
        high="" if question.high is None else f"{question.high:g}",
        wrong=say_slip(question) if question.kind in TYPED else "",
        slip=say_slip(question) if question.key == slip else "",
        required=question.required,
        alarms=question.asked == Urgency.EMERGENCY.word,
        views=show_knee(_side(filled), given) if drawn else (),
        picked=tuple(one.said for one in options if one.chosen and one.value in drawn),
        settled_by=settled_by,
        settled_on=tuple(word for answer in settled_on for word in _words(answer)),
        scale=plain_scale(question.key, said, next(iter(given), ""))
        if question.kind is QuestionKind.SCORE
        else None,
        further=tuple(
            _asked(one, questions, filled, slip) for one in questions if one.only_if == question.key
        ),
    )


def _side(filled: Mapping[str, list[str]]) -> Side:
    return Side.LEFT if filled.get("knee") == [Side.LEFT.value] else Side.RIGHT


def _drawn(question: Question) -> frozenset[str]:
    """Find the answers that are touched on the drawn knee: all of its places, or none."""
    drawn = frozenset(place.value for place in DRAWN_PLACES)
    return drawn if drawn <= set(question.choices) else frozenset()


def _kind(question: Question) -> str:
    match question.kind:
        case QuestionKind.YES_NO:
            return "seg"
        case QuestionKind.SCORE:
            return "scale"
        case QuestionKind.CHOICE:
            return "seg" if len(question.choices) <= 3 else "chips"
        case QuestionKind.CHOICES:
            return "knee" if _drawn(question) else "many"
        case QuestionKind.COUNT | QuestionKind.AMOUNT:
            return "number"
        case QuestionKind.DATE:
            return "date"
        case QuestionKind.TEXT:
            return "text"


def _options(question: Question, given: list[str]) -> tuple[Option, ...]:
    said = _answers(question)
    return tuple(Option(value=value, said=word, chosen=value in given) for value, word in said.items())


def _answers(question: Question) -> Mapping[str, str]:
    not_known = {"unknown": _("I don’t know")}
    match question.kind:
        case QuestionKind.YES_NO:
            return {"yes": _("Yes"), "no": _("No"), **not_known}
        case QuestionKind.CHOICE:
            return {**{choice: _choice(question, choice) for choice in question.choices}, **not_known}
        case QuestionKind.CHOICES:
            return {choice: _choice(question, choice) for choice in question.choices}
        case QuestionKind.SCORE:
            return {}
        case QuestionKind.COUNT | QuestionKind.AMOUNT | QuestionKind.DATE | QuestionKind.TEXT:
            return not_known


def _choice(question: Question, choice: str) -> str:
    for key in (f"choice.{question.key}.{choice}", f"place.{choice}", f"side.{choice}"):
        if has_sentence(key):
            return sentence(key)
    return choice.replace("_", " ")
