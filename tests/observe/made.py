"""Recordings made by hand, point by point."""

from datetime import UTC, datetime

import numpy as np

from kneewise.knowledge import read_numbers
from kneewise.model.recording import Column, Recording
from kneewise.model.sport import Sport
from kneewise.observe import Numbers

NUMBERS = read_numbers("kneewise.observe", Numbers)
METRES_A_DEGREE = 111_195.0


def recorded(
    time_s: Column,
    *,
    sport: Sport = Sport.RUNNING,
    sub_sport: str = "",
    elapsed_s: float | None = None,
    timer_s: float | None = None,
    total_m: float | None = None,
    pauses: tuple[tuple[float, float], ...] = (),
    **columns: Column,
) -> Recording:
    return Recording(
        start=datetime(2026, 5, 4, 6, 30, tzinfo=UTC),
        utc_offset_s=None,
        sport=sport,
        sub_sport=sub_sport,
        source_format="fit",
        time_s=time_s,
        columns=columns,
        elapsed_s=float(time_s[-1]) if elapsed_s is None else elapsed_s,
        timer_s=timer_s,
        distance_m=total_m,
        pauses=pauses,
    )


def seconds(count: int) -> Column:
    return np.arange(count + 1, dtype=np.float64)


def steady_run(count: int = 1800, seed: int = 3) -> Recording:
    """A clean run as a watch writes it: a point a second, pace and ground in long waves, northwards."""
    chance = np.random.default_rng(seed)
    time_s = seconds(count)
    speed = 2.8 + 0.2 * np.sin(time_s / 140) + chance.normal(0, 0.03, count + 1)
    distance = np.concatenate(([0.0], np.cumsum(speed[:-1])))
    cadence = 2 * np.round((166 + 10 * (speed - 2.8) + chance.normal(0, 1.2, count + 1)) / 2)
    return recorded(
        time_s,
        speed_m_s=speed,
        distance_m=distance,
        cadence_spm=cadence,
        heart_rate_bpm=np.round(138 + 8 * np.sin(time_s / 300)),
        altitude_m=400 + 12 * np.sin(distance / 400),
        latitude_deg=48 + distance / METRES_A_DEGREE,
        longitude_deg=np.full(count + 1, 11.5),
        step_length_mm=1000 * speed * 60 / cadence,
    )
