"""What the runner wants to be back at, and of a race whether its day can be met by the plan's own limits."""

from dataclasses import replace
from datetime import date

from kneewise.engine.aims import goal_kind, race_minutes, week_aim
from kneewise.engine.day_rules import plain_reason
from kneewise.engine.forward import soonest_race
from kneewise.engine.frame import Frame
from kneewise.engine.house import HouseNumbers
from kneewise.engine.way import Way
from kneewise.engine.week import Extras
from kneewise.model.evidence import Reason, because
from kneewise.model.findings import Profile
from kneewise.model.plan import Goal, GoalKind


def goal_of(way: Way, frame: Frame, extras: Extras, numbers: HouseNumbers) -> Goal:
    """Say which goal holds, and of a race the soonest day; never a promise."""
    kind, on = goal_kind(frame.seen.on, frame), frame.seen.on
    week_min = week_aim(on, frame)
    goal = Goal(kind=kind, week_min=None if week_min is None else round(week_min, 2))
    match kind:
        case GoalKind.USUAL | GoalKind.WEEK:
            seen = None if week_min is None else round(week_min)
            usual, number = frame.usual_week_min, numbers.engine.maintain_days
            more = kind is GoalKind.WEEK and usual is not None and (week_min or 0.0) > usual
            facts = {"usual_min": round(usual or 0.0)} if more else {}
            return replace(goal, because=(because(f"goal.{kind.value}", number, seen=seen, **facts),))
        case GoalKind.RACE:
            expected = because("goal.expected", numbers.step1_pain.recovered_half_days)
            found = _race(goal, way, frame, extras)
            # How soon kneecaps had recovered tells nothing of a tendon.
            of_others = () if frame.found.pain.profile is Profile.TENDON else (expected,)
            return replace(found, because=(*found.because, *of_others))


def _race(goal: Goal, way: Way, frame: Frame, extras: Extras) -> Goal:
    settings, on = frame.seen.settings, frame.seen.on
    minutes = race_minutes(frame)
    metres = None if settings.race_km is None else settings.race_km * 1000
    race_on = settings.race_on or on
    goal = replace(goal, race_on=race_on, race_min=minutes, race_m=metres)
    if minutes is None:
        return replace(goal, because=(plain_reason("goal.race_size"),))
    if not extras.running or on in frame.ill_days:
        return replace(goal, because=(plain_reason("goal.race_waits"),))
    soonest_on = soonest_race(way, frame, extras, minutes=minutes, metres=metres)
    in_time = soonest_on is not None and soonest_on <= race_on
    reason = _verdict(soonest_on, race_on, frame, in_time=in_time)
    return replace(goal, soonest_on=soonest_on, in_time=in_time, because=(reason,))


def _verdict(soonest_on: date | None, race_on: date, frame: Frame, *, in_time: bool) -> Reason:
    days = {"race_on": race_on.isoformat()}
    if soonest_on is None:
        return because("goal.race_beyond", frame.numbers.goal_horizon_days, **days)
    rule = "goal.race_in_time" if in_time else "goal.race_too_soon"
    return because(rule, frame.numbers.run_more_percent, soonest_on=soonest_on.isoformat(), **days)
