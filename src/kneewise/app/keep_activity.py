"""Keep what was read of a file: its activities with their sources, and its line of the ledger."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from kneewise.app import clock, home
from kneewise.app.look import Found, Looked
from kneewise.app.nights import nights_of
from kneewise.app.quarantine import is_settled
from kneewise.app.same_session import NEAR, best_of, same_as
from kneewise.files import Verdict, reading
from kneewise.model.activity import Activity
from kneewise.model.recording import Recording
from kneewise.model.runner import Settings
from kneewise.model.sport import Sport
from kneewise.store.activities import (
    SourceOf,
    activities_of,
    activities_starting,
    keep_activity,
    keep_source,
    kept_in,
)
from kneewise.store.ids import activity_id
from kneewise.store.ledger import FileStatus, LedgerRow, amend_rows, keep_rows, recall_line
from kneewise.store.nights import keep_nights
from kneewise.store.original_files import KeptFile
from kneewise.store.originals import keep_original
from kneewise.store.quarantine import MOST_B, drop_refused
from kneewise.store.ref import RunnerRef
from kneewise.store.runners import alone, last_step, next_step

AHEAD = timedelta(days=1)
"""A file that starts later than this after the clock has a wrong one."""

BATCH = 200
"""So many lines without an activity are written at once."""

SAME_CONTENT = "same_content"
SAME_ACTIVITY = "same_activity"


class Keeper:
    """One import's memory: what the ledger knows, and what is still to be written.

    As long as every step since the ledger was read is its own, nobody else has kept anything meanwhile.

    Attributes:
        news: The files whose line is new or was changed.
        new_activities: Names of those that were not known.
    """

    def __init__(
        self, runner: RunnerRef, ledger: Sequence[LedgerRow], *, step: int, now: datetime, settings: Settings
    ) -> None:
        """Begin with the ledger as it was read, and the last step from before that."""
        self.news: list[LedgerRow] = []
        self.new_files = 0
        self.new_activities: list[str] = []
        self._runner, self._now, self._settings = runner, now, settings
        self._step = step
        self._known = {(row.path, row.sha256): row for row in ledger if is_settled(row)}
        self._refused = {(row.path, row.sha256): row for row in ledger if not is_settled(row)}
        self._room_b = MOST_B - sum(row.quarantined_bytes for row in ledger)
        self._read = {row.sha256: row for row in ledger if row.run_ids}
        self._waiting: list[LedgerRow] = []
        self._listed: dict[tuple[str, str], LedgerRow] = {}

    @property
    def rows(self) -> tuple[LedgerRow, ...]:
        """Every file that was looked at, once."""
        return tuple(self._listed.values())

    def paths_with_activity(self) -> frozenset[str]:
        """Give the paths of all files that an activity came of, now or before, here or in another process."""
        known = {**self._known, **self._listed}
        return frozenset(path for (path, _), row in known.items() if row.run_ids)

    def knows(self, path: str, sha256: str) -> bool:
        """Whether this file was offered before; it is listed then, and nothing else happens."""
        known = self._known.get((path, sha256))
        if known is not None:
            self._listed[path, sha256] = known
        return known is not None

    def keep(self, file: Looked) -> None:
        """Keep one file that was looked at."""
        if self.knows(file.path, file.sha256):
            return
        if file.sha256 in self._read:
            ids = self._read[file.sha256].run_ids
            self._later(_row(file, FileStatus.DUPLICATE, SAME_CONTENT, ids=ids))
        elif file.kept is None:
            self._later(self._refusal(file) if file.verdict is Verdict.REFUSED else _no_activity(file))
        elif file.nights:
            self._keep_nights(file, file.kept)
        else:
            self._keep_activities(file, file.kept)
        if len(self._waiting) >= BATCH:
            self.flush()

    def flush(self) -> None:
        """Write the lines that wait."""
        with alone(self._runner):
            self._write(self._waiting)
        self._waiting = []

    def _refusal(self, file: Looked) -> LedgerRow:
        """Say of a file that it is refused; what is kept of it stays while there is room."""
        before = self._refused.get((file.path, file.sha256))
        size_b = 0 if file.quarantined is None else file.quarantined.kept_bytes
        more_b = size_b - (0 if before is None else before.quarantined_bytes)
        if more_b > self._room_b:
            drop_refused(home.folder(), file.sha256)
            size_b = more_b = 0
        self._room_b -= more_b
        row = _row(file, FileStatus.REFUSED, file.reason, detail=file.detail)
        return replace(row, read_version=reading.READER_VERSION, quarantined_bytes=size_b)

    def _write(self, rows: Sequence[LedgerRow]) -> None:
        """Write lines; those of files that were refused before take the place of the refusal, and say so."""
        again = [row for row in rows if (row.path, row.sha256) in self._refused]
        keep_rows(self._runner, [row for row in rows if row not in again])
        amend_rows(self._runner, again)

    def _keep_activities(self, file: Looked, kept: KeptFile) -> None:
        """Keep every activity of a file and its line of the ledger, all in one transaction."""
        new: list[str] = []
        with alone(self._runner):
            if self._was_kept_meanwhile(file):
                return
            step = next_step(self._runner)
            original_row = keep_original(self._runner, file.sha256, kept)
            ids: list[str] = []
            for member, found in enumerate(file.found):
                name, is_new = self._keep_one(step, file, found, member=member, original_row=original_row)
                ids.append(name)
                new += [name] if is_new else []
            row = self._once_refused(_row_of(file, ids, is_new=bool(new)))
            self._write([row])
        self.new_activities += new
        self._took(step)
        self._remember(row)

    def _keep_nights(self, file: Looked, kept: KeptFile) -> None:
        """Keep the nights of a file in one transaction, with its line of the ledger."""
        row = self._once_refused(_no_activity(file))
        with alone(self._runner):
            if self._was_kept_meanwhile(file):
                return
            original_row = keep_original(self._runner, file.sha256, kept)
            step = next_step(self._runner)
            keep_nights(self._runner, step, original_row, nights_of(file.nights, file.kind))
            self._write([row])
        self._took(step)
        self._remember(row)

    def _was_kept_meanwhile(self, file: Looked) -> bool:
        """Whether another process has kept this file, here or elsewhere, since this import began."""
        if last_step(self._runner) == self._step:
            return False
        line = recall_line(self._runner, file.path, file.sha256)
        if line is not None and is_settled(line):
            self._listed[line.path, line.sha256] = line
            return True
        ids = activities_of(self._runner, file.sha256)
        if not ids or len(ids) < len(file.found):
            return False
        self._later(_row(file, FileStatus.DUPLICATE, SAME_CONTENT, ids=tuple(dict.fromkeys(ids))))
        return True

    def _took(self, step: int) -> None:
        """Note an own step; after somebody else's, every file is asked for from then on."""
        if step == self._step + 1:
            self._step = step

    def _keep_one(
        self, step: int, file: Looked, found: Found, *, member: int, original_row: int
    ) -> tuple[str, bool]:
        """Keep one activity, or this recording as a further source of one that is known."""
        activity = self._activity(file, found)
        near = activities_starting(self._runner, activity.start - NEAR, activity.start + NEAR)
        same = same_as(activity, near)
        known = same if same is None or same.joined is None else kept_in(self._runner, same.joined)
        wins = known is None or found.rank > known.rank
        if known is None:
            row = keep_activity(self._runner, step, activity, found.rank)
        else:
            better = replace(
                best_of(activity, known, wins=wins),
                utc_offset_s=self._offset_s(found.recording, known.activity, wins=wins),
            )
            row = known.row
            if better != known.activity:
                keep_activity(self._runner, step, better, found.rank if wins else known.rank, known=known)
        source = SourceOf(
            sha256=file.sha256,
            name=file.path,
            member=member,
            source_format=found.recording.source_format,
            wins=wins,
        )
        found_row = None if same is None or same.joined is None else same.row
        keep_source(self._runner, row, original_row, source, first=known is None, found_row=found_row)
        return (activity if known is None else known.activity).activity_id, known is None

    def _activity(self, file: Looked, found: Found) -> Activity:
        """Put together what was measured and what the export's table says of it."""
        notes, recording = file.notes, found.recording
        offset_s = recording.utc_offset_s
        return Activity(
            activity_id=activity_id(recording.sport, recording.start),
            start=recording.start,
            utc_offset_s=clock.offset_s(recording.start, self._settings) if offset_s is None else offset_s,
            sport=recording.sport,
            sub_sport=recording.sub_sport,
            name=(notes.name if notes is not None else "") or recording.name,
            shoe=notes.gear if notes is not None and recording.sport is not Sport.CYCLING else "",
            description=notes.description if notes is not None else "",
            exertion_0_10=notes.exertion_0_10 if notes is not None else None,
            measured=found.measured,
            clock_wrong=recording.start > self._now + AHEAD,
        )

    def _offset_s(self, recording: Recording, known: Activity, *, wins: bool) -> int:
        """Give a session that is known the offset that a file of it names; the home's counts where none does.

        What is stored and not the home's was named by an earlier file.
        """
        named, stored = recording.utc_offset_s, known.utc_offset_s
        if named is None:
            return stored
        return named if wins or stored == clock.offset_s(known.start, self._settings) else stored

    def _once_refused(self, row: LedgerRow) -> LedgerRow:
        """Say of a file that can be read why it could not be before."""
        before = self._refused.get((row.path, row.sha256))
        return row if before is None else replace(row, was=before.reason)

    def _later(self, row: LedgerRow) -> None:
        if row.status is not FileStatus.REFUSED:
            row = self._once_refused(row)
        self._waiting.append(row)
        self._remember(row)

    def _remember(self, row: LedgerRow) -> None:
        self._listed[row.path, row.sha256] = row
        self.news.append(row)
        self.new_files += (row.path, row.sha256) not in self._refused
        self._known[row.path, row.sha256] = row
        if row.run_ids:
            self._read.setdefault(row.sha256, row)


def _row_of(file: Looked, ids: list[str], *, is_new: bool) -> LedgerRow:
    names = tuple(dict.fromkeys(ids))
    if is_new:
        return _row(file, FileStatus.IMPORTED, file.reason, ids=names)
    return _row(file, FileStatus.DUPLICATE, SAME_ACTIVITY, ids=names)


def _no_activity(file: Looked) -> LedgerRow:
    return _row(file, FileStatus.NOT_AN_ACTIVITY, file.reason, detail=file.detail)


def _row(
    file: Looked, status: FileStatus, reason: str, *, detail: str = "", ids: tuple[str, ...] = ()
) -> LedgerRow:
    return LedgerRow(
        path=file.path, sha256=file.sha256, status=status, reason=reason, detail=detail, run_ids=ids
    )
