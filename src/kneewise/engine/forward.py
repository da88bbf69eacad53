"""The way ahead if every run is green: the soonest day on which the caps would allow a race.

Nobody's knee answers so; it is the earliest, and no promise. The days to come are planned as the week is,
and each run, walk and morning of them is taken in as a good one.
"""

from collections import deque
from copy import copy
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from kneewise.engine.begun import met, opens, planned_for
from kneewise.engine.build import count_green_week, enter_maintain, step_on
from kneewise.engine.cadence import calf_is_sore
from kneewise.engine.calm import leave_calm
from kneewise.engine.caps import (
    ONE_DAY,
    WEEK,
    longest_allowed,
    single_run_cap,
    single_run_metres,
    whole_days_without,
)
from kneewise.engine.day_rules import Taken, rule_against
from kneewise.engine.events import follow_run, shrink_for_gap, with_run, without_measure
from kneewise.engine.frame import Frame, week_before
from kneewise.engine.knee import CountedRun, Knee
from kneewise.engine.way import Way
from kneewise.engine.week import Extras, plan_day
from kneewise.model.diary import TestKind, TestResult
from kneewise.model.findings import Colour, PainFinding
from kneewise.model.places import Side
from kneewise.model.plan import Change, ChangeKind, Phase, RunColour, Session, SessionKind

LOOKED_BACK = timedelta(weeks=26)
"""Older loads move no cap."""
ENOUGH = 1000
"""Of hops and squats."""


def soonest_race(
    way: Way, frame: Frame, extras: Extras, *, minutes: float, metres: float | None
) -> date | None:
    """Find the first day on which every cap allows a run so long; ``None`` where none comes in time.

    Of the week before it each day that is still to come is lived as planned, or all of them without a run.
    """
    ahead, week = _Ahead(way, frame, extras), deque[_Ahead](maxlen=WEEK.days - 1)
    for _day in range(int(frame.numbers.goal_horizon_days.value) + 1):
        if ahead.allows(minutes, metres):
            return ahead.on
        # Without runs in between no single one may be longer; only the week has more room.
        if week and ahead.reaches(minutes) and week[0].rested_until(ahead.on).allows(minutes, metres):
            return ahead.on
        week.append(copy(ahead))
        ahead.live()
    return None


class _GoodDays:
    """What the end of Calm asks of a day, where each is as good as can be."""

    def __init__(self, pain: PainFinding) -> None:
        self._pain = pain

    def green(self, on: date, side: Side) -> int:  # noqa: ARG002 - every day is alike.
        """Give the green line of a knee today."""
        return self._pain.green_of(side)

    def walking_only(self, on: date) -> bool:  # noqa: ARG002 - see above.
        """Whether a day is walking only: none that is good."""
        return False


