"""How the runner moves, second by second: speed on slopes, steps for the speed, a heart that follows late."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from kneewise.app.sample_runner.course import Course
from kneewise.app.sample_runner.season import Outing
from kneewise.model.recording import Column

WARM_S = 120
HEART_LAG_S = 35.0


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Track:
    """A session second by second.

    Attributes:
        time_s: After the start; a pause leaves a gap. Shape ``(n,)``.
        columns: By the names of FIT's records, same shape.
        stiffness_kn_m: What an app on the watch adds, shape ``(n,)``; empty where it does not run.
        paused_s: From when to when the watch stood.
    """

    time_s: Column
    columns: Mapping[str, Column]
    stiffness_kn_m: Column
    paused_s: tuple[float, float] | None


class Chance:
    """Seeded noise out of uniform numbers alone, which every version of NumPy draws alike."""

    def __init__(self, seed: tuple[int, ...]) -> None:
        self._uniform = np.random.Generator(np.random.PCG64(list(seed)))

    def noise(self, count: int) -> Column:
        """Draw bell-shaped noise of spread 1, shape ``(count,)``."""
        drawn: Column = self._uniform.random((12, count)).sum(axis=0) - 6
        return drawn

    def drift(self, count: int, *, lag_s: float, spread: float) -> Column:
        """Draw noise that changes slowly, shape ``(count,)``."""
        slow = followed(self.noise(count), lag_s)
        return slow * spread / max(float(slow.std()), 1e-9)


def followed(target: Column, lag_s: float) -> Column:
    """Follow a target late, as hearts do; one value a second, shape ``(n,)``."""
    share = 1 - np.exp(-1 / lag_s)
    here = float(target[0])
    out = np.empty_like(target)
    for second, wanted in enumerate(target):
        here += share * (float(wanted) - here)
        out[second] = here
    return out


def move(outing: Outing, course: Course, chance: Chance) -> Track:
    """Move over a course for the minutes of an outing."""
    seconds = int(outing.minutes * 60 + 7 * float(chance.noise(1)[0]))
    time_s = np.arange(seconds, dtype=np.float64)
    warm = 0.9 + 0.1 * np.minimum(time_s / WARM_S, 1)
    wanted = outing.speed_m_s * warm + chance.drift(seconds, lag_s=25, spread=0.05 * outing.speed_m_s)
    grade = course.grade_at(np.cumsum(wanted))
    slope = 5.0 if outing.sport == "cycling" else 2.3
    speed = np.maximum(wanted * (1 - slope * np.clip(grade, -0.05, 0.12)), 0.3 * outing.speed_m_s)
    distance = np.cumsum(speed)
    paused = (0.5 * seconds, 0.5 * seconds + 34) if outing.stop else None
    if paused is not None:
        time_s = np.where(time_s >= paused[0], time_s + 34, time_s)
    drift = np.stack([chance.drift(seconds, lag_s=40, spread=2.2) for _axis in range(2)])
    latitude, longitude = course.position_at(distance, drift)
    effort = speed * (1 + (3.5 if outing.sport == "running" else 6) * np.clip(grade, -0.04, 0.15))
    columns = {
        "position_lat": latitude,
        "position_long": longitude,
        "enhanced_altitude": course.altitude_at(distance) + chance.drift(seconds, lag_s=90, spread=0.8),
        "distance": distance,
        "enhanced_speed": speed,
        "heart_rate": _heart(outing, effort, chance),
        "temperature": np.round(np.full(seconds, 14.0) - outing.days_ago % 5),
    }
    if outing.sport == "running":
        columns |= _stride(speed, grade, chance, quicker=_quicker(time_s) if outing.quick else 1.0)
        stiffness = 8.6 + 0.5 * (speed - 2.8) + chance.drift(seconds, lag_s=30, spread=0.2)
    else:
        columns |= {"cadence": np.round(np.clip(82 + chance.drift(seconds, lag_s=15, spread=6), 0, 120))}
        stiffness = np.empty(0)
    return Track(time_s=time_s, columns=columns, stiffness_kn_m=stiffness, paused_s=paused)


def _heart(outing: Outing, effort: Column, chance: Chance) -> Column:
    """Beats a minute: higher with effort, late, and slowly climbing over an hour."""
    relative = effort / (2.78 if outing.sport == "running" else 7.0)
    hours = np.arange(len(effort)) / 3600
    wanted = 58 + 84 * relative * (1 + 0.05 * hours)
    wanted[0] = 84
    beats = followed(wanted, HEART_LAG_S) + chance.drift(len(effort), lag_s=20, spread=1.3)
    return beats.clip(60, 188).round()


def _quicker(time_s: Column) -> Column:
    """Take five percent more steps in the last minute of every five, shape ``(n,)``."""
    return np.where(time_s % 300 >= 240, 1.05, 1.0)


def _stride(speed: Column, grade: Column, chance: Chance, *, quicker: Column | float) -> dict[str, Column]:
    """Steps for the speed: quicker when faster and uphill, as watches write them for one leg."""
    steps = quicker * (131.5 + 11 * speed + 25 * np.clip(grade, -0.05, 0.1))
    steps += chance.drift(len(speed), lag_s=12, spread=1.6)
    contact = 268 - 26 * (speed - 2.8) + chance.drift(len(speed), lag_s=15, spread=4)
    rise = 86 + 6 * (speed - 2.8) + chance.drift(len(speed), lag_s=15, spread=2)
    return {
        "cadence": np.round(steps) / 2,
        "stance_time": np.round(contact, 1),
        "vertical_oscillation": np.round(rise, 1),
        "step_length": np.round(speed / steps * 60_000, 1),
    }
