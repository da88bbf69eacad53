"""What is not known and would still count (rules 1 and 4)."""

from collections.abc import Iterator
from datetime import timedelta

from kneewise.engine.frame import Frame
from kneewise.engine.way import Way

LATELY = timedelta(days=2)
"""Scores of a run may be added for so long."""


def missing(way: Way, frame: Frame) -> tuple[str, ...]:
    """Name what should be told, each once."""
    return tuple(dict.fromkeys(_asked(way, frame)))


def _asked(way: Way, frame: Frame) -> Iterator[str]:
    seen = frame.seen
    for colour in way.colours:
        if seen.on - colour.on <= LATELY:
            yield from colour.missing
    if _exercise_waits_for_morning(way, frame):
        yield "exercise_morning"
    if _ran_beside_the_plan(way, frame):
        yield "run_beside_plan"
    if _waits_for_file(frame):
        yield "file"
    if frame.usual_min is None:
        yield "usual_run_min"
    if not seen.irritability_known:
        yield "pain_during_last_run"


def _exercise_waits_for_morning(way: Way, frame: Frame) -> bool:
    """Whether an exercise was done lately and nobody said how the knee was on the morning after."""
    spans = ((frame.seen.on - session.done.on, session.missing) for session in way.sessions)
    return any(timedelta(0) < span <= LATELY and "morning" in missing for span, missing in spans)


def _ran_beside_the_plan(way: Way, frame: Frame) -> bool:
    """Whether there was a run lately while running was out, or on a day without one in the plan."""
    runs = (run for knee in way.knees for run in knee.runs if not run.walk and not run.counts)
    return any(frame.seen.on - run.on <= LATELY for run in runs)


def _waits_for_file(frame: Frame) -> bool:
    """Whether a run was told of whose file may still come; later it stays a run that was told."""
    waits = timedelta(days=frame.numbers.waits_for_file_days.value)
    return any(
        entry.about_run
        and entry.activity is None
        and entry.walked_min is None
        and frame.seen.on - entry.on <= waits
        for entry in frame.seen.entries
    )
