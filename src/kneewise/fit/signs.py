"""What gives messages away among damaged bytes: definitions somebody would write, and times that agree.

FIT has no mark where a message starts. A single sign can come by chance; several that follow each other in
step do not.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from kneewise.fit.base_types import BY_CODE
from kneewise.fit.scan import COMPRESSED, DEFINITION, definition_end, new_bucket

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kneewise.fit.limits import Limits
    from kneewise.fit.scan import Bucket, Scan

CRC_B: Final = 2
ENOUGH_SHORT: Final = 6
"""So many messages with five bits of a time that count on are as good as a full time."""

_DAY_S: Final = 86_400
_UNKNOWN_TIME: Final = 0xFFFFFFFF
_LONGEST_UPTIME_S: Final = 1 << 20
_LONGEST_SHORT_STEP_S: Final = 7
_FIVE_BITS: Final = 0x1F
_ENOUGH: Final = 2  # sensible times or definitions
_ENOUGH_ANEW: Final = 4
_AHEAD: Final = 8  # messages
_AHEAD_ANEW: Final = 16

NONE_NEWLY: Final[Mapping[int, Bucket]] = MappingProxyType({})


class Signs:
    """Judges the bytes of one file up to ``end`` by what the messages before have shown.

    Attributes:
        time: The last sensible time, as it is stored; ``None`` before the first.
        short: Whether this file has messages with five bits of a time that count on.
    """

    def __init__(self, data: bytes, end: int, scan: Scan, limits: Limits) -> None:
        """Start without any time."""
        self.data = data
        self.end = end
        self.scan = scan
        self.limits = limits
        self.time: int | None = None
        self.short = False

    def may_start(self, here: int) -> bool:
        """Say whether a definition or a message with a sensible time can start here.

        Messages without a time are too easily seen where none are; the next one with a time is taken.
        """
        header = self.data[here]
        if header & 0xC0 == DEFINITION:
            return self.definition_stop(here) > 0
        bucket = self.scan.current[header]
        if bucket is None or here + bucket.size_b > self.end:
            return False
        if header & COMPRESSED:
            # With a full time as well nobody would write it, and runs of 0xFF look like it.
            return self.short and not bucket.time_at
        return self.tells_time(bucket, here)

    def goes_on(self, here: int, defined: Mapping[int, Bucket] = NONE_NEWLY) -> bool:
        """Say whether a few sensible messages follow each other from here.

        Args:
            here: Where the first of them starts.
            defined: What a definition in front of it says of its local type; it is not taken for sure yet.
        """
        return self._follow(here, defined, self.time, enough=_ENOUGH, ahead=_AHEAD)

    def goes_on_by_another_clock(self, here: int, defined: Mapping[int, Bucket] = NONE_NEWLY) -> bool:
        """Say the same where times agree with each other, though not with the time so far.

        Some watches write a few messages before their clock is set, and a pause may last for days.
        """
        return self._follow(here, defined, None, enough=_ENOUGH_ANEW, ahead=_AHEAD_ANEW)

    def definition_stop(self, here: int, *, in_step: bool = False) -> int:
        """Return where a definition stops, or 0 if nobody would write such a definition.

        One without any field, or with half a number, says too little to be searched for, but some watches
        write it.
        """
        stop = definition_end(self.data, here, self.end)
        if not stop or self.data[here] & 0x10 or self.data[here + 1] or self.data[here + 2] > 1:
            return 0
        fields = self.data[here + 6 : here + 6 + 3 * self.data[here + 5]]
        if not all(fields[1::3]) or not all(code in BY_CODE for code in fields[2::3]):
            return 0
        is_neat = fields and not any(
            size_b % BY_CODE[code].size_b for size_b, code in zip(fields[1::3], fields[2::3], strict=True)
        )
        return stop if is_neat or in_step else 0

    def fits(self, bucket: Bucket, here: int) -> bool:
        """Say whether nothing in the time of a message speaks against it."""
        return self._fits(bucket, here, self.time)

    def tells_time(self, bucket: Bucket, here: int) -> bool:
        """Say whether a message has a sensible time; a run of 0xFF has none, whatever it is read as."""
        return self._tells_time(bucket, here, self.time)

    def has_short_time(self, bucket: Bucket, header: int) -> bool:
        """Say whether a message has five bits of its time in its header, and nothing more of it."""
        return header & COMPRESSED > 0 and not bucket.time_at

    def _follow(
        self, here: int, newly: Mapping[int, Bucket], clock: int | None, *, enough: int, ahead: int
    ) -> bool:
        defined: dict[int, Bucket | None] = dict(newly)
        signs, short, before = len(newly), 0, -1
        takes_short = self.short or signs > 0
        for _ in range(ahead):
            self.limits.steps -= 1
            if self.end - here <= CRC_B or signs >= enough or short >= ENOUGH_SHORT:
                return True
            header = self.data[here]
            if header & 0xC0 == DEFINITION:
                stop = self.definition_stop(here, in_step=True)
                defined[header & 0x0F] = new_bucket(self.data[here + 1 : stop]) if stop else None
                signs += self.data[here + 5] > 0 if stop else 0
            else:
                bucket = defined.get(_local(header, takes_short=takes_short)) or self.scan.current[header]
                stop = here + bucket.size_b if bucket else 0
                if stop > self.end:
                    # A cut goes through this message.
                    return signs > 0
                if not bucket or not self._fits(bucket, here, clock):
                    return False
                if self._tells_time(bucket, here, clock):
                    signs, clock = signs + 1, raw_time(self.data, bucket, here)
                if takes_short and self.has_short_time(bucket, header):
                    short, before = short + counts_on(before, header), header
            if not stop:
                return False
            here = stop
        return signs > 0

    def _fits(self, bucket: Bucket, here: int, clock: int | None) -> bool:
        if not bucket.time_at:
            return True
        raw = raw_time(self.data, bucket, here)
        if raw == _UNKNOWN_TIME or 0 < raw < _LONGEST_UPTIME_S:
            # Small numbers count from when the watch was switched on, in single kinds of message too.
            return True
        return raw > 0 if clock is None else abs(raw - clock) <= _DAY_S

    def _tells_time(self, bucket: Bucket, here: int, clock: int | None) -> bool:
        if not bucket.time_at:
            return False
        raw = raw_time(self.data, bucket, here)
        return raw != _UNKNOWN_TIME and raw >= _LONGEST_UPTIME_S and self._fits(bucket, here, clock)


def counts_on(before: int, header: int) -> bool:
    """Say whether five bits of time follow those of the header before by a few seconds."""
    return before >= 0 and 1 <= (header - before & _FIVE_BITS) <= _LONGEST_SHORT_STEP_S


def raw_time(data: bytes, bucket: Bucket, here: int) -> int:
    """Return the time of a message as it is stored."""
    first = here + bucket.time_at
    return int.from_bytes(data[first : first + 4], "big" if bucket.definition[1] else "little")


def _local(header: int, *, takes_short: bool) -> int:
    """Return the local type of a message's header; -1 where it is none that this file uses."""
    if header & COMPRESSED:
        return header >> 5 & 3 if takes_short else -1
    return header if header < 0x10 else -1
