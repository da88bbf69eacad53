"""Where each message starts: the one loop that looks at every message of a file.

Messages are sorted by the *content* of their definition. Watches repeat definitions, often word for word;
messages under equal definitions share a bucket, however often the definition is repeated.
"""

from __future__ import annotations

from array import array
from dataclasses import dataclass, field
from typing import Final

import numpy as np

from kneewise.fit.limits import Limits
from kneewise.fit.profile import TIMESTAMP

DEFINITION: Final = 0x40
COMPRESSED: Final = 0x80
_DEVELOPER_FLAG: Final = 0x20
_FIXED_PART_B: Final = 6
_COMPRESSED_LOCALS: Final = 4
_TIME_B: Final = 4
MANY: Final = 16
"""Where so many messages farther stands a header like this one, it is worth looking for a row of them."""

AT_ONCE: Final = 512


@dataclass(frozen=True, slots=True)
class Bucket:
    """All messages of equal definition.

    Attributes:
        definition: The definition's bytes without its header byte.
        compressed: Whether the header byte of each message holds five bits of its time.
        size_b: Bytes of one message, its header byte included.
        time_at: Where in a message its full timestamp starts; 0 where it has none.
        offsets_b: Where each message starts, at its header byte.
    """

    definition: bytes
    compressed: bool
    size_b: int
    time_at: int
    offsets_b: array[int] = field(default_factory=lambda: array("q"))


def definition_end(data: bytes, start: int, end: int) -> int:
    """Return where the definition message at ``start`` stops; 0 if that is after ``end``."""
    stop = start + _FIXED_PART_B
    if stop > end:
        return 0
    stop += 3 * data[stop - 1]
    if data[start] & _DEVELOPER_FLAG:
        if stop >= end:
            return 0
        stop += 1 + 3 * data[stop]
    return stop if stop <= end else 0


def message_size_b(definition: bytes) -> int:
    """Return the bytes of a message under this definition, its header byte included."""
    after_fields = 5 + 3 * definition[4]
    return 1 + sum(definition[6:after_fields:3]) + sum(definition[after_fields + 2 :: 3])


def _time_at(definition: bytes) -> int:
    after_fields = 5 + 3 * definition[4]
    place = definition[5:after_fields:3].find(TIMESTAMP)
    if place < 0 or definition[6 + 3 * place] != _TIME_B:
        return 0
    return 1 + sum(definition[6 : 6 + 3 * place : 3])


def new_bucket(definition: bytes, *, compressed: bool = False) -> Bucket:
    """Return an empty bucket for messages under this definition."""
    return Bucket(definition, compressed, message_size_b(definition), _time_at(definition))


class Scan:
    """The state of reading one file: what each header byte means now, and the messages found so far."""

    def __init__(self, limits: Limits) -> None:
        """Start without any definition: every header byte is unknown."""
        self.limits = limits
        self.buckets: dict[tuple[bytes, bool], Bucket] = {}
        self.current: list[Bucket | None] = [None] * 256
        # Size and offsets side by side: one look-up for each message instead of two.
        self._steps: list[tuple[int, array[int]]] = [(0, array("q"))] * 256

    def define(self, local: int, definition: bytes) -> None:
        """Let the header bytes of a local type stand for this definition from now on."""
        if self.limits.definitions <= 0 and (definition, False) not in self.buckets:
            return
        self._stand_for(local, local + 1, self._bucket(definition, compressed=False))
        if local < _COMPRESSED_LOCALS:
            first = COMPRESSED | local << 5
            self._stand_for(first, first + 32, self._bucket(definition, compressed=True))

    def walk(self, data: bytes, start: int, end: int) -> int:
        """Keep message after message; return the first byte not understood, at most ``end``."""
        here = self._keep(data, start, end)
        while stop := self._take_definition(data, here, end):
            here = self._keep(data, stop, end)
        return self._forget_last() if here > end else here

    def _keep(self, data: bytes, start: int, end: int) -> int:
        """Keep messages up to one that is no message; a long row of like ones all at once."""
        steps = self._steps
        here = start
        while here < end:
            header = data[here]
            size_b, offsets_b = steps[header]
            if not size_b:
                break
            stop, far = here + size_b, here + MANY * size_b
            if far < end and data[stop] == header == data[far]:
                stop = here + size_b * _alike(data[here : min(end, here + AT_ONCE * size_b) : size_b])
                offsets_b.frombytes(np.arange(here, stop, size_b, dtype=np.int64).tobytes())
            else:
                offsets_b.append(here)
            here = stop
        return here

    def filled(self) -> tuple[Bucket, ...]:
        """Return the buckets that hold messages."""
        return tuple(bucket for bucket in self.buckets.values() if bucket.offsets_b)

    def timed_messages(self) -> int:
        """Return how many messages with a full timestamp were found."""
        return sum(len(bucket.offsets_b) for bucket in self.buckets.values() if bucket.time_at)

    def expects_more(self, data: bytes, here: int, end: int) -> bool:
        """Say whether a message starts here that ``end`` cuts off."""
        if here >= end:
            return False
        if data[here] & 0xC0 == DEFINITION:
            return not definition_end(data, here, end)
        return here + self.size_b(data[here]) > end

    def size_b(self, header: int) -> int:
        """Return the bytes of a message with this header byte; 0 if it means nothing now."""
        return self._steps[header][0]

    def _take_definition(self, data: bytes, here: int, end: int) -> int:
        if here >= end or data[here] & 0xC0 != DEFINITION or data[here] & 0x10:
            return 0
        stop = definition_end(data, here, end)
        if stop and data[here + 2] <= 1:
            self.define(data[here] & 0x0F, data[here + 1 : stop])
            return stop
        return 0

    def _forget_last(self) -> int:
        last = max((b for b in self.buckets.values() if b.offsets_b), key=lambda b: b.offsets_b[-1])
        return last.offsets_b.pop()

    def _bucket(self, definition: bytes, *, compressed: bool) -> Bucket:
        key = (definition, compressed)
        if key not in self.buckets:
            self.limits.definitions -= not compressed
            self.buckets[key] = new_bucket(definition, compressed=compressed)
        return self.buckets[key]

    def _stand_for(self, first: int, stop: int, bucket: Bucket) -> None:
        count = stop - first
        self.current[first:stop] = [bucket] * count
        self._steps[first:stop] = [(bucket.size_b, bucket.offsets_b)] * count


def _alike(headers: bytes) -> int:
    """Count the headers that are like the first one, up to one that is not."""
    return len(headers) - len(headers.lstrip(headers[:1]))
