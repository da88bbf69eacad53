"""Measure one recording: running minutes, distance, climb, and the medians the rooms look at."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from kneewise.model.activity import Measured
from kneewise.model.recording import Column, Recording
from kneewise.model.sport import Sport
from kneewise.observe.numbers import Numbers
from kneewise.observe.terrain import climb_and_fall
from kneewise.observe.weights import known_span, median_by_time, smoothed_speed_m_s, time_weights_s

MEASURE_VERSION: Final = "2"
"""Raised whenever a figure can come out differently; stored summaries are then measured anew."""

TRAVELS: Final = frozenset({Sport.RUNNING, Sport.WALKING, Sport.HIKING, Sport.CYCLING})
"""Sports in which standing still shows in the points; in the others the watch's timer says more."""

Mask = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Pace:
    """What each point says about motion; all of shape ``(n,)``."""

    weight_s: Column
    cadence_spm: Column
    speed_m_s: Column
    running: Mask
    known: Mask
    moving: Mask


def measure_activity(recording: Recording, numbers: Numbers) -> Measured:
    """Measure a recording; what its file cannot tell stays ``None``."""
    pace = _pace(recording, numbers)
    is_run = recording.sport is Sport.RUNNING
    ascent_m, descent_m = climb_and_fall(recording, numbers)
    timer_s = _timer_s(recording)
    return Measured(
        version=MEASURE_VERSION,
        elapsed_s=recording.elapsed_s,
        timer_s=timer_s,
        moving_s=_moving_s(pace, timer_s) if recording.sport in TRAVELS else timer_s,
        distance_m=_distance_m(recording),
        ascent_m=ascent_m,
        descent_m=descent_m,
        heart_rate_bpm=median_by_time(_column(recording, "heart_rate_bpm"), pace.weight_s),
        has_position=bool(np.isfinite(_column(recording, "latitude_deg")).any()),
        coverage=_coverage(recording, pace, timer_s),
        **(_of_running(recording, pace) if is_run else {}),
    )


def walking_spans(
    recording: Recording, numbers: Numbers, *, at_least_s: float
) -> tuple[tuple[float, float], ...]:
    """Find the longer parts that were known and not running, as half-open spans of seconds."""
    pace = _pace(recording, numbers)
    walking = pace.known & ~pace.running
    turns = np.flatnonzero(np.diff(np.concatenate(([False], walking, [False])).astype(np.int8)))
    last = len(recording.time_s) - 1
    spans = ((recording.time_s[a], recording.time_s[min(b, last)]) for a, b in turns.reshape(-1, 2))
    return tuple((float(start), float(end)) for start, end in spans if end - start >= at_least_s)


def _of_running(recording: Recording, pace: _Pace) -> Mapping[str, float | None]:
    if not (pace.weight_s[pace.known] > 0).any():
        return {}
    easy = pace.running & (pace.speed_m_s <= (_median_where(pace.speed_m_s, pace, pace.running) or 0.0))
    return {
        "speed_m_s": _median_where(pace.speed_m_s, pace, pace.running),
        "running_s": float(pace.weight_s[pace.running].sum()),
        "running_distance_m": _distance_within(recording, pace),
        "cadence_spm": _median_where(pace.cadence_spm, pace, pace.running),
        "easy_pace_cadence_spm": _median_where(pace.cadence_spm, pace, easy),
        **{
            name: _median_where(_column(recording, name), pace, pace.running)
            for name in ("stance_time_ms", "vertical_oscillation_mm", "step_length_mm")
        },
    }


def _pace(recording: Recording, numbers: Numbers) -> _Pace:
    cadence = _column(recording, "cadence_spm")
    if not (cadence > 0).any():
        # A column of nothing but zeros is a sensor that never spoke.
        cadence = np.full_like(cadence, np.nan)
    speed = smoothed_speed_m_s(recording, numbers)
    by_speed = np.isnan(cadence) & (speed >= numbers.running_speed.value)
    return _Pace(
        weight_s=time_weights_s(recording, numbers),
        cadence_spm=cadence,
        speed_m_s=speed,
        running=(cadence >= numbers.running_cadence.value) | by_speed,
        known=np.isfinite(cadence) | np.isfinite(speed),
        moving=(cadence > 0) | (speed >= numbers.moving_speed.value),
    )


def _column(recording: Recording, name: str) -> Column:
    found = recording.columns.get(name)
    return np.full(len(recording.time_s), np.nan) if found is None else found


def _median_where(column: Column, pace: _Pace, where: Mask) -> float | None:
    return median_by_time(column[where], pace.weight_s[where])


def _timer_s(recording: Recording) -> float:
    if recording.timer_s is not None:
        return recording.timer_s
    return max(recording.elapsed_s - sum(to_s - from_s for from_s, to_s in recording.pauses), 0.0)


def _moving_s(pace: _Pace, timer_s: float) -> float:
    if not (pace.weight_s[pace.known] > 0).any():
        return timer_s
    return float(pace.weight_s[pace.moving].sum())


def _distance_m(recording: Recording) -> float | None:
    if recording.distance_m is not None:
        return recording.distance_m
    return known_span(_column(recording, "distance_m"))


def _distance_within(recording: Recording, pace: _Pace) -> float | None:
    """Add up the way between points that were running and counted."""
    distance_m = _column(recording, "distance_m")
    known = np.isfinite(distance_m)
    if known.sum() <= 1:
        return None
    filled = np.interp(recording.time_s, recording.time_s[known], distance_m[known])
    steps_m = np.diff(filled, append=filled[-1])
    return float(steps_m[pace.running & (pace.weight_s > 0)].clip(min=0).sum())


def _coverage(recording: Recording, pace: _Pace, timer_s: float) -> Mapping[str, float]:
    columns = {
        "running": pace.known,
        "cadence": np.isfinite(pace.cadence_spm),
        "speed": np.isfinite(pace.speed_m_s),
        "heart_rate": np.isfinite(_column(recording, "heart_rate_bpm")),
    }
    whole_s = max(timer_s, 1.0)
    return {
        name: round(min(float(pace.weight_s[on].sum()) / whole_s, 1.0), 4) for name, on in columns.items()
    }
