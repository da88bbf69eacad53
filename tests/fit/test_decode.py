"""What the protocol allows is read as it was meant."""

from __future__ import annotations

import numpy as np
import pytest

from kneewise.fit import DeveloperField, FitError, Message, ProblemKind, decode, encode
from tests.fit.made import FIT_EPOCH_S, START_S, definition, fit_file, fit_time, run

UINT8, UINT16, UINT32, SINT32, STRING, BYTE = 0x02, 0x84, 0x86, 0x85, 0x07, 0x0D
TIME = (253, 4, UINT32)


@pytest.mark.parametrize("header_b", [12, 14])
@pytest.mark.parametrize("header_crc", [True, False])
def test_both_headers_and_a_missing_header_checksum_are_read(header_b: int, *, header_crc: bool) -> None:
    body = definition(0, 20, [TIME, (3, 1, UINT8)]) + b"\0" + fit_time(START_S) + bytes((151,))

    (file,) = decode(fit_file(body, header_b=header_b, header_crc=header_crc))

    assert file.crc_ok
    assert file.problems == ()
    assert file.table("record").number("timestamp").tolist() == [START_S]
    assert file.table("record").number("heart_rate").tolist() == [151]


def test_compressed_times_count_on_from_the_last_full_time_of_any_message() -> None:
    full = (int(START_S) - FIT_EPOCH_S) // 32 * 32 + 30
    body = (
        definition(1, 20, [(3, 1, UINT8)])
        + definition(2, 21, [TIME])
        + bytes((0xA0 | 5, 99))
        + b"\x02"
        + full.to_bytes(4, "little")
        + bytes((0xA0 | 31, 100))
        + bytes((0xA0 | 1, 101))
        + bytes((0xA0 | 1, 102))
        + bytes((0xA0 | 0, 103))
    )

    (file,) = decode(fit_file(body))

    record = file.table("record")
    since_full_s = record.number("timestamp") - FIT_EPOCH_S - full
    assert np.array_equal(since_full_s, [np.nan, 1, 3, 3, 34], equal_nan=True)
    assert record.number("heart_rate").tolist() == [99, 100, 101, 102, 103]
    assert record.columns.units["timestamp"] == "s"


def test_messages_with_full_and_compressed_times_stand_in_one_table_in_the_order_of_the_file() -> None:
    body = (
        definition(0, 20, [TIME, (3, 1, UINT8)])
        + definition(1, 20, [(4, 1, UINT8)])
        + (b"\0" + fit_time(START_S) + b"\x90")
        + bytes((0xA0 | (int(START_S) + 1 - FIT_EPOCH_S) % 32, 85))
        + (b"\0" + fit_time(START_S + 2) + b"\x91")
    )

    (file,) = decode(fit_file(body))

    record = file.table("record")
    assert record.number("timestamp").tolist() == [START_S, START_S + 1, START_S + 2]
    assert np.array_equal(record.number("heart_rate"), [144, np.nan, 145], equal_nan=True)
    assert np.array_equal(record.number("cadence"), [np.nan, 85, np.nan], equal_nan=True)
    assert record.offsets_b.tolist() == sorted(record.offsets_b.tolist())


def test_big_endian_messages_say_the_same() -> None:
    (little,) = decode(encode(run(20)))
    (big,) = decode(encode(run(20), big_endian=True))

    assert little.messages.keys() == big.messages.keys()
    for name in ("timestamp", "position_lat", "distance", "enhanced_speed", "heart_rate", "temperature"):
        first, second = little.table("record").number(name), big.table("record").number(name)
        assert np.array_equal(first, second, equal_nan=True)


def test_each_file_of_a_chain_is_a_file() -> None:
    files = decode(encode(run(5)) + encode(run(7)) + encode(run(9)))

    assert [len(file.table("record")) for file in files] == [5, 7, 9]
    assert all(file.crc_ok and not file.problems for file in files)


def test_developer_fields_have_the_name_unit_and_scale_of_their_description() -> None:
    (file,) = decode(encode(run(12)))

    developer = file.table("record").developer
    assert developer.numbers["Ground Time"][:3].tolist() == [250.0, 250.1, 250.2]
    assert developer.units["Ground Time"] == "ms"


def test_a_developer_field_without_description_is_bytes_under_its_numbers() -> None:
    body = bytes((0x60, 0, 0, 20, 0, 1, *TIME, 1, 5, 2, 3)) + b"\0" + fit_time(START_S) + b"\x07\x08"

    (file,) = decode(fit_file(body))

    assert file.table("record").developer.numbers["unknown_3_5"].tolist() == [[7, 8]]


def test_enhanced_columns_take_the_plain_values_where_they_have_none() -> None:
    body = definition(0, 20, [(6, 2, UINT16), (73, 4, UINT32), (2, 2, UINT16)]) + (
        b"\0" + (2500).to_bytes(2, "little") + b"\xff\xff\xff\xff" + (2600).to_bytes(2, "little")
    )

    (file,) = decode(fit_file(body))

    record = file.table("record")
    assert record.number("enhanced_speed").tolist() == [2.5]
    assert record.number("enhanced_altitude").tolist() == [20.0]
    assert record.columns.units["enhanced_altitude"] == "m"


