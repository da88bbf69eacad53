"""The days of a week on which exercises are due: spread evenly, counted on from what was done."""

from dataclasses import replace
from datetime import date, timedelta

from kneewise.engine.frame import Frame
from kneewise.engine.house import HouseNumbers
from kneewise.guide import step4_strength
from kneewise.model.findings import Assessment
from kneewise.model.observations import Observations
from kneewise.model.plan import Session

WEEK = timedelta(days=7)


def with_exercises(sessions: tuple[Session, ...], frame: Frame, numbers: HouseNumbers) -> tuple[Session, ...]:
    """Put to each day the exercises that are due on it and not done yet; none while the runner is ill."""
    days = tuple(session.on for session in sessions if session.on not in frame.ill_days)
    week = _Week(days, frame.seen, frame.found, numbers.step4_strength)
    circuit = frame.found.strength.circuit_per_week is not None
    due = ((session, week.of(session.on)) for session in sessions)
    return tuple(replace(session, exercises=names, circuit=circuit and bool(names)) for session, names in due)


class _Week:
    """The exercises of a week while it is set out; those that are done equally often share their days."""

    def __init__(
        self, days: tuple[date, ...], seen: Observations, found: Assessment, room: step4_strength.Numbers
    ) -> None:
        self._standings = [at for at in found.strength.standings if at.exercise is not None]
        self._per_week = [step4_strength.sessions_per_week(at, found, room) for at in self._standings]
        self._done = [
            frozenset(
                one.on for one in seen.exercises if step4_strength.in_chain(one.exercise, at.chain, room)
            )
            for at in self._standings
        ]
        self._due = {often: _due(days, self._done_as(often), often) for often in set(self._per_week)}

    def _done_as(self, per_week: float) -> set[date]:
        """Days on which anything was done of what is done so often."""
        alike = (done for often, done in zip(self._per_week, self._done, strict=True) if often == per_week)
        return {on for done in alike for on in done}

    def of(self, on: date) -> tuple[str, ...]:
        """Name what is due on a day."""
        every = zip(self._standings, self._per_week, self._done, strict=True)
        return tuple(
            str(at.exercise) for at, often, done in every if on in self._due[often] and on not in done
        )


def _due(days: tuple[date, ...], done: set[date], per_week: float) -> set[date]:
    """Choose days so that no seven hold more than so many, and none lies closer than an even spread.

    A day on which some of it was done is the day of the rest, too.
    """
    apart = timedelta(days=WEEK.days // int(per_week))
    due: set[date] = set()
    for on in days:
        before = [day for day in done | due if on - WEEK < day < on]
        if on in done or (len(before) < per_week and all(on - day >= apart for day in before)):
            due.add(on)
    return due
