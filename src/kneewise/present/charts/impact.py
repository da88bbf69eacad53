"""What each minute of a run counted for."""

from dataclasses import replace
from math import ceil

import numpy as np
from django.utils.translation import gettext as _

from kneewise.model.recording import Column
from kneewise.present.charts.gather import Gatherer
from kneewise.present.charts.scale import Scale
from kneewise.present.charts.shapes import Bar, Chart, Line
from kneewise.present.words import say_decimal

BARS = 60
BAR_S = 60
"""Bars of a minute, or of several where a run is longer than that many."""


def draw_impact(gather: Gatherer, impact: Column) -> Chart | None:
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
    scale = Scale(low=0.0, high=1.25 * max(1.0, float(heights.max())))
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
