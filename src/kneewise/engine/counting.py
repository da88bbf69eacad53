"""How a run or a walk counts: by what the plan had for the knee on that day (rules 4 and 5)."""

import math
from dataclasses import dataclass, replace
from datetime import date
from itertools import takewhile

from kneewise.engine.build import is_too_close, may_run_on_neighbours
from kneewise.engine.caps import allowed_minutes, planned_minutes, single_run_metres, whole
from kneewise.engine.colours import BAD
from kneewise.engine.frame import DEEPEST, Frame, week_before
from kneewise.engine.knee import CountedRun, Knee, is_resting
from kneewise.engine.numbers import Numbers
from kneewise.model.observations import DiaryEntry
from kneewise.model.plan import Phase, RunColour


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What held on the day of a run.

    Attributes:
        frame: What the fold knows beside the diary.
        running: Running was in the plan: no flag, no open question, no pause beside a bone point.
        too_sore: The day began too sore to run.
        ill: The runner was ill, or the plan said so.
        most_min: A cap on this run alone, where the one before hurt on the outside.
        stop_came: A flag of that very day took running out; nothing says that it came before the run.
        woke_sore: The day began too sore without what was told of the run itself.
        had_plan: There was a plan when the run began.
    """

    frame: Frame
    running: bool
    too_sore: bool
    ill: bool = False
    most_min: float = math.inf
    stop_came: bool = False
    woke_sore: bool = False
    had_plan: bool = True


def count(knee: Knee, entry: DiaryEntry, colour: RunColour, terms: Terms) -> CountedRun | None:
    """Say how a run or a walk counts; ``None`` of a walk that says nothing."""
    walks = entry.walked_min is not None
    return _count_walk(knee, entry, colour, terms) if walks else _count_run(knee, entry, colour, terms)


def _count_run(knee: Knee, entry: DiaryEntry, colour: RunColour, terms: Terms) -> CountedRun:
    frame, numbers = terms.frame, terms.frame.numbers
    ran = entry.activity.running_min if entry.activity is not None else None
    minutes, metres = _within_caps(knee, entry, ran, terms)
    planned = planned_minutes(knee, entry.on, frame, frame.loads)
    # By the run of the stage: one that only the rest of a full week was left for earns nothing.
    stage = allowed_minutes(knee, entry.on, frame)
    enough = ran is not None and min(ran, terms.most_min) >= stage * numbers.planned_share.value / 100
    return CountedRun(
        on=entry.on,
        minutes=minutes,
        metres=metres,
        colour=colour.colour,
        full=enough and planned >= numbers.run_least_min.value,
        counts=_is_planned(knee, entry.on, terms) and not _is_after_game(entry, frame),
        stopped=not terms.running,
        beside=_is_beside(knee, entry, terms),
    )


def _is_beside(knee: Knee, entry: DiaryEntry, terms: Terms) -> bool:
    """Whether the plan that stood when a run was made had none: what it brought to light came after it."""
    if terms.stop_came or not terms.had_plan:
        return False
    then = replace(terms, too_sore=terms.woke_sore)
    return not _is_planned(knee, entry.on, then) or _is_after_game(entry, terms.frame)


def _may_count(knee: Knee, on: date, terms: Terms) -> bool:
    """Whether a day may hold anything in a run's place: no stop, no pause, no rest, not ill; one a day."""
    stopped = not terms.running or terms.too_sore or terms.ill or is_resting(knee, on, terms.frame.numbers)
    return not stopped and not _is_second(knee, on)


def _is_planned(knee: Knee, on: date, terms: Terms) -> bool:
    """Whether the plan had a run that day: besides, no week that is full, and no Calm of walks."""
    frame = terms.frame
    if not _may_count(knee, on, terms) or (knee.phase is Phase.CALM and knee.depth >= DEEPEST):
        return False
    lately, neighbours = week_before(frame.run_days, on), may_run_on_neighbours(knee, frame)
    close = is_too_close(on, lately, frame.numbers, neighbours=neighbours)
    ran = [day for day in lately if day not in frame.game_days]
    return len(ran) < max(1, knee.days) and not close and not _is_week_full(knee, on, frame)


