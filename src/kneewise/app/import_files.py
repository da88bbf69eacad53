"""Take in watch files: each a line of the ledger, each activity one transaction; nothing stops the rest."""

from collections.abc import Container, Generator, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.utils.translation import gettext as _

from kneewise.app import clock, home
from kneewise.app.automatic import keep_daily
from kneewise.app.due import decide_if_due
from kneewise.app.keep_activity import Keeper
from kneewise.app.look import Looker
from kneewise.app.look_at_all import look_at_all
from kneewise.app.measure_anew import measure_anew
from kneewise.app.nights import read_nights_anew
from kneewise.app.numbers import house_numbers
from kneewise.app.progress import Progress, untold
from kneewise.app.quarantine import is_settled, offered_again
from kneewise.app.settled_first import settled_first
from kneewise.files import Offered, open_offered
from kneewise.store.durable import settled_together
from kneewise.store.faults import FullHomeError
from kneewise.store.history import recall_settings
from kneewise.store.ledger import FileStatus, LedgerRow, recall_ledger
from kneewise.store.ref import RunnerRef
from kneewise.store.runners import last_step

READ = frozenset({FileStatus.IMPORTED, FileStatus.DUPLICATE})

READ_WHOLE = ("fit_", "track_without_times", "no_track", "empty_activity", "nights", "no_nights")
"""How the reason of a file begins that was read whole and holds no activity."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportReport:
    """What came of one import.

    Attributes:
        files: Every file that was looked at, with its line of the ledger; first those that earlier readers
            had refused.
        news: Those whose line is new or was changed.
        new_files: How many of them were never offered before.
        new_activities: Activities that were not known before, of any sport.
        missing: What was named and is not there, one sentence each.
        interrupted: Ctrl-C stopped it; what is in the ledger is complete, and the next import goes on.
    """

    files: tuple[LedgerRow, ...]
    news: tuple[LedgerRow, ...] = ()
    new_files: int
    new_activities: tuple[str, ...]
    missing: tuple[str, ...] = ()
    interrupted: bool = False

    @property
    def exit_code(self) -> int:
        """0 where anything could be read; 1 where something named is missing, or nothing could be."""
        return int(bool(self.missing) or not any(map(_is_read, self.files)))

    def names(self, row: LedgerRow) -> bool:
        """Whether a file is named: refused, not read whole, and every one where nothing was read."""
        match row.status:
            case FileStatus.REFUSED:
                return True
            case FileStatus.IMPORTED:
                return bool(row.reason)
            case FileStatus.DUPLICATE | FileStatus.NOT_AN_ACTIVITY:
                return bool(self.exit_code)


def _is_read(row: LedgerRow) -> bool:
    """Whether a file could be read, whatever it holds."""
    whole = row.status is FileStatus.NOT_AN_ACTIVITY and row.reason.startswith(READ_WHOLE)
    return whole or row.status in READ


def import_paths(
    runner: RunnerRef,
    paths: Sequence[Path],
    *,
    now: datetime,
    progress: Progress = untold,
    only: Container[str] | None = None,
) -> ImportReport:
    """Import files, folders and archives.

    Args:
        runner: Whose.
        paths: What is offered; something missing among them is said, and the rest goes on.
        now: For finding files whose clock was wrong.
        progress: Told after each activity that is measured anew, and then after each file.
        only: Of folders, the files whose path as the ledger shows it is among these; ``None`` for all.
    """
    keep_daily(clock.now())
    settings = recall_settings(runner)
    missing = tuple(_("There is no %(path)s.") % {"path": path} for path in paths if not path.exists())
    step, ledger = last_step(runner), recall_ledger(runner)
    keeper = Keeper(runner, ledger, step=step, now=now, settings=settings)
    interrupted = False
    with settled_together():
        try:
            measure_anew(runner, progress=progress)
            read_nights_anew(runner)
            own = home.folder()
            offered = offered_again(own, ledger)
            there = [path for path in paths if path.exists()]
            offered += [one for path in there for one in open_offered(path, own=own, only=only)]
            count = sum(not one.stands_for for one in offered)
            with closing(_take_in(keeper, offered, ledger)) as taken:
                for done, path in enumerate(taken, start=1):
                    progress(done, max(done, count), path)
        except KeyboardInterrupt:
            interrupted = True
        keeper.flush()
    decide_if_due(runner, now, cause="import")
    return ImportReport(
        files=keeper.rows,
        news=tuple(keeper.news),
        new_files=keeper.new_files,
        new_activities=tuple(keeper.new_activities),
        missing=missing,
        interrupted=interrupted,
    )


def _take_in(keeper: Keeper, offered: Sequence[Offered], ledger: Sequence[LedgerRow]) -> Generator[str]:
    looker = Looker(
        home=home.folder(),
        numbers=house_numbers().observe,
        known=frozenset((row.path, row.sha256) for row in ledger if is_settled(row)),
        read=frozenset(row.sha256 for row in ledger if row.run_ids),
    )
    try:
        yield from _kept(keeper, looker, [one for one in offered if not one.stands_for])
        if rows := [one for one in offered if one.stands_for]:
            told = keeper.paths_with_activity()
            yield from _kept(keeper, looker, [one for one in rows if one.stands_for not in told])
    except OSError as fault:
        # What is wrong with an offered file is said of that file; this is the home.
        raise FullHomeError(fault.strerror) from fault


def _kept(keeper: Keeper, looker: Looker, offered: Sequence[Offered]) -> Generator[str]:
    with closing(look_at_all(looker.look, offered)) as every:
        for looked in settled_first(looker.home, every):
            keeper.keep(looked)
            yield looked.path
