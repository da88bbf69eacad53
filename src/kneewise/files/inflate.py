"""Unpack deflated bytes within bounds; what would grow too far is given up before it has grown."""

import zlib
from typing import Final

from kneewise.files.limits import FREE_B, MOST_FILE_B, MOST_RATIO
from kneewise.files.reading import UnreadableError

GZIP: Final = 16 + zlib.MAX_WBITS
RAW: Final = -zlib.MAX_WBITS
ZLIB_END: Final = b""


def most_b(packed_b: int) -> int:
    """Give the size to which so many packed bytes may grow."""
    return min(MOST_FILE_B, max(FREE_B, packed_b * MOST_RATIO))


def gunzip(packed: bytes) -> tuple[bytes, bool]:
    """Unpack gzip bytes, also several members after each other.

    Returns:
        The bytes, and whether they are whole; cut or damaged ones are given as far as they go.

    Raises:
        UnreadableError: They grow too far, or nothing can be unpacked.
    """
    limit_b, parts, taken_b, rest = most_b(len(packed)), list[bytes](), 0, packed
    whole = True
    while whole and rest.startswith(b"\x1f\x8b"):
        part, rest, whole = _inflate(rest, GZIP, limit_b - taken_b)
        parts.append(part)
        taken_b += len(part)
    if not taken_b and not whole:
        raise UnreadableError("gzip_damaged")
    return b"".join(parts), whole


def inflate_raw(packed: bytes, size_b: int) -> bytes:
    """Unpack a zip member whose directory states its size.

    Raises:
        UnreadableError: It is damaged, or is not as long as stated.
    """
    if size_b > most_b(len(packed)):
        raise UnreadableError("too_large")
    unpacked, _, whole = _inflate(packed, RAW, size_b)
    if not whole or len(unpacked) != size_b:
        raise UnreadableError("zip_member_damaged")
    return unpacked


def _inflate(packed: bytes, window: int, limit_b: int) -> tuple[bytes, bytes, bool]:
    """Unpack one stream; returns its bytes, what follows it, and whether its end was reached."""
    inflater = zlib.decompressobj(window)
    try:
        unpacked = inflater.decompress(packed, limit_b + 1)
    except zlib.error:
        return _as_far_as_it_goes(packed, window, limit_b), ZLIB_END, False
    if len(unpacked) > limit_b:
        raise UnreadableError("too_large")
    return unpacked, inflater.unused_data, inflater.eof


def _as_far_as_it_goes(packed: bytes, window: int, limit_b: int) -> bytes:
    inflater, parts, taken_b = zlib.decompressobj(window), list[bytes](), 0
    piece_b = 256
    try:
        for at in range(0, len(packed), piece_b):
            parts.append(inflater.decompress(packed[at : at + piece_b], limit_b + 1 - taken_b))
            taken_b += len(parts[-1])
            if taken_b > limit_b:
                raise UnreadableError("too_large")
    except zlib.error:
        # What came before the damage stays good.
        return b"".join(parts)
    return b"".join(parts)
