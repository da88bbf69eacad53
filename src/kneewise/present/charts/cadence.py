"""Steps a minute along a run, with the band to try."""

import numpy as np
from django.utils.translation import gettext as _

from kneewise.present.charts.gather import Gatherer
from kneewise.present.charts.scale import Scale, round_steps
from kneewise.present.charts.shapes import Band, Chart, Line


def draw_cadence(gather: Gatherer, target_spm: tuple[float, float] | None) -> Chart | None:
    """Draw it; ``None`` where the watch wrote none."""
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
    scale = Scale(low=low - room, high=high + room)
    band = None
    if target_spm:
        top, bottom = scale.y(target_spm[1]), scale.y(target_spm[0])
        band = Band(y=top, height=bottom - top, label=f"{target_spm[0]:.0f}–{target_spm[1]:.0f}")
    free = [
        at
        for at in round_steps(low, high, (5, 10, 20, 40))
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
