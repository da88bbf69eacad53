"""Changes as the days go by: what the plan opens, and what the runner began anyway, which delays the next."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from datetime import date

from kneewise.engine.begun import Begun, met, planned_for, stands
from kneewise.engine.frame import Frame, week_before
from kneewise.engine.knee import Knee
from kneewise.engine.own_ground import OwnGround
from kneewise.model.plan import Change, ChangeKind


class Changes:
    """What was opened and has begun so far; it lives for one fold.

    Attributes:
        begun: By now.
    """

    def __init__(self, frame: Frame, begun: Begun) -> None:
        self._numbers = frame.numbers
        self._shoe_days = frozenset(new.on for new in frame.seen.shoes_first_used)
        self._ran_days = frozenset(frame.ran_days)
        self._done = {(one.on, one.exercise) for one in frame.seen.exercises}
        self._own_ground = OwnGround(frame)
        self.begun = begun

    def may_begin(self, kind: ChangeKind, on: date) -> bool:
        """Whether a kind of change may be opened on a day."""
        return self.begun.may_begin(kind, on, self._numbers)

    def begin(self, kind: ChangeKind, on: date, exercises: tuple[str, ...] = ()) -> None:
        """Note a change that the plan opens."""
        self._note(Change(kind=kind, on=on, exercises=exercises))

    def held(self, on: date) -> tuple[Change, ...]:
        """List what is open and may not begin on a day."""
        return self.begun.held(on, self._numbers)

    def exercises_to_come(self) -> tuple[Change, ...]:
        """List the harder exercises that nobody has done yet."""
        return tuple(one for one in self.begun.waiting if one.kind is ChangeKind.EXERCISE)

    def take_back(self, changes: Collection[Change], on: date) -> None:
        """Take changes back that are still to begin."""
        if changes:
            left = tuple(one for one in self.begun.changes if one not in changes)
            self.begun = replace(self.begun, changes=left, taken_back_on=on)

    def note_own(self, on: date) -> None:
        """Note that the runner began something, which delays the next change and is none of the plan."""
        self.begun = replace(self.begun, own_days=(*self.begun.own_days, on))

    def observe_shoes(self, on: date) -> None:
        """Note that the runner ran in a new pair."""
        if on in self._shoe_days:
            self._note(Change(kind=ChangeKind.NEW_SHOE, on=on, begun_on=on))

    def observe_day(
        self,
        on: date,
        knees: tuple[Knee, ...],
        *,
        held: tuple[Change, ...],
        as_planned: bool,
        taken_out: bool,
        own: bool,
        asked: Collection[str | None],
    ) -> None:
        """Note what was met on a day, by what the plan had on it.

        Args:
            on: The day.
            knees: As they stood on it.
            held: What was open and no run of the day had.
            as_planned: The plan had a run, and it was made.
            taken_out: On that day, while something waited; nobody knows whether before the run.
            own: The day is one of the plan's, so that what it did not have was begun by the runner.
            asked: The exercises of the programme.
        """
        changes = self.begun.changes
        # Beside the plan nothing that waits is begun by it, but by the runner.
        had = tuple(planned_for(knee, held if as_planned else self.begun.waiting) for knee in knees)
        lately = len(week_before(self._ran_days, on))
        if self.begun.waiting:
            if as_planned:
                changes = met(changes, on, knees, lately=lately, held=held)
            self._note_gone(changes, on, asked)
            self.begun = replace(self.begun, changes=tuple(self._behind(changes, on, knees, asked)))
        unclear = taken_out and not as_planned
        more = any(lately >= max(1, knee.days) for knee in had) or self._own_ground.begins(on, had)
        if on in self._ran_days and own and (more or unclear):
            self.note_own(on)

    def _note_gone(self, changes: Iterable[Change], on: date, asked: Collection[str | None]) -> None:
        """A harder exercise that pain took away may have been done untold: it delays the next change."""
        waiting = (one for one in changes if one.begun_on is None and one.exercises)
        gone = [
            one.on
            for one in waiting
            if any(name not in asked and (on, name) not in self._done for name in one.exercises)
        ]
        if gone:
            self.begun = replace(self.begun, own_days=tuple(sorted((*self.begun.own_days, *gone))))

    def _behind(
        self, changes: Iterable[Change], on: date, knees: tuple[Knee, ...], asked: Collection[str | None]
    ) -> Iterator[Change]:
        """Yield the changes as they stand behind a day's exercises, without what is in the plan no more.

        Of harder exercises those that were done have begun; the others wait for a session of their own.
        """
        for change in changes:
            if change.begun_on is not None or (
                change.kind is not ChangeKind.EXERCISE and stands(change, knees)
            ):
                yield change
            elif change.kind is ChangeKind.EXERCISE:
                done = tuple(
                    name for name in change.exercises if (on, name) in self._done and on >= change.on
                )
                left = tuple(name for name in change.exercises if name not in done and name in asked)
                if done:
                    yield replace(change, exercises=done, begun_on=on)
                if left:
                    yield replace(change, exercises=left)

    def _note(self, change: Change) -> None:
        self.begun = replace(self.begun, changes=(*self.begun.changes, change))
