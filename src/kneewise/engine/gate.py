"""The gate: refuses any plan that breaks a law, whoever made it.

Written apart from the rooms and from ``plan.py``: it knows the nouns and its own hard maxima, looks at the
observations itself, and only ever takes out or makes shorter. What it did is in ``Plan.refused``.
"""

import math
from dataclasses import replace
from datetime import date, timedelta
from operator import itemgetter

from kneewise.engine.gate_most import GROWN, Most, is_answered
from kneewise.engine.gate_numbers import GateNumbers
from kneewise.model.findings import Assessment, Colour, Urgency
from kneewise.model.observations import DiaryEntry, Observations
from kneewise.model.places import Side
from kneewise.model.plan import (
    Advice,
    Block,
    Change,
    ChangeKind,
    Phase,
    Plan,
    RunColour,
    Session,
    SessionKind,
)

ROUNDING_MIN = 0.01
RED_FLAGS = "red_flags"
EXERCISE = "strength"
"""An exercise's advice is ``strength.<name>``."""
BESIDE_URGENT_CARE = frozenset({"log.keep", "recovery.sleep"})
EXERCISING = frozenset({"step2_load", "step3_cadence", "step4_strength", "step5_ankle"})


def gate(
    seen: Observations,
    found: Assessment,
    proposed: Plan,
    *,
    colours: tuple[RunColour, ...] = (),
    numbers: GateNumbers,
) -> Plan:
    """Let through what breaks no law; take out the rest."""
    plan = _judge(seen, found, proposed, colours=colours, numbers=numbers)
    # What one law takes out may be what another had judged by.
    while plan.refused and (again := _judge(seen, found, plan, colours=colours, numbers=numbers)) != plan:
        plan = again
    return plan


def _judge(
    seen: Observations,
    found: Assessment,
    proposed: Plan,
    *,
    colours: tuple[RunColour, ...],
    numbers: GateNumbers,
) -> Plan:
    """Hold a plan to one law after the other."""
    plan = _worst_urgency(found, _what_adds_up(proposed))
    plan = _nothing_but_what_is_left(plan)
    plan = _nothing_unasked(seen, found, plan)
    plan = _no_step_on_unknown(seen, plan, colours, numbers)
    plan = _not_before_its_time(seen, plan, numbers)
    plan = _one_change_a_week(seen, plan, numbers)
    plan = _rest_after_red(plan, colours, numbers)
    plan = _within_caps(seen, plan, numbers)
    return replace(plan, may_run=_has_run(plan))


def _what_adds_up(plan: Plan) -> Plan:
    """Law 8: take out what holds more running than it says, or minutes that are no number."""
    sessions = tuple(session if _adds_up(session) else _rest(session) for session in plan.sessions)
    broke = sessions != plan.sessions
    return _refused(replace(plan, sessions=sessions), "gate.law_8") if broke else plan


def _adds_up(session: Session) -> bool:
    parts = [block.run_min * block.times for block in session.blocks]
    return min([session.running_min, *parts]) >= 0 and sum(parts) <= session.running_min + ROUNDING_MIN


def _worst_urgency(found: Assessment, plan: Plan) -> Plan:
    """The worst flag wins, whatever a room or the plan made of it."""
    flags = [flag.urgency for flag in found.safety.flags]
    worst = max([plan.urgency, found.safety.urgency, *flags])
    return plan if worst == plan.urgency else _refused(replace(plan, urgency=worst), "gate.urgency")


def _nothing_but_what_is_left(plan: Plan) -> Plan:
    """Law 1: from within days on there is no run, no drill, no exercise and no bike."""
    if not plan.urgency.stops_running:
        return plan
    sessions = tuple(Session(on=session.on, kind=SessionKind.REST) for session in plan.sessions)
    urgent = plan.urgency >= Urgency.SAME_DAY
    advice = tuple(one for one in plan.advice if one.room == RED_FLAGS or _is_left(one, urgent=urgent))
    kept = replace(plan, may_run=False, sessions=sessions, advice=advice, advances=False, advanced_on=())
    kept = replace(kept, changes=(), home_tests=())
    return plan if kept == plan else _refused(kept, "gate.law_1")


def _is_left(advice: Advice, *, urgent: bool) -> bool:
    """Daily life is left; no room's drill or exercise is that, whatever it calls itself."""
    if advice.room in EXERCISING:
        return False
    return advice.action in BESIDE_URGENT_CARE if urgent else advice.daily_life


