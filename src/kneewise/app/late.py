"""Until when what is told of a run gives it its colour; later it is kept, and heard as a sign alone."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from kneewise.app.numbers import house_numbers
from kneewise.model.activity import Activity

A_MORNING_AFTER = timedelta(days=2)
"""The morning after a run may be told until the end of the day after it, whatever the hour of the run."""

STILL_HEARD = frozenset({"limp", "painkiller"})
"""A late yes to these colours all the same."""


def stops_running(score: object) -> bool:
    """Whether a score stops running by itself: it is heard from the moment it is told, whatever its day."""
    return isinstance(score, int) and score > house_numbers().red_flags.pain_stop_above_0_10.value


def is_late(run: Activity, at: datetime) -> bool:
    """Whether scores of a run that are told at an instant colour it no more."""
    return at > run.end + timedelta(hours=house_numbers().observe.scores_within.value)


def takes_morning(run: Activity, at: datetime) -> bool:
    """Whether the morning after a run may still be told by memory."""
    return at.date() <= run.on + A_MORNING_AFTER


def colours_still(run: Activity, at: datetime, *, scores: Iterable[str], yes: Iterable[str] = ()) -> bool:
    """Whether anything that is told of a run at an instant colours it.

    Args:
        run: The run.
        at: When it is told, on the runner's wall clock.
        scores: The names of the scores.
        yes: What was answered yes.
    """
    if not is_late(run, at) or not STILL_HEARD.isdisjoint(yes):
        return True
    return "morning" in scores and takes_morning(run, at)
