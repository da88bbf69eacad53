"""Who the runner is: how wide, with which hair."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from kneewise.figure.data import read

Row = tuple[float, ...]
BODIES: Final = ("light", "sturdy", "older")


@dataclass(frozen=True, slots=True, kw_only=True)
class Build:
    """One body; every length is a share of standing height.

    Attributes:
        trunk: Height above the hip joints, then front, back and to each side, from the seat upwards.
        limb: Along each bone, its place from 0 to 1, then front, back, outer and inner.
        thick: How much wider than the table each part is.
    """

    hair: str
    beard: bool
    glasses: bool
    hip_half: float
    shoulder_half: float
    trunk: tuple[Row, ...]
    limb: Mapping[str, tuple[Row, ...]]
    thick: Mapping[str, float]

    def row(self, height: float) -> Row:
        """Give the trunk's row that is nearest to a height above the hips."""
        return min(self.trunk, key=lambda row: abs(row[0] - height))


@cache
def build(name: str) -> Build:
    """Read one body of the table."""
    table = dict(read("bodies")[name])
    rows = read("bodies")["limb"]
    thick = table.pop("thick")
    limb = {bone: tuple(_wider(row, thick[bone]) for row in rows[bone]) for bone in rows}
    return Build(trunk=tuple(map(tuple, table.pop("trunk"))), limb=limb, thick=thick, **table)


def _wider(row: Row, by: float) -> Row:
    return (row[0], *(width * by for width in row[1:]))