def _nothing_unasked(seen: Observations, found: Assessment, plan: Plan) -> Plan:
    """Law 2: never screened, something to be asked, or paused: everything but running."""
    safety = found.safety
    waits = seen.started_on is None or bool(safety.ask) or safety.paused or not safety.may_run
    waits = waits or not plan.may_run
    if not waits or not (plan.may_run or _has_run(plan)):
        return plan
    return _refused(_stood_still(plan), "gate.law_2")


def _no_step_on_unknown(
    seen: Observations, plan: Plan, colours: tuple[RunColour, ...], numbers: GateNumbers
) -> Plan:
    """Law 10: nothing goes on with fewer fully answered good runs behind it than it needs."""
    if not plan.advances:
        return plan
    by_side: dict[Side, set[tuple[object, ...]]] = {colour.side: set() for colour in plan.advanced_on}
    for colour in plan.advanced_on:
        by_side[colour.side].add(_key(colour))
    enough = by_side and all(len(runs) >= numbers.greens_least.value for runs in by_side.values())
    if enough and all(_is_good(colour, seen, colours) for colour in plan.advanced_on):
        return plan
    return _refused(_stood_still(plan), "gate.law_10")


def _is_good(colour: RunColour, seen: Observations, colours: tuple[RunColour, ...]) -> bool:
    """Whether a run went well by every answer that a colour needs, and by the diary itself."""
    if colour.colour not in {Colour.GREEN, Colour.NEUTRAL} or colour.missing:
        return False
    if any(_key(colour) == _key(other) and other.colour is not colour.colour for other in colours):
        return False
    entries = (entry for entry in seen.entries if entry.on == colour.on and entry.side is colour.side)
    own = (entry for entry in entries if entry.about_run is colour.about_run)
    return any(is_answered(entry) for entry in own if _activity_id(entry) == colour.activity_id)


def _key(colour: RunColour) -> tuple[object, ...]:
    return colour.on, colour.side, colour.activity_id or colour.about_run


def _activity_id(entry: DiaryEntry) -> str | None:
    return None if entry.activity is None else entry.activity.activity_id


def _not_before_its_time(seen: Observations, plan: Plan, numbers: GateNumbers) -> Plan:
    """Laws 7 and 10: nothing after Calm too early or unanswered, no hills and no speed before Build."""
    if plan.phase not in GROWN and any(one.hills or one.downhill or one.speed for one in plan.sessions):
        plain = tuple(replace(session, hills=False, downhill=False, speed=False) for session in plan.sessions)
        plan = _refused(replace(plan, sessions=plain), "gate.law_7")
    if plan.phase in {Phase.TRIAGE, Phase.CALM} or seen.started_on is None or not _has_run(plan):
        return plan
    early = (seen.on - seen.started_on).days < numbers.calm_least_days.value
    answered = {entry.on for entry in seen.entries if entry.on >= seen.started_on and is_answered(entry)}
    if not early and len(answered) >= numbers.greens_least.value:
        return plan
    return _refused(_stood_still(plan), "gate.law_10")


def _one_change_a_week(seen: Observations, plan: Plan, numbers: GateNumbers) -> Plan:
    """Law 7: of two changes within seven days the later one goes, and what it brought with it.

    Shoes are first used by the runner, not by the plan; they delay what comes after them, take nothing back
    that came before, and are never taken back themselves.
    """
    span = timedelta(days=numbers.change_days.value)
    begun = [new.on for new in seen.shoes_first_used]
    refused: list[Change] = []
    changes = []
    for met_on, change in sorted(((_first_met(one, plan), one) for one in plan.changes), key=itemgetter(0)):
        own = change.kind is not ChangeKind.NEW_SHOE
        if own and any(timedelta(0) <= met_on - on < span for on in begun):
            refused.append(change)
            continue
        begun.append(met_on)
        changes.append(change)
    if not refused:
        return plan
    sessions = plan.sessions
    for change in refused:
        sessions = tuple(_without(change, session) for session in sessions)
    if any(change.kind is ChangeKind.RUNNING_DAY for change in refused):
        sessions = _one_run_less(sessions)
    harder = {f"{EXERCISE}.{name}" for change in refused for name in change.exercises}
    advice = tuple(one for one in plan.advice if one.action not in harder)
    return _refused(replace(plan, changes=tuple(changes), sessions=sessions, advice=advice), "gate.law_7")


def _first_met(change: Change, plan: Plan) -> date:
    """Give the day on which a change began; of one to come that of a plan that has it, or of its opening."""
    has_it = any(_without(change, session) != session for session in plan.sessions)
    return change.begun_on or (plan.on if has_it else change.on)


