"""Hills and speed that the runner began beside the plan, by the files (rules 1)."""

import math
from collections.abc import Callable, Iterable
from datetime import date

from kneewise.engine.frame import Frame
from kneewise.engine.knee import Knee
from kneewise.model.activity import Measured


class OwnGround:
    """The first run of the plan's days with hills, and the first fast one; it lives for one fold.

    Only the first of each is new: who always runs on hills begins nothing each time.
    """

    def __init__(self, frame: Frame) -> None:
        self._hills_on = _first(frame, _is_hilly)
        self._speed_on = _first(frame, _is_fast)

    def begins(self, on: date, knees: Iterable[Knee]) -> bool:
        """Whether a day's run began what the plan had not opened by then."""
        return any(
            (on == self._hills_on and not knee.hills_up) or (on == self._speed_on and not knee.speed)
            for knee in knees
        )


def _first(frame: Frame, is_so: Callable[[Measured, Frame], bool]) -> date | None:
    started = frame.seen.started_on or date.max
    days = (one.on for one in frame.seen.activities if one.is_run and is_so(one.measured, frame))
    return min((on for on in days if on > started), default=None)


def _is_hilly(run: Measured, frame: Frame) -> bool:
    """Whether it climbs or falls by a share of its way."""
    climb_m = max(run.ascent_m or 0.0, run.descent_m or 0.0)
    way_m = run.distance_m or run.running_distance_m
    return 100 * climb_m >= frame.numbers.own_hills_percent.value * (way_m or math.inf)


def _is_fast(run: Measured, frame: Frame) -> bool:
    """Whether its running is faster than the usual run by a share."""
    if not (run.running_s and run.running_distance_m and frame.usual_m and frame.usual_min):
        return False
    usual_m_s = frame.usual_m / (60 * frame.usual_min)
    more = run.running_distance_m / run.running_s / usual_m_s - 1
    return 100 * more >= frame.numbers.own_speed_percent.value
