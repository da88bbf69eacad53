"""Files from the watch come in; the ledger says what became of each."""

import time
from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from kneewise.app import clock, home, ledger
from kneewise.app import import_files as use
from kneewise.app.import_files import ImportReport
from kneewise.app.inbox import Read, read_inbox
from kneewise.app.ledger import FileStatus, LedgerRow
from kneewise.app.watch import watch
from kneewise.cli.open import Opened, instant, open_home
from kneewise.cli.options import AsJson, ReadOn
from kneewise.cli.progress import progress_bar
from kneewise.cli.terminal import complain, say, show, show_json
from kneewise.cli.values import a_path
from kneewise.model.errors import UsageError
from kneewise.present.ledger import ledger_json, why
from kneewise.present.page import Lines, Tone, wrapped
from kneewise.present.words import gettext as _
from kneewise.present.words import ngettext, sentence


def import_files(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="PATH...", parser=a_path, help=_("Files, folders or zips with FIT, TCX or GPX in them.")
        ),
    ] = None,
    show_ledger: Annotated[
        bool, typer.Option("--ledger", help=_("List every file ever offered and what became of it."))
    ] = False,
    watched: Annotated[
        Path | None,
        typer.Option("--watch", metavar="DIR", help=_("Keep taking what appears in this folder.")),
    ] = None,
    inbox: Annotated[
        Path | None,
        typer.Option("--inbox", metavar="DIR", help=_("Take what is new and whole in this folder, once.")),
    ] = None,
    on: ReadOn = None,
    as_json: AsJson = False,
) -> None:
    """Read watch files, folders and archives; what is damaged is listed and stops nothing."""
    if inbox is not None:
        if paths or show_ledger or watched is not None:
            raise UsageError(_("--inbox DIR stands alone: it reads one folder and ends."))
        _read_inbox(inbox, on=on, as_json=as_json)
        return
    if watched is not None:
        if paths or show_ledger or as_json:
            raise UsageError(_("--watch DIR stands alone: it says a line for each new file until Ctrl-C."))
        _watch(watched, on=on)
        return
    if show_ledger and paths:
        raise UsageError(_("--ledger lists what was offered so far: import the files first."))
    if show_ledger:
        _show_ledger(as_json=as_json)
        return
    if not paths:
        raise UsageError(_("Name at least one file, folder or archive: kneewise import PATH."))
    _import(paths, on=on, as_json=as_json)


def _show_ledger(*, as_json: bool) -> None:
    rows = ledger.ledger(open_home().runner)
    if as_json:
        show_json(ledger_json(rows))
    else:
        show([line for row in rows for line in row_lines(row)] or wrapped(_("No file was offered yet.")))


def _import(paths: Sequence[Path], *, on: date | None, as_json: bool) -> None:
    opened = open_home()
    with progress_bar(_("Reading")) as told:
        report = use.import_paths(opened.runner, paths, now=instant(opened, on), progress=told)
    for sentence_of_missing in report.missing:
        complain(sentence_of_missing)
    if as_json:
        show_json(ledger_json(report.files))
    elif report.files:
        show(_summary(report, report.files))
    if report.interrupted:
        complain(_("Stopped. What was read is kept; the same import goes on from here."))
        raise typer.Abort
    if not report.missing and report.exit_code:
        complain(_("Nothing in it could be read as an activity."))
    raise typer.Exit(report.exit_code)


def _read_inbox(folder: Path, *, on: date | None, as_json: bool) -> None:
    opened = open_home()
    with progress_bar(_("Reading")) as told:
        read = read_inbox(
            opened.runner, folder, now=instant(opened, on), seen_at_s=time.time(), progress=told
        )
    news = () if read.report is None else read.report.news
    for row in news:
        if row.status is FileStatus.REFUSED:
            complain(f"{row.path}: {_became(row)}")
    if as_json:
        show_json(ledger_json(news))
    else:
        _tell_of_inbox(folder, read)
    if read.report is not None and read.report.interrupted:
        complain(_("Stopped. What was read is kept; the same import goes on from here."))
        raise typer.Abort


def _tell_of_inbox(folder: Path, read: Read) -> None:
    """Say what is new; what was refused stands where faults go: a timer mails that alone."""
    if read.busy:
        say(_("A folder is being read already: nothing was done this time."))
    elif read.report is not None and read.report.news:
        fine = [row for row in read.report.news if row.status is not FileStatus.REFUSED]
        show(_summary(read.report, read.report.news, named=fine))
    else:
        say(_("There is nothing new in %(path)s.") % {"path": folder})
    if read.waiting:
        left = ngettext(
            "%(count)s file may not be whole yet: it is left for the next time.",
            "%(count)s files may not be whole yet: they are left for the next time.",
            read.waiting,
        )
        say(left % {"count": read.waiting})


def _watch(folder: Path, *, on: date | None) -> None:
    see_folder(folder)
    opened = open_home()
    with suppress(KeyboardInterrupt):
        say(_("Taking what appears in %(path)s; Ctrl-C ends it.") % {"path": folder})
        keep_taking(opened, folder, on=on)


def see_folder(folder: Path) -> None:
    """See that there is a folder."""
    if not folder.is_dir():
        raise UsageError(_("There is no folder %(path)s.") % {"path": folder})


def keep_taking(opened: Opened, folder: Path, *, on: date | None) -> None:
    """Take what appears in a folder and say a line for each, until Ctrl-C."""
    watch(
        home.resident,
        folder,
        now=lambda: clock.local(clock.now(), opened.settings) if on is None else instant(opened, on),
        sleep=time.sleep,
        tell=_tell,
    )


def _tell(report: ImportReport) -> None:
    for row in report.news:
        say(f"{row.path}: {_became(row)}")


def _summary(
    report: ImportReport, rows: Sequence[LedgerRow], named: Sequence[LedgerRow] | None = None
) -> Lines:
    """Say how much is new, then every file that was not simply read; ``named`` are all that may be named."""
    news = frozenset(row.path for row in report.news)
    counts = Counter(_seen_as(row, is_new=row.path in news) for row in rows)
    said = [
        f"{counts[status]} {sentence(f'status.{status.value}')}" for status in FileStatus if counts[status]
    ]
    count, new = len(rows), len(report.new_activities)
    files = ngettext("%(count)s file: %(said)s.", "%(count)s files: %(said)s.", count)
    found = ngettext("%(new)s new activity.", "%(new)s new activities.", new)
    looked = f"{files % {'count': count, 'said': ', '.join(said) or _('none')}} {found % {'new': new}}"
    more = _("Every file: kneewise import --ledger")
    return (
        *wrapped(looked, tone=Tone.STRONG),
        *(line for row in (rows if named is None else named) if report.names(row) for line in row_lines(row)),
        *wrapped(more, tone=Tone.QUIET),
    )


def _seen_as(row: LedgerRow, *, is_new: bool) -> FileStatus:
    """Count a file that was read at an earlier import as one that is known."""
    return FileStatus.DUPLICATE if row.status is FileStatus.IMPORTED and not is_new else row.status


def row_lines(row: LedgerRow) -> Lines:
    """Say one line of the ledger: what became of it, why, and what to do."""
    return (*wrapped(row.path, first="  "), *wrapped(_became(row), first="    ", tone=Tone.QUIET))


def _became(row: LedgerRow) -> str:
    return f"{sentence(f'status.{row.status.value}').capitalize()}. {why(row)}".rstrip()
