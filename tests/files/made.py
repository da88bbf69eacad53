"""Small watch files and archives, written for the tests."""

import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from itertools import accumulate
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from kneewise.fit import Message, encode

START = datetime(2026, 5, 4, 6, 30, tzinfo=UTC)
TCX_NAMESPACE = "http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2"
METRE_DEG = 360 / (2 * np.pi * 6_371_008.8)
"""Degrees of latitude that a metre north makes."""


def at(second: float) -> str:
    return (START + timedelta(seconds=second)).isoformat().replace("+00:00", "Z")


def tcx(
    *,
    seconds: int = 600,
    sport: str = "Running",
    strides: float | None = 85,
    speed_m_s: float = 3.0,
    before: str = '<?xml version="1.0"?>\n',
    extra: str = "",
) -> bytes:
    """Write one lap of steady pace, a point a second."""
    cadence = "" if strides is None else f"<Cadence>{strides:.0f}</Cadence>"
    points = "".join(
        f"<Trackpoint><Time>{at(second)}</Time><DistanceMeters>{second * speed_m_s}</DistanceMeters>"
        f"<HeartRateBpm><Value>{140 + second % 3}</Value></HeartRateBpm>{cadence}</Trackpoint>"
        for second in range(seconds + 1)
    )
    return (
        f'{before}<TrainingCenterDatabase xmlns="{TCX_NAMESPACE}">'
        f'<Activities><Activity Sport="{sport}"><Id>{at(0)}</Id><Lap StartTime="{at(0)}">'
        f"<TotalTimeSeconds>{seconds}</TotalTimeSeconds>"
        f"<DistanceMeters>{seconds * speed_m_s}</DistanceMeters>"
        f"<Track>{points}</Track></Lap>{extra}</Activity></Activities></TrainingCenterDatabase>"
    ).encode()


def gpx_points(
    seconds: Sequence[int], *, speed_m_s: float = 3.0, cadence: float | None = None, timed: bool = True
) -> str:
    """Write points that go north at a steady speed."""
    said = "" if cadence is None else f"<extensions><TPX><cad>{cadence}</cad></TPX></extensions>"
    return "".join(
        f'<trkpt lat="{47 + second * speed_m_s * METRE_DEG:.9f}" lon="8.5"><ele>400</ele>'
        + (f"<time>{at(second)}</time>" if timed else "")
        + f"{said}</trkpt>"
        for second in seconds
    )


def gpx(*segments: str, kind: str = "running", name: str = "", before: str = "") -> bytes:
    inside = "".join(f"<trkseg>{points}</trkseg>" for points in segments)
    typed = f"<type>{kind}</type>" if kind else ""
    return (
        f'{before}<gpx version="1.1" creator="made" xmlns="http://www.topografix.com/GPX/1/1">'
        f"<trk><name>{name}</name>{typed}{inside}</trk></gpx>"
    ).encode()


def kml(
    *tracks: Sequence[int], kind: str = "Laufen", cadence: float | None = 85.0, speed_m_s: float = 3.0
) -> bytes:
    """Write tracks the way OpenTracks does: instants and places in turn, sensors in lists behind them."""

    def track(seconds: Sequence[int]) -> str:
        points = "".join(
            f"<when>{at(second)}</when><coord>8.5 {47 + second * speed_m_s * METRE_DEG:.9f} 400</coord>"
            for second in seconds
        )
        lists = {"heart_rate": 150.0, "cadence": cadence, "speed": speed_m_s}
        arrays = "".join(
            f'<SimpleArrayData name="{name}">{f"<value>{value}</value>" * len(seconds)}</SimpleArrayData>'
            for name, value in lists.items()
            if value is not None
        )
        return f"<Track>{points}<ExtendedData><SchemaData>{arrays}</SchemaData></ExtendedData></Track>"

    return (
        '<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.3"><Document><Placemark>'
        f'<name>Mühlweg</name><ExtendedData><Data name="type"><value>{kind}</value></Data></ExtendedData>'
        f"<MultiTrack>{''.join(map(track, tracks))}</MultiTrack></Placemark></Document></kml>"
    ).encode()


