"""The cadence block: its band, and whether its first sessions help against the runs before it (rules 5)."""

from datetime import date, datetime
from statistics import median

from kneewise.engine.frame import Frame
from kneewise.model.activity import Activity
from kneewise.model.answers import UNKNOWN
from kneewise.model.cadence import BlockEnd, TargetBand
from kneewise.model.places import points_at_calf

CALF_PAIN = "calf_pain"


def band_on(on: date, began_on: date, frame: Frame) -> TargetBand | None:
    """Give the band of a day of the block: the first raise for its first days, then the later one."""
    cadence = frame.found.cadence
    first = on - began_on < frame.cadence_first_days
    low, high = cadence.low_spm, cadence.high_spm
    if not first:
        low, high = cadence.later_low_spm, cadence.later_high_spm
    return None if low is None or high is None else TargetBand(low_spm=low, high_spm=high, first=first)


def end_of_block(began_on: date, frame: Frame) -> BlockEnd | None:
    """Say why the block is dropped by now; ``None`` while it goes on."""
    if calf_complains(began_on, frame):
        return BlockEnd.CALF
    return None if cadence_helps(began_on, frame) else BlockEnd.NO_RELIEF


def is_dropped_before(run: Activity, began_on: date, frame: Frame) -> bool:
    """Whether the block was dropped by the time of a run."""
    tested = [on for on, _ in _worst_of_each_run(frame) if on >= began_on]
    tested = tested[: int(frame.numbers.cadence_test_runs.value)]
    over = not cadence_helps(began_on, frame) and run.on > tested[-1]
    return over or calf_complains(began_on, frame, by=run.start)


def cadence_helps(began_on: date, frame: Frame) -> bool:
    """Keep the block until its first sessions show that it does not help."""
    numbers = frame.numbers
    runs = _worst_of_each_run(frame)
    before = [score for on, score in runs if on < began_on][-int(numbers.cadence_before_runs.value) :]
    since = [score for on, score in runs if on >= began_on][: int(numbers.cadence_test_runs.value)]
    if len(since) < numbers.cadence_test_runs.value or len(before) < numbers.cadence_before_runs.value:
        return True
    usual = median(before)
    return usual <= numbers.cadence_relief.value or median(since) <= usual - numbers.cadence_relief.value


def calf_complains(began_on: date, frame: Frame, *, by: datetime | None = None) -> bool:
    """Whether calf pain was told, or the calf pointed at, since the block began, and by some instant."""
    told = (
        answered.answers
        for answered in frame.seen.answer_sets
        if answered.on >= began_on and (by is None or answered.at <= by)
    )
    return any(answers.get(CALF_PAIN) in {True, UNKNOWN} or points_at_calf(answers) for answers in told)


def _worst_of_each_run(frame: Frame) -> list[tuple[date, int]]:
    """The worst score during each run, of both knees, in the order of the days."""
    worst: dict[tuple[date, str], int] = {}
    for entry in frame.seen.entries:
        if entry.is_run and entry.during is not None:
            run = (entry.on, entry.activity.activity_id if entry.activity is not None else "")
            if entry.during.value is not None:
                worst[run] = max(worst.get(run, 0), entry.during.value)
    return [(on, score) for (on, _), score in worst.items()]
