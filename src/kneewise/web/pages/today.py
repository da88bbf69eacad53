"""Today: what may be done, the week, and why."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from django.urls import reverse
from django.utils.translation import gettext as _

from kneewise.model.plan import Advice, Decision, Phase, Plan, Session, SessionKind
from kneewise.present import day, text
from kneewise.present import reasons as why
from kneewise.present.advice import BOOK, ILL, IN_DOUBT, above_all, is_due, reasons_of
from kneewise.present.cadence import has_metronome
from kneewise.present.differences import differences
from kneewise.present.knee import KneeChart
from kneewise.present.rest import rest_sentences
from kneewise.present.words import has_sentence, sentence
from kneewise.web.pages.due import ANKLE, STRENGTH, Due
from kneewise.web.pages.holds import say_hold
from kneewise.web.pages.home_tests import say_how_many
from kneewise.web.pages.knees import say_knee
from kneewise.web.pages.last import LastRun, show_last
from kneewise.web.pages.parts import (
    Fact,
    GradeShown,
    Link,
    ReasonShown,
    is_unreviewed,
    say_day,
    show_grade,
    show_reasons,
)
from kneewise.web.pages.week_cards import Card, show_week

OPEN: Final = 3
"""So many things stand open under "Also today"; the rest is in one drawer."""

TRAINS_OR_RESTS: Final = frozenset({"step4_strength", "step5_ankle", "step7_recovery"})
ANSWERED_AT: Final = MappingProxyType(
    {
        "run_beside_plan": "also",
        "exercise_morning": "strength_morning",
        "file": "files",
        "all_running": "runs",
        "walk_during": "home_tests",
        "walk_after_60min": "home_tests",
        "walk_limp": "home_tests",
        "walk_painkiller": "home_tests",
    }
)
"""Where what is missing is answered, if neither in the diary nor among the questions."""

ASKED_ABOVE: Final = "ask.answer_first"
"""What the board says already where running waits for answers."""

ENDS_ILLNESS: Final = "change.well"

ASKS: Final = frozenset(
    f"red_flags.{rule}" for rule in ("not_asked", "form_ran_out", "ask_once_more", "ask_again")
)
"""Reasons for questions before the next run."""

RESTS_FOR: Final = ("events.rest_after_bad", "step2_load.walking_only")
"""Reasons of a day without running on which nothing that waits for more is in force."""

EVERY_DAY: Final = tuple(range(7))

ON_THE_BOARD: Final = frozenset({"step1_pain", "step2_load", "step3_cadence"})
"""Rooms that ask for something to be done, and those whose word is in the session already."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AdviceShown:
    """One advice beside the session, with the grade of what it rests on."""

    said: str
    note: str
    source: str
    grade: GradeShown


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomAdvice:
    """What one room advises today."""

    name: str
    advice: tuple[AdviceShown, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Today:
    """Everything on the page of the day.

    Attributes:
        lead: On the first of all days, what Kneewise is.
        doubt: That what is not known may be an emergency.
        ill: That an illness which was told comes before the run.
        tests: How many of the tests that Calm ends with went well; empty once all did.
    """

    date: str
    lead: str
    over: str
    stage: str
    say: str
    sub: str
    doubt: str
    ill: str
    quiet: bool
    track: day.Track | None
    facts: tuple[Fact, ...]
    actions: tuple[Link, ...]
    week: tuple[Card, ...]
    last: LastRun | None
    reasons: tuple[ReasonShown, ...]
    unreviewed: bool
    would_change: tuple[str, ...]
    missing: tuple[Link, ...]
    first: tuple[AdviceShown, ...]
    also: tuple[RoomAdvice, ...]
    differs: tuple[ReasonShown, ...]
    knees: tuple[tuple[str, KneeChart], ...]
    weekly: bool
    week_check: bool
    tests: str
    bring: bool
    due: tuple[Due, ...]
    trains: tuple[Link, ...]


def show_today(
    decision: Decision,
    *,
    knees: Sequence[KneeChart] = (),
    due: Sequence[Due] = (),
    weekly: bool = False,
    week_check: bool = False,
    has_runs: bool = True,
    running_days: Sequence[int] = EVERY_DAY,
) -> Today:
    """Turn a decision that stops nobody into the day's page.

    Args:
        decision: Of the day.
        knees: The diary of each sore knee, drawn.
        due: What else is to be done today.
        weekly: Whether the weekly list is offered.
        week_check: Whether the four scores of the week are due.
        has_runs: Whether any run is known.
        running_days: The weekdays on which there may be a run.
    """
    plan = decision.plan
    session = _of_today(plan)
    reasons = why.reasons_of_today(decision)
    begins = bool(plan.ask) and plan.phase is Phase.TRIAGE
    over, say, sub = _begin(has_runs=has_runs) if begins else _headline(decision, session, running_days)
    runs = session is not None and session.kind is SessionKind.RUN
    rooms = {one.room for one in due}
    advice = tuple(one for one in plan.advice if not (begins and one.action == ASKED_ABOVE))
    first = _first(tuple(one for one in advice if is_due(one, plan) and one.room not in rooms))
    book = tuple(one for one in plan.advice if one.action == BOOK)
    return Today(
        date=say_day(plan.on),
        lead=_lead() if begins else "",
        over=over,
        stage=day.say_stage(plan),
        say=say,
        sub=sub,
        quiet=not runs or bool(plan.ask),
        doubt=" ".join(above_all(plan, of=(IN_DOUBT,))),
        ill=" ".join(above_all(plan, of=(ILL,))),
        track=day.draw_track(session, limps=why.limps(plan)) if session and not plan.ask else None,
        facts=tuple(_facts(session)) if session and runs and not plan.ask else (),
        actions=_actions(decision, runs=runs) if has_runs or not begins else _ways_in(),
        week=show_week(decision) if not plan.ask else (),
        last=show_last(decision.colours, on=plan.on),
        reasons=show_reasons(reasons, plan),
        unreviewed=is_unreviewed((*reasons, *reasons_of(plan.advice))),
        would_change=tuple(_would_change(key) for key in plan.would_change),
        missing=tuple(_missing(key) for key in plan.missing),
        first=(
            *(_advice(one, note=_because(one)) for one in book),
            *(_advice(one, note=sentence(f"room.{one.room}")) for one in first),
        ),
        also=show_advice(tuple(one for one in advice if one not in (*book, *first))),
        differs=show_reasons(differences(decision)),
        knees=tuple((say_knee(knee.side), knee) for knee in knees),
        weekly=weekly and not plan.ask,
        week_check=week_check and not plan.ask,
        tests=say_how_many(plan) if not plan.ask else "",
        bring=not has_runs and not begins,
        due=tuple(due),
        trains=tuple(_trains(rooms)) if not plan.ask else (),
    )


def _missing(key: str) -> Link:
    """Lead to where it is told; the diary opens at the run that lacks it."""
    place = ANSWERED_AT.get(key, "diary" if has_sentence(f"missing.{key}") else "screen")
    address = reverse(f"web:{place}")
    return Link(
        said=text.missing_sentence(key), address=f"{address}?lacks={key}" if place == "diary" else address
    )


def show_advice(advice: tuple[Advice, ...]) -> tuple[RoomAdvice, ...]:
    """Put what is advised under its room, in the order of the guide."""
    return tuple(
        RoomAdvice(name=sentence(f"room.{room}"), advice=tuple(_advice(one) for one in said))
        for room, said in why.by_room(advice).items()
    )


def _first(advice: tuple[Advice, ...]) -> tuple[Advice, ...]:
    """Choose what stands open: one thing to do from each of three rooms, what is not optional first."""
    order = sorted(advice, key=lambda one: (one.optional, one.room not in TRAINS_OR_RESTS))
    rooms = {
        one.room: one
        for one in reversed(order)
        if one.room not in ON_THE_BOARD and one.action not in {BOOK, ILL, IN_DOUBT}
    }
    chosen = sorted(rooms.values(), key=order.index)[:OPEN]
    return tuple(one for one in advice if one in chosen)


def _because(advice: Advice) -> str:
    """Say each reason of an advice."""
    return " ".join(dict.fromkeys(why.reason_sentence(reason) for reason in advice.because))


def _advice(advice: Advice, *, note: str = "") -> AdviceShown:
    said = sentence(why.sentence_with(advice.action, advice.amounts), **advice.amounts)
    note = ", ".join(word for word in (note, _("Optional") if advice.optional else "") if word)
    source = "; ".join(why.source_title(key) for key in why.sources_of(advice.because))
    return AdviceShown(said=said, note=note, source=source, grade=show_grade(advice.because[0].grade))


def _of_today(plan: Plan) -> Session | None:
    return next((session for session in plan.sessions if session.on == plan.on), None)


def _headline(
    decision: Decision, session: Session | None, running_days: Sequence[int]
) -> tuple[str, str, str]:
    plan = decision.plan
    if plan.ask:
        return _("Running waits"), _("Some answers first."), _asked(decision)
    if session is None or (not plan.may_run and session.kind is SessionKind.REST):
        held = _held(decision) or _("The reasons say for what, and for how long.")
        return _("Running waits"), _("No running today."), held
    if session.kind is SessionKind.RUN:
        return _("Today you may run"), day.say_session(session), day.say_whole(session)
    if session.kind is SessionKind.REST:
        return (
            _("Today, no running"),
            day.say_session(session),
            " ".join(rest_sentences(decision, running_days)),
        )
    limping = why.limps(plan)
    said, whole = day.say_session(session, limps=limping), day.say_whole(session, limps=limping)
    return _("Today, no running"), said, " ".join(filter(None, (whole, say_hold(decision))))


def _asked(decision: Decision) -> str:
    """Say why there are questions before the next run."""
    return " ".join(why.reason_sentence(one) for one in why.reasons(decision) if one.rule in ASKS)


def _held(decision: Decision) -> str:
    """Say for what running waits; else why this day has none."""
    said = {one.rule: why.reason_sentence(one) for one in why.reasons(decision) if one.rule in RESTS_FOR}
    return say_hold(decision) or next((said[rule] for rule in RESTS_FOR if rule in said), "")


def _begin(*, has_runs: bool) -> tuple[str, str, str]:
    """Head a page without any plan: what is still to come of the two things that make one."""
    if has_runs:
        return (
            _("Before any plan"),
            _("Some answers first."),
            _("Your runs are here. About ten minutes more. “I don’t know” is an answer too."),
        )
    return (
        _("Welcome"),
        _("Two ways to begin."),
        _(
            "Your answers say how the knee is: about ten minutes. Your runs show what is usual for you. "
            "Begin with either."
        ),
    )


def _ways_in() -> tuple[Link, ...]:
    return (
        Link(said=_("Answer the questions first"), address=reverse("web:screen")),
        Link(said=_("Bring your runs first"), address=reverse("web:files")),
    )


def _facts(session: Session) -> list[Fact]:
    facts = []
    if session.warm_up_min:
        facts.append(_fact("warm_up", "warm_up", warm_up_min=session.warm_up_min))
    if band := day.steps_of(session):
        facts.append(_fact("steps", band[0], **band[1]))
    if grounds := tuple(_grounds(session)):
        said = "; ".join(sentence(f"session.{key}") for key in grounds)
        facts.append(Fact(name=sentence("term.ground"), said=said))
    if session.shoe:
        facts.append(Fact(name=sentence("term.shoes"), said=session.shoe))
    if session.stop_above_0_10 is not None:
        facts.append(_fact("turn_back", day.turn_back(session), pain_0_10=session.stop_above_0_10))
    return facts


def _grounds(session: Session) -> Iterator[str]:
    """Name what is said of the ground: soft once a week, and beside a band of steps no more than is new."""
    uphill_only = session.hills and not session.downhill
    if uphill_only or (session.cadence_low_spm is None and not session.hills):
        yield text.ground(session)
    if session.soft_surface:
        yield "soft"


def _fact(term: str, key: str, **amounts: object) -> Fact:
    return Fact(name=sentence(f"term.{term}"), said=sentence(f"session.{key}", **amounts))


def _would_change(key: str) -> str:
    """Say what would change the answer, where the page has another way than a command."""
    here = {
        ENDS_ILLNESS: _("The last day of the illness, as soon as you say it under “Recovery”."),
        "change.no_twice": _("“No” to each of these signs on two days, at least 48 hours apart."),
    }
    return here.get(key) or sentence(key)


def _lead() -> str:
    return _(
        "Kneewise reads what your watch recorded, asks how the knee feels, and says each day what you may do "
        "and why. There is no account, and nothing is sent to a service."
    )


def _trains(rooms: Collection[str]) -> Iterator[Link]:
    """Lead to what trains beside running, where nothing of it is to be done."""
    if STRENGTH not in rooms:
        yield Link(said=_("Strength"), address=reverse("web:strength"))
    if ANKLE not in rooms:
        yield Link(said=_("Ankle"), address=reverse("web:ankle"))


def _actions(decision: Decision, *, runs: bool) -> tuple[Link, ...]:
    log = Link(said=_("Log pain"), address=reverse("web:diary"))
    answer = Link(said=_("Answer the questions"), address=reverse("web:screen"))
    if decision.plan.ask:
        return answer, log
    if ENDS_ILLNESS in decision.plan.would_change:
        return Link(said=_("I am well again"), address=f"{reverse('web:recovery')}#ill"), log
    beat = Link(said=_("Metronome"), address=reverse("web:cadence"))
    return (log, beat) if runs and has_metronome(decision) else (log,)
