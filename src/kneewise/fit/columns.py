"""From bytes to columns: many messages by one gather, a few by one look at each."""

from __future__ import annotations

import struct
from itertools import islice
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from kneewise.fit.base_types import BYTE, STRING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kneewise.fit.layout import Layout, Slot
    from kneewise.fit.values import Numbers, Offsets, Words


def gather(data: bytes, layout: Layout, offsets_b: Offsets) -> Iterator[tuple[Slot, Numbers | Words]]:
    """Read each column of all messages of one layout with a few numpy calls."""
    size_b = layout.bucket.size_b
    every_start = np.ndarray(len(data) - size_b + 1, f"V{size_b}", data, strides=(1,))
    messages = every_start[offsets_b]
    order = ">" if layout.big_endian else "<"
    for slot, start in zip(layout.slots, layout.starts, strict=True):
        if slot.elements:
            stored = _view(messages, slot, start, order)
            yield slot, _words(stored, slot) if slot.is_text else _numbers(stored, slot)


def look(data: bytes, layout: Layout, offsets_b: Offsets) -> Iterator[tuple[Slot, Numbers | Words]]:
    """Read the same columns message by message, which is faster for a few messages."""
    codes = "".join([f"{slot.elements}{slot.base.struct_code}" for slot in layout.slots])
    form = struct.Struct((">" if layout.big_endian else "<") + codes)
    stored = [form.unpack_from(data, offset_b + 1) for offset_b in offsets_b.tolist()]
    columns = iter(zip(*stored, strict=True))
    single: list[Slot] = []
    floats: list[list[float]] = []
    for slot in layout.slots:
        if slot.base is STRING:
            yield slot, _object_array([_text(text) for text in next(columns)])
        elif slot.elements == 1:
            column = next(columns)
            if slot.is_text:
                yield slot, _object_array([_word(code, slot) for code in column])
            else:
                single.append(slot)
                floats.append(_floats(column, slot))
        elif slot.elements:
            yield slot, _numbers(np.array(list(islice(columns, slot.elements)), np.float64).T, slot)
    yield from zip(single, np.array(floats), strict=True)


def _view(messages: npt.NDArray[np.void], slot: Slot, start: int, order: str) -> npt.NDArray[np.generic]:
    rows, size_b = len(messages), messages.itemsize
    if slot.base is STRING:
        return np.ndarray(rows, f"S{slot.elements}", messages, start, (size_b,))
    kind = order + slot.base.numpy_code
    if slot.elements == 1:
        return np.ndarray(rows, kind, messages, start, (size_b,))
    return np.ndarray((rows, slot.elements), kind, messages, start, (size_b, slot.base.size_b))


def _numbers(stored: npt.NDArray[np.generic], slot: Slot) -> Numbers:
    with np.errstate(
        invalid="ignore"
    ):  # A damaged float may be a signalling NaN; it is none, like any other.
        values: Numbers = stored.astype(np.float64)
    if slot.base.invalid is not None:
        missing = values == slot.base.invalid
        if slot.base is BYTE and slot.elements > 1:
            # Bytes are raw material, where 0xFF is a value: only all of them together mean "none".
            missing = np.broadcast_to(missing.all(axis=1, keepdims=True), values.shape)
        np.putmask(values, missing, np.nan)
    if slot.field.scale != 1:
        values /= slot.field.scale
    if slot.field.offset:
        values -= slot.field.offset
    return values


def _words(stored: npt.NDArray[np.generic], slot: Slot) -> Words:
    different, which = np.unique(stored, return_inverse=True)
    if slot.base is STRING:
        texts = [_text(text) for text in different.tolist()]
    else:
        texts = [_word(code, slot) for code in different.tolist()]
    words: Words = _object_array(texts)[which]
    return words


def _floats(stored: tuple[int | float, ...], slot: Slot) -> list[float]:
    invalid = slot.base.invalid
    scale, offset = slot.field.scale, slot.field.offset
    if scale == 1 and not offset:
        return [np.nan if value == invalid else value for value in stored]
    return [np.nan if value == invalid else value / scale - offset for value in stored]


def _object_array(texts: list[str]) -> Words:
    return np.array(texts, dtype=object)


def _word(code: int, slot: Slot) -> str:
    if code == slot.base.invalid:
        return ""
    return slot.field.words.get(code) or str(code)


def _text(stored: bytes) -> str:
    return stored.split(b"\0", 1)[0].decode("utf-8", "replace")
