"""Keep what was read of a file: its activities with their sources, and its line of the ledger."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from kneewise.app import clock
from kneewise.app.numbers import house_numbers
from kneewise.app.same_session import NEAR, best_of, rank, same_as
from kneewise.files import Examined, Verdict
from kneewise.model.activity import Activity
from kneewise.model.recording import Recording
from kneewise.model.runner import Settings
from kneewise.model.sport import Sport
from kneewise.observe import measure_activity
from kneewise.store.activities import SourceOf, activities_starting, keep_activity, keep_source
from kneewise.store.ids import activity_id
from kneewise.store.ledger import FileStatus, LedgerRow, keep_rows
from kneewise.store.originals import keep_file, keep_original
from kneewise.store.ref import RunnerRef
from kneewise.store.runners import one_step

AHEAD = timedelta(days=1)
"""A file that starts later than this after the clock has a wrong one."""

BATCH = 200
"""So many lines without an activity are written at once."""

SAME_CONTENT = "same_content"
SAME_ACTIVITY = "same_activity"


class Keeper:
    """One import's memory: what the ledger knows, and what is still to be written.

    Attributes:
        rows: Every file that was looked at.
        new_activities: Names of those that were not known.
    """

    def __init__(
        self, runner: RunnerRef, ledger: Sequence[LedgerRow], *, now: datetime, settings: Settings
    ) -> None:
        self.rows: list[LedgerRow] = []
        self.new_files = 0
        self.new_activities: list[str] = []
        self._runner, self._now, self._settings = runner, now, settings
        self._known = {(row.path, row.sha256): row for row in ledger}
        self._read = {row.sha256: row for row in ledger if row.run_ids}
        self._waiting: list[LedgerRow] = []

    def knows(self, path: str, sha256: str) -> bool:
        """Whether this file was offered before; it is listed then, and nothing else happens."""
        known = self._known.get((path, sha256))
        if known is not None:
            self.rows.append(known)
        return known is not None

    def keep(self, file: Examined) -> None:
        """Keep one file that was looked at."""
        if self.knows(file.path, file.sha256):
            return
        reading = file.reading
        if reading.verdict is not Verdict.ACTIVITY or file.original is None:
            status = FileStatus.REFUSED if reading.verdict is Verdict.REFUSED else FileStatus.NOT_AN_ACTIVITY
            detail = reading.problems[0].detail if reading.problems else ""
            self._later(self._row(file, status, reading.reason, detail=detail))
        elif file.sha256 in self._read:
            ids = self._read[file.sha256].run_ids
            self._later(self._row(file, FileStatus.DUPLICATE, SAME_CONTENT, ids=ids))
        else:
            self._keep_activities(file, file.original)
        if len(self._waiting) >= BATCH:
            self.flush()

    def flush(self) -> None:
        """Write the lines that wait."""
        keep_rows(self._runner, self._waiting)
        self._waiting = []

    def _keep_activities(self, file: Examined, original: bytes) -> None:
        """Keep every activity of a file in a transaction of its own, the last one with the ledger's line."""
        kept_bytes = keep_file(file.sha256, original)
        ids: list[str] = []
        new: list[str] = []
        last = len(file.reading.recordings) - 1
        row: LedgerRow | None = None
        for member, recording in enumerate(file.reading.recordings):
            with one_step(self._runner) as step:
                original_row = keep_original(self._runner, file.sha256, original, kept_bytes)
                name, is_new = self._keep_one(step, file, recording, member=member, original_row=original_row)
                ids.append(name)
                if member == last:
                    row = self._row_of(file, ids, is_new=is_new or bool(new))
                    keep_rows(self._runner, [row])
            if is_new:
                new.append(name)
        self.new_activities += new
        if row is not None:
            self._remember(row)

    def _row_of(self, file: Examined, ids: list[str], *, is_new: bool) -> LedgerRow:
        names = tuple(dict.fromkeys(ids))
        if is_new:
            return self._row(file, FileStatus.IMPORTED, file.reading.reason, ids=names)
        return self._row(file, FileStatus.DUPLICATE, SAME_ACTIVITY, ids=names)

    def _keep_one(
        self, step: int, file: Examined, recording: Recording, *, member: int, original_row: int
    ) -> tuple[str, bool]:
        """Keep one activity, or this recording as a further source of one that is known."""
        activity, own_rank = self._activity(file, recording), rank(recording)
        near = activities_starting(self._runner, activity.start - NEAR, activity.start + NEAR)
        known = same_as(activity, near)
        wins = known is None or own_rank > known.rank
        if known is None:
            row = keep_activity(self._runner, step, activity, own_rank)
        else:
            row, better = known.row, best_of(activity, known, wins=wins)
            if better != known.activity:
                keep_activity(self._runner, step, better, own_rank if wins else known.rank, known=known)
        source = SourceOf(
            sha256=file.sha256,
            name=file.path,
            member=member,
            source_format=recording.source_format,
            wins=wins,
        )
        keep_source(self._runner, row, original_row, source)
        return (activity if known is None else known.activity).activity_id, known is None

    def _activity(self, file: Examined, recording: Recording) -> Activity:
        """Measure a recording, and add what the export's table says of it."""
        notes = file.notes
        if notes is not None and notes.sport is not None and recording.sport is Sport.OTHER:
            recording = replace(recording, sport=notes.sport)
        offset_s = recording.utc_offset_s
        return Activity(
            activity_id=activity_id(recording.sport, recording.start),
            start=recording.start,
            utc_offset_s=clock.offset_s(recording.start, self._settings) if offset_s is None else offset_s,
            sport=recording.sport,
            sub_sport=recording.sub_sport,
            name=(notes.name if notes is not None else "") or recording.name,
            shoe=notes.gear if notes is not None and recording.sport is not Sport.CYCLING else "",
            measured=measure_activity(recording, house_numbers().observe),
            clock_wrong=recording.start > self._now + AHEAD,
        )

    def _row(
        self, file: Examined, status: FileStatus, reason: str, *, detail: str = "", ids: tuple[str, ...] = ()
    ) -> LedgerRow:
        return LedgerRow(
            path=file.path, sha256=file.sha256, status=status, reason=reason, detail=detail, run_ids=ids
        )

    def _later(self, row: LedgerRow) -> None:
        self._waiting.append(row)
        self._remember(row)

    def _remember(self, row: LedgerRow) -> None:
        self.rows.append(row)
        self.new_files += 1
        self._known[row.path, row.sha256] = row
        if row.run_ids:
            self._read.setdefault(row.sha256, row)
