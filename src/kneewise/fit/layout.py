"""What a definition says: which column is where in the bytes of a message."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from kneewise.fit.base_types import BY_CODE, BY_NAME, BYTE, STRING, BaseType
from kneewise.fit.profile import TIMESTAMP, Field, fields_by_number, message_names

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kneewise.fit.scan import Bucket

Descriptions = dict[tuple[int, int], Field]
"""Developer fields by developer data index and field number."""

EVERYWHERE: dict[int, Field] = {
    TIMESTAMP: Field(TIMESTAMP, "timestamp", BY_NAME["uint32"], "s", 1.0, -631065600.0),
    254: Field(254, "message_index", BY_NAME["uint16"]),
}


class Slot(NamedTuple):
    """One column of a layout: ``count`` elements of ``base`` from byte ``start`` of each message."""

    field: Field
    base: BaseType
    start: int
    count: int
    developer: bool

    @property
    def is_text(self) -> bool:
        """Whether the column holds words: text, or one number that stands for a word."""
        if self.base is STRING:
            return True
        return bool(self.field.words) and self.count == 1 and self.base.numpy_code[0] != "f"


@dataclass(frozen=True, slots=True)
class Layout:
    """One bucket with its definition understood."""

    bucket: Bucket
    big_endian: bool
    slots: tuple[Slot, ...]


def message_number(definition: bytes) -> int:
    """Return the number of the kind of message that a definition describes."""
    return int.from_bytes(definition[2:4], "big" if definition[1] else "little")


def message_name(number: int) -> str:
    """Return the name of a kind of message."""
    return message_names().get(number) or f"unknown_{number}"


def read_layout(bucket: Bucket, descriptions: Descriptions) -> Layout:
    """Understand the definition of a bucket."""
    definition = bucket.definition
    known = fields_by_number(message_name(message_number(definition)))
    slots = (*_native_slots(definition, known), *_developer_slots(definition, descriptions))
    return Layout(bucket, bool(definition[1]), slots)


def _native_slots(definition: bytes, known: Mapping[int, Field]) -> Iterator[Slot]:
    start = 1
    for at in range(5, 5 + 3 * definition[4], 3):
        number, size_b, code = definition[at : at + 3]
        base = BY_CODE.get(code, BYTE)
        field = known.get(number) or EVERYWHERE.get(number) or Field(number, f"unknown_{number}", base)
        if size_b:
            yield _slot(field, base, start, size_b, developer=False)
        start += size_b


def _developer_slots(definition: bytes, descriptions: Descriptions) -> Iterator[Slot]:
    first = 5 + 3 * definition[4] + 1
    start = 1 + sum(definition[6 : first - 1 : 3])
    for at in range(first, len(definition), 3):
        number, size_b, app = definition[at : at + 3]
        field = descriptions.get((app, number)) or Field(number, f"unknown_{app}_{number}", BYTE)
        if size_b:
            yield _slot(field, field.base, start, size_b, developer=True)
        start += size_b


def _slot(field: Field, base: BaseType, start: int, size_b: int, *, developer: bool) -> Slot:
    count, rest = divmod(size_b, base.size_b)
    if rest:
        # A size that its type does not divide has no reading but bytes.
        return Slot(field, BYTE, start, size_b, developer)
    return Slot(field, base, start, count, developer)
