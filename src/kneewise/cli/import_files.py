"""Files from the watch come in; the ledger says what became of each."""

import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import Progress

from kneewise.app import import_files as use
from kneewise.app import ledger
from kneewise.app.import_files import ImportReport
from kneewise.app.ledger import FileStatus, LedgerRow
from kneewise.cli.open import instant, open_home
from kneewise.cli.options import AsJson, ReadOn
from kneewise.cli.terminal import complain, show, show_json
from kneewise.cli.values import a_path
from kneewise.model.errors import UsageError
from kneewise.present import json
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
    on: ReadOn = None,
    as_json: AsJson = False,
) -> None:
    """Read watch files, folders and archives; what is damaged is listed and stops nothing."""
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
    with progress_bar() as told:
        report = use.import_paths(opened.runner, paths, now=instant(opened, on), progress=told)
    for sentence_of_missing in report.missing:
        complain(sentence_of_missing)
    if as_json:
        show_json(ledger_json(report.files))
    elif report.files:
        show(_summary(report))
    if report.interrupted:
        complain(_("Stopped. What was read is kept; the same import goes on from here."))
        raise typer.Abort
    if not report.missing and report.exit_code:
        complain(_("Nothing in it could be read as an activity."))
    raise typer.Exit(report.exit_code)


@contextmanager
def progress_bar() -> Iterator[Callable[[int, int, str], None] | None]:
    """Draw a bar on a terminal; a pipe gets none."""
    if not sys.stderr.isatty():
        yield None
        return
    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(_("Reading"), total=None)
        yield lambda done, total, _path: bar.update(task, completed=done, total=total)


def ledger_json(rows: Iterable[LedgerRow]) -> json.Json:
    """Say what became of files: exactly the keys that ``docs/json.md`` names."""
    names = ("path", "sha256", "status", "reason", "run_ids")
    return {"files": [json.only(row, *names) for row in rows]}


def _summary(report: ImportReport) -> Lines:
    """Say how much is new, then every file that was not simply read."""
    counts = Counter(row.status for row in report.files)
    said = [
        f"{counts[status]} {sentence(f'status.{status.value}')}" for status in FileStatus if counts[status]
    ]
    count, new = len(report.files), len(report.new_activities)
    files = ngettext("%(count)s file: %(said)s.", "%(count)s files: %(said)s.", count)
    found = ngettext("%(new)s new activity.", "%(new)s new activities.", new)
    looked = f"{files % {'count': count, 'said': ', '.join(said) or _('none')}} {found % {'new': new}}"
    more = _("Every file: kneewise import --ledger")
    return (
        *wrapped(looked, tone=Tone.STRONG),
        *(line for row in report.files if _is_told(row, report) for line in row_lines(row)),
        *wrapped(more, tone=Tone.QUIET),
    )


def _is_told(row: LedgerRow, report: ImportReport) -> bool:
    """Whether a file is named: what was refused or not read whole, and every one where nothing was read."""
    match row.status:
        case FileStatus.REFUSED:
            return True
        case FileStatus.IMPORTED:
            return bool(row.reason)
        case FileStatus.DUPLICATE | FileStatus.NOT_AN_ACTIVITY:
            return bool(report.exit_code)


def row_lines(row: LedgerRow) -> Lines:
    """Say one line of the ledger: what became of it, and why."""
    why = f" {sentence(row.reason, detail=row.detail)}" if row.reason else ""
    said = f"{sentence(f'status.{row.status.value}').capitalize()}.{why}"
    return (*wrapped(row.path, first="  "), *wrapped(said, first="    ", tone=Tone.QUIET))
