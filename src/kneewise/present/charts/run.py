"""The charts of one run over one axis of minutes: pace, cadence, grade, impact.

Points are gathered into even steps of time, so that a chart of four hours is as light as one of twenty
minutes. A gap stays a gap.
"""

from collections.abc import Sequence
from math import ceil

from kneewise.model.recording import Column, Recording
from kneewise.present.charts.axis import minutes_axis
from kneewise.present.charts.cadence import draw_cadence
from kneewise.present.charts.gather import Gatherer
from kneewise.present.charts.grade import draw_grade
from kneewise.present.charts.impact import draw_impact
from kneewise.present.charts.pace import draw_pace
from kneewise.present.charts.shapes import RunCharts

POINTS = 360


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
        draw_pace(gather, miles=miles),
        draw_cadence(gather, target_spm),
        draw_grade(gather),
        draw_impact(gather, impact) if impact is not None else None,
    )
    last = gather.count - 1
    return RunCharts(
        charts=tuple(chart for chart in drawn if chart),
        axis=tuple(minutes_axis(last * step_s)),
        step_s=step_s,
        last=last,
        walking=tuple((100 * a / whole_s, 100 * (b - a) / whole_s) for a, b in walking_s),
    )
