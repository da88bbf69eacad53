"""How many running minutes of a run lay inside a band of steps a minute: of any band, from what is kept."""

from kneewise.model.activity import Measured
from kneewise.model.cadence import BandMinutes


def measure_in_band(measured: Measured, low_spm: float, high_spm: float) -> BandMinutes | None:
    """Add up the running inside a band, both ends included.

    Returns:
        ``None`` where the file holds no steps, and where an older version measured it.
    """
    rows = measured.by_cadence
    if not rows:
        return None
    known_s = sum(row.running_s for row in rows)
    below_s = sum(row.running_s for row in rows if row.cadence_spm < low_spm)
    above_s = sum(row.running_s for row in rows if row.cadence_spm > high_spm)
    return BandMinutes(
        inside_min=(known_s - below_s - above_s) / 60,
        below_min=below_s / 60,
        above_min=above_s / 60,
        running_min=(measured.running_s or known_s) / 60,
    )
