"""The mark as pictures of dots, for devices that take no SVG: ``python -m tests.web.mark FOLDER``."""

import struct
import sys
import zlib
from itertools import pairwise
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

Dots = NDArray[np.float64]
Bytes = NDArray[np.uint8]

SIDES: Final = (192, 512)
BOX: Final = 40.0
"""The drawing is 24 wide and stands in the middle of this: a round mask cuts none of it."""
LIMB: Final = ((6.0, 2.5), (15.5, 11.0), (10.0, 21.0), (16.5, 21.0))
LIMB_WIDE: Final = 3.2
JOINT: Final = (15.5, 11.0)
JOINT_RADIUS: Final = 3.7
GROUND, BONE, CORE = (10, 47, 166), (255, 255, 255), (169, 188, 255)


def draw(side: int) -> Bytes:
    """Draw the mark in a square of so many dots."""
    x, y = np.meshgrid(_places(side), _places(side))
    limb = np.minimum.reduce([_to_line(x, y, start, end) for start, end in pairwise(LIMB)])
    joint = np.hypot(x - JOINT[0], y - JOINT[1])
    picture = np.full((side, side, 3), GROUND, dtype=float)
    for inside, colour in ((LIMB_WIDE / 2 - limb, BONE), (JOINT_RADIUS - joint, CORE)):
        share = np.clip(inside * side / BOX + 0.5, 0, 1)[..., None]
        picture = picture * (1 - share) + np.array(colour) * share
    rounded: Bytes = np.rint(picture).astype(np.uint8)
    return rounded


def _places(side: int) -> Dots:
    return (np.arange(side) + 0.5) * BOX / side - (BOX - 24) / 2


def _to_line(x: Dots, y: Dots, start: tuple[float, float], end: tuple[float, float]) -> Dots:
    """Measure how far each dot is from a line."""
    along = (end[0] - start[0], end[1] - start[1])
    part = ((x - start[0]) * along[0] + (y - start[1]) * along[1]) / (along[0] ** 2 + along[1] ** 2)
    part = np.clip(part, 0, 1)
    return np.hypot(x - start[0] - part * along[0], y - start[1] - part * along[1])


def png(dots: Bytes) -> bytes:
    """Write dots as a PNG file."""
    high, wide, _colours = dots.shape
    head = struct.pack(">IIBBBBB", wide, high, 8, 2, 0, 0, 0)
    rows = b"".join(b"\0" + row.tobytes() for row in dots)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(rows, 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_part(name, content) for name, content in parts)


def _part(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


if __name__ == "__main__":
    for dots_wide in SIDES:
        (Path(sys.argv[1]) / f"mark-{dots_wide}.png").write_bytes(png(draw(dots_wide)))
