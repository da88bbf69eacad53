"""Why the plan is what it is, and what would change it: identifiers with the numbers they rest on."""

from datetime import date

from kneewise.engine.calm import DEPTHS
from kneewise.engine.caps import (
    allowed_minutes,
    days_ill_since_run,
    is_shorter_for_gap,
    last_run_before,
    whole_days_without,
)
from kneewise.engine.colours import is_hard
from kneewise.engine.frame import DEEPEST, Frame
from kneewise.engine.knee import Knee
from kneewise.engine.ladder import LOWEST, rung_minutes
from kneewise.engine.numbers import Numbers
from kneewise.engine.way import Way
from kneewise.guide import red_flags
from kneewise.model.evidence import Reason, because, because_row, of_side
from kneewise.model.findings import Colour, Urgency
from kneewise.model.plan import Phase

LATELY = 14
"""Of each knee the last colour is told where it is no older in days; nothing is decided by it."""

STANDS = frozenset(
    {"calm.until", "calm.until_walking", "ladder.below", "ladder.rung", "build.length", "maintain.length"}
)
"""What says where a knee stands."""

CLEARED = "change.clearance"
WELL = "change.well"
LIMP_TOLD, LIMP_IN_DIARY = "change.limp_told", "change.limp_in_diary"
PAUSES = {
    "red_flags.clinician_said_no": CLEARED,
    "red_flags.pills_before_runs": "change.no_pills",
    "red_flags.bone_earlier_alone": "change.asked_again",
    "red_flags.bone_walking_alone": "change.asked_again",
}
"""What ends each pause in which nothing is asked."""


def reasons(way: Way, frame: Frame, sore: tuple[Reason, ...]) -> tuple[Reason, ...]:
    """Give the reasons of the day: what stops, then the stage, then caps and the last colours."""
    if frame.found.safety.urgency.stops_running:
        return frame.found.safety.because
    knee = way.worse
    return (
        *frame.found.safety.because,
        *_bone_paused(way, frame),
        *_ill(frame),
        *sore,
        *(() if frame.seen.on in frame.ill_days else _of_the_worse(way, frame)),
        *_waits(knee, frame),
        *_last_colours(way, frame),
    )


def _bone_paused(way: Way, frame: Frame) -> tuple[Reason, ...]:
    number = frame.numbers.red_window_days
    return (because("events.red_twice_bone", number),) if way.bone_paused else ()


def _ill(frame: Frame) -> tuple[Reason, ...]:
    """Say that running waits for an illness, or how the first run after it is measured."""
    row, on = frame.numbers.gap_days, frame.seen.on
    if on in frame.ill_days:
        return (because_row("illness.waits", row),)
    ill = days_ill_since_run(on, frame)
    gone = whole_days_without(on, frame) or 0
    back = because_row("illness.back", row, seen=ill, limit=_met(gone, frame), without_days=gone)
    return (back,) if ill else ()


def _of_the_worse(way: Way, frame: Frame) -> tuple[Reason, ...]:
    """Give the reasons of the stage; of two sore knees, name the one that is less far."""
    knee = way.worse
    said = _stage(knee, way, frame)
    if not way.one_decides:
        return said
    return tuple(of_side(one, knee.side, decides=True) if one.rule in STANDS else one for one in said)


def _stage(knee: Knee, way: Way, frame: Frame) -> tuple[Reason, ...]:
    numbers = frame.numbers
    match knee.phase:
        case Phase.TRIAGE:
            return ()
        case Phase.CALM:
            plain = because("calm.no_downhill_no_speed", numbers.calm_least_days)
            days = (frame.seen.on - knee.since).days
            until = "calm.until_walking" if knee.depth >= DEEPEST else "calm.until"
            stay = because(until, numbers.calm_least_days, seen=days)
            return (
                *_no_usual_run(frame),
                *frame.found.load.because,
                plain,
                stay,
                *_deeper(knee, numbers, days),
            )
        case Phase.WALK_RUN if knee.rung < LOWEST:
            return (because("ladder.below", numbers.walk_min, greens=len(knee.greens)),)
        case Phase.WALK_RUN:
            minutes = rung_minutes(knee.rung, numbers)
            row, of_rung = numbers.rung_run_min, numbers.rung_run_min.values[knee.rung - 1]
            rung = because_row("ladder.rung", row, limit=of_rung, rung=knee.rung, running_min=minutes)
            greens = because("ladder.two_greens", numbers.greens_to_move, seen=len(knee.greens))
            return (rung, *_cut(knee, way, frame), greens)
        case Phase.BUILD | Phase.MAINTAIN:
            # Down, as the run itself: what is said to be its length is never more than it.
            run_min = int(allowed_minutes(knee, frame.seen.on, frame))
            length = because(f"{knee.phase.value}.length", numbers.build_step_percent, run_min=run_min)
            return (length, *_cut(knee, way, frame), *_growth(frame))


def _no_usual_run(frame: Frame) -> tuple[Reason, ...]:
    """Say why Calm is of walks where nothing is known of the usual running."""
    return () if frame.usual_min else (because("calm.usual_not_known", frame.numbers.walk_min),)


def _growth(frame: Frame) -> tuple[Reason, ...]:
    """Say by how much a run and a week may grow; where another pace was chosen, the guide's with it."""
    numbers, chosen = frame.numbers, frame.week_more_percent
    guide = numbers.week_more_percent
    other = {} if chosen == guide else {"guide_percent": guide.value}
    week = because("caps.week", chosen, **other)
    return (because("caps.single_run", numbers.run_more_percent), week)


