"""The checksum is that of the protocol, whatever the length."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kneewise.fit.crc import crc16


def bit_by_bit(data: bytes) -> int:
    check = 0
    for byte in data:
        check ^= byte
        for _ in range(8):
            check = check >> 1 ^ (0xA001 if check & 1 else 0)
    return check


@given(st.binary(max_size=300))
def test_short_bytes_have_the_checksum_of_the_plain_definition(data: bytes) -> None:
    assert crc16(data) == bit_by_bit(data)


@given(st.binary(min_size=1, max_size=50), st.integers(min_value=1, max_value=700))
def test_long_bytes_have_the_checksum_of_the_plain_definition(data: bytes, times: int) -> None:
    assert crc16(data * times) == bit_by_bit(data * times)


def test_the_known_check_value_of_this_checksum() -> None:
    assert crc16(b"123456789") == 0xBB3D


def test_bytes_with_their_own_checksum_behind_have_none() -> None:
    data = b"some bytes"

    assert crc16(data + crc16(data).to_bytes(2, "little")) == 0
