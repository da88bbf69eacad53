"""Changes (rules 1): what the plan began, and what the runner began anyway, which delays the next."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from kneewise.engine.frame import Frame, week_before
from kneewise.engine.knee import Knee
from kneewise.engine.numbers import Numbers
from kneewise.engine.own_ground import OwnGround
from kneewise.model.plan import Change, ChangeKind, Phase

ON_THE_GROUND = frozenset({ChangeKind.HILLS, ChangeKind.DOWNHILL, ChangeKind.SPEED})
"""Left out of a run that is to be repeated plain."""
IN_BUILD = ON_THE_GROUND | {ChangeKind.RUNNING_DAY}


@dataclass(frozen=True, slots=True, kw_only=True)
class Begun:
    """What has begun by a day, and the days on which the runner began something beside the plan."""

    changes: tuple[Change, ...] = ()
    own_days: tuple[date, ...] = ()


def keeps_waiting(change: Change, on: date, numbers: Numbers) -> bool:
    """Whether a change is still to begin, or began so lately that nothing else may.

    A harder exercise that nobody tells of counts from the day on which it was asked for.
    """
    begun_on = change.begun_on or (change.on if change.kind is ChangeKind.EXERCISE else None)
    return begun_on is None or on - begun_on < timedelta(days=numbers.change_days.value)


def meets(change: Change, knees: Iterable[Knee]) -> bool:
    """Whether a run that these knees are planned is one that has the new thing."""
    of_runs = change.kind is not ChangeKind.EXERCISE
    return of_runs and all(change.kind not in ON_THE_GROUND or not knee.plain for knee in knees)


def _stands(change: Change, knees: Iterable[Knee]) -> bool:
    """Whether what is still to begin is in the plan yet: a fall from Build takes it back."""
    return change.kind not in IN_BUILD or any(knee.phase in {Phase.BUILD, Phase.MAINTAIN} for knee in knees)


class Changes:
    """What has begun so far; it lives for one fold."""

    def __init__(self, frame: Frame, begun: Begun) -> None:
        self._numbers = frame.numbers
        self._shoe_days = frozenset(frame.seen.shoes_first_used)
        self._ran_days = frozenset(frame.ran_days)
        self._done = {(one.on, one.exercise) for one in frame.seen.exercises}
        self._own_ground = OwnGround(frame)
        self._own_days = list(begun.own_days)
        self.begun = list(begun.changes)

    def by_now(self) -> Begun:
        """Give what has begun by now, for a fold that goes on from here."""
        return Begun(changes=tuple(self.begun), own_days=tuple(self._own_days))

    def begin(self, kind: ChangeKind, on: date, exercises: tuple[str, ...] = ()) -> None:
        """Note a change that the plan begins."""
        self.begun.append(Change(kind=kind, on=on, exercises=exercises))

    def note_own(self, on: date) -> None:
        """Note that the runner began something, which delays the next change and is none of the plan."""
        self._own_days.append(on)

    def observe_shoes(self, on: date) -> None:
        """Note that the runner ran in a new pair."""
        if on in self._shoe_days:
            self.begun.append(Change(kind=ChangeKind.NEW_SHOE, on=on, begun_on=on))

    def observe_day(self, on: date, knees: Iterable[Knee], *, own: bool) -> None:
        """Note what was met on a day, by what the plan had come to on it.

        Args:
            on: The day.
            knees: As they were planned for.
            own: The day is one of the plan's, so that what it did not have was begun by the runner.
        """
        knees, ran = tuple(knees), on in self._ran_days
        if any(one.begun_on is None for one in self.begun):
            self.begun = [
                self._behind(one, on, knees) for one in self.begun if one.begun_on or _stands(one, knees)
            ]
        lately = len(week_before(self._ran_days, on))
        more = any(lately >= max(1, knee.days) for knee in knees) or self._own_ground.begins(on, knees)
        if ran and own and more:
            self.note_own(on)

    def _behind(self, change: Change, on: date, knees: Iterable[Knee]) -> Change:
        """Give a change as it stands behind a day."""
        if change.begun_on is not None or on < change.on:
            return change
        done = any((on, name) in self._done for name in change.exercises)
        ran = on in self._ran_days and meets(change, knees)
        return replace(change, begun_on=on) if done or ran else change

    def take_back_cadence(self) -> bool:
        """Take back a cadence block that no run had yet: it opens again after what begins in its place."""
        left = [one for one in self.begun if one.kind is not ChangeKind.CADENCE or one.begun_on is not None]
        taken = len(left) < len(self.begun)
        self.begun = left
        return taken

    def may_begin(self, on: date, *, beside: ChangeKind | None = None) -> bool:
        """Whether nothing new was begun for long enough, by the plan or by the runner.

        Args:
            on: The day.
            beside: A kind that need not have begun where it was open for as long.
        """
        # What the runner did is noted on its day, so that the last of a row is the latest.
        span = timedelta(days=self._numbers.change_days.value)
        if any(on - day < span for day in self._own_days[-1:]):
            return False
        waiting = (one for one in self.begun if keeps_waiting(one, on, self._numbers))
        return all(one.kind is beside and one.begun_on is None and on - one.on >= span for one in waiting)
