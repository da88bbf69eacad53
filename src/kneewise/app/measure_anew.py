"""Measure again what an older version measured: the original is the truth, the summary is ours."""

from dataclasses import replace

from kneewise.app.numbers import house_numbers
from kneewise.app.progress import Progress, untold
from kneewise.files import as_sport, read_recordings
from kneewise.model.activity import Measured
from kneewise.observe.measure import MEASURE_VERSION, measure_activity
from kneewise.store.activities import Kept, keep_activity, kept_in, measured_otherwise, recall_sources
from kneewise.store.originals import OriginalLostError, recall_original
from kneewise.store.ref import RunnerRef
from kneewise.store.runners import alone, next_step


def measure_anew(runner: RunnerRef, *, progress: Progress = untold) -> int:
    """Measure every activity whose figures are of another version; each is a transaction of its own.

    Returns:
        How many there were. One whose original is lost keeps the figures it has.
    """
    waiting, count = measured_otherwise(runner, MEASURE_VERSION), 0
    for done, known in enumerate(waiting, start=1):
        measured = _measure(runner, known)
        count += measured is not None and _keep(runner, known, measured)
        progress(done, len(waiting), known.activity.activity_id)
    return count


def _keep(runner: RunnerRef, known: Kept, measured: Measured) -> bool:
    """Keep the new figures, unless another process was quicker."""
    with alone(runner):
        now = kept_in(runner, known.row)
        if now.activity.measured.version == MEASURE_VERSION:
            return False
        keep_activity(
            runner, next_step(runner), replace(now.activity, measured=measured), now.rank, known=now
        )
    return True


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
    recording = as_sport(recordings[sources[0].member], known.activity.sport)
    return measure_activity(recording, house_numbers().observe)
