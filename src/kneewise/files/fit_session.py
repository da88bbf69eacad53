"""Which records of a FIT file belong to which session, and what the session says of itself."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from kneewise.files.fit_parts import scalar
from kneewise.files.points import FARTHEST_S
from kneewise.fit import FitFile, Table
from kneewise.model.recording import Column


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
    order = [by_start[start_s] for start_s in sorted(by_start)]
    if not order:
        if len(at_s):
            yield _by_records(file, at_s)
        return
    cuts = [0, *np.searchsorted(at_s, starts_s[order[1:]], "left").tolist(), len(at_s)]
    for place, row in enumerate(order):
        points = slice(cuts[place], cuts[place + 1])
        yield _session(table, row, points, float(starts_s[row]))


def _starts_s(table: Table, at_s: Column) -> Column:
    """Give each session's start; one that is absent or of another week than the records is theirs."""
    starts_s = scalar(table, "start_time")
    ends_s = scalar(table, "timestamp") - np.nan_to_num(scalar(table, "total_elapsed_time"))
    starts_s = np.where(np.isfinite(starts_s), starts_s, ends_s)
    if not len(at_s):
        return starts_s
    far = ~(np.abs(starts_s - at_s[0]) <= FARTHEST_S)
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
