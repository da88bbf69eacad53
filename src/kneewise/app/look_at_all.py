"""Look at many files; in further processes once that is worth starting them."""

import os
import time
from collections.abc import Generator, Sequence
from typing import Final

from kneewise.app.look import Looked
from kneewise.app.team import Look, look_together
from kneewise.files import Offered

ALONE_S: Final = 0.5
"""An import that is done by then is not worth the time that a process takes to start."""

FEWEST: Final = 20
"""The same by the number of files that are left."""

LONGER: Final = 4
"""So many times as long must the rest take this process alone: known files are gone through at once."""

MOST_WORKERS: Final = 4
"""One process writes, and keeps up with about as many."""


def look_at_all(
    look: Look, offered: Sequence[Offered], *, alone_s: float = ALONE_S, workers: int | None = None
) -> Generator[Looked]:
    """Look at every file; the answers come in the order of the files.

    Args:
        look: How to look at one.
        offered: The files.
        alone_s: How long this process works alone.
        workers: How many others help it then; as many as there are cores where that is not said.
    """
    count = min(os.cpu_count() or 1, MOST_WORKERS) if workers is None else workers
    began = time.monotonic()
    for done, one in enumerate(offered):
        left, took_s = len(offered) - done, time.monotonic() - began
        is_long = took_s >= alone_s and took_s * left >= LONGER * alone_s * done
        if count > 1 and left >= FEWEST and is_long:
            yield from look_together(look, offered[done:], workers=count)
            return
        yield look(one)
