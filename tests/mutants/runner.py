"""Make every small slip in the gate and in the room of the red flags, and see that a test notices.

    python -m tests.mutants.runner [--sample 40] [--only WORDS] [--workers 2] [--fates FILE]

All tests are collected once, in one process. Each is run once to see that it passes, how long it takes and
which functions it reaches. Then the process forks for each mutant; the fork puts it in and runs the tests
that reach it, the quickest first, until one fails.
"""

import argparse
import gc
import json
import os
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

import hypothesis
import pytest

from tests.mutants.forks import Fate, Fork, run_test, start
from tests.mutants.listed import FILES, TESTS, explained, mutants, sampled
from tests.mutants.mutant import Mutant, Name
from tests.mutants.reach import Reach
from tests.mutants.swap import look_for_tables

UNCHANGED: Final = [Mutant(file=file, where="", change="nothing", edit=(0, 0, "")) for file in FILES]
QUIET: Final = (
    *("-o", "addopts=--import-mode=importlib", "--assert=plain", "--capture=no"),
    *("-p", "no:terminal", "-p", "no:cacheprovider", "-p", "no:xdist", "--hypothesis-profile=mutants"),
)


class Runner:
    """The loop that pytest is given instead of its own."""

    def __init__(self, chosen: Sequence[Mutant], *, workers: int) -> None:
        self.chosen = chosen
        self.workers = workers
        self.fates: dict[Name, Fate] = {}
        self.reach = Reach()

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Run every test once, see that a fork passes them as well, and then try the mutants."""
        every = range(len(session.items))
        for index, after in zip(every, (*every[1:], None), strict=True):
            self.reach.watch(index, lambda index=index, after=after: run_test(session, index, after))  # type: ignore[misc]  # Bound now.
        look_for_tables()
        gc.collect()
        gc.freeze()
        if not session.testsfailed and self._passes_unchanged(session):
            self._try_all(session)
        return True

    def _passes_unchanged(self, session: pytest.Session) -> bool:
        """Put every file in as it is: what fails then would be the fault of this runner."""
        child, fork = start(session, UNCHANGED, self.reach)
        return fork.fate(os.waitpid(child, 0)[1]) is Fate.SURVIVED

    def _try_all(self, session: pytest.Session) -> None:
        waiting = iter(self.chosen)
        running: dict[int, Fork] = {}
        while True:
            while len(running) < self.workers and (mutant := next(waiting, None)) is not None:
                child, running[child] = start(session, [mutant], self.reach)
            if not running:
                return
            child, status = os.wait()
            fork = running.pop(child)
            self._note(fork.mutant, fork.fate(status))

    def _note(self, mutant: Mutant, fate: Fate) -> None:
        self.fates[mutant.name] = fate
        if sys.stderr.isatty():
            sys.stderr.write(f"\r{len(self.fates)} of {len(self.chosen)} ")


def run(chosen: Sequence[Mutant], *, workers: int = 2) -> Runner:
    """Try some mutants."""
    phases = (hypothesis.Phase.explicit, hypothesis.Phase.generate)
    hypothesis.settings.register_profile(
        "mutants", deadline=None, derandomize=True, database=None, phases=phases
    )
    runner = Runner(chosen, workers=workers)
    pytest.main([*QUIET, *TESTS], plugins=[runner])
    return runner


def wrong(runner: Runner, whole: Sequence[Mutant], why: dict[Name, str]) -> Iterator[str]:
    """Yield what must not be: a survivor that nobody explained, an explanation of nothing."""
    for name, fate in runner.fates.items():
        if fate is Fate.SURVIVED and name not in why:
            yield f"survived: {' | '.join(name)}"
        if fate is not Fate.SURVIVED and name in why:
            yield f"explained, and {fate}: {' | '.join(name)}"
    for name in why.keys() - {mutant.name for mutant in whole}:
        yield f"explained, and no mutant any more: {' | '.join(name)}"
    if len(runner.fates) < len(runner.chosen):
        yield "Not every mutant was tried; do the tests pass without one?"


def main() -> int:
    """Try the mutants, print the figures, and fail where one survived unexplained."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--sample", type=int, help="try so many of them, always the same")
    parser.add_argument("--only", default="", help="try those with these words in their names")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--fates", type=Path, help="write what became of each into this file")
    told = parser.parse_args()
    whole = mutants()
    chosen = [mutant for mutant in whole if told.only in " | ".join(mutant.name)]
    began_s = time.perf_counter()
    runner = run(sampled(chosen, told.sample) if told.sample else chosen, workers=told.workers)
    found = list(wrong(runner, whole, explained()))
    if told.fates:
        told.fates.write_text("".join(f"{fate}: {' | '.join(name)}\n" for name, fate in runner.fates.items()))
    counts = Counter(fate.value for fate in runner.fates.values())
    figures = {"mutants": len(runner.chosen), **counts, "took_s": round(time.perf_counter() - began_s)}
    sys.stdout.write("\n".join([*found, json.dumps(figures), ""]))
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main())
