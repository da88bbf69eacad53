"""An invented loop through open land, with a gentle or a real hill in it."""

from dataclasses import dataclass

import numpy as np

from kneewise.model.recording import Column

LATITUDE_DEG, LONGITUDE_DEG = 50.4, 9.6
EARTH_M = 6_371_009.0
CORNERS = 720


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Course:
    """A closed way.

    Attributes:
        along_m: Distance from the start at each corner, shape ``(CORNERS + 1,)``; the other arrays alike.
        east_m: East of the middle, and ``north_m`` north of it.
        altitude_m: Above the sea.
    """

    along_m: Column
    east_m: Column
    north_m: Column
    altitude_m: Column

    @property
    def length_m(self) -> float:
        """Once around."""
        return float(self.along_m[-1])

    def altitude_at(self, distance_m: Column) -> Column:
        """Look up the altitude after a distance, shape ``(n,)``."""
        return np.interp(distance_m % self.length_m, self.along_m, self.altitude_m)

    def grade_at(self, distance_m: Column) -> Column:
        """Look up the slope after a distance, rise over run, shape ``(n,)``."""
        return (self.altitude_at(distance_m + 10) - self.altitude_at(distance_m - 10)) / 20

    def position_at(self, distance_m: Column, drift_m: Column) -> tuple[Column, Column]:
        """Look up latitude and longitude in degrees, as a watch sees them.

        Args:
            distance_m: From the start, shape ``(n,)``.
            drift_m: How far off the satellites are, east and north, shape ``(2, n)``.
        """
        here = distance_m % self.length_m
        north = np.interp(here, self.along_m, self.north_m) + drift_m[1]
        east = np.interp(here, self.along_m, self.east_m) + drift_m[0]
        latitude = LATITUDE_DEG + np.degrees(north / EARTH_M)
        return latitude, LONGITUDE_DEG + np.degrees(east / EARTH_M / np.cos(np.radians(LATITUDE_DEG)))


def make_course(length_m: float, *, hilly: bool) -> Course:
    """Draw a loop of a length; the same every time."""
    turn = np.linspace(0, 2 * np.pi, CORNERS + 1)
    radius = 1 + 0.24 * np.cos(2 * turn + 0.7) + 0.11 * np.sin(3 * turn) + 0.04 * np.cos(7 * turn)
    east, north = radius * np.cos(turn), radius * np.sin(turn)
    steps = np.hypot(np.diff(east), np.diff(north))
    scale = length_m / steps.sum()
    altitude = 142 + 3 * np.sin(turn) + 1.5 * np.sin(5 * turn + 1)
    if hilly:
        altitude += 27 * (1 - np.cos(2 * turn)) / 2 * (1 + 0.4 * np.sin(turn))
    return Course(
        along_m=np.concatenate([[0.0], np.cumsum(steps)]) * scale,
        east_m=east * scale,
        north_m=north * scale,
        altitude_m=altitude,
    )
