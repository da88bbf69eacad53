"""Whether the cadence block helps: its first sessions held against the runs before it (rules 5)."""

from datetime import date

from kneewise.engine.frame import Frame
from kneewise.model.answers import UNKNOWN

CALF_PAIN = "calf_pain"


def cadence_helps(began_on: date, frame: Frame) -> bool:
    """Keep the block until its first sessions show that it does not help."""
    numbers = frame.numbers
    runs = _worst_of_each_run(frame)
    before = [score for on, score in runs if on < began_on][-int(numbers.cadence_before_runs.value) :]
    since = [score for on, score in runs if on >= began_on][: int(numbers.cadence_test_runs.value)]
    if len(since) < numbers.cadence_test_runs.value or len(before) < numbers.cadence_before_runs.value:
        return True
    usual = _middle(before)
    return usual <= numbers.cadence_relief.value or _middle(since) <= usual - numbers.cadence_relief.value


def calf_complains(began_on: date, frame: Frame) -> bool:
    """Whether calf pain was told since the block began."""
    told = (answered for answered in frame.seen.answer_sets if answered.on >= began_on)
    return any(answered.answers.get(CALF_PAIN) in {True, UNKNOWN} for answered in told)


def _worst_of_each_run(frame: Frame) -> list[tuple[date, int]]:
    """The worst score during each run, of both knees, in the order of the days."""
    worst: dict[tuple[date, str], int] = {}
    for entry in frame.seen.entries:
        if entry.about_run and entry.walked_min is None and entry.during is not None:
            run = (entry.on, entry.activity.activity_id if entry.activity is not None else "")
            if entry.during.value is not None:
                worst[run] = max(worst.get(run, 0), entry.during.value)
    return [(on, score) for (on, _), score in worst.items()]


def _middle(scores: list[int]) -> float:
    ordered = sorted(scores)
    half = len(ordered) // 2
    return float(ordered[half]) if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2
