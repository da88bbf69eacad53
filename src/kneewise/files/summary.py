"""A session of which only a row of an export is known: when, how long, how far, and no points."""

from collections.abc import Mapping
from datetime import datetime
from math import isfinite
from typing import Final

import numpy as np

from kneewise.files.reading import Kind, Reading, UnreadableError, Verdict, not_an_activity
from kneewise.files.xml import OLDEST
from kneewise.model.recording import Recording
from kneewise.model.sport import Sport

SUMMARY: Final = "summary"
LONGEST_S: Final = 8 * 86_400.0
MOST: Final[Mapping[str, float]] = {"elapsed_s": LONGEST_S, "timer_s": LONGEST_S, "distance_m": 10_000_000.0}
"""No session is longer or goes farther: such a figure is another unit, or a slip."""


def summary(
    *,
    start: datetime,
    sport: Sport,
    name: str = "",
    utc_offset_s: int | None = None,
    elapsed_s: float,
    timer_s: float = float("nan"),
    distance_m: float = float("nan"),
) -> Recording:
    """Make a recording of a row; a figure that is absent or cannot be is not known.

    Raises:
        UnreadableError: It has no length, or none that can be.
    """
    figures = {"elapsed_s": elapsed_s, "timer_s": timer_s, "distance_m": distance_m}
    known = {key: figure for key, figure in figures.items() if isfinite(figure) and 0 < figure <= MOST[key]}
    lasts_s = known.get("elapsed_s", known.get("timer_s"))
    if lasts_s is None or start < OLDEST:
        raise UnreadableError("no_length")
    timer_known_s = known.get("timer_s")
    return Recording(
        start=start,
        utc_offset_s=utc_offset_s,
        sport=sport,
        name=name,
        source_format=SUMMARY,
        time_s=np.zeros(0),
        elapsed_s=lasts_s,
        timer_s=None if timer_known_s is None else min(timer_known_s, lasts_s),
        distance_m=known.get("distance_m"),
    )


def reading_of(kind: Kind, recordings: tuple[Recording, ...]) -> Reading:
    """Make the reading of rows."""
    if not recordings:
        return not_an_activity(kind, "table")
    return Reading(kind=kind, verdict=Verdict.ACTIVITY, recordings=recordings)
