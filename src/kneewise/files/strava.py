"""Strava's table of activities: what it says of the files beside it, and of the sessions without one.

Headers are translated and some appear twice, and older tables have fewer columns. What is the same in
all is the order around the column of file names, which is found by what stands in it.
"""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Final

from kneewise.files.names import plain
from kneewise.files.notes import Notes
from kneewise.files.on_disk import Beside
from kneewise.files.part import Part, part
from kneewise.files.reading import UnreadableError
from kneewise.files.sports import sport_named
from kneewise.files.strava_sports import sport_in_any_language
from kneewise.files.summary import summary
from kneewise.files.written_dates import moment_of
from kneewise.files.xml import number
from kneewise.model.recording import Recording
from kneewise.model.sport import Sport

TABLE: Final = "activities.csv"
"""The table's name in every language that Strava exports in."""

FOLDER: Final = "activities/"

FIRST: Final[Mapping[str, int]] = {
    "Activity ID": 0,
    "Activity Date": 1,
    "Activity Name": 2,
    "Activity Type": 3,
    "Activity Description": 4,
}
FROM_FILENAME: Final[Mapping[str, int]] = {
    "Activity Gear": -1,
    "Filename": 0,
    "Elapsed Time": 3,
    "Moving Time": 4,
    "Distance": 5,
    "Perceived Exertion": 31,
    "Type": 32,
    "Start Time": 33,
}
"""Strava's own names of the columns that are read, and where they stand in every language."""

ELAPSED_FIRST: Final = 5
"""Where the elapsed seconds stand for the first time; the second is with the measured figures."""


@dataclass(frozen=True, slots=True)
class _Table:
    """A table with the place of each column that it has."""

    header: Sequence[str]
    rows: Sequence[Sequence[str]]
    places: Mapping[str, int]

    def cell(self, row: Sequence[str], name: str) -> str:
        place = self.places.get(name)
        return row[place].strip() if place is not None and place < len(row) else ""


def is_table(data: bytes) -> bool:
    """Whether a table is Strava's: others give theirs the same name."""
    return _table(data) is not None


def read_table(data: bytes) -> Mapping[str, Notes]:
    """Read what the table says by the file names in it; an unreadable table says nothing."""
    table = _table(data)
    if table is None:
        return {}
    named = ((table.cell(row, "Filename"), row) for row in table.rows)
    return {plain(str(PurePosixPath(name))): _notes(table, row) for name, row in named if name}


def sessions_of_table(data: bytes, beside: Beside) -> Iterator[Part]:
    """Give each row as a session of its own; where its file is there, it only stands for that."""
    table = _table(data)
    if table is None:
        return
    header = list(table.header)
    for name, place in table.places.items():
        header[place] = name
    first_line = _written(header)
    for row in table.rows:
        name, activity = table.cell(row, "Filename"), table.cell(row, "Activity ID")
        if activity:
            path = str(PurePosixPath(name)) if name else ""
            is_there = bool(path) and beside.find(path) is not None
            content, notes = first_line + _written(row), _notes(table, row)
            yield part(f"{activity}.csv", content, notes, stands_for=plain(path) if is_there else "")


def read_session(data: bytes) -> Recording | None:
    """Read the one session of a part that `sessions_of_table` made; ``None`` where it is another table.

    Raises:
        UnreadableError: Its date is written in a way that can be read as two days, or as none.
    """
    table = _table(data)
    if table is None or len(table.rows) != 1 or not FIRST.keys() <= set(table.header):
        return None
    row = table.rows[0]
    start = moment_of(table.cell(row, "Start Time")) or moment_of(table.cell(row, "Activity Date"))
    if start is None:
        raise UnreadableError("date_unclear")
    return summary(
        start=start,
        sport=_sport(table, row) or Sport.OTHER,
        name=table.cell(row, "Activity Name"),
        elapsed_s=number(table.cell(row, "Elapsed Time")),
        timer_s=number(table.cell(row, "Moving Time")),
        distance_m=number(table.cell(row, "Distance")),
    )


def _table(data: bytes) -> _Table | None:
    try:
        rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig", "replace"), newline="")))
    except csv.Error:
        return None
    if not rows:
        return None
    places = _places(rows[0], rows[1:])
    return _Table(rows[0], [row for row in rows[1:] if row], places) if places else None


def _places(header: Sequence[str], rows: Sequence[Sequence[str]]) -> Mapping[str, int]:
    """Find each column; the first of a name is the one Strava shows, the last the one with the figures."""
    files = _filename_place(header, rows)
    if files is None:
        return {}
    last = {name: place for place, name in enumerate(header)}
    english = {name: last[name] for name in FROM_FILENAME if name in last and name != "Activity Gear"}
    figures = {name: files + after for name, after in FROM_FILENAME.items() if after > 0}
    if {"Filename", "Elapsed Time"} <= english.keys():
        figures = {name: place for name, place in english.items() if name in figures}
    elif not _are_figures(figures["Elapsed Time"], header, rows):
        figures = {"Elapsed Time": ELAPSED_FIRST}
    gear = header.index("Activity Gear") if "Activity Gear" in header else files - 1
    found = {**FIRST, "Filename": files, "Activity Gear": gear, **figures}
    return {name: place for name, place in found.items() if place < len(header)}


def _filename_place(header: Sequence[str], rows: Sequence[Sequence[str]]) -> int | None:
    """Find the column of file names by its name, by what stands in it, or by the header that comes twice."""
    if "Filename" in header:
        return header.index("Filename")
    for place in range(len(FIRST), len(header)):
        if any(len(row) > place and row[place].startswith(FOLDER) for row in rows):
            return place
    if len(header) <= ELAPSED_FIRST or header[ELAPSED_FIRST] not in header[ELAPSED_FIRST + 1 :]:
        return None
    again = header.index(header[ELAPSED_FIRST], ELAPSED_FIRST + 1)
    files = again - FROM_FILENAME["Elapsed Time"]
    return files if files > ELAPSED_FIRST else None


def _are_figures(place: int, header: Sequence[str], rows: Sequence[Sequence[str]]) -> bool:
    """Whether a column has the elapsed seconds again, as it has in tables with figures."""
    if place >= len(header):
        return False
    both = [(number(row[ELAPSED_FIRST]), number(row[place])) for row in rows if len(row) > place]
    return bool(both) and all(abs(shown - figure) < 1 for shown, figure in both)


def _notes(table: _Table, row: Sequence[str]) -> Notes:
    exertion = number(table.cell(row, "Perceived Exertion"))
    return Notes(
        activity=table.cell(row, "Activity ID"),
        name=table.cell(row, "Activity Name"),
        description=table.cell(row, "Activity Description"),
        sport=_sport(table, row),
        gear=table.cell(row, "Activity Gear"),
        exertion_0_10=exertion if 0 <= exertion <= 10 else None,
    )


def _sport(table: _Table, row: Sequence[str]) -> Sport | None:
    """Find the sport in the words of the table's language, else in English."""
    written = table.cell(row, "Activity Type")
    return sport_in_any_language(written) or sport_named(table.cell(row, "Type"))


def _written(row: Sequence[str]) -> bytes:
    held = io.StringIO(newline="")
    csv.writer(held, lineterminator="\n").writerow(row)
    return held.getvalue().encode()
