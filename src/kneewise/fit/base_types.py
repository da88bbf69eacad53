"""The seventeen kinds of number and text a FIT field can hold."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class BaseType:
    """How one element of a field is stored.

    Attributes:
        code: The byte that names the type in a definition.
        name: The protocol's name, such as ``uint16``.
        size_b: Bytes of one element.
        numpy_code: Kind and size as numpy spells them, such as ``u2``.
        struct_code: The same for the ``struct`` module.
        invalid: The stored number that means "no value"; ``None`` where nothing or NaN says it.
    """

    code: int
    name: str
    size_b: int
    numpy_code: str
    struct_code: str
    invalid: int | None


ENUM: Final = BaseType(0x00, "enum", 1, "u1", "B", 0xFF)
STRING: Final = BaseType(0x07, "string", 1, "u1", "s", None)
BYTE: Final = BaseType(0x0D, "byte", 1, "u1", "B", 0xFF)

BASE_TYPES: Final = (
    ENUM,
    BaseType(0x01, "sint8", 1, "i1", "b", 0x7F),
    BaseType(0x02, "uint8", 1, "u1", "B", 0xFF),
    BaseType(0x83, "sint16", 2, "i2", "h", 0x7FFF),
    BaseType(0x84, "uint16", 2, "u2", "H", 0xFFFF),
    BaseType(0x85, "sint32", 4, "i4", "i", 0x7FFFFFFF),
    BaseType(0x86, "uint32", 4, "u4", "I", 0xFFFFFFFF),
    STRING,
    BaseType(0x88, "float32", 4, "f4", "f", None),
    BaseType(0x89, "float64", 8, "f8", "d", None),
    BaseType(0x0A, "uint8z", 1, "u1", "B", 0),
    BaseType(0x8B, "uint16z", 2, "u2", "H", 0),
    BaseType(0x8C, "uint32z", 4, "u4", "I", 0),
    BYTE,
    BaseType(0x8E, "sint64", 8, "i8", "q", 0x7FFFFFFFFFFFFFFF),
    BaseType(0x8F, "uint64", 8, "u8", "Q", 0xFFFFFFFFFFFFFFFF),
    BaseType(0x90, "uint64z", 8, "u8", "Q", 0),
)
BY_NAME: Final = {base.name: base for base in BASE_TYPES}

# Some writers leave out the high bit of the multi-byte types; the low five bits alone say the type.
BY_CODE: Final = {code: base for base in BASE_TYPES for code in (base.code & 0x1F, base.code)}
