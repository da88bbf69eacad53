"""The cadence block: its band, and whether its first sessions help against the runs before it (rules 5)."""

from datetime import date, datetime
from statistics import median, median_high, median_low

from kneewise.engine.frame import Frame
from kneewise.model.activity import Activity
from kneewise.model.answers import UNKNOWN
from kneewise.model.cadence import BlockEnd, TargetBand
from kneewise.model.places import points_at_calf

CALF_PAIN = "calf_pain"


def band_on(on: date, began_on: date, frame: Frame) -> TargetBand | None:
    """Give the band of a day of the block: the first raise for its first days, then the later one.

    Its days are counted from the first run in it, and the first raise stays until it is known how the first
    runs went.
    """
    cadence = frame.found.cadence
    ran_on = next((day for day in frame.ran_days if day >= began_on), on)
    tested = len(_first_runs(began_on, frame, by=on)) >= frame.numbers.cadence_test_runs.value
    first = on - ran_on < frame.cadence_first_days or not tested
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
    tested = [on for on, score in _worst_of_each_run(frame) if on >= began_on and score is not None]
    tested = tested[: int(frame.numbers.cadence_test_runs.value)]
    over = not cadence_helps(began_on, frame) and run.on > tested[-1]
    return over or calf_complains(began_on, frame, by=run.start)


def cadence_helps(began_on: date, frame: Frame) -> bool:
    """Keep the block until its first sessions show that it does not help."""
    numbers, relief = frame.numbers, frame.numbers.cadence_relief.value
    wanted = int(numbers.cadence_before_runs.value)
    before = [score for on, score in _worst_of_each_run(frame) if on < began_on][-wanted:]
    known, since = [score for score in before if score is not None], _first_runs(began_on, frame)
    if len(since) < numbers.cadence_test_runs.value or len(before) < wanted or not known:
        return True
    # Of two that are known the lower one is to be beaten, and only the higher one excuses.
    return median_high(known) <= relief or median(since) <= median_low(known) - relief


def calf_complains(began_on: date, frame: Frame, *, by: datetime | None = None) -> bool:
    """Whether calf pain was told, or the calf pointed at, since the block began, and by some instant."""
    told = (
        answered.answers
        for answered in frame.seen.answer_sets
        if answered.on >= began_on and (by is None or answered.at <= by)
    )
    return any(answers.get(CALF_PAIN) in {True, UNKNOWN} or points_at_calf(answers) for answers in told)


def calf_is_sore(on: date, frame: Frame) -> bool:
    """Whether the last word on the calf by a day is a complaint; to point at it is one."""
    sore = False
    for answered in frame.seen.answer_sets:
        if answered.on <= on:
            pain = answered.answers.get(CALF_PAIN)
            sore = pain in {True, UNKNOWN} or points_at_calf(answered.answers) or (sore and pain is None)
    return sore


def _first_runs(began_on: date, frame: Frame, *, by: date = date.max) -> list[int]:
    """The worst score of each of the first runs in the block that are known and lie before a day."""
    runs = _worst_of_each_run(frame)
    scores = [score for on, score in runs if score is not None and began_on <= on < by]
    return scores[: int(frame.numbers.cadence_test_runs.value)]


def _worst_of_each_run(frame: Frame) -> list[tuple[date, int | None]]:
    """The worst score during each run that is known, of both knees, in the order of the days."""
    worst: dict[tuple[date, str], int | None] = {}
    for entry in frame.seen.entries:
        if entry.is_run:
            run = (entry.on, entry.activity.activity_id if entry.activity is not None else "")
            score = None if entry.during is None else entry.during.value
            known = [one for one in (worst.get(run), score) if one is not None]
            worst[run] = max(known, default=None)
    return [(on, score) for (on, _), score in worst.items()]
