"""Joins what the layouts of one kind of message hold into one table, in the order of the file."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

import numpy as np

from kneewise.fit.columns import gather, look
from kneewise.fit.limits import Limits
from kneewise.fit.values import NO_COLUMNS, Columns, Numbers, Offsets, Table, Values, Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kneewise.fit.layout import Layout, Slot

FEW: Final = 8
"""Up to so many messages, looking at each is faster than gathering columns."""


class Sheet:
    """A table while it is filled: ``n`` rows, and columns that appear as layouts bring them."""

    def __init__(self, offsets_b: Offsets) -> None:
        """Start with no column, and a row for each message that starts at one of these bytes."""
        self.offsets_b = offsets_b
        self.rows = len(offsets_b)
        self.numbers: tuple[dict[str, Numbers], dict[str, Numbers]] = ({}, {})
        self.words: tuple[dict[str, Words], dict[str, Words]] = ({}, {})
        self.units: tuple[dict[str, str], dict[str, str]] = ({}, {})
        self.natives: dict[str, str] = {}

    def put(self, slot: Slot, rows: Offsets | slice, values: Values) -> None:
        """Write values of a column into some rows; the other rows stay as they are."""
        name = slot.field.name
        if slot.is_text:
            words = self.words[slot.developer].setdefault(name, np.full(self.rows, "", dtype=object))
            words[rows] = values
            return
        self._put_numbers(slot, rows, values.astype(np.float64, copy=False))

    def _put_numbers(self, slot: Slot, rows: Offsets | slice, values: Numbers) -> None:
        name = slot.field.name
        numbers = self.numbers[slot.developer]
        if slot.field.unit:
            self.units[slot.developer][name] = slot.field.unit
        if slot.field.native:
            self.natives[name] = slot.field.native
        if name not in numbers and isinstance(rows, slice):
            numbers[name] = values
            return
        target = numbers[name] = _room_for(numbers.get(name), self.rows, values.shape[1:])
        if target.ndim == 1:
            target[rows] = values
        else:
            target[rows, : values.shape[-1] if values.ndim > 1 else 1] = values.reshape(len(values), -1)

    def table(self) -> Table:
        """Return the filled table."""
        return Table(columns=self._columns(0), developer=self._columns(1), offsets_b=self.offsets_b)

    def _columns(self, group: int) -> Columns:
        if not self.numbers[group] and not self.words[group]:
            return NO_COLUMNS
        return Columns(
            numbers=MappingProxyType(self.numbers[group]),
            words=MappingProxyType(self.words[group]),
            units=MappingProxyType(self.units[group]),
            natives=MappingProxyType(self.natives if group else {}),
        )


def fill(data: bytes, layouts: Sequence[Layout], limits: Limits) -> tuple[Sheet, bool]:
    """Read all layouts of one kind of message into one sheet.

    Returns:
        The sheet, and whether all columns found room within the limits.
    """
    parts = [np.array(layout.bucket.offsets_b, np.int64) for layout in layouts]
    offsets_b, rows = _in_order(parts)
    sheet = Sheet(offsets_b)
    allowed = _allowed(layouts, len(offsets_b), limits)
    for layout, part, here in zip(layouts, parts, rows, strict=True):
        read = look if len(part) <= FEW else gather
        for slot, values in read(data, layout, part):
            if allowed is None or slot.field.name in allowed:
                sheet.put(slot, here, values)
    return sheet, allowed is None


def _allowed(layouts: Sequence[Layout], rows: int, limits: Limits) -> set[str] | None:
    """Return the columns there is room for, those of the most messages first; ``None`` if for all.

    A column of one message costs a number in every other one; a hostile file makes thousands of such.
    """
    cells = rows * sum(slot.elements for layout in layouts for slot in layout.slots if not slot.is_text)
    if cells <= limits.cells:
        limits.cells -= cells
        return None
    allowed: set[str] = set()
    for layout in sorted(layouts, key=lambda layout: -len(layout.bucket.offsets_b)):
        for slot in layout.slots:
            # An array may be wider in another layout; 255 bytes are the most there can be.
            needed = rows * (1 if slot.elements == 1 else 255)
            if slot.field.name not in allowed and needed <= limits.cells:
                limits.cells -= needed
                allowed.add(slot.field.name)
    return allowed


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
