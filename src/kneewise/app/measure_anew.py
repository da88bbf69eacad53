"""Measure again what an older version measured: the original is the truth, the summary is ours."""

from dataclasses import replace

from kneewise.app.numbers import house_numbers
from kneewise.files import read_recordings
from kneewise.model.activity import Measured
from kneewise.observe import MEASURE_VERSION, measure_activity
from kneewise.store.activities import Kept, keep_activity, measured_otherwise, recall_sources
from kneewise.store.originals import OriginalLostError, recall_original
from kneewise.store.ref import RunnerRef
from kneewise.store.runners import one_step


def measure_anew(runner: RunnerRef) -> int:
    """Measure every activity whose figures are of another version; each is a transaction of its own.

    Returns:
        How many there were. One whose original is lost keeps the figures it has.
    """
    count = 0
    for known in measured_otherwise(runner, MEASURE_VERSION):
        measured = _measure(runner, known)
        if measured is None:
            continue
        with one_step(runner) as step:
            anew = replace(known.activity, measured=measured)
            keep_activity(runner, step, anew, known.rank, known=known)
        count += 1
    return count


def _measure(runner: RunnerRef, known: Kept) -> Measured | None:
    """Measure the recording that is used for an activity."""
    sources = recall_sources(runner, known.activity.activity_id)
    if not sources:
        return None
    try:
        original = recall_original(runner, sources[0].sha256)
    except OriginalLostError:
        return None
    recordings = read_recordings(sources[0].name, original).recordings
    if sources[0].member >= len(recordings):
        return None
    recording = replace(recordings[sources[0].member], sport=known.activity.sport)
    return measure_activity(recording, house_numbers().observe)
