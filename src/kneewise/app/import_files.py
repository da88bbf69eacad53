"""Take in watch files: each a line of the ledger, each activity one transaction; nothing stops the rest."""

from collections.abc import Callable, Generator, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.utils.translation import gettext as _

from kneewise.app import clock, home
from kneewise.app.keep_activity import Keeper
from kneewise.app.look import Looker
from kneewise.app.look_at_all import look_at_all
from kneewise.app.measure_anew import measure_anew
from kneewise.app.nights import read_nights_anew
from kneewise.app.numbers import house_numbers
from kneewise.app.review import decide_on
from kneewise.files import Offered, open_offered
from kneewise.model.runner import Settings
from kneewise.store.decisions import keep_decision
from kneewise.store.history import recall_history, recall_settings
from kneewise.store.ledger import FileStatus, LedgerRow, recall_ledger
from kneewise.store.ref import RunnerRef
from kneewise.store.runners import one_step

Progress = Callable[[int, int, str], None]
"""Told after each file: how many are done, of how many, and its path."""

READ = frozenset({FileStatus.IMPORTED, FileStatus.DUPLICATE})

READ_WHOLE = ("fit_", "track_without_times", "no_track", "empty_activity", "nights", "no_nights")
"""How the reason of a file begins that was read whole and holds no activity."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportReport:
    """What came of one import.

    Attributes:
        files: Every file that was looked at, with its line of the ledger.
        new_files: How many of them were never offered before.
        new_activities: Activities that were not known before, of any sport.
        missing: What was named and is not there, one sentence each.
        interrupted: Ctrl-C stopped it; what is in the ledger is complete, and the next import goes on.
    """

    files: tuple[LedgerRow, ...]
    new_files: int
    new_activities: tuple[str, ...]
    missing: tuple[str, ...] = ()
    interrupted: bool = False

    @property
    def exit_code(self) -> int:
        """0 where anything could be read; 1 where something named is missing, or nothing could be."""
        return int(bool(self.missing) or not any(map(_is_read, self.files)))


def _is_read(row: LedgerRow) -> bool:
    """Whether a file could be read, whatever it holds."""
    whole = row.status is FileStatus.NOT_AN_ACTIVITY and row.reason.startswith(READ_WHOLE)
    return whole or row.status in READ


def import_paths(
    runner: RunnerRef, paths: Sequence[Path], *, now: datetime, progress: Progress | None = None
) -> ImportReport:
    """Import files, folders and archives.

    Args:
        runner: Whose.
        paths: What is offered; something missing among them is said, and the rest goes on.
        now: For finding files whose clock was wrong.
        progress: Told after each file.
    """
    settings = recall_settings(runner)
    missing = tuple(_("There is no %(path)s.") % {"path": path} for path in paths if not path.exists())
    measure_anew(runner)
    read_nights_anew(runner)
    ledger = recall_ledger(runner)
    keeper = Keeper(runner, ledger, now=now, settings=settings)
    interrupted = False
    try:
        there = [path for path in paths if path.exists()]
        offered = [one for path in there for one in open_offered(path, own=home.folder())]
        with closing(_take_in(keeper, offered, ledger)) as taken:
            for done, path in enumerate(taken, start=1):
                if progress is not None:
                    progress(done, len(offered), path)
    except KeyboardInterrupt:
        interrupted = True
    keeper.flush()
    if keeper.new_activities or keeper.new_nights:
        _decide(runner, settings, now)
    return ImportReport(
        files=keeper.rows,
        new_files=keeper.new_files,
        new_activities=tuple(keeper.new_activities),
        missing=missing,
        interrupted=interrupted,
    )


def _take_in(keeper: Keeper, offered: Sequence[Offered], ledger: Sequence[LedgerRow]) -> Generator[str]:
    looker = Looker(
        home=home.folder(),
        numbers=house_numbers().observe,
        known=frozenset((row.path, row.sha256) for row in ledger),
        read=frozenset(row.sha256 for row in ledger if row.run_ids),
    )
    with closing(look_at_all(looker.look, offered)) as every:
        for looked in every:
            keeper.keep(looked)
            yield looked.path


def _decide(runner: RunnerRef, settings: Settings, now: datetime) -> None:
    """Store the one decision that the new activities cause together."""
    local = clock.local(now, settings)
    with one_step(runner) as step:
        decision = decide_on(recall_history(runner), local.date())
        keep_decision(runner, step, decision, decided_at=local, cause="import")