def _is_week_full(knee: Knee, on: date, frame: Frame) -> bool:
    """Whether the other runs of the week had left less than the shortest run, where the stage is a run."""
    least = frame.numbers.run_least_min.value
    left = planned_minutes(knee, on, frame, frame.loads)
    return whole(left) < least <= allowed_minutes(knee, on, frame)


def _is_after_game(entry: DiaryEntry, frame: Frame) -> bool:
    """Whether a game of that day had taken its turn; a run that is only told of may have come after it."""
    played = frame.first_game.get(entry.on)
    return played is not None and (entry.activity is None or played <= entry.activity.start)


def _is_second(knee: Knee, on: date) -> bool:
    """Whether that day had its run before: of two, the later one is a run on a rest day."""
    # Runs stand in the order of their days.
    of_day = takewhile(lambda run: run.on == on, reversed(knee.runs))
    return any(run.counts or not run.walk for run in of_day)


def _within_caps(
    knee: Knee, entry: DiaryEntry, ran: float | None, terms: Terms
) -> tuple[float | None, float | None]:
    """A run beyond its cap counts as its cap, in minutes and in metres."""
    if entry.activity is None or ran is None:
        return None, None
    frame = terms.frame
    most_min = min(_most_while_stopped(knee, frame.numbers), terms.most_min)
    allowed = min(allowed_minutes(knee, entry.on, frame), most_min)
    measured = entry.activity.measured
    metres = measured.running_distance_m or measured.distance_m
    cap_m = single_run_metres(knee, entry.on, frame)
    if metres is not None and ran > allowed:
        metres *= allowed / ran
    return min(ran, allowed), metres if metres is None or cap_m is None else min(metres, cap_m)


def _most_while_stopped(knee: Knee, numbers: Numbers) -> float:
    """In Calm no run counts for more than those made before it while running was out.

    They earn nothing; but had running been in, they would have been what Calm ends at. It ends at no run that
    is shorter than the shortest of the plan.
    """
    if knee.phase is not Phase.CALM:
        return math.inf
    since = knee.runs_within(knee.calm_since, date.max)
    stopped = (run.minutes for run in since if run.stopped and not run.walk)
    least = numbers.run_least_min.value
    return max((minutes for minutes in stopped if minutes and minutes >= least), default=math.inf)


def _count_walk(knee: Knee, entry: DiaryEntry, colour: RunColour, terms: Terms) -> CountedRun | None:
    """A brisk walk is coloured where the plan had one; of any other only a bad one says something.

    A bad one does so at once, whatever is still to be told of it.
    """
    on, numbers = entry.on, terms.frame.numbers
    brisk = is_brisk(entry, numbers)
    is_stage = brisk and _is_stage(knee, on, terms)
    # One with an answer missing says no more than one of which nothing was told (law 2).
    had_walk = terms.running and not terms.ill and leads_out_of_calm(knee, on, terms.frame)
    leads_out = brisk and not colour.missing and had_walk
    if not (is_stage or leads_out or (brisk and colour.colour in BAD)):
        return None
    return CountedRun(
        on=on,
        minutes=0.0,
        metres=None,
        colour=colour.colour,
        full=is_stage,
        counts=is_stage,
        walked_min=entry.walked_min,
    )


def is_brisk(entry: DiaryEntry, numbers: Numbers) -> bool:
    """Whether a walk was as long as the plan asks for."""
    return (entry.walked_min or 0.0) >= numbers.walk_min.value * numbers.planned_share.value / 100


def _is_stage(knee: Knee, on: date, terms: Terms) -> bool:
    """Whether a walk is what the stage holds in a run's place, on a day that may have it."""
    least = terms.frame.numbers.run_least_min.value
    return _may_count(knee, on, terms) and allowed_minutes(knee, on, terms.frame) < least


def leads_out_of_calm(knee: Knee, on: date, frame: Frame) -> bool:
    """Whether the plan had a brisk walk on a rest day of Calm."""
    opens = frame.numbers.walks_from_day.value - 1
    late = (on - knee.calm_since).days >= opens
    rests = on in frame.ill_days or is_resting(knee, on, frame.numbers)
    return knee.phase is Phase.CALM and late and not rests
