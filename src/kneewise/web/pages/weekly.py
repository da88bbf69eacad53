"""The weekly form: touch what is new, and say of all the others that they are not."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from kneewise.model.answers import Question
from kneewise.present.words import has_sentence, sentence
from kneewise.web.pages.parts import Choice
from kneewise.web.pages.screen import AskedList, show_screen


@dataclass(frozen=True, slots=True, kw_only=True)
class SignList:
    """Signs that belong together."""

    id: str
    title: str
    signs: tuple[Choice, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WeeklyPage:
    """The form: ``lists`` asks one by one what still stands or came up, ``signs`` what may be new."""

    lists: tuple[AskedList, ...]
    signs: tuple[SignList, ...]
    none_new: bool
    problem: str


def show_weekly(
    signs: Sequence[Question],
    asked: Collection[Question],
    filled: Mapping[str, list[str]],
    *,
    problem: str = "",
) -> WeeklyPage:
    """Set the form out as it is filled in."""
    new = frozenset(filled.get("new", ()))
    order = dict.fromkeys(one.asked for one in signs)
    return WeeklyPage(
        lists=show_screen(asked, filled, first=False).lists,
        signs=tuple(
            SignList(
                id=group,
                title=_title(group),
                signs=tuple(
                    Choice(id=one.key, said=_say(one), chosen=one.key in new)
                    for one in signs
                    if one.asked == group
                ),
            )
            for group in order
        ),
        none_new=bool(filled.get("none_new")),
        problem=problem,
    )


def _say(question: Question) -> str:
    short = f"sign.{question.key}"
    said = sentence(short) if has_sentence(short) else sentence(f"question.{question.key}")
    return said[:1].upper() + said[1:]


def _title(group: str) -> str:
    key = f"asked.{group}"
    return sentence(key) if has_sentence(key) else _("Other signs")
