"""The weekly form: touch what is new, and say of all the others that they are not."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from kneewise.model.answers import Question
from kneewise.present.signs import say_sign
from kneewise.present.words import sentence
from kneewise.web.pages.parts import Choice
from kneewise.web.pages.screen import GROUPS, Asked, show_screen


@dataclass(frozen=True, slots=True, kw_only=True)
class SignList:
    """Signs that belong together: ``asked`` one by one as they stand or came up, ``signs`` may be new."""

    id: str
    title: str
    asked: tuple[Asked, ...]
    signs: tuple[Choice, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WeeklyPage:
    """The form, a section for each list of signs, the most urgent first."""

    lists: tuple[SignList, ...]
    none_new: bool
    problem: str


def show_weekly(
    signs: Sequence[Question],
    asked: Collection[Question],
    filled: Mapping[str, list[str]],
    *,
    problem: str = "",
    slip: str = "",
) -> WeeklyPage:
    """Set the form out as it is filled in."""
    new = frozenset(filled.get("new", ()))
    single = {one.id: one.asked for one in show_screen(asked, filled, first=False, slip=slip).lists}
    listed = {one.asked for one in signs} | single.keys()
    return WeeklyPage(
        lists=tuple(
            SignList(
                id=group,
                title=_title(group),
                asked=single.get(group, ()),
                signs=tuple(
                    Choice(id=one.key, said=say_sign(one.key), chosen=one.key in new)
                    for one in signs
                    if one.asked == group
                ),
            )
            for group in GROUPS
            if group in listed
        ),
        none_new=bool(filled.get("none_new")),
        problem=problem,
    )


def _title(group: str) -> str:
    return sentence(f"asked.{group}")
