"""What was opened by a day, what of it has begun, and what may begin on it (rules 1).

A change is opened by the plan, and begins with the first run or session that has it. Until then it gives way
to what has begun, and in time to what is opened after it.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from kneewise.engine.knee import Knee
from kneewise.engine.numbers import Numbers
from kneewise.model.plan import Change, ChangeKind, Phase

ON_THE_GROUND = frozenset({ChangeKind.HILLS, ChangeKind.DOWNHILL, ChangeKind.SPEED})
"""Left out of a run that is to be repeated plain."""
IN_BUILD = ON_THE_GROUND | {ChangeKind.RUNNING_DAY}


@dataclass(frozen=True, slots=True, kw_only=True)
class Begun:
    """What the plan has opened by a day, and the days on which the runner began something beside it.

    Attributes:
        changes: In the order in which they were opened.
        own_days: In their order.
        taken_back_on: The last day on which a change was taken back that had not begun.
    """

    changes: tuple[Change, ...] = ()
    own_days: tuple[date, ...] = ()
    taken_back_on: date = date.min

    def may_begin(self, kind: ChangeKind, on: date, numbers: Numbers) -> bool:
        """Whether a kind of change may be opened on a day.

        What waits has had a week by then; one in which nothing held it back, where an exercise or the cadence
        block would go before it, or exercises that are earned each week would keep it away for good.
        """
        span = timedelta(days=numbers.change_days.value)
        free_from = self._free_from(span)
        since = date.min if kind in IN_BUILD else free_from
        return on >= free_from and all(
            on - max(one.on, since) >= span and _gives_way(one.kind, kind) for one in self.waiting
        )

    def held(self, on: date, numbers: Numbers) -> tuple[Change, ...]:
        """List what is open and may not begin on a day: all but one, and all while something began lately.

        That one is what was opened last; a harder exercise that nobody did for a week goes behind the others.
        """
        span = timedelta(days=numbers.change_days.value)
        waiting = self.waiting
        if on < self._free_from(span):
            return waiting
        undone = [one for one in waiting if one.kind is ChangeKind.EXERCISE and on - one.on >= span]
        in_turn = [*undone, *(one for one in waiting if one not in undone)]
        return tuple(one for one in waiting if one is not in_turn[-1])

    @property
    def waiting(self) -> tuple[Change, ...]:
        """What is still to begin."""
        return tuple(one for one in self.changes if one.begun_on is None)

    def waits(self, kind: ChangeKind) -> bool:
        """Whether a change of a kind is still to begin."""
        return any(one.kind is kind for one in self.waiting)

    def _free_from(self, span: timedelta) -> date:
        """Give the day from which nothing that began, or was taken back, stands in the way."""
        begun = (one.begun_on for one in self.changes if one.begun_on is not None)
        free = (day + span for day in (*begun, *self.own_days[-1:]))
        return max((*free, self.taken_back_on))


def keeps_waiting(change: Change, on: date, numbers: Numbers) -> bool:
    """Whether a change is still to begin, or began so lately that nothing else may."""
    span = timedelta(days=numbers.change_days.value)
    return change.begun_on is None or on - change.begun_on < span


def _gives_way(waiting: ChangeKind, kind: ChangeKind) -> bool:
    """Whether what waits for its first run or session for a week lets another kind begin before it."""
    match waiting:
        case ChangeKind.CADENCE:
            return kind is ChangeKind.EXERCISE
        case ChangeKind.RUNNING_DAY:
            return kind is not ChangeKind.RUNNING_DAY
        case ChangeKind.HILLS | ChangeKind.DOWNHILL | ChangeKind.SPEED:
            return kind not in IN_BUILD
        case ChangeKind.EXERCISE | ChangeKind.NEW_SHOE:
            return True


def met(
    changes: Iterable[Change],
    on: date,
    knees: tuple[Knee, ...],
    *,
    lately: int,
    held: Collection[Change],
) -> tuple[Change, ...]:
    """Give the changes behind a day with a run that the plan had.

    Args:
        changes: As they stood before it.
        on: The day.
        knees: As they stood on it.
        lately: Running days among the six before.
        held: Those of them that no run of the day had.
    """
    return tuple(
        replace(one, begun_on=on)
        if one.begun_on is None and one not in held and _has(one, on, knees, lately)
        else one
        for one in changes
    )


def _has(change: Change, on: date, knees: tuple[Knee, ...], lately: int) -> bool:
    """Whether a run on a day has the new thing; a running day is met by one run more in its week."""
    if on < change.on or change.kind is ChangeKind.EXERCISE:
        return False
    if change.kind is ChangeKind.RUNNING_DAY:
        return lately + 1 >= min(knee.days for knee in knees)
    plain = change.kind in ON_THE_GROUND and any(knee.plain for knee in knees)
    return not plain and is_open(change.kind, knees)


def is_open(kind: ChangeKind, knees: Iterable[Knee]) -> bool:
    """Whether every knee permits a kind of ground or speed; of other changes this asks nothing."""
    match kind:
        case ChangeKind.HILLS:
            return all(knee.hills_up for knee in knees)
        case ChangeKind.DOWNHILL:
            return all(knee.hills_down for knee in knees)
        case ChangeKind.SPEED:
            return all(knee.speed for knee in knees)
        case _:
            return True


def opens(kind: ChangeKind, before: tuple[Knee, ...], after: tuple[Knee, ...]) -> bool:
    """Whether a step of one knee changes the runs, which are those of all of them."""
    if kind is ChangeKind.RUNNING_DAY:
        return min(knee.days for knee in after) > min(knee.days for knee in before)
    return is_open(kind, after)


def stands(change: Change, knees: tuple[Knee, ...]) -> bool:
    """Whether what is still to begin is in the plan yet: a fall from Build takes it back."""
    built = all(knee.phase in {Phase.BUILD, Phase.MAINTAIN} for knee in knees)
    return change.kind not in IN_BUILD or (built and is_open(change.kind, knees))


def planned_for(knee: Knee, held: Iterable[Change]) -> Knee:
    """Give a knee without what is held: the plan of the day has none of it."""
    kinds = {one.kind for one in held}
    if not kinds & IN_BUILD:
        return knee
    return replace(
        knee,
        days=knee.days - 1 if ChangeKind.RUNNING_DAY in kinds else knee.days,
        hills_up=knee.hills_up and ChangeKind.HILLS not in kinds,
        hills_down=knee.hills_down and ChangeKind.DOWNHILL not in kinds,
        speed=knee.speed and ChangeKind.SPEED not in kinds,
    )
