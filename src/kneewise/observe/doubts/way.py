"""Places and speeds that no runner can have, and distances that nobody saw from above."""

from dataclasses import replace
from typing import Final

import numpy as np

from kneewise.model.doubt import Done, Doubt, DoubtCode
from kneewise.model.recording import Column, Recording
from kneewise.model.sport import Sport
from kneewise.observe.doubts.jumps import Pace, impossible_steps, there_and_back, way_between_m
from kneewise.observe.doubts.stretches import Found, Span, doubt_on, spans_of, with_columns, within
from kneewise.observe.numbers import Numbers
from kneewise.observe.weights import fastest_m_s, known_span

INDOORS: Final = frozenset({"treadmill", "indoor_running", "virtual_activity"})


def doubt_way(recording: Recording, numbers: Numbers) -> Found:
    """Leave out speeds and jumps of position beyond any runner, and say where distance is an estimate."""
    limit = fastest_m_s(recording.sport, numbers)
    if limit is None:
        return recording, ()
    pace = Pace(fastest_m_s=limit, numbers=numbers)
    recording, fast = _doubt_speed(recording, limit)
    recording, removed_m, leaps = _level_distance(recording, pace)
    recording, away = _drop_positions(recording, pace)
    jumps = spans_of(within((*leaps, *away), recording.time_s), recording.time_s)
    return recording, (*fast, *_doubt_jumps(recording, jumps, removed_m), *_doubt_estimate(recording))


def _doubt_speed(recording: Recording, limit: float) -> Found:
    speed = recording.columns.get("speed_m_s")
    if speed is None or not (too_fast := speed > limit).any():
        return recording, ()
    spans = spans_of(too_fast, recording.time_s)
    facts = {"most_m_s": round(float(np.nanmax(speed)), 1)}
    doubt = doubt_on(recording, DoubtCode.SPEED_SPIKE, Done.LEFT_OUT, spans, facts=facts)
    return with_columns(recording, speed_m_s=np.where(too_fast, np.nan, speed)), (doubt,)


def _level_distance(recording: Recording, pace: Pace) -> tuple[Recording, float, tuple[Span, ...]]:
    """Make steps that nobody can have run as long as the usual ones; give the metres that went, and where."""
    distance_m = recording.columns.get("distance_m")
    if distance_m is None or np.isfinite(distance_m).sum() <= 1:
        return recording, 0.0, ()
    known = np.flatnonzero(np.isfinite(distance_m))
    time_s, steps_m = recording.time_s[known], np.diff(distance_m[known])
    jumps = impossible_steps(time_s, steps_m, pace)
    if not jumps.size:
        return recording, 0.0, ()
    levelled_m = steps_m.copy()
    levelled_m[jumps] = np.minimum(_usual_m(time_s, steps_m, pace)[jumps], steps_m[jumps])
    levelled = distance_m.copy()
    levelled[known[1:]] = distance_m[known[0]] + np.cumsum(levelled_m)
    removed_m = float((steps_m - levelled_m).sum())
    spans = tuple((float(time_s[at]), float(time_s[at + 1])) for at in jumps)
    shorter = _shorter(recording, distance_m, removed_m)
    return with_columns(shorter, distance_m=levelled), removed_m, spans


def _usual_m(time_s: Column, steps_m: Column, pace: Pace) -> Column:
    """Say how far each step would have led at the session's own speed; for a few seconds, no longer."""
    lasts_s = np.diff(time_s)
    timed = lasts_s > 0
    usual_m_s = float(np.median(steps_m[timed] / lasts_s[timed])) if timed.any() else 0.0
    usual: Column = usual_m_s * np.minimum(lasts_s, pace.numbers.smoothing.value)
    return usual


def _shorter(recording: Recording, written_m: Column, removed_m: float) -> Recording:
    """Take the jumps out of the file's own total too, where that counted them."""
    total_m, span_m = recording.distance_m, known_span(written_m)
    if total_m is None or span_m is None or total_m < span_m - removed_m / 2:
        return recording
    return replace(recording, distance_m=total_m - removed_m)


def _drop_positions(recording: Recording, pace: Pace) -> tuple[Recording, tuple[Span, ...]]:
    """Leave out the points of a jump there and back.

    A jump one way may be the end of a drift: nobody knows which side was wrong, so both stay.
    """
    latitude, longitude = recording.columns.get("latitude_deg"), recording.columns.get("longitude_deg")
    if latitude is None or longitude is None:
        return recording, ()
    known = np.flatnonzero(np.isfinite(latitude) & np.isfinite(longitude))
    if len(known) <= 1:
        return recording, ()
    time_s, place = recording.time_s[known], (latitude[known], longitude[known])
    jumps = impossible_steps(time_s, way_between_m(*place), pace)
    away = there_and_back(jumps, time_s, place, pace)
    if not away:
        return recording, ()
    off = np.zeros(len(latitude), bool)
    for first, behind in away:
        off[known[first:behind]] = True
    spans = tuple((float(time_s[first - 1]), float(time_s[behind])) for first, behind in away)
    kept = {
        "latitude_deg": np.where(off, np.nan, latitude),
        "longitude_deg": np.where(off, np.nan, longitude),
    }
    return with_columns(recording, **kept), spans


def _doubt_jumps(recording: Recording, spans: tuple[Span, ...], removed_m: float) -> tuple[Doubt, ...]:
    if not spans:
        return ()
    facts = {"removed_m": round(removed_m)}
    return (doubt_on(recording, DoubtCode.POSITION_SPIKE, Done.LEFT_OUT, spans, facts=facts),)


def _doubt_estimate(recording: Recording) -> tuple[Doubt, ...]:
    """Say that a run's distance is what the watch or a pod made of arm or stride."""
    has_way = recording.distance_m is not None or "distance_m" in recording.columns
    seen = "latitude_deg" in recording.columns and recording.sub_sport not in INDOORS
    if recording.sport is not Sport.RUNNING or seen or not has_way:
        return ()
    whole = ((0.0, max(recording.elapsed_s, float(recording.time_s[-1]))),)
    return (doubt_on(recording, DoubtCode.DISTANCE_ESTIMATED, Done.KEPT, whole),)
