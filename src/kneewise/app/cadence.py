"""How the cadence block went: the minutes of each of its runs inside the band of its day."""

from datetime import date

from kneewise.app.known import Known, known
from kneewise.app.numbers import house_numbers
from kneewise.guide import step3_cadence
from kneewise.model.activity import Activity
from kneewise.model.cadence import BandRun, CadenceBlock, OwnSteps, TargetBand
from kneewise.observe.in_band import measure_in_band
from kneewise.observe.own_cadence import measure_marks
from kneewise.store.ref import RunnerRef


def block(runner: RunnerRef, on: date) -> CadenceBlock:
    """Find the block as it stands on a day."""
    return known(runner).block(on)


def runs_of_block(runner: RunnerRef, on: date) -> tuple[BandRun, ...]:
    """Measure every run of the block up to a day, oldest first."""
    now = known(runner)
    bands = now.block(on).bands
    runs = now.with_bands.activities if bands else ()
    return tuple(_in_band(run, bands[run.activity_id]) for run in runs if run.activity_id in bands)


def own_steps(runner: RunnerRef, on: date) -> OwnSteps:
    """Gather own steps against own speed: of the weeks before the plan, and of the runs of the block."""
    now = known(runner)
    own, bands, numbers = now.ledgers.own, now.block(on).bands, house_numbers().observe
    runs = [one for one in now.with_bands.activities if one.is_run and not one.clock_wrong and one.on <= on]
    if own is None:
        return OwnSteps()
    before = [one for one in runs if own.since <= one.on < own.until and one.activity_id not in bands]
    return OwnSteps(
        line=own.cadence_line,
        before=measure_marks(before, numbers),
        since=measure_marks([one for one in runs if one.activity_id in bands], numbers),
    )


def in_band(now: Known, activity: Activity, on: date) -> BandRun | None:
    """Measure one run, read with its bands; ``None`` where the plan had no band for it."""
    band = now.block(on).bands.get(activity.activity_id)
    return None if band is None else _in_band(activity, band)


def _in_band(run: Activity, band: TargetBand) -> BandRun:
    minutes = measure_in_band(run.measured, band.low_spm, band.high_spm)
    found = step3_cadence.judge_run(minutes, house_numbers().step3_cadence, first=band.first)
    return BandRun(activity=run, band=band, minutes=minutes, found=found)
