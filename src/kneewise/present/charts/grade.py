"""How steep a run was along its time."""

import numpy as np
from django.utils.translation import gettext as _

from kneewise.model.recording import Column
from kneewise.present.charts.gather import Gatherer
from kneewise.present.charts.scale import Scale, round_steps
from kneewise.present.charts.shapes import Chart, Line
from kneewise.present.words import say_decimal

MINUS = "\N{MINUS SIGN}"


def draw_grade(gather: Gatherer) -> Chart | None:
    """Draw it; ``None`` where the watch wrote no height or no distance."""
    altitude, distance = gather.column("altitude_m"), gather.column("distance_m")
    if altitude is None or distance is None:
        return None
    grade = _grade_percent(altitude, distance, gather.step_s)
    if np.isfinite(grade).sum() < 2:
        return None
    steepest = max(3.0, float(np.nanpercentile(np.abs(grade), 99)))
    scale = Scale(low=-1.15 * steepest, high=1.15 * steepest)
    facts = {"down": f"{max(0.0, -np.nanmin(grade)):.0f}", "up": f"{max(0.0, np.nanmax(grade)):.0f}"}
    return scale.chart(
        "grade",
        grade,
        title=_("Slope"),
        unit=_("percent"),
        sentence=_("Slope: between %(down)s percent down and %(up)s percent up.") % facts,
        now=say_decimal(f"{float(np.nanmedian(grade)):.1f}").replace("-", MINUS),
        grid=tuple(_grade_line(at, scale) for at in round_steps(-steepest, steepest, (2, 5, 10, 20))),
        closed=True,
    )


def _grade_line(at: float, scale: Scale) -> Line:
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
