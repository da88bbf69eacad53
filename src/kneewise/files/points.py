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

POSITIVE: Final = frozenset(
    {
        "heart_rate_bpm",
        "stance_time_ms",
        "vertical_oscillation_mm",
        "step_length_mm",
        "core_temperature_c",
    }
)
"""Columns in which nought means that nothing was measured."""

SILENT_AT_NOUGHT: Final = POSITIVE | {"cadence_spm", "power_w"}
"""Columns in which nought gives way to what another sensor says: it may mean that there is none."""

MOST_AT_ONCE: Final = 5
"""So many points of one instant tell each other what they know."""

PLACE: Final = ("latitude_deg", "longitude_deg")

LEAST_FALL_M: Final = 100.0
ANEW_M: Final = 50.0
MOST_ANEW: Final = 200
"""A counter of the way starts anew where it falls by so much to so little, and not oftener than laps do."""

LEAST_TRUE_SHARE: Final = 0.1
LEAST_WAY_M_S: Final = 0.5
LEAST_PLACED: Final = 60
"""A counter that shows less than a tenth of a way by so many places, at that speed, counts something else."""

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
        middle = (int(known.sum()) - 1) // 2
        middle_s = np.partition(at_s[known], middle)[middle]
        near = known & (np.abs(at_s - middle_s) <= FARTHEST_S)
    order = np.flatnonzero(near)[np.argsort(at_s[near], kind="stable")]
    problems = (
        (Problem(code="odd_times", detail=str(int((known & ~near).sum()))),) if (known & ~near).any() else ()
    )
    sorted_s = at_s[order]
    cleaned = _somewhere({name: _cleaned(name, column[order]) for name, column in columns.items()})
    kept = {name: column for name, column in cleaned.items() if np.isfinite(column).any()}
    return sorted_s, _told_at_once(sorted_s, kept), problems


def _cleaned(name: str, column: Column) -> Column:
    if name not in SPANS and name not in POSITIVE:
        return column
    low, high = SPANS.get(name, (0.0, np.inf))
    outside = (column < low) | (column > high)
    if name in POSITIVE:
        outside |= column == 0
    return np.where(outside, np.nan, column)


def _somewhere(columns: dict[str, Column]) -> dict[str, Column]:
    """Leave out half a place, and the one in the Gulf of Guinea that is written where none is known."""
    if PLACE[0] in columns and PLACE[1] in columns:
        north, east = (columns[name] for name in PLACE)
        nowhere = ((north == 0) & (east == 0)) | np.isnan(north + east)
        columns |= {name: np.where(nowhere, np.nan, columns[name]) for name in PLACE}
    return columns


def _told_at_once(at_s: Column, columns: dict[str, Column]) -> dict[str, Column]:
    """Let the last point of an instant know what the others of it say.

    Some programs write one point for the position and another for the rest; only the last one lasts.
    """
    for back in range(1, MOST_AT_ONCE):
        together = np.flatnonzero(at_s[back:] == at_s[:-back])
        if not len(together):
            return columns
        for column in columns.values():
            unknown = together[np.isnan(column[together + back])]
            column[unknown + back] = column[unknown]
    return columns


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
    placed = "latitude_deg" in kept and "longitude_deg" in kept
    if own is not None and np.isfinite(own).sum() > 1:
        # A counter that jitters must not run backwards; where it was not written it did not stand.
        kept["distance_m"] = np.where(np.isnan(own), np.nan, np.fmax.accumulate(_counted_on(own)))
        if not placed or span_m(kept["distance_m"]) >= _slowest_m(time_s):
            return kept
    if placed:
        way_m = along(time_s, kept["latitude_deg"], kept["longitude_deg"], piece)
        kept["distance_m"] = _true_way(kept.get("distance_m"), way_m, _slowest_m(time_s))
    return kept


def span_m(counted: Column) -> float:
    """Say how far a counter came."""
    known = counted[np.isfinite(counted)]
    return float(known.max() - known.min()) if known.size else 0.0


def _slowest_m(time_s: Column) -> float:
    return LEAST_WAY_M_S * float(time_s[-1] - time_s[0])


def _true_way(own: Column | None, way_m: Column, slowest_m: float) -> Column:
    """Take the way between places where a counter counts kilometres, from point to point, or nothing."""
    if own is None:
        return way_m
    is_way = span_m(way_m) >= slowest_m and np.isfinite(way_m).sum() >= LEAST_PLACED
    return way_m if is_way and span_m(own) < span_m(way_m) * LEAST_TRUE_SHARE else own


def believed_total(total_m: float | None, columns: Mapping[str, Column]) -> float | None:
    """Give a file's own total; ``None`` where its points went ten times as far: it is in kilometres."""
    counted_m = columns.get("distance_m")
    if total_m is None or counted_m is None or len(counted_m) < LEAST_PLACED:
        return total_m
    return total_m if total_m >= span_m(counted_m) * LEAST_TRUE_SHARE else None


def _counted_on(own: Column) -> Column:
    """Count on where a counter starts anew, as with each lap; one that comes back did not."""
    known = np.isfinite(own)
    written = own[known]
    steps = np.diff(written)
    falls = np.flatnonzero((steps < -LEAST_FALL_M) & (written[1:] <= ANEW_M))
    if not 0 < len(falls) <= MOST_ANEW:
        return own
    counted = written.copy()
    for fall in falls:
        if not (steps[fall + 1 :] > -steps[fall] / 2).any():
            counted[fall + 1 :] += written[fall]
    whole = own.copy()
    whole[known] = counted
    return whole


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
