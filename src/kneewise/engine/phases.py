"""The way back as a fold over the days since the first screening, one state a knee (rules 4 and 5).

Runs of a day are taken in on the day after, when the morning has spoken; those of the last day also at
once, because an amber or a red counts the moment it is told.
"""

import math
from dataclasses import replace
from datetime import date

from kneewise.engine.begun import Begun, opens, planned_for
from kneewise.engine.beside import had_plan, has_after, lifting, stop_came, was_ill, was_lifted_after
from kneewise.engine.bone_pause import BonePause
from kneewise.engine.build import count_green_week, enter_maintain, step_on
from kneewise.engine.calm import begin_calm, deepen, leave_calm, quieten
from kneewise.engine.caps import ONE_DAY, whole_days_without
from kneewise.engine.changes import Changes
from kneewise.engine.colours import BAD, colour_run
from kneewise.engine.counting import Terms, count, is_brisk
from kneewise.engine.events import (
    follow_bad,
    follow_run,
    row_of_neutrals,
    shrink_for_gap,
    with_run,
    without_measure,
)
from kneewise.engine.exercises import Programme
from kneewise.engine.frame import Frame
from kneewise.engine.knee import Knee
from kneewise.engine.known_past import KnownPast
from kneewise.engine.mornings import Entries, Mornings
from kneewise.engine.outer_pain import outer_pain_cap_min
from kneewise.engine.past import Past
from kneewise.engine.rest import RESTS_BEFORE, Rest, read_until
from kneewise.engine.turns import Turns
from kneewise.engine.way import Way
from kneewise.model.findings import Colour
from kneewise.model.observations import DiaryEntry, Irritability
from kneewise.model.places import Side
from kneewise.model.plan import Change, ChangeKind, Phase, RunColour


def walk_the_days(past: KnownPast, frame: Frame) -> Way:
    """Fold the days from the first screening to the day looked at, or on from where the last walk rested."""
    rest = past.rest
    if rest is not None and not rest.leads_to(frame):
        rest = None
    fold = _Fold(past, frame, rest)
    way = fold.run()
    past.rest = fold.rest
    return way


