"""Take the workouts out of an Apple Health export of any size, each as a small export of its own.

The export is hundreds of megabytes of records by their kind, and the workouts behind them. It is gone through
twice: for the workouts, and for the records that fall within one. The Health app writes every element on a
line of its own, so lines are looked at and no parser sees the whole: neither its document type nor anything
else in it can take effect. What is kept of a workout is parsed later, like any other file.
"""

import re
import zlib
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from itertools import chain
from typing import Final

from kneewise.files.apple_dates import LENGTH, hour_s, moment_s, month_after
from kneewise.files.limits import HEAD_B, MOST_FILE_B, MOST_HELD_B, MOST_MEMBERS
from kneewise.files.notes import Notes
from kneewise.files.on_disk import Beside, File
from kneewise.files.points import moment
from kneewise.files.reading import UnreadableError
from kneewise.files.summary import LONGEST_S

WORKOUT: Final = b'<HealthData part="workout">\n'
NIGHTS: Final = b'<HealthData part="nights">\n'
END: Final = b"</HealthData>\n"

TYPES: Final = tuple(
    b'Record type="HK' + kind + b'"'
    for kind in (
        b"QuantityTypeIdentifierHeartRate",
        b"QuantityTypeIdentifierStepCount",
        b"QuantityTypeIdentifierDistanceWalkingRunning",
        b"QuantityTypeIdentifierDistanceCycling",
        b"QuantityTypeIdentifierRunningSpeed",
        b"QuantityTypeIdentifierRunningPower",
        b"QuantityTypeIdentifierRunningStrideLength",
        b"QuantityTypeIdentifierRunningVerticalOscillation",
        b"QuantityTypeIdentifierRunningGroundContactTime",
    )
)
SLEEP: Final = b'Record type="HKCategoryTypeIdentifierSleepAnalysis"'
WORKOUT_LINE: Final = b"\n <Workout "
WORKOUT_END: Final = b"\n </Workout>"

LINE: Final = b"\n <"
LONGEST_LINE_B: Final = 1 << 20
"""The longest element of the app, a workout with its events, has a few thousand bytes."""

DECLARES: Final = re.compile(rb"<!ENTITY|<!NOTATION|<!\[|<!DOCTYPE[^\[>]*\b(?:SYSTEM|PUBLIC)\b")
STARTS: Final = b' startDate="'
START: Final = re.compile(rb'\sstartDate="([^"]{25})"')
ENDED: Final = re.compile(rb'\sendDate="([^"]{25})"')
ROUTE: Final = re.compile(rb'<FileReference path="/?([^"]+\.gpx)"')
PASSING: Final = re.compile(rb'\s(?:device|creationDate|sourceVersion)="[^"]*"')
"""What differs in every export, or tells nothing of the session: left out, so that a part stays the same."""

GPX: Final = re.compile(rb"<gpx\b.*</gpx>", re.DOTALL)
HOUR_S: Final = 3600
QUARTER_S: Final = 900
"""Every zone is so many quarters of an hour from every other."""

MOST_QUARTERS: Final = 1_000_000
"""Twenty-eight years without a pause."""

BEFORE_S: Final = 60.0
"""A record may begin before the workout in which it ends."""

MANY: Final = 2000
"""Lines that wait to be packed at most."""

OVERLAPPING: Final = 4
"""So many workouts at a time, by as many apps, get the same record."""


class _Held:
    """How much is held of one export."""

    def __init__(self) -> None:
        self.size_b = 0

    def pack(self, lines: list[bytes]) -> bytes:
        written = b" <" + LINE.join(lines) + b"\n"
        packed = zlib.compress(PASSING.sub(b"", written), 1)
        self.size_b += len(packed)
        if self.size_b > MOST_HELD_B:
            raise UnreadableError("too_large")
        return packed


class _Gathered:
    """Lines that belong together; packed as soon as others come between."""

    def __init__(self, held: _Held) -> None:
        self.packed: list[bytes] = []
        self._held, self._lines, self._left_b = held, list[bytes](), MOST_FILE_B // 2

    def add(self, line: bytes) -> None:
        self._left_b -= len(line)
        if self._left_b > 0:
            self._lines.append(line)
        if len(self._lines) >= MANY:
            self.settle()

    def settle(self) -> None:
        if self._lines:
            self.packed.append(self._held.pack(self._lines))
            self._lines = []


