"""A process that serves ends with the one that started it, however that one ended, and by it alone."""

import multiprocessing
import os
import signal
import threading
import time
from multiprocessing.process import BaseProcess
from typing import Final

LOOKS_EVERY_S: Final = 1.0
ENDS_WITHIN_S: Final = 5
"""Who is still there so long after they were told to end is ended: nobody presses Ctrl-C for later."""


def end_with_parent() -> None:
    """Leave when the parent does, in whatever way: nobody else would close the page to those who came in.

    Ctrl-C reaches whatever the terminal started, and the parent then ends this one: told twice at the same
    moment, a worker of Granian waits for itself for ever. So it leaves the terminal.

    A process that nobody of ours started stays: its own server ends it.
    """
    parent = multiprocessing.parent_process()
    if parent is not None:
        if hasattr(os, "setsid"):
            os.setsid()
        threading.Thread(target=_follow, args=(parent,), daemon=True).start()


def _follow(parent: BaseProcess) -> None:
    # Who was forked from a parent holds what `join` waits for; its number says that it is gone all the same.
    while parent.is_alive() and os.getppid() == parent.pid:
        parent.join(LOOKS_EVERY_S)
    os.kill(os.getpid(), signal.SIGTERM)
    # Who has ended by then does not come here; who waits for itself would answer for ever.
    time.sleep(ENDS_WITHIN_S)
    os._exit(1)