class _Fold:
    """The fold's running state; it lives for one call and is never shared."""

    def __init__(self, past: Past, frame: Frame, rest: Rest | None) -> None:
        seen = frame.seen
        self._past = past
        self._frame = frame
        self._numbers = frame.numbers
        self._on = seen.on
        self._start = seen.started_on or seen.on
        self._sides = seen.sore_sides or tuple(Side)
        self._began = {side: max(self._start, seen.sore_since.get(side, self._start)) for side in self._sides}
        self._entries = _by_knee_and_day(seen.entries)
        self.rest = rest
        self._knees: dict[Side, Knee] = dict(rest.knees) if rest else {}
        self._colours: list[RunColour] = list(rest.colours) if rest else []
        self._changes = Changes(frame, rest.changes if rest else Begun())
        self._programme = Programme(frame, past, self._start, rest.programme if rest else None)
        self._cleared_on = rest.cleared_on if rest else None
        self._cleared_days = frozenset(told.counts_from for told in seen.clearances if told.may_run)
        self._bone_pause = BonePause(seen, past, frame.numbers)
        self._telling = self._bone_pause.telling
        self._lifting = lifting(seen)
        self._held: tuple[Change, ...] = ()
        self._mornings = Mornings(self._entries, past, frame.numbers)
        self._turns = Turns(
            frame=frame,
            past=past,
            knees=self._knees,
            sore_from=self._began,
            changes=self._changes,
            programme=self._programme,
            bone_pause=self._bone_pause,
            cadence_on=rest.cadence_on if rest else None,
        )

    def run(self) -> Way:
        """Go through the days that are left."""
        rests_on = self._on - RESTS_BEFORE
        on = self.rest.on + ONE_DAY if self.rest else self._start
        while on <= self._on:
            self._day(on)
            if on == rests_on:
                self.rest = self._by_now(on)
            on += ONE_DAY
        self._held = self._turns.held_on(self._on)
        for side in self._sides:
            self._take_in_runs(side, self._on)
        self._programme.take_in(self._on, bad_alone=True)
        return Way(
            knees=tuple(self._knees[side] for side in self._sides),
            colours=tuple(self._colours),
            begun=self._changes.begun,
            held=self._held,
            cadence_on=self._turns.cadence_on,
            bone_paused=self._bone_pause.holds(self._knees.values(), self._on),
            standings=self._programme.standings,
            sessions=self._programme.sessions,
        )

    def _by_now(self, on: date) -> Rest:
        """Give what the walk has come to, and what it read for it."""
        return Rest(
            on=on,
            read=read_until(self._frame, on),
            knees=dict(self._knees),
            colours=tuple(self._colours),
            changes=self._changes.begun,
            programme=self._programme.by_now(),
            cadence_on=self._turns.cadence_on,
            cleared_on=self._cleared_on,
        )

    def _day(self, on: date) -> None:
        """What was run the day before comes first, then what was said, then what follows today."""
        before = on - ONE_DAY
        if before >= self._start:
            self._end_day(before)
        self._changes.observe_shoes(on)
        self._clear(on)
        for side in self._sides:
            if on <= self._began[side]:
                # A knee that grows sore later was well until then: its way begins on that day.
                irritability = self._irritability(side, on)
                self._knees[side] = begin_calm(side, on, self._frame, irritability=irritability)
            self._quieten(side, on)
            if on >= self._began[side]:
                self._take_in_morning(side, on)
                self._decide(side, on)
        self._turns.begin_cadence(on)
        self._turns.begin_harder(on)
        if self._programme.went_beyond(on):
            self._changes.note_own(on)
        self._turns.give_way(on)

    def _end_day(self, on: date) -> None:
        """Take in what was run and done on a day, and what of it was new."""
        knees, self._held = self._turns.sore_by(on), self._turns.held_on(on)
        for side in self._knees:
            self._take_in_runs(side, on)
        self._programme.take_in(on)
        self._changes.observe_day(
            on,
            knees,
            held=self._held,
            as_planned=self._ran_as_planned(on),
            taken_out=self._turns.was_taken_out(on),
            own=on > self._start,
            asked=[at.exercise for at in self._programme.standings],
        )

    def _ran_as_planned(self, on: date) -> bool:
        """Whether the plan that stood when a run was made that day had one, for every knee."""
        of_day = [knee.runs_within(on, on + ONE_DAY) for knee in self._knees.values()]
        runs = [[not run.beside for run in made if not run.walk] for made in of_day]
        return any(runs) and all(any(made) for made in runs if made)

    def _irritability(self, side: Side, on: date) -> Irritability:
        """What the first Calm of a knee goes by: the start's, or its own where it grew sore later."""
        seen = self._frame.seen
        later = on == self._began[side] > self._start
        return seen.irritability_later[side] if later else seen.irritability

    def _clear(self, on: date) -> None:
        """After a clearing every knee begins again at Calm."""
        if on not in self._telling:
            return
        cleared_on = self._past.safety(on).cleared_on
        if on in self._cleared_days and self._bone_pause.ended(self._knees.values(), on):
            cleared_on = on
        if cleared_on is None or cleared_on == self._cleared_on or cleared_on < self._start:
            return
        self._cleared_on = cleared_on
        irritability = self._past.irritability(cleared_on)
        for side, knee in self._knees.items():
            self._knees[side] = begin_calm(
                side, cleared_on, self._frame, irritability=irritability, before=knee
            )
        self._programme.begin_again(cleared_on)
        self._turns.begin_again(cleared_on)

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
        knee = count_green_week(without_measure(knee, on, frame), on, frame)
        if knee.phase is Phase.CALM:
            silent = self._mornings.before_run(side, on)
            went_badly = self._went_badly(knee, on)
            knee = leave_calm(knee, on, self._past, frame, silent=silent, went_badly=went_badly)
            knee = deepen(knee, on, frame)
        another_day = not self._changes.begun.waits(ChangeKind.RUNNING_DAY)
        step = step_on(knee, on, frame, may_change=True, may_add_day=another_day)
        if step.change is not None and self._turns.must_wait(step.change, on):
            step = step_on(knee, on, frame, may_change=False)
        before = self._turns.sore_by(on)
        self._knees[side] = step.knee
        if step.change is not None and opens(step.change, before, self._turns.sore_by(on)):
            self._changes.begin(step.change, on)
        self._knees[side] = enter_maintain(step.knee, on, frame)

    def _went_badly(self, knee: Knee, on: date) -> bool:
        """Whether the day has a brisk walk that went badly, or a run without a known beginning."""
        entries = (one for one in self._entries.get((knee.side, on), ()) if one.about_run)
        told = (one for one in entries if one.is_run or is_brisk(one, self._numbers))
        open_ = (one for one in told if one.walked_min is not None or one.began_at is None)
        return any(self._colour(knee, one).colour in BAD for one in open_)

    def _colour(self, knee: Knee, entry: DiaryEntry) -> RunColour:
        colour = colour_run(entry, self._past.green(entry.on, knee.side), self._numbers)
        return row_of_neutrals(knee, colour, self._frame)

    def _take_in_morning(self, side: Side, on: date) -> None:
        for colour in self._mornings.of_day(side, on):
            self._follow_morning(side, colour)

    def _follow_morning(self, side: Side, colour: RunColour) -> None:
        if colour.colour is not Colour.UNKNOWN:
            self._colours.append(colour)
            knee = follow_bad(self._knees[side], colour, self._frame)
            self._knees[side] = replace(knee, coloured=(*knee.coloured, colour))

    def _most_min(self, on: date) -> float:
        """Give the cap that a first outer pain set for a run of this day."""
        cap_min = outer_pain_cap_min(on, self._frame, band=self._past.has_band(on))
        return math.inf if cap_min is None else cap_min

    def _take_in_runs(self, side: Side, on: date) -> None:
        for entry in self._entries.get((side, on), []):
            if entry.about_run and on >= self._began[side]:
                self._take_in_run(side, entry)

    def _take_in_run(self, side: Side, entry: DiaryEntry) -> None:
        knee, frame, on = self._knees[side], self._frame, entry.on
        colour = self._colour(knee, entry)
        too_sore = self._mornings.too_sore(side, on)
        running = self._let_run(entry)
        terms = Terms(
            frame=frame,
            running=running,
            too_sore=too_sore,
            ill=was_ill(entry, frame.seen.illnesses),
            most_min=self._most_min(on),
            stop_came=not running and stop_came(on, self._start, self._past),
            woke_sore=too_sore and self._mornings.woke_too_sore(side, on),
            had_plan=had_plan(entry, frame.seen),
        )
        run = count(planned_for(knee, self._held), entry, colour, terms)
        if run is None:
            return
        self._colours.append(colour)
        self._mornings.note_run(colour)
        self._knees[side] = with_run(follow_run(knee, colour, forward=run.earns, frame=frame), run, colour)

    def _let_run(self, entry: DiaryEntry) -> bool:
        """Whether running was in the plan when a run began: a stop that ended later that day stood."""
        knees, on, began = self._knees.values(), entry.on, entry.began_at
        if not self._bone_pause.lets_run(knees, on):
            return False
        if began is None or not has_after(began, on, self._lifting):
            return True
        held = self._bone_pause.holds(knees, on, by=began)
        return not held and not was_lifted_after(began, on, self._past)


def _by_knee_and_day(entries: tuple[DiaryEntry, ...]) -> Entries:
    found: dict[tuple[Side, date], list[DiaryEntry]] = {}
    for entry in entries:
        found.setdefault((entry.side, entry.on), []).append(entry)
    return found
