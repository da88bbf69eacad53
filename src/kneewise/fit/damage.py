"""Reads what is left of a damaged file: everything before the damage, and everything after it.

FIT has one checksum a file and no mark where a message starts. What gives a wrong turn away is that the
next header bytes make no sense, or that times jump. Then the reader looks for the next byte from which a
few messages follow each other sensibly.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
import numpy.typing as npt

from kneewise.fit.base_types import BY_CODE
from kneewise.fit.limits import Limits
from kneewise.fit.scan import DEFINITION, Scan, definition_end, new_bucket
from kneewise.fit.values import Problem, ProblemKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kneewise.fit.scan import Bucket

_DAY_S: Final = 86_400
_UNKNOWN_TIME: Final = 0xFFFFFFFF
_YEAR_1998: Final = 0x10000000  # smaller numbers count from when the watch was switched on
_ENOUGH_SIGNS: Final = 2  # sensible times or definitions
_ENOUGH_MESSAGES: Final = 8
_CRC_B: Final = 2


def times_are_plausible(data: bytes, buckets: Sequence[Bucket]) -> bool:
    """Say whether the times of all messages, in their order, go without a jump of more than a day."""
    timed = [bucket for bucket in buckets if bucket.time_at]
    if not timed:
        return True
    at = np.concatenate([np.array(bucket.offsets_b, np.int64) for bucket in timed])
    raw = np.concatenate([_raw_times(data, bucket) for bucket in timed])[at.argsort(kind="stable")]
    return bool((np.abs(np.diff(raw[raw != _UNKNOWN_TIME])) <= _DAY_S).all())


def read_damaged(data: bytes, start: int, end: int, limits: Limits) -> tuple[Scan, tuple[Problem, ...]]:
    """Find the messages in ``[start, end)``, and the stretches that hold none."""
    reader = _CarefulReader(data, end, limits)
    reader.read(start)
    return reader.scan, tuple(reader.problems)


class _CarefulReader:
    """Walks message by message and looks ahead wherever something is odd."""

    def __init__(self, data: bytes, end: int, limits: Limits) -> None:
        self.data = data
        self.end = end
        self.limits = limits
        self.scan = Scan(limits)
        self.problems: list[Problem] = []
        self.time: int | None = None
        self.previous: int | None = None

    def read(self, here: int) -> None:
        while here < self.end:
            if self.limits.steps < 0:
                self.problems.append(Problem(ProblemKind.GAVE_UP, here, self.end - here))
                return
            stop = self._stop_of(here)
            sensible = stop > 0 and self._is_sensible(here, stop)
            if stop and (sensible or self._goes_on(stop)):
                self._accept(here, stop, sensible=sensible)
                here = stop
            else:
                here = self._skip_damage(here)

    def _accept(self, here: int, stop: int, *, sensible: bool) -> None:
        header = self.data[here]
        bucket = self.scan.current[header]
        self.previous = here
        if bucket is None or header & 0xC0 == DEFINITION:
            self.scan.define(header & 0x0F, self.data[here + 1 : stop])
            self.previous = None
            return
        bucket.offsets_b.append(here)
        if sensible and bucket.time_at:
            raw = _raw_time(self.data, bucket, here)
            self.time = self.time if raw == _UNKNOWN_TIME else raw

    def _skip_damage(self, here: int) -> int:
        """Return where messages go on, and take back a message that the damage goes through."""
        first = here if self.previous is None else self.previous
        if self.end - here <= _CRC_B:
            # What a wrong size or a cut leaves of the checksum.
            self.problems.append(Problem(ProblemKind.CUT, here, self.end - here))
            return self.end
        found = self._find_again(first + 1)
        if found >= self.end and self.scan.expects_more(self.data, here, self.end):
            self.problems.append(Problem(ProblemKind.CUT, here, self.end - here))
            return self.end
        known_sizes = {bucket.size_b for bucket in self.scan.buckets.values()}
        if (
            self.previous is not None
            and found != self.end
            and (found < here or found - here not in known_sizes)
        ):
            self._take_back(self.previous)
            here = self.previous
        self.previous = None
        self.problems.append(Problem(ProblemKind.DAMAGED, here, found - here))
        return found

    def _is_one_message(self, here: int, found: int) -> bool:
        """Say whether the damage can lie within one message, so that the one before it is whole."""
        if self.data[here] & 0xC0 == DEFINITION:
            return found > here
        return any(bucket.size_b == found - here for bucket in self.scan.buckets.values())

    def _take_back(self, offset_b: int) -> None:
        bucket = self.scan.current[self.data[offset_b]]
        if bucket is not None and bucket.offsets_b and bucket.offsets_b[-1] == offset_b:
            bucket.offsets_b.pop()

    def _find_again(self, start: int) -> int:
        for here in range(start, self.end):
            if self._may_start(here) and self._goes_on(here):
                return here
            self.limits.steps -= 1
            if self.limits.steps < 0:
                return here
        return self.end

    def _may_start(self, here: int) -> bool:
        """Say whether a definition or a message with a sensible time can start here.

        Messages without a time are too easily seen where none are; the next one with a time is taken.
        """
        header = self.data[here]
        if header & 0xC0 == DEFINITION:
            return self._definition_stop(here) > 0
        bucket = self.scan.current[header]
        in_bounds = bucket is not None and bucket.time_at > 0 and here + bucket.size_b <= self.end
        return in_bounds and bucket is not None and self._time_fits(bucket, here)

    def _goes_on(self, here: int, newly: Bucket | None = None, local: int = -1) -> bool:
        """Say whether a few sensible messages follow each other from here."""
        signs = 0
        defined: dict[int, Bucket | None] = {local: newly}
        for _ in range(_ENOUGH_MESSAGES):
            self.limits.steps -= 1
            if self.end - here <= _CRC_B or signs == _ENOUGH_SIGNS:
                return True
            header = self.data[here]
            if header & 0xC0 == DEFINITION:
                stop = self._definition_stop(here)
                defined[header & 0x0F] = new_bucket(self.data[here + 1 : stop]) if stop else None
                signs += 1
            else:
                bucket = defined.get(header) or self.scan.current[header]
                stop = here + bucket.size_b if bucket else 0
                if not bucket or stop > self.end or not self._time_fits(bucket, here):
                    return False
                signs += bucket.time_at > 0
            if not stop:
                return False
            here = stop
        return signs > 0

    def _stop_of(self, here: int) -> int:
        header = self.data[here]
        if header & 0xC0 == DEFINITION:
            return self._definition_stop(here)
        size_b = self.scan.size_b(header)
        return here + size_b if size_b and here + size_b <= self.end else 0

    def _is_sensible(self, here: int, stop: int) -> bool:
        header = self.data[here]
        if header & 0xC0 == DEFINITION:
            return self._goes_on(stop, new_bucket(self.data[here + 1 : stop]), header & 0x0F)
        bucket = self.scan.current[header]
        return bucket is not None and self._time_fits(bucket, here)

    def _definition_stop(self, here: int) -> int:
        """Return where a definition stops, or 0 if nobody would write such a definition."""
        stop = definition_end(self.data, here, self.end)
        if not stop or self.data[here] & 0x10 or self.data[here + 1] or self.data[here + 2] > 1:
            return 0
        fields = self.data[here + 6 : here + 6 + 3 * self.data[here + 5]]
        likely = fields and all(fields[1::3]) and all(code in BY_CODE for code in fields[2::3])
        return stop if likely else 0

    def _time_fits(self, bucket: Bucket, here: int) -> bool:
        if not bucket.time_at:
            return True
        raw = _raw_time(self.data, bucket, here)
        if raw == _UNKNOWN_TIME:
            return True
        return abs(raw - self.time) <= _DAY_S if self.time is not None else raw > _YEAR_1998


def _raw_time(data: bytes, bucket: Bucket, here: int) -> int:
    first = here + bucket.time_at
    return int.from_bytes(data[first : first + 4], "big" if bucket.definition[1] else "little")


def _raw_times(data: bytes, bucket: Bucket) -> npt.NDArray[np.int64]:
    every_byte = np.ndarray(len(data) - 3, ">u4" if bucket.definition[1] else "<u4", data, strides=(1,))
    return every_byte[np.array(bucket.offsets_b, np.int64) + bucket.time_at].astype(np.int64)
