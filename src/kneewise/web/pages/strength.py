"""Strength: the exercises of the day as the plan has them, why these, and what was done of them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from kneewise.app.training import Place, Unanswered
from kneewise.model.exercise import Dose, Load
from kneewise.model.observations import ExerciseEntry
from kneewise.model.plan import Advice, Decision, Phase
from kneewise.present import training
from kneewise.present.advice import exercise_of, is_exercise
from kneewise.present.dates import say_date
from kneewise.present.words import figure, sentence
from kneewise.web.pages.figures import ExerciseFigures, show_exercise
from kneewise.web.pages.guide import Beside, show_beside
from kneewise.web.pages.parts import (
    NB,
    ColourShown,
    Fact,
    Link,
    ReasonShown,
    is_unreviewed,
    say_day,
    show_colour,
    show_reasons,
)
from kneewise.web.pages.scale import Scale, plain_scale

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
    """One exercise: how it looks, how much of it, why it is this one, what leads on and back."""

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Strength:
    """Everything on the page; ``action`` begins what is due, ``morning`` asks how the knee was."""

    over: str
    say: str
    lead: str
    action: Link | None
    morning: Link | None
    common: tuple[Fact, ...]
    cards: tuple[Card, ...]
    done: tuple[SessionLine, ...]
    out: tuple[str, ...]
    beside: Beside


def show_strength(
    decision: Decision,
    places: Sequence[Place],
    *,
    done: Iterable[ExerciseEntry] = (),
    waits: Unanswered | None = None,
    moving: str = "",
) -> Strength:
    """Set out the exercises that are due, or those of the next day that has any.

    Args:
        decision: Of the day.
        places: The programme.
        done: What was done today.
        waits: A day whose morning is still to be told.
        moving: The exercise whose movement is shown.
    """
    plan, today = decision.plan, tuple(_line(one) for one in done)
    next_on = next((one.on for one in plan.sessions if one.exercises), None)
    named = due(decision)
    advised = {exercise_of(one): one for one in plan.advice if is_exercise(one)}
    shown = [one for one in places if one.exercise.id in named and one.exercise.id in advised]
    say, lead = _headline(decision, next_on, has_done=bool(today), count=len(shown))
    return Strength(
        over=_("Step 4 · %(day)s") % {"day": say_day(plan.on)},
        say=say,
        lead=lead,
        action=_action(decision, next_on),
        morning=_morning(waits),
        common=tuple(show_common(advised[one.exercise.id] for one in shown)),
        cards=tuple(_card(one, advised[one.exercise.id], moving) for one in shown),
        done=today,
        out=tuple(
            sentence(one.action, **one.amounts)
            for one in plan.advice
            if one.action.startswith("strength.out.")
        ),
        beside=show_beside(STEP),
    )


def due(decision: Decision) -> tuple[str, ...]:
    """Name the exercises of today; where there are none, those of the next day that has some."""
    return next((one.exercises for one in decision.plan.sessions if one.exercises), ())


def due_today(decision: Decision) -> tuple[str, ...]:
    """Name the exercises that are due today and not done yet."""
    plan = decision.plan
    return next((one.exercises for one in plan.sessions if one.on == plan.on), ())


def _headline(decision: Decision, next_on: date | None, *, has_done: bool, count: int) -> tuple[str, str]:
    plan = decision.plan
    if plan.ask and plan.phase is Phase.TRIAGE:
        return _("Some answers first."), _("The questions come before any exercise. About ten minutes.")
    if next_on == plan.on and has_done:
        return _("More for today."), _("Some of it is done. The rest belongs to the same day.")
    if next_on == plan.on:
        said = _("One exercise today.") if count == 1 else _("%(count)s exercises today.") % {"count": count}
        return said.replace(" ", NB, 1), _whole(decision)
    if next_on is None:
        return _("No exercises this week."), _(
            "The plan has none for these seven days. Its reasons are in Today."
        )
    on = _("Next on %(day)s.") % {"day": say_day(next_on)}
    if has_done:
        return _("Done for today."), on
    return _("No exercises today."), _("A day without them belongs between two with them. %(next)s") % {
        "next": on
    }


def _whole(decision: Decision) -> str:
    session = next(one for one in decision.plan.sessions if one.on == decision.plan.on)
    if session.circuit:
        return _("As a circuit: one set of each, one after the other, then round again.")
    return _("Slow and calm beats heavy.")


def _action(decision: Decision, next_on: date | None) -> Link | None:
    if decision.plan.ask and decision.plan.phase is Phase.TRIAGE:
        return Link(said=_("Answer the questions"), address=reverse("web:screen"))
    if next_on != decision.plan.on:
        return None
    return Link(said=_("Begin the session"), address=reverse("web:strength_go"))


def _morning(waits: Unanswered | None) -> Link | None:
    if waits is None:
        return None
    said = _("How was the knee on the morning after %(day)s?") % {"day": say_day(waits.on)}
    return Link(said=said, address=reverse("web:strength_morning"))


def _card(place: Place, advice: Advice, moving: str) -> Card:
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


def show_common(advice: Iterable[Advice]) -> Iterable[Fact]:
    """Say once what holds for all of them: how hard, and how much pain."""
    every = tuple(advice)
    hard = dict.fromkeys(training.say_reserve(one.amounts) for one in every)
    lines = dict.fromkeys(training.say_line(one.amounts) for one in every)
    if every:
        yield Fact(name=_("How hard"), said=" ".join(hard))
        yield Fact(name=_("Limit"), said=" ".join(lines))


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
        _line(
            one,
            own=place.exercise.id,
            colour=show_colour(at.last_colour) if at.last_colour and one.on == at.last_on else None,
        )
        for one in place.sessions
    )


def _line(done: ExerciseEntry, *, own: str = "", colour: ColourShown | None = None) -> SessionLine:
    return SessionLine(
        day=say_date(done.on, "D j M").replace(" ", NB),
        name="" if done.exercise == own else say_name(done.exercise),
        said=training.say_session(done),
        colour=colour,
    )


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
