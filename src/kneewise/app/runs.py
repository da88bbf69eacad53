"""Look at what was run: a list, and one session with its columns from the kept original."""

from dataclasses import dataclass
from datetime import date

from kneewise.app.cadence import in_band
from kneewise.app.known import known
from kneewise.app.numbers import house_numbers
from kneewise.app.with_run import find_run
from kneewise.files import as_sport, read_recordings
from kneewise.model.activity import Activity
from kneewise.model.cadence import BandRun
from kneewise.model.errors import Problem
from kneewise.model.ledger import Aerobic, Impact, Own
from kneewise.model.observations import DiaryEntry
from kneewise.model.plan import RunColour
from kneewise.model.recording import Column, Recording
from kneewise.observe.doubts import believe
from kneewise.observe.impact import impact_along
from kneewise.observe.ledgers import Ledgers
from kneewise.observe.measure import MEASURE_VERSION, walking_spans
from kneewise.store.activities import SourceOf, recall_sources
from kneewise.store.originals import OriginalLostError, recall_original
from kneewise.store.ref import RunnerRef

__all__ = ["RunView", "SourceOf", "has_runs", "run", "runs"]


@dataclass(frozen=True, slots=True, kw_only=True)
class RunView:
    """One session with everything known of it.

    Attributes:
        recording: What is believed of its columns, read from the original; ``None`` where that cannot be
            read any more.
        entries: The diary of its day about it, one for each knee.
        sources: The files it came in, the one that is used first.
        recording_problem: Why there is no recording.
        outdated: Whether an older version measured it; the next import does so anew.
        own: The runner's own usual, ``impact`` and ``aerobic`` what the session counts for against it.
        impact_along: What each point of the recording counts for; ``None`` where there is no impact.
        in_band: Its minutes inside the band of its day; ``None`` where the plan had none for it.
        walking_s: Its parts that were not running, as half-open spans of seconds after the start.
    """

    activity: Activity
    recording: Recording | None
    colours: tuple[RunColour, ...]
    entries: tuple[DiaryEntry, ...]
    sources: tuple[SourceOf, ...]
    recording_problem: Problem | None = None
    outdated: bool = False
    own: Own | None = None
    impact: Impact | None = None
    aerobic: Aerobic | None = None
    impact_along: Column | None = None
    in_band: BandRun | None = None
    walking_s: tuple[tuple[float, float], ...] = ()


def has_runs(runner: RunnerRef) -> bool:
    """Whether any run is known."""
    return any(one.is_run for one in known(runner).history.activities)


def runs(
    runner: RunnerRef, *, all_sports: bool = False, limit: int | None = None, on: date
) -> tuple[Activity, ...]:
    """List running sessions up to a day, oldest first; ones whose clock was wrong are listed too.

    Args:
        runner: Whose.
        all_sports: List every session.
        limit: Only the last so many.
        on: The last day that is looked at.
    """
    found = [
        activity
        for activity in known(runner).with_bands.activities
        if (all_sports or activity.is_run) and (activity.clock_wrong or activity.on <= on)
    ]
    return tuple(found if limit is None else found[-limit:])


def run(runner: RunnerRef, activity_id: str, *, on: date) -> RunView:
    """Look at one session; the beginning of its name is enough.

    Raises:
        UsageError: There is none of that name, or several begin so.
    """
    now = known(runner)
    activity = find_run(now.with_bands, activity_id)
    sources = recall_sources(runner, activity.activity_id)
    recording, problem = read_kept(runner, sources)
    if recording is not None:
        # An export's table, or another source, may have named the sport that this file does not.
        recording = believe(as_sport(recording, activity.sport), house_numbers().observe).recording
    ledgers = now.ledgers
    return RunView(
        activity=activity,
        recording=recording,
        colours=tuple(
            colour for colour in now.decide(on).colours if colour.activity_id == activity.activity_id
        ),
        entries=tuple(
            entry
            for entry in now.look(on).entries
            if entry.activity is not None and entry.activity.activity_id == activity.activity_id
        ),
        sources=sources,
        recording_problem=problem,
        outdated=bool(activity.measured.version) and activity.measured.version != MEASURE_VERSION,
        own=ledgers.own,
        impact=ledgers.impact(activity),
        aerobic=ledgers.aerobic(activity),
        impact_along=_impact_along(recording, activity, ledgers) if recording and activity.is_run else None,
        in_band=in_band(now, activity, on),
        walking_s=_walking(recording) if recording and activity.is_run else (),
    )


def _walking(recording: Recording) -> tuple[tuple[float, float], ...]:
    """Find the parts that are worth marking as walked; a step aside is not one."""
    numbers = house_numbers().observe
    return walking_spans(recording, numbers, at_least_s=numbers.walking_break.value)


def _impact_along(recording: Recording, activity: Activity, ledgers: Ledgers) -> Column | None:
    """Count each point of a run against the runner's own usual."""
    if ledgers.own is None or not len(recording.time_s):
        return None
    ratio = ledgers.mass_ratio(activity.on)
    return impact_along(recording, ledgers.own, house_numbers().observe, mass_ratio=ratio)


def read_kept(runner: RunnerRef, sources: tuple[SourceOf, ...]) -> tuple[Recording | None, Problem | None]:
    """Read the columns of the source that is used."""
    if not sources or not sources[0].sha256:
        return None, Problem(code="no_original")
    source = sources[0]
    try:
        original = recall_original(runner, source.sha256)
    except OriginalLostError:
        return None, Problem(code="original_lost")
    recordings = read_recordings(source.name, original).recordings
    if source.member >= len(recordings):
        return None, Problem(code="original_lost")
    return recordings[source.member], None
