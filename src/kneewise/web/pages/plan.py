"""The way back: phases as stations, the seven days, the limits."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from kneewise.model.plan import (
    Change,
    Decision,
    Goal,
    GoalKind,
    Phase,
    Plan,
    RunColour,
    Session,
    SessionKind,
)
from kneewise.present import day, text
from kneewise.present.dates import say_date
from kneewise.present.goal import goal_sentences
from kneewise.present.reasons import cap_reasons
from kneewise.present.week import say_begin, say_change
from kneewise.present.words import sentence
from kneewise.web.pages.holds import say_hold
from kneewise.web.pages.home_tests import Stand, show_stands
from kneewise.web.pages.knees import say_knee
from kneewise.web.pages.ladder import Rung
from kneewise.web.pages.last import is_run
from kneewise.web.pages.move import KeptMove, free_days, show_kept
from kneewise.web.pages.parts import (
    Choice,
    ColourShown,
    Fact,
    ReasonShown,
    is_unreviewed,
    say_day,
    show_colour,
    show_reasons,
)

LATELY = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Station:
    """One phase on the line: ``done``, ``now`` or ``later``."""

    name: str
    said: str
    state: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedDay:
    """One of the seven days, in a row; ``free`` are the days that its run could be moved to."""

    name: str
    date: str
    said: str
    note: str
    is_today: bool
    on: str
    free: tuple[Choice, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ColouredDay:
    """A day that the knee answered."""

    day: str
    said: str
    colour: ColourShown


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanShown:
    """Everything on the page of the plan; no ``caps`` where running is off."""

    over: str
    title: str
    lead: str
    path: tuple[Station, ...]
    running: str
    asks: bool
    days: tuple[PlannedDay, ...]
    moves: tuple[KeptMove, ...]
    caps: tuple[Fact, ...] | None
    cap_reasons: tuple[ReasonShown, ...]
    unreviewed: bool
    changes: tuple[str, ...]
    goal: tuple[str, ...]
    colours: tuple[ColouredDay, ...]
    ladder: tuple[Rung, ...]
    home_tests: tuple[Stand, ...]


def show_plan(
    decision: Decision,
    *,
    miles: bool = False,
    ladder: tuple[Rung, ...] = (),
    records: Mapping[date, str] = MappingProxyType({}),
) -> PlanShown:
    """Turn a decision into the page of the plan."""
    plan = decision.plan
    running = sum(day.whole_minutes(session.running_min) for session in plan.sessions)
    return PlanShown(
        over=say_day(plan.on),
        title=_title(decision),
        lead="" if plan.urgency.stops_running else say_hold(decision),
        path=tuple(_station(phase, plan) for phase in Phase),
        running=_("%(minutes)s min running") % {"minutes": running} if running else "",
        days=tuple(_day(session, plan) for session in plan.sessions) if _has_days(plan) else (),
        moves=show_kept(plan, records),
        caps=None if plan.urgency.stops_running else tuple(_caps(plan, miles=miles)),
        asks=bool(plan.ask) and not plan.urgency.stops_running,
        cap_reasons=show_reasons(cap_reasons(plan)) if plan.may_run else (),
        unreviewed=is_unreviewed(cap_reasons(plan)),
        changes=tuple(_change(change) for change in plan.changes),
        goal=() if plan.goal is None else _goal(plan.goal, plan.phase),
        colours=tuple(
            ColouredDay(
                day=say_day(one.on),
                said=_coloured(one),
                colour=show_colour(one.colour),
            )
            for one in sorted(decision.colours, key=lambda one: one.on, reverse=True)[:LATELY]
        ),
        ladder=ladder,
        home_tests=show_stands(plan),
    )


def _goal(goal: Goal, phase: Phase) -> tuple[str, ...]:
    """Say what the way leads to; in Maintain, which begins there, also that it led there."""
    there = phase is Phase.MAINTAIN and goal.kind is not GoalKind.RACE
    return (*goal_sentences(goal), _("You are there: now it is kept.")) if there else goal_sentences(goal)


def _coloured(one: RunColour) -> str:
    """Say which knee, and whether it is the answer to a run or to a morning."""
    knee = say_knee(one.side)
    said = _("%(knee)s, after the run") if is_run(one) else _("%(knee)s, in the morning")
    return said % {"knee": knee}


def _title(decision: Decision) -> str:
    plan = decision.plan
    if plan.urgency.stops_running:
        return _("Running is out of the plan.")
    if plan.ask:
        return _("First some answers.")
    if say_hold(decision):
        return _("Running waits.")
    match plan.phase:
        case Phase.TRIAGE:
            return _("First some answers.")
        case Phase.CALM:
            return _("Less, until the knee is calm.")
        case Phase.WALK_RUN:
            return _("Rung by rung, running and walking.")
        case Phase.BUILD:
            return _("A little more, one step at a time.")
        case Phase.MAINTAIN:
            return _("Your usual running, kept.")


def _station(phase: Phase, plan: Plan) -> Station:
    order = list(Phase)
    said = {
        Phase.TRIAGE: _("Which signs are there, and what stops running."),
        Phase.CALM: _("Fewer minutes, no downhill, no speed."),
        Phase.WALK_RUN: _("Short runs with walks between, up the ladder."),
        Phase.BUILD: _("Longer runs, more days, hills, speed."),
        Phase.MAINTAIN: _("Your own week, with the limits kept."),
    }
    name = sentence(f"phase.{phase.value}")
    if phase is plan.phase and not plan.urgency.stops_running:
        return Station(name=name, said=_("You are here. %(said)s") % {"said": said[phase]}, state="now")
    state = "done" if order.index(phase) < order.index(plan.phase) else "later"
    return Station(name=name, said=said[phase], state=state)


def _has_days(plan: Plan) -> bool:
    """Whether there is anything to do: a pause leaves the exercises."""
    trains = any(session.exercises for session in plan.sessions) and not plan.ask
    return trains or any(session.kind is not SessionKind.REST for session in plan.sessions)


def _day(session: Session, plan: Plan) -> PlannedDay:
    notes = []
    if session.kind is SessionKind.RUN:
        notes.append(_("%(minutes)s min running") % {"minutes": day.whole_minutes(session.running_min)})
        if session.soft_surface:
            notes.append(_("soft ground"))
        if session.shoe:
            notes.append(sentence("more.shoe", shoe=session.shoe))
    elif session.kind is not SessionKind.REST:
        notes.append(day.say_minutes(session))
    if session.exercises:
        notes.append(sentence("more.circuit" if session.circuit else "more.strength"))
    return PlannedDay(
        name=date_format(session.on, "D"),
        date=say_date(session.on, "j M"),
        said=day.name_session(session),
        note=", ".join(notes),
        is_today=session.on == plan.on,
        on=session.on.isoformat(),
        free=free_days(session, plan),
    )


def _caps(plan: Plan, *, miles: bool) -> list[Fact]:
    if not plan.may_run:
        return []  # A limit in minutes would read as leave to run them.
    caps, facts = plan.caps, []
    if caps.next_run_min is not None:
        said = _minutes(caps.next_run_min) if caps.next_run_min else _("a brisk walk takes its place")
        facts.append(Fact(name=_("The next run"), said=said))
    if caps.run_min:
        facts.append(Fact(name=_("One run"), said=_minutes(caps.run_min)))
    if caps.run_m:
        facts.append(Fact(name=_("or"), said=text.distance(caps.run_m, miles=miles)))
    if caps.week_min:
        facts.append(Fact(name=_("Seven days"), said=_minutes(caps.week_min)))
    return facts


def _minutes(running_min: float) -> str:
    return _("%(minutes)s min of running") % {"minutes": day.whole_minutes(running_min)}


def _change(change: Change) -> str:
    return f"{say_begin(change, 'l j F')}: {say_change(change)}"
