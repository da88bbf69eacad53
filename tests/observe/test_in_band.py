"""Minutes inside a band of steps, from what is kept of a run: exact at both edges."""

import numpy as np
import pytest

from kneewise.model.activity import Measured
from kneewise.model.bands import CadenceBand
from kneewise.model.cadence import BandMinutes
from kneewise.observe.in_band import measure_in_band
from kneewise.observe.measure import measure_activity
from tests.observe.made import NUMBERS, steady_run

ROWS = tuple(CadenceBand(spm, 60.0) for spm in (165, 166, 168, 170, 171))
RUN = Measured(version="4", elapsed_s=600, running_s=600, cadence_spm=168, by_cadence=ROWS)


def test_both_ends_belong_to_the_band() -> None:
    minutes = measure_in_band(RUN, 166, 170)

    assert minutes == BandMinutes(inside_min=3.0, below_min=1.0, above_min=1.0, running_min=10.0)
    assert (minutes.known_min, minutes.coverage) == (5.0, 0.5)


def test_any_band_comes_from_the_same_rows_as_the_seconds_of_the_file() -> None:
    recording = steady_run()
    measured = measure_activity(recording, NUMBERS)
    steps = recording.columns["cadence_spm"][:-1]

    for low, high in ((160, 164), (164, 168), (168, 172), (100, 250)):
        minutes = measure_in_band(measured, low, high)
        assert minutes is not None
        assert minutes.inside_min * 60 == pytest.approx(np.sum((steps >= low) & (steps <= high)))


@pytest.mark.parametrize("cadence_spm", [None, 168.0])
def test_without_rows_nobody_can_say(cadence_spm: float | None) -> None:
    older = Measured(version="3", elapsed_s=600, running_s=600, cadence_spm=cadence_spm)

    assert measure_in_band(older, 166, 170) is None


def test_a_run_without_running_is_not_known() -> None:
    assert BandMinutes(inside_min=0, below_min=0, above_min=0, running_min=0).coverage == 0
