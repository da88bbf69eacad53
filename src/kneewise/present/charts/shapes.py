"""What a chart is made of; heights are in percent from the top, places in percent from the left."""

from dataclasses import dataclass


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
