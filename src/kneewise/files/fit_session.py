"""Which records of a FIT file belong to which session, and what the session says of itself."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

import numpy as np

from kneewise.files.fit_parts import scalar
from kneewise.files.points import FARTHEST_S
from kneewise.fit import FitFile, Table
from kneewise.model.recording import Column

NAMELESS: Final = frozenset({"", "generic"})
LATE_S: Final = 600.0
"""So long may a watch look for satellites before its first record."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """One session of a file.

    Attributes:
        points: The records that belong to it, as a slice of all records in order of time.
        sport: FIT's word; empty where the file does not say.
    """

    points: slice
    start_s: float
    end_s: float
    elapsed_s: float | None = None
    timer_s: float | None = None
    distance_m: float | None = None
    pool_length_m: float | None = None
    sport: str = ""
    sub_sport: str = ""
    name: str = ""


def sessions_of(file: FitFile, at_s: Column) -> Iterator[Session]:
    """Yield the sessions in order of time; a file that was cut before its session gets one by its records.

    Args:
        file: The decoded file.
        at_s: The instants of its records in order, shape ``(n,)``.
    """
    table = file.table("session")
    starts_s = _starts_s(table, at_s)
    # A session written twice counts once: damaged files repeat it.
    by_start = {float(starts_s[row]): row for row in range(len(table)) if np.isfinite(starts_s[row])}
    order = _once(table, [by_start[start_s] for start_s in sorted(by_start)], starts_s)
    if not order:
        if len(at_s):
            yield _by_records(file, at_s)
        elif len(file.table("lap")):
            yield from _by_laps(file)
        return
    cuts = [0, *np.searchsorted(at_s, starts_s[order[1:]], "left").tolist(), len(at_s)]
    for place, row in enumerate(order):
        points = slice(cuts[place], cuts[place + 1])
        session = _session(table, row, points, float(starts_s[row]))
        yield session if len(order) > 1 else _told(file, session)


def _once(table: Table, rows: list[int], starts_s: Column) -> list[int]:
    """Leave out a session of which another of the same sport and length begins within its first half."""
    lasts_s, sports = scalar(table, "total_elapsed_time"), table.word("sport")
    again = {
        row
        for row, after in pairwise(rows)
        if sports[row] == sports[after]
        and starts_s[after] - starts_s[row] < lasts_s[row] / 2
        and abs(lasts_s[after] - lasts_s[row]) <= lasts_s[row] / 10
    }
    return [row for row in rows if row not in again]


def _told(file: FitFile, session: Session) -> Session:
    """Let the only session of a file that names no sport have that of the file's other messages."""
    if session.sport not in NAMELESS or session.sub_sport not in NAMELESS:
        return session
    sport, sub_sport = _sport_without_session(file)
    return replace(session, sport=sport, sub_sport=sub_sport) if sport else session


def _starts_s(table: Table, at_s: Column) -> Column:
    """Give each session's start; one that is absent or of another week than the records is theirs."""
    starts_s = scalar(table, "start_time")
    ends_s = scalar(table, "timestamp") - np.nan_to_num(scalar(table, "total_elapsed_time"))
    starts_s = np.where(np.isfinite(starts_s), starts_s, ends_s)
    if not len(at_s):
        return starts_s
    far = ~(np.abs(starts_s - at_s[0]) <= FARTHEST_S)
    if len(table) == 1:
        # Some programs write the start in local time: the one session then ends before its records begin.
        far |= starts_s + scalar(table, "total_elapsed_time") < at_s[0] - LATE_S
    return np.where(far, at_s[0], starts_s)


def _session(table: Table, row: int, points: slice, start_s: float) -> Session:
    elapsed_s = _lasting(table, row, "total_elapsed_time")
    return Session(
        points=points,
        start_s=start_s,
        end_s=start_s + (elapsed_s or 0.0),
        elapsed_s=elapsed_s,
        timer_s=_lasting(table, row, "total_timer_time"),
        distance_m=_positive(table, row, "total_distance"),
        pool_length_m=_positive(table, row, "pool_length"),
        sport=str(table.word("sport")[row]),
        sub_sport=str(table.word("sub_sport")[row]),
        name=str(table.word("sport_profile_name")[row]),
    )


def _by_laps(file: FitFile) -> Iterator[Session]:
    """Make a session of laps alone, which is what is left where a watch went out before its end."""
    table = file.table("lap")
    starts_s, lasts_s = scalar(table, "start_time"), scalar(table, "total_elapsed_time")
    ends_s = starts_s + lasts_s
    if not np.isfinite(ends_s).any():
        return
    start_s, end_s = float(np.nanmin(starts_s)), float(np.nanmax(ends_s))
    sport, sub_sport = _sport_without_session(file)
    yield Session(
        points=slice(0, 0),
        start_s=start_s,
        end_s=end_s,
        elapsed_s=end_s - start_s if 0 < end_s - start_s <= FARTHEST_S else None,
        timer_s=_sum(scalar(table, "total_timer_time")),
        distance_m=_sum(scalar(table, "total_distance")),
        sport=sport,
        sub_sport=sub_sport,
    )


def _sum(column: Column) -> float | None:
    total = float(np.sum(column))
    return total if total > 0 else None


def _by_records(file: FitFile, at_s: Column) -> Session:
    sport, sub_sport = _sport_without_session(file)
    return Session(
        points=slice(0, len(at_s)),
        start_s=float(at_s[0]),
        end_s=float(at_s[-1]),
        elapsed_s=float(at_s[-1] - at_s[0]),
        sport=sport,
        sub_sport=sub_sport,
    )


def _sport_without_session(file: FitFile) -> tuple[str, str]:
    for name in ("sport", "lap"):
        table = file.table(name)
        said = [row for row, sport in enumerate(table.word("sport")) if sport]
        if said:
            return str(table.word("sport")[said[-1]]), str(table.word("sub_sport")[said[-1]])
    return "", ""


def _positive(table: Table, row: int, name: str) -> float | None:
    value = float(scalar(table, name)[row])
    return value if value > 0 else None


def _lasting(table: Table, row: int, name: str) -> float | None:
    seconds = _positive(table, row, name)
    return seconds if seconds is not None and seconds <= FARTHEST_S else None
