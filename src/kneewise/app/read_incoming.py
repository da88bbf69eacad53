"""Read the files that have arrived, beside the page, which goes on answering meanwhile."""

import json
import threading
from collections import Counter
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from django.db import connection

from kneewise.app import spool
from kneewise.app.import_files import ImportReport, import_paths
from kneewise.app.lock import one_at_a_time
from kneewise.model.errors import KneewiseError
from kneewise.store.ledger import FileStatus
from kneewise.store.ref import RunnerRef

REPORT: Final = "report.json"

MOST_TOLD: Final = 200
"""Of so many files it is said one by one what became of them; the ledger has all."""

FEW: Final = 5
"""So few files without an activity were picked by hand and are named; an export holds hundreds of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingNow:
    """How far the reading has come."""

    done: int = 0
    of: int = 0
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BecameOf:
    """What became of one file, in identifiers."""

    path: str
    status: str
    reason: str
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadReport:
    """What came of the last reading.

    Attributes:
        counts: Files by what became of them.
        new: Activities that were not known before.
        told: Those files that were refused or not read whole, or all where nothing could be read; those
            without an activity where they are few.
        untold: How many more of them there are.
        problem: Why it stopped; empty where it went to the end.
    """

    counts: dict[str, int] = field(default_factory=dict)
    new: int = 0
    told: tuple[BecameOf, ...] = ()
    untold: int = 0
    problem: str = ""


_NOW: list[ReadingNow] = []
"""The reading that runs in this process; empty where none does."""


def reading_now() -> ReadingNow | None:
    """Say how far the reading has come; ``None`` where nothing is being read."""
    return next(iter(_NOW), None)


def last_report() -> ReadReport | None:
    """Recall what came of the last reading; ``None`` where there was none."""
    try:
        kept: dict[str, Any] = json.loads((spool.spool() / REPORT).read_text(encoding="utf-8"))
        return ReadReport(**kept | {"told": tuple(BecameOf(**one) for one in kept["told"])})
    except (OSError, ValueError, TypeError, KeyError):
        return None


def start_reading(runner: RunnerRef, *, now: Callable[[], datetime]) -> threading.Thread:
    """Begin to read what has arrived; a second reading waits for the first, and finds what came since."""
    if not _NOW:
        _NOW[:] = [ReadingNow()]
    thread = threading.Thread(target=_read, args=(runner, now), daemon=True)
    thread.start()
    return thread


def _read(runner: RunnerRef, now: Callable[[], datetime]) -> None:
    with one_at_a_time(spool.make_spool() / "reading"):
        try:
            while (paths := spool.next_batch()) and _read_batch(runner, paths, now()):
                pass
        finally:
            _NOW.clear()
            # The connection is this thread's own, and nobody else closes it.
            connection.close()


def _read_batch(runner: RunnerRef, paths: tuple[Path, ...], now: datetime) -> bool:
    """Read one batch and keep its report; whether it went to the end, so that its files can go."""
    try:
        report = import_paths(runner, paths, now=now, progress=_tell)
    except KneewiseError as fault:
        _keep(ReadReport(problem=str(fault)))
        return False
    _keep(_summed_up(report))
    spool.drop_batch()
    return True


def _tell(done: int, of: int, name: str) -> None:
    _NOW[:] = [ReadingNow(done=done, of=of, name=name)]


def _summed_up(report: ImportReport) -> ReadReport:
    held_none = [row for row in report.files if row.status is FileStatus.NOT_AN_ACTIVITY]
    named = frozenset(row.path for row in held_none) if len(held_none) <= FEW else frozenset[str]()
    told = [row for row in report.files if report.names(row) or row.path in named]
    return ReadReport(
        counts=dict(Counter(row.status.value for row in report.files)),
        new=len(report.new_activities),
        told=tuple(
            BecameOf(path=row.path, status=row.status.value, reason=row.reason, detail=row.detail)
            for row in told[:MOST_TOLD]
        ),
        untold=max(0, len(told) - MOST_TOLD),
    )


def _keep(report: ReadReport) -> None:
    """Write the report whole, so that whoever looks never sees half of one."""
    new = spool.spool() / f"{REPORT}.new"
    new.write_text(json.dumps(asdict(report)), encoding="utf-8")
    new.replace(spool.spool() / REPORT)
