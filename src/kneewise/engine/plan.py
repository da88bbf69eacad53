"""Balance: one proposal for seven days out of the way so far and what every room advises."""

from collections.abc import Mapping
from datetime import date, timedelta

from kneewise.engine.assess import advise
from kneewise.engine.begun import keeps_waiting, planned_for
from kneewise.engine.cadence import band_on, end_of_block
from kneewise.engine.caps import ONE_DAY, single_run_metres
from kneewise.engine.care import advice_of_way, urgency_of_way
from kneewise.engine.colours import too_sore_to_run
from kneewise.engine.exercise_days import with_exercises
from kneewise.engine.frame import UNSWAPPED, Frame
from kneewise.engine.goal import goal_of
from kneewise.engine.home_tests import home_tests
from kneewise.engine.house import HouseNumbers
from kneewise.engine.knee import Knee, is_resting
from kneewise.engine.missing import missing
from kneewise.engine.moves import plan_moved
from kneewise.engine.reasons import reasons, would_change
from kneewise.engine.shoes import pairs_in_turn
from kneewise.engine.shorter import next_run_most_min, why_none, why_shorter
from kneewise.engine.way import Way
from kneewise.engine.week import Extras, run_limit, week_limit
from kneewise.guide import tips
from kneewise.model.cadence import TargetBand
from kneewise.model.evidence import Reason, because, of_side
from kneewise.model.findings import Assessment, Urgency
from kneewise.model.observations import Observations, TimedScore
from kneewise.model.places import Side
from kneewise.model.plan import (
    PLAN_DAYS,
    Advice,
    Caps,
    Change,
    ChangeKind,
    HomeTest,
    Phase,
    Plan,
    RunColour,
    Session,
    SessionKind,
)
from kneewise.model.sport import Sport

CALM_ROOM = "step2_load"
CADENCE_ROOM = "step3_cadence"
SWAPS = frozenset({Sport.CYCLING, Sport.SWIMMING})
EXERCISES = frozenset({"step4_strength", "step5_ankle"})
LATER = "tip.circuit"
"""What the tips say of the circuit while it lies ahead."""
BESIDE_CARE = frozenset({"log.keep", "recovery.sleep"})


def never_screened(seen: Observations, found: Assessment, numbers: HouseNumbers) -> Plan:
    """Propose nothing but the questions."""
    return Plan(
        on=seen.on,
        may_run=False,
        urgency=found.safety.urgency,
        phase=Phase.TRIAGE,
        sessions=tuple(_rest(seen.on, number) for number in range(PLAN_DAYS)),
        caps=Caps(run_min=0.0, run_m=None, week_min=0.0),
        advice=tuple(one for one in advise(found, numbers) if one.room == "red_flags"),
        because=found.safety.because,
        would_change=("change.answers",),
        ask=found.safety.ask,
    )


def propose(way: Way, frame: Frame, numbers: HouseNumbers) -> Plan:
    """Put sessions, caps, changes, advice and reasons together; the gate looks at it afterwards."""
    seen, found = frame.seen, frame.found
    urgency = max(found.safety.urgency, urgency_of_way(way, frame))
    sore = (*_sore_today(frame), *_limping(way, frame, numbers))
    running = found.safety.may_run and not urgency.stops_running
    bands = _bands(way, frame)
    band = bands.get(seen.on)
    paused = found.safety.paused and not found.safety.ask and not urgency.stops_running
    extras = _extras(way, frame, numbers, sore, bands=bands, running=running, paused=paused)
    planned = tuple(planned_for(knee, way.held) for knee in way.knees)
    sessions, moves = plan_moved(planned, frame, extras)
    if not urgency.stops_running:
        sessions = with_exercises(sessions, frame, numbers)
    of_week = (
        *why_shorter(sessions[0], planned, frame, numbers),
        *why_none(sessions[0], planned, frame, extras),
    )
    worse = way.worse
    gained = () if urgency.stops_running else _gained(way, seen.on)
    may_run = running and any(session.kind is SessionKind.RUN for session in sessions)
    return Plan(
        on=seen.on,
        may_run=may_run,
        urgency=urgency,
        phase=worse.phase,
        stage=_stage(worse),
        sessions=sessions,
        caps=_caps(way, frame, worse, extras.next_run_most_min),
        changes=() if urgency.stops_running else _changes(way, frame),
        advances=bool(gained),
        advanced_on=gained,
        advice=_advice(way, frame, numbers, urgency, band=band),
        because=reasons(way, frame, (*sore, *of_week)),
        would_change=would_change(way, urgency, frame),
        missing=missing(way, frame),
        ask=found.safety.ask,
        moves=moves,
        goal=goal_of(way, frame, extras, numbers),
        home_tests=() if urgency.stops_running or _nothing_is_tried(frame) else _home_tests(way, frame),
    )


