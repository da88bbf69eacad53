"""Runs that were told without a file: sessions like any other, until a file of the same run is there."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

from kneewise.model.activity import Activity, Measured
from kneewise.model.sport import Sport
from kneewise.store.records import ToldRun

NOON = time(12)
MIDNIGHT = time(0)


def with_told_runs(
    activities: tuple[Activity, ...], told: Sequence[ToldRun]
) -> tuple[tuple[Activity, ...], Mapping[str, str]]:
    """Put told runs among the sessions, in the order of their starts.

    Returns:
        The sessions, and of each told run whose file is there the name that it goes under now.
    """
    if not told:
        return activities, {}
    called = {run.record_id: found.activity_id for run in told if (found := same_run(run, activities))}
    alone = [session_of(run) for run in told if run.record_id not in called]
    worn = {called[run.record_id]: run.shoe for run in told if run.shoe and run.record_id in called}
    files = (replace(one, shoe=one.shoe or worn.get(one.activity_id, "")) for one in activities)
    every = sorted((*files, *alone), key=lambda one: (one.start, one.activity_id))
    return tuple(every), called


def same_run(told: ToldRun, among: Iterable[Activity]) -> Activity | None:
    """Find the session that a told run is: a run of its day, at its hour where that was told."""
    own = session_of(told)
    runs = (one for one in among if one.is_run and one.on == told.on and not one.clock_wrong)
    same = (one for one in runs if told.began is None or (one.start < own.end and own.start < one.end))
    return min(same, key=lambda one: (abs(one.start - own.start), one.activity_id), default=None)


def session_of(told: ToldRun) -> Activity:
    """Make the session of a told run; all of it was running."""
    running_s = told.running_min * 60
    return Activity(
        activity_id=told.record_id,
        start=_start(told).astimezone(UTC),
        utc_offset_s=int((told.at.utcoffset() or timedelta(0)).total_seconds()),
        sport=Sport.RUNNING,
        measured=Measured(
            version="",
            elapsed_s=running_s,
            moving_s=running_s,
            running_s=running_s,
            distance_m=told.distance_m,
            running_distance_m=told.distance_m,
        ),
        shoe=told.shoe or "",
        hand_entered=True,
        start_known=told.began is not None,
    )


def _start(told: ToldRun) -> datetime:
    """Say when it began: as told, else it ended as it was told of, or at noon of a day that had passed."""
    zone = told.at.tzinfo
    if told.began is not None:
        return datetime.combine(told.on, time.fromisoformat(told.began), zone)
    end = told.at if told.at.date() == told.on else datetime.combine(told.on, NOON, zone)
    return max(end - timedelta(minutes=told.running_min), datetime.combine(told.on, MIDNIGHT, zone))
