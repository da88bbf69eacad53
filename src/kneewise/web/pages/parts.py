"""Small things that several pages show."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from kneewise.model.evidence import Grade, Reason
from kneewise.model.findings import Colour
from kneewise.model.places import Side
from kneewise.model.plan import Plan
from kneewise.present import reasons as why
from kneewise.present.dates import say_date
from kneewise.present.words import sentence

UNREVIEWED = "not reviewed by a clinician"
NB = "\N{NO-BREAK SPACE}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ColourShown:
    """A colour's shape (by its id) and its word."""

    id: str
    word: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GradeShown:
    """A grade's letter, and what it means for those who point at it."""

    letter: str
    said: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReasonShown:
    """One reason: the claim, what was seen and held against, where it comes from."""

    claim: str
    seen: str
    source: str
    grade: GradeShown


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A term and what is said of it."""

    name: str
    said: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One thing that can be chosen."""

    id: str
    said: str
    chosen: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Words that lead somewhere."""

    said: str
    address: str


def show_colour(colour: Colour) -> ColourShown:
    """Find a colour's word."""
    words = {
        Colour.GREEN: _("Green"),
        Colour.NEUTRAL: _("Neutral"),
        Colour.UNKNOWN: _("Unknown"),
        Colour.AMBER: _("Amber"),
        Colour.RED: _("Red"),
    }
    return ColourShown(id=colour.value, word=words[colour])


def show_grade(grade: Grade) -> GradeShown:
    """Find what a grade means."""
    return GradeShown(letter=grade.value, said=sentence(f"grade.{grade.value}"))


def show_reasons(reasons: Iterable[Reason], plan: Plan | None = None) -> tuple[ReasonShown, ...]:
    """Show reasons, each once, in the order given; beside a plan with the lower limit that it has."""
    return tuple(dict.fromkeys(show_reason(reason, plan) for reason in reasons))


def show_reason(reason: Reason, plan: Plan | None = None) -> ReasonShown:
    """Put one reason into words."""
    capped = "" if plan is None else why.say_capped(reason, plan)
    return ReasonShown(
        claim=" ".join(filter(None, (why.reason_sentence(reason), capped))),
        seen=" ".join(why.shown(reason)),
        source="; ".join(why.source_title(key) for key in reason.sources),
        grade=show_grade(reason.grade),
    )


def is_unreviewed(reasons: Iterable[Reason]) -> bool:
    """Whether any of the reasons rests on a number that no clinician signed off."""
    return any(reason.reviewed_by == UNREVIEWED for reason in reasons)


def say_day(on: date) -> str:
    """Say a day in full: Wednesday 25 November."""
    return say_date(on, "l j F")


def say_side(side: Side) -> str:
    """Say which knee."""
    return _("Left") if side is Side.LEFT else _("Right")
