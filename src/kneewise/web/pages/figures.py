"""Pictures of the drawn runner as markup for a page that has their stylesheet."""

from dataclasses import dataclass
from functools import lru_cache

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from kneewise.figure import Element, has_motion
from kneewise.present import figures

KEPT = 128
"""So many pictures are drawn once and kept; a page has fewer than ten."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A drawn picture with its words within; its name and what is seen may stand beside it."""

    drawn: SafeString
    title: str
    told: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StepFigures:
    """The pictures of a step; ``can_move`` offers their movements, ``moving`` shows them."""

    first: Figure
    more: tuple[Figure, ...]
    can_move: bool
    moving: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ExerciseFigures:
    """Start and end of an exercise; ``can_move`` offers the movement between them, ``moving`` shows it."""

    start: Figure
    end: Figure
    can_move: bool
    moving: bool


def show_exercise(name: str, *, step: str, moving: bool = False) -> ExerciseFigures:
    """Draw the start and the end of an exercise, with the runner of a step of the guide."""
    runner, language = figures.STEPS[step], get_language()
    start, end = figures.EXERCISES[name]
    still, to_end = (
        _figure(one, body=runner.body, tone=runner.tone, moving=moves, language=language)
        for one, moves in ((start, False), (end, moving))
    )
    return ExerciseFigures(start=still, end=to_end, can_move=has_motion(end), moving=moving)


def show_figures(step: str, *, moving: bool) -> StepFigures:
    """Draw the pictures of a step of the guide."""
    shown = figures.STEPS[step]
    language = get_language()
    first, *more = (
        _figure(name, body=shown.body, tone=shown.tone, moving=moving, language=language)
        for name in (shown.first, *shown.more)
    )
    return StepFigures(first=first, more=tuple(more), can_move=figures.can_move(shown), moving=moving)


@lru_cache(maxsize=KEPT)
def _figure(name: str, *, body: str, tone: str, moving: bool, language: str | None) -> Figure:  # noqa: ARG001 - the words are in it.
    drawn = figures.draw_figure(name, body=body, tone=tone, moving=moving)
    return Figure(drawn=markup(drawn), title=figures.title(name), told=figures.description(name))


def markup(drawn: Element | str) -> SafeString:
    """Write an element for a page, every value of it escaped."""
    if isinstance(drawn, str):
        return format_html("{}", drawn)
    given = format_html_join("", ' {}="{}"', drawn.attributes)
    inner = format_html_join("", "{}", ((markup(child),) for child in drawn.children))
    return format_html("<{0}{1}>{2}</{0}>", drawn.name, given, inner)