def _cut(knee: Knee, way: Way, frame: Frame) -> tuple[Reason, ...]:
    """Say what the last red, or the ambers in a row, took off the length of Build until the next step."""
    building = knee.phase is Phase.BUILD
    stepped = knee.share >= 1 if building else (knee.advanced_on or knee.since) > knee.since
    if stepped:
        return ()
    numbers, cut_on = frame.numbers, knee.cut_on if building else knee.since
    cause = [one for one in way.colours if one.side is knee.side and one.on == cut_on]
    reds = [one for one in cause if one.colour is Colour.RED]
    if any(is_hard(one) for one in reds):
        return (because("events.cut_hard", numbers.red_back_hard_percent),)
    if reds:
        return (because("events.cut_red", numbers.red_back_percent),)
    ambers = building and any(one.colour is Colour.AMBER for one in cause)
    return (because("events.cut_ambers", numbers.amber_back_percent),) if ambers else ()


def _waits(knee: Knee, frame: Frame) -> tuple[Reason, ...]:
    numbers, on = frame.numbers, frame.seen.on
    found: list[Reason] = []
    if knee.paused_until is not None and on <= knee.paused_until:
        found.append(because("events.red_twice", numbers.red_pause_days, seen=len(knee.reds)))
    if knee.bad_on is not None and (on - knee.bad_on).days <= numbers.rest_days_after_bad.value:
        found.append(because("events.rest_after_bad", numbers.rest_days_after_bad))
    gap = whole_days_without(on, frame)
    shorter = knee.phase is not Phase.CALM or is_shorter_for_gap(knee, on, frame)
    if gap is None and knee.phase is Phase.CALM and frame.usual_min and shorter:
        found.append(because("caps.no_run", numbers.gap_most_min))
    if gap is not None and gap >= numbers.gap_days.values[0] and shorter:
        found.append(_gap(gap, frame))
    return tuple(found)


def _met(gap: int, frame: Frame) -> float:
    """Give the length of gap that so many days have reached, or the first of them."""
    lengths = frame.numbers.gap_days.values
    return max((days for days in lengths if days <= gap), default=lengths[0])


def _gap(gap: int, frame: Frame) -> Reason:
    """Say the days without a run, and those of an answer that tells of a later one: it makes none longer."""
    numbers, met = frame.numbers, _met(gap, frame)
    shares = dict(zip(numbers.gap_days.values, numbers.gap_shares_percent.values, strict=False))
    left = {"share_percent": shares[met]} if met in shares else {"most_min": numbers.gap_most_min.value}
    row, told_on = frame.numbers.gap_days, frame.seen.answers.get("last_run_on")
    last = last_run_before(frame.seen.on, frame)
    if isinstance(told_on, date) and last is not None and last < told_on <= frame.seen.on:
        told = (frame.seen.on - told_on).days
        return because_row("caps.gap_told", row, seen=gap, limit=met, told_days=told, **left)
    return because_row("caps.gap", row, seen=gap, limit=met, **left)


def _last_colours(way: Way, frame: Frame) -> tuple[Reason, ...]:
    """The last colour of each knee, where it was not green."""
    latest = {colour.side: colour for colour in way.colours if (frame.seen.on - colour.on).days <= LATELY}
    bad = [colour for colour in latest.values() if colour.colour in {Colour.AMBER, Colour.RED}]
    said = ((reason, colour.side) for colour in bad for reason in colour.because)
    return tuple(of_side(reason, side) if len(way.knees) > 1 else reason for reason, side in said)


def _deeper(knee: Knee, numbers: Numbers, days: int) -> tuple[Reason, ...]:
    """Say why Calm is quieter than it began: it did not end in its fortnight, or the one before did not."""
    if knee.deepened_on is None:
        return ()
    if knee.deepened_on < knee.since:
        is_by_it = knee.depth > DEPTHS.index(knee.irritability)
        return (because("calm.deeper_before", numbers.calm_deeper_days),) if is_by_it else ()
    return (because("calm.deeper", numbers.calm_deeper_days, seen=days),)


def would_change(way: Way, urgency: Urgency, frame: Frame) -> tuple[str, ...]:
    """Name what would change the answer, the nearest first."""
    safety, on = frame.found.safety, frame.seen.on
    pauses = tuple(dict.fromkeys(PAUSES[one.rule] for one in safety.because if one.rule in PAUSES))
    if urgency.stops_running:
        by_no = red_flags.all_clear_by_no(safety) and not (way.bone_paused or CLEARED in pauses)
        return (CLEARED, "change.no_twice") if by_no else (CLEARED,)
    if safety.ask:
        return ("change.answers", CLEARED) if CLEARED in pauses else ("change.answers",)
    if pauses:
        return pauses
    if on in frame.ill_days:
        return (WELL,)
    load, phase = frame.found.load, way.worse.phase
    # In Calm a limp told of a run keeps running out as well; later on that run is red, and that is all.
    told = (LIMP_TOLD,) if load.limp_told else ()
    in_diary = (LIMP_IN_DIARY,) if load.limp_in_diary and phase is Phase.CALM else ()
    return (*told, *in_diary, *_of_stage(way.worse))


def _of_stage(knee: Knee) -> tuple[str, ...]:
    match knee.phase:
        case Phase.TRIAGE:
            return ("change.answers",)
        case Phase.CALM if knee.depth >= DEEPEST:
            return ("change.calm_tests_walking", "change.sign")
        case Phase.CALM:
            return ("change.calm_tests", "change.red", "change.sign")
        case Phase.WALK_RUN | Phase.BUILD:
            return ("change.two_greens", "change.two_ambers", "change.red", "change.sign")
        case Phase.MAINTAIN:
            return ("change.two_ambers", "change.red", "change.sign")