def _without(change: Change, session: Session) -> Session:
    match change.kind:
        case ChangeKind.CADENCE:
            return replace(session, cadence_low_spm=None, cadence_high_spm=None, cadence_each_min=None)
        case ChangeKind.HILLS:
            return replace(session, hills=False, downhill=False)
        case ChangeKind.DOWNHILL:
            return replace(session, downhill=False)
        case ChangeKind.SPEED:
            return replace(session, speed=False)
        case ChangeKind.EXERCISE:
            kept = tuple(name for name in session.exercises if name not in change.exercises)
            return replace(session, exercises=kept)
        case ChangeKind.RUNNING_DAY | ChangeKind.NEW_SHOE:
            return session


def _one_run_less(sessions: tuple[Session, ...]) -> tuple[Session, ...]:
    runs = [session for session in sessions if session.kind is SessionKind.RUN]
    return tuple(_rest(session) if runs and session is runs[-1] else session for session in sessions)


def _rest_after_red(plan: Plan, colours: tuple[RunColour, ...], numbers: GateNumbers) -> Plan:
    """No run within two days of a red one."""
    hours = timedelta(hours=numbers.rest_hours_after_red.value)
    reds = [colour.on for colour in colours if colour.colour is Colour.RED]
    sessions = tuple(
        _rest(session)
        if _is_run(session) and any(timedelta(0) <= session.on - red <= hours for red in reds)
        else session
        for session in plan.sessions
    )
    broke = sessions != plan.sessions
    return _refused(replace(plan, sessions=sessions), "gate.rest_after_red") if broke else plan


def _within_caps(seen: Observations, plan: Plan, numbers: GateNumbers) -> Plan:
    """Law 8: no run above the plan's own caps, nor above the gate's."""
    most = Most(seen=seen, phase=plan.phase, numbers=numbers)
    held_to = own = math.inf if plan.caps.run_min is None else plan.caps.run_min
    sessions: list[Session] = []
    for session in sorted(plan.sessions, key=lambda one: one.on):
        if session.kind is not SessionKind.RUN and not session.running_min:
            sessions.append(session)
            continue
        held_to = min(most.of_run(session.on), own)
        # The plan's own cap on a week is that of today.
        week = plan.caps.week_min if session.on == plan.on else None
        short = _shortened(session, min(held_to, most.left_of_week(session.on, own=week)))
        if plan.caps.run_m is not None and not (short.cap_m is not None and short.cap_m <= plan.caps.run_m):
            short = replace(short, cap_m=plan.caps.run_m)
        sessions.append(short)
        if _is_run(short):
            most.add(session.on, short.running_min)
    limited = replace(plan, sessions=tuple(sessions))
    if [one.running_min for one in sessions] != [one.running_min for one in plan.sessions]:
        # What is said to be the most for one run is what the last of the sessions is held to.
        limited = replace(limited, caps=replace(plan.caps, run_min=round(held_to, 2)))
    return plan if limited == plan else _refused(limited, "gate.law_8")


def _shortened(session: Session, most: float) -> Session:
    """Shorten a run to a cap, or take it out where nothing is left."""
    if session.running_min <= most + ROUNDING_MIN and session.kind is SessionKind.RUN:
        return session
    if most + ROUNDING_MIN < 1 or session.kind is not SessionKind.RUN:
        return _rest(session)
    minutes = float(int(most + ROUNDING_MIN))
    less = session.running_min - minutes
    short = replace(session, running_min=minutes, duration_min=max(session.duration_min - less, minutes))
    return replace(short, blocks=_shorter_blocks(session, minutes))


def _shorter_blocks(session: Session, minutes: float) -> tuple[Block, ...]:
    """Leave out what is too much, whole repeats first; what is left of the last one is cut."""
    blocks = []
    left = minutes
    for block in session.blocks:
        run_min = min(block.run_min, left)
        times = min(block.times, int(left // run_min)) if run_min else 0
        if times:
            blocks.append(replace(block, times=times, run_min=run_min))
            left -= times * run_min
    return tuple(blocks)


def _stood_still(plan: Plan) -> Plan:
    """Take out running, and leave the rest."""
    sessions = tuple(_rest(session) if _is_run(session) else session for session in plan.sessions)
    return replace(plan, may_run=False, sessions=sessions, advances=False, advanced_on=())


def _has_run(plan: Plan) -> bool:
    return any(_is_run(session) for session in plan.sessions)


def _is_run(session: Session) -> bool:
    return session.kind is SessionKind.RUN or session.running_min > 0


def _rest(session: Session) -> Session:
    """Leave nothing of a day but its exercises, which are judged apart."""
    return Session(on=session.on, kind=SessionKind.REST, exercises=session.exercises, circuit=session.circuit)


def _refused(plan: Plan, rule: str) -> Plan:
    return plan if rule in plan.refused else replace(plan, refused=(*plan.refused, rule))
