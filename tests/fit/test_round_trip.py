"""The law of the package: what was decoded can be encoded again, and keeps every column."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kneewise.fit import FitFile, Message, decode, encode
from kneewise.fit.base_types import BASE_TYPES, BYTE, STRING, BaseType
from kneewise.fit.derive import FRACTIONS
from kneewise.fit.messages import MESSAGES
from kneewise.fit.profile import Field, fields_by_name

EXACT = 2**53
"""64-bit numbers come back as floats, which are exact up to here."""

UNPACKED = "compressed_speed_distance"
"""Its sixteenths of a metre are finer than the column they go to; `test_decode.py` holds it."""

TIMES = 20
"""Examples for each kind of message and of number; together a few thousand."""

SEEDS = st.integers(min_value=0, max_value=2**32 - 1)
WORDS = ["", "kneewise", "Läufer", "跑步", "x" * 40]


def as_stored(base: BaseType, shape: tuple[int, ...], chance: np.random.Generator) -> Any:
    """Draw numbers as a file stores them, also those that mean "no value"."""
    if base.numpy_code[0] == "f":
        values = chance.normal(0, 1e6, shape).astype(base.numpy_code).astype(np.float64)
        return np.where(chance.random(shape) < 0.2, np.nan, values)
    limits = np.iinfo(base.numpy_code)
    low, high = max(int(limits.min), -EXACT), min(int(limits.max), EXACT)
    values = chance.integers(low, high, shape, endpoint=True).astype(np.float64)
    values[chance.random(shape) < 0.2] = low
    missing = values == base.invalid
    if base is BYTE and len(shape) > 1:
        # Bytes of an array are missing all together or not at all.
        return np.where(missing, 1.0, values)
    return np.where(missing, np.nan, values)


def known_column(field: Field, rows: int, chance: np.random.Generator) -> Any:
    if field.base is STRING:
        return chance.choice(WORDS, rows).astype(object)
    if field.words:
        return chance.choice(["", *field.words.values()], rows).astype(object)
    return as_stored(field.base, (rows,), chance) / field.scale - field.offset


def message_of(name: str, rows: int, chance: np.random.Generator) -> Message:
    """Write a message of the protocol with some of its fields; fractions are in their whole numbers."""
    parts = {UNPACKED, *FRACTIONS.get(name, {}).values()}
    fields = [field for field in fields_by_name(name).values() if field.name not in parts]
    chosen = [field for field in fields if chance.random() < 0.6] or fields[:1]
    return Message(name=name, columns={field.name: known_column(field, rows, chance) for field in chosen})


def unknown_of(base: BaseType, rows: int, width: int, chance: np.random.Generator) -> Message:
    if base is STRING:
        column: Any = chance.choice(WORDS, rows).astype(object)
    else:
        column = as_stored(base, (rows,) if width == 1 else (rows, width), chance)
    return Message(name="unknown_900", columns={"unknown_1": column}, bases={"unknown_1": base.name})


def again(file: FitFile, bases: Mapping[str, str]) -> list[Message]:
    """Make messages of what was decoded, in any order: a table has its own."""
    return [
        Message(
            name=name,
            columns={**table.columns.numbers, **table.columns.words},
            bases={column: base for column, base in bases.items() if name == "unknown_900"},
        )
        for name, table in file.messages.items()
    ]


def assert_same(ours: FitFile, before: FitFile) -> None:
    assert ours.crc_ok
    assert ours.problems == ()
    assert set(ours.messages) == set(before.messages)
    for name, table in before.messages.items():
        columns = ours.messages[name].columns
        assert set(columns.numbers) == set(table.columns.numbers), name
        for column, values in table.columns.numbers.items():
            assert np.array_equal(columns.numbers[column], values, equal_nan=True), (name, column)
        for column, texts in table.columns.words.items():
            assert columns.words[column].tolist() == texts.tolist(), (name, column)


@pytest.mark.parametrize("big_endian", [False, True])
@pytest.mark.parametrize("name", MESSAGES)
@settings(max_examples=TIMES)
@given(rows=st.integers(min_value=1, max_value=12), seed=SEEDS)
def test_every_field_of_the_protocol_keeps_its_column(
    name: str, *, big_endian: bool, rows: int, seed: int
) -> None:
    written = message_of(name, rows, np.random.default_rng(seed))
    (before,) = decode(encode([written], big_endian=big_endian))

    (after,) = decode(encode(again(before, {}), big_endian=big_endian))

    assert_same(after, before)


@pytest.mark.parametrize("big_endian", [False, True])
@pytest.mark.parametrize("base", BASE_TYPES, ids=lambda base: base.name)
@settings(max_examples=TIMES)
@given(rows=st.integers(min_value=1, max_value=12), width=st.integers(min_value=1, max_value=4), seed=SEEDS)
def test_every_base_type_keeps_its_column(
    base: BaseType, *, big_endian: bool, rows: int, width: int, seed: int
) -> None:
    written = unknown_of(base, rows, width, np.random.default_rng(seed))
    (before,) = decode(encode([written], big_endian=big_endian))

    (after,) = decode(encode(again(before, written.bases), big_endian=big_endian))

    assert_same(after, before)
    if base is not STRING:
        column = before.table("unknown_900").number("unknown_1")
        assert np.array_equal(column, np.asarray(written.columns["unknown_1"], float), equal_nan=True)


@given(first=st.booleans(), rows=st.integers(min_value=1, max_value=12), seed=SEEDS)
def test_a_file_keeps_its_columns_from_one_byte_order_to_the_other(
    *, first: bool, rows: int, seed: int
) -> None:
    chance = np.random.default_rng(seed)
    written = [message_of(name, rows, chance) for name in ("file_id", "record", "lap", "session")]
    (before,) = decode(encode(written, big_endian=first))

    (after,) = decode(encode(again(before, {}), big_endian=not first))

    assert_same(after, before)
