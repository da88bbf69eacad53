"""The guide: an index, and each step beside its evidence."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from kneewise.model.evidence import Grade
from kneewise.present import guide
from kneewise.present import reasons as why
from kneewise.present.words import sentence
from kneewise.web.pages.figures import StepFigures, show_figures
from kneewise.web.pages.parts import GradeShown, Link, show_grade


@dataclass(frozen=True, slots=True, kw_only=True)
class StepLine:
    """A step in the index."""

    title: str
    short: str
    address: str
    grade: GradeShown


@dataclass(frozen=True, slots=True, kw_only=True)
class RemarkLine:
    """A tip or a warning, with what is known of it."""

    said: str
    note: str
    source: str
    grade: GradeShown


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideIndex:
    """Everything the guide says, on one page."""

    steps: tuple[StepLine, ...]
    tips: tuple[RemarkLine, ...]
    warnings: tuple[RemarkLine, ...]
    grades: tuple[GradeShown, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """The guide beside the evidence: both, where they differ, what Kneewise does."""

    said: tuple[str, ...]
    evidence: tuple[str, ...]
    grade: GradeShown
    sources: str
    differs: tuple[str, ...]
    differs_grade: GradeShown | None
    does: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StepPage:
    """One step of the guide, with its pictures."""

    id: str
    over: str
    title: str
    beside: Beside
    figures: StepFigures
    before: Link | None
    after: Link | None


def show_guide() -> GuideIndex:
    """List the steps, tips and warnings with their grades."""
    return GuideIndex(
        steps=tuple(map(_line, guide.STEPS)),
        tips=tuple(map(_remark, guide.TIPS)),
        warnings=tuple(map(_remark, guide.WARNINGS)),
        grades=tuple(_meaning(grade) for grade in Grade),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class OpinionLine:
    """A step that was judged."""

    said: str
    address: str
    title: str


def show_opinions(told: Mapping[str, bool]) -> tuple[OpinionLine, ...]:
    """List the steps that were judged, in the order of the guide."""
    return tuple(
        OpinionLine(
            said=sentence("said.helpful" if told[name] else "said.not_helpful"),
            address=reverse("web:guide_step", args=(name,)),
            title=guide.say(name, "title"),
        )
        for name in guide.STEPS
        if name in told
    )


def show_step(name: str, *, moving: bool = False) -> StepPage:
    """Set one step out, its pictures still or moving."""
    order = list(guide.STEPS)
    place = order.index(name)
    return StepPage(
        id=name,
        over=_("Guide, step %(step)s of %(steps)s") % {"step": place + 1, "steps": len(order)},
        title=guide.say(name, "title"),
        beside=show_beside(name),
        figures=show_figures(name, moving=moving),
        before=_step_link(order, place - 1),
        after=_step_link(order, place + 1),
    )


def show_beside(name: str) -> Beside:
    """Set the words of one step beside its evidence."""
    against = guide.against(name)
    return Beside(
        said=(guide.say(name, "said"),),
        evidence=(guide.say(name, "evidence"),),
        grade=show_grade(guide.number(name).grade),
        sources=_sources(name),
        differs=(guide.say(name, "differs"),),
        differs_grade=show_grade(against) if against else None,
        does=(guide.say(name, "does"),),
    )


def _meaning(grade: Grade) -> GradeShown:
    """Say what a grade means beside its own badge, without naming the letter once more."""
    shown = show_grade(grade)
    said = shown.said.partition(": ")[2] or shown.said
    return GradeShown(letter=shown.letter, said=said[:1].upper() + said[1:])


def _step_link(order: list[str], place: int) -> Link | None:
    if not 0 <= place < len(order):
        return None
    return Link(
        said=_("Step %(step)s") % {"step": place + 1}, address=reverse("web:guide_step", args=[order[place]])
    )


def _line(name: str) -> StepLine:
    return StepLine(
        title=guide.say(name, "title"),
        short=guide.say(name, "short"),
        address=reverse("web:guide_step", args=[name]),
        grade=show_grade(guide.number(name).grade),
    )


def _remark(name: str) -> RemarkLine:
    return RemarkLine(
        said=guide.say(name, "said"),
        note=guide.say(name, "note"),
        source=_sources(name),
        grade=show_grade(guide.number(name).grade),
    )


def _sources(name: str) -> str:
    return f"{'; '.join(why.source_title(key) for key in guide.sources(name))}."