class _Ahead:
    """The state while the days to come are lived through."""

    def __init__(self, way: Way, frame: Frame, extras: Extras) -> None:
        self.on = frame.seen.on
        self._past = _GoodDays(frame.found.pain)
        loads = {day: load for day, load in frame.loads.items() if day > self.on - LOOKED_BACK}
        load = replace(frame.found.load, walking_only=False)
        # The race stays the goal however long it takes: what is asked is the soonest day, not the told one.
        choices = replace(frame.seen.settings, race_on=date.max)
        self._frame = replace(
            frame,
            seen=replace(frame.seen, settings=choices),
            loads=loads,
            found=replace(frame.found, load=load),
        )
        self._knees = way.knees
        self._begun = way.begun
        no_block = not frame.found.cadence.wanted or calf_is_sore(frame.seen.on, frame)
        self._cadence = way.cadence_on is not None or no_block
        self._extras = replace(extras, moves=(), shoes=())

    def allows(self, minutes: float, metres: float | None) -> bool:
        """Whether a run so long is within every cap of the day, and the day may hold one."""
        frame, on = self._frame, self.on
        if any(longest_allowed(knee, on, frame) < minutes for knee in self._knees):
            return False
        caps_m = [single_run_metres(knee, on, frame) for knee in self._knees]
        if metres is not None and any(cap is not None and cap < metres for cap in caps_m):
            return False
        taken = Taken(runs=set(frame.run_days), games=frame.game_days, swaps=set(), most_swaps=0)
        return on not in frame.run_days and rule_against(on, self._knees, frame, taken) is None

    def reaches(self, minutes: float) -> bool:
        """Whether the cap on a single run allows one so long."""
        caps = (single_run_cap(knee, self.on, self._frame) for knee in self._knees)
        return all(cap is not None and cap >= minutes for cap in caps)

    def rested_until(self, on: date) -> "_Ahead":
        """Give a later day as it would be without a run until then."""
        ahead = copy(self)
        while ahead.on < on:
            ahead.spend(Session(on=ahead.on, kind=SessionKind.REST))
        return ahead

    def live(self) -> None:
        """Do what is planned for the day, well, and go on to the next."""
        held = self._begun.held(self.on, self._frame.numbers)
        planned = tuple(planned_for(knee, held) for knee in self._knees)
        self.spend(plan_day(planned, self._frame, self._extras))

    def spend(self, session: Session) -> None:
        """Do one thing on the day, well, and go on to the next."""
        self._begin(session)
        self._knees = tuple(self._did(knee, session) for knee in self._knees)
        self._go_on(session)
        for place in range(len(self._knees)):
            self._decide(place)
        self._begin_cadence()

    def _begin(self, session: Session) -> None:
        """A run begins what is new in it; exercises are not lived through."""
        if session.kind is not SessionKind.RUN:
            return
        lately = len(week_before(frozenset(self._frame.ran_days), self.on))
        held = self._begun.held(self.on, self._frame.numbers)
        changes = met(self._begun.changes, self.on, self._knees, lately=lately, held=held)
        self._begun = replace(self._begun, changes=changes)

    def _did(self, knee: Knee, session: Session) -> Knee:
        """Take in what the day held; a rest day speaks by its morning, where no run of yesterday's does."""
        if session.kind in {SessionKind.RUN, SessionKind.WALK}:
            return _made(knee, session, self._frame)
        if any(run.on == self.on - ONE_DAY for run in knee.runs):
            return knee
        return replace(knee, coloured=(*knee.coloured, _green(knee, self.on, about_run=False)))

    def _go_on(self, session: Session) -> None:
        frame, on = self._frame, self.on
        self.on = on + ONE_DAY
        ran = session.kind is SessionKind.RUN
        tests = tuple(_passed(knee, self.on, kind) for knee in self._knees for kind in TestKind)
        self._frame = replace(
            frame,
            seen=replace(frame.seen, on=self.on, tests=tests),
            loads={**frame.loads, on: (session.running_min,)} if ran else frame.loads,
            run_days=frame.run_days | {on} if ran else frame.run_days,
            ran_days=(*frame.ran_days, on) if ran else frame.ran_days,
            file_days=(*frame.file_days, on) if ran else frame.file_days,
        )
        calm = any(knee.phase is Phase.CALM for knee in self._knees)
        swapped = (on,) if session.kind in {SessionKind.BIKE, SessionKind.POOL} else ()
        self._extras = replace(
            self._extras,
            sore_today=False,
            next_run_most_min=None if ran else self._extras.next_run_most_min,
            swaps=self._extras.swaps if calm else 0,
            swapped_days=(*self._extras.swapped_days, *swapped),
        )

    def _decide(self, place: int) -> None:
        """Take the steps that a new day brings to a knee."""
        on, frame, before = self.on, self._frame, self._knees
        gap = whole_days_without(on, frame)
        knee = before[place] if gap is None else shrink_for_gap(before[place], on, gap, frame)
        knee = count_green_week(without_measure(knee, on, frame), on, frame)
        if knee.phase is Phase.CALM:
            knee = leave_calm(knee, on, self._past, frame)
        another_day = not self._begun.waits(ChangeKind.RUNNING_DAY)
        step = step_on(knee, on, frame, may_change=True, may_add_day=another_day)
        if step.change is not None and not self._may_begin(step.change):
            step = step_on(knee, on, frame, may_change=False)
        self._knees = (*before[:place], step.knee, *before[place + 1 :])
        if step.change is not None and opens(step.change, before, self._knees):
            self._open(step.change)
        self._knees = (*before[:place], enter_maintain(step.knee, on, frame), *before[place + 1 :])

    def _may_begin(self, kind: ChangeKind) -> bool:
        return self._begun.may_begin(kind, self.on, self._frame.numbers)

    def _open(self, kind: ChangeKind) -> None:
        self._begun = replace(self._begun, changes=(*self._begun.changes, Change(kind=kind, on=self.on)))

    def _begin_cadence(self) -> None:
        """The cadence block takes a week of changes once, as it will."""
        ready = all(self.on - knee.calm_since >= self._frame.cadence_after_days for knee in self._knees)
        if not self._cadence and ready and self._may_begin(ChangeKind.CADENCE):
            self._cadence = True
            self._open(ChangeKind.CADENCE)


def _made(knee: Knee, session: Session, frame: Frame) -> Knee:
    """Count a green run, or the walk that stands for one or leads out of Calm."""
    on, walk = session.on, session.kind is SessionKind.WALK
    pace_m = frame.usual_m / frame.usual_min if frame.usual_m and frame.usual_min else None
    stage = not walk or knee.phase is not Phase.CALM
    run = CountedRun(
        on=on,
        minutes=session.running_min,
        metres=None if walk or pace_m is None else session.running_min * pace_m,
        colour=Colour.GREEN,
        full=stage,
        counts=stage,
        walked_min=session.duration_min if walk else None,
    )
    colour = _green(knee, on, about_run=True)
    return with_run(follow_run(knee, colour, forward=run.earns, frame=frame), run, colour)


def _green(knee: Knee, on: date, *, about_run: bool) -> RunColour:
    return RunColour(on=on, side=knee.side, about_run=about_run, activity_id=None, colour=Colour.GREEN)


def _passed(knee: Knee, on: date, kind: TestKind) -> TestResult:
    """A test at home that hurts nowhere."""
    at = datetime.combine(on, time(), tzinfo=UTC)
    return TestResult(record_id="", at=at, on=on, side=knee.side, kind=kind, pain_0_10=0, count=ENOUGH)
