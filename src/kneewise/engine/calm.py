"""Into Calm and out of it (rules 5)."""

from dataclasses import replace
from datetime import date, timedelta

from kneewise.engine.caps import calm_minutes
from kneewise.engine.events import to_ladder
from kneewise.engine.frame import DEEPEST, Frame
from kneewise.engine.knee import Knee, fresh_stage
from kneewise.engine.ladder import LOWEST, highest_not_above
from kneewise.model.diary import TestKind, TestResult
from kneewise.model.findings import Colour
from kneewise.model.places import Side
from kneewise.model.plan import Phase, RunColour

WELL = frozenset({Colour.GREEN, Colour.NEUTRAL})


def begin_calm(side: Side, on: date, frame: Frame, before: Knee | None = None) -> Knee:
    """Begin Calm, on the first day or after a clearing; what was run before is not forgotten."""
    knee = before or Knee(side=side, phase=Phase.CALM, since=on, calm_since=on)
    depth = frame.first_depth
    begun = replace(
        Knee(side=side, phase=Phase.CALM, since=on, calm_since=on, depth=depth, days=calm_days(frame)),
        runs=knee.runs,
        reds=knee.reds,
        red_on=knee.red_on,
        bad_on=knee.bad_on,
        pauses=knee.pauses,
        paused_until=knee.paused_until,
        cut_on=on if before is not None else None,
    )
    return _or_walking(begun, frame)


def calm_days(frame: Frame) -> int:
    """Days of a calm week that may hold a run: the usual ones."""
    return frame.usual_days


def quieten(knee: Knee, on: date, frame: Frame) -> Knee:
    """Go one level deeper once in a Calm, where a red flag that stops nothing asks for it."""
    return replace(_one_deeper(knee, on, frame), quieter_on=on)


def deepen(knee: Knee, on: date, frame: Frame) -> Knee:
    """Go one level deeper once, where Calm has not ended by its fortnight."""
    late = knee.since + timedelta(days=frame.numbers.calm_deeper_days.value)
    if knee.phase is not Phase.CALM or knee.deepened_on is not None or on < late:
        return knee
    return replace(_one_deeper(knee, on, frame), deepened_on=on)


def _one_deeper(knee: Knee, on: date, frame: Frame) -> Knee:
    return _or_walking(replace(knee, depth=min(knee.depth + 1, DEEPEST), cut_on=on), frame)


def _or_walking(knee: Knee, frame: Frame) -> Knee:
    """Where a calm run would be too short to be one, Calm is walking only, and its walks lead out of it."""
    least = frame.numbers.run_least_min.value
    return knee if calm_minutes(knee, frame) >= least else replace(knee, depth=DEEPEST)


def leave_calm(knee: Knee, on: date, green: int, frame: Frame) -> Knee:
    """Leave Calm where every one of its tests is passed."""
    least = knee.since + timedelta(days=frame.numbers.calm_least_days.value)
    if knee.phase is not Phase.CALM or on < least:
        return knee
    row = _good_row(knee, frame)
    if not row or not _run_or_walk(knee, row, frame) or not _tests_passed(knee, on, green, frame):
        return knee
    return replace(_next_phase(knee, on, frame), advanced_on=on, advanced_by=row)


def _good_row(knee: Knee, frame: Frame) -> tuple[RunColour, ...]:
    """The last coloured days in a row, all without amber or red; an unknown run breaks the row."""
    wanted = int(frame.numbers.calm_coloured_days.value)
    row: list[RunColour] = []
    days: set[date] = set()
    for colour in reversed(knee.coloured):
        if colour is None or colour.colour not in WELL or colour.on < knee.since:
            break
        row.append(colour)
        days.add(colour.on)
        if len(days) == wanted:
            return tuple(reversed(row))
    return ()


def _run_or_walk(knee: Knee, row: tuple[RunColour, ...], frame: Frame) -> bool:
    """One of the days holds the brisk walk, and one a green calm run (walking only: a green walk)."""
    days = {colour.on: colour.colour for colour in row}
    least = frame.numbers.walk_min.value * frame.numbers.planned_share.value / 100
    walks = {
        entry.on
        for entry in frame.seen.entries
        if entry.side is knee.side and entry.walked_min is not None and entry.walked_min >= least
    }
    ran = {run.on for run in knee.runs if run.counts and not run.walk and run.colour is Colour.GREEN}
    if not walks & days.keys():
        return False
    if walking_only(knee, frame):
        return any(days[on] is Colour.GREEN for on in walks & days.keys())
    return bool(ran & days.keys())


def walking_only(knee: Knee, frame: Frame) -> bool:
    """Whether Calm is walking only: the deepest level, or what the room of the load says."""
    return knee.depth >= DEEPEST or frame.found.load.walking_only


def _tests_passed(knee: Knee, on: date, green: int, frame: Frame) -> bool:
    opens = max(knee.since, (knee.bad_on or knee.since))
    latest: dict[tuple[TestKind, Side], TestResult] = {}
    for test in frame.seen.tests:
        if opens <= test.on <= on:
            latest[test.kind, test.side] = test
    own = {kind: test for (kind, side), test in latest.items() if side is knee.side}
    stairs, hops, squats = (own.get(kind) for kind in (TestKind.STAIRS, TestKind.HOPS, TestKind.SQUATS))
    return (
        _within(stairs, green, 0)
        and _within(hops, green, frame.numbers.hops.value)
        and _within(squats, green, _usual_squats(knee, latest, frame))
    )


def _usual_squats(knee: Knee, latest: dict[tuple[TestKind, Side], TestResult], frame: Frame) -> float:
    """As many as the other side does; where that is not known, a usual number."""
    other = Side.LEFT if knee.side is Side.RIGHT else Side.RIGHT
    test = latest.get((TestKind.SQUATS, other))
    sore = other in frame.seen.sore_sides
    if sore or test is None or not test.count:
        return frame.numbers.squats.value
    return test.count


def _within(test: TestResult | None, green: int, count: float) -> bool:
    if test is None or not isinstance(test.pain_0_10, int) or test.pain_0_10 > green:
        return False
    return count == 0 or (test.count or 0) >= count


def _next_phase(knee: Knee, on: date, frame: Frame) -> Knee:
    numbers = frame.numbers
    if walking_only(knee, frame):
        return fresh_stage(to_ladder(knee, on, LOWEST, frame))
    cut = knee.cut_on
    lengths = [
        run.minutes or 0.0
        for run in knee.runs
        if run.counts and not run.walk and run.colour is Colour.GREEN and run.on >= (cut or knee.since)
    ]
    longest = max(lengths, default=0.0)
    if longest < numbers.build_least_min.value:
        return fresh_stage(to_ladder(knee, on, max(highest_not_above(longest, numbers), LOWEST), frame))
    most = (frame.usual_min or longest) * (1 - frame.cuts[knee.depth])
    length = min(longest, most)
    if length < numbers.build_least_min.value:
        return fresh_stage(to_ladder(knee, on, max(highest_not_above(length, numbers), LOWEST), frame))
    week = on - timedelta(days=7)
    days = len({run.on for run in knee.runs if week <= run.on < on and not run.walk})
    built = replace(knee, phase=Phase.BUILD, since=on, length_min=length, measure_min=length, share=1.0)
    return fresh_stage(replace(built, days=max(1, min(days, frame.usual_days))))
