"""Strava's table of activities: what it says of the files beside it."""

import csv
import io
from collections.abc import Mapping, Sequence
from pathlib import PurePosixPath
from typing import Final

from kneewise.files.notes import Notes
from kneewise.files.sports import sport_named

TABLE: Final = "activities.csv"
"""The table's name in every language that Strava exports in."""

NAMES: Final[Mapping[str, str]] = {
    "activity": "Activity ID",
    "name": "Activity Name",
    "type": "Activity Type",
    "description": "Activity Description",
    "gear": "Activity Gear",
    "filename": "Filename",
}
PLACES: Final[Mapping[str, int]] = {"activity": 0, "name": 2, "type": 3, "description": 4}
"""Where these stand in exports of other languages; headers are translated, the order is not."""

FOLDER: Final = "activities/"


def read_table(data: bytes) -> Mapping[str, Notes]:
    """Read what the table says by the file names in it; an unreadable table says nothing."""
    text = data.decode("utf-8-sig", "replace")
    try:
        rows = list(csv.reader(io.StringIO(text, newline="")))
    except csv.Error:
        return {}
    if not rows:
        return {}
    columns = _columns(rows[0], rows[1:])
    found = {}
    for row in rows[1:]:
        filename = _cell(row, columns.get("filename"))
        if filename:
            found[str(PurePosixPath(filename))] = _notes(row, columns)
    return found


def _columns(header: Sequence[str], rows: Sequence[Sequence[str]]) -> Mapping[str, int]:
    """Find each column: headers appear twice, and the first of a name is the one Strava shows."""
    named = {key: header.index(name) for key, name in NAMES.items() if name in header}
    if "filename" in named:
        return named
    places = [
        place for place in range(len(header)) if any(_cell(row, place).startswith(FOLDER) for row in rows)
    ]
    return {**PLACES, "gear": places[0] - 1, "filename": places[0]} if places else {}


def _notes(row: Sequence[str], columns: Mapping[str, int]) -> Notes:
    return Notes(
        activity=_cell(row, columns.get("activity")),
        name=_cell(row, columns.get("name")),
        description=_cell(row, columns.get("description")),
        sport=sport_named(_cell(row, columns.get("type"))),
        gear=_cell(row, columns.get("gear")),
    )


def _cell(row: Sequence[str], place: int | None) -> str:
    return row[place].strip() if place is not None and place < len(row) else ""
