"""The runner's own steps a minute at the runner's own easy pace."""

from collections.abc import Sequence
from datetime import date, timedelta

from kneewise.model.activity import Activity
from kneewise.model.cadence import Mark
from kneewise.model.observations import CadenceBase
from kneewise.observe.middle import median
from kneewise.observe.numbers import Numbers


def measure_own_cadence(activities: Sequence[Activity], start: date, numbers: Numbers) -> CadenceBase | None:
    """Take the middle of the easy-pace cadences of the weeks before the plan."""
    opens = start - timedelta(weeks=numbers.baseline_weeks.value)
    runs = [
        run.measured
        for run in activities
        if run.is_run and opens <= run.on < start and run.measured.easy_pace_cadence_spm is not None
    ]
    cadence_spm = median(run.easy_pace_cadence_spm for run in runs if run.easy_pace_cadence_spm)
    if cadence_spm is None:
        return None
    speed_m_s = median(run.speed_m_s for run in runs if run.speed_m_s)
    return CadenceBase(cadence_spm=cadence_spm, speed_m_s=speed_m_s, runs=len(runs))


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