def test_the_fraction_of_the_cadence_is_part_of_the_cadence() -> None:
    body = definition(0, 20, [(4, 1, UINT8), (53, 1, UINT8)]) + bytes((0, 86, 64, 0, 86, 0xFF))

    (file,) = decode(fit_file(body))

    assert file.table("record").number("cadence").tolist() == [86.5, 86]
    assert "fractional_cadence" not in file.table("record").columns.numbers


def test_packed_speed_and_distance_are_unpacked_beyond_the_256_m_at_which_they_go_round() -> None:
    body = definition(0, 20, [(8, 3, BYTE)]) + bytes.fromhex("00 2c010f 00 2c010c")

    (file,) = decode(fit_file(body))

    assert file.table("record").number("speed").tolist() == [3.0, 3.0]
    assert file.table("record").number("distance").tolist() == [15.0, 268.0 - 256 + 256]


def test_what_nobody_described_is_there_under_its_number() -> None:
    body = definition(0, 4000, [(7, 2, UINT16), (8, 6, STRING), (9, 4, UINT16)]) + (
        b"\0" + (513).to_bytes(2, "little") + b"kn\xc3\xa9e\0" + b"\x01\0\xff\xff"
    )

    (file,) = decode(fit_file(body))

    table = file.table("unknown_4000")
    assert table.number("unknown_7").tolist() == [513]
    assert table.word("unknown_8").tolist() == ["knée"]
    assert np.array_equal(table.number("unknown_9"), [[1, np.nan]], equal_nan=True)


def test_words_come_for_numbers_and_digits_for_numbers_without_a_word() -> None:
    body = definition(0, 18, [(5, 1, 0), (6, 1, 0)]) + bytes((0, 1, 3, 0, 250, 0xFF))

    (file,) = decode(fit_file(body))

    assert file.table("session").word("sport").tolist() == ["running", "250"]
    assert file.table("session").word("sub_sport").tolist() == ["trail", ""]


def test_many_messages_and_a_few_are_read_alike() -> None:
    (few,) = decode(encode(run(4)))
    (many,) = decode(encode(run(400)))

    for name, column in few.table("record").columns.numbers.items():
        assert np.array_equal(column, many.table("record").number(name)[:4], equal_nan=True)
    words = Message(name="event", columns={"event": ["timer", "", "lap"] * 20})
    (file,) = decode(encode([words]))
    assert file.table("event").word("event").tolist() == ["timer", "", "lap"] * 20


def test_a_file_without_such_messages_has_an_empty_table_and_unknown_columns_are_unknown() -> None:
    (file,) = decode(encode(run(3)))

    assert len(file.table("hrv")) == 0
    assert np.isnan(file.table("record").number("power")).tolist() == [True] * 3
    assert file.table("record").word("activity_type").tolist() == [""] * 3


@pytest.mark.parametrize(
    "data", [b"", b"\0", b"<html>not a watch file</html>", bytes(500), b"PK\x03\x04" * 9]
)
def test_what_is_no_fit_file_is_refused_with_a_remedy(data: bytes) -> None:
    with pytest.raises(FitError, match=r"; (export|choose)"):
        decode(data)


def test_bytes_behind_the_last_file_are_named() -> None:
    data = encode(run(3))

    (file,) = decode(data + b"more")

    assert [(p.kind, p.offset_b, p.length_b) for p in file.problems] == [(ProblemKind.TRAILING, len(data), 4)]
    assert file.crc_ok


def test_a_developer_field_says_which_field_of_the_protocol_it_is() -> None:
    stroke = DeveloperField(number=4, name="Schrittfrequenz", unit="spm", native=("record", "cadence"))
    plain = DeveloperField(number=5, name="Air Power", unit="Watts")
    record = Message(name="record", columns={"timestamp": START_S}, developer={stroke: 84.0, plain: 3.0})

    (file,) = decode(encode([record]))

    developer = file.table("record").developer
    assert dict(developer.natives) == {"Schrittfrequenz": "cadence"}
    assert dict(developer.units) == {"Schrittfrequenz": "spm", "Air Power": "Watts"}


@pytest.mark.parametrize(
    ("counter", "total", "written", "counted"),
    [
        ("cycles", "total_cycles", [250.0, 4.0, np.nan, 10.0], [250.0, 260.0, np.nan, 266.0]),
        ("compressed_accumulated_power", "accumulated_power", [65_000.0, 100.0], [65_000.0, 65_636.0]),
    ],
)
def test_a_counter_that_goes_round_counts_on(
    counter: str, total: str, written: list[float], counted: list[float]
) -> None:
    (file,) = decode(encode([Message(name="record", columns={counter: written})]))

    assert np.array_equal(file.table("record").number(total), counted, equal_nan=True)


def test_a_finer_cadence_counts_where_there_is_no_other() -> None:
    written = {"cadence": [80.0, np.nan], "cadence256": [81.5, 82.25]}

    (file,) = decode(encode([Message(name="record", columns=written)]))

    assert file.table("record").number("cadence").tolist() == [80.0, 82.25]
