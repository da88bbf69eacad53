"""Charts of one run, as geometry that a template writes into SVG: pace, cadence, grade, impact.

Points are gathered into even steps of time, so that a chart of four hours is as light as one of twenty
minutes. Heights are in percent from the top; a gap stays a gap.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import ceil, floor

import numpy as np
from django.utils.translation import gettext as _

from kneewise.model.lengths import unit_m
from kneewise.model.recording import Column, Recording
from kneewise.present.gather import Gatherer
from kneewise.present.words import say_decimal

POINTS = 360
BARS = 60
BAR_S = 60
"""Bars of a minute, or of several where a run is longer than that many."""
MINUS = "\N{MINUS SIGN}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A hairline across the chart with its word beside it; ``is_base`` where the quantity is nought."""

    y: float
    label: str
    is_base: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """The target, as a tint from ``y`` downwards."""

    y: float
    height: float
    label: str

    @property
    def middle(self) -> float:
        """Where its word stands."""
        return round(self.y + self.height / 2, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One bar, in percent from the left and the top."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """One quantity along the run.

    Attributes:
        path: The line, in a box as wide as there are points and 100 high.
        area: The same closed down to ``zero``, for a quantity that has two sides.
        bars: Instead of a line, for a quantity that is counted by the minute.
        values: What the cursor reads, a word a point; ``-`` where nothing is known.
        heights: Where its bead stands, a word a point.
        now: The middle value, said where no cursor moves.
    """

    kind: str
    title: str
    unit: str
    sentence: str
    now: str
    path: str = ""
    area: str = ""
    bars: tuple[Bar, ...] = ()
    grid: tuple[Line, ...] = ()
    band: Band | None = None
    values: str
    heights: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AxisTick:
    """One tick of the minutes below the charts."""

    x: float
    label: str = ""
    anchor: str = "middle"


@dataclass(frozen=True, slots=True, kw_only=True)
class RunCharts:
    """All charts of one run over one axis of minutes.

    Attributes:
        step_s: Seconds between two points.
        last: Index of the last point, which is the charts' width.
        walking: Parts that were not running, as (x, width) in percent.
    """

    charts: tuple[Chart, ...]
    axis: tuple[AxisTick, ...]
    step_s: float
    last: int
    walking: tuple[tuple[float, float], ...] = ()


def draw_run(
    recording: Recording,
    *,
    target_spm: tuple[float, float] | None = None,
    walking_s: Sequence[tuple[float, float]] = (),
    impact: Column | None = None,
    miles: bool = False,
) -> RunCharts | None:
    """Draw what the watch wrote; ``None`` where it wrote too little.

    Args:
        recording: What is believed of it.
        target_spm: The band of cadence to try.
        walking_s: Parts that were walked, as half-open spans of seconds.
        impact: What each point counts for, shape ``(n,)``, NaN off the running.
        miles: Say paces by the mile.
    """
    if recording.time_s.size < 3 or recording.time_s[-1] <= 0:
        return None
    whole_s = float(recording.time_s[-1])
    step_s = max(1.0, ceil(whole_s / POINTS))
    gather = Gatherer(recording, step_s)
    drawn = (
        _draw_pace(gather, miles=miles),
        _draw_cadence(gather, target_spm),
        _draw_grade(gather),
        _draw_impact(gather, impact) if impact is not None else None,
    )
    last = gather.count - 1
    return RunCharts(
        charts=tuple(chart for chart in drawn if chart),
        axis=tuple(_axis(last * step_s)),
        step_s=step_s,
        last=last,
        walking=tuple((100 * a / whole_s, 100 * (b - a) / whole_s) for a, b in walking_s),
    )


def say_clock(seconds: float) -> str:
    """Say seconds as minutes and seconds, hours before them where there are any."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def _draw_pace(gather: Gatherer, *, miles: bool) -> Chart | None:
    speed = gather.column("speed_m_s")
    if speed is None:
        distance = gather.column("distance_m")
        speed = None if distance is None else np.gradient(distance, gather.step_s)
    if speed is None:
        return None
    pace = unit_m(miles=miles) / np.where(speed > 0.5, speed, np.nan)
    if np.isfinite(pace).sum() < 2:
        return None
    slow, fast = np.nanpercentile(pace, 95), np.nanpercentile(pace, 2)
    room = max(20.0, 0.12 * (slow - fast))
    scale = _Scale(low=slow + room, high=fast - room)
    grid = tuple(
        Line(y=scale.y(at), label=say_clock(at)) for at in _steps(fast, slow, (15, 30, 60, 120, 300))
    )
    middle = float(np.nanmedian(pace))
    facts = {"middle": say_clock(middle), "fast": say_clock(fast), "slow": say_clock(slow)}
    said = (
        _("Pace: mostly about %(middle)s a mile, between %(fast)s and %(slow)s.")
        if miles
        else _("Pace: mostly about %(middle)s a kilometre, between %(fast)s and %(slow)s.")
    )
    return scale.chart(
        "pace",
        pace,
        title=_("Pace"),
        unit=_("min per mile") if miles else _("min per km"),
        sentence=said % facts,
        now=say_clock(middle),
        grid=grid,
    )


def _draw_cadence(gather: Gatherer, target_spm: tuple[float, float] | None) -> Chart | None:
    cadence = gather.column("cadence_spm")
    if cadence is None:
        return None
    cadence = np.where(cadence > 0, cadence, np.nan)
    if np.isfinite(cadence).sum() < 2:
        return None
    low, high = float(np.nanpercentile(cadence, 3)), float(np.nanpercentile(cadence, 99))
    if target_spm:
        low, high = min(low, target_spm[0]), max(high, target_spm[1])
    room = max(4.0, 0.12 * (high - low))
    scale = _Scale(low=low - room, high=high + room)
    band = None
    if target_spm:
        top, bottom = scale.y(target_spm[1]), scale.y(target_spm[0])
        band = Band(y=top, height=bottom - top, label=f"{target_spm[0]:.0f}–{target_spm[1]:.0f}")
    free = [
        at
        for at in _steps(low, high, (5, 10, 20, 40))
        if not band or abs(scale.y(at) - band.y - band.height / 2) > 22
    ]
    middle = float(np.nanmedian(cadence))
    quarter, three = np.nanpercentile(cadence, 25), np.nanpercentile(cadence, 75)
    facts = {"middle": f"{middle:.0f}", "low": f"{quarter:.0f}", "high": f"{three:.0f}"}
    return scale.chart(
        "cadence",
        cadence,
        title=_("Cadence"),
        unit=_("steps a minute"),
        sentence=_(
            "Cadence: mostly about %(middle)s steps a minute, half of it between %(low)s and %(high)s."
        )
        % facts,
        now=f"{middle:.0f}",
        grid=tuple(Line(y=scale.y(at), label=f"{at:.0f}") for at in free),
        band=band,
    )


def _draw_grade(gather: Gatherer) -> Chart | None:
    altitude, distance = gather.column("altitude_m"), gather.column("distance_m")
    if altitude is None or distance is None:
        return None
    grade = _grade_percent(altitude, distance, gather.step_s)
    if np.isfinite(grade).sum() < 2:
        return None
    steepest = max(3.0, float(np.nanpercentile(np.abs(grade), 99)))
    scale = _Scale(low=-1.15 * steepest, high=1.15 * steepest)
    facts = {"down": f"{max(0.0, -np.nanmin(grade)):.0f}", "up": f"{max(0.0, np.nanmax(grade)):.0f}"}
    return scale.chart(
        "grade",
        grade,
        title=_("Slope"),
        unit=_("percent"),
        sentence=_("Slope: between %(down)s percent down and %(up)s percent up.") % facts,
        now=say_decimal(f"{float(np.nanmedian(grade)):.1f}").replace("-", MINUS),
        grid=tuple(_grade_line(at, scale) for at in _steps(-steepest, steepest, (2, 5, 10, 20))),
        closed=True,
    )


def _draw_impact(gather: Gatherer, impact: Column) -> Chart | None:
    """Draw what each minute counted for: bars, because a minute that was half walked counts half."""
    counted = np.nan_to_num(gather.gather(np.nan_to_num(impact)))
    if (counted > 0).sum() < 2:
        return None
    along = np.where(counted > 0, counted, np.nan)
    minute_s = BAR_S * ceil(gather.count * gather.step_s / BAR_S / BARS)
    each = max(1, round(minute_s / gather.step_s))
    starts = np.arange(0, gather.count, each)
    steps = np.diff(starts, append=gather.count)
    heights = np.add.reduceat(counted, starts) / steps
    scale = _Scale(low=0.0, high=1.25 * max(1.0, float(heights.max())))
    rows = zip(starts.tolist(), steps.tolist(), heights.tolist(), strict=True)
    bars = tuple(
        _bar(100 * at / gather.count, 100 * wide / gather.count, scale.y(height))
        for at, wide, height in rows
        if height > 0
    )
    middle = float(np.nanmean(along))
    chart = scale.chart(
        "impact",
        along,
        title=_("Impact"),
        unit=_("of a usual minute"),
        sentence=_("Impact: a minute of this running counts for %(middle)s of your usual ones on the level.")
        % {"middle": say_decimal(f"{middle:.2f}")},
        now=say_decimal(f"{middle:.2f}"),
        grid=(Line(y=scale.y(1.0), label=say_decimal("1.00")),),
        digits=2,
    )
    return replace(chart, path="", bars=bars)


def _bar(x: float, width: float, y: float) -> Bar:
    """Stand a bar in the middle of its minutes, with a little air on both sides."""
    return Bar(x=round(x + 0.12 * width, 2), y=y, width=round(0.76 * width, 2), height=round(100 - y, 1))


def _grade_line(at: float, scale: "_Scale") -> Line:
    label = f"{at:+.0f}".replace("-", MINUS) if at else _("level")
    return Line(y=scale.y(at), label=label, is_base=not at)


def _grade_percent(altitude: Column, distance: Column, step_s: float) -> Column:
    """Rise over run across about a minute, in percent, shape as given; barometers flicker below that."""
    half = max(1, round(30 / step_s))
    grade = np.full_like(altitude, np.nan)
    run = distance[2 * half :] - distance[: -2 * half]
    rise = altitude[2 * half :] - altitude[: -2 * half]
    with np.errstate(invalid="ignore", divide="ignore"):
        grade[half:-half] = np.where(run > 20, 100 * rise / run, np.nan)
    grade[:half], grade[-half:] = grade[half], grade[-half - 1]
    return grade


@dataclass(frozen=True, slots=True, kw_only=True)
class _Scale:
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


def _steps(low: float, high: float, sizes: Sequence[int]) -> tuple[float, ...]:
    """Choose two or three round values between two ends; where none lies there, the middle."""
    for size in sizes:
        found = tuple(float(at) for at in range(ceil(low / size) * size, floor(high) + 1, size))
        if 0 < len(found) <= 3:
            return found
    return (float(round((low + high) / 2)),)


def _axis(whole_s: float) -> list[AxisTick]:
    minutes = whole_s / 60
    size = next((size for size in (1, 2, 5, 10, 20, 30, 60) if minutes / size <= 7), 120)
    small = max(1, size // 5)
    ticks = []
    for minute in range(0, floor(minutes) + 1, small):
        x = round(100 * minute / minutes, 2)
        label = ""
        if minute % size == 0:
            label = _("0 min") if minute == 0 else str(minute)
        ticks.append(
            AxisTick(x=x, label=label, anchor="start" if minute == 0 else "end" if x > 96 else "middle")
        )
    return ticks
