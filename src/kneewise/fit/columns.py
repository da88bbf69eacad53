"""From bytes to columns: many messages by one gather, a few by one look at each."""

from __future__ import annotations

import struct
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
    starts = np.ndarray(len(data) - size_b + 1, f"V{size_b}", data, strides=(1,))
    messages = starts[offsets_b]
    for slot in layout.slots:
        stored = _view(messages, slot, size_b, big_endian=layout.big_endian)
        yield slot, _words(stored, slot) if slot.is_text else _numbers(stored, slot)


def look(data: bytes, layout: Layout, offsets_b: Offsets) -> Iterator[tuple[Slot, Numbers | Words]]:
    """Read the same columns message by message, which is faster for a few messages."""
    form = struct.Struct((">" if layout.big_endian else "<") + "".join(_struct_codes(layout)))
    stored = [form.unpack_from(data, offset_b + 1) for offset_b in offsets_b.tolist()]
    columns = list(zip(*stored, strict=True))
    at = 0
    for slot in layout.slots:
        if slot.base is STRING:
            yield slot, _object_array([_text(text) for text in columns[at]])
            at += 1
        elif slot.is_text:
            yield slot, _object_array([_word(code, slot) for code in columns[at]])
            at += 1
        elif slot.count == 1:
            yield slot, np.array(_floats(columns[at], slot))
            at += 1
        else:
            yield slot, _numbers(np.array(columns[at : at + slot.count], np.float64).T, slot)
            at += slot.count


def _view(messages: npt.NDArray[np.void], slot: Slot, size_b: int, *, big_endian: bool) -> npt.NDArray[np.generic]:
    order = ">" if big_endian else "<"
    if slot.base is STRING:
        return np.ndarray(len(messages), f"S{slot.count}", messages, slot.start, (size_b,))
    kind = order + slot.base.numpy_code
    if slot.count == 1:
        return np.ndarray(len(messages), kind, messages, slot.start, (size_b,))
    return np.ndarray((len(messages), slot.count), kind, messages, slot.start, (size_b, slot.base.size_b))


def _numbers(stored: npt.NDArray[np.generic], slot: Slot) -> Numbers:
    values: Numbers = stored.astype(np.float64)
    if slot.base.invalid is not None:
        missing = values == slot.base.invalid
        if slot.base is BYTE and slot.count > 1:
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


def _struct_codes(layout: Layout) -> Iterator[str]:
    for slot in layout.slots:
        yield f"{slot.count}{'s' if slot.base is STRING else slot.base.struct_code}"


def _floats(stored: tuple[int | float, ...], slot: Slot) -> list[float]:
    scale, offset, invalid = slot.field.scale, slot.field.offset, slot.base.invalid
    return [np.nan if value == invalid else value / scale - offset for value in stored]


def _object_array(texts: list[str]) -> Words:
    return np.array(texts, dtype=object)


def _word(code: int, slot: Slot) -> str:
    if code == slot.base.invalid:
        return ""
    return slot.field.words.get(code) or str(code)


def _text(stored: bytes) -> str:
    return stored.split(b"\0", 1)[0].decode("utf-8", "replace")
