"""The ledger: every file ever offered, and what became of it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

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
    """

    path: str
    sha256: str
    status: FileStatus
    reason: str = ""
    detail: str = ""
    run_ids: tuple[str, ...] = ()


def keep_rows(runner: RunnerRef, rows: Iterable[LedgerRow]) -> None:
    """Write rows down; one that is there already keeps its status."""
    OfferedFile.objects.bulk_create(
        [
            OfferedFile(
                runner_id=runner.runner_id,
                path=row.path,
                sha256=row.sha256,
                status=row.status.value,
                reason=row.reason,
                detail=row.detail,
                activity_ids=list(row.run_ids),
            )
            for row in rows
        ],
        ignore_conflicts=True,
    )


def recall_ledger(runner: RunnerRef) -> tuple[LedgerRow, ...]:
    """Read the whole ledger, by path."""
    return tuple(sorted(_read(_lines(runner)), key=lambda row: (row.path, row.sha256)))


def recall_line(runner: RunnerRef, path: str, sha256: str) -> LedgerRow | None:
    """Read one line; ``None`` where this file was never offered."""
    return next(_read(_lines(runner).filter(path=path, sha256=sha256)), None)


def _lines(runner: RunnerRef) -> "QuerySet[OfferedFile]":
    return OfferedFile.objects.filter(runner_id=runner.runner_id)


def _read(lines: "QuerySet[OfferedFile]") -> Iterator[LedgerRow]:
    columns = ("path", "sha256", "status", "reason", "detail", "activity_ids")
    for path, sha256, status, reason, detail, activity_ids in lines.values_list(*columns):
        yield LedgerRow(
            path=path,
            sha256=sha256,
            status=FileStatus(status),
            reason=reason,
            detail=detail,
            run_ids=tuple(activity_ids),
        )
