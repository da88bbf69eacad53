"""Who leaves in the middle of the questions: by Ctrl-C, by a closed terminal, by a machine going down."""

import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any, Final

SIGNALS: Final = tuple(
    getattr(signal, name) for name in ("SIGINT", "SIGHUP", "SIGTERM") if hasattr(signal, name)
)
"""Windows knows no terminal that hangs up."""

OF_A_SIGNAL: Final = 128
"""A shell expects of a program that a signal ended: this, and the signal's number."""

STOPPED: Final = OF_A_SIGNAL + signal.SIGINT
"""The exit code of a command that Ctrl-C or Ctrl-D ended."""


class Left(KeyboardInterrupt):
    """Somebody left; who does not know of it takes it for Ctrl-C. It holds the exit code of how."""

    def __init__(self, code: int) -> None:
        super().__init__()
        self.code = code


@contextmanager
def listening() -> Iterator[None]:
    """Raise `Left` where a signal ends the questions."""
    with _handled_by(_leave):
        yield


@contextmanager
def undisturbed() -> Iterator[None]:
    """Let no signal break off what is being written: a closed terminal sends more than one."""
    with _handled_by(signal.SIG_IGN):
        yield


@contextmanager
def _handled_by(handler: Callable[[int, FrameType | None], None] | signal.Handlers) -> Iterator[None]:
    before: list[tuple[int, Any]] = [(one, signal.signal(one, handler)) for one in SIGNALS]
    try:
        yield
    finally:
        for one, earlier in before:
            signal.signal(one, earlier)


def _leave(number: int, _frame: FrameType | None) -> None:
    for one in SIGNALS:
        signal.signal(one, signal.SIG_IGN)
    raise Left(OF_A_SIGNAL + number)


def fall_silent() -> None:
    """Print nowhere from now on: the terminal is gone, and to write to it would be a fault."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        os.dup2(nowhere, stream.fileno())
