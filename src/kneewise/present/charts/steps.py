"""Own steps a minute against own pace, as geometry that a template writes into SVG: faster to the right."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil

from django.utils.translation import gettext as _

from kneewise.model.bands import CadenceLine
from kneewise.model.cadence import Mark, OwnSteps, TargetBand
from kneewise.model.lengths import unit_m
from kneewise.present.charts.clock import say_clock
from kneewise.present.charts.shapes import AxisTick, Band, Line

TICKS = 5
"""So many paces at most stand below; a word needs that much room."""
TICKS_S = (15, 30, 60, 120, 300)
GRID_SPM = (5, 10, 20, 40)
GRID_LINES = 4
SLOWEST_M_S = 0.5
CLEAR_PERCENT = 9
"""No word of the grid stands so near to the band's own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StepsChart:
    """A cloud of marks with the own usual and the target; places are in percent from the left and the top.

    Attributes:
        line: From and to, where the own usual is known.
        spread: The corners of its spread, as SVG writes them.
    """

    sentence: str
    rings: tuple[tuple[float, float], ...]
    discs: tuple[tuple[float, float], ...]
    line: tuple[float, float, float, float] | None
    spread: str
    band: Band | None
    grid: tuple[Line, ...]
    axis: tuple[AxisTick, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Frame:
    """From speeds and steps to places."""

    slow: float
    fast: float
    low: float
    high: float

    def x(self, speed_m_s: float) -> float:
        return round(100 * (speed_m_s - self.slow) / (self.fast - self.slow), 1)

    def y(self, cadence_spm: float) -> float:
        return round(100 * (self.high - cadence_spm) / (self.high - self.low), 1)


def draw_steps(own: OwnSteps, band: TargetBand | None, *, miles: bool = False) -> StepsChart | None:
    """Draw what is known; ``None`` where no steps are known at any pace."""
    marks = [mark for mark in (*own.before, *own.since) if mark.speed_m_s > SLOWEST_M_S]
    if not marks:
        return None
    frame = _frame(marks, band)
    target = _band(band, frame) if band else None
    line = own.line if own.before else None
    return StepsChart(
        sentence=_sentence(own, band, miles=miles),
        rings=_places(own.before, frame),
        discs=_places(own.since, frame),
        line=None if line is None else _line(line, frame),
        spread="" if line is None else _spread(line, frame),
        band=target,
        grid=tuple(_grid(frame, target)),
        axis=tuple(_axis(frame, unit_m(miles=miles))),
    )


def _frame(marks: Sequence[Mark], band: TargetBand | None) -> _Frame:
    speeds, steps = [mark.speed_m_s for mark in marks], [mark.cadence_spm for mark in marks]
    if band is not None:
        steps += [band.low_spm, band.high_spm]
    wide = max(0.08 * (max(speeds) - min(speeds)), 0.1)
    tall = max(0.12 * (max(steps) - min(steps)), 2.0)
    return _Frame(
        slow=max(min(speeds) - wide, SLOWEST_M_S),
        fast=max(speeds) + wide,
        low=min(steps) - tall,
        high=max(steps) + tall,
    )


def _places(marks: Iterable[Mark], frame: _Frame) -> tuple[tuple[float, float], ...]:
    return tuple(
        (frame.x(mark.speed_m_s), frame.y(mark.cadence_spm)) for mark in marks if mark.speed_m_s > SLOWEST_M_S
    )


def _band(band: TargetBand, frame: _Frame) -> Band:
    top, bottom = frame.y(band.high_spm), frame.y(band.low_spm)
    return Band(y=top, height=round(bottom - top, 1), label=f"{band.low_spm:.0f}–{band.high_spm:.0f}")


def _at(line: CadenceLine, speed_m_s: float) -> float:
    return line.cadence_spm + (line.slope_spm_per_m_s or 0.0) * (speed_m_s - line.speed_m_s)


def _line(line: CadenceLine, frame: _Frame) -> tuple[float, float, float, float]:
    return (0.0, frame.y(_at(line, frame.slow)), 100.0, frame.y(_at(line, frame.fast)))


def _spread(line: CadenceLine, frame: _Frame) -> str:
    ends = ((0.0, frame.slow, 1), (100.0, frame.fast, 1), (100.0, frame.fast, -1), (0.0, frame.slow, -1))
    corners = ((x, frame.y(_at(line, speed) + side * line.spread_spm)) for x, speed, side in ends)
    return " ".join(f"{x},{y}" for x, y in corners)


def _grid(frame: _Frame, band: Band | None) -> Iterable[Line]:
    size = next((size for size in GRID_SPM if (frame.high - frame.low) / size <= GRID_LINES), GRID_SPM[-1])
    for steps in range(ceil(frame.low / size) * size, int(frame.high) + 1, size):
        y = frame.y(steps)
        near = band is not None and abs(y - band.middle) < CLEAR_PERCENT
        yield Line(y=y, label="" if near else str(steps))


def _axis(frame: _Frame, unit_m: float) -> Iterable[AxisTick]:
    quick_s, slow_s = unit_m / frame.fast, unit_m / frame.slow
    size = next((size for size in TICKS_S if (slow_s - quick_s) / size <= TICKS), TICKS_S[-1])
    for pace_s in range(ceil(quick_s / size) * size, int(slow_s) + 1, size):
        yield AxisTick(x=frame.x(unit_m / pace_s), label=say_clock(pace_s))


def say_usual(own: OwnSteps, *, miles: bool) -> str:
    """Say the own usual: how many steps a minute at which pace; nothing where no file tells it."""
    if own.line is None or own.line.speed_m_s <= 0:
        return ""
    pace = say_clock(unit_m(miles=miles) / own.line.speed_m_s)
    said = _("about %(steps)s at %(pace)s a mile") if miles else _("about %(steps)s at %(pace)s a kilometre")
    return said % {"steps": round(own.line.cadence_spm), "pace": pace}


def _sentence(own: OwnSteps, band: TargetBand | None, *, miles: bool) -> str:
    usual = say_usual(own, miles=miles)
    against = _("Steps a minute against pace: usually %(usual)s.") % {"usual": usual}
    said = [against if usual else _("Steps a minute against pace.")]
    if band is not None:
        ends = {"low": round(band.low_spm), "high": round(band.high_spm)}
        said.append(_("The band to try is %(low)s to %(high)s.") % ends)
    return " ".join(said)