def fit(
    *,
    seconds: int = 600,
    cadence: float | None = 85.5,
    sport: str = "running",
    sub_sport: str = "generic",
    kind: str = "activity",
    records: bool = True,
    session: bool = True,
    heart_rate: bool = True,
    pause: tuple[int, int] | None = None,
    maker: str = "garmin",
) -> bytes:
    """Write a steady session at 3 m/s, a point a second, none of them within the pause."""
    start_s = START.timestamp()
    second = np.array(
        [each for each in range(seconds + 1) if pause is None or not pause[0] < each < pause[1]], float
    )
    columns: dict[str, NDArray[np.float64]] = {
        "timestamp": start_s + second,
        "distance": second * 3.0,
        "enhanced_speed": np.full(len(second), 3.0),
    }
    if heart_rate:
        columns["heart_rate"] = 140 + second % 3
    if cadence is not None:
        columns["cadence"] = np.full(len(second), cadence)
    messages = [
        Message(name="file_id", columns={"type": kind, "manufacturer": maker, "time_created": start_s})
    ]
    if pause is not None:
        for row, what in zip(pause, ("stop_all", "start"), strict=True):
            event: dict[str, float | str] = {"timestamp": start_s + row, "event": "timer", "event_type": what}
            messages.append(Message(name="event", columns=event))
    if records:
        messages.append(Message(name="record", columns=columns))
    if session:
        stood_s = 0 if pause is None else pause[1] - pause[0]
        said: dict[str, float | str] = {
            "timestamp": start_s + seconds,
            "start_time": start_s,
            "total_elapsed_time": float(seconds),
            "total_timer_time": float(seconds - stood_s),
            "total_distance": seconds * 3.0,
            "sport": sport,
            "sub_sport": sub_sport,
        }
        messages.append(Message(name="session", columns=said))
        local = {
            "timestamp": start_s + seconds,
            "local_timestamp": start_s + seconds + 7200,
            "num_sessions": 1.0,
        }
        messages.append(Message(name="activity", columns=local))
    return encode(messages)


def zipped(path: Path, members: Mapping[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return path


def overlapping(path: Path, *, members: int) -> Path:
    """Write a zip whose every entry points at one and the same stretch of bytes."""
    content = bytes(1_000_000)
    deflate = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed, crc = deflate.compress(content) + deflate.flush(), zlib.crc32(content)
    local = _local(b"0", packed, len(content), crc)
    entries = _entry(b"0", packed, len(content), crc, at_b=0) * members
    path.write_bytes(local + packed + entries + _end(members, len(entries), len(local) + len(packed)))
    return path


def quoting(path: Path) -> Path:
    """Write a zip whose first member's bytes contain the second member whole."""
    inner = b"second"
    quoted = _local(b"b", inner, len(inner), zlib.crc32(inner), method=0) + inner
    outer = _local(b"a", quoted, len(quoted), zlib.crc32(quoted), method=0)
    entries = _entry(b"a", quoted, len(quoted), zlib.crc32(quoted), at_b=0, method=0)
    entries += _entry(b"b", inner, len(inner), zlib.crc32(inner), at_b=len(outer), method=0)
    path.write_bytes(outer + quoted + entries + _end(2, len(entries), len(outer) + len(quoted)))
    return path


def claiming(path: Path, *, members: int) -> Path:
    """Write a zip of one member whose end says that it holds so many."""
    member = _local(b"a", b"", 0, 0, method=0)
    record = b"PK\x06\x06" + struct.pack("<QHHIIQQQQ", 44, 45, 45, 0, 0, members, members, 0, len(member))
    locator = b"PK\x06\x07" + struct.pack("<IQI", 0, len(member), 1)
    end = b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, 0xFFFF, 0xFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 0)
    path.write_bytes(member + record + locator + end)
    return path


def crowded(path: Path, *, members: int) -> Path:
    """Write a zip that lists so many empty members, and claims to hold one."""
    member = _local(b"a", b"", 0, 0, method=0)
    entries = _entry(b"a", b"", 0, 0, at_b=0, method=0) * members
    path.write_bytes(member + entries + _end(1, len(entries), len(member)))
    return path


def encrypted(path: Path, name: str, content: bytes) -> Path:
    """Write a zip whose member is marked as protected by a password."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr(name, content)
    written = bytearray(held.getvalue())
    written[6] |= 1
    written[written.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(written)
    return path


def member(
    name: bytes, packed: bytes, size_b: int, crc: int, *, method: int = 8
) -> tuple[bytes, Callable[[int], bytes]]:
    """Write a member of a zip, and how its entry in the table is written once it is known where it lies."""
    local = _local(name, packed, size_b, crc, method=method) + packed
    return local, lambda at_b: _entry(name, packed, size_b, crc, at_b=at_b, method=method)


def zip_of(members: Sequence[tuple[bytes, Callable[[int], bytes]]]) -> bytes:
    """Put members after each other, with their table behind them."""
    starts = list(accumulate((len(local) for local, _ in members), initial=0))
    entries = b"".join(entry(at_b) for (_, entry), at_b in zip(members, starts, strict=False))
    return b"".join(local for local, _ in members) + entries + _end(len(members), len(entries), starts[-1])


def _local(name: bytes, packed: bytes, size_b: int, crc: int, *, method: int = 8) -> bytes:
    sizes = (crc, len(packed), size_b, len(name), 0)
    return b"PK\x03\x04" + struct.pack("<HHHHHIIIHH", 20, 0, method, 0, 33, *sizes) + name


def _entry(name: bytes, packed: bytes, size_b: int, crc: int, *, at_b: int, method: int = 8) -> bytes:
    sizes = (crc, len(packed), size_b, len(name), 0)
    head = struct.pack("<HHHHHHIIIHHHHHII", 20, 20, 0, method, 0, 33, *sizes, 0, 0, 0, 0, at_b)
    return b"PK\x01\x02" + head + name


def _end(members: int, table_b: int, at_b: int) -> bytes:
    return b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, members, members, table_b, at_b, 0)
