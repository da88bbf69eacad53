"""What is written is read back equal, by this package and by an independent reader."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import fitdecode
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kneewise.fit import App, DeveloperField, FitEncodeError, Message, decode, encode
from kneewise.fit.base_types import BASE_TYPES
from tests.fit.made import GROUND_TIME, START_S, run

WHOLE_TYPES = [base for base in BASE_TYPES if base.numpy_code[0] != "f" and base.name != "string"]
# 64-bit numbers come back as floats, which are exact up to here.
EXACT = 2**53


def fitdecode_column(data: bytes, message: str, field: str) -> list[Any]:
    with fitdecode.FitReader(data) as reader:
        frames = [frame for frame in reader if isinstance(frame, fitdecode.FitDataMessage)]
    return [frame.get_value(field, fallback=None) for frame in frames if frame.name == message]


def as_floats(values: Sequence[Any]) -> list[float]:
    seconds = [value.timestamp() if isinstance(value, datetime) else value for value in values]
    return [float("nan") if value is None else float(value) for value in seconds]


@pytest.mark.parametrize("big_endian", [False, True])
def test_a_run_is_read_back_equal(*, big_endian: bool) -> None:
    messages = run(60)

    (file,) = decode(encode(messages, big_endian=big_endian))

    assert file.crc_ok
    assert file.problems == ()
    record = file.table("record")
    for name, column in messages[2].columns.items():
        assert np.allclose(record.number(name), np.asarray(column, float), atol=1e-6, equal_nan=True)
    assert file.table("session").word("sub_sport").tolist() == ["trail"]
    assert file.table("session").number("avg_cadence").tolist() == [84.25]
    assert file.table("event").word("event_type").tolist() == ["start", "stop_all"]


@pytest.mark.parametrize("big_endian", [False, True])
def test_an_independent_reader_reads_the_same(*, big_endian: bool) -> None:
    data = encode(run(60), big_endian=big_endian)

    (file,) = decode(data)

    record = file.table("record")
    for name in ("timestamp", "distance", "enhanced_speed", "enhanced_altitude", "heart_rate", "temperature"):
        theirs = as_floats(fitdecode_column(data, "record", name))
        assert np.array_equal(record.number(name), theirs, equal_nan=True), name
    whole = as_floats(fitdecode_column(data, "record", "cadence"))
    fraction = as_floats(fitdecode_column(data, "record", "fractional_cadence"))
    assert np.array_equal(record.number("cadence"), np.add(whole, fraction))
    ground_time = as_floats(fitdecode_column(data, "record", "Ground Time"))
    # That reader leaves the scale of developer fields to its caller.
    assert np.array_equal(record.developer.numbers["Ground Time"], np.divide(ground_time, GROUND_TIME.scale))
    assert fitdecode_column(data, "session", "sport") == ["running"]


def test_the_same_messages_give_the_same_bytes() -> None:
    assert encode(run(30)) == encode(run(30))


@given(
    base=st.sampled_from(WHOLE_TYPES),
    big_endian=st.booleans(),
    rows=st.integers(min_value=1, max_value=30),
    width=st.integers(min_value=1, max_value=5),
    seed=st.integers(min_value=0, max_value=2**32),
)
def test_every_whole_type_keeps_its_numbers_in_both_byte_orders(
    base: Any, big_endian: bool, rows: int, width: int, seed: int
) -> None:
    limits = np.iinfo(base.numpy_code)
    low, high = max(int(limits.min), -EXACT), min(int(limits.max), EXACT)
    numbers = np.random.default_rng(seed).integers(low, high, (rows, width), endpoint=True).astype(float)
    numbers[numbers == base.invalid] = np.nan
    # Bytes of an array are missing all together or not at all.
    numbers = np.nan_to_num(numbers, nan=1.0) if base.name == "byte" and width > 1 else numbers
    column = numbers[:, 0] if width == 1 else numbers
    message = Message(name="unknown_900", columns={"unknown_1": column}, bases={"unknown_1": base.name})

    (file,) = decode(encode([message], big_endian=big_endian))

    assert np.array_equal(file.table("unknown_900").number("unknown_1"), column, equal_nan=True)


@given(
    base=st.sampled_from(["float32", "float64"]),
    big_endian=st.booleans(),
    numbers=st.lists(st.floats(width=32), min_size=1, max_size=30),
)
def test_floats_keep_their_numbers(base: str, big_endian: bool, numbers: list[float]) -> None:
    message = Message(name="unknown_900", columns={"unknown_1": numbers}, bases={"unknown_1": base})

    (file,) = decode(encode([message], big_endian=big_endian))

    assert np.array_equal(file.table("unknown_900").number("unknown_1"), numbers, equal_nan=True)


@given(
    st.lists(
        st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=40), min_size=1, max_size=20
    )
)
def test_texts_come_back_in_every_script(texts: list[str]) -> None:
    (file,) = decode(encode([Message(name="workout_step", columns={"wkt_step_name": texts})]))

    assert file.table("workout_step").word("wkt_step_name").tolist() == texts


def test_a_text_too_long_for_the_protocol_is_cut_between_characters() -> None:
    (file,) = decode(encode([Message(name="workout", columns={"wkt_name": "é" * 200})]))

    assert file.table("workout").word("wkt_name").tolist() == ["é" * 127]


def test_more_kinds_of_messages_than_local_types_can_take_turns() -> None:
    kinds = [
        Message(
            name=f"unknown_{900 + kind}", columns={"unknown_1": float(kind)}, bases={"unknown_1": "uint8"}
        )
        for kind in range(40)
    ]

    (file,) = decode(encode(kinds + kinds[::-1]))

    assert [file.table(f"unknown_{900 + kind}").number("unknown_1").tolist() for kind in range(40)] == [
        [kind, kind] for kind in range(40)
    ]


def test_two_apps_may_give_two_columns_one_name() -> None:
    first = DeveloperField(number=0, name="Power", app=App(index=0, application_id=bytes(range(16))))
    second = DeveloperField(number=0, name="Power", app=App(index=1))
    record = Message(name="record", columns={"timestamp": START_S}, developer={first: 250.0, second: 260.0})

    (file,) = decode(encode([record]))

    developer = file.table("record").developer.numbers
    assert {name: column.tolist() for name, column in developer.items()} == {
        "Power": [250.0],
        "Power #1.0": [260.0],
    }
    assert file.table("developer_data_id").number("application_id")[0].tolist() == list(range(16))


@pytest.mark.parametrize(
    ("message", "fault"),
    [
        (Message(name="knees", columns={}), "no kind of message"),
        (Message(name="record", columns={"knee": 1.0}), "no column 'knee'"),
        (Message(name="record", columns={"heart_rate": 300.0}), "does not fit uint8"),
        (Message(name="record", columns={"heart_rate": [1.0, 2.0], "power": [1.0]}), "differ in length"),
        (Message(name="session", columns={"sport": "knitting"}), "knows no 'knitting'"),
        (Message(name="session", columns={"time_in_hr_zone": np.ones((1, 70))}), "room for 255"),
        (
            Message(
                name="record",
                columns={},
                developer={DeveloperField(number=0, name="x", base="int"): 1.0},
            ),
            "no base type 'int'",
        ),
    ],
)
def test_what_cannot_be_written_is_refused_with_a_reason(message: Message, fault: str) -> None:
    with pytest.raises(FitEncodeError, match=fault):
        encode([message])
