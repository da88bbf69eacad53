"""Joins what the layouts of one kind of message hold into one table, in the order of the file."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

import numpy as np

from kneewise.fit.columns import gather, look
from kneewise.fit.values import NO_COLUMNS, Columns, Numbers, Offsets, Table, Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kneewise.fit.layout import Layout, Slot

FEW: Final = 8
"""Up to so many messages, looking at each is faster than gathering columns."""


class Sheet:
    """A table while it is filled: ``n`` rows, and columns that appear as layouts bring them."""

    def __init__(self, rows: int) -> None:
        """Start with no column."""
        self.rows = rows
        self.numbers: tuple[dict[str, Numbers], dict[str, Numbers]] = ({}, {})
        self.words: tuple[dict[str, Words], dict[str, Words]] = ({}, {})
        self.units: tuple[dict[str, str], dict[str, str]] = ({}, {})

    def put(self, slot: Slot, rows: Offsets | slice, values: Numbers | Words) -> None:
        """Write values of a column into some rows; the other rows stay as they are."""
        name, group = slot.field.name, slot.developer
        if values.dtype == object:
            column = self.words[group].get(name)
            if column is None:
                column = self.words[group][name] = np.full(self.rows, "", dtype=object)
            column[rows] = values
            return
        if slot.field.unit:
            self.units[group][name] = slot.field.unit
        whole = isinstance(rows, slice)
        numbers = self.numbers[group]
        if whole and name not in numbers:
            numbers[name] = values
            return
        target = numbers[name] = _room_for(numbers.get(name), self.rows, values.shape[1:])
        if target.ndim > values.ndim:
            values = values[:, np.newaxis]
        if target.ndim > 1:
            target[rows, : values.shape[1]] = values
        else:
            target[rows] = values

    def table(self, offsets_b: Offsets) -> Table:
        """Return the filled table."""
        return Table(columns=self._columns(0), developer=self._columns(1), offsets_b=offsets_b)

    def _columns(self, group: int) -> Columns:
        if not self.numbers[group] and not self.words[group]:
            return NO_COLUMNS
        return Columns(
            numbers=MappingProxyType(self.numbers[group]),
            words=MappingProxyType(self.words[group]),
            units=MappingProxyType(self.units[group]),
        )


def fill(data: bytes, layouts: Sequence[Layout]) -> tuple[Sheet, Offsets]:
    """Read all layouts of one kind of message into one sheet; also return where its rows start."""
    parts = [np.array(layout.bucket.offsets_b, np.int64) for layout in layouts]
    offsets_b, rows = _in_order(parts)
    sheet = Sheet(len(offsets_b))
    for layout, part, here in zip(layouts, parts, rows, strict=True):
        read = look if len(part) <= FEW else gather
        for slot, values in read(data, layout, part):
            sheet.put(slot, here, values)
    return sheet, offsets_b


def _in_order(parts: Sequence[Offsets]) -> tuple[Offsets, list[Offsets | slice]]:
    if len(parts) == 1:
        return parts[0], [slice(None)]
    joined = np.concatenate(parts)
    order = joined.argsort(kind="stable")
    row = np.empty_like(order)
    row[order] = np.arange(len(order))
    ends = np.cumsum([len(part) for part in parts])
    return joined[order], list(np.split(row, ends[:-1]))


def _room_for(old: Numbers | None, rows: int, shape: tuple[int, ...]) -> Numbers:
    """Return a column as wide as both the old values and the new need, with the old values in it."""
    if old is not None and (not shape or (old.ndim > 1 and old.shape[1] >= shape[0])):
        return old
    if not shape:
        return np.full(rows, np.nan)
    room = np.full((rows, *shape), np.nan)
    if old is not None:
        old = old[:, np.newaxis] if old.ndim == 1 else old
        room[:, : old.shape[1]] = old
    return room
