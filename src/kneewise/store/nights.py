"""Nights as exports tell of them: each day has one present reading, and the earlier ones stay for replay."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from django.db.models import Q, QuerySet

from kneewise.model.diary import Sleep
from kneewise.store.models import StoredNight
from kneewise.store.ref import RunnerRef


@dataclass(frozen=True, slots=True, kw_only=True)
class NightOf:
    """One night of one original.

    Attributes:
        kind: The kind of file it is from.
        read_version: Of the code that read it.
    """

    on: date
    ended_at: datetime
    hours: float
    kind: str
    read_version: str


def keep_nights(runner: RunnerRef, step: int, original_row: int, nights: Sequence[NightOf]) -> int:
    """Store nights that are not known, or of which a file of the same kind tells more.

    Returns:
        How many came out new or other than before.
    """
    known = {row.on: row for row in _present(runner).filter(on__in=[night.on for night in nights])}
    count = 0
    for night in nights:
        before = known.get(night.on)
        if before is not None:
            if not _says_more(night, before):
                continue
            before.known_until = step
            before.save(update_fields=["known_until"])
        known[night.on] = StoredNight.objects.create(
            runner_id=runner.runner_id,
            original_id=original_row,
            kind=night.kind,
            on=night.on,
            ended_at=night.ended_at.astimezone(UTC),
            hours=night.hours,
            read_version=night.read_version,
            known_from=step,
        )
        count += 1
    return count


def _says_more(night: NightOf, before: StoredNight) -> bool:
    """Whether a night takes the place of a known one: of the same kind, and read anew or longer.

    An export that was made in the middle of a night holds only its beginning.
    """
    anew = night.read_version != before.read_version
    return night.kind == before.kind and (anew or night.hours > before.hours)


def recall_nights(runner: RunnerRef, *, step: int | None = None) -> tuple[Sleep, ...]:
    """Read the nights, oldest first, as they were known at a step."""
    rows = StoredNight.objects.filter(runner_id=runner.runner_id)
    if step is None:
        rows = rows.filter(known_until=None)
    else:
        rows = rows.filter(Q(known_until=None) | Q(known_until__gt=step), known_from__lte=step)
    columns = ("on", "ended_at", "hours")
    return tuple(
        Sleep(record_id=f"night-{on}", at=ended_at, on=on, hours=hours, quality_0_10=None)
        for on, ended_at, hours in rows.order_by("on", "pk").values_list(*columns)
    )


def originals_read_otherwise(runner: RunnerRef, read_version: str) -> tuple[tuple[int, str], ...]:
    """Name the originals whose present nights another version has read: row and hash of each."""
    rows = _present(runner).exclude(read_version=read_version)
    return tuple(rows.order_by("original_id").values_list("original_id", "original__sha256").distinct())


def is_read_otherwise(runner: RunnerRef, original_row: int, read_version: str) -> bool:
    """Whether present nights of an original are still those of another version."""
    rows = _present(runner).filter(original_id=original_row)
    return rows.exclude(read_version=read_version).exists()


def _present(runner: RunnerRef) -> "QuerySet[StoredNight]":
    """Give the rows that are read now."""
    return StoredNight.objects.filter(runner_id=runner.runner_id, known_until=None)
