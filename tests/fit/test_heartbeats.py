"""Beats that a strap kept under water come back with their times."""

import numpy as np

from kneewise.fit import Message, decode, encode, heartbeats

START_S = 1_700_000_000.0
APART_S = 0.75


def packed(ticks: np.ndarray[tuple[int], np.dtype[np.int64]]) -> list[float]:
    """Write the low twelve bits of eight times into twelve bytes."""
    low = (ticks & 0xFFF).reshape(4, 2)
    return [
        float(byte)
        for one, two in low.tolist()
        for byte in (one & 0xFF, one >> 8 | (two & 0xF) << 4, two >> 4)
    ]


def strap(messages: int) -> bytes:
    """Write a full time, then eight beats a message; their counter goes round every four seconds."""
    ticks = np.rint((100.5 + APART_S * np.arange(1, 8 * messages + 1)) * 1024).astype(np.int64)
    first = {
        "timestamp": START_S,
        "fractional_timestamp": 0.25,
        "event_timestamp": 100.5,
        "filtered_bpm": 80.0,
    }
    rates = 80.0 + np.arange(8 * messages).reshape(messages, 8)
    further = {
        "filtered_bpm": rates,
        "event_timestamp_12": np.array([packed(eight) for eight in ticks.reshape(messages, 8)]),
    }
    return encode([Message(name="hr", columns=first), Message(name="hr", columns=further)])


def test_beats_count_on_from_the_full_time() -> None:
    at_s, bpm = heartbeats(decode(strap(5))[0])

    np.testing.assert_allclose(at_s, START_S + 0.25 + APART_S * np.arange(41), atol=0.001)
    assert bpm.tolist() == [80.0, *np.arange(80.0, 120.0)]


def test_beats_without_a_full_time_before_them_are_left() -> None:
    whole = heartbeats(decode(strap(2))[0])
    late = Message(name="hr", columns={"filtered_bpm": np.full((1, 8), 99.0)})

    assert len(whole[0]) == 17
    assert [len(column) for column in heartbeats(decode(encode([late]))[0])] == [0, 0]


def test_a_file_without_a_strap_has_no_beats() -> None:
    file = decode(encode([Message(name="file_id", columns={"type": "activity"})]))[0]

    assert [len(column) for column in heartbeats(file)] == [0, 0]
