"""Parts of a FIT file that belong to its sessions: laps, pauses, the watch, its clock."""

from collections.abc import Iterator
from typing import Final

import numpy as np

from kneewise.fit import FitFile, Table
from kneewise.model.recording import Column, Lap

QUARTER_HOUR_S: Final = 900
FARTHEST_OFFSET_S: Final = 14 * 3600

HOUR_DEG: Final = 15.0
"""So far the sun goes in an hour."""

FARTHEST_SUN_H: Final = 2.5
"""Nobody whose sun is farther from that of Greenwich has a clock that goes by it."""

STOPS: Final = frozenset({"stop", "stop_all", "stop_disable", "stop_disable_all"})


def scalar(table: Table, name: str) -> Column:
    """Give a column of shape ``(n,)``; of one that a damaged file widened to several values, the first."""
    column = table.number(name)
    return column if column.ndim == 1 else column[:, 0]


def laps_of(file: FitFile, start_s: float, end_s: float) -> tuple[Lap, ...]:
    """List the laps that begin within a session."""
    table = file.table("lap")
    starts_s = scalar(table, "start_time")
    lasts_s, ways_m = scalar(table, "total_timer_time"), scalar(table, "total_distance")
    within = np.flatnonzero((starts_s >= start_s - 1) & (starts_s < max(end_s, start_s + 1)))
    return tuple(
        Lap(
            start_s=max(float(starts_s[row]) - start_s, 0.0),
            duration_s=_known(lasts_s[row]),
            distance_m=_known(ways_m[row]),
        )
        for row in within
    )


def pauses_of(file: FitFile, start_s: float, end_s: float) -> tuple[tuple[float, float], ...]:
    """List the spans of a session in which the watch's timer stood."""
    spans = ((max(from_s, start_s) - start_s, min(to_s, end_s) - start_s) for from_s, to_s in _stopped(file))
    return tuple((from_s, to_s) for from_s, to_s in spans if to_s > from_s)


def _stopped(file: FitFile) -> Iterator[tuple[float, float]]:
    table = file.table("event")
    timer = table.word("event") == "timer"
    at_s, what = scalar(table, "timestamp")[timer], table.word("event_type")[timer]
    stopped_s: float | None = None
    for row in np.argsort(at_s, kind="stable"):
        if what[row] in STOPS:
            stopped_s = float(at_s[row]) if stopped_s is None else stopped_s
        elif what[row] == "start":
            if stopped_s is not None:
                yield stopped_s, float(at_s[row])
            stopped_s = None


def device_of(file: FitFile) -> str:
    """Name the watch: by its product's name, else its maker and the product's number.

    "development" is what a file says that no maker answers for, and is no name.
    """
    table = file.table("file_id")
    if not len(table):
        return ""
    named = str(table.word("product_name")[0]) or _creator_name(file)
    maker, product = str(table.word("manufacturer")[0]), _known(scalar(table, "product")[0])
    if maker == "development":
        maker = ""
    return f"{maker} {named or ('' if product is None else int(product))}".strip()


def _creator_name(file: FitFile) -> str:
    table = file.table("device_info")
    creators = np.flatnonzero(scalar(table, "device_index") == 0)
    names = [str(table.word("product_name")[row]) for row in creators]
    return next((name for name in names if name), "")


def utc_offset_s_of(file: FitFile, longitude_deg: Column | None) -> int | None:
    """Give the offset of the watch's local clock, where the file's last message says it.

    Args:
        file: The decoded file.
        longitude_deg: Of the session's points, where known. Programs that know no zone write the same time
            twice: far from Greenwich that is no offset of nought.
    """
    table = file.table("activity")
    offsets_s = scalar(table, "local_timestamp") - scalar(table, "timestamp")
    known = offsets_s[np.abs(offsets_s) <= FARTHEST_OFFSET_S]
    if not len(known):
        return None
    offset_s = int(round(float(known[-1]) / QUARTER_HOUR_S) * QUARTER_HOUR_S)
    return None if offset_s == 0 and _is_far_from_greenwich(longitude_deg) else offset_s


def _is_far_from_greenwich(longitude_deg: Column | None) -> bool:
    if longitude_deg is None or not np.isfinite(longitude_deg).any():
        return False
    return abs(float(np.nanmedian(longitude_deg))) > FARTHEST_SUN_H * HOUR_DEG


def _known(value: float) -> float | None:
    return float(value) if np.isfinite(value) else None
