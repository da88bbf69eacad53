"""A fork of the process for each mutant: put it in, run the tests that reach it, and tell what came of it."""

import os
import resource
import signal
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

import pytest

from tests.mutants.mutant import Mutant
from tests.mutants.reach import Reach
from tests.mutants.swap import put_in

LEAST_CPU_S: Final = 10
CPU_TIMES: Final = 10


class Fate(StrEnum):
    """What became of a mutant.

    A stillborn one cannot be put in, because the program would not start with it.
    """

    KILLED = "killed"
    TIMED_OUT = "timed_out"
    STILLBORN = "stillborn"
    SURVIVED = "survived"


@dataclass(frozen=True, slots=True)
class Fork:
    """A mutant that is being tried, and the pipe through which its process tells."""

    mutant: Mutant
    hear: int

    def fate(self, status: int) -> Fate:
        """Read what came of it, once its process has ended."""
        with os.fdopen(self.hear) as told:
            fate = told.read()
        if fate:
            return Fate(fate)
        ended = os.WTERMSIG(status) if os.WIFSIGNALED(status) else None
        return Fate.TIMED_OUT if ended in {signal.SIGXCPU, signal.SIGKILL} else Fate.KILLED


def start(session: pytest.Session, mutants: Sequence[Mutant], reach: Reach) -> tuple[int, Fork]:
    """Fork, and put mutants into the fork; the first says which tests are run."""
    hear, tell = os.pipe()
    child = os.fork()
    if child:
        os.close(tell)
        return child, Fork(mutants[0], hear)
    try:
        os.write(tell, _be(session, mutants, reach).encode())
    finally:
        os._exit(0)


def _be(session: pytest.Session, mutants: Sequence[Mutant], reach: Reach) -> Fate:
    _be_silent()
    tests = reach.tests(mutants[0])
    most_s = LEAST_CPU_S + CPU_TIMES * int(sum(reach.took_s[index] for index in tests))
    resource.setrlimit(resource.RLIMIT_CPU, (most_s, most_s))
    try:
        for mutant in mutants:
            put_in(mutant)
    except Exception:  # noqa: BLE001 - whatever it is, the program would not start.
        return Fate.STILLBORN
    for index, after in zip(tests, (*tests[1:], None), strict=True):
        run_test(session, index, after)
        if session.testsfailed:
            return Fate.KILLED
    return Fate.SURVIVED


def _be_silent() -> None:
    silence = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silence, 1)
    os.dup2(silence, 2)


def run_test(session: pytest.Session, index: int, after: int | None) -> None:
    """Run one of the tests that were collected; pytest tears down what the one after it does not need."""
    item, following = session.items[index], None if after is None else session.items[after]
    item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
