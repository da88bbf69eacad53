"""Instants as the Health app writes them: 2024-05-01 06:30:00 +0200."""

from datetime import datetime, timedelta
from functools import lru_cache
from typing import Final

LENGTH: Final = len("2024-05-01 06:30:00 +0200")
TO_MIDNIGHT: Final = timedelta(hours=6)
"""Sleep that begins after six in the evening belongs to the day that follows."""


def moment_s(written: bytes) -> float | None:
    """Give the seconds since 1970; ``None`` where it is no instant."""
    minute, second = written[14:16], written[17:19]
    if len(written) != LENGTH or not (minute.isdigit() and second.isdigit()):
        return None
    hour = hour_s(written)
    return None if hour is None else hour + int(minute) * 60 + int(second)


def hour_s(written: bytes) -> float | None:
    """Give the seconds since 1970 at the beginning of the hour; ``None`` where it is no instant."""
    return _hour_s(written[:13], written[20:])


@lru_cache(maxsize=4096)
def _hour_s(hour: bytes, offset: bytes) -> float | None:
    """Read an hour with its offset; records come in order, so that most ask for the same one."""
    try:
        return datetime.fromisoformat(f"{hour.decode('ascii')}:00{offset.decode('ascii')}").timestamp()
    except (ValueError, OverflowError):
        return None


def offset_s(written: str) -> int | None:
    """Give the offset that an instant is written with."""
    try:
        offset = datetime.strptime(written, "%Y-%m-%d %H:%M:%S %z").utcoffset()
    except ValueError:
        return None
    return None if offset is None else int(offset.total_seconds())


def month_after(written: bytes) -> str | None:
    """Name the month of the morning after a night that began then; ``None`` where it is no instant."""
    try:
        began = datetime.strptime(written.decode("ascii"), "%Y-%m-%d %H:%M:%S %z")
        return (began + TO_MIDNIGHT).strftime("%Y-%m")
    except (ValueError, OverflowError):
        return None
