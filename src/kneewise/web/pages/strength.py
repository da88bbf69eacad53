"""Strength: the exercises of the day as the plan has them, and what was done of them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from kneewise.app.training import Place, Unanswered
from kneewise.model.observations import ExerciseEntry
from kneewise.model.plan import Advice, Decision, Phase
from kneewise.present import training
from kneewise.present.advice import exercise_of, is_exercise
from kneewise.present.words import sentence
from kneewise.web.pages.exercise_card import STEP, Card, SessionLine, show_card, show_line
from kneewise.web.pages.guide import Beside, show_beside
from kneewise.web.pages.parts import NB, Fact, Link, say_day


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
    plan, today = decision.plan, tuple(show_line(one) for one in done)
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
        cards=tuple(show_card(one, advised[one.exercise.id], moving) for one in shown),
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


def show_common(advice: Iterable[Advice]) -> Iterable[Fact]:
    """Say once what holds for all of them: how hard, and how much pain."""
    every = tuple(advice)
    hard = dict.fromkeys(training.say_reserve(one.amounts) for one in every)
    lines = dict.fromkeys(training.say_line(one.amounts) for one in every)
    if every:
        yield Fact(name=_("How much"), said=_("sets × repetitions, or the seconds of a hold"))
        yield Fact(name=_("How hard"), said=" ".join(hard))
        yield Fact(name=_("Limit"), said=" ".join(lines))
