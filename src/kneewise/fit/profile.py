"""Look-up of FIT messages and fields, by number for reading and by name for writing."""

from __future__ import annotations

from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple

from kneewise.fit.base_types import BY_NAME, BaseType
from kneewise.fit.messages import MESSAGES
from kneewise.fit.words import WORDS

if TYPE_CHECKING:
    from collections.abc import Mapping

EPOCH_S: Final = 631065600
"""FIT counts seconds from 1989-12-31T00:00:00Z; this is that moment in Unix seconds."""

SEMICIRCLES_PER_DEGREE: Final = 2**31 / 180
TIMESTAMP: Final = 253
NO_WORDS: Final[Mapping[int, str]] = MappingProxyType({})


class Field(NamedTuple):
    """What one field number of one message means; the value is ``raw / scale - offset``.

    ``words`` is empty unless the number stands for a word, such as sport 1 for "running". ``native`` is the
    protocol's name of what a developer field says it is, such as "cadence".
    """

    number: int
    name: str
    base: BaseType
    unit: str = ""
    scale: float = 1.0
    offset: float = 0.0
    words: Mapping[int, str] = NO_WORDS
    native: str = ""


@cache
def message_names() -> Mapping[int, str]:
    """Return the name of each message number this package knows."""
    return {number: name for name, (number, _) in MESSAGES.items()}


@cache
def fields_by_number(message: str) -> Mapping[int, Field]:
    """Return the known fields of a message; empty for a message nobody described."""
    _, lines = MESSAGES.get(message, (0, ""))
    known = (_read_line(line) for line in lines.strip().splitlines())
    return {field.number: field for field in known}


@cache
def fields_by_name(message: str) -> Mapping[str, Field]:
    """Return the same fields by their name."""
    return {field.name: field for field in fields_by_number(message).values()}


def _read_line(line: str) -> Field:
    number, name, base, *notes = line.split()
    unit, scale, offset, words = "", 1.0, 0.0, NO_WORDS
    for note in notes:
        if note == "/semicircle":
            scale = SEMICIRCLES_PER_DEGREE
        elif note == "time":
            unit, offset = "s", -float(EPOCH_S)
        elif note.startswith("="):
            words = WORDS[note[1:]]
        elif note.startswith("/"):
            scale = float(note[1:])
        elif note.startswith("-"):
            offset = float(note[1:] or 0)
        else:
            unit = note.replace("_", " ")
    return Field(int(number), name, BY_NAME[base], unit, scale, offset, words)
