"""Damage is marked, never raised, and costs only what it touched."""

from __future__ import annotations

import struct

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kneewise.fit import FitError, FitFile, Message, ProblemKind, decode, encode
from tests.fit.made import START_S, definition, fit_file, fit_time, run

RUN = encode(run(40))
LONG_RUN = encode(run(600))


def whole_records_before(cut: int) -> int:
    """Return how many records of RUN are whole when only the bytes before ``cut`` are left."""
    (file,) = decode(RUN)
    starts = file.table("record").offsets_b
    size_b = int(starts[1] - starts[0])
    return int((starts + size_b <= cut).sum())


def records(files: tuple[FitFile, ...]) -> int:
    return sum(len(file.table("record")) for file in files)


def read_or_refuse(data: bytes) -> tuple[FitFile, ...]:
    """Read bytes that may be anything: only our own error may come out."""
    try:
        return decode(data)
    except FitError:
        return ()


@pytest.mark.parametrize("cut", range(len(RUN)))
def test_a_file_cut_anywhere_gives_every_whole_record_before_the_cut(cut: int) -> None:
    files = read_or_refuse(RUN[:cut])

    assert records(files) == whole_records_before(cut)
    assert all(file.crc_ok is None for file in files)
    assert all(ProblemKind.CUT in {problem.kind for problem in file.problems} for file in files)


@given(st.binary(max_size=400))
def test_any_bytes_give_files_or_our_error(data: bytes) -> None:
    read_or_refuse(data)


@given(st.binary(max_size=400))
def test_any_bytes_behind_a_good_header_give_files(body: bytes) -> None:
    assert decode(fit_file(body))


@pytest.mark.parametrize("seed", range(300))
def test_a_mutated_file_never_raises_and_is_marked(seed: int) -> None:
    chance = np.random.default_rng(seed)
    damaged = bytearray(LONG_RUN)
    for _ in range(int(chance.integers(1, 6))):
        at, length = int(chance.integers(len(damaged))), int(chance.integers(1, 40))
        kind = chance.integers(3)
        if kind == 0:
            damaged[at] ^= 1 << int(chance.integers(8))
        elif kind == 1:
            del damaged[at : at + length]
        else:
            damaged[at:at] = chance.bytes(length)

    files = read_or_refuse(bytes(damaged))

    assert not any(file.crc_ok and not file.problems for file in files)


@pytest.mark.parametrize("seed", range(60))
def test_a_hole_costs_the_records_it_touches_and_all_others_are_unchanged(seed: int) -> None:
    (whole,) = decode(LONG_RUN)
    starts = whole.table("record").offsets_b
    chance = np.random.default_rng(seed)
    at, length = int(chance.integers(starts[5], starts[-5])), int(chance.integers(1, 200))
    size_b = int(starts[1] - starts[0])
    untouched = (starts + size_b <= at) | (starts >= at + length)

    (holed,) = decode(LONG_RUN[:at] + LONG_RUN[at + length :])

    kept = np.isin(whole.table("record").number("timestamp"), holed.table("record").number("timestamp"))
    assert kept[untouched].all()
    for name, column in holed.table("record").columns.numbers.items():
        same = np.isin(
            holed.table("record").number("timestamp"), whole.table("record").number("timestamp")[untouched]
        )
        assert np.array_equal(column[same], whole.table("record").number(name)[untouched], equal_nan=True)


def test_a_wrong_header_byte_in_the_middle_costs_one_record() -> None:
    (whole,) = decode(LONG_RUN)
    damaged = bytearray(LONG_RUN)
    damaged[whole.table("record").offsets_b[300]] = 0x0F

    (file,) = decode(bytes(damaged))

    assert len(file.table("record")) == 599
    assert file.crc_ok is False
    assert {problem.kind for problem in file.problems} == {ProblemKind.CHECKSUM, ProblemKind.DAMAGED}


def test_a_changed_value_is_given_and_the_file_is_marked() -> None:
    (whole,) = decode(LONG_RUN)
    damaged = bytearray(LONG_RUN)
    damaged[whole.table("record").offsets_b[300] + 5] ^= 0x10

    (file,) = decode(bytes(damaged))

    assert len(file.table("record")) == 600
    assert file.crc_ok is False
    assert [problem.kind for problem in file.problems] == [ProblemKind.CHECKSUM]


@pytest.mark.parametrize("stated", [0, 10, 0xFFFFFFFF])
def test_a_header_that_states_a_wrong_size_costs_nothing(stated: int) -> None:
    damaged = RUN[:4] + stated.to_bytes(4, "little") + RUN[8:]

    (file,) = decode(damaged)

    assert len(file.table("record")) == 40
    assert file.crc_ok is None


@pytest.mark.parametrize("at", [0, 4, 8, 11, 12])
def test_a_damaged_header_costs_nothing_but_itself(at: int) -> None:
    damaged = bytearray(RUN)
    damaged[at] ^= 0xFF

    files = read_or_refuse(bytes(damaged))

    assert records(files) == 40 or at == 0


def test_bytes_in_front_of_the_header_are_passed_over() -> None:
    (file,) = decode(b"junk in front" + RUN)

    assert len(file.table("record")) == 40
    assert [problem.kind for problem in file.problems] == [ProblemKind.HEADER]
    assert file.crc_ok


def test_columns_of_one_message_among_many_do_not_fill_the_memory() -> None:
    rare = definition(1, 20, [(number, 1, 2) for number in range(250)]) + b"\x01" + bytes(250)
    body = definition(0, 20, [(253, 4, 0x86)]) + (b"\0" + fit_time(START_S)) * 30_000 + rare

    (file,) = decode(fit_file(body))

    assert len(file.table("record")) == 30_001
    assert ProblemKind.TOO_SPARSE in {problem.kind for problem in file.problems}
    assert len(file.table("record").columns.numbers) < 100


@pytest.mark.filterwarnings("error")
def test_a_signalling_nan_is_read_as_none_without_a_warning() -> None:
    # As many messages as are gathered by numpy, which warns of such bytes.
    numbers = encode(
        [Message(name="unknown_900", columns={"unknown_1": [9.0] * 40}, bases={"unknown_1": "float32"})]
    )
    signalling = numbers.replace(struct.pack("<f", 9.0), b"\x01\x00\xa0\x7f")

    (file,) = decode(signalling)

    assert np.isnan(file.table("unknown_900").number("unknown_1")).tolist() == [True] * 40
