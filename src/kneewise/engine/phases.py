"""The way back as a fold over the days since the first screening, one state a knee (rules 4 and 5).

Runs of a day are taken in on the day after, when the morning has spoken; those of the last day also at
once, because an amber or a red counts the moment it is told.
"""

import math
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta

from kneewise.engine.begun import ON_THE_GROUND, Begun, opens, planned_for
from kneewise.engine.beside import had_plan, stop_came, without_run
from kneewise.engine.bone_pause import BonePause
from kneewise.engine.build import count_green_week, enter_maintain, step_on
from kneewise.engine.cadence import calf_is_sore
from kneewise.engine.calm import begin_calm, deepen, leave_calm, quieten
from kneewise.engine.caps import ONE_DAY, whole_days_without
from kneewise.engine.changes import Changes
from kneewise.engine.colours import BAD, colour_rest_day, colour_run, too_sore_to_run
from kneewise.engine.counting import Terms, count
from kneewise.engine.events import (
    follow_bad,
    follow_run,
    row_of_neutrals,
    shrink_for_gap,
    without_measure,
)
from kneewise.engine.exercises import Programme
from kneewise.engine.frame import Frame
from kneewise.engine.knee import CountedRun, Knee
from kneewise.engine.known_past import KnownPast
from kneewise.engine.outer_pain import outer_pain_cap_min
from kneewise.engine.past import Past
from kneewise.engine.rest import RESTS_BEFORE, Rest, read_until
from kneewise.engine.way import Way
from kneewise.model.findings import Colour
from kneewise.model.observations import DiaryEntry, Irritability
from kneewise.model.places import Side
from kneewise.model.plan import Change, ChangeKind, Phase, RunColour

LAST = ON_THE_GROUND
"""Changes that wait where the cadence block or a harder exercise is ready as well."""

