"""Look whether a home is sound, and what is to be read or measured anew; measure that on demand."""

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from kneewise import __version__
from kneewise.app import home
from kneewise.app.automatic import automatic_backups
from kneewise.app.due import decide_if_due
from kneewise.app.last_backup import last_full_backup
from kneewise.app.measure_anew import measure_anew
from kneewise.app.progress import Progress, untold
from kneewise.app.quarantine import is_settled
from kneewise.app.tidy import left_behind
from kneewise.engine import ENGINE_VERSION
from kneewise.files import reading
from kneewise.observe.measure import MEASURE_VERSION
from kneewise.store.activities import measured_otherwise
from kneewise.store.integrity import database_faults
from kneewise.store.ledger import LedgerRow, recall_ledger
from kneewise.store.originals import (
    OriginalLostError,
    claimed_files,
    file_of,
    kept_files,
    recall_hashes,
    recall_original,
)
from kneewise.store.ref import RunnerRef


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginalFault:
    """One original that is not as it was kept.

    Attributes:
        path: As it was offered.
        fault: ``lost`` or ``altered``.
    """

    path: str
    sha256: str
    fault: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What was found.

    Attributes:
        originals: How many there should be.
        faults: Those of them that are not as they were kept.
        unclaimed: Files among the originals that no row speaks of, as an import that was killed leaves them.
        database_faults: In the database's own words.
        quarantined: Refused files that are kept.
        to_read: Those of them that the readers of this version try again at the next import.
        to_measure: Activities whose figures are of another version of measuring.
        left_behind: What work that was broken off left, and `tidy` removes.
        kept_by_itself: How many backups were made by themselves, the last of them on ``last_kept_on``.
        last_backup_on: When somebody made one of everything; ``None`` where nobody did.
    """

    originals: int
    faults: tuple[OriginalFault, ...]
    unclaimed: int
    database_faults: tuple[str, ...]
    quarantined: int
    to_read: int
    to_measure: int
    left_behind: int
    kept_by_itself: int
    last_kept_on: date | None
    last_backup_on: date | None
    kneewise_version: str = __version__
    measure_version: str = MEASURE_VERSION
    reader_version: str = reading.READER_VERSION
    engine_version: str = ENGINE_VERSION

    @property
    def is_sound(self) -> bool:
        """Whether nothing is lost or altered."""
        return not self.faults and not self.database_faults


def check(runner: RunnerRef, *, now: datetime, progress: Progress = untold) -> Checked:
    """Compare every original with its hash, and count what this version has still to do; write nothing.

    Args:
        runner: Whose.
        now: On the runner's wall clock, by which days are named.
        progress: Told after each original.
    """
    by_itself = automatic_backups()
    ledger, hashes = recall_ledger(runner), recall_hashes(runner)
    kept = [row for row in ledger if row.quarantined_bytes]
    return Checked(
        originals=len(hashes),
        faults=_faults(runner, hashes, ledger, progress),
        unclaimed=len(set(kept_files()) - claimed_files()),
        database_faults=database_faults(),
        quarantined=len(kept),
        to_read=sum(not is_settled(row) for row in kept),
        to_measure=len(measured_otherwise(runner, MEASURE_VERSION)),
        left_behind=len(left_behind(now)),
        kept_by_itself=len(by_itself),
        last_kept_on=by_itself[0].made_at.astimezone(now.tzinfo).date() if by_itself else None,
        last_backup_on=last_full_backup(),
    )


def free_bytes() -> int:
    """Say what is free on the disk of the home: a figure of this machine, no part of what was found."""
    return shutil.disk_usage(home.folder()).free


def remeasure(runner: RunnerRef, *, now: datetime, progress: Progress = untold) -> int:
    """Measure anew what another version measured, and store the decision that this causes.

    Each activity is a transaction of its own: what was measured before Ctrl-C stays.

    Returns:
        How many there were.
    """
    count = measure_anew(runner, progress=progress)
    decide_if_due(runner, now, cause="measure")
    return count


def _faults(
    runner: RunnerRef, hashes: Sequence[str], ledger: Sequence[LedgerRow], progress: Progress
) -> tuple[OriginalFault, ...]:
    paths = {row.sha256: row.path for row in ledger}
    found = []
    for done, sha256 in enumerate(hashes, start=1):
        path = paths.get(sha256, "")
        try:
            recall_original(runner, sha256)
        except OriginalLostError:
            fault = "altered" if file_of(sha256).exists() else "lost"
            found.append(OriginalFault(path=path, sha256=sha256, fault=fault))
        progress(done, len(hashes), path)
    return tuple(found)
