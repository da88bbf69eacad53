"""The walk through the messages: long rows of like ones are kept at once, as one by one."""

from __future__ import annotations

from itertools import groupby, product

import pytest

from kneewise.fit.limits import Limits
from kneewise.fit.scan import AT_ONCE, MANY, Scan
from tests.fit.made import definition

SIZES_B = {0: 3, 1: 6}
"""Of a message of each local type, its header byte included."""

ROWS = (1, 2, 3, MANY - 1, MANY, MANY + 1, 2 * MANY, AT_ONCE, AT_ONCE + 1)


def body(headers: list[int]) -> bytes:
    """Write messages after their definitions; inside, they hold bytes that look like the others' headers."""
    defined = definition(0, 20, [(3, 2, 0x84)]) + definition(1, 21, [(3, 5, 0x0D)])
    return defined + b"".join(bytes([local]) + bytes(SIZES_B[local] - 1) for local in headers)


def one_by_one(headers: list[int], start: int) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {local: [] for local, _ in groupby(sorted(headers))}
    here = start
    for local in headers:
        found[local].append(here)
        here += SIZES_B[local]
    return found


@pytest.mark.parametrize(("first", "second"), list(product(ROWS, ROWS)))
def test_rows_of_any_length_are_kept_as_one_by_one(first: int, second: int) -> None:
    headers = [0] * first + [1] * second + [0, 1] * 3 + [0] * first
    data = body(headers)
    scan = Scan(Limits.of(data))
    assert scan.walk(data, 0, len(data)) == len(data)
    expected = one_by_one(headers, len(body([])))
    assert sorted(list(bucket.offsets_b) for bucket in scan.filled()) == sorted(expected.values())


@pytest.mark.parametrize("cut_b", [1, 2])
def test_a_row_that_the_end_cuts_loses_only_its_last_message(cut_b: int) -> None:
    headers = [0] * (2 * MANY)
    data = body(headers)
    scan = Scan(Limits.of(data))
    last = len(data) - SIZES_B[0]
    assert scan.walk(data, 0, len(data) - cut_b) == last
    (bucket,) = scan.filled()
    assert list(bucket.offsets_b) == one_by_one(headers, len(body([])))[0][:-1]


def test_another_message_within_a_row_is_seen() -> None:
    headers = [0] * MANY + [1] + [0] * (3 * MANY)
    data = body(headers)
    scan = Scan(Limits.of(data))
    scan.walk(data, 0, len(data))
    assert [len(bucket.offsets_b) for bucket in scan.filled()] == [4 * MANY, 1]
