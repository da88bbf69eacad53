"""Ankle: how far each knee reaches over its foot, the drill, and whether it is needed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from kneewise.app.training import Drill
from kneewise.model.diary import TestResult
from kneewise.model.findings import WallTests
from kneewise.model.places import Side
from kneewise.model.plan import Advice, Decision
from kneewise.present.reasons import reason_sentence
from kneewise.present.walls import WallChart, draw_walls
from kneewise.present.words import figure, sentence
from kneewise.web.pages.exercise_card import say_name
from kneewise.web.pages.figures import ExerciseFigures, show_exercise
from kneewise.web.pages.guide import Beside, show_beside
from kneewise.web.pages.parts import ReasonShown, is_unreviewed, say_day, say_side, show_reasons
from kneewise.web.pages.session import say_drill

STEP = "step5"


@dataclass(frozen=True, slots=True, kw_only=True)
class WallFact:
    """The latest test of one side, and how far it came since the first."""

    name: str
    cm: str
    said: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DrillCard:
    """One drill: how it looks, how much of it, and what it is."""

    id: str
    name: str
    amount: str
    said: str
    figures: ExerciseFigures


@dataclass(frozen=True, slots=True, kw_only=True)
class WallForm:
    """The form of a new test, as it is filled in."""

    on: str
    latest: str
    fields: tuple[tuple[str, str, str, str], ...]
    slip_on: str
    problem: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ankle:
    """Everything on the page."""

    over: str
    say: str
    lead: str
    asks: bool
    optional: bool
    reasons: tuple[ReasonShown, ...]
    unreviewed: bool
    walls: tuple[WallFact, ...]
    chart: WallChart | None
    drills: tuple[DrillCard, ...]
    out: tuple[str, ...]
    beside: Beside


def show_ankle(
    decision: Decision,
    drills: Sequence[Drill],
    tests: Sequence[TestResult],
    *,
    limit_cm: float,
    moving: str = "",
) -> Ankle:
    """Set the page out.

    Args:
        decision: Of the day.
        drills: Those that are left.
        tests: Every knee-to-wall test, oldest first.
        limit_cm: How far a knee reaches that needs no drill.
        moving: The drill whose movement is shown.
    """
    found, plan = decision.found.ankle, decision.plan
    advised = {one.action: one for one in plan.advice}
    because = next(
        (one.because for one in plan.advice if one.room == found.room and not _is_out(one)), found.because
    )
    asks = bool(plan.ask) and not drills
    return Ankle(
        over=_("Step 5 · %(day)s") % {"day": say_day(plan.on)},
        say=_("Some answers first.") if asks else _say(found_optional=found.optional, drills=drills),
        asks=asks,
        lead=_("The questions come before any drill. About ten minutes.")
        if asks
        else " ".join(map(reason_sentence, found.because)),
        optional=found.optional,
        reasons=show_reasons(because),
        unreviewed=is_unreviewed(because),
        walls=tuple(map(_wall, found.walls)),
        chart=draw_walls(tests, limit_cm=limit_cm),
        drills=tuple(_cards(drills, advised, moving)),
        out=tuple(sentence(one.action, **one.amounts) for one in plan.advice if _is_out(one)),
        beside=show_beside(STEP),
    )


def _is_out(advice: Advice) -> bool:
    return advice.action.startswith("ankle.out.")


def _say(*, found_optional: bool, drills: Sequence[Drill]) -> str:
    if not drills:
        return _("No drill is left.")
    return _("The ankle drill is optional.") if found_optional else _("A few minutes a day for the ankle.")


def _wall(wall: WallTests) -> WallFact:
    if wall.tests == 1:
        said = _("one test, %(day)s") % {"day": say_day(wall.latest_on)}
    else:
        sign = "+" if wall.change_cm >= 0 else "\N{MINUS SIGN}"
        change = f"{sign}{figure(abs(wall.change_cm))}"
        said = _("%(change)s cm since %(day)s") % {"change": change, "day": say_day(wall.first_on)}
    return WallFact(name=say_side(wall.side), cm=figure(wall.latest_cm), said=said)


def _cards(drills: Iterable[Drill], advised: dict[str, Advice], moving: str) -> Iterable[DrillCard]:
    for one in drills:
        advice = advised.get(f"ankle.{one.id}")
        yield DrillCard(
            id=one.id,
            name=say_name(one.id),
            amount=say_drill(one),
            said=sentence(advice.action, **advice.amounts) if advice else "",
            figures=show_exercise(one.id, step=STEP, moving=moving == one.id),
        )


def show_wall_form(
    sent: dict[str, str], *, today: str, slips: dict[str, str] | None = None, problem: str = ""
) -> WallForm:
    """Set out the form of a new test of both sides, either of which may stay empty."""
    slips = slips or {}
    return WallForm(
        on=sent.get("on", today),
        latest=today,
        fields=tuple(
            (side.value, say_side(side), sent.get(side.value, ""), slips.get(side.value, "")) for side in Side
        ),
        slip_on=slips.get("on", ""),
        problem=problem,
    )
