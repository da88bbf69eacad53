"""The cadence block of a home: the minutes of each run inside the band of its day."""

import json
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from django.test import override_settings

from kneewise.app import log, runs
from kneewise.app.cadence import runs_of_block
from kneewise.app.home import RunnerRef
from kneewise.model.cadence import BandFit, TargetBand
from kneewise.store.models import StoredActivity
from kneewise.store.runners import last_step
from tests.app.samples import NOW
from tests.made_once import SampleRunner

ON = NOW.date()


@pytest.fixture
def sample(sample_runner: SampleRunner, tmp_path: Path) -> Iterator[RunnerRef]:
    """The sample runner, whose last run tried quicker steps one minute of every five."""
    with override_settings(KNEEWISE_HOME=tmp_path / "home"):
        yield sample_runner(NOW)


def test_the_last_run_was_inside_as_long_as_asked_and_the_one_before_had_no_band(sample: RunnerRef) -> None:
    *_, earlier, last = (runs.run(sample, one.activity_id, on=ON) for one in runs.runs(sample, on=ON))

    assert earlier.in_band is None
    assert runs_of_block(sample, ON) == (last.in_band,)
    assert last.in_band is not None
    assert last.in_band.band == TargetBand(low_spm=166.0, high_spm=170.0, first=True)
    assert last.in_band.found.fit is BandFit.INSIDE
    assert last.in_band.minutes is not None
    assert 4 <= last.in_band.minutes.inside_min <= 5
    assert last.in_band.minutes.coverage == 1.0


def test_figures_of_an_older_version_are_not_measured_yet_and_looking_writes_nothing(
    sample: RunnerRef,
) -> None:
    row = StoredActivity.objects.filter(known_until=None).order_by("start").last()
    assert row is not None
    older = json.loads(row.reading["bands"])
    del older["by_cadence"]
    row.reading["bands"] = json.dumps(older)
    row.save()
    log.log_sleep(sample, at=NOW + timedelta(minutes=1), hours=8)
    before = last_step(sample)

    (last,) = runs_of_block(sample, ON)

    assert (last.minutes, last.waits, last.found.fit) == (None, True, BandFit.UNKNOWN)
    assert last_step(sample) == before
