"""The checksum of FIT files (CRC-16, reflected polynomial 0xA001), without a loop over bytes.

Such a checksum is linear: that of two joined pieces is the first one's, carried over as many zero bytes
as the second piece has, XOR the second one's. Every pair of bytes becomes a checksum by one look-up;
neighbours are then joined, level by level, until one is left.
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
    # Zeros in front change nothing, which makes every length even.
    even = data if len(data) % 2 == 0 else b"\0" + data
    checks: Checksums = _carry(0).take(np.frombuffer(even, "<u2"))
    level = 0
    while len(checks) > 1:
        if len(checks) % 2:
            checks = np.concatenate((np.zeros(1, np.uint16), checks))
        checks = _carry(level).take(checks[0::2]) ^ checks[1::2]
        level += 1
    return int(checks[0]) if len(checks) else 0


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