@dataclass(frozen=True, slots=True, kw_only=True)
class ApplePart:
    """One workout with what was recorded in it, or a month of nights.

    Attributes:
        packed: Its records.
        workout: Its own lines; empty for nights.
        routes: How to read the tracks that it names.
    """

    name: str
    packed: tuple[bytes, ...]
    workout: bytes = b""
    routes: tuple[Callable[[], bytes], ...] = ()
    notes: Notes | None = None

    def read(self) -> bytes:
        """Give a small export of it alone."""
        records = b"".join(zlib.decompress(each) for each in self.packed)
        head = WORKOUT if self.workout else NIGHTS
        return b"".join((head, records, self.workout, *self._tracks(), END))

    def _tracks(self) -> Iterator[bytes]:
        for read in self.routes:
            with suppress(UnreadableError, OSError):
                found = GPX.search(read())
                if found is not None and b"<!" not in found[0]:
                    yield b"<Route>" + found[0] + b"</Route>\n"

    def stored_sha256(self) -> str:
        """Give the hash of the content."""
        return sha256(self.read()).hexdigest()


def parts_of_export(file: File, beside: Beside) -> Iterator[ApplePart]:
    """Give each workout of an export, and each month of its nights.

    Raises:
        UnreadableError: It declares more than the Health app does, was written anew by another program, or
            holds more than there is room for.
    """
    if DECLARES.search(_before_the_root(file.head(HEAD_B * 16))):
        raise UnreadableError("doctype")
    workouts, held = sorted(_workouts(file)), _Held()
    within = _Within([(start, end) for start, end, _ in workouts], held)
    nights = _Nights(held)
    for line in _elements(file.pieces()):
        if line.startswith(TYPES):
            within.take(line)
        elif line.startswith(SLEEP):
            nights.take(line)
    for (start_s, _, lines), gathered in zip(workouts, within.settled(), strict=True):
        yield ApplePart(
            name=f"workout-{_stamp(start_s)}.xml",
            packed=tuple(gathered.packed),
            workout=lines,
            routes=tuple(_routes(lines, beside)),
        )
    for month, gathered in nights.settled():
        yield ApplePart(name=f"nights-{month}.xml", packed=tuple(gathered.packed))


def _before_the_root(head: bytes) -> bytes:
    return head[: head.find(b"<HealthData")]


