"""Measure one recording: running minutes, distance, climb, the medians the rooms look at, and its bands."""

from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any, Final

import numpy as np

from kneewise.model.activity import Measured
from kneewise.model.recording import Column, Recording
from kneewise.model.sport import TRAVELS, Sport
from kneewise.observe import bands
from kneewise.observe.cadence_line import fit_session
from kneewise.observe.doubts import believe
from kneewise.observe.doubts.stretches import spans_of
from kneewise.observe.motion import Motion, column_of, motion_of
from kneewise.observe.numbers import Numbers
from kneewise.observe.terrain import climb_and_fall, grade_percent, level_altitude
from kneewise.observe.weights import known_span, united

MEASURE_VERSION: Final = "6"
"""Raised whenever a figure can come out differently; stored summaries are then measured anew."""

DIGITS: Final = 3

FORM: Final = (
    "stance_time_ms",
    "vertical_oscillation_mm",
    "step_length_mm",
    "stance_time_balance_percent",
)
"""How the feet were set down, taken while running."""


def measure_activity(recording: Recording, numbers: Numbers) -> Measured:
    """Measure what is believed of a recording; what its file cannot tell stays ``None``."""
    believed = believe(recording, numbers)
    recording = believed.recording
    motion = motion_of(recording, numbers)
    timer_s = _timer_s(recording)
    travels = recording.sport in TRAVELS
    moves = motion.moving if travels and motion.is_known else np.ones_like(motion.moving)
    heart = column_of(recording, "heart_rate_bpm")
    levelled = level_altitude(recording, numbers)
    ascent_m, descent_m = (None, None) if levelled is None else climb_and_fall(levelled[1], numbers)
    grade = grade_percent(recording, levelled, numbers) if recording.sport is Sport.RUNNING else None
    measured = Measured(
        version=MEASURE_VERSION,
        elapsed_s=recording.elapsed_s,
        timer_s=timer_s,
        moving_s=motion.seconds(motion.moving) if travels and motion.is_known else timer_s,
        distance_m=_distance_m(recording),
        ascent_m=ascent_m,
        descent_m=descent_m,
        heart_rate_bpm=motion.median(heart, motion.weight_s > 0),
        has_position=bool(np.isfinite(column_of(recording, "latitude_deg")).any()),
        by_heart_rate=bands.by_heart_rate(heart, moves, motion.weight_s, numbers.heart_band.value),
        doubts=believed.doubts,
        coverage=_coverage(recording, motion, grade, timer_s),
        **(_of_running(recording, motion, grade, numbers) if recording.sport is Sport.RUNNING else {}),
    )
    return _rounded(measured)


def _rounded(measured: Measured) -> Measured:
    """Round figures to a thousandth of their unit: no watch is finer, and thousands of them are kept."""
    named = ((field.name, getattr(measured, field.name)) for field in fields(measured))
    finer: dict[str, Any] = {name: round(each, DIGITS) for name, each in named if isinstance(each, float)}
    return replace(measured, **finer)


def walking_spans(
    recording: Recording, numbers: Numbers, *, at_least_s: float
) -> tuple[tuple[float, float], ...]:
    """Find the longer parts that were known and not running, as half-open spans of seconds."""
    motion = motion_of(recording, numbers)
    return spans_of(motion.known & ~motion.running, recording.time_s, at_least_s=at_least_s)


def _of_running(
    recording: Recording, motion: Motion, grade: Column | None, numbers: Numbers
) -> Mapping[str, Any]:
    if not motion.is_known:
        return {}
    running = motion.running
    speed_m_s = motion.median(motion.speed_m_s, running)
    easy = running & (motion.speed_m_s <= (speed_m_s or 0.0))
    by_speed = bands.by_speed(motion, grade, numbers)
    return {
        "speed_m_s": speed_m_s,
        "running_s": motion.seconds(running),
        "walking_s": motion.seconds(motion.walking),
        "walking_breaks": _breaks(recording, motion, numbers),
        "running_distance_m": _distance_within(recording, motion),
        "cadence_spm": motion.median(motion.cadence_spm, running),
        "easy_pace_cadence_spm": motion.median(motion.cadence_spm, easy),
        "speed_quantiles_m_s": bands.speed_quantiles(motion),
        "cadence_line": fit_session(by_speed, motion, numbers),
        "by_speed": by_speed,
        "by_grade": bands.by_grade(motion, grade, numbers),
        "by_cadence": bands.by_cadence(motion),
        **{name: motion.median(column, running) for name, column in _form(recording).items()},
    }


def _form(recording: Recording) -> Mapping[str, Column]:
    return {name: recording.columns[name] for name in FORM if name in recording.columns}


def _breaks(recording: Recording, motion: Motion, numbers: Numbers) -> int:
    """Count the walks between two runs; a step aside is not one."""
    ran = recording.time_s[motion.running & (motion.weight_s > 0)]
    if not ran.size:
        return 0
    walks = spans_of(motion.walking, recording.time_s, at_least_s=numbers.walking_break.value)
    first_s, last_s = float(ran[0]), float(ran[-1])
    return sum(first_s < start and end <= last_s for start, end in walks)


def _timer_s(recording: Recording) -> float:
    if recording.timer_s is not None:
        return recording.timer_s
    return max(recording.elapsed_s - sum(to_s - from_s for from_s, to_s in united(recording.pauses)), 0.0)


def _distance_m(recording: Recording) -> float | None:
    if recording.distance_m is not None:
        return recording.distance_m
    return known_span(column_of(recording, "distance_m"))


def _distance_within(recording: Recording, motion: Motion) -> float | None:
    """Add up the way between points that were running and counted."""
    distance_m = column_of(recording, "distance_m")
    known = np.isfinite(distance_m)
    if known.sum() <= 1:
        return None
    filled = np.interp(recording.time_s, recording.time_s[known], distance_m[known])
    steps_m = np.diff(filled, append=filled[-1])
    return float(steps_m[motion.running & (motion.weight_s > 0)].clip(min=0).sum())


def _coverage(
    recording: Recording, motion: Motion, grade: Column | None, timer_s: float
) -> Mapping[str, float]:
    columns = {
        "running": motion.known,
        "cadence": np.isfinite(motion.cadence_spm),
        "speed": np.isfinite(motion.speed_m_s),
        "heart_rate": np.isfinite(column_of(recording, "heart_rate_bpm")),
        "altitude": np.isfinite(column_of(recording, "altitude_m")),
    }
    if grade is not None:
        columns["grade"] = np.isfinite(grade)
    columns |= {name.rpartition("_")[0]: np.isfinite(column) for name, column in _form(recording).items()}
    whole_s = max(timer_s, 1.0)
    return {name: round(min(motion.seconds(on) / whole_s, 1.0), 4) for name, on in columns.items()}
