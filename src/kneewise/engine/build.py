"""The steps of Walk-run, Build and Maintain (rules 5)."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from kneewise.engine.aims import run_aim, week_aim
from kneewise.engine.caps import ONE_DAY, WEEK
from kneewise.engine.colours import BAD
from kneewise.engine.frame import Frame
from kneewise.engine.knee import Knee, Step, fresh_stage
from kneewise.engine.ladder import LOWEST, rung_minutes, top_rung
from kneewise.engine.numbers import Numbers
from kneewise.model.findings import Colour
from kneewise.model.observations import Irritability
from kneewise.model.plan import ChangeKind, Phase


def step_on(knee: Knee, on: date, frame: Frame, *, may_change: bool, may_add_day: bool = True) -> Step:
    """Take the next step where enough greens have earned it; behind a run that is not green it waits.

    Args:
        knee: As it stands.
        on: The day.
        frame: What the fold knows beside the diary.
        may_change: The step may be a change.
        may_add_day: It may be a running day; what comes behind it goes on while another one is to come.
    """
    still = Step(knee=knee, change=None)
    if len(knee.greens) < frame.numbers.greens_to_move.value or knee.unknown_row or knee.neutral_row:
        return still
    match knee.phase:
        case Phase.TRIAGE | Phase.CALM:
            return still
        case Phase.WALK_RUN:
            return _taken(knee, Step(knee=_climb(knee, on, frame), change=None), on)
        case Phase.BUILD:
            return _taken(
                knee, _build_step(knee, on, frame, may_change=may_change, may_add_day=may_add_day), on
            )
        case Phase.MAINTAIN:
            return _taken(knee, _ground_step(knee, may_change=may_change), on)


def _taken(knee: Knee, step: Step, on: date) -> Step:
    """Note the step and what earned it; a step that changes nothing leaves the greens where they are."""
    if step.knee == knee:
        return step
    moved = replace(step.knee, advanced_on=on, advanced_by=knee.greens, steps=knee.steps + 1, share=1.0)
    return Step(knee=fresh_stage(moved), change=step.change)


def _climb(knee: Knee, on: date, frame: Frame) -> Knee:
    top = top_rung(frame.usual_min, frame.numbers)
    if knee.rung < top:
        return replace(knee, rung=max(knee.rung + 1, LOWEST))
    length = rung_minutes(knee.rung, frame.numbers)
    return replace(knee, phase=Phase.BUILD, since=on, length_min=length, measure_min=length)


def _build_step(knee: Knee, on: date, frame: Frame, *, may_change: bool, may_add_day: bool) -> Step:
    """Find the first step of the order that may be taken; what must wait lets the dose go on."""
    third = int(frame.numbers.ladder_days.value)
    dose = _longer(knee, run_aim(on, frame, frame.usual_days), frame)
    another = may_change and may_add_day
    if another and knee.days < min(third, frame.plan_days):
        return _another_day(knee)
    if dose != knee:
        return Step(knee=dose, change=None)
    if another and knee.days < frame.plan_days:
        return _another_day(knee)
    fuller = _longer(knee, run_aim(on, frame, frame.plan_days), frame)
    if knee.days >= frame.plan_days and fuller != knee:
        return Step(knee=fuller, change=None)
    return _ground_step(knee, may_change=may_change)


def _ground_step(knee: Knee, *, may_change: bool) -> Step:
    """Find what comes last: hills, then speed; what of it is left when Maintain begins goes on there."""
    if not may_change:
        return Step(knee=knee, change=None)
    if not knee.hills_up:
        return Step(knee=replace(knee, hills_up=True), change=ChangeKind.HILLS)
    if not knee.hills_down:
        return Step(knee=replace(knee, hills_down=True), change=ChangeKind.DOWNHILL)
    if not knee.speed:
        return Step(knee=replace(knee, speed=True), change=ChangeKind.SPEED)
    return Step(knee=knee, change=None)


def _another_day(knee: Knee) -> Step:
    return Step(knee=replace(knee, days=knee.days + 1), change=ChangeKind.RUNNING_DAY)


def _longer(knee: Knee, aim: float | None, frame: Frame) -> Knee:
    """Lengthen every run by a step, up to the aim; where none is known there is nothing to grow to."""
    if aim is None or knee.length_min >= aim:
        return knee
    longer = knee.length_min * (1 + frame.numbers.build_step_percent.value / 100)
    return replace(knee, length_min=min(longer, aim))


def count_green_week(knee: Knee, on: date, frame: Frame) -> Knee:
    """Count the week that ends the day before, where it was green; one with amber or red begins anew.

    Weeks run from the start of Build, and of Maintain.
    """
    days = (on - knee.since).days
    if knee.phase not in {Phase.BUILD, Phase.MAINTAIN} or days <= 0 or days % 7:
        return knee
    opens = on - timedelta(days=7)
    week = [colour.colour for colour in knee.coloured if colour is not None and opens <= colour.on < on]
    made = knee.runs_within(opens, on)
    greens = [run for run in made if run.went_well and run.colour is Colour.GREEN]
    if any(colour in BAD for colour in week):
        return replace(knee, green_weeks=0)
    if len(greens) < frame.numbers.green_week_runs.value:
        return knee
    return replace(knee, green_weeks=knee.green_weeks + 1)


def may_run_on_neighbours(knee: Knee, frame: Frame) -> bool:
    """Whether two runs may be on neighbouring days."""
    mild = knee.irritability is Irritability.MILD
    numbers = frame.numbers
    weeks = numbers.neighbour_weeks_mild if mild else numbers.neighbour_weeks
    return knee.phase in {Phase.BUILD, Phase.MAINTAIN} and knee.green_weeks >= weeks.value


def is_too_close(on: date, lately: Iterable[date], numbers: Numbers, *, neighbours: bool) -> bool:
    """Whether a run lies too close to those before it: two may come to be neighbours, a third never."""
    days = set(lately)
    if neighbours:
        return {on - ONE_DAY, on - 2 * ONE_DAY} <= days
    return any((on - day).days <= numbers.rest_days.value for day in days)


def enter_maintain(knee: Knee, on: date, frame: Frame) -> Knee:
    """End Build after a fortnight of weeks at the usual volume, or at the runner's own goal."""
    span = timedelta(days=frame.numbers.maintain_days.value)
    if knee.phase is not Phase.BUILD or on - knee.since < span:
        return knee
    aim = week_aim(on, frame)
    weeks = (_done(knee, on - timedelta(days=days)) for days in range(0, span.days, WEEK.days))
    if not aim or any(done < aim for done in weeks):
        return knee
    return fresh_stage(replace(knee, phase=Phase.MAINTAIN, since=on))


def _done(knee: Knee, before: date) -> float:
    """Sum up what was run well in the seven days before a day."""
    made = knee.runs_within(before - WEEK, before)
    return sum(run.minutes or 0.0 for run in made if run.went_well)
