"""Say what is in a recording, and in the FIT file that it came from, column by column."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

import numpy as np

from kneewise.files.inflate import gunzip
from kneewise.files.reading import UnreadableError
from kneewise.fit import Columns, FitError, FitFile, Table, decode
from kneewise.model.held import HeldColumn, HeldTable
from kneewise.model.recording import Column, Recording

UNITS: Final[Mapping[str, str]] = {
    "_m_s": "m/s",
    "_spm": "steps/min",
    "_bpm": "beats/min",
    "_percent": "%",
    "_deg": "deg",
    "_mm": "mm",
    "_ms": "ms",
    "_w": "W",
    "_c": "C",
    "_m": "m",
    "_s": "s",
}
"""The unit at the end of a column's name; the longer ends first."""
GZIPPED: Final = b"\x1f\x8b"


def held_points(recording: Recording) -> HeldTable:
    """List the columns of a recording, its times first."""
    columns = {"time_s": recording.time_s, **recording.columns}
    held = tuple(_numbers(name, column, _unit(name)) for name, column in columns.items())
    return HeldTable(name="points", file=0, rows=len(recording.time_s), columns=held)


def held_messages(data: bytes) -> tuple[HeldTable, ...]:
    """List the messages of a FIT file by kind, the most frequent first; nothing for other formats."""
    try:
        content = gunzip(data)[0] if data.startswith(GZIPPED) else data
        files = decode(content)
    except (FitError, UnreadableError):
        return ()
    return tuple(table for number, file in enumerate(files, start=1) for table in _tables(number, file))


def _tables(number: int, file: FitFile) -> Iterator[HeldTable]:
    for name, table in sorted(file.messages.items(), key=lambda item: (-len(item[1]), item[0])):
        yield HeldTable(name=name, file=number, rows=len(table), columns=tuple(_fields(table)))


def _fields(table: Table) -> Iterator[HeldColumn]:
    for columns, added in ((table.columns, False), (table.developer, True)):
        yield from _held(columns, added=added)


def _held(columns: Columns, *, added: bool) -> Iterator[HeldColumn]:
    for name, numbers in columns.numbers.items():
        # Of a field of several values the first is looked at.
        flat = numbers if numbers.ndim == 1 else numbers[:, 0]
        yield _numbers(name, flat, columns.units.get(name, ""), added=added)
    for name, words in columns.words.items():
        said = [str(word) for word in words if word]
        ends: dict[str, Any] = {"first": said[0] if said else None, "last": said[-1] if said else None}
        share = _share(len(said), len(words))
        yield HeldColumn(name=name, unit="", count=len(said), share=share, median=None, added=added, **ends)


def _numbers(name: str, column: Column, unit: str, *, added: bool = False) -> HeldColumn:
    known = column[np.isfinite(column)]
    some = bool(known.size)
    return HeldColumn(
        name=name,
        unit=unit,
        count=len(known),
        share=_share(len(known), len(column)),
        first=float(known[0]) if some else None,
        median=float(np.median(known)) if some else None,
        last=float(known[-1]) if some else None,
        added=added,
    )


def _share(count: int, rows: int) -> float:
    return round(count / rows, 4) if rows else 0.0


def _unit(name: str) -> str:
    return next((unit for end, unit in UNITS.items() if name.endswith(end)), "")
