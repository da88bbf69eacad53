"""The runner's own usual: cadence by speed, easy speed, heart rate at it, and mass."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from kneewise.model.activity import Activity
from kneewise.model.answers import Origin
from kneewise.model.diary import History
from kneewise.model.ledger import Mass, Own
from kneewise.observe.middle import median
from kneewise.observe.numbers import Numbers


def measure_own(history: History, numbers: Numbers) -> Own | None:
    """Measure the usual of the weeks before the plan, or where no file covers them of the first weeks.

    It stays the same afterwards: against a usual that moves along, no trend would ever show.
    """
    runs = sorted(
        (one for one in history.activities if one.is_run and one.running_min and not one.clock_wrong),
        key=lambda run: (run.start, run.activity_id),
    )
    if not runs:
        return None
    span = timedelta(weeks=numbers.baseline_weeks.value)
    screened = min((one.on for one in history.answers if one.origin is Origin.SCREENING), default=None)
    since = runs[0].on
    if screened is not None and any(screened - span <= run.on < screened for run in runs):
        since = screened - span
    until = since + span
    bare = Own(since=since, until=until, runs=0, mass_kg=_first_mass(history.masses))
    return _taken_from([run for run in runs if since <= run.on < until], bare, numbers)


def _taken_from(runs: Sequence[Activity], own: Own, numbers: Numbers) -> Own:
    # NumPy comes with it, and a plan without swaps has no use for the line.
    from kneewise.observe.cadence_line import fit_line  # noqa: PLC0415 - see above.

    measured = [run.measured for run in runs]
    return replace(
        own,
        runs=len(runs),
        cadence_line=fit_line([band for one in measured for band in one.by_speed], numbers),
        speed_m_s=median(one.speed_m_s for one in measured if one.speed_m_s),
        heart_rate_bpm=median(one.heart_rate_bpm for one in measured if one.heart_rate_bpm),
    )


def _first_mass(masses: Sequence[Mass]) -> float | None:
    told = sorted((mass for mass in masses if mass.mass_kg), key=lambda mass: mass.on)
    return told[0].mass_kg if told else None


def mass_ratio(masses: Sequence[Mass], on: date, own: Own) -> float | None:
    """Compare the mass of a day with the first that was told; ``None`` before it, and where it is unknown."""
    told = [mass for mass in masses if mass.on <= on]
    latest = max(told, key=lambda mass: mass.on, default=None)
    if latest is None or not latest.mass_kg or not own.mass_kg:
        return None
    return latest.mass_kg / own.mass_kg
