"""From points as they were written to a recording: in order, cleaned, with a distance."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Final

import numpy as np

from kneewise.model.errors import Problem
from kneewise.model.recording import Column

EARTH_M: Final = 6_371_008.8
"""Mean radius of the earth."""

FARTHEST_S: Final = 8 * 86_400.0
"""Points farther than this from the middle of a recording have a wrong date: no session lasts so long."""

FASTEST_M_S: Final = 300.0
"""No airliner is faster: such a step is a position not found yet. Smaller jumps stay, as in other readers."""

POSITIVE: Final = frozenset({"heart_rate_bpm", "stance_time_ms", "vertical_oscillation_mm", "step_length_mm"})
"""Columns in which nought means that nothing was measured."""

OLDEST_S: Final = 946_684_800.0
"""The year 2000: no watch that records runs is older, so an earlier date is a clock that was not set."""

SPANS: Final[Mapping[str, tuple[float, float]]] = {
    "latitude_deg": (-90, 90),
    "longitude_deg": (-180, 180),
    "heart_rate_bpm": (0, 254),
    "cadence_spm": (0, 600),
    "speed_m_s": (0, 100),
    "altitude_m": (-1000, 20_000),
    "distance_m": (0, 10_000_000),
}
"""What a column can hold at all; anything outside is a sensor's or a file's fault."""


def in_order(
    at_s: Column, columns: Mapping[str, Column]
) -> tuple[Column, dict[str, Column], tuple[Problem, ...]]:
    """Sort points by time and leave out those without one, or with one of another week.

    Args:
        at_s: Seconds since 1970, shape ``(n,)``, NaN where a point has no time.
        columns: Of the same shape.

    Returns:
        The same sorted, columns without any value left out, and what was odd.
    """
    known = np.isfinite(at_s)
    near = np.zeros_like(known)
    if known.any():
        # One of the points itself: halfway between two far apart there may be none.
        middle_s = np.quantile(at_s[known], 0.5, method="lower")
        near = known & (np.abs(at_s - middle_s) <= FARTHEST_S)
    order = np.flatnonzero(near)[np.argsort(at_s[near], kind="stable")]
    problems = (
        (Problem(code="odd_times", detail=str(int((known & ~near).sum()))),) if (known & ~near).any() else ()
    )
    sorted_columns = {name: _cleaned(name, column[order]) for name, column in columns.items()}
    kept = {name: column for name, column in sorted_columns.items() if np.isfinite(column).any()}
    return at_s[order], kept, problems


def _cleaned(name: str, column: Column) -> Column:
    if name not in SPANS and name not in POSITIVE:
        return column
    low, high = SPANS.get(name, (0.0, np.inf))
    outside = (column < low) | (column > high)
    return np.where(outside | ((column == 0) & (name in POSITIVE)), np.nan, column)


def with_distance(
    time_s: Column, columns: Mapping[str, Column], piece: Column | None = None
) -> dict[str, Column]:
    """Add the cumulative distance along the positions where the file has none.

    Args:
        time_s: Shape ``(n,)``.
        columns: Of the same shape.
        piece: Number of the segment a point belongs to; what lies between segments was not recorded.
    """
    kept = dict(columns)
    own = kept.pop("distance_m", None)
    if own is not None and np.isfinite(own).sum() > 1:
        # A counter that starts anew or jitters must not run backwards.
        kept["distance_m"] = np.fmax.accumulate(own)
        return kept
    if "latitude_deg" in kept and "longitude_deg" in kept:
        kept["distance_m"] = along(time_s, kept["latitude_deg"], kept["longitude_deg"], piece)
    return kept


def along(time_s: Column, latitude_deg: Column, longitude_deg: Column, piece: Column | None = None) -> Column:
    """Add up the way over the sphere, shape ``(n,)``; NaN where a point has no position."""
    known = np.isfinite(latitude_deg) & np.isfinite(longitude_deg)
    way_m = np.full(len(time_s), np.nan)
    if not known.any():
        return way_m
    steps_m = great_circle_m(latitude_deg[known], longitude_deg[known])
    lasts_s = np.diff(time_s[known])
    steps_m[steps_m > FASTEST_M_S * np.maximum(lasts_s, 1.0)] = 0.0
    if piece is not None:
        steps_m[np.diff(piece[known]) != 0] = 0.0
    way_m[known] = np.concatenate(([0.0], np.cumsum(steps_m)))
    return way_m


def great_circle_m(latitude_deg: Column, longitude_deg: Column) -> Column:
    """Give the way from each point to the next by the haversine formula, shape ``(n - 1,)``."""
    latitude, longitude = np.radians(latitude_deg), np.radians(longitude_deg)
    half_chord = (
        np.sin(np.diff(latitude) / 2) ** 2
        + np.cos(latitude[:-1]) * np.cos(latitude[1:]) * np.sin(np.diff(longitude) / 2) ** 2
    )
    metres: Column = 2 * EARTH_M * np.arcsin(np.sqrt(np.clip(half_chord, 0, 1)))
    return metres


def moment(at_s: float) -> datetime:
    """Turn seconds since 1970 into an instant."""
    return datetime.fromtimestamp(at_s, UTC)


def clock_problem(start_s: float) -> tuple[Problem, ...]:
    """Tell of a clock that was not set."""
    return (Problem(code="clock_not_set"),) if start_s < OLDEST_S else ()
