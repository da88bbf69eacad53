"""Reads FIT bytes into tables of columns."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

import numpy as np

from kneewise.fit.chain import Section, sections
from kneewise.fit.derive import derive
from kneewise.fit.developer import describe
from kneewise.fit.layout import Descriptions, Layout, Slot, message_name, message_number, read_layout
from kneewise.fit.profile import TIMESTAMP, fields_by_number
from kneewise.fit.sheet import fill
from kneewise.fit.timestamps import compressed_times
from kneewise.fit.values import FitFile, Table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kneewise.fit.scan import Bucket


def decode(data: bytes) -> tuple[FitFile, ...]:
    """Read all FIT files chained in these bytes.

    Damage is marked, never raised: every whole message before it and, as far as the messages can be
    found again, after it is there, and ``FitFile.problems`` says what was wrong.

    Args:
        data: The bytes of a FIT file, not compressed.

    Returns:
        One value for each file of the chain, at least one.

    Raises:
        FitError: There is nothing to read: the bytes are empty or no FIT file.
    """
    return tuple(_decode_section(data, section) for section in sections(data))


def _decode_section(data: bytes, section: Section) -> FitFile:
    kinds: dict[int, list[Bucket]] = {}
    for bucket in section.buckets:
        kinds.setdefault(message_number(bucket.definition), []).append(bucket)
    descriptions = _descriptions(data, kinds)
    layouts = {
        message_name(number): [read_layout(bucket, descriptions) for bucket in buckets]
        for number, buckets in kinds.items()
    }
    every = [layout for kind in layouts.values() for layout in kind]
    messages = {name: _table(data, name, kind, every) for name, kind in layouts.items()}
    return FitFile(messages=MappingProxyType(messages), problems=section.problems, crc_ok=section.crc_ok)


def _descriptions(data: bytes, kinds: dict[int, list[Bucket]]) -> Descriptions:
    described = kinds.get(206, [])
    if not described:
        return {}
    layouts = [read_layout(bucket, {}) for bucket in described]
    return describe(_table(data, "field_description", layouts, layouts))


def _table(data: bytes, name: str, layouts: Sequence[Layout], every: Sequence[Layout]) -> Table:
    sheet, offsets_b = fill(data, layouts)
    short = [np.array(layout.bucket.offsets_b, np.int64) for layout in layouts if layout.bucket.compressed]
    if short:
        starts_b = np.sort(np.concatenate(short))
        field = fields_by_number("record")[TIMESTAMP]
        slot = Slot(field, field.base, 0, 1, developer=False)
        sheet.put(slot, np.searchsorted(offsets_b, starts_b), compressed_times(data, every, starts_b))
    derive(name, sheet)
    return sheet.table(offsets_b)
