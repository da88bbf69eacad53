"""Beats of the heart that a chest strap kept under water, and handed to the watch after the swim."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from kneewise.fit.values import FitFile, Numbers

_TICKS_PER_S: Final = 1024
_TWELVE_BITS: Final = 0xFFF
_EVENTS: Final = 8
_PACKED_B: Final = 12


def heartbeats(file: FitFile) -> tuple[Numbers, Numbers]:
    """Return when beats were (Unix seconds) and the rate at each (beats a minute), both of shape ``(n,)``.

    A message with a full time is followed by messages that hold only twelve bits of each beat's time,
    which count on from the beat before.
    """
    table = file.table("hr")
    if not len(table):
        return np.zeros(0), np.zeros(0)
    full_s, bpm = _first(table.number("event_timestamp")), _wide(table.number("filtered_bpm"))
    at_s = _first(table.number("timestamp")) + np.nan_to_num(_first(table.number("fractional_timestamp")))
    is_start = np.isfinite(full_s) & np.isfinite(at_s)
    low = _unpacked(table.number("event_timestamp_12"), len(table))
    low[is_start] = np.nan
    low[is_start, 0] = np.rint(full_s[is_start] * _TICKS_PER_S).astype(np.int64) & _TWELVE_BITS

    known = np.isfinite(low)
    row, place = np.nonzero(known)
    ticks = low[known].astype(np.int64)
    starts = is_start[row]
    ahead = np.where(starts, 0, np.diff(ticks, prepend=0) & _TWELVE_BITS)
    passed = np.cumsum(ahead)
    latest = np.maximum.accumulate(np.where(starts, np.arange(len(row)), -1))
    beats_s = at_s[row[latest]] + (passed - passed[latest]) / _TICKS_PER_S if len(row) else np.zeros(0)
    rates = bpm[row, place]
    told = (latest >= 0) & np.isfinite(rates)
    return beats_s[told], rates[told]


def _first(column: Numbers) -> Numbers:
    return column if column.ndim == 1 else column[:, 0]


def _wide(column: Numbers) -> Numbers:
    """Give a column of rates a place for each beat that a message can hold."""
    filled = np.full((len(column), _EVENTS), np.nan)
    part = column.reshape(len(column), -1)[:, :_EVENTS] if len(column) else filled
    filled[:, : part.shape[1]] = part
    return filled


def _unpacked(packed: Numbers, rows: int) -> Numbers:
    """Unpack two times of twelve bits from every three bytes; shape ``(n, 8)``."""
    if packed.ndim == 1 or packed.shape[1] < _PACKED_B:
        return np.full((rows, _EVENTS), np.nan)
    one, two, three = np.moveaxis(packed[:, :_PACKED_B].reshape(rows, -1, 3), 2, 0)
    return np.stack((one + two % 16 * 256, two // 16 + three * 16), axis=2).reshape(rows, _EVENTS)
