"""Into Calm and out of it (rules 5)."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from kneewise.engine.caps import WEEK, calm_minutes, stage_minutes, whole_days_without
from kneewise.engine.events import begin_after_gap, or_walking, to_ladder
from kneewise.engine.frame import DEEPEST, Frame
from kneewise.engine.home_tests import tests_passed
from kneewise.engine.knee import Knee, fresh_stage
from kneewise.engine.ladder import LOWEST, highest_not_above
from kneewise.engine.past import CalmPast
from kneewise.model.findings import Colour
from kneewise.model.observations import Irritability
from kneewise.model.places import Side
from kneewise.model.plan import Phase, RunColour

WELL = frozenset({Colour.GREEN, Colour.NEUTRAL})
DEPTHS = tuple(Irritability)
"""Where Calm begins, by irritability."""


def begin_calm(
    side: Side, on: date, frame: Frame, *, irritability: Irritability, before: Knee | None = None
) -> Knee:
    """Begin Calm, on the first day or after a clearing; what was run before is not forgotten."""
    begun = Knee(
        side=side,
        phase=Phase.CALM,
        since=on,
        calm_since=on,
        irritability=irritability,
        depth=DEPTHS.index(irritability),
        days=frame.usual_days,
        deepens_on=on + timedelta(days=frame.numbers.calm_deeper_days.value),
    )
    return or_walking(begun if before is None else _after_clearing(begun, before, frame), frame)


def _after_clearing(begun: Knee, before: Knee, frame: Frame) -> Knee:
    """Keep what was run and what went wrong; Calm asks for no longer run than the stage before it.

    A Calm that was on already is no less quiet than it was, and goes deeper no later, where it was not judged
    to be deeper already.
    """
    kept = replace(
        begun,
        runs=before.runs,
        reds=before.reds,
        red_on=before.red_on,
        bad_on=before.bad_on,
        neutral_row=before.neutral_row,
        pauses=before.pauses,
        paused_until=before.paused_until,
        cut_on=begun.since,
    )
    if before.phase is not Phase.CALM:
        return _no_longer_than(stage_minutes(before, frame), kept, frame)
    return replace(
        kept,
        depth=max(begun.depth, before.depth),
        share=before.share,
        amber_row=before.amber_row,
        deepens_on=begun.deepens_on if begun.depth > before.depth else before.deepens_on,
        deepened_on=before.deepened_on,
        quieter_on=before.quieter_on,
    )


def _no_longer_than(most_min: float, knee: Knee, frame: Frame) -> Knee:
    minutes = calm_minutes(knee, frame)
    return knee if minutes <= most_min else replace(knee, share=knee.share * most_min / minutes)


def quieten(knee: Knee, on: date, frame: Frame) -> Knee:
    """Go one level deeper once in a Calm, where a red flag that stops nothing asks for it."""
    return replace(_one_deeper(knee, on, frame), quieter_on=on)


def deepen(knee: Knee, on: date, frame: Frame) -> Knee:
    """Go one level deeper once, where Calm has not ended by its fortnight."""
    if knee.phase is not Phase.CALM or knee.deepened_on is not None:
        return knee
    if knee.deepens_on is None or on < knee.deepens_on:
        return knee
    return replace(_one_deeper(knee, on, frame), deepened_on=on)


def _one_deeper(knee: Knee, on: date, frame: Frame) -> Knee:
    return or_walking(replace(knee, depth=min(knee.depth + 1, DEEPEST), cut_on=on), frame)


def leave_calm(
    knee: Knee,
    on: date,
    past: CalmPast,
    frame: Frame,
    *,
    silent: tuple[RunColour, ...] = (),
    went_badly: bool = False,
) -> Knee:
    """Leave Calm where every one of its tests is passed.

    It is left by walks alone where it was walking only on all the days that lead out, not today alone. What
    was run on the day itself was run in Calm: neither it nor what is told after it decides the day.

    Args:
        knee: In Calm.
        on: The day.
        past: What is asked of its days.
        frame: What stays the same.
        silent: What the morning said where the day has a run.
        went_badly: Whether the day had a walk that did, or a run of which nobody knows when it began.
    """
    if went_badly:
        return knee
    least = knee.since + timedelta(days=frame.numbers.calm_least_days.value)
    row = _good_row((*knee.coloured, *silent), knee.since, frame) if on >= least else ()
    if not row or not tests_passed(knee, on, past.green(on, knee.side), frame):
        return knee
    walked, ran = _led_out(knee, row, frame)
    walking = walked and _walks_only(knee, {on, *(colour.on for colour in row)}, past)
    if not walking and (not ran or knee.depth >= DEEPEST or past.walking_only(on)):
        return knee
    beyond = to_ladder(knee, on, LOWEST, frame) if walking else _next_phase(knee, on, frame)
    gap = whole_days_without(on, frame)
    begun = fresh_stage(beyond) if gap is None else begin_after_gap(fresh_stage(beyond), on, gap, frame)
    return replace(begun, advanced_on=on, advanced_by=row)


def _good_row(coloured: Sequence[RunColour | None], since: date, frame: Frame) -> tuple[RunColour, ...]:
    """The last coloured days in a row, all without amber or red; an unknown run breaks the row."""
    wanted = int(frame.numbers.calm_coloured_days.value)
    row: list[RunColour] = []
    days: set[date] = set()
    for colour in reversed(coloured):
        if colour is None or (len(days) == wanted and colour.on not in days):
            break
        if colour.colour not in WELL or colour.on < since:
            # A day is good where all of it was.
            days.discard(colour.on)
            break
        row.append(colour)
        days.add(colour.on)
    return tuple(reversed(row)) if len(days) == wanted else ()


def _led_out(knee: Knee, row: tuple[RunColour, ...], frame: Frame) -> tuple[bool, bool]:
    """Whether the days hold a green brisk walk, and whether a green calm run beside a brisk walk."""
    numbers, days = frame.numbers, {colour.on for colour in row}
    made = [run for run in knee.runs if run.on in days and run.on >= knee.since]
    walks = [run for run in made if (run.walked_min or 0.0) >= numbers.walk_min.value]
    counted = [run for run in made if run.counts and not run.walk]
    runs = [run for run in counted if (run.minutes or 0.0) >= numbers.run_least_min.value]
    walked, ran = (any(one.colour is Colour.GREEN for one in ones) for ones in (walks, runs))
    return walked, bool(walks) and ran


def _walks_only(knee: Knee, days: Iterable[date], past: CalmPast) -> bool:
    """Whether Calm was walking only: at its deepest level, or on each of the days that lead out."""
    return knee.depth >= DEEPEST or all(past.walking_only(day) for day in sorted(days, reverse=True))


def _next_phase(knee: Knee, on: date, frame: Frame) -> Knee:
    """Go to Build at the longest green calm run, where that is long enough; else to the ladder."""
    numbers = frame.numbers
    since = knee.cut_on or knee.since
    green = (run for run in knee.runs if run.counts and not run.walk and run.colour is Colour.GREEN)
    longest = max((run.minutes or 0.0 for run in green if run.on >= since), default=0.0)
    length = longest
    if longest >= numbers.build_least_min.value:
        length = min(longest, (frame.usual_min or longest) * (1 - frame.cuts[knee.depth]))
    if length < numbers.build_least_min.value:
        return to_ladder(knee, on, max(highest_not_above(length, numbers), LOWEST), frame)
    week = knee.runs_within(on - WEEK, on)
    days = len({run.on for run in week if run.counts and not run.walk})
    return replace(
        knee,
        phase=Phase.BUILD,
        since=on,
        length_min=length,
        measure_min=length,
        share=1.0,
        days=max(1, min(days, frame.usual_days)),
    )
