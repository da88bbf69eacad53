"""What a file holds, column by column."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldColumn:
    """One column of a table.

    Attributes:
        unit: Empty where it has none, or none is known.
        count: Rows that hold a value, ``share`` of all rows 0-1.
        first: The first value, ``last`` the last; a word where the column holds words.
        median: ``None`` for words.
        added: A field that an app or a sensor added to the protocol's.
    """

    name: str
    unit: str
    count: int
    share: float
    first: float | str | None
    median: float | None
    last: float | str | None
    added: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldTable:
    """Points of a recording, or the messages of one kind of a FIT file.

    Attributes:
        name: ``points``, or the kind of message.
        file: Which of the FIT files chained in one, from 1; 0 for the points.
    """

    name: str
    file: int
    rows: int
    columns: tuple[HeldColumn, ...]
