"""What watches write that looks like damage, and is none: the careful reader must not lose it."""

from __future__ import annotations

import numpy as np
import pytest

from bench.damage import measure
from bench.decode import synthetic_files
from kneewise.fit import FitFile, ProblemKind, decode, encode
from kneewise.fit.crc import crc16
from tests.fit.made import FIT_EPOCH_S, START_S, definition, fit_file, fit_time, run

TIME = (253, 4, 0x86)
UINT8 = 0x02


def with_wrong_checksum(body: bytes) -> FitFile:
    """Read messages as a file that its checksum does not vouch for."""
    (file,) = decode(fit_file(body)[:-1] + b"\x77")
    assert file.crc_ok is False
    return file


def damaged(file: FitFile) -> list[ProblemKind]:
    return [problem.kind for problem in file.problems if problem.kind is not ProblemKind.CHECKSUM]


def timed(seconds: range) -> bytes:
    return b"".join(b"\0" + fit_time(START_S + second) + bytes((140 + second % 9,)) for second in seconds)


HEART_RATE = definition(0, 20, [TIME, (3, 1, UINT8)])


def compressed(seconds: range) -> bytes:
    """Return messages of local type 1 with five bits of their time, and a heart rate."""
    start = int(START_S) - FIT_EPOCH_S
    return b"".join(bytes((0xA0 | (start + second) % 32, 90 + second % 9)) for second in seconds)


SHORT = definition(2, 21, [TIME]) + b"\2" + fit_time(START_S) + definition(1, 20, [(3, 1, UINT8)])


def test_messages_with_five_bits_of_their_time_are_found_again_behind_a_hole() -> None:
    file = with_wrong_checksum(
        SHORT + compressed(range(1, 60)) + b"\x0b\x0b\x0b" + compressed(range(60, 120))
    )

    kept = file.table("record").number("timestamp") - START_S
    # Of the message before, nobody can say whether it is whole.
    assert kept.tolist() == [*range(1, 59), *range(60, 120)]
    assert damaged(file) == [ProblemKind.DAMAGED]


def test_a_definition_without_a_field_is_none_of_the_damage() -> None:
    file = with_wrong_checksum(SHORT + definition(3, 20, []) + b"\3" + compressed(range(1, 40)))

    assert len(file.table("record")) == 40
    assert damaged(file) == []


def test_a_clock_that_was_set_late_loses_nothing() -> None:
    four_years_s = 4 * 365 * 86_400
    before = definition(2, 23, [TIME]) + b"\2" + fit_time(START_S - four_years_s)

    file = with_wrong_checksum(before + HEART_RATE + timed(range(60)))

    assert len(file.table("device_info")) == 1
    assert len(file.table("record")) == 60
    assert damaged(file) == []


def test_a_session_that_went_on_after_a_week_loses_nothing() -> None:
    file = with_wrong_checksum(HEART_RATE + timed(range(60)) + timed(range(700_000, 700_060)))

    assert len(file.table("record")) == 120
    assert damaged(file) == []


def test_times_out_of_step_are_no_other_clock() -> None:
    # Without its first byte every message reads on in step, and its false times agree with each other.
    whole = timed(range(200))

    file = with_wrong_checksum(HEART_RATE + whole[:300] + whole[301:])

    kept = (file.table("record").number("timestamp") - START_S).tolist()
    assert set(range(200)) - set(kept) == {49, 50}
    assert damaged(file) == [ProblemKind.DAMAGED]


def test_a_kind_of_message_may_count_from_when_the_watch_was_switched_on() -> None:
    uptime = definition(1, 89, [TIME]) + b"\1" + (340).to_bytes(4, "little")

    file = with_wrong_checksum(HEART_RATE + timed(range(30)) + uptime + timed(range(30, 60)))

    assert file.table("unknown_89").number("timestamp").tolist() == [FIT_EPOCH_S + 340]
    assert len(file.table("record")) == 60
    assert damaged(file) == []


def test_a_watch_that_never_knew_the_date_loses_nothing() -> None:
    since_switched_on = b"".join(
        b"\0" + (16_000_000 + second).to_bytes(4, "little") + b"\x91" for second in range(60)
    )

    file = with_wrong_checksum(HEART_RATE + since_switched_on)

    assert len(file.table("record")) == 60
    assert damaged(file) == []


def test_a_run_of_bytes_that_say_nothing_is_no_message() -> None:
    # 0xFF is also the header of local type 3, with a time that is not known.
    empty = definition(3, 20, [TIME, (3, 1, UINT8)]) + definition(1, 147, [(1, 90, 0x0D)])
    settings = b"\1" + b"\xff" * 90

    file = with_wrong_checksum(HEART_RATE + timed(range(30)) + empty + settings * 3 + timed(range(30, 60)))

    assert len(file.table("unknown_147")) == 3
    assert len(file.table("record")) == 60
    assert damaged(file) == []


def test_messages_go_on_behind_a_hole_that_is_followed_by_bytes_that_say_nothing() -> None:
    wide = definition(0, 20, [TIME, (1, 20, 0x0D)]) + definition(3, 23, [TIME])
    rows = [b"\0" + fit_time(START_S + second) + b"\xff" * 20 for second in range(100)]

    file = with_wrong_checksum(wide + b"".join(rows[:50]) + rows[50][:9] + b"".join(rows[51:]))

    kept = file.table("record").number("timestamp")
    assert set(START_S + np.arange(100)) - set(kept) <= {START_S + 50, START_S + 51}


def test_a_header_that_a_tool_left_amid_the_messages_is_passed_over() -> None:
    one, other = encode(run(20)), encode(run(30))
    joined = one[14:] + other[:-2]
    start = one[:4] + len(joined).to_bytes(4, "little") + b".FIT"
    header = start + crc16(start).to_bytes(2, "little")

    (file,) = decode(header + joined + crc16(header + joined).to_bytes(2, "little"))

    assert file.crc_ok
    assert len(file.table("record")) == 50
    assert [problem.kind for problem in file.problems] == [ProblemKind.HEADER]


@pytest.mark.parametrize("places", [1, 10])
def test_no_value_differs_whose_bytes_no_damage_touched(places: int) -> None:
    counted = measure(synthetic_files(3, 900), 60, places, seed=7)

    assert counted.compared > 100_000
    assert counted.wrong == 0
    assert counted.untouched_lost <= counted.untouched_records / 100
