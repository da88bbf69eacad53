"""The cadence block: the minutes of each of its runs inside the band of its day, and the beat of today."""

from datetime import date

from kneewise.app.known import Known, known
from kneewise.app.numbers import house_numbers
from kneewise.guide import step3_cadence
from kneewise.model.activity import Activity
from kneewise.model.cadence import BandRun, CadenceBlock, OwnSteps, TargetBand
from kneewise.model.plan import Plan
from kneewise.observe.in_band import measure_in_band
from kneewise.observe.own_cadence import measure_marks
from kneewise.present.beats import Part, beat_parts, run_of_today
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


def parts_of_today(plan: Plan, block: CadenceBlock) -> tuple[Part, ...]:
    """Cut the run of the day into what is beaten and what is not; empty on a day without one."""
    session = run_of_today(plan)
    return () if session is None else beat_parts(session, one_of_each_min=minute_of_each(block))


def minute_of_each(block: CadenceBlock) -> float | None:
    """Say of how many running minutes one is stepped quicker; ``None``: of all, after the first weeks."""
    is_first = block.band is not None and block.band.first
    return house_numbers().step3_cadence.minute_of_each.value if is_first else None


def in_band(now: Known, activity: Activity, on: date) -> BandRun | None:
    """Measure one run, read with its bands; ``None`` where the plan had no band for it."""
    band = now.block(on).bands.get(activity.activity_id)
    return None if band is None else _in_band(activity, band)


def _in_band(run: Activity, band: TargetBand) -> BandRun:
    minutes = measure_in_band(run.measured, band.low_spm, band.high_spm)
    found = step3_cadence.judge_run(minutes, house_numbers().step3_cadence, first=band.first)
    return BandRun(activity=run, band=band, minutes=minutes, found=found)
