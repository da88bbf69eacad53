"""The ledger: every file ever offered, and what became of it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Any

from django.db.models import QuerySet

from kneewise.store.models import OfferedFile
from kneewise.store.ref import RunnerRef


class FileStatus(StrEnum):
    """What became of a file."""

    IMPORTED = "imported"
    DUPLICATE = "duplicate"
    NOT_AN_ACTIVITY = "not_an_activity"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerRow:
    """One file, by its path and content.

    Attributes:
        path: As offered, in plain Unicode; a member of an archive as ``a.zip!/x.fit.gz``.
        reason: An identifier that ``present`` turns into a sentence; empty where all went well.
        run_ids: The activities it holds, of any sport.
        was: The reason for which an earlier version had refused it.
        read_version: Of the readers that refused it.
        quarantined_bytes: What is kept of it on the disk, while it is refused.
    """

    path: str
    sha256: str
    status: FileStatus
    reason: str = ""
    detail: str = ""
    run_ids: tuple[str, ...] = ()
    was: str = ""
    read_version: str = ""
    quarantined_bytes: int = 0


def keep_rows(runner: RunnerRef, rows: Iterable[LedgerRow]) -> None:
    """Write rows down; one that is there already keeps its status."""
    OfferedFile.objects.bulk_create(
        [OfferedFile(runner_id=runner.runner_id, **_columns(row)) for row in rows], ignore_conflicts=True
    )


def amend_rows(runner: RunnerRef, rows: Iterable[LedgerRow]) -> None:
    """Change the lines of files that later readers have looked at again."""
    for row in rows:
        _lines(runner).filter(path=row.path, sha256=row.sha256).update(**_columns(row))


def _columns(row: LedgerRow) -> dict[str, Any]:
    columns = {field.name: getattr(row, field.name) for field in fields(row)}
    return columns | {"status": row.status.value, "activity_ids": list(columns.pop("run_ids"))}


def recall_ledger(runner: RunnerRef) -> tuple[LedgerRow, ...]:
    """Read the whole ledger, by path."""
    return tuple(sorted(_read(_lines(runner)), key=lambda row: (row.path, row.sha256)))


def recall_line(runner: RunnerRef, path: str, sha256: str) -> LedgerRow | None:
    """Read one line; ``None`` where this file was never offered."""
    return next(_read(_lines(runner).filter(path=path, sha256=sha256)), None)


def _lines(runner: RunnerRef) -> "QuerySet[OfferedFile]":
    return OfferedFile.objects.filter(runner_id=runner.runner_id)


def _read(lines: "QuerySet[OfferedFile]") -> Iterator[LedgerRow]:
    columns = [field.name for field in fields(LedgerRow) if field.name != "run_ids"]
    for *told, activity_ids in lines.values_list(*columns, "activity_ids"):
        row = dict(zip(columns, told, strict=True))
        yield LedgerRow(**row | {"status": FileStatus(row["status"]), "run_ids": tuple(activity_ids)})
