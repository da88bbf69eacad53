"""Hand the raw record over: every row as JSON, everything readable as CSV, and what each column means."""

import io
import json
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path, PurePosixPath
from typing import IO, Final

from django.utils.translation import gettext as _

from kneewise import __version__
from kneewise.app.hand_over import not_written
from kneewise.app.progress import Progress, untold
from kneewise.model.activity import Activity
from kneewise.model.errors import KneewiseError
from kneewise.model.runner import Settings
from kneewise.present.table import about, columns_of, unit_of, write_csv
from kneewise.store import raw
from kneewise.store.history import recall_history
from kneewise.store.ledger import recall_ledger
from kneewise.store.originals import OriginalLostError, recall_hashes, recall_original
from kneewise.store.records import SHAPES, recall_records
from kneewise.store.ref import RunnerRef

FORMAT: Final = "kneewise-record"
VERSION: Final = 1
MANIFEST: Final = "manifest.json"
DICTIONARY: Final = ("file", "column", "unit", "meaning")


class ExportError(KneewiseError):
    """The record could not be written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """What was written.

    Attributes:
        lost: Originals that the home has no more.
    """

    path: Path
    rows: int
    originals: int
    lost: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One CSV file: its name, the class that its columns come from, and its rows."""

    name: str
    shape: type
    columns: tuple[str, ...]
    rows: Iterable[Sequence[object]]


def export_record(
    runner: RunnerRef, path: Path, *, now: datetime, originals: bool = False, progress: Progress = untold
) -> Exported:
    """Write the record into a new ZIP, or into a folder that is new or empty.

    Args:
        runner: Whose.
        path: Ends in ``.zip`` for the one; anything else is a folder.
        now: Goes into it.
        originals: The watch files too, each byte for byte as it was offered.
        progress: Told after each original.

    Raises:
        ExportError: There is something already, or it could not be written.
    """
    if path.exists() and not (path.is_dir() and not any(path.iterdir())):
        raise ExportError(_("There is a %(path)s already: name a new file or folder.") % {"path": path})
    try:
        with _target(path) as target:
            rows = write_record(target, runner, now=now)
            kept, lost = _write_originals(target, runner, progress) if originals else (0, 0)
    except OSError as fault:
        raise ExportError(not_written(path, fault)) from fault
    return Exported(path=path, rows=rows, originals=kept, lost=lost)


def write_into(file: IO[bytes], runner: RunnerRef, *, now: datetime, originals: bool) -> None:
    """Write the record as a ZIP into a file that is open."""
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        target = Target(None, archive)
        write_record(target, runner, now=now)
        if originals:
            _write_originals(target, runner, untold)


class Target:
    """Where files of a record go: into a folder, or into a ZIP."""

    def __init__(self, folder: Path | None, archive: zipfile.ZipFile | None = None) -> None:
        self._folder, self._archive = folder, archive

    @contextmanager
    def text(self, name: str) -> Iterator[IO[str]]:
        """Open a new text file."""
        with self.bytes(name) as file:
            text = io.TextIOWrapper(file, encoding="utf-8", newline="")
            yield text
            text.flush()
            text.detach()

    @contextmanager
    def bytes(self, name: str) -> Iterator[IO[bytes]]:
        """Open a new file."""
        if self._archive is not None:
            with self._archive.open(name, "w", force_zip64=True) as packed:
                yield packed
        elif self._folder is not None:
            (self._folder / name).parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            with (self._folder / name).open("xb") as file:
                yield file


@contextmanager
def _target(path: Path) -> Iterator[Target]:
    if path.suffix.lower() != ".zip":
        path.mkdir(parents=True, exist_ok=True, mode=0o700)
        yield Target(path)
        return
    draft = path.with_name(f"{path.name}.part")
    draft.touch(mode=0o600)
    try:
        with zipfile.ZipFile(draft, "w", zipfile.ZIP_DEFLATED) as archive:
            yield Target(None, archive)
        draft.rename(path)
    finally:
        draft.unlink(missing_ok=True)


def write_record(target: Target, runner: RunnerRef, *, now: datetime) -> int:
    """Write every table, every readable sheet, and the dictionary; give how many rows there are."""
    count = sum(_write_table(target, runner, table) for table in raw.TABLES)
    every = (*tables(runner), *sheets(runner))
    for sheet in every:
        with target.text(f"{sheet.name}.csv") as file:
            write_csv(file, sheet.columns, sheet.rows)
    with target.text("dictionary.csv") as file:
        write_csv(file, DICTIONARY, dictionary(every))
    told = {"format": FORMAT, "version": VERSION, "kneewise": __version__, "tables": [*raw.TABLES]}
    with target.text(MANIFEST) as file:
        json.dump(told | {"made_at": now.astimezone(UTC).isoformat(timespec="seconds")}, file, indent=1)
    return count


def _write_table(target: Target, runner: RunnerRef, table: str) -> int:
    """Write a table as a list of JSON, one row a line."""
    count = 0
    with target.text(f"tables/{table}.json") as file:
        for count, row in enumerate(raw.rows_of(runner, table), start=1):
            file.write("[\n" if count == 1 else ",\n")
            json.dump(row, file, sort_keys=True, ensure_ascii=False, allow_nan=False)
        file.write("\n]\n" if count else "[]\n")
    return count


def tables(runner: RunnerRef) -> Iterator[Sheet]:
    """Give every table as it is kept, but what is JSON in it: that would burst a spreadsheet's cell."""
    return map(partial(_table, runner), raw.TABLES)


def _table(runner: RunnerRef, table: str) -> Sheet:
    names = raw.plain_columns(table)
    rows = ([row[name] for name in names] for row in raw.rows_of(runner, table))
    return Sheet(name=f"tables/{table}", shape=raw.TABLES[table], columns=names, rows=rows)


def sheets(runner: RunnerRef) -> Iterator[Sheet]:
    """Give what is known now, laid out for people: sessions, settings, and the diary by its kinds."""
    known = recall_history(runner)
    yield _sheet("activities", Activity, known.activities)
    yield _sheet("settings", Settings, [known.settings])
    said = recall_records(runner)
    for kind, shape in SHAPES.items():
        yield _sheet(f"diary/{kind.value}", shape, [one.value() for one in said if one.kind is kind])


def _sheet(name: str, shape: type, values: Iterable[object]) -> Sheet:
    columns = columns_of(shape)
    rows = ([read(value) for read in columns.values()] for value in values)
    return Sheet(name=name, shape=shape, columns=tuple(columns), rows=rows)


def dictionary(every: Iterable[Sheet]) -> Iterator[Sequence[str]]:
    """Say of each column of each file its unit and what it means."""
    for sheet in every:
        for column in sheet.columns:
            yield (f"{sheet.name}.csv", column, unit_of(column), about(sheet.shape, column))


def _write_originals(target: Target, runner: RunnerRef, progress: Progress) -> tuple[int, int]:
    ending = {row.sha256: "".join(PurePosixPath(row.path).suffixes[-2:]) for row in recall_ledger(runner)}
    hashes, lost = recall_hashes(runner), 0
    for done, sha256 in enumerate(hashes, start=1):
        try:
            content = recall_original(runner, sha256)
        except OriginalLostError:
            lost += 1
            continue
        with target.bytes(f"originals/{sha256}{_safe(ending.get(sha256, ''))}") as file:
            file.write(content)
        progress(done, len(hashes), sha256)
    return len(hashes) - lost, lost


def _safe(ending: str) -> str:
    """Keep an ending that is one, such as ``.fit.gz``."""
    return ending if len(ending) <= len(".activity.gz") and ending.replace(".", "").isalnum() else ""
