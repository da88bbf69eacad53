"""Pace along a run: fast is up."""

import numpy as np
from django.utils.translation import gettext as _

from kneewise.model.lengths import unit_m
from kneewise.present.charts.clock import say_clock
from kneewise.present.charts.gather import Gatherer
from kneewise.present.charts.scale import Scale, round_steps
from kneewise.present.charts.shapes import Chart, Line


def draw_pace(gather: Gatherer, *, miles: bool) -> Chart | None:
    """Draw it; ``None`` where the watch wrote neither speed nor distance."""
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
    scale = Scale(low=slow + room, high=fast - room)
    grid = tuple(
        Line(y=scale.y(at), label=say_clock(at)) for at in round_steps(fast, slow, (15, 30, 60, 120, 300))
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
