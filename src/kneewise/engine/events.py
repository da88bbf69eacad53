"""What follows a coloured run or morning (rules 4)."""

from dataclasses import replace
from datetime import date, timedelta

from kneewise.engine.caps import allowed_minutes, calm_minutes, single_run_cap
from kneewise.engine.colours import is_hard
from kneewise.engine.frame import DEEPEST, Frame
from kneewise.engine.knee import CountedRun, Knee, fresh_stage
from kneewise.engine.ladder import LOWEST, highest_not_above, nearest, rung_minutes
from kneewise.model.evidence import because
from kneewise.model.findings import Colour
from kneewise.model.plan import Phase, RunColour


def follow_run(knee: Knee, colour: RunColour, *, forward: bool, frame: Frame) -> Knee:
    """Take in a run's colour; ``forward`` says whether a good one may earn anything or end a row.

    Greens are gathered here; the step that they earn is taken on the next day's decision.
    """
    match colour.colour:
        case Colour.GREEN if not forward:
            return knee
        case Colour.GREEN:
            greens = (*knee.greens, colour)
            return replace(knee, greens=greens, unknown_row=0, neutral_row=0, amber_row=0, plain=False)
        case Colour.NEUTRAL:
            # It stays between two greens, and so does an unknown before it: two of those break the greens.
            held = replace(knee, neutral_row=knee.neutral_row + 1)
            return replace(held, amber_row=0) if forward else held
        case Colour.UNKNOWN:
            row = knee.unknown_row + 1
            broken = row >= frame.numbers.unknown_row.value
            return replace(knee, unknown_row=row, greens=() if broken else knee.greens)
        case Colour.AMBER | Colour.RED:
            return follow_bad(knee, colour, frame)


def with_run(knee: Knee, run: CountedRun, colour: RunColour) -> Knee:
    """Keep a run beside what follows of its colour; a green one as long as the measure replaces it."""
    replaces = run.went_well and run.colour is Colour.GREEN and (run.minutes or 0) >= (knee.measure_min or 0)
    return replace(
        knee,
        runs=(*knee.runs, run),
        coloured=(*knee.coloured, None if run.colour is Colour.UNKNOWN else colour),
        gap_min=knee.gap_min if run.walk else None,
        measure_min=None if replaces else knee.measure_min,
    )


def row_of_neutrals(knee: Knee, colour: RunColour, frame: Frame) -> RunColour:
    """Turn a neutral into an amber where it is the third in a row; only a green ends the row."""
    number = frame.numbers.neutral_row
    if colour.colour is not Colour.NEUTRAL or knee.neutral_row + 1 < number.value:
        return colour
    row = because("colour.neutral_row", number, seen=knee.neutral_row + 1)
    return replace(colour, colour=Colour.AMBER, because=(row, *colour.because))


def follow_bad(knee: Knee, colour: RunColour, frame: Frame) -> Knee:
    """Take in an amber or a red, of a run or of a rest day's morning; anything else changes nothing."""
    match colour.colour:
        case Colour.AMBER:
            return _amber(knee, colour.on, frame)
        case Colour.RED:
            return _red(knee, colour, frame)
        case Colour.GREEN | Colour.NEUTRAL | Colour.UNKNOWN:
            return knee


def _amber(knee: Knee, on: date, frame: Frame) -> Knee:
    row = knee.amber_row + 1
    knee = replace(knee, amber_row=row, greens=(), unknown_row=0, bad_on=on, plain=True, green_weeks=0)
    if row < frame.numbers.amber_row.value:
        return knee
    numbers = frame.numbers
    return step_back(
        knee,
        on,
        frame,
        rungs=int(numbers.amber_back_rungs.value),
        percent=numbers.amber_back_percent.value,
    )


def _red(knee: Knee, colour: RunColour, frame: Frame) -> Knee:
    numbers, on = frame.numbers, colour.on
    window = timedelta(days=numbers.red_window_days.value)
    again = any(on - window <= red <= on for red in knee.reds)
    percent = numbers.red_back_hard_percent if is_hard(colour) else numbers.red_back_percent
    back = step_back(knee, on, frame, rungs=int(numbers.red_back_rungs.value), percent=percent.value)
    pause = on + timedelta(days=numbers.red_pause_days.value)
    return replace(
        back,
        bad_on=on,
        red_on=on,
        reds=(*knee.reds, on),
        measure_min=back.length_min if back.phase is Phase.BUILD else None,
        greens=(),
        green_weeks=0,
        plain=True,
        paused_until=pause if again else knee.paused_until,
        pauses=(*knee.pauses, on) if again else knee.pauses,
    )


def step_back(knee: Knee, on: date, frame: Frame, *, rungs: int, percent: float) -> Knee:
    """Go back by rungs or by a share of the smaller of the stage and the cap in force.

    What a gap takes next, it takes of what is left.
    """
    left = 1 - percent / 100
    knee = replace(knee, gap_min=None)
    match knee.phase:
        case Phase.TRIAGE:
            return knee
        case Phase.CALM:
            return _shorter_calm(knee, on, left, frame)
        case Phase.WALK_RUN:
            return fresh_stage(replace(knee, rung=max(knee.rung - rungs, 0)))
        case Phase.BUILD | Phase.MAINTAIN:
            cut = cut_build(knee, on, allowed_minutes(knee, on, frame) * left, frame)
            return replace(cut, share=knee.share * left) if cut.phase is Phase.BUILD else cut


