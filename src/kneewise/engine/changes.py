"""Changes (rules 1): what the plan began, and what the runner began anyway, which delays the next."""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from kneewise.engine.frame import Frame, week_before
from kneewise.engine.knee import Knee
from kneewise.engine.own_ground import OwnGround
from kneewise.model.plan import Change, ChangeKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Begun:
    """What has begun by a day, and the days on which the runner began something beside the plan."""

    changes: tuple[Change, ...] = ()
    own_days: tuple[date, ...] = ()


def begun_on(change: Change, frame: Frame, *, by: date) -> date | None:
    """Give the day before ``by`` on which the runner first met a change; ``None`` where that is to come.

    A change of the running begins with the first run that may have it, a harder exercise with the first
    session of one; where no session is told, on the day from which it was asked for.
    """
    if change.kind is ChangeKind.EXERCISE:
        done = (one.on for one in frame.seen.exercises if one.exercise in change.exercises)
        return min((on for on in done if change.on <= on < by), default=change.on)
    first = bisect_left(frame.ran_days, change.on)
    ran = frame.ran_days[first : first + 1]
    return ran[0] if ran and ran[0] < by else None


def keeps_waiting(change: Change, frame: Frame, *, on: date, harder: bool = False) -> bool:
    """Whether a change is still to begin, or began so lately that nothing else may.

    For a run that does not come a harder exercise waits no longer than for one that did on the first day.
    """
    day = begun_on(change, frame, by=on) or (change.on if harder else None)
    return day is None or on - day < timedelta(days=frame.numbers.change_days.value)


class Changes:
    """What has begun so far; it lives for one fold."""

    def __init__(self, frame: Frame, begun: Begun) -> None:
        self._frame = frame
        self._shoe_days = frozenset(frame.seen.shoes_first_used)
        self._ran_days = frozenset(frame.ran_days)
        self._own_ground = OwnGround(frame)
        self._span = timedelta(days=frame.numbers.change_days.value)
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
            self.begin(ChangeKind.NEW_SHOE, on)

    def observe_run(self, on: date, knees: Iterable[Knee]) -> None:
        """Note a running day, hills or speed that the plan did not have by then."""
        if on not in self._ran_days:
            return
        knees, lately = tuple(knees), len(week_before(self._ran_days, on))
        if any(lately >= max(1, knee.days) for knee in knees) or self._own_ground.begins(on, knees):
            self.note_own(on)

    def may_begin(self, on: date, *, harder: bool = False) -> bool:
        """Whether nothing new was begun for long enough, by the plan or by the runner.

        Args:
            on: The day.
            harder: It is asked for a harder exercise.
        """
        # What the runner did is noted on its day, so that the last of a row is the latest.
        if any(on - day < self._span for day in self._own_days[-1:]):
            return False
        return not any(keeps_waiting(change, self._frame, on=on, harder=harder) for change in self.begun)
