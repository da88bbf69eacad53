"""The runner's own steps a minute at the runner's own easy pace."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from kneewise.model.activity import Activity
from kneewise.model.cadence import Mark
from kneewise.model.observations import CadenceBase
from kneewise.observe.middle import median
from kneewise.observe.numbers import Numbers
from kneewise.observe.said import ONE_DAY


def measure_own_cadence(activities: Sequence[Activity], start: date, numbers: Numbers) -> CadenceBase | None:
    """Take the middle of the easy-pace cadences of the weeks before the plan, or else of its first runs.

    Those of the plan are counted from its start, so that no later run changes what is known.
    """
    counted = [run for run in activities if run.is_run and run.measured.easy_pace_cadence_spm]
    opens = start - timedelta(weeks=numbers.baseline_weeks.value)
    if before := [run for run in counted if opens <= run.on < start]:
        return _middle(before)
    first = [run for run in counted if run.on >= start][: int(numbers.own_cadence_runs.value)]
    if len(first) < numbers.own_cadence_runs.value:
        return None
    return replace(_middle(first), known_on=first[-1].on + ONE_DAY)


def _middle(runs: Sequence[Activity]) -> CadenceBase:
    measured = [run.measured for run in runs]
    cadences = (one.easy_pace_cadence_spm for one in measured)
    return CadenceBase(
        cadence_spm=median(spm for spm in cadences if spm) or 0.0,
        speed_m_s=median(one.speed_m_s for one in measured if one.speed_m_s),
        runs=len(runs),
    )


def measure_marks(runs: Sequence[Activity], numbers: Numbers) -> tuple[Mark, ...]:
    """Take of each run its speeds that were run long enough to say something of the steps."""
    return tuple(
        Mark(band.speed_m_s, band.cadence_spm)
        for run in runs
        for band in run.measured.by_speed
        if band.speed_m_s is not None
        and band.cadence_spm is not None
        and band.running_s >= numbers.line_least.value
    )
