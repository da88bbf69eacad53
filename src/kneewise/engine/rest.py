"""Where the walk through the days rested, so that the next one of the same history goes on from there.

A day is walked by what lies up to it, and by a few terms that are the same for all days. Where all of that is
what it was, the walk would come to the same; where anything is another, it begins at the start.
"""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date, timedelta
from typing import Any

from kneewise.engine.begun import Begun
from kneewise.engine.exercises import Stand
from kneewise.engine.frame import Frame
from kneewise.engine.knee import Knee
from kneewise.model.diary import Clearance
from kneewise.model.observations import Observations
from kneewise.model.places import Side
from kneewise.model.plan import RunColour

RESTS_BEFORE = timedelta(days=4)
"""By then nearly every score of a day is known: one that comes later makes the walk begin at the start."""


OF_ITS_DAY = frozenset(
    {
        "on",
        "answers",
        "sore_sides",
        "aerobic",
        "irritability_anew",
        "more_running_lately",
        "cadence",
        "shoe_km",
        "shoes_last_used",
    }
)
"""What is observed of the day that is decided, and no day before it is walked by."""

READ = tuple(one.name for one in fields(Observations) if one.name not in OF_ITS_DAY)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rest:
    """What the walk had come to at the end of a day, and all that it had read."""

    on: date
    read: tuple[object, ...]
    knees: Mapping[Side, Knee]
    colours: tuple[RunColour, ...]
    changes: Begun
    programme: Stand
    cadence_on: date | None
    cleared_on: date | None

    def leads_to(self, frame: Frame) -> bool:
        """Whether a later day's walk would read the same up to this day."""
        return self.on < frame.seen.on and self.read == read_until(frame, self.on)


def read_until(frame: Frame, on: date) -> tuple[object, ...]:
    """Gather all that the days up to one are walked by, beside the numbers and what was known on each."""
    terms = (
        frame.cuts,
        frame.usual_min,
        frame.usual_week_min,
        frame.usual_m,
        frame.usual_days,
        frame.prefers_swaps,
        frame.found.cadence.wanted,
        bool(frame.file_days),
        {day for day in frame.ill_days if day <= on},
    )
    return (*terms, *(_until(getattr(frame.seen, name), on) for name in READ))


def _until(seen: object, on: date) -> object:
    """Cut what stands in the order of its days after a day; take anything else whole."""
    return seen[: bisect_right(seen, on, key=_day)] if isinstance(seen, tuple) else seen


def _day(one: Any) -> date:  # noqa: ANN401 - Anything that speaks of a day.
    match one:
        case date():
            return one
        case Clearance():
            return one.counts_from
        case _:
            on: date = one.on
            return on
