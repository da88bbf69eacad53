"""The times of messages that hold only five bits of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from kneewise.fit.profile import EPOCH_S

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kneewise.fit.layout import Layout
    from kneewise.fit.values import Numbers, Offsets

_FIVE_BITS: Final = 0x1F
_UNKNOWN: Final = 0xFFFFFFFF


def short_offsets(layouts: Sequence[Layout]) -> Offsets:
    """Return where the messages start that hold five bits of their time and nothing more of it, in order."""
    short = [layout.bucket for layout in layouts if layout.bucket.compressed and not layout.bucket.time_at]
    if not short:
        return np.zeros(0, np.int64)
    return np.sort(np.concatenate([np.array(bucket.offsets_b, np.int64) for bucket in short]))


def compressed_times(data: bytes, layouts: Sequence[Layout], wanted_b: Offsets) -> Numbers:
    """Return Unix seconds of the compressed messages that start at ``wanted_b``, shape ``(n,)``.

    Each counts on, modulo 32 s, from the message before it in the file, whatever its kind; before the
    first full time of the file there is no time, which is NaN.
    """
    at, raw = _full_times(data, layouts)
    short = short_offsets(layouts)
    low = np.frombuffer(data, np.uint8)[short] & _FIVE_BITS
    where = np.concatenate((at, short))
    order = where.argsort(kind="stable")
    seconds = np.concatenate((raw, low))[order]
    is_full = (np.arange(len(where)) < len(at))[order]
    ahead = np.where(is_full, 0, np.diff(seconds, prepend=0) & _FIVE_BITS)
    since_start = np.cumsum(ahead)
    latest = np.maximum.accumulate(np.where(is_full, np.arange(len(order)), -1))
    times: Numbers = seconds[latest] + since_start - since_start[latest] + float(EPOCH_S)
    times[latest < 0] = np.nan
    asked: Numbers = times[np.searchsorted(where[order], wanted_b)]
    return asked


def _full_times(data: bytes, layouts: Sequence[Layout]) -> tuple[Offsets, Offsets]:
    found = [_times_of(data, layout) for layout in layouts]
    at = np.concatenate([np.zeros(0, np.int64), *(offsets for offsets, _ in found)])
    raw = np.concatenate([np.zeros(0, np.int64), *(times for _, times in found)])
    order = at.argsort(kind="stable")
    known = order[raw[order] != _UNKNOWN]
    return at[known], raw[known]


def _times_of(data: bytes, layout: Layout) -> tuple[Offsets, Offsets]:
    bucket = layout.bucket
    if not bucket.time_at:
        return np.zeros(0, np.int64), np.zeros(0, np.int64)
    at = np.array(bucket.offsets_b, np.int64)
    kind = ">u4" if layout.big_endian else "<u4"
    every_byte = np.ndarray(len(data) - 3, kind, data, strides=(1,))
    return at, every_byte[at + bucket.time_at].astype(np.int64)