def _nothing_is_tried(frame: Frame) -> bool:
    """Whether nobody is asked to hop: on ill days, and while more than an answer holds running back."""
    return frame.seen.on in frame.ill_days or frame.found.safety.on_hold


def _home_tests(way: Way, frame: Frame) -> tuple[HomeTest, ...]:
    """Say of each knee in Calm what has to go well at home before it ends."""
    calm = (knee for knee in way.knees if knee.phase is Phase.CALM)
    green_of, on = frame.found.pain.green_of, frame.seen.on
    return tuple(test for knee in calm for test in home_tests(knee, on, green_of(knee.side), frame))


def _rest(on: date, number: int) -> Session:
    return Session(on=on + timedelta(days=number), kind=SessionKind.REST)


def _sore_today(frame: Frame) -> tuple[Reason, ...]:
    """Why today begins too sore to run, by each sore knee's score before or of this morning."""
    seen = frame.seen
    lately = [entry for entry in seen.entries if (seen.on - entry.on).days <= 1]
    green_of, two = frame.found.pain.green_of, len(seen.sore_sides) > 1
    found = [
        (too_sore_to_run(entry, green_of(entry.side), seen.on, frame.numbers), entry.side) for entry in lately
    ]
    said = ((reason, side) for reason, side in found if reason is not None)
    return tuple(of_side(reason, side) if two else reason for reason, side in said)


def _limping(way: Way, frame: Frame, numbers: HouseNumbers) -> tuple[Reason, ...]:
    """Why there is no run today after a limp that was told of no run; in Calm the load says so."""
    if not frame.found.load.limp_told or way.worse.phase is Phase.CALM:
        return ()
    return (because("step2_load.walking_only", numbers.step2_load.walk_before_from_0_10, limp=True),)


def _green_line(frame: Frame) -> int:
    """Give the green line that a run is held to: the lowest of the sore knees."""
    pain = frame.found.pain
    return min((pain.green_of(side) for side in frame.seen.sore_sides), default=pain.green_pain_0_10)


def _stage(knee: Knee) -> int:
    match knee.phase:
        case Phase.TRIAGE:
            return 0
        case Phase.CALM:
            return knee.depth
        case Phase.WALK_RUN:
            return knee.rung
        case Phase.BUILD | Phase.MAINTAIN:
            return knee.steps


def _bands(way: Way, frame: Frame) -> Mapping[date, TargetBand]:
    """Give the band of steps a minute of each day, while the block is on and has not been dropped."""
    began_on = way.cadence_on
    held = any(one.kind is ChangeKind.CADENCE for one in way.held)
    if began_on is None or held or end_of_block(began_on, frame) is not None:
        return {}
    days = (frame.seen.on + ONE_DAY * number for number in range(PLAN_DAYS))
    return {on: band for on in days if (band := band_on(on, began_on, frame)) is not None}


def _extras(
    way: Way,
    frame: Frame,
    numbers: HouseNumbers,
    sore: tuple[Reason, ...],
    *,
    bands: Mapping[date, TargetBand],
    running: bool,
    paused: bool,
) -> Extras:
    calm = any(knee.phase is Phase.CALM and knee.depth < UNSWAPPED for knee in way.knees)
    return Extras(
        running=running,
        paused=paused,
        sore_today=bool(sore),
        green=_green_line(frame),
        warm_up_min=numbers.tips.warm_up_min.values[-1],
        soft_runs=int(numbers.tips.soft_per_week.values[0]),
        swaps=frame.found.load.swap_runs if calm else 0,
        swap_min=frame.found.load.swap_min or 0.0,
        swapped_days=_swapped_days(frame) if calm else (),
        outer_pain_ends=frame.found.pain.band,
        next_run_most_min=next_run_most_min(frame),
        swaps_rest=_bike_after_red(way, frame),
        shoes=pairs_in_turn(frame.seen, frame.numbers),
        bands=bands,
        first_band_each_min=numbers.step3_cadence.minute_of_each.value,
    )


