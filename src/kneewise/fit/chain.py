"""Finds the files in a chain of FIT bytes: headers, ends, checksums."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from kneewise.fit.crc import crc16
from kneewise.fit.damage import read_damaged, times_are_plausible
from kneewise.fit.scan import DEFINITION, Bucket, Scan
from kneewise.fit.values import FitError, Problem, ProblemKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_TAG: Final = b".FIT"
_TAG_AT: Final = 8
_SHORT_HEADER_B: Final = 12
_LONG_HEADER_B: Final = 14
_CRC_B: Final = 2
_MOST_FILES: Final = 1000
"""Far more than any watch chains; without a bound a hostile file of nothing but headers would take minutes."""


@dataclass(frozen=True, slots=True)
class Section:
    """One file of the chain: its messages by definition, what was wrong, whether its checksum fits."""

    buckets: tuple[Bucket, ...]
    problems: tuple[Problem, ...]
    crc_ok: bool | None


class _Span(NamedTuple):
    """Where a file lies: its header, its messages ``[body, end)``, its checksum up to ``stop``."""

    start: int
    body: int
    end: int
    stop: int
    crc_ok: bool | None
    problems: tuple[Problem, ...]


def sections(data: bytes) -> Iterator[Section]:
    """Yield the files of a chain, one after the other.

    Raises:
        FitError: There is no file at all.
    """
    start = _first_start(data)
    leading = (Problem(ProblemKind.HEADER, 0, start),) if start else ()
    for _ in range(_MOST_FILES):
        span = _span(data, start)
        following = _next_start(data, span.stop)
        trailing = () if following is not None else _trailing(data, span.stop)
        yield _section(data, span._replace(problems=(*leading, *span.problems)), trailing)
        if following is None:
            return
        leading, start = (), following


def _section(data: bytes, span: _Span, trailing: Sequence[Problem]) -> Section:
    scan = Scan()
    stop = scan.walk(data, span.body, span.end)
    found: Sequence[Problem] = ()
    whole = stop == span.end or (span.crc_ok is None and scan.expects_more(data, stop, span.end))
    if not whole or not (span.crc_ok or times_are_plausible(data, scan.filled())):
        scan, found = read_damaged(data, span.body, span.end)
    elif stop != span.end:
        found = () if span.stop - stop <= _CRC_B else (Problem(ProblemKind.CUT, stop, span.end - stop),)
    return Section(tuple(scan.filled()), (*span.problems, *found, *trailing), span.crc_ok)


def _first_start(data: bytes) -> int:
    if not data:
        message = "The file is empty; export it again from the watch or the app it came from."
        raise FitError(message)
    tag = data.find(_TAG)
    if tag >= _TAG_AT:
        return tag - _TAG_AT
    if tag >= 0 or _looks_like_body(data, data[0]):
        return 0
    message = "This is not a FIT file; choose the original file of the watch, which ends in .fit."
    raise FitError(message)


def _next_start(data: bytes, stop: int) -> int | None:
    tag = data.find(_TAG, stop + _TAG_AT)
    return tag - _TAG_AT if tag >= 0 else None


def _trailing(data: bytes, stop: int) -> tuple[Problem, ...]:
    rest = len(data) - stop
    return (Problem(ProblemKind.TRAILING, stop, rest),) if rest > 0 and any(data[stop:]) else ()


def _span(data: bytes, start: int) -> _Span:
    header_b = _header_size_b(data, start)
    body = min(start + header_b, len(data))
    end = body + int.from_bytes(data[start + 4 : start + 8], "little")
    stop = end + _CRC_B
    problems = () if _header_is_sound(data, start) else (Problem(ProblemKind.HEADER, start, header_b),)
    if stop <= len(data) and end > body:
        crc_ok = crc16(data[start:stop]) == 0
        if crc_ok or stop == len(data) or data[stop + _TAG_AT : stop + _TAG_AT + 4] == _TAG:
            checksum = () if crc_ok else (Problem(ProblemKind.CHECKSUM, end, _CRC_B),)
            return _Span(start, body, end, stop, crc_ok, (*problems, *checksum))
    # The stated size is wrong, or the file is cut: what follows up to the next header is all there is.
    stop = _next_start(data, body) or len(data)
    return _Span(start, body, stop, stop, None, (*problems, Problem(ProblemKind.CUT, stop)))


def _header_size_b(data: bytes, start: int) -> int:
    stated = data[start]
    sizes = (stated, _LONG_HEADER_B, _SHORT_HEADER_B)
    likely = (size for size in sizes if size >= _SHORT_HEADER_B and _looks_like_body(data, start + size))
    return next(likely, max(stated, _SHORT_HEADER_B))


def _looks_like_body(data: bytes, at: int) -> bool:
    return data[at : at + 1] != b"" and data[at] & 0xD0 == DEFINITION and data[at + 1 : at + 3] in (b"\0\0", b"\0\1")


def _header_is_sound(data: bytes, start: int) -> bool:
    header_b = data[start]
    if header_b < _SHORT_HEADER_B or data[start + _TAG_AT : start + _TAG_AT + 4] != _TAG:
        return False
    if header_b < _LONG_HEADER_B:
        return True
    stated = data[start + _SHORT_HEADER_B : start + _LONG_HEADER_B]
    return stated == b"\0\0" or crc16(data[start : start + _LONG_HEADER_B]) == 0
