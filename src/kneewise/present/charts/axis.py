"""The minutes below the charts of a run."""

from math import floor

from django.utils.translation import gettext as _

from kneewise.present.charts.shapes import AxisTick


def minutes_axis(whole_s: float) -> list[AxisTick]:
    """Set ticks of so many minutes that the words beside them have room."""
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