def _swapped_days(frame: Frame) -> tuple[date, ...]:
    """Name the days since the start with a ride or a swim that was long enough to stand for a run."""
    seen, load = frame.seen, frame.found.load
    least = (load.swap_min or 0.0) * frame.numbers.planned_share.value / 100
    made = (one for one in seen.activities if one.sport in SWAPS and seen.started_on is not None)
    days = {one.on for one in made if one.load_min >= least and one.on >= (seen.started_on or seen.on)}
    return tuple(sorted(days)) if load.swap_runs else ()


def _bike_after_red(way: Way, frame: Frame) -> bool:
    """Whether the rest days after a red may hold bike or pool: this morning's pain is known and low."""
    resting = [knee for knee in way.knees if is_resting(knee, frame.seen.on, frame.numbers)]
    settings = frame.seen.settings
    if not resting or not (settings.has_bike or settings.has_pool):
        return False
    return all(
        knee.bad_on == knee.red_on
        and any(
            score.value is not None and score.value <= frame.numbers.swap_pain_most.value
            for score in _mornings_of_today(knee.side, frame)
        )
        for knee in resting
    )


def _mornings_of_today(side: Side, frame: Frame) -> list[TimedScore]:
    mornings = [entry.morning for entry in frame.seen.entries if entry.side is side]
    return [score for score in mornings if score is not None and score.at.date() == frame.seen.on]


def _gained(way: Way, on: date) -> tuple[RunColour, ...]:
    """What a step on rests on, where the way went on today."""
    return tuple(colour for knee in way.knees if knee.advanced_on == on for colour in knee.advanced_by)


def _caps(way: Way, frame: Frame, worse: Knee, next_run_min: float | None) -> Caps:
    on, most = frame.seen.on, run_limit(way.knees, frame.seen.on, frame)
    building = worse.phase in {Phase.BUILD, Phase.MAINTAIN}
    week = week_limit(way.knees, on, frame)
    return Caps(
        run_min=round(most, 2),
        run_m=single_run_metres(worse, on, frame) if building else None,
        week_min=None if week is None else round(week, 2),
        next_run_min=None
        if next_run_min is None or next_run_min >= most
        else _run_or_walk(next_run_min, frame),
    )


def _run_or_walk(minutes: float, frame: Frame) -> float:
    """Give the minutes of a run; 0 where it is so short that it is a walk."""
    return round(minutes, 2) if minutes >= frame.numbers.run_least_min.value else 0.0


def _changes(way: Way, frame: Frame) -> tuple[Change, ...]:
    """List the changes that keep the next one waiting; no running day for which there is no weekday."""
    waiting = (one for one in way.begun.changes if keeps_waiting(one, frame.seen.on, frame.numbers))
    no_weekday = min(knee.days for knee in way.knees) > len(frame.weekdays)
    return tuple(one for one in waiting if one.kind is not ChangeKind.RUNNING_DAY or not no_weekday)


def _advice(
    way: Way, frame: Frame, numbers: HouseNumbers, urgency: Urgency, *, band: TargetBand | None
) -> tuple[Advice, ...]:
    advised = advise(frame.found, numbers, band=band)
    if urgency >= Urgency.SAME_DAY:
        return tuple(one for one in advised if one.room == "red_flags" or one.action in BESIDE_CARE)
    if urgency.stops_running:
        kept = tuple(one for one in advised if one.daily_life)
        return (*advice_of_way(way, frame), *kept)
    calm, maintains = way.worse.phase is Phase.CALM, way.worse.phase is Phase.MAINTAIN
    kept = tuple(
        one
        for one in advised
        if (one.room != CALM_ROOM or calm)
        and (one.room != CADENCE_ROOM or band is not None)
        and (one.action != LATER or not maintains)
        and (one.room not in EXERCISES or frame.seen.on not in frame.ill_days)
    )
    circuit = tips.advise_circuit(numbers.tips) if maintains else ()
    return (*advice_of_way(way, frame), *kept, *circuit)
