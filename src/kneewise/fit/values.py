"""What the decoder hands back: files of tables of columns, and what was wrong with the bytes."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from collections.abc import Mapping

Numbers = npt.NDArray[np.float64]
Words = npt.NDArray[np.object_]
Values = npt.NDArray[np.float64] | npt.NDArray[np.object_]
Offsets = npt.NDArray[np.int64]


class FitError(ValueError):
    """There is nothing to read here; the message is one sentence with the remedy."""


class FitEncodeError(ValueError):
    """These columns cannot be written as FIT; the message is one sentence with the remedy."""


class ProblemKind(StrEnum):
    """What can be wrong with bytes that are still worth reading."""

    CUT = "cut"
    CHECKSUM = "checksum"
    HEADER = "header"
    DAMAGED = "damaged"
    GAVE_UP = "gave_up"
    TRAILING = "trailing"
    TOO_SPARSE = "too_sparse"


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault of a file, and where.

    Attributes:
        kind: ``cut``: the bytes end before the file does. ``checksum``: the file is not what was
            written, though nothing says where. ``header``: its header is damaged or states a wrong
            size. ``damaged``: these bytes could not be read and were left out. ``gave_up``: too much
            was damaged, the rest was left. ``trailing``: bytes after the last file that are no FIT
            file. ``too_sparse``: rare columns of a message were left out to bound memory.
        offset_b: First byte of it, counted from the start of the bytes given to ``decode``.
        length_b: How many bytes; 0 where that is not known.
    """

    kind: ProblemKind
    offset_b: int
    length_b: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """Columns of equal length ``n``, by name.

    Attributes:
        numbers: Float columns of shape ``(n,)``, or ``(n, k)`` for array fields; NaN is "no value".
            64-bit integers above 2 ** 53 are rounded to the nearest float.
        words: Columns of ``str``, shape ``(n,)``, dtype object; "" is "no value".
        units: Unit of each number column that has one, such as ``m/s``; moments are ``s`` since 1970, UTC.
        natives: Of developer columns that say which field of the protocol they are, that field's name.
    """

    numbers: Mapping[str, Numbers]
    words: Mapping[str, Words]
    units: Mapping[str, str]
    natives: Mapping[str, str] = field(default_factory=dict)


NO_COLUMNS = Columns(numbers=MappingProxyType({}), words=MappingProxyType({}), units=MappingProxyType({}))


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """All messages of one kind, in the order of the file.

    Attributes:
        columns: The fields of the protocol: known ones by name, others as ``unknown_<number>``.
        developer: Fields that apps and sensors add, by the name their description gives.
        offsets_b: Where in the bytes each message starts, shape ``(n,)``, ascending; comparing them
            gives the order of messages of different kinds.
    """

    columns: Columns
    developer: Columns
    offsets_b: Offsets

    def __len__(self) -> int:
        """Return the number of messages, ``n``."""
        return len(self.offsets_b)

    def number(self, name: str) -> Numbers:
        """Return a column of shape ``(n,)`` or ``(n, k)``; all NaN, ``(n,)``, where the file has none."""
        found = self.columns.numbers.get(name)
        return np.full(len(self), np.nan) if found is None else found

    def word(self, name: str) -> Words:
        """Return a column of ``str`` of shape ``(n,)``; all "" where the file has none."""
        found = self.columns.words.get(name)
        return np.full(len(self), "", dtype=object) if found is None else found


NO_MESSAGES = Table(columns=NO_COLUMNS, developer=NO_COLUMNS, offsets_b=np.zeros(0, np.int64))


@dataclass(frozen=True, slots=True, kw_only=True)
class FitFile:
    """One FIT file; several can be chained in the same bytes.

    Attributes:
        messages: A table for each kind of message in the file: ``record``, ``session``, ``lap``,
            ``event``, …; kinds without a name are ``unknown_<number>``.
        problems: What was wrong, in the order of the bytes; empty for a faultless file.
        crc_ok: Whether the checksum fits; ``None`` where the bytes end before it.
    """

    messages: Mapping[str, Table]
    problems: tuple[Problem, ...]
    crc_ok: bool | None

    def table(self, name: str) -> Table:
        """Return the messages of one kind; an empty table where the file has none."""
        return self.messages.get(name, NO_MESSAGES)
