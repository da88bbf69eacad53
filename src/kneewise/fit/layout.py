"""What a definition says: which column is where in the bytes of a message."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from kneewise.fit.base_types import BY_CODE, BY_NAME, BYTE, STRING, BaseType
from kneewise.fit.profile import TIMESTAMP, Field, fields_by_number, message_names

if TYPE_CHECKING:
    from kneewise.fit.scan import Bucket

Descriptions = dict[tuple[int, int], Field]
"""Developer fields by developer data index and field number."""

EVERYWHERE: dict[int, Field] = {
    TIMESTAMP: Field(TIMESTAMP, "timestamp", BY_NAME["uint32"], "s", 1.0, -631065600.0),
    254: Field(254, "message_index", BY_NAME["uint16"]),
}


class Slot(NamedTuple):
    """How to read one column: ``elements`` numbers or bytes of ``base`` in each message.

    ``is_text`` says whether it holds words: text, or one number that stands for a word.
    """

    field: Field
    base: BaseType
    elements: int
    is_text: bool
    developer: bool


@dataclass(frozen=True, slots=True)
class Layout:
    """One bucket with its definition understood: its columns, and the byte of a message each starts at."""

    bucket: Bucket
    big_endian: bool
    slots: tuple[Slot, ...]
    starts: tuple[int, ...]


def message_number(definition: bytes) -> int:
    """Return the number of the kind of message that a definition describes."""
    return int.from_bytes(definition[2:4], "big" if definition[1] else "little")


def message_name(number: int) -> str:
    """Return the name of a kind of message."""
    return message_names().get(number) or f"unknown_{number}"


def read_layout(bucket: Bucket, descriptions: Descriptions) -> Layout:
    """Understand the definition of a bucket."""
    definition = bucket.definition
    message = message_name(message_number(definition))
    after_fields = 5 + 3 * definition[4]
    native, added = definition[5:after_fields], definition[after_fields + 1 :]
    slots = [
        native_slot(message, *field) for field in zip(native[::3], native[1::3], native[2::3], strict=True)
    ]
    for number, size_b, app in zip(added[::3], added[1::3], added[2::3], strict=True):
        field = descriptions.get((app, number)) or Field(number, f"unknown_{app}_{number}", BYTE)
        slots.append(new_slot(field, field.base, size_b, developer=True))
    starts = accumulate(native[1::3] + added[1::3], initial=1)
    return Layout(bucket, bool(definition[1]), tuple(slots), tuple(starts)[:-1])


@lru_cache(maxsize=4096)
def native_slot(message: str, number: int, size_b: int, code: int) -> Slot:
    """Return how to read a field of the protocol; files repeat the same few hundred."""
    base = BY_CODE.get(code, BYTE)
    field = fields_by_number(message).get(number) or EVERYWHERE.get(number)
    return new_slot(field or Field(number, f"unknown_{number}", base), base, size_b, developer=False)


def new_slot(field: Field, base: BaseType, size_b: int, *, developer: bool) -> Slot:
    """Return how to read a field of so many bytes."""
    if size_b % base.size_b:
        # A size that its type does not divide has no reading but bytes.
        base = BYTE
    elements = size_b // base.size_b
    stands_for_word = bool(field.words) and elements == 1 and base.numpy_code[0] != "f"
    return Slot(field, base, elements, base is STRING or stands_for_word, developer)
