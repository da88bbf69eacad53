"""The screening as one form: a block a question, and what only follows a yes below it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from kneewise.model.answers import Question, QuestionKind
from kneewise.present.words import has_sentence, sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One answer that can be chosen."""

    value: str
    said: str
    chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One question; ``kind`` chooses how it is answered, ``further`` comes only after a yes."""

    key: str
    said: str
    why: str
    kind: str
    options: tuple[Option, ...]
    value: str
    low: str
    high: str
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


def show_screen(
    questions: Collection[Question], filled: Mapping[str, list[str]], *, first: bool, problem: str = ""
) -> ScreenPage:
    """Set the questions out in their lists, in the order of the catalogue."""
    order = dict.fromkeys(question.asked for question in questions)
    lists = (_list(asked, questions, filled) for asked in order)
    return ScreenPage(
        title=_("First some questions.") if first else _("Has anything changed?"),
        lead=_(
            "The answers decide whether running is on the plan at all. What stays open can hold running back."
        ),
        lists=tuple(one for one in lists if one.asked),
        problem=problem,
    )


def _list(asked: str, questions: Collection[Question], filled: Mapping[str, list[str]]) -> AskedList:
    keys = {question.key for question in questions}
    firsts = (one for one in questions if one.asked == asked and (not one.only_if or one.only_if not in keys))
    return AskedList(
        id=asked,
        title=sentence(f"asked.{asked}") if has_sentence(f"asked.{asked}") else _titles().get(asked, asked),
        asked=tuple(_asked(one, questions, filled) for one in firsts),
    )


def _titles() -> Mapping[str, str]:
    return {
        "emergency": _("Signs of an emergency"),
        "same_day": _("Signs to be seen about the same day"),
        "within_days": _("Signs to be seen about within days"),
        "bone": _("The bone"),
        "medicine": _("Painkillers and medicine"),
        "signs": _("Other signs"),
        "history": _("Earlier"),
        "who": _("You"),
        "where": _("Where it hurts"),
        "when": _("When it hurts"),
        "provokes": _("What brings it on"),
        "scores": _("How much it hurts"),
        "load": _("Your usual running"),
    }


def _asked(question: Question, questions: Collection[Question], filled: Mapping[str, list[str]]) -> Asked:
    given = filled.get(question.key, [])
    return Asked(
        key=question.key,
        said=sentence(f"question.{question.key}")
        if has_sentence(f"question.{question.key}")
        else question.key,
        why=sentence(f"help.{question.key}") if has_sentence(f"help.{question.key}") else "",
        kind=_kind(question),
        options=_options(question, given),
        value=given[0] if given and given[0] != "unknown" else "",
        low="" if question.low is None else f"{question.low:g}",
        high="" if question.high is None else f"{question.high:g}",
        further=tuple(_asked(one, questions, filled) for one in questions if one.only_if == question.key),
    )


def _kind(question: Question) -> str:
    match question.kind:
        case QuestionKind.YES_NO:
            return "seg"
        case QuestionKind.SCORE:
            return "scale"
        case QuestionKind.CHOICE:
            return "seg" if len(question.choices) <= 3 else "chips"
        case QuestionKind.CHOICES:
            return "many"
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
        case QuestionKind.SCORE:
            return {**{str(score): str(score) for score in range(11)}, "unknown": "?"}
        case QuestionKind.CHOICE:
            return {**{choice: _choice(question, choice) for choice in question.choices}, **not_known}
        case QuestionKind.CHOICES:
            return {choice: _choice(question, choice) for choice in question.choices}
        case QuestionKind.COUNT | QuestionKind.AMOUNT | QuestionKind.DATE | QuestionKind.TEXT:
            return not_known


def _choice(question: Question, choice: str) -> str:
    for key in (f"choice.{question.key}.{choice}", f"place.{choice}", f"side.{choice}"):
        if has_sentence(key):
            return sentence(key)
    return choice.replace("_", " ")
