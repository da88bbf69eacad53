"""Finds the files in a chain of FIT bytes: headers, ends, checksums."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from kneewise.fit.crc import crc16
from kneewise.fit.damage import read_damaged
from kneewise.fit.limits import MOST_FILES, Limits
from kneewise.fit.scan import DEFINITION, Bucket, Scan
from kneewise.fit.values import FitError, Problem, ProblemKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_TAG: Final = b".FIT"
_TAG_AT: Final = 8
_SHORT_HEADER_B: Final = 12
_LONG_HEADER_B: Final = 14
_CRC_B: Final = 2
_HEADER_SIZES: Final = (_LONG_HEADER_B, _SHORT_HEADER_B)


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


def sections(data: bytes, limits: Limits) -> Iterator[Section]:
    """Yield the files of a chain, one after the other.

    Raises:
        FitError: There is no file at all.
    """
    start: int | None = _first_start(data)
    leading = [Problem(ProblemKind.HEADER, 0, start)] if start else []
    for _ in range(MOST_FILES):
        if start is None:
            return
        span = _span(data, start)
        start = _next_start(data, span.stop)
        trailing = _trailing(data, span.stop) if start is None else []
        yield _section(data, span._replace(problems=(*leading, *span.problems, *trailing)), limits)
        leading = []


def _section(data: bytes, span: _Span, limits: Limits) -> Section:
    scan = Scan(limits)
    stop, inside = _walk(data, span, scan)
    found: Sequence[Problem] = inside
    if not (span.crc_ok and stop == span.end):
        scan, found = _with_doubt(data, span, scan, stop)
    if span.crc_ok is None:
        # That the file is cut is said already.
        found = [problem for problem in found if problem.kind is not ProblemKind.CUT]
    return Section(scan.filled(), (*span.problems, *found), span.crc_ok)


def _walk(data: bytes, span: _Span, scan: Scan) -> tuple[int, Sequence[Problem]]:
    """Keep message after message, also past headers that a tool left in the middle of what it joined."""
    inside: list[Problem] = []
    here = span.body
    while (start := _next_start(data, here + _CRC_B)) is not None and start + _SHORT_HEADER_B < span.end:
        stop = scan.walk(data, here, start - _CRC_B)
        if stop != start - _CRC_B:
            # These bytes are part of a message, or what stands before them is not understood.
            return scan.walk(data, stop, span.end), inside
        here = start + data[start]
        inside.append(Problem(ProblemKind.HEADER, stop, here - stop))
    return scan.walk(data, here, span.end), inside


def _with_doubt(data: bytes, span: _Span, plain: Scan, stop: int) -> tuple[Scan, Sequence[Problem]]:
    """Read a file that the checksum does not vouch for.

    The careful reading counts, unless the plain one understood every byte and found more messages: times
    that truly jump look like damage.
    """
    careful, found = read_damaged(data, span.body, span.end, plain.limits)
    is_torn = span.end - stop <= _CRC_B or plain.expects_more(data, stop, span.end)
    if is_torn and plain.timed_messages() > careful.timed_messages():
        return plain, [Problem(ProblemKind.CUT, stop, span.end - stop)] if stop < span.end else []
    return careful, found


def _first_start(data: bytes) -> int:
    if not data:
        raise FitError("The file is empty; export it again from the watch or the app it came from.")
    tag = data.find(_TAG)
    if 0 <= tag <= _TAG_AT:
        return 0
    start = _next_start(data, 0)
    if start is not None:
        return start
    if data[0] in _HEADER_SIZES and _looks_like_body(data, data[0]):
        return 0
    raise FitError("This is not a FIT file; choose the original file of the watch, which ends in .fit.")


def _next_start(data: bytes, stop: int) -> int | None:
    """Return where the next header starts, at ``stop`` or after it."""
    tag = data.find(_TAG, stop + _TAG_AT)
    while tag >= 0 and data[tag - _TAG_AT] not in _HEADER_SIZES:
        tag = data.find(_TAG, tag + 1)
    return tag - _TAG_AT if tag >= 0 else None


def _trailing(data: bytes, stop: int) -> list[Problem]:
    rest = len(data) - stop
    return [Problem(ProblemKind.TRAILING, stop, rest)] if rest > 0 and any(data[stop:]) else []


def _span(data: bytes, start: int) -> _Span:
    header_b = _header_size_b(data, start)
    body = min(start + header_b, len(data))
    end = body + int.from_bytes(data[start + 4 : start + 8], "little")
    stop = end + _CRC_B
    problems = () if _header_is_sound(data, start) else (Problem(ProblemKind.HEADER, start, header_b),)
    is_all = body < end and stop == len(data)
    following = None if is_all else _next_start(data, body)
    ends_well = is_all or (following is not None and _next_start(data, stop) == stop)
    if body < end and stop <= len(data) and (ends_well or following is None):
        crc_ok = crc16(data[start:stop]) == 0
        if crc_ok or ends_well:
            checksum = () if crc_ok else (Problem(ProblemKind.CHECKSUM, end, _CRC_B),)
            return _Span(start, body, end, stop, crc_ok, (*problems, *checksum))
    # The stated size is wrong, or the file is cut: what follows up to the next header is all there is.
    end = len(data) if following is None else following
    return _Span(start, body, end, end, None, (*problems, Problem(ProblemKind.CUT, end)))


def _header_size_b(data: bytes, start: int) -> int:
    stated = data[start]
    likely = (size for size in (stated, *_HEADER_SIZES) if _looks_like_body(data, start + size))
    return next(likely, max(stated, _SHORT_HEADER_B))


def _looks_like_body(data: bytes, at: int) -> bool:
    return (
        data[at : at + 1] != b""
        and data[at] & 0xD0 == DEFINITION
        and data[at + 1 : at + 3] in (b"\0\0", b"\0\1")
    )


def _header_is_sound(data: bytes, start: int) -> bool:
    header_b = data[start]
    if header_b < _SHORT_HEADER_B or data[start + _TAG_AT : start + _TAG_AT + 4] != _TAG:
        return False
    if header_b < _LONG_HEADER_B:
        return True
    stated = data[start + _SHORT_HEADER_B : start + _LONG_HEADER_B]
    return stated == b"\0\0" or crc16(data[start : start + _LONG_HEADER_B]) == 0
