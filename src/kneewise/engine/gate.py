"""The gate: refuses any plan that breaks a law, whoever made it.

Written apart from the rooms and from ``plan.py``: it knows the nouns and its own hard maxima, looks at the
observations itself, and only ever takes out or makes shorter. What it did is in ``Plan.refused``.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from kneewise.engine.gate_numbers import GateNumbers
from kneewise.model.findings import Assessment, Colour, Urgency
from kneewise.model.observations import DiaryEntry, Observations, TimedScore
from kneewise.model.plan import Block, Change, ChangeKind, Phase, Plan, RunColour, Session, SessionKind

ONE_DAY = timedelta(days=1)
WEEK = timedelta(days=7)
ROUNDING_MIN = 0.01
RED_FLAGS = "red_flags"
EXERCISE = "strength"
"""Before the name of an exercise it is the action that advises it."""
BESIDE_URGENT_CARE = frozenset({"log.keep", "recovery.sleep"})
GROWN = frozenset({Phase.BUILD, Phase.MAINTAIN})


def gate(
    seen: Observations,
    found: Assessment,
    proposed: Plan,
    *,
    colours: tuple[RunColour, ...] = (),
    numbers: GateNumbers,
) -> Plan:
    """Let through what breaks no law; take out the rest."""
    plan = _worst_urgency(found, proposed)
    plan = _nothing_but_what_is_left(plan)
    plan = _nothing_unasked(seen, found, plan)
    plan = _no_step_on_unknown(seen, plan, colours, numbers)
    plan = _not_before_its_time(seen, plan, numbers)
    plan = _one_change_a_week(seen, plan, numbers)
    plan = _rest_after_red(plan, colours, numbers)
    plan = _within_caps(seen, plan, numbers)
    return replace(plan, may_run=plan.may_run and _has_run(plan))


def _worst_urgency(found: Assessment, plan: Plan) -> Plan:
    """The worst flag wins, whatever a room or the plan made of it."""
    flags = [flag.urgency for flag in found.safety.flags]
    worst = max([plan.urgency, found.safety.urgency, *flags], default=Urgency.NONE)
    return plan if worst == plan.urgency else _refused(replace(plan, urgency=worst), "gate.urgency")


def _nothing_but_what_is_left(plan: Plan) -> Plan:
    """Law 1: from within days on there is no run, no drill, no exercise and no bike."""
    if not plan.urgency.stops_running:
        return plan
    sessions = tuple(Session(on=session.on, kind=SessionKind.REST) for session in plan.sessions)
    urgent = plan.urgency >= Urgency.SAME_DAY
    advice = tuple(
        one
        for one in plan.advice
        if one.room == RED_FLAGS or (one.action in BESIDE_URGENT_CARE if urgent else one.daily_life)
    )
    broke = plan.may_run or sessions != plan.sessions or advice != plan.advice or bool(plan.changes)
    kept = replace(plan, may_run=False, sessions=sessions, advice=advice, advances=False, advanced_on=())
    kept = replace(kept, changes=())
    return _refused(kept, "gate.law_1") if broke else kept


def _nothing_unasked(seen: Observations, found: Assessment, plan: Plan) -> Plan:
    """Law 2: never screened, something to be asked, or paused: everything but running."""
    safety = found.safety
    waits = seen.started_on is None or bool(safety.ask) or safety.paused or not safety.may_run
    if not waits or not (plan.may_run or _has_run(plan)):
        return plan
    return _refused(_stood_still(plan), "gate.law_2")


def _no_step_on_unknown(
    seen: Observations, plan: Plan, colours: tuple[RunColour, ...], numbers: GateNumbers
) -> Plan:
    """Law 10: nothing goes on with fewer fully answered good runs behind it than it needs."""
    if not plan.advances:
        return plan
    earned = [colour for colour in plan.advanced_on if _is_good(colour, seen, colours)]
    by_side = {colour.side: 0 for colour in plan.advanced_on}
    for colour in earned:
        by_side[colour.side] += 1
    enough = by_side and all(count >= numbers.greens_least.value for count in by_side.values())
    if enough and len(earned) == len(plan.advanced_on):
        return plan
    return _refused(_stood_still(plan), "gate.law_10")


def _is_good(colour: RunColour, seen: Observations, colours: tuple[RunColour, ...]) -> bool:
    """Whether a run went well by every answer that a colour needs, and by the diary itself."""
    if colour.colour not in {Colour.GREEN, Colour.NEUTRAL} or colour.missing:
        return False
    if any(_same(colour, other) and other.colour is not colour.colour for other in colours):
        return False
    entries = [entry for entry in seen.entries if entry.on == colour.on and entry.side is colour.side]
    return any(_is_answered(entry) for entry in entries)


def _same(one: RunColour, other: RunColour) -> bool:
    return (one.on, one.side, one.activity_id) == (other.on, other.side, other.activity_id)


def _is_answered(entry: DiaryEntry) -> bool:
    """A rest day speaks by its morning; a run needs every answer."""
    if not entry.about_run:
        return _known(entry.morning)
    scores = (entry.during, entry.after_60min, entry.morning)
    return all(_known(score) for score in scores) and entry.limp is False and entry.painkiller is False


def _known(score: TimedScore | None) -> bool:
    return score is not None and score.value is not None


def _not_before_its_time(seen: Observations, plan: Plan, numbers: GateNumbers) -> Plan:
    """Laws 7 and 10: nothing after Calm too early or unanswered, no hills and no speed before Build."""
    if plan.phase not in GROWN and any(session.hills or session.speed for session in plan.sessions):
        plain = tuple(replace(session, hills=False, speed=False) for session in plan.sessions)
        plan = _refused(replace(plan, sessions=plain), "gate.law_7")
    if plan.phase in {Phase.TRIAGE, Phase.CALM} or seen.started_on is None or not _has_run(plan):
        return plan
    early = (seen.on - seen.started_on).days < numbers.calm_least_days.value
    answered = {entry.on for entry in seen.entries if entry.on >= seen.started_on and _is_answered(entry)}
    if not early and len(answered) >= numbers.greens_least.value:
        return plan
    return _refused(_stood_still(plan), "gate.law_10")


def _one_change_a_week(seen: Observations, plan: Plan, numbers: GateNumbers) -> Plan:
    """Law 7: of two changes within seven days the later one goes, and what it brought with it.

    Shoes are first used by the runner, not by the plan; they delay and are never taken back.
    """
    span = timedelta(days=numbers.change_days.value)
    shoe = seen.newest_shoe_first_used
    kept: list[date] = [] if shoe is None else [shoe[1]]
    refused: list[Change] = []
    changes = []
    for change in sorted(plan.changes, key=lambda one: one.on):
        own = change.kind is not ChangeKind.NEW_SHOE
        if own and any(abs(change.on - on) < span for on in kept):
            refused.append(change)
            continue
        kept.append(change.on)
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


def _without(change: Change, session: Session) -> Session:
    match change.kind:
        case ChangeKind.CADENCE:
            return replace(session, cadence_low_spm=None, cadence_high_spm=None)
        case ChangeKind.HILLS:
            return replace(session, hills=False)
        case ChangeKind.SPEED:
            return replace(session, speed=False)
        case ChangeKind.NEW_SHOE:
            return replace(session, shoe="")
        case ChangeKind.EXERCISE:
            kept = tuple(name for name in session.exercises if name not in change.exercises)
            return replace(session, exercises=kept)
        case ChangeKind.RUNNING_DAY:
            return session


def _one_run_less(sessions: tuple[Session, ...]) -> tuple[Session, ...]:
    runs = [session for session in sessions if session.kind is SessionKind.RUN]
    return tuple(_rest(session) if runs and session is runs[-1] else session for session in sessions)


def _rest_after_red(plan: Plan, colours: tuple[RunColour, ...], numbers: GateNumbers) -> Plan:
    """No run within two days of a red one."""
    hours = timedelta(hours=numbers.rest_hours_after_red.value)
    reds = [colour.on for colour in colours if colour.colour is Colour.RED]

    def fits(session: Session) -> bool:
        return not any(timedelta(0) <= session.on - red <= hours for red in reds)

    return _keep_runs(plan, fits, "gate.rest_after_red")


def _within_caps(seen: Observations, plan: Plan, numbers: GateNumbers) -> Plan:
    """Law 8: no run above the plan's own caps, nor above the gate's."""
    most = _hard_run_cap(seen, plan, numbers)
    week = _hard_week_cap(seen, plan, numbers)
    loads = [(run.on, run.load_min) for run in seen.activities if run.is_run]
    sessions: list[Session] = []
    for session in sorted(plan.sessions, key=lambda one: one.on):
        if session.kind is not SessionKind.RUN and not session.running_min:
            sessions.append(session)
            continue
        so_far = sum(load for day, load in loads if session.on - WEEK < day < session.on)
        left = max(week - so_far, 0.0) if week is not None else most
        short = _shortened(session, min(most, left, _others(session.on, plan, loads, numbers)))
        if plan.caps.run_m is not None and (short.cap_m is None or short.cap_m > plan.caps.run_m):
            short = replace(short, cap_m=plan.caps.run_m)
        loads.append((session.on, short.running_min))
        sessions.append(short)
    broke = [one.running_min for one in sessions] != [one.running_min for one in plan.sessions]
    limited = replace(plan, sessions=tuple(sessions))
    return _refused(limited, "gate.law_8") if broke else limited


def _others(on: date, plan: Plan, loads: Sequence[tuple[date, float]], numbers: GateNumbers) -> float:
    """The other runs of the seven days that end on a day, all together, once there are some."""
    others = [load for day, load in loads if on - WEEK < day < on]
    several = plan.phase in GROWN and len(others) >= numbers.others_least.value
    return sum(others) if several else math.inf


def _hard_run_cap(seen: Observations, plan: Plan, numbers: GateNumbers) -> float:
    """The lesser of the plan's own cap and of the hard maximum by the longest run lately.

    On the ladder and in Calm the stage is the measure, so only its own hard maximum and the plan's hold.
    """
    opens = seen.on - timedelta(days=numbers.run_more_days.value)
    since = max(opens, seen.started_on or opens)
    longest = max((minutes for on, minutes in _answered_runs(seen) if on >= since), default=0.0)
    hard = longest * (1 + numbers.run_more_percent.value / 100)
    usual = seen.baseline.run_min if seen.baseline is not None else 0.0
    match plan.phase:
        case Phase.TRIAGE:
            hard = 0.0
        case Phase.CALM:
            hard = usual
        case Phase.WALK_RUN:
            hard = numbers.run_most_unmeasured_min.value
        case Phase.BUILD | Phase.MAINTAIN:
            hard = hard or numbers.run_most_unmeasured_min.value
    own = plan.caps.run_min
    return hard if own is None else min(hard, own)


def _answered_runs(seen: Observations) -> list[tuple[date, float]]:
    """Running minutes of every run with all its answers given, no limp and no painkiller."""
    return [
        (entry.on, entry.activity.running_min or 0.0)
        for entry in seen.entries
        if entry.activity is not None and entry.activity.is_run and _is_answered(entry)
    ]


def _hard_week_cap(seen: Observations, plan: Plan, numbers: GateNumbers) -> float | None:
    """The hard maximum of seven days: by the largest week lately, or a little more than it."""
    if plan.phase not in {Phase.BUILD, Phase.MAINTAIN}:
        return None
    loads: dict[date, float] = {}
    for run in seen.activities:
        if run.is_run and run.on >= seen.on - WEEK * numbers.week_weeks.value:
            loads[run.on] = loads.get(run.on, 0.0) + run.load_min
    weeks = [sum(loads.get(day - ONE_DAY * back, 0.0) for back in range(WEEK.days)) for day in loads]
    base = max(weeks, default=0.0)
    return max(base * (1 + numbers.week_more_percent.value / 100), base + numbers.week_more_min.value)


def _shortened(session: Session, most: float) -> Session:
    """Shorten a run to a cap, or take it out where nothing is left."""
    if session.running_min <= most + ROUNDING_MIN and session.kind is SessionKind.RUN:
        return session
    minutes = float(int(most + ROUNDING_MIN))
    if minutes < 1 or session.kind is not SessionKind.RUN:
        return _rest(session)
    less = session.running_min - minutes
    short = replace(session, running_min=minutes, duration_min=max(session.duration_min - less, minutes))
    return replace(short, blocks=_shorter_blocks(session, minutes))


def _shorter_blocks(session: Session, minutes: float) -> tuple[Block, ...]:
    """Leave out whole repeats until the running fits; a run in one go is cut."""
    blocks = []
    left = minutes
    for block in session.blocks:
        times = min(block.times, int(left // block.run_min)) if block.times > 1 and block.run_min else 1
        run_min = block.run_min if block.times > 1 else min(block.run_min, left)
        if times and run_min:
            blocks.append(replace(block, times=times, run_min=run_min))
            left -= times * run_min
    return tuple(blocks)


def _keep_runs(plan: Plan, fits: Callable[[Session], bool], rule: str) -> Plan:
    sessions = tuple(
        _rest(session) if session.kind is SessionKind.RUN and not fits(session) else session
        for session in plan.sessions
    )
    if sessions == plan.sessions:
        return plan
    return _refused(replace(plan, sessions=sessions), rule)


def _stood_still(plan: Plan) -> Plan:
    """Take out running, and leave the rest."""
    sessions = tuple(_rest(session) if _is_run(session) else session for session in plan.sessions)
    return replace(plan, may_run=False, sessions=sessions, advances=False, advanced_on=())


def _has_run(plan: Plan) -> bool:
    return any(_is_run(session) for session in plan.sessions)


def _is_run(session: Session) -> bool:
    return session.kind is SessionKind.RUN or session.running_min > 0


def _rest(session: Session) -> Session:
    return (
        session
        if session.kind is SessionKind.REST and not session.running_min
        else Session(
            on=session.on, kind=SessionKind.REST, exercises=session.exercises, circuit=session.circuit
        )
    )


def _refused(plan: Plan, rule: str) -> Plan:
    return plan if rule in plan.refused else replace(plan, refused=(*plan.refused, rule))
