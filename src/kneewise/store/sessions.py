"""Recordings, and which sessions they belong to: as the import took them, or as the runner said."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import F

from kneewise.store.ledger import FileStatus
from kneewise.store.models import OfferedFile, Source, StoredActivity
from kneewise.store.ref import RunnerRef


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """One recording of one original.

    Attributes:
        row: For `move`; it never leaves the home.
        name: The path of its file.
        activity_id: The session that it belongs to now.
        found_id: The session that the import took it for.
    """

    row: int
    sha256: str
    name: str
    member: int
    activity_id: str
    found_id: str


def recordings_of(runner: RunnerRef, activity_ids: Iterable[str]) -> tuple[Recorded, ...]:
    """List the recordings of sessions, in the order in which they came in."""
    rows = Source.objects.filter(runner_id=runner.runner_id, activity__activity_id__in=tuple(activity_ids))
    columns = ("pk", "original__sha256", "name", "member", "activity__activity_id", "found__activity_id")
    return tuple(
        Recorded(
            row=row,
            sha256=sha256,
            name=name,
            member=member,
            activity_id=now,
            found_id=now if found is None else found,
        )
        for row, sha256, name, member, now, found in rows.order_by("pk").values_list(*columns)
    )


def activity_of(runner: RunnerRef, sha256: str, member: int) -> str:
    """Name the session that a recording belongs to now."""
    rows = Source.objects.filter(runner_id=runner.runner_id, original__sha256=sha256, member=member)
    return rows.values_list("activity__activity_id", flat=True).get()


def move(runner: RunnerRef, recording: Recorded, activity_row: int, *, wins: bool) -> None:
    """Put a recording to a session, and remember which one the import took it for."""
    rows = Source.objects.filter(runner_id=runner.runner_id, pk=recording.row)
    rows.filter(found=None).update(found=F("activity"))
    rows.update(activity=activity_row, wins=wins)
    rows.filter(found=F("activity")).update(found=None)


def join(runner: RunnerRef, step: int, activity_row: int, into_row: int) -> None:
    """Let a session be no more one of its own; its reading stays for replay."""
    rows = StoredActivity.objects.filter(runner_id=runner.runner_id)
    rows.filter(joined=activity_row).update(joined=into_row)
    rows.filter(pk=activity_row).update(known_until=step, joined=into_row)


def tell_ledger(runner: RunnerRef, sha256: str, activity_ids: tuple[str, ...], *, is_own: bool) -> None:
    """Say in the lines of a file which sessions it holds now.

    Args:
        runner: Whose.
        sha256: The file.
        activity_ids: Its sessions.
        is_own: No other file tells of one of them: it is no duplicate of another one's session.
    """
    lines = OfferedFile.objects.filter(runner_id=runner.runner_id, sha256=sha256)
    if is_own:
        lines.filter(reason="same_activity").update(status=FileStatus.IMPORTED.value, reason="")
    lines.filter(status__in=(FileStatus.IMPORTED.value, FileStatus.DUPLICATE.value)).update(
        activity_ids=list(activity_ids)
    )
