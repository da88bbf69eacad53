"""Activities: found again when they come from another file, kept with all their sources."""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, cast

from django.db import connection
from django.db.models import Q, QuerySet

from kneewise.model.activity import Activity, Measured
from kneewise.model.bands import CadenceBand, CadenceLine, GradeBand, HeartBand, SpeedBand
from kneewise.model.doubt import Doubt
from kneewise.model.sport import Sport
from kneewise.store.codec import Json, from_json, to_json
from kneewise.store.models import PastReading, Source, StoredActivity
from kneewise.store.ref import RunnerRef

Rank = tuple[float, ...]
"""How good a recording is: of two, the greater wins."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """An activity with what decides whether another recording of it is better.

    Attributes:
        row: For `keep_activity` and `keep_source`; it never leaves the home.
        joined: The row of the activity that the runner joined it to.
    """

    row: int
    activity: Activity
    rank: Rank
    joined: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceOf:
    """One recording of an activity.

    Attributes:
        name: The path it was first offered under.
        member: Which recording of that file, from 0.
    """

    sha256: str
    name: str
    member: int
    source_format: str
    wins: bool


def activities_starting(runner: RunnerRef, after: datetime, before: datetime) -> tuple[Kept, ...]:
    """Read the activities that start in a span, both ends included; also those that were joined to others."""
    ends = (connection.ops.adapt_datetimefield_value(end.astimezone(UTC)) for end in (after, before))
    rows = StoredActivity.objects.raw(_STARTING, [runner.runner_id, *ends])
    return tuple(_kept(row) for row in rows)


_STARTING = (
    "SELECT * FROM store_storedactivity WHERE runner_id = %s AND start BETWEEN %s AND %s "
    "ORDER BY start, activity_id"
)
"""Plain SQL, because every session of an import asks, and building the query takes longer than its answer."""


def measured_otherwise(runner: RunnerRef, version: str) -> tuple[Kept, ...]:
    """Read the activities whose figures another version of the measuring code made."""
    rows = _present(runner).exclude(measured_version=version)
    return tuple(_kept(row) for row in rows.order_by("start", "activity_id"))


def kept_in(runner: RunnerRef, row: int) -> Kept:
    """Read the activity of a row, as it is now."""
    return _kept(StoredActivity.objects.get(runner_id=runner.runner_id, pk=row))


def kept_named(runner: RunnerRef, activity_id: str) -> Kept | None:
    """Read an activity by its name, also a joined one; ``None`` where there never was one."""
    row = StoredActivity.objects.filter(runner_id=runner.runner_id, activity_id=activity_id).first()
    return None if row is None else _kept(row)


def _kept(row: StoredActivity) -> Kept:
    return Kept(row=row.pk, activity=read(row.reading), rank=tuple(row.rank), joined=row.joined_id)


def keep_activity(
    runner: RunnerRef, step: int, activity: Activity, rank: Rank, *, known: Kept | None = None
) -> int:
    """Store a new activity, or a better reading of a known one; the old reading stays for replay.

    One that was joined to another is a session of its own again.

    Returns:
        Its row, for `keep_source`.
    """
    row = StoredActivity(runner_id=runner.runner_id, activity_id=activity.activity_id)
    if known is not None:
        row = StoredActivity.objects.get(runner_id=runner.runner_id, pk=known.row)
        PastReading.objects.create(
            runner_id=runner.runner_id,
            activity=row,
            reading=row.reading,
            known_from=row.known_from,
            known_until=step if row.known_until is None else row.known_until,
        )
    row.start = activity.start.astimezone(UTC)
    row.end = activity.end.astimezone(UTC)
    row.measured_version = activity.measured.version
    row.rank = list(rank)
    row.reading = write(activity)
    row.known_from, row.known_until, row.joined = step, None, None
    row.save()
    return row.pk


def keep_source(
    runner: RunnerRef,
    activity_row: int,
    original_row: int,
    source: SourceOf,
    *,
    first: bool = False,
    found_row: int | None = None,
) -> None:
    """Store where an activity comes from; a source that wins takes the place of the one before.

    Args:
        runner: Whose.
        activity_row: From `keep_activity`.
        original_row: From `keep_original`.
        source: The recording; one that is known stays as it is.
        first: The activity has no source yet.
        found_row: The activity that it was taken for, where the runner has joined that to this one.
    """
    if source.wins and not first:
        winners = Source.objects.filter(runner_id=runner.runner_id, activity_id=activity_row, wins=True)
        winners.update(wins=False)
    row = Source(
        runner_id=runner.runner_id,
        activity_id=activity_row,
        original_id=original_row,
        member=source.member,
        name=source.name,
        source_format=source.source_format,
        wins=source.wins,
        found_id=found_row,
    )
    Source.objects.bulk_create([row], ignore_conflicts=True)


def recall_sources(runner: RunnerRef, activity_id: str) -> tuple[SourceOf, ...]:
    """Read an activity's sources, the winning one first."""
    rows = Source.objects.filter(runner_id=runner.runner_id, activity__activity_id=activity_id)
    columns = ("original__sha256", "name", "member", "source_format", "wins")
    return tuple(
        SourceOf(sha256=sha256, name=name, member=member, source_format=source_format, wins=wins)
        for sha256, name, member, source_format, wins in rows.order_by("-wins", "pk").values_list(*columns)
    )


