"""Let nobody write of a file before its original is on the disk, and keep those who look at files busy."""

import time
from collections import deque
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from kneewise.app.look import Looked
from kneewise.store.original_files import settle

MOST_WAITING: Final = 64
"""Files whose originals are settled together, and `LONGEST_WAIT_S` how long the first may wait for it."""

LONGEST_WAIT_S: Final = 1.0


def settled_first(folder: Path, every: Iterable[Looked]) -> Iterator[Looked]:
    """Hold files back until some have come together, and their originals are on the disk.

    Then one of them goes on for each that comes: writing them all at once would leave whoever looks at files
    without the next ones.
    """
    waiting: list[Looked] = []
    settled = deque[Looked]()
    since = time.monotonic()
    for looked in every:
        waiting.append(looked)
        if len(waiting) == MOST_WAITING or time.monotonic() - since > LONGEST_WAIT_S:
            settle(place for one in waiting for place in one.places(folder))
            yield from settled
            settled = deque(waiting)
            waiting, since = [], time.monotonic()
        elif settled:
            yield settled.popleft()
    settle(place for one in waiting for place in one.places(folder))
    yield from (*settled, *waiting)
