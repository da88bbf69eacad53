"""FIT bytes made for the tests, byte by byte where our own encoder would not write them so."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from kneewise.fit import App, DeveloperField, Message
from kneewise.fit.crc import crc16

START_S = 1_700_000_000.0
FIT_EPOCH_S = 631_065_600

GROUND_TIME = DeveloperField(
    number=3, name="Ground Time", unit="ms", base="uint16", scale=10, app=App(index=1, version=7)
)


def run(seconds: int) -> list[Message]:
    """Return the messages of a short run with a developer field, a lap, a session and pauses."""
    clock = START_S + np.arange(seconds)
    heart_rate = np.where(np.arange(seconds) % 5 == 3, np.nan, 140.0 + np.arange(seconds) % 20)
    record = Message(
        name="record",
        columns={
            "timestamp": clock,
            "position_lat": 47.0 + np.arange(seconds) * 2.5e-5,
            "position_long": np.full(seconds, -8.5),
            "distance": np.arange(seconds) * 2.75,
            "enhanced_speed": np.full(seconds, 2.75),
            "enhanced_altitude": 400.0 - np.arange(seconds) * 0.2,
            "heart_rate": heart_rate,
            "cadence": 84.0 + 0.5 * (np.arange(seconds) % 2),
            "temperature": np.full(seconds, -3.0),
        },
        developer={GROUND_TIME: 250.0 + np.arange(seconds) % 10 / 10},
    )
    end = float(clock[-1])
    return [
        Message(
            name="file_id",
            columns={"type": "activity", "manufacturer": "development", "time_created": START_S},
        ),
        Message(name="event", columns={"timestamp": START_S, "event": "timer", "event_type": "start"}),
        record,
        Message(name="event", columns={"timestamp": end, "event": "timer", "event_type": "stop_all"}),
        Message(name="lap", columns={"timestamp": end, "start_time": START_S, "total_distance": 100.0}),
        Message(
            name="session",
            columns={"timestamp": end, "sport": "running", "sub_sport": "trail", "avg_cadence": 84.25},
        ),
        Message(name="activity", columns={"timestamp": end, "num_sessions": 1.0, "type": "manual"}),
    ]


def definition(
    local: int, number: int, fields: Sequence[tuple[int, int, int]], *, big_endian: bool = False
) -> bytes:
    """Return a definition message; each field is its number, its bytes and its base type's code."""
    start = bytes((0x40 | local, 0, big_endian)) + number.to_bytes(2, "big" if big_endian else "little")
    return start + bytes((len(fields),)) + b"".join(bytes(field) for field in fields)


def fit_file(body: bytes, *, header_b: int = 14, header_crc: bool = True) -> bytes:
    """Return a whole file around these messages."""
    start = bytes((header_b, 0x10, 0, 0)) + len(body).to_bytes(4, "little") + b".FIT"
    check = crc16(start) if header_crc else 0
    header = start + check.to_bytes(2, "little") if header_b == 14 else start
    return header + body + crc16(header + body).to_bytes(2, "little")


def fit_time(seconds: float) -> bytes:
    """Return Unix seconds as the protocol stores them, little-endian."""
    return int(seconds - FIT_EPOCH_S).to_bytes(4, "little")
