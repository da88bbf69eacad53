"""How often a token may ask, and how often a wrong one may be tried: counted in this one process."""

import math
import time
from collections import deque
from collections.abc import Hashable
from threading import Lock
from typing import Final

WINDOW_S: Final = 60.0
ASKED: Final = 240
"""So many calls a minute: a program that reads on every change needs far fewer."""

TRIED: Final = 20
"""So many wrong tokens a minute, whoever sends them: everybody here has the same address."""


class Limit:
    """Counts what happened within the last minute."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._seen: dict[Hashable, deque[float]] = {}
        self._lock = Lock()

    def wait_s(self, who: Hashable) -> int:
        """Count one call; 0 where it may go on, else the seconds until the next may."""
        now = time.monotonic()
        with self._lock:
            seen = self._seen.setdefault(who, deque())
            while seen and seen[0] <= now - WINDOW_S:
                seen.popleft()
            if len(seen) >= self._most:
                return max(1, math.ceil(seen[0] + WINDOW_S - now))
            seen.append(now)
            return 0

    def forget(self) -> None:
        """Begin anew."""
        self._seen.clear()


asked = Limit(ASKED)
tried = Limit(TRIED)
