"""What is not known and would still count (rules 1 and 4)."""

from collections.abc import Iterator
from datetime import timedelta

from kneewise.engine.colours import colour_run
from kneewise.engine.counting import is_brisk, leads_out_of_calm
from kneewise.engine.frame import Frame
from kneewise.engine.way import Way
from kneewise.model.activity import Activity
from kneewise.model.plan import RunColour

OF_A_WALK = frozenset({"during", "after_60min", "limp", "painkiller"})
"""What is asked of a walk in words of its own."""


def missing(way: Way, frame: Frame) -> tuple[str, ...]:
    """Name what should be told, each once."""
    return tuple(dict.fromkeys(_asked(way, frame)))


def _asked(way: Way, frame: Frame) -> Iterator[str]:
    seen = frame.seen
    for colour in way.colours:
        if seen.on - colour.on <= seen.scores_within:
            yield from _lacks(colour)
    yield from _of_walks(way, frame)
    if _exercise_waits_for_morning(way, frame):
        yield "exercise_morning"
    if _ran_beside_the_plan(way, frame):
        yield "run_beside_plan"
    if _waits_for_file(frame):
        yield "file"
    if _running_not_told(frame):
        yield "all_running"
    yield from frame.found.safety.new_sign
    if frame.usual_min is None:
        yield "usual_run_min"
    if not seen.irritability_known:
        yield "pain_during_last_run"


def _of_walks(way: Way, frame: Frame) -> Iterator[str]:
    """Name what is not told of a walk that the plan had on a rest day of Calm; till then it has no colour."""
    seen = frame.seen
    lately = [one for one in seen.entries if seen.on - one.on <= seen.scores_within]
    for knee in way.knees:
        for walk in (one for one in lately if one.side is knee.side and is_brisk(one, frame.numbers)):
            if leads_out_of_calm(knee, walk.on, frame):
                green = frame.found.pain.green_of(walk.side)
                yield from _lacks(colour_run(walk, green, frame.numbers))


def _lacks(colour: RunColour) -> Iterator[str]:
    return (f"walk_{key}" if colour.walk and key in OF_A_WALK else key for key in colour.missing)


def _exercise_waits_for_morning(way: Way, frame: Frame) -> bool:
    """Whether an exercise was done lately and nobody said how the knee was on the morning after."""
    spans = ((frame.seen.on - session.done.on, session.missing) for session in way.sessions)
    return any(
        timedelta(0) < span <= frame.seen.scores_within and "morning" in missing for span, missing in spans
    )


def _ran_beside_the_plan(way: Way, frame: Frame) -> bool:
    """Whether nobody has said yet why there was a run lately on a day without one in the plan.

    Nobody is asked about a run that a stop came after: somebody has to see the knee, whatever the plan was.
    """
    said = {one.on for one in frame.seen.beside_plan}
    runs = (run for knee in way.knees for run in knee.runs if not run.walk and not run.counts and run.beside)
    stops = frame.found.safety.urgency.stops_running
    asked = (run for run in runs if run.stopped or not stops)
    return any(frame.seen.on - run.on <= frame.seen.scores_within and run.on not in said for run in asked)


def _running_not_told(frame: Frame) -> bool:
    """Whether a run that could still be a measure has a file that tells neither steps nor speed."""
    opens = frame.seen.on - timedelta(days=frame.numbers.run_more_days.value)
    return any(run.is_run and run.on >= opens and _is_open(run) for run in frame.seen.activities)


def _is_open(run: Activity) -> bool:
    """Whether nobody has measured how much of a run was running, and the runner was not asked."""
    return run.measured.running_s is None and run.all_running is None


def _waits_for_file(frame: Frame) -> bool:
    """Whether a run was told of whose file may still come; later it stays a run that was told."""
    waits = timedelta(days=frame.numbers.waits_for_file_days.value)
    return any(
        entry.is_run and entry.activity is None and frame.seen.on - entry.on <= waits
        for entry in frame.seen.entries
    )
