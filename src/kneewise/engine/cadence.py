"""Whether the cadence block helps: its first sessions held against the runs before it (rules 5)."""

from datetime import date

from kneewise.engine.frame import Frame


def cadence_helps(began_on: date, frame: Frame) -> bool:
    """Keep the block until its first sessions show that it does not help."""
    numbers = frame.numbers
    runs = [
        (entry.on, entry.during.value)
        for entry in frame.seen.entries
        if entry.about_run
        and entry.walked_min is None
        and entry.during is not None
        and entry.during.value is not None
    ]
    before = [score for on, score in runs if on < began_on][-int(numbers.cadence_before_runs.value) :]
    since = [score for on, score in runs if on >= began_on][: int(numbers.cadence_test_runs.value)]
    if len(since) < numbers.cadence_test_runs.value or len(before) < numbers.cadence_before_runs.value:
        return True
    usual = _middle(before)
    return usual <= numbers.cadence_relief.value or _middle(since) <= usual - numbers.cadence_relief.value


def _middle(scores: list[int]) -> float:
    ordered = sorted(scores)
    half = len(ordered) // 2
    return float(ordered[half]) if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2
