"""What is asked after the exercises: which were done, and how the knee was on the morning after."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from kneewise.app.training import Unanswered
from kneewise.present.words import sentence
from kneewise.web.pages.exercise_card import say_name
from kneewise.web.pages.parts import say_day
from kneewise.web.pages.scale import Scale, plain_scale


@dataclass(frozen=True, slots=True, kw_only=True)
class Pick:
    """One exercise that can be logged."""

    name: str
    address: str


def show_picks(names: Iterable[str]) -> tuple[Pick, ...]:
    """List what can be logged."""
    form = reverse("web:strength_log")
    return tuple(Pick(name=say_name(name), address=f"{form}?exercise={name}") for name in names)


@dataclass(frozen=True, slots=True, kw_only=True)
class Morning:
    """The question of the morning after: the day of the exercises, which they were, and a scale."""

    on: str
    say: str
    exercises: tuple[str, ...]
    named: str
    scale: Scale


def show_morning(waits: Unanswered, *, chosen: str = "", slip: str = "") -> Morning:
    """Ask how the knee was on the morning after a day of exercises."""
    return Morning(
        on=str(waits.on),
        say=_("The morning after %(day)s") % {"day": say_day(waits.on)},
        exercises=waits.exercises,
        named=capfirst(", ".join(sentence(f"exercise.{name}") for name in waits.exercises)),
        scale=plain_scale("morning", _("How was the knee?"), chosen, slip=slip),
    )