def activities_of(runner: RunnerRef, sha256: str) -> tuple[str, ...]:
    """Name the activities that the recordings of one original tell of, in the order of the file."""
    rows = Source.objects.filter(runner_id=runner.runner_id, original__sha256=sha256).order_by("member")
    return tuple(rows.values_list("activity__activity_id", flat=True))


def recall_activities(
    runner: RunnerRef, *, step: int | None = None, bands: bool = True
) -> tuple[Activity, ...]:
    """Read all activities, oldest first, as they were known at a step; ``bands`` as in `read`."""
    if step is None:
        return _sorted(_present(runner).values_list("reading", flat=True), bands=bands)
    rows = StoredActivity.objects.filter(
        Q(known_until=None) | Q(known_until__gt=step), runner_id=runner.runner_id, known_from__lte=step
    )
    past = PastReading.objects.filter(
        runner_id=runner.runner_id, known_from__lte=step, known_until__gt=step
    ).values_list("reading", flat=True)
    return _sorted([*rows.values_list("reading", flat=True), *past], bands=bands)


def _present(runner: RunnerRef) -> "QuerySet[StoredActivity]":
    """Give the rows that are sessions of their own now."""
    return StoredActivity.objects.filter(runner_id=runner.runner_id, known_until=None)


def _sorted(readings: Iterable[Mapping[str, Json]], *, bands: bool) -> tuple[Activity, ...]:
    """Put activities in order of their start; done here, because steps of one start must not matter."""
    activities = [read(reading, bands=bands) for reading in readings]
    return tuple(sorted(activities, key=lambda one: (one.start, one.activity_id)))


def write(activity: Activity) -> dict[str, Json]:
    """Write an activity as plain JSON, its bands as a text of their own."""
    plain = cast("dict[str, Json]", to_json(activity))
    measured = cast("dict[str, Json]", plain["measured"])
    bands = {name: measured.pop(name) for name in BANDS}
    if any(bands.values()):
        plain["bands"] = json.dumps(bands, separators=(",", ":"))
    return plain


BANDS: Mapping[str, Callable[[Any], Any]] = {
    "cadence_line": lambda plain: None if plain is None else CadenceLine._make(plain),
    "speed_quantiles_m_s": tuple,
    "by_speed": lambda rows: tuple(map(SpeedBand._make, rows)),
    "by_grade": lambda rows: tuple(map(GradeBand._make, rows)),
    "by_cadence": lambda rows: tuple(map(CadenceBand._make, rows)),
    "by_heart_rate": lambda rows: tuple(map(HeartBand._make, rows)),
}
"""Figures that no room looks at, with what they were before they were written.

They are kept as one text, so that whoever decides a day reads past them: of thousands of sessions that
is a third of the time.
"""


def read(reading: Mapping[str, Json], *, bands: bool = True) -> Activity:
    """Read an activity: by hand and not through the codec, because a home may hold thousands.

    What an older version measured lacks what it did not know.

    Args:
        reading: As it was written.
        bands: Read its bands too; without them the session looks as if nothing were known of them.
    """
    given: dict[str, Any] = dict(reading)
    told = given.pop("bands", None)
    given["start"] = datetime.fromisoformat(given["start"])
    given["sport"] = Sport(given["sport"])
    measured = dict(given["measured"])
    if measured.get("doubts"):
        measured["doubts"] = tuple(from_json(Doubt, doubt) for doubt in measured["doubts"])
    elif "doubts" in measured:
        measured["doubts"] = ()
    if told and bands:
        measured |= {name: BANDS[name](part) for name, part in json.loads(told).items()}
    given["measured"] = Measured(**measured)
    return Activity(**given)
