"""Reads what is left of a damaged file: everything before the damage, and everything after it.

FIT has one checksum a file and no mark where a message starts. What gives a wrong turn away is that the
next header bytes make no sense, or that times jump. Then the reader looks for the next byte from which a
few messages follow each other sensibly.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from kneewise.fit.base_types import BY_CODE
from kneewise.fit.limits import Limits
from kneewise.fit.scan import DEFINITION, Scan, definition_end, new_bucket
from kneewise.fit.values import Problem, ProblemKind

if TYPE_CHECKING:
    from kneewise.fit.scan import Bucket

_DAY_S: Final = 86_400
_UNKNOWN_TIME: Final = 0xFFFFFFFF
_YEAR_1998: Final = 0x10000000  # smaller numbers count from when the watch was switched on
_ENOUGH_SIGNS: Final = 2  # sensible times or definitions
_ENOUGH_MESSAGES: Final = 8
_CRC_B: Final = 2


def read_damaged(data: bytes, start: int, end: int, limits: Limits) -> tuple[Scan, tuple[Problem, ...]]:
    """Find the messages in ``[start, end)``, and the stretches that hold none."""
    reader = _CarefulReader(data, end, limits)
    reader.read(start)
    return reader.scan, tuple(reader.problems)


class _Kept(NamedTuple):
    """A message that was kept, ``[start, stop)``."""

    bucket: Bucket
    start: int
    stop: int


class _CarefulReader:
    """Walks message by message and looks ahead wherever something is odd.

    ``trail`` holds the messages since the last one with a sensible time, that one first: if the way turns
    out to be wrong, the wrong turn is one of them. ``resume`` is where to search for the right way, and up
    to ``checked`` it was searched for already.
    """

    def __init__(self, data: bytes, end: int, limits: Limits) -> None:
        self.data = data
        self.end = end
        self.limits = limits
        self.scan = Scan(limits)
        self.problems: list[Problem] = []
        self.time: int | None = None
        self.trail: list[_Kept] = []
        self.trail_starts: set[int] = set()
        self.resume = 0
        self.checked = 0

    def read(self, here: int) -> None:
        self.resume = here + 1
        while here < self.end:
            if self.limits.steps < 0:
                self.problems.append(Problem(ProblemKind.GAVE_UP, here, self.end - here))
                return
            stop = self._stop_of(here)
            sensible = stop > 0 and self._is_sensible(here, stop)
            if stop and (sensible or self._is_followed_well(stop)):
                self._accept(here, stop, sensible=sensible)
                here = stop
            else:
                here = self._skip_damage(here)

    def _accept(self, here: int, stop: int, *, sensible: bool) -> None:
        header = self.data[here]
        bucket = self.scan.current[header]
        if bucket is None or header & 0xC0 == DEFINITION:
            self.scan.define(header & 0x0F, self.data[here + 1 : stop])
            self._restart_trail([], stop)
            return
        bucket.offsets_b.append(here)
        kept = _Kept(bucket, here, stop)
        raw = _raw_time(self.data, bucket, here) if bucket.time_at else _UNKNOWN_TIME
        if sensible and raw != _UNKNOWN_TIME:
            self.time = raw
            self._restart_trail([kept], here + 1)
        else:
            self.trail.append(kept)
            self.trail_starts.add(stop)

    def _restart_trail(self, trail: list[_Kept], resume: int) -> None:
        self.trail = trail
        self.trail_starts = {kept.stop for kept in trail}
        self.resume = self.checked = resume

    def _skip_damage(self, here: int) -> int:
        """Return where messages go on, and take back those that the damage goes through."""
        found = self.end if self.end - here <= _CRC_B else self._find_again(self.resume)
        if found == self.end:
            is_cut = self.end - here <= _CRC_B or self.scan.expects_more(self.data, here, self.end)
            kind = ProblemKind.CUT if is_cut else ProblemKind.DAMAGED
            self.problems.append(Problem(kind, here, found - here))
            return found
        first_lost = self._take_back(here, found)
        self.problems.append(Problem(ProblemKind.DAMAGED, first_lost, found - first_lost))
        self._restart_trail([], found + 1)
        return found

    def _take_back(self, here: int, found: int) -> int:
        """Drop the messages of the trail that are not whole for sure; return the first byte lost."""
        first_lost = here
        is_doubtful = found >= here and not self._is_whole_until(here, found)
        while self.trail and (self.trail[-1].stop > found or is_doubtful):
            kept = self.trail.pop()
            kept.bucket.offsets_b.pop()
            first_lost = kept.start
            is_doubtful = is_doubtful and len(self.trail) > 1
        return first_lost

    def _is_whole_until(self, here: int, found: int) -> bool:
        """Say whether all before ``here`` is whole, the damage being in the message that starts there."""
        header = self.data[here]
        if header & 0xC0 == DEFINITION:
            return found > here
        bucket = self.scan.current[header]
        if bucket is not None and bucket.time_at:
            return True
        return any(bucket.size_b == found - here for bucket in self.scan.buckets.values())

    def _is_followed_well(self, stop: int) -> bool:
        return self.end - stop <= _CRC_B or (self._may_start(stop) and self._goes_on(stop))

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
        signs = 0 if newly is None else 1
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
                if stop > self.end:
                    # A cut goes through this message.
                    return signs > 0
                if not bucket or not self._time_fits(bucket, here):
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
        if bucket is None or not bucket.time_at:
            return not self._hides_a_message(stop)
        return self._time_fits(bucket, here)

    def _hides_a_message(self, stop: int) -> bool:
        """Say whether, since the last sensible time, messages with sensible times start out of step.

        After a hole, the rest of a torn message can by chance read as messages without a time, until the
        steps fall in again; what starts in between would be lost unseen.
        """
        between = range(max(self.resume, self.checked), stop)
        self.checked = stop
        return any(
            here not in self.trail_starts and self._may_start(here) and self._goes_on(here)
            for here in between
        )

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
