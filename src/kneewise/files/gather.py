"""Gather the points of TCX and GPX into columns, by one walk over what stands below each point."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, timedelta
from itertools import groupby
from types import MappingProxyType
from typing import Final

import numpy as np
from lxml import etree

from kneewise.files.points import SILENT_AT_NOUGHT
from kneewise.files.xml import instant, local, number, parent_of
from kneewise.model.recording import Column

TIME: Final = "time"
PLACES: Final[Mapping[str, str]] = MappingProxyType({"lat": "latitude_deg", "lon": "longitude_deg"})
"""The attributes of a point of GPX."""

DISTANCE, OPENTRACKS = "distance", "opentracks"
NO_ATTRIBUTES: Final[Mapping[str, str]] = MappingProxyType({})
_Said = tuple[list[int], list[str | None]]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Points:
    """The points of a track in the order of the file; all columns of shape ``(n,)``.

    Attributes:
        at_s: Seconds since 1970; NaN where a point has no time.
        piece: The segment each belongs to, counted from 0.
        columns: By the names of ``Recording``; NaN where a point says nothing.
        offset_s: The offset the instants are written with; ``None`` for plain UTC.
    """

    at_s: Column = field(default_factory=lambda: np.zeros(0))
    piece: Column = field(default_factory=lambda: np.zeros(0))
    columns: Mapping[str, Column] = field(default_factory=dict)
    offset_s: int | None = None

    def __len__(self) -> int:
        """Return the number of points, ``n``."""
        return len(self.at_s)


class _Meanings(dict[object, _Said | None]):
    """Where to write what a tag holds; each tag of a document is understood once."""

    def __init__(self, columns: Mapping[str, str]) -> None:
        super().__init__()
        self.columns = columns
        self.said: dict[str, _Said] = {}

    def __missing__(self, tag: object) -> _Said | None:
        name = local(tag)
        column = TIME if name == TIME else self.columns.get(name)
        if name == DISTANCE and OPENTRACKS in str(tag):
            # It counts from the point before; the same file may have one that counts from the start.
            column = None
        meaning = None if column is None else self.said.setdefault(column, ([], []))
        self[tag] = meaning
        return meaning


class Gathered:
    """The points of a document while it is parsed: columns by the segment that they stand in."""

    def __init__(self, columns: Mapping[str, str], attributes: Mapping[str, str] = NO_ATTRIBUTES) -> None:
        """Start with none.

        Args:
            columns: The column of each local name; the first value of a column in a point counts;
                nought gives way where another sensor says more.
            attributes: The column of each attribute of a point itself.
        """
        self._columns, self._attributes = columns, attributes
        self._parts: dict[etree._Element | None, list[Points]] = {}

    def take(self, elements: Sequence[etree._Element]) -> None:
        """Read some points in the order of the document."""
        for segment, each in groupby(elements, key=parent_of):
            points = gather(list(each), self._columns, self._attributes)
            self._parts.setdefault(segment, []).append(points)

    def of(self, segments: Iterable[tuple[etree._Element, int]]) -> Points:
        """Put the points of segments after each other.

        Args:
            segments: Each with the number of the piece that it belongs to.
        """
        parts = [
            replace(points, piece=np.full(len(points), float(piece)))
            for segment, piece in segments
            for points in self._parts.get(segment, ())
        ]
        return behind_one_another(parts) if parts else Points()


def gather(
    elements: Sequence[etree._Element],
    columns: Mapping[str, str],
    attributes: Mapping[str, str] = NO_ATTRIBUTES,
) -> Points:
    """Read what stands below each point, and its own attributes."""
    meanings = _Meanings(columns)
    for row, element in enumerate(elements):
        for each in element.iter():
            meaning = meanings[each.tag]
            if meaning is not None and (text := each.text):
                meaning[0].append(row)
                meaning[1].append(text)
    at_s, offset_s = times(meanings.said.pop(TIME, ([], [])), len(elements))
    below = {name: _column(name, said, len(elements)) for name, said in meanings.said.items()}
    own = {
        column: numbers(each.get(attribute) for each in elements) for attribute, column in attributes.items()
    }
    return Points(at_s=at_s, piece=np.zeros(len(elements)), columns={**below, **own}, offset_s=offset_s)


def numbers(written: Iterable[str | None]) -> Column:
    """Read texts as numbers, NaN where one is none; shape ``(n,)``."""
    texts = list(written)
    try:
        read = np.array(list(map(float, texts)))  # type: ignore[arg-type]  # None is the fault awaited.
    except (TypeError, ValueError):
        return np.array([number(text) for text in texts], np.float64)
    read[np.isinf(read)] = np.nan
    return read


def joined(parts: Sequence[Points]) -> Points:
    """Put points after each other; the pieces of each part are counted on from the part before."""
    after = np.cumsum([0, *(part.piece.max(initial=-1) + 1 for part in parts)])
    return behind_one_another(
        [replace(part, piece=part.piece + shift) for part, shift in zip(parts, after, strict=False)]
    )


def behind_one_another(parts: Sequence[Points]) -> Points:
    """Put points after each other, each in the piece that it has."""
    names = dict.fromkeys(name for part in parts for name in part.columns)
    return Points(
        at_s=np.concatenate([part.at_s for part in parts]),
        piece=np.concatenate([part.piece for part in parts]),
        columns={name: np.concatenate([_own(part, name) for part in parts]) for name in names},
        offset_s=next((part.offset_s for part in parts if part.offset_s is not None), None),
    )


def _own(part: Points, name: str) -> Column:
    found = part.columns.get(name)
    return np.full(len(part), np.nan) if found is None else found


def _column(name: str, said: _Said, count: int) -> Column:
    rows, values = np.array(said[0][::-1], np.intp), numbers(said[1])[::-1]
    column = np.full(count, np.nan)
    # Written from the last to the first, so that the first value of a point stays.
    column[rows] = values
    if name in SILENT_AT_NOUGHT:
        more = values > 0
        column[rows[more]] = values[more]
    return column


def times(said: _Said, count: int) -> tuple[Column, int | None]:
    """Read instants as seconds since 1970, shape ``(count,)``, and the offset that they are written with.

    Args:
        said: The row of each instant, and how it is written.
        count: Of the points.
    """
    at_s, offset_s, last = np.full(count, np.nan), None, -1
    for row, text in zip(*said, strict=True):
        at = instant(text) if text and row != last else None
        last = row if text else last
        if at is not None:
            at_s[row] = at.timestamp()
            if at.tzinfo is not UTC:
                offset_s = int((at.utcoffset() or timedelta()).total_seconds()) or offset_s
    return at_s, offset_s
