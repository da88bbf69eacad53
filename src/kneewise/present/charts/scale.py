"""From values to heights, and the lines drawn through them."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, floor

import numpy as np

from kneewise.model.recording import Column
from kneewise.present.charts.shapes import Band, Chart, Line


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """From a value to a height: ``high`` is at the top, whether or not it is the greater number."""

    low: float
    high: float

    def y(self, value: float) -> float:
        """Say where a value stands, in percent from the top."""
        return round(float(100 * (self.high - value) / (self.high - self.low)), 1)

    def chart(  # noqa: PLR0913 - a chart has this many words.
        self,
        kind: str,
        values: Column,
        *,
        title: str,
        unit: str,
        sentence: str,
        now: str,
        grid: tuple[Line, ...],
        band: Band | None = None,
        closed: bool = False,
        digits: int = 1,
    ) -> Chart:
        """Draw the values on this scale."""
        heights = np.clip(100 * (self.high - values) / (self.high - self.low), 0, 100)
        return Chart(
            kind=kind,
            title=title,
            unit=unit,
            sentence=sentence,
            now=now,
            path=_path(heights),
            area=_area(heights, self.y(0)) if closed else "",
            grid=grid,
            band=band,
            values=" ".join(f"{value:.{digits}f}" if np.isfinite(value) else "-" for value in values),
            heights=" ".join(f"{height:.1f}" if np.isfinite(height) else "-" for height in heights),
        )


def _path(heights: Column) -> str:
    """Write the line; every gap lifts the pen."""
    words, pen = [], "M"
    for at, height in enumerate(heights):
        if np.isfinite(height):
            words.append(f"{pen}{at} {height:.1f}")
            pen = "L"
        else:
            pen = "M"
    return "".join(words)


def _area(heights: Column, zero: float) -> str:
    known = np.where(np.isfinite(heights), heights, zero)
    points = "".join(f"L{at} {height:.1f}" for at, height in enumerate(known))
    return f"M0 {zero}{points}L{len(known) - 1} {zero}Z"


def round_steps(low: float, high: float, sizes: Sequence[int]) -> tuple[float, ...]:
    """Choose two or three round values between two ends; where none lies there, the middle."""
    for size in sizes:
        found = tuple(float(at) for at in range(ceil(low / size) * size, floor(high) + 1, size))
        if 0 < len(found) <= 3:
            return found
    return (float(round((low + high) / 2)),)
