"""What one call of ``decode`` may spend, however the bytes are made."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

_DEFINITIONS: Final = 4_000
_STEPS: Final = 400_000
_CELLS: Final = 2_000_000
_CELLS_PER_BYTE: Final = 3
MOST_FILES: Final = 200


@dataclass(slots=True)
class Limits:
    """What is left to spend; real files of watches stay far below.

    Attributes:
        definitions: Different definitions that are still followed.
        steps: Bytes and messages that the search in damaged files may still look at.
        cells: Numbers that the tables may still hold.
    """

    definitions: int
    steps: int
    cells: int

    @classmethod
    def of(cls, data: bytes) -> Limits:
        """Return the limits for these bytes."""
        return cls(_DEFINITIONS, _STEPS, _CELLS + _CELLS_PER_BYTE * len(data))