def _elements(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Cut the stream where a line begins with an element of the first level; its first sign is left off."""
    rest = b""
    for piece in pieces:
        *whole, rest = (rest + piece).split(LINE)
        if len(rest) > LONGEST_LINE_B:
            raise UnreadableError("apple_changed")
        yield from whole
    yield rest


def _workouts(file: File) -> Iterator[tuple[float, float, bytes]]:
    """Find the workouts with their lines; those without a time, or longer than any, are no use to anybody."""
    held_b = count = 0
    for lines in _workout_lines(file):
        start_s, end_s = _at(START, lines), _at(ENDED, lines)
        if start_s is not None and end_s is not None and 0 < end_s - start_s <= LONGEST_S:
            kept = PASSING.sub(b"", lines)
            held_b += len(kept)
            count += 1
            if held_b > MOST_FILE_B or count > MOST_MEMBERS:
                raise UnreadableError("too_large")
            yield start_s, end_s, kept


def _workout_lines(file: File) -> Iterator[bytes]:
    rest = b""
    for piece in chain(file.pieces(), (LINE.ljust(len(WORKOUT_END)),)):
        rest += piece
        begin, after = rest.find(WORKOUT_LINE), 0
        while begin >= 0 and (end := rest.find(LINE, begin + len(LINE), _last_end(rest))) >= 0:
            lines = rest[begin + 1 : end].removesuffix(b"\n").removesuffix(b"\n</HealthData>")
            if rest.startswith(WORKOUT_END, end):
                yield lines + WORKOUT_END + b"\n"
            elif lines.endswith(b"/>") and b"\n" not in lines:
                yield lines + b"\n"
            begin, after = rest.find(WORKOUT_LINE, end), end
        rest = rest[begin:] if begin >= 0 else rest[max(after, len(rest) - len(WORKOUT_LINE)) :]
        if len(rest) > LONGEST_LINE_B:
            raise UnreadableError("apple_changed")


def _last_end(rest: bytes) -> int:
    """Say how far to look for the end of a workout, so that its last line is there whole."""
    return len(rest) - len(WORKOUT_END) + len(LINE)


def _at(which: "re.Pattern[bytes]", line: bytes) -> float | None:
    found = which.search(line)
    return None if found is None else moment_s(found[1])


class _Within:
    """The workouts in order of time, and the records that begin in each."""

    def __init__(self, spans: list[tuple[float, float]], held: _Held) -> None:
        self._starts = [start - BEFORE_S for start, _ in spans]
        self._ends = [end for _, end in spans]
        self._gathered = [_Gathered(held) for _ in spans]
        self._open: tuple[int, ...] = ()
        self._from_s = self._to_s = 0.0
        # Where somebody claims to have trained for ages, looking by the hour saves nothing.
        is_worth_it = sum(end - start for start, end in spans) < MOST_QUARTERS * QUARTER_S
        self._hours = _quarters(spans) if is_worth_it else None

    def take(self, line: bytes) -> None:
        begin = line.find(STARTS) + len(STARTS)
        written = line[begin : begin + LENGTH]
        # Most records lie outside of any workout, and this tells it soonest.
        if self._hours is not None and hour_s(written) not in self._hours:
            return
        if (at_s := moment_s(written)) is None:
            return
        if not self._from_s <= at_s < self._to_s:
            self._turn_to(at_s)
        if self._open and (kept := _alone(line)):
            for each in self._open:
                self._gathered[each].add(kept)

    def _turn_to(self, at_s: float) -> None:
        """Find the workouts of an instant, and the span in which they are the same ones."""
        self._settle()
        last = bisect_right(self._starts, at_s)
        near = range(max(last - OVERLAPPING, 0), last)
        self._open = tuple(each for each in near if at_s <= self._ends[each])
        self._from_s = at_s
        self._to_s = min(
            (*self._starts[last : last + 1], *(self._ends[each] for each in self._open)), default=at_s
        )

    def settled(self) -> list[_Gathered]:
        self._settle()
        return self._gathered

    def _settle(self) -> None:
        for each in self._open:
            self._gathered[each].settle()


def _quarters(spans: Iterable[tuple[float, float]]) -> frozenset[float]:
    """List the hours of a clock, in any zone, within which a record of a workout can begin."""
    return frozenset(
        each * QUARTER_S
        for start, end in spans
        for each in range(int((start - BEFORE_S - HOUR_S) // QUARTER_S), int(end // QUARTER_S) + 1)
    )


class _Nights:
    """The records of sleep by the month of the morning after."""

    def __init__(self, held: _Held) -> None:
        self._held, self._open = held, _Gathered(held)
        self._months: dict[str, _Gathered] = {}

    def take(self, line: bytes) -> None:
        began = START.search(line)
        month = None if began is None else month_after(began[1])
        if month is None:
            return
        if month not in self._months:
            self._months[month] = _Gathered(self._held)
        gathered = self._months[month]
        if gathered is not self._open:
            self._open.settle()
            self._open = gathered
        gathered.add(_alone(line))

    def settled(self) -> list[tuple[str, _Gathered]]:
        self._open.settle()
        return sorted(self._months.items(), key=lambda month: month[0])


def _alone(line: bytes) -> bytes:
    """Take a record without what stands within it; nothing, where it ends nowhere."""
    if line.endswith(b"/>") and b"\n" not in line:
        return line
    head = line.partition(b"\n")[0].rstrip()
    return head.removesuffix(b">").removesuffix(b"/") + b"/>" if head.endswith(b">") else b""


def _routes(lines: bytes, beside: Beside) -> Iterator[Callable[[], bytes]]:
    for path in ROUTE.findall(lines):
        read = beside.take(path.decode("utf-8", "replace"))
        if read is not None:
            yield read


def _stamp(at_s: float) -> str:
    return moment(at_s).strftime("%Y%m%dT%H%M%SZ")
