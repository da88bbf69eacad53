"""Reads what is left of a damaged file: everything before the damage, and everything after it.

FIT has one checksum a file and no mark where a message starts. What gives a wrong turn away is that the
next header bytes make no sense, or that times jump. Then the reader looks for the next byte from which a
few messages follow each other sensibly (``signs.py``).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from kneewise.fit.scan import DEFINITION, Scan, new_bucket
from kneewise.fit.signs import CRC_B, ENOUGH_SHORT, NONE_NEWLY, Signs, counts_on, raw_time
from kneewise.fit.values import Problem, ProblemKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kneewise.fit.limits import Limits
    from kneewise.fit.scan import Bucket

_NEAR_B: Final = 2048


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
    to ``checked`` it was searched for already. ``short`` counts messages whose five bits of a time count on.
    """

    def __init__(self, data: bytes, end: int, limits: Limits) -> None:
        self.data = data
        self.end = end
        self.limits = limits
        self.scan = Scan(limits)
        self.signs = Signs(data, end, self.scan, limits)
        self.problems: list[Problem] = []
        self.short, self.header_before = 0, -1
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
        is_timely = sensible and self.signs.tells_time(bucket, here)
        if is_timely or (self.signs.has_short_time(bucket, header) and self._short_times_count_on(header)):
            self._restart_trail([kept], here + 1)
        else:
            self.trail.append(kept)
            self.trail_starts.add(stop)

    def _short_times_count_on(self, header: int) -> bool:
        self.short = self.short + 1 if counts_on(self.header_before, header) else 0
        self.header_before = header
        self.signs.short |= self.short >= ENOUGH_SHORT
        return self.short >= ENOUGH_SHORT

    def _restart_trail(self, trail: list[_Kept], resume: int) -> None:
        self.trail = trail
        self.trail_starts = {kept.stop for kept in trail}
        self.resume = self.checked = resume

    def _skip_damage(self, here: int) -> int:
        """Return where messages go on, and take back those that the damage goes through."""
        found = self.end if self.end - here <= CRC_B else self._find_again(self.resume, self.end)
        if found == self.end:
            is_cut = self.end - here <= CRC_B or self.scan.expects_more(self.data, here, self.end)
            kind = ProblemKind.CUT if is_cut else ProblemKind.DAMAGED
            self.problems.append(Problem(kind, here, found - here))
            return found
        first_lost = self._take_back(here, found)
        self.short = 0
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
        if self.end - stop <= CRC_B:
            return True
        return self.signs.may_start(stop) and self.signs.goes_on(stop)

    def _find_again(self, start: int, end: int) -> int:
        """Return the first byte of ``[start, end)`` from which sensible messages follow; else ``end``."""
        for here in range(start, end):
            if self.signs.may_start(here) and self.signs.goes_on(here):
                return here
            self.limits.steps -= 1
            if self.limits.steps < 0:
                return here
        return end

    def _stop_of(self, here: int) -> int:
        header = self.data[here]
        if header & 0xC0 == DEFINITION:
            return self.signs.definition_stop(here, in_step=True)
        size_b = self.scan.size_b(header)
        return here + size_b if size_b and here + size_b <= self.end else 0

    def _is_sensible(self, here: int, stop: int) -> bool:
        header = self.data[here]
        if header & 0xC0 == DEFINITION:
            defined = {header & 0x0F: new_bucket(self.data[here + 1 : stop])}
            return self.signs.goes_on(stop, defined) or self._clock_was_set(stop, defined)
        bucket = self.scan.current[header]
        if bucket is None or (self.signs.fits(bucket, here) and not self.signs.tells_time(bucket, here)):
            return not self._hides_a_message(stop)
        return self._is_timely(bucket, here)

    def _is_timely(self, bucket: Bucket, here: int) -> bool:
        """Say whether the time of a message fits; from then on it is the time."""
        is_timely = self.signs.fits(bucket, here) or self._clock_was_set(here)
        if is_timely:
            self.signs.time = raw_time(self.data, bucket, here)
        return is_timely

    def _clock_was_set(self, here: int, defined: Mapping[int, Bucket] = NONE_NEWLY) -> bool:
        """Say whether from here another clock goes on; out of step, any number may look like one."""
        if not self.signs.goes_on_by_another_clock(here, defined):
            return False
        near = min(here + _NEAR_B, self.end)
        return self._find_again(self.resume, near) == near

    def _hides_a_message(self, stop: int) -> bool:
        """Say whether, since the last sensible time, messages with sensible times start out of step.

        After a hole, the rest of a torn message can by chance read as messages without a time, until the
        steps fall in again; what starts in between would be lost unseen.
        """
        between = range(max(self.resume, self.checked), stop)
        self.checked = stop
        return any(
            here not in self.trail_starts and self.signs.may_start(here) and self.signs.goes_on(here)
            for here in between
        )
