"""Whose turn it is to begin: one new thing a week, while nothing speaks against it (rules 1 and 5)."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from kneewise.engine.begun import ON_THE_GROUND
from kneewise.engine.beside import stop_came
from kneewise.engine.bone_pause import BonePause
from kneewise.engine.cadence import calf_is_sore
from kneewise.engine.caps import ONE_DAY
from kneewise.engine.changes import Changes
from kneewise.engine.exercises import Programme
from kneewise.engine.frame import Frame
from kneewise.engine.knee import Knee
from kneewise.engine.past import Past
from kneewise.model.places import Side
from kneewise.model.plan import Change, ChangeKind

LAST = ON_THE_GROUND
"""Changes that wait where the cadence block or a harder exercise is ready as well."""

OPENED_AGAIN = frozenset({ChangeKind.CADENCE, ChangeKind.EXERCISE})
"""Changes that are taken back where something else begins before them; of runs the plan leaves them out."""


@dataclass(slots=True, kw_only=True)
class Turns:
    """What is opened, held and taken back; it lives for one fold.

    Attributes:
        knees: As they stand, by now.
        sore_from: Day from which each is sore.
        cadence_on: Day on which the cadence block was opened.
    """

    frame: Frame
    past: Past
    knees: Mapping[Side, Knee]
    sore_from: Mapping[Side, date]
    changes: Changes
    programme: Programme
    bone_pause: BonePause
    cadence_on: date | None

    def sore_by(self, on: date) -> tuple[Knee, ...]:
        """List the knees that were sore by a day: one that grows sore later takes back nothing begun before.

        Where none was, all of them, so that nothing begins before a Calm does.
        """
        sore = tuple(knee for side, knee in self.knees.items() if self.sore_from[side] <= on)
        return sore or tuple(self.knees.values())

    def held_on(self, on: date) -> tuple[Change, ...]:
        """List what is open and no run of a day has: all of it where nothing new may begin."""
        waiting = self.changes.begun.waiting
        return self.changes.held(on) if waiting and self._may_change(on) else waiting

    def was_taken_out(self, on: date) -> bool:
        """Whether something that waits may have begun on a day on which running was taken out."""
        return bool(self.changes.begun.waiting) and self._is_out(on) and not self._is_out(on - ONE_DAY)

    def must_wait(self, change: ChangeKind, on: date) -> bool:
        """No change begins while running is out; cadence and harder exercises come before hills and speed."""
        first = change in LAST and (self._cadence_is_ready(on) or self._is_turn_of_exercises(on))
        return first or not (self.changes.may_begin(change, on) and self._may_change(on))

    def begin_cadence(self, on: date) -> None:
        """Open the cadence block where it is ready and its turn has come."""
        free = self.changes.may_begin(ChangeKind.CADENCE, on)
        if free and self._cadence_is_ready(on) and self._may_change(on):
            self.cadence_on = on
            self.changes.begin(ChangeKind.CADENCE, on)

    def begin_harder(self, on: date) -> None:
        """Open the harder exercises that are earned where their turn has come."""
        free = self.changes.may_begin(ChangeKind.EXERCISE, on)
        if free and self._harder_is_ready(on) and self._may_change(on):
            # What was asked for and not done is asked for with it: one session counts once.
            self._take_back(self.changes.exercises_to_come(), on)
            self.changes.begin(ChangeKind.EXERCISE, on, self.programme.go_on(on))

    def give_way(self, on: date) -> None:
        """Take back the cadence block and harder exercises that may not begin yet."""
        self._take_back([one for one in self.changes.held(on) if one.kind in OPENED_AGAIN], on)

    def begin_again(self, on: date) -> None:
        """Take back, after a clearing, a cadence block that no run had: it comes a week into the new Calm."""
        waiting = self.changes.begun.waiting
        self._take_back([one for one in waiting if one.kind is ChangeKind.CADENCE], on)

    def _take_back(self, changes: Collection[Change], on: date) -> None:
        self.changes.take_back(changes, on)
        for change in changes:
            self.programme.take_back(change.exercises, on)
            if change.kind is ChangeKind.CADENCE:
                self.cadence_on = None

    def _may_change(self, on: date) -> bool:
        """Whether the red flags of a day let something new begin as it began, and the runner is not ill."""
        told = on - ONE_DAY if stop_came(on, self.frame.seen.started_on or on, self.past) else on
        held = self.past.safety(told).no_new_change or on in self.frame.ill_days
        return not held and self.bone_pause.lets_run(self.knees.values(), told)

    def _is_out(self, on: date) -> bool:
        """Whether running was out of the plan by all that was told that day, or the runner ill."""
        return on in self.frame.ill_days or not self.bone_pause.lets_run(self.knees.values(), on)

    def _cadence_is_ready(self, on: date) -> bool:
        own = self.frame.seen.cadence
        known = own is not None and own.is_known(on)
        wanted = known and self.frame.found.cadence.wanted and self.cadence_on is None
        calm_days = self.frame.cadence_after_days
        calm = wanted and all(on - knee.calm_since >= calm_days for knee in self.sore_by(on))
        return calm and not calf_is_sore(on, self.frame)

    def _is_turn_of_exercises(self, on: date) -> bool:
        """Whether a harder exercise is earned, and was not what began last: others have their turn."""
        begun = self.changes.begun.changes
        last = begun[-1].kind if begun else None
        return last is not ChangeKind.EXERCISE and self._harder_is_ready(on)

    def _harder_is_ready(self, on: date) -> bool:
        """Whether a harder exercise is earned, and the first week of Calm is over."""
        week = timedelta(days=self.frame.numbers.calm_least_days.value)
        over = all(on - knee.calm_since >= week for knee in self.sore_by(on))
        return over and self.programme.is_ready(on)
