"""One exercise as its card: how it looks, how much of it, why it is this one, what leads on and back."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from kneewise.app.training import Place
from kneewise.model.exercise import Dose, Load
from kneewise.model.observations import ExerciseEntry
from kneewise.model.plan import Advice
from kneewise.present import training
from kneewise.present.dates import say_date
from kneewise.present.words import figure, sentence
from kneewise.web.pages.figures import ExerciseFigures, show_exercise
from kneewise.web.pages.parts import (
    NB,
    ColourShown,
    Fact,
    ReasonShown,
    is_unreviewed,
    show_colour,
    show_reasons,
)

STEP = "step4"


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionLine:
    """A session that was logged: its day, the exercise where it was another, what was done, its colour."""

    day: str
    name: str
    said: str
    colour: ColourShown | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One exercise."""

    id: str
    name: str
    amount: str
    figures: ExerciseFigures
    facts: tuple[Fact, ...]
    why: ReasonShown
    reasons: tuple[ReasonShown, ...]
    unreviewed: bool
    ways: tuple[Fact, ...]
    sessions: tuple[SessionLine, ...]


def show_card(place: Place, advice: Advice, moving: str) -> Card:
    """Set out one exercise of the programme; ``moving`` names the one whose movement is shown."""
    exercise = place.exercise
    why, *_rest = show_reasons(advice.because)
    return Card(
        id=exercise.id,
        name=say_name(exercise.id),
        amount=training.say_amount(advice.amounts),
        figures=show_exercise(exercise.id, step=STEP, moving=moving == exercise.id),
        facts=tuple(show_facts(place, advice)),
        why=why,
        reasons=show_reasons(advice.because),
        unreviewed=is_unreviewed(advice.because),
        ways=tuple(_ways(place)),
        sessions=_sessions(place),
    )


def say_name(name: str) -> str:
    """Name an exercise, at the beginning of a line."""
    return capfirst(sentence(f"exercise.{name}"))


def show_facts(place: Place, advice: Advice) -> Iterable[Fact]:
    """Say how an exercise is done, a line each."""
    exercise, amounts = place.exercise, advice.amounts
    yield Fact(name=_("Tempo"), said=training.say_tempo(exercise, amounts))
    yield Fact(name=_("Legs"), said=training.say_legs(exercise))
    yield Fact(name=_("Load"), said=training.say_load(exercise, amounts))


def _ways(place: Place) -> Iterable[Fact]:
    yield Fact(name=_("Leads on"), said=_further(place))
    yield Fact(name=_("Leads back"), said=_back(place))


def _further(place: Place) -> str:
    unit = f"{NB}s" if place.exercise.dose is Dose.HELD else ""
    goal = _(
        "a last set of %(goal)s in %(sessions)s sessions one after the other, and a calm knee "
        "the next morning"
    )
    earned = goal % {"goal": f"{figure(place.goal)}{unit}", "sessions": figure(place.goal_sessions)}
    if place.harder is not None:
        return _("To “%(name)s”: %(earned)s.") % {
            "name": sentence(f"exercise.{place.harder}"),
            "earned": earned,
        }
    if place.exercise.load is not Load.BODY_WEIGHT:
        return _("To more weight: %(earned)s.") % {"earned": earned}
    return _("Nowhere now: what is harder needs more equipment, or was taken out.")


def _back(place: Place) -> str:
    if place.easier is None:
        return _("To a smaller movement, if it hurts beyond the limit or the knee is sorer the next day.")
    said = _("To “%(name)s”, if it hurts beyond the limit or the knee is sorer the next day.")
    return said % {"name": sentence(f"exercise.{place.easier}")}


def _sessions(place: Place) -> tuple[SessionLine, ...]:
    at = place.standing
    return tuple(
        show_line(
            one,
            own=place.exercise.id,
            colour=show_colour(at.last_colour) if at.last_colour and one.on == at.last_on else None,
        )
        for one in place.sessions
    )


def show_line(done: ExerciseEntry, *, own: str = "", colour: ColourShown | None = None) -> SessionLine:
    """Say a session in a line; ``own`` is the exercise that needs no name there."""
    return SessionLine(
        day=say_date(done.on, "D j M").replace(" ", NB),
        name="" if done.exercise == own else say_name(done.exercise),
        said=training.say_session(done),
        colour=colour,
    )
