"""What Build grows to: the usual running, the runner's own week, or a race that is to come."""

from datetime import date
from math import ceil

from kneewise.engine.frame import Frame
from kneewise.model.plan import GoalKind


def goal_kind(on: date, frame: Frame) -> GoalKind:
    """Say which goal holds on a day: a race until it is over, then an own week, else the usual one."""
    settings = frame.seen.settings
    if settings.race_on is not None and on <= settings.race_on:
        return GoalKind.RACE
    return GoalKind.USUAL if settings.goal_week_min is None else GoalKind.WEEK


def race_minutes(frame: Frame) -> float | None:
    """Give the length of the race; by its way at the usual pace where no minutes are told."""
    told = frame.seen.settings.race_min
    return _minutes_of_way(frame) if told is None else told


def _minutes_of_way(frame: Frame) -> float | None:
    """Give what the way of the race takes at the usual pace."""
    race_km = frame.seen.settings.race_km
    if race_km is None or not (frame.usual_m and frame.usual_min):
        return None
    return race_km * 1000 * frame.usual_min / frame.usual_m


def run_aim(on: date, frame: Frame, days: int) -> float | None:
    """Give the length that runs of Build grow to: the usual one, or longer where the usual week asks for it.

    For a race that is the run from which one step more is the race, and no less than the usual one.

    Args:
        on: The day.
        frame: What the fold knows beside the diary.
        days: Running days over which the week is spread.
    """
    usual = frame.usual_min
    match goal_kind(on, frame):
        case GoalKind.USUAL:
            # A week of one long run and short ones is more than so many runs of the middle length.
            each = (frame.usual_week_min or 0.0) / days
            return max(usual or 0.0, each) or None
        case GoalKind.WEEK:
            return (frame.seen.settings.goal_week_min or 0.0) / days
        case GoalKind.RACE:
            # Minutes and metres both grow by steps, and whichever comes first holds.
            longer = max(race_minutes(frame) or 0.0, _minutes_of_way(frame) or 0.0)
            race = ceil(longer / (1 + frame.numbers.run_more_percent.value / 100))
            return max(race, usual or 0.0) or None


def week_aim(on: date, frame: Frame) -> float | None:
    """Give the minutes of a week at which Maintain begins."""
    share = frame.numbers.maintain_share_percent.value / 100
    usual = None if frame.usual_week_min is None else frame.usual_week_min * share
    match goal_kind(on, frame):
        case GoalKind.USUAL:
            return usual
        case GoalKind.WEEK:
            return frame.seen.settings.goal_week_min
        case GoalKind.RACE:
            runs = (run_aim(on, frame, frame.usual_days) or 0.0) * frame.plan_days * share
            return max(runs, usual or 0.0) or None
