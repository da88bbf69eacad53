"""A track of TCX or GPX: its points put in order and made into a recording."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Final

import numpy as np
from numpy.typing import NDArray

from kneewise.files.gather import Points
from kneewise.files.points import believed_total, clock_problem, in_order, moment, with_distance
from kneewise.files.steps import NONE, steps_per_minute
from kneewise.model.errors import Problem
from kneewise.model.recording import Column, Lap, Recording
from kneewise.model.sport import Sport

PIECE: Final = "piece"
FASTEST_SHARE: Final = 0.95
MOST_OF_POINTS: Final = 100
"""A total of so many times its points' own time is in thousandths of a second."""


@dataclass(kw_only=True)
class Track:
    """What is gathered of one track while its file is walked.

    Attributes:
        sport: ``None`` where the file does not say.
    """

    points: Points = field(default_factory=Points)
    sport: Sport | None = None
    name: str = ""
    device: str = ""
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What a file says of a whole track beside its points."""

    start: datetime | None = None
    timer_s: float | None = None
    distance_m: float | None = None
    laps: tuple[tuple[datetime, float | None, float | None], ...] = ()


def recording_of(track: Track, summary: Summary, *, source_format: str) -> Recording | None:
    """Make a recording of a track; ``None`` where most points have no time, or all have the same."""
    points = without_repeats(track.points)
    if _timed(points) * 2 <= len(points):
        return None
    at_s, columns, problems = in_order(points.at_s, {**points.columns, PIECE: points.piece})
    piece = columns.pop(PIECE)
    if at_s[-1] <= at_s[0]:
        return None
    # Laps may begin seconds before the first point; what is measured begins with the points.
    start = moment(float(at_s[0]))
    time_s = at_s - start.timestamp()
    columns = with_distance(time_s, columns, piece)
    sport, guess = _sport(track, time_s, columns)
    rule = NONE
    if "cadence_spm" in columns:
        by_format = source_format == "tcx"
        columns["cadence_spm"], rule = steps_per_minute(
            columns["cadence_spm"], speed_of(time_s, columns), sport, strides_by_format=by_format
        )
    return Recording(
        start=start,
        utc_offset_s=points.offset_s,
        sport=sport,
        name=track.name,
        device=track.device,
        source_format=source_format,
        time_s=time_s,
        columns=columns,
        elapsed_s=float(time_s[-1]),
        timer_s=_lasting(summary.timer_s, time_s),
        distance_m=believed_total(summary.distance_m, columns),
        laps=tuple(
            Lap(start_s=(at - start).total_seconds(), duration_s=_lasting(lasts_s, time_s), distance_m=way_m)
            for at, lasts_s, way_m in summary.laps
        ),
        pauses=between_pieces(time_s, piece),
        cadence_rule=rule,
        problems=(*track.problems, *problems, *clock_problem(float(at_s[0])), *guess),
    )


def _lasting(seconds: float | None, time_s: Column) -> float | None:
    """Give a total of seconds; ``None`` where its points cannot be a hundredth of it, or it is none."""
    return seconds if seconds and seconds <= MOST_OF_POINTS * max(float(time_s[-1]), 60.0) else None


def without_repeats(points: Points) -> Points:
    """Leave out segments that lie within the time of another: some apps write each with all before it.

    One that tells what no other does, as a sensor's own track, is one with them instead.
    """
    within = _within_others(points)
    if not within.any():
        return points
    if any(_known(column[within]) and not _known(column[~within]) for column in points.columns.values()):
        return replace(points, piece=np.zeros(len(points)))
    return replace(
        points,
        at_s=points.at_s[~within],
        piece=points.piece[~within],
        columns={name: column[~within] for name, column in points.columns.items()},
    )


def _known(column: Column) -> bool:
    return bool(np.isfinite(column).any())


def _within_others(points: Points) -> NDArray[np.bool_]:
    """Say of each point whether its segment lies within the time of another, shape ``(n,)``."""
    begins = np.flatnonzero(np.diff(points.piece, prepend=np.nan))
    if len(begins) < 2:
        return np.zeros(len(points), bool)
    starts_s, ends_s = np.fmin.reduceat(points.at_s, begins), np.fmax.reduceat(points.at_s, begins)
    order = np.lexsort((-ends_s, starts_s))
    reached_s = np.concatenate(([-np.inf], np.fmax.accumulate(ends_s[order])[:-1]))
    within = np.zeros(len(begins), bool)
    within[order] = (ends_s[order] <= reached_s) & (starts_s[order] < reached_s)
    return np.repeat(within, np.diff([*begins, len(points)]))


def why_not(tracks: Iterable[Track]) -> str:
    """Say why none of the tracks became a recording."""
    parts = [track.points for track in tracks]
    count = sum(map(len, parts))
    if not count:
        return "no_track"
    return "empty_activity" if sum(map(_timed, parts)) * 2 > count else "track_without_times"


def _timed(points: Points) -> int:
    return int(np.isfinite(points.at_s).sum())


def between_pieces(time_s: Column, piece: Column) -> tuple[tuple[float, float], ...]:
    """List the spans between the segments of a track: the watch stood still there."""
    ends = np.flatnonzero(np.diff(piece))
    return tuple(
        (float(time_s[end]), float(time_s[end + 1])) for end in ends if time_s[end + 1] - time_s[end] > 1.5
    )


def speed_of(time_s: Column, columns: Mapping[str, Column]) -> Column | None:
    """Give the speed as written, else from the distance between points; ``None`` where neither is known."""
    if "speed_m_s" in columns:
        return columns["speed_m_s"]
    distance_m = columns.get("distance_m")
    known = np.isfinite(distance_m) if distance_m is not None else np.zeros(len(time_s), bool)
    if distance_m is None or known.sum() < 2:
        return None
    filled = np.interp(time_s, time_s[known], distance_m[known])
    lasts_s = np.maximum(np.diff(time_s), 1e-9)
    return np.concatenate((np.diff(filled) / lasts_s, [np.nan]))


def _sport(track: Track, time_s: Column, columns: Mapping[str, Column]) -> tuple[Sport, Sequence[Problem]]:
    if track.sport is not None:
        return track.sport, ()
    if looks_like_running(time_s, columns):
        return Sport.RUNNING, (Problem(code="sport_guessed"),)
    return Sport.OTHER, ()


def looks_like_running(time_s: Column, columns: Mapping[str, Column]) -> bool:
    """Whether a track that does not name its sport moved as runners do; in doubt it did not."""
    distance_m = columns.get("distance_m")
    if distance_m is None or time_s[-1] - time_s[0] < 300:
        return False
    known = np.isfinite(distance_m)
    if known.sum() < 60:
        return False
    # Speed over half minutes: single steps of a position jump too much to tell a runner from a rider.
    grid_s = np.arange(time_s[0], time_s[-1], 30.0)
    speed = np.diff(np.interp(grid_s, time_s[known], distance_m[known])) / 30.0
    moving = speed[speed > 0.5]
    if moving.size < 10:
        return False
    middle, fast = np.quantile(moving, [0.5, FASTEST_SHARE])
    return bool(2.0 <= middle <= 4.5 and fast <= 5.5 and np.mean(moving >= 1.8) >= 0.8)
