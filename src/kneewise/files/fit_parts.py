"""Parts of a FIT file that belong to its sessions: laps, pauses, the watch, its clock."""

from collections.abc import Iterator
from typing import Final

import numpy as np

from kneewise.fit import FitFile
from kneewise.model.recording import Lap

QUARTER_HOUR_S: Final = 900
FARTHEST_OFFSET_S: Final = 14 * 3600
STOPS: Final = frozenset({"stop", "stop_all", "stop_disable", "stop_disable_all"})


def laps_of(file: FitFile, start_s: float, end_s: float) -> tuple[Lap, ...]:
    """List the laps that begin within a session."""
    table = file.table("lap")
    starts_s = table.number("start_time")
    lasts_s, ways_m = table.number("total_timer_time"), table.number("total_distance")
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
    at_s, what = table.number("timestamp")[timer], table.word("event_type")[timer]
    stopped_s: float | None = None
    for row in np.argsort(at_s, kind="stable"):
        if what[row] in STOPS:
            stopped_s = float(at_s[row]) if stopped_s is None else stopped_s
        elif what[row] == "start":
            if stopped_s is not None:
                yield stopped_s, float(at_s[row])
            stopped_s = None


def device_of(file: FitFile) -> str:
    """Name the watch: by its product's name, else its maker and the product's number."""
    table = file.table("file_id")
    if not len(table):
        return ""
    named = str(table.word("product_name")[0]) or _creator_name(file)
    maker, product = str(table.word("manufacturer")[0]), _known(table.number("product")[0])
    return f"{maker} {named or ('' if product is None else int(product))}".strip()


def _creator_name(file: FitFile) -> str:
    table = file.table("device_info")
    creators = np.flatnonzero(table.number("device_index") == 0)
    names = [str(table.word("product_name")[row]) for row in creators]
    return next((name for name in names if name), "")


def utc_offset_s_of(file: FitFile) -> int | None:
    """Give the offset of the watch's local clock, where the file's last message says it."""
    table = file.table("activity")
    offsets_s = table.number("local_timestamp") - table.number("timestamp")
    known = offsets_s[np.abs(offsets_s) <= FARTHEST_OFFSET_S]
    return int(round(float(known[-1]) / QUARTER_HOUR_S) * QUARTER_HOUR_S) if len(known) else None


def _known(value: float) -> float | None:
    return float(value) if np.isfinite(value) else None
