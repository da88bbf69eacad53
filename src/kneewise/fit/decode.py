"""Reads FIT bytes into tables of columns."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

import numpy as np

from kneewise.fit.base_types import BY_NAME
from kneewise.fit.chain import Section, sections
from kneewise.fit.derive import derive
from kneewise.fit.developer import describe
from kneewise.fit.layout import Descriptions, Layout, message_name, message_number, native_slot, read_layout
from kneewise.fit.limits import Limits
from kneewise.fit.messages import MESSAGES
from kneewise.fit.profile import TIMESTAMP
from kneewise.fit.sheet import Sheet, fill
from kneewise.fit.timestamps import compressed_times, short_offsets
from kneewise.fit.values import FitFile, Problem, ProblemKind, Table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kneewise.fit.scan import Bucket

_FIELD_DESCRIPTION: Final = MESSAGES["field_description"][0]


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
    limits = Limits.of(data)
    return tuple(_decode_section(data, section, limits) for section in sections(data, limits))


def _decode_section(data: bytes, section: Section, limits: Limits) -> FitFile:
    kinds: dict[int, list[Bucket]] = {}
    for bucket in section.buckets:
        kinds.setdefault(message_number(bucket.definition), []).append(bucket)
    descriptions = _descriptions(data, kinds.get(_FIELD_DESCRIPTION, []), limits)
    layouts = {
        message_name(number): [read_layout(bucket, descriptions) for bucket in buckets]
        for number, buckets in kinds.items()
    }
    every = [layout for kind in layouts.values() for layout in kind]
    messages: dict[str, Table] = {}
    problems = list(section.problems)
    for name, kind in layouts.items():
        sheet, is_whole = fill(data, kind, limits)
        _put_compressed_times(data, sheet, kind, every)
        derive(name, sheet)
        messages[name] = sheet.table()
        if not is_whole:
            problems.append(Problem(ProblemKind.TOO_SPARSE, int(sheet.offsets_b[0])))
    problems.sort(key=lambda problem: problem.offset_b)
    return FitFile(messages=MappingProxyType(messages), problems=tuple(problems), crc_ok=section.crc_ok)


def _descriptions(data: bytes, buckets: Sequence[Bucket], limits: Limits) -> Descriptions:
    if not buckets:
        return {}
    sheet, _ = fill(data, [read_layout(bucket, {}) for bucket in buckets], limits)
    return describe(sheet.table())


def _put_compressed_times(data: bytes, sheet: Sheet, kind: Sequence[Layout], every: Sequence[Layout]) -> None:
    starts_b = short_offsets(kind)
    if len(starts_b):
        rows = np.searchsorted(sheet.offsets_b, starts_b)
        slot = native_slot("record", TIMESTAMP, 4, BY_NAME["uint32"].code)
        sheet.put(slot, rows, compressed_times(data, every, starts_b))