def cut_build(knee: Knee, on: date, minutes: float, frame: Frame) -> Knee:
    """Shorten a Build run; below the least it goes to the ladder, and below that to a walk."""
    numbers = frame.numbers
    if minutes >= numbers.build_least_min.value:
        phase = Phase.BUILD
        since = knee.since if knee.phase is phase else on
        return fresh_stage(replace(knee, phase=phase, since=since, length_min=minutes, cut_on=on))
    rung = highest_not_above(minutes, numbers)
    return fresh_stage(to_ladder(knee, on, rung, frame))


def to_ladder(knee: Knee, on: date, rung: int, frame: Frame) -> Knee:
    """Put a knee on a rung."""
    days = min(int(frame.numbers.ladder_days.value), frame.usual_days)
    return replace(
        knee,
        phase=Phase.WALK_RUN,
        since=on,
        rung=rung,
        share=1.0,
        days=days,
        measure_min=None,
        hills_up=False,
        hills_down=False,
        speed=False,
        green_weeks=0,
    )


def _shorter_calm(knee: Knee, on: date, left: float, frame: Frame) -> Knee:
    minutes, allowed = calm_minutes(knee, frame), allowed_minutes(knee, on, frame)
    left *= allowed / minutes if allowed < minutes else 1.0
    return or_walking(fresh_stage(replace(knee, share=knee.share * left, cut_on=on)), frame)


def or_walking(knee: Knee, frame: Frame) -> Knee:
    """Where a calm run would be too short to be one, Calm is walking only, and its walks lead out of it."""
    least = frame.numbers.run_least_min.value
    return knee if calm_minutes(knee, frame) >= least else replace(knee, depth=DEEPEST)


def shrink_for_gap(knee: Knee, on: date, gap: int, frame: Frame) -> Knee:
    """After so many whole days without a run the length falls, once for each of the three lengths of gap."""
    lengths = frame.numbers.gap_days.values
    return _shrink(knee, on, lengths.index(gap), frame) if gap in lengths else knee


def begin_after_gap(knee: Knee, on: date, gap: int, frame: Frame) -> Knee:
    """A phase that begins within a gap begins at what the gap has left of the length by then.

    On the ladder that is the lowest rung at the least, where Calm ends in any case.
    """
    met = [which for which, days in enumerate(frame.numbers.gap_days.values) if days <= gap]
    shorter = _shrink(knee, on, met[-1], frame) if met else knee
    if shorter.phase is Phase.BUILD:
        return replace(shorter, measure_min=shorter.length_min)
    return replace(shorter, rung=max(shorter.rung, LOWEST)) if shorter.phase is Phase.WALK_RUN else shorter


def _shrink(knee: Knee, on: date, which: int, frame: Frame) -> Knee:
    numbers = frame.numbers
    if knee.phase not in {Phase.WALK_RUN, Phase.BUILD, Phase.MAINTAIN}:
        return knee
    on_ladder = knee.phase is Phase.WALK_RUN
    before = knee.gap_min
    if before is None:
        before = rung_minutes(knee.rung, numbers) if on_ladder else _cap_or_stage(knee, on, frame)
    knee = replace(knee, gap_min=before, green_weeks=0)
    if which == len(numbers.gap_shares_percent.values):
        return _after_longest_gap(knee, on, frame)
    minutes = before * numbers.gap_shares_percent.values[which] / 100
    if on_ladder:
        return _down_to(knee, highest_not_above(minutes, numbers))
    return _or_same_stage(cut_build(knee, on, min(minutes, knee.length_min), frame), knee)


def _down_to(knee: Knee, rung: int) -> Knee:
    # Below the lowest rung nobody runs: the walk stays the stage, and its greens are still of it.
    if knee.rung < LOWEST:
        return knee
    return _or_same_stage(fresh_stage(replace(knee, rung=min(rung, knee.rung))), knee)


def _or_same_stage(knee: Knee, before: Knee) -> Knee:
    """Where a gap leaves the stage as it was, a row of ambers on it goes on; greens are earned anew."""
    stages = [(one.phase, one.rung, one.length_min) for one in (knee, before)]
    return replace(knee, amber_row=before.amber_row) if stages[0] == stages[1] else knee


def without_measure(knee: Knee, on: date, frame: Frame) -> Knee:
    """With no run to measure the next one by, Build and Maintain go to the ladder."""
    building = knee.phase in {Phase.BUILD, Phase.MAINTAIN}
    if not building or single_run_cap(knee, on, frame) is not None:
        return knee
    return _after_longest_gap(knee, on, frame)


def _after_longest_gap(knee: Knee, on: date, frame: Frame) -> Knee:
    numbers = frame.numbers
    usual = (frame.usual_min or 0.0) * numbers.gap_usual_percent.value / 100
    rung = nearest(min(usual, numbers.gap_most_min.value), numbers)
    if knee.phase is Phase.WALK_RUN:
        return _down_to(knee, rung)
    return fresh_stage(to_ladder(knee, on, min(rung, highest_not_above(knee.length_min, numbers)), frame))


def _cap_or_stage(knee: Knee, on: date, frame: Frame) -> float:
    # The runs behind the cap lie before the gap, so the cap is the one the gap began with.
    return single_run_cap(knee, on, frame) or knee.length_min
