"""The checksum of FIT files (CRC-16, reflected polynomial 0xA001), without a loop over bytes.

The bytes are cut into equal pieces, and numpy walks through all pieces side by side. Such a checksum is
linear: that of two joined pieces is the first one's, carried over as many zero bytes as the second piece
has, XOR the second one's. So neighbours are joined, level by level, until one is left.
"""

from __future__ import annotations

from functools import cache
from typing import Final

import numpy as np
import numpy.typing as npt

Checksums = npt.NDArray[np.uint16]
_POLYNOMIAL: Final = 0xA001


def crc16(data: bytes) -> int:
    """Return the checksum of the bytes; 0 for a whole FIT file taken with its own checksum at the end."""
    if not data:
        return 0
    pairs = (len(data) + 1) // 2
    level = max(0, pairs.bit_length() // 2 - 2)
    piece_b = 2 << level
    # Zeros in front change nothing, so they may fill up the first piece.
    filled = bytes(-len(data) % piece_b) + data
    by_pair = np.ascontiguousarray(np.frombuffer(filled, "<u2").reshape(-1, 1 << level).T)
    return _join(_of_pieces(by_pair), level)


def _of_pieces(by_pair: Checksums) -> Checksums:
    """Walk through all pieces side by side, a pair of bytes at a time; one row of ``by_pair`` a step."""
    over_pair = _carry(0)
    checks: Checksums = over_pair.take(by_pair[0])
    for pair in by_pair[1:]:
        checks = over_pair.take(checks ^ pair)
    return checks


def _join(checks: Checksums, level: int) -> int:
    """Join neighbours, level by level, until one checksum is left."""
    while len(checks) > 1:
        if len(checks) % 2:
            checks = np.concatenate((np.zeros(1, np.uint16), checks))
        checks = _carry(level).take(checks[0::2]) ^ checks[1::2]
        level += 1
    return int(checks[0])


@cache
def _carry(level: int) -> Checksums:
    """Return what 2 ** (level + 1) zero bytes make of each of the 65,536 checksums."""
    if level == 0:
        single_bits = [_over_two_bytes(1 << bit) for bit in range(16)]
    else:
        half = _carry(level - 1)
        single_bits = [int(half[half[1 << bit]]) for bit in range(16)]
    table: Checksums = np.zeros(1, np.uint16)
    for carried in single_bits:
        table = np.concatenate((table, table ^ np.uint16(carried)))
    return table


def _over_two_bytes(check: int) -> int:
    for _ in range(16):
        check = check >> 1 ^ (_POLYNOMIAL if check & 1 else 0)
    return check
