"""The way back as a fold over the days since the first screening, one state a knee (rules 4 and 5).

Runs of a day are taken in on the day after, when the morning has spoken; those of the last day also at
once, because an amber or a red counts the moment it is told.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Protocol

from kneewise.engine.build import count_green_week, enter_maintain, may_run_on_neighbours, step_on
from kneewise.engine.calm import begin_calm, deepen, leave_calm, quieten
from kneewise.engine.caps import (
    ONE_DAY,
    WEEK,
    allowed_minutes,
    planned_minutes,
    single_run_metres,
    whole_days_without,
)
from kneewise.engine.colours import colour_rest_day, colour_run
from kneewise.engine.events import (
    follow_bad,
    follow_run,
    row_of_neutrals,
    shrink_for_gap,
    without_measure,
)
from kneewise.engine.frame import DEEPEST, Frame
from kneewise.engine.knee import CountedRun, Knee
from kneewise.model.findings import Colour, SafetyFinding
from kneewise.model.observations import DiaryEntry
from kneewise.model.places import Side
from kneewise.model.plan import Change, ChangeKind, Phase, RunColour


class Past(Protocol):
    """What past days permitted, as it was known then."""

    def safety(self, on: date) -> SafetyFinding:
        """Give the red flags of a day."""

    def green(self, on: date) -> int:
        """Give the green line of a day's profile."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """The way back up to a day: a state for each knee, every colour, every change begun.

    Attributes:
        bone_paused: Two reds in a fortnight met a point of the bone rule; only a clearance ends that.
    """

    knees: tuple[Knee, ...]
    colours: tuple[RunColour, ...]
    changes: tuple[Change, ...]
    cadence_on: date | None
    bone_paused: bool

    @property
    def worse(self) -> Knee:
        """The knee that decides the running."""
        return min(self.knees, key=_standing)


AFTER_CADENCE = frozenset({ChangeKind.HILLS, ChangeKind.SPEED})
"""Changes that wait where the cadence block is ready as well."""

ORDER = (Phase.TRIAGE, Phase.CALM, Phase.WALK_RUN, Phase.BUILD, Phase.MAINTAIN)


def _standing(knee: Knee) -> tuple[int, float, float]:
    return ORDER.index(knee.phase), -knee.depth, knee.length_min or knee.rung


def walk_the_days(past: Past, frame: Frame) -> Way:
    """Fold the days from the first screening to the day looked at."""
    return _Fold(past, frame).run()


class _Fold:
    """The fold's running state; it lives for one call and is never shared."""

    def __init__(self, past: Past, frame: Frame) -> None:
        self._past = past
        self._frame = frame
        self._numbers = frame.numbers
        self._on = frame.seen.on
        self._start = frame.seen.started_on or frame.seen.on
        self._sides = frame.seen.sore_sides or tuple(Side)
        self._entries = _by_knee_and_day(frame.seen.entries)
        self._began = {side: self._first_day(side) for side in self._sides}
        self._knees: dict[Side, Knee] = {}
        self._colours: list[RunColour] = []
        self._changes: list[Change] = []
        self._cadence_on: date | None = None
        self._cleared_on: date | None = None
        seen = frame.seen
        answered = {told.on for told in seen.answer_sets} | {told.on for told in seen.clearances}
        self._cleared_days = frozenset(told.on for told in seen.clearances if told.may_run)
        self._telling = frozenset({self._on, *answered, *seen.more_running_days})

    def run(self) -> Way:
        """Go through the days."""
        for number in range((self._on - self._start).days + 1):
            self._day(self._start + timedelta(days=number))
        for side in self._sides:
            self._take_in_runs(side, self._on)
        return Way(
            knees=tuple(self._knees[side] for side in self._sides),
            colours=tuple(self._colours),
            changes=tuple(self._changes),
            cadence_on=self._cadence_on,
            bone_paused=self._bone_paused(self._on),
        )

    def _bone_paused(self, on: date) -> bool:
        """Whether two reds met a point of the bone rule, and no clearance came after them."""
        pauses = {paused_on for knee in self._knees.values() for paused_on in knee.pauses}
        cleared = [one.on for one in self._frame.seen.clearances if one.may_run and one.on <= on]
        open_ = [paused_on for paused_on in pauses if not any(day > paused_on for day in cleared)]
        return any(self._met_bone_points(paused_on, on) for paused_on in open_)

    def _met_bone_points(self, paused_on: date, on: date) -> bool:
        """Whether there was a point of the bone rule on the day of the second red, or on any since.

        A point that was not known then and is none now is none; what is not known now counts.
        """
        days = {paused_on, *(day for day in self._telling if paused_on < day < on)}
        before = (self._past.safety(day).bone_points for day in days)
        now = self._past.safety(on).bone_points
        return now is None or now > 0 or any(points is not None and points > 0 for points in before)

    def _first_day(self, side: Side) -> date:
        """A knee that was told at the start begins there; one that grew sore later, on its first score."""
        if not self._frame.seen.sore_sides or side in self._past_sides():
            return self._start
        days = [entry.on for entry in self._frame.seen.entries if entry.side is side and _said(entry)]
        return max(self._start, min(days, default=self._on))

    def _past_sides(self) -> frozenset[Side]:
        told = self._frame.seen.answer_sets[0].answers.get("knee") if self._frame.seen.answer_sets else None
        return frozenset(side for side in Side if told in {side.value, "both", None})

    def _day(self, on: date) -> None:
        """What was run the day before comes first, then what was said, then what follows today."""
        self._observe_shoe(on)
        for side in self._knees:
            self._take_in_runs(side, on - ONE_DAY)
        self._clear(on)
        for side in self._sides:
            if on <= self._began[side]:
                # A knee that grows sore later was well until then: its way begins on that day.
                self._knees[side] = begin_calm(side, on, self._frame)
            self._quieten(side, on)
            if on >= self._began[side]:
                self._take_in_morning(side, on)
                self._decide(side, on)
        self._begin_cadence(on)

    def _clear(self, on: date) -> None:
        """After a clearing every knee begins again at Calm."""
        if on not in self._telling:
            return
        cleared_on = self._past.safety(on).cleared_on
        if on in self._cleared_days and self._bone_paused(on - ONE_DAY):
            cleared_on = on
        if cleared_on is None or cleared_on == self._cleared_on or cleared_on < self._start:
            return
        self._cleared_on = cleared_on
        for side, knee in self._knees.items():
            self._knees[side] = begin_calm(side, cleared_on, self._frame, knee)

    def _quieten(self, side: Side, on: date) -> None:
        """Go deeper in Calm for a flag beside which running goes on; only answers and files bring one."""
        knee = self._knees[side]
        asked = on in self._telling and knee.phase is Phase.CALM and knee.quieter_on is None
        if asked and self._past.safety(on).deeper_calm:
            self._knees[side] = quieten(knee, on, self._frame)

    def _decide(self, side: Side, on: date) -> None:
        """Take the steps that a day brings: gaps, out of Calm, a step on, the end of Build."""
        knee, frame = self._knees[side], self._frame
        gap = whole_days_without(on, frame)
        knee = shrink_for_gap(knee, on, gap, frame) if gap is not None else knee
        knee = without_measure(knee, on, frame)
        knee = count_green_week(knee, on, frame)
        knee = (
            deepen(leave_calm(knee, on, self._past.green(on), frame), on, frame)
            if knee.phase is Phase.CALM
            else knee
        )
        step = step_on(knee, on, frame, may_change=self._may_change(on))
        if step.change is not None and self._must_wait(step.change, on):
            step = step_on(knee, on, frame, may_change=False)
        if step.change is not None:
            self._changes.append(Change(kind=step.change, on=on))
        self._knees[side] = enter_maintain(step.knee, on, frame)

    def _may_change(self, on: date) -> bool:
        safety = self._frame.found.safety
        span = timedelta(days=self._numbers.change_days.value)
        quiet = all(on - change.on >= span for change in self._changes)
        return quiet and not safety.no_new_change

    def _must_wait(self, change: ChangeKind, on: date) -> bool:
        """No change begins while running is out, and the cadence block comes before hills and speed."""
        return (change in AFTER_CADENCE and self._cadence_is_ready(on)) or not self._was_allowed(on)

    def _observe_shoe(self, on: date) -> None:
        """What the runner began anyway delays the next change."""
        newest = self._frame.seen.newest_shoe_first_used
        if newest is not None and newest[1] == on:
            self._changes.append(Change(kind=ChangeKind.NEW_SHOE, on=on))

    def _begin_cadence(self, on: date) -> None:
        if self._cadence_is_ready(on) and self._may_change(on) and self._was_allowed(on):
            self._cadence_on = on
            self._changes.append(Change(kind=ChangeKind.CADENCE, on=on))

    def _cadence_is_ready(self, on: date) -> bool:
        wanted = self._frame.found.cadence.wanted and self._cadence_on is None
        calm_days = self._frame.cadence_after_days
        return wanted and all(on - knee.calm_since >= calm_days for knee in self._knees.values())

    def _take_in_morning(self, side: Side, on: date) -> None:
        """A rest day's morning, where it did not already colour the run before it."""
        entries = self._entries.get((side, on), [])
        ran_before = any(entry.about_run for entry in self._entries.get((side, on - ONE_DAY), []))
        if ran_before or any(entry.about_run for entry in entries):
            return
        for entry in entries:
            colour = colour_rest_day(entry, self._past.green(on), self._numbers)
            if colour.colour is Colour.UNKNOWN:
                continue
            self._colours.append(colour)
            knee = follow_bad(self._knees[side], colour, self._frame)
            self._knees[side] = replace(knee, coloured=(*knee.coloured, colour))

    def _take_in_runs(self, side: Side, on: date) -> None:
        for entry in self._entries.get((side, on), []):
            if entry.about_run and on >= self._began[side]:
                self._take_in_run(side, entry)

    def _take_in_run(self, side: Side, entry: DiaryEntry) -> None:
        knee, frame = self._knees[side], self._frame
        colour = colour_run(entry, self._past.green(entry.on), self._numbers)
        colour = row_of_neutrals(knee, colour, frame)
        run = self._counted(knee, entry, colour)
        if entry.walked_min is not None and not run.counts:
            # A walk that nobody planned and nobody scored says nothing.
            return
        self._colours.append(colour)
        knee = follow_run(knee, colour, forward=run.counts and run.full, frame=frame)
        seen = None if colour.colour is Colour.UNKNOWN else colour
        replaced = (
            run.went_well and colour.colour is Colour.GREEN and (run.minutes or 0) >= (knee.measure_min or 0)
        )
        bad = colour.colour in {Colour.AMBER, Colour.RED}
        self._knees[side] = replace(
            knee,
            runs=(*knee.runs, run),
            coloured=(*knee.coloured, seen),
            gap_min=None if not run.walk else knee.gap_min,
            measure_min=None if replaced and not bad and not run.walk else knee.measure_min,
        )

    def _counted(self, knee: Knee, entry: DiaryEntry, colour: RunColour) -> CountedRun:
        allowed = allowed_minutes(knee, entry.on, self._frame)
        share = self._numbers.planned_share.value / 100
        if entry.walked_min is not None:
            return self._counted_walk(entry, colour, entry.walked_min, allowed)
        ran = entry.activity.running_min if entry.activity is not None else None
        minutes, metres = self._within_caps(knee, entry, ran, allowed)
        planned = planned_minutes(knee, entry.on, self._frame, self._frame.loads)
        return CountedRun(
            on=entry.on,
            minutes=minutes,
            metres=metres,
            colour=colour.colour,
            full=ran is not None and planned >= self._numbers.run_least_min.value and ran >= planned * share,
            counts=self._planned_day(knee, entry.on) and self._was_allowed(entry.on),
            stopped=not self._was_allowed(entry.on),
        )

    def _counted_walk(
        self, entry: DiaryEntry, colour: RunColour, walked_min: float, allowed: float
    ) -> CountedRun:
        """A brisk walk leads on where a walk is the stage; elsewhere it is coloured where it was scored."""
        numbers = self._numbers
        brisk = walked_min >= numbers.walk_min.value * numbers.planned_share.value / 100
        is_stage = brisk and allowed < numbers.run_least_min.value
        scored = brisk and not {"during", "morning"} & set(colour.missing)
        return CountedRun(
            on=entry.on,
            minutes=0.0,
            metres=None,
            colour=colour.colour,
            full=is_stage,
            counts=is_stage or scored,
            walk=True,
        )

    def _within_caps(
        self, knee: Knee, entry: DiaryEntry, ran: float | None, allowed: float
    ) -> tuple[float | None, float | None]:
        """A run beyond its cap counts as its cap, in minutes and in metres."""
        if entry.activity is None or ran is None:
            return None, None
        allowed = min(allowed, _most_while_stopped(knee))
        measured = entry.activity.measured
        metres = measured.running_distance_m or measured.distance_m
        cap_m = single_run_metres(knee, entry.on, self._frame)
        if metres is not None and ran > allowed:
            metres *= allowed / ran
        return min(ran, allowed), metres if metres is None or cap_m is None else min(metres, cap_m)

    def _was_allowed(self, on: date) -> bool:
        """Whether running was in the plan that day, flags and questions considered."""
        safety = self._past.safety(on)
        return safety.may_run and not safety.paused and not safety.urgency.stops_running

    def _planned_day(self, knee: Knee, on: date) -> bool:
        """Whether the plan had a run for this knee that day: no pause, no rest day, no full week."""
        if knee.paused_until is not None and on <= knee.paused_until:
            return False
        if knee.phase is Phase.CALM and knee.depth >= DEEPEST:
            return False
        if knee.bad_on is not None and (on - knee.bad_on).days <= self._numbers.rest_days_after_bad.value:
            return False
        lately = [day for day in self._frame.run_days if on - WEEK < day < on]
        apart = 1 if may_run_on_neighbours(knee, self._frame) else self._numbers.rest_days.value + 1
        return len(lately) < max(1, knee.days) and all((on - day).days >= apart for day in lately)


def _most_while_stopped(knee: Knee) -> float:
    """In Calm no run counts for more than those made before it while running was out.

    They earn nothing; but had running been in, they would have been what Calm ends at.
    """
    if knee.phase is not Phase.CALM:
        return math.inf
    stopped = (run.minutes for run in knee.runs if run.stopped and run.on >= knee.calm_since and not run.walk)
    return max((minutes for minutes in stopped if minutes), default=math.inf)


def _by_knee_and_day(entries: tuple[DiaryEntry, ...]) -> Mapping[tuple[Side, date], list[DiaryEntry]]:
    found: dict[tuple[Side, date], list[DiaryEntry]] = {}
    for entry in entries:
        found.setdefault((entry.side, entry.on), []).append(entry)
    return found


def _said(entry: DiaryEntry) -> bool:
    scores = (entry.before, entry.during, entry.after_60min, entry.morning, entry.after_24h)
    return entry.limp is True or any(score is not None and score.value for score in scores)