OPENED_AGAIN = frozenset({ChangeKind.CADENCE, ChangeKind.EXERCISE})
"""Changes that are taken back where something else begins before them; of runs the plan leaves them out."""


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
        self._cadence_on = rest.cadence_on if rest else None
        self._cleared_on = rest.cleared_on if rest else None
        self._cleared_days = frozenset(told.counts_from for told in seen.clearances if told.may_run)
        self._bone_pause = BonePause(seen, past, frame.numbers)
        self._telling = self._bone_pause.telling
        self._held: tuple[Change, ...] = ()
        self._of_mornings: dict[tuple[Side, date], Colour] = {}
        self._sore: dict[tuple[Side, date], bool] = {}

    def run(self) -> Way:
        """Go through the days that are left."""
        rests_on = self._on - RESTS_BEFORE
        on = self.rest.on + ONE_DAY if self.rest else self._start
        while on <= self._on:
            self._day(on)
            if on == rests_on:
                self.rest = self._by_now(on)
            on += ONE_DAY
        self._held = self._held_on(self._on)
        for side in self._sides:
            self._take_in_runs(side, self._on)
        self._programme.take_in(self._on, bad_alone=True)
        return Way(
            knees=tuple(self._knees[side] for side in self._sides),
            colours=tuple(self._colours),
            begun=self._changes.begun,
            held=self._held,
            cadence_on=self._cadence_on,
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
            cadence_on=self._cadence_on,
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
        self._begin_cadence(on)
        self._begin_harder(on)
        if self._programme.went_beyond(on):
            self._changes.note_own(on)
        self._give_way(on)

    def _end_day(self, on: date) -> None:
        """Take in what was run and done on a day, and what of it was new."""
        knees, self._held = tuple(self._knees.values()), self._held_on(on)
        for side in self._knees:
            self._take_in_runs(side, on)
        self._programme.take_in(on)
        self._changes.observe_day(
            on,
            knees,
            held=self._held,
            as_planned=self._ran_as_planned(on),
            taken_out=self._was_taken_out(on),
            own=on > self._start,
            asked=[at.exercise for at in self._programme.standings],
        )

    def _ran_as_planned(self, on: date) -> bool:
        """Whether the plan that stood when a run was made that day had one, for every knee."""
        of_day = [knee.runs_within(on, on + ONE_DAY) for knee in self._knees.values()]
        runs = [[not run.beside for run in made if not run.walk] for made in of_day]
        return any(runs) and all(any(made) for made in runs if made)

    def _was_taken_out(self, on: date) -> bool:
        """Whether something that waits may have begun on a day on which running was taken out."""
        return bool(self._changes.begun.waiting) and self._is_out(on) and not self._is_out(on - ONE_DAY)

    def _is_out(self, on: date) -> bool:
        """Whether running was out of the plan by all that was told that day, or the runner ill."""
        return on in self._frame.ill_days or not self._bone_pause.lets_run(self._knees.values(), on)

    def _held_on(self, on: date) -> tuple[Change, ...]:
        """List what is open and no run of a day has: all of it where nothing new may begin."""
        waiting = self._changes.begun.waiting
        return self._changes.held(on) if waiting and self._may_change(on) else waiting

    def _give_way(self, on: date) -> None:
        """Take back the cadence block and harder exercises that may not begin yet."""
        self._take_back([one for one in self._changes.held(on) if one.kind in OPENED_AGAIN], on)

    def _take_back(self, changes: Collection[Change], on: date) -> None:
        self._changes.take_back(changes, on)
        for change in changes:
            self._programme.take_back(change.exercises, on)
            if change.kind is ChangeKind.CADENCE:
                self._cadence_on = None

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
            silent = self._silent_mornings(side, on)
            knee = deepen(leave_calm(knee, on, self._past, frame, silent=silent), on, frame)
        another_day = not self._changes.begun.waits(ChangeKind.RUNNING_DAY)
        step = step_on(knee, on, frame, may_change=True, may_add_day=another_day)
        if step.change is not None and self._must_wait(step.change, on):
            step = step_on(knee, on, frame, may_change=False)
        before = tuple(self._knees.values())
        self._knees[side] = step.knee
        if step.change is not None and opens(step.change, before, tuple(self._knees.values())):
            self._changes.begin(step.change, on)
        self._knees[side] = enter_maintain(step.knee, on, frame)

    def _must_wait(self, change: ChangeKind, on: date) -> bool:
        """No change begins while running is out; cadence and harder exercises come before hills and speed."""
        first = change in LAST and (self._cadence_is_ready(on) or self._is_turn_of_exercises(on))
        return first or not (self._changes.may_begin(change, on) and self._may_change(on))

    def _is_turn_of_exercises(self, on: date) -> bool:
        """Whether a harder exercise is earned, and was not what began last: others have their turn."""
        begun = self._changes.begun.changes
        last = begun[-1].kind if begun else None
        return last is not ChangeKind.EXERCISE and self._harder_is_ready(on)

    def _harder_is_ready(self, on: date) -> bool:
        """Whether a harder exercise is earned, and the first week of Calm is over."""
        week = timedelta(days=self._numbers.calm_least_days.value)
        over = all(on - knee.calm_since >= week for knee in self._sore_by(on))
        return over and self._programme.is_ready(on)

    def _may_change(self, on: date) -> bool:
        """Whether the red flags of a day let something new begin as it began, and the runner is not ill."""
        told = on - ONE_DAY if stop_came(on, self._start, self._past) else on
        held = self._past.safety(told).no_new_change or on in self._frame.ill_days
        return not held and self._bone_pause.lets_run(self._knees.values(), told)

    def _begin_cadence(self, on: date) -> None:
        free = self._changes.may_begin(ChangeKind.CADENCE, on)
        if free and self._cadence_is_ready(on) and self._may_change(on):
            self._cadence_on = on
            self._changes.begin(ChangeKind.CADENCE, on)

    def _begin_harder(self, on: date) -> None:
        free = self._changes.may_begin(ChangeKind.EXERCISE, on)
        if free and self._harder_is_ready(on) and self._may_change(on):
            # What was asked for and not done is asked for with it: one session counts once.
            self._take_back(self._changes.exercises_to_come(), on)
            self._changes.begin(ChangeKind.EXERCISE, on, self._programme.go_on(on))

    def _cadence_is_ready(self, on: date) -> bool:
        own = self._frame.seen.cadence
        known = own is not None and own.is_known(on)
        wanted = known and self._frame.found.cadence.wanted and self._cadence_on is None
        calm_days = self._frame.cadence_after_days
        calm = wanted and all(on - knee.calm_since >= calm_days for knee in self._sore_by(on))
        return calm and not calf_is_sore(on, self._frame)

    def _sore_by(self, on: date) -> list[Knee]:
        """List the knees that were sore by a day: one that grows sore later takes back nothing begun before.

        Where none was, all of them, so that nothing begins before a Calm does.
        """
        sore = [knee for side, knee in self._knees.items() if self._began[side] <= on]
        return sore or list(self._knees.values())

    def _take_in_morning(self, side: Side, on: date) -> None:
        """A day's own morning, where it coloured no run of the day before and the day had no run it began."""
        silent, coloured = self._is_silent(side, on), self._of_mornings.get((side, on))
        for entry in self._entries.get((side, on), []):
            # A limp is told once more where the run of the day before does not say as much.
            limps = entry.limp is True and coloured is not Colour.RED
            if not entry.about_run and (limps or not (silent or coloured)):
                self._follow_morning(side, self._of_morning(entry))

    def _is_silent(self, side: Side, on: date) -> bool:
        """Whether a day's own morning is left to speak by its run: not one that asked for days of rest."""
        entries = self._entries.get((side, on), [])
        ran = any(entry.is_run for entry in entries)
        mornings = (self._of_morning(entry).colour for entry in entries if not entry.about_run)
        return ran and not self._too_sore(side, on) and BAD.isdisjoint(mornings)

    def _silent_mornings(self, side: Side, on: date) -> tuple[RunColour, ...]:
        """Give what the morning said before the run of its day, for what that run must not decide."""
        if not self._is_silent(side, on) or (side, on) in self._of_mornings:
            return ()
        entries = (entry for entry in self._entries.get((side, on), []) if not entry.about_run)
        colours = (self._of_morning(entry) for entry in entries)
        return tuple(colour for colour in colours if colour.colour is not Colour.UNKNOWN)

    def _of_morning(self, entry: DiaryEntry) -> RunColour:
        return colour_rest_day(entry, self._past.green(entry.on, entry.side), self._numbers)

    def _follow_morning(self, side: Side, colour: RunColour) -> None:
        if colour.colour is not Colour.UNKNOWN:
            self._colours.append(colour)
            knee = follow_bad(self._knees[side], colour, self._frame)
            self._knees[side] = replace(knee, coloured=(*knee.coloured, colour))

    def _too_sore(self, side: Side, on: date) -> bool:
        """Whether a knee began a day too sore to run, by all that is known of it."""
        sore = self._sore.get((side, on))
        if sore is None:
            sore = self._sore[side, on] = self._is_too_sore(side, on, self._around(side, on))
        return sore

    def _woke_sore(self, side: Side, on: date) -> bool:
        """Whether it did without a score that was told of the day's run."""
        return self._is_too_sore(side, on, map(without_run, self._around(side, on)))

    def _is_too_sore(self, side: Side, on: date, entries: Iterable[DiaryEntry]) -> bool:
        green = self._past.green(on, side)
        return any(too_sore_to_run(entry, green, on, self._numbers) is not None for entry in entries)

    def _around(self, side: Side, on: date) -> tuple[DiaryEntry, ...]:
        """List what the diary has of a day and of the one before it."""
        return (*self._entries.get((side, on), ()), *self._entries.get((side, on - ONE_DAY), ()))

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
        colour = row_of_neutrals(knee, colour_run(entry, self._past.green(on, side), self._numbers), frame)
        too_sore = self._too_sore(side, on)
        running = self._bone_pause.lets_run(self._knees.values(), on)
        terms = Terms(
            frame=frame,
            running=running,
            too_sore=too_sore,
            most_min=self._most_min(on),
            stop_came=not running and stop_came(on, self._start, self._past),
            woke_sore=too_sore and self._woke_sore(side, on),
            had_plan=had_plan(entry, frame.seen),
        )
        run = count(planned_for(knee, self._held), entry, colour, terms)
        if run is None:
            return
        self._colours.append(colour)
        if "morning" not in colour.missing:
            self._of_mornings[side, on + ONE_DAY] = colour.colour
        self._knees[side] = _with_run(follow_run(knee, colour, forward=run.earns, frame=frame), run, colour)


def _with_run(knee: Knee, run: CountedRun, colour: RunColour) -> Knee:
    """Keep a run beside what follows of its colour; a green one as long as the measure replaces it."""
    replaces = run.went_well and run.colour is Colour.GREEN and (run.minutes or 0) >= (knee.measure_min or 0)
    return replace(
        knee,
        runs=(*knee.runs, run),
        coloured=(*knee.coloured, None if run.colour is Colour.UNKNOWN else colour),
        gap_min=knee.gap_min if run.walk else None,
        measure_min=None if replaces else knee.measure_min,
    )


def _by_knee_and_day(entries: tuple[DiaryEntry, ...]) -> Mapping[tuple[Side, date], list[DiaryEntry]]:
    found: dict[tuple[Side, date], list[DiaryEntry]] = {}
    for entry in entries:
        found.setdefault((entry.side, entry.on), []).append(entry)
    return found
