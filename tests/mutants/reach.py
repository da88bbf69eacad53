"""Which tests reach a function, and how long each takes."""

import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Final

from kneewise.knowledge.toml import ROOT
from tests.mutants.listed import FILES
from tests.mutants.mutant import Mutant

WATCHED: Final = {str(ROOT / file): file for file in FILES}


class Reach:
    """What was seen while each test ran once.

    Attributes:
        took_s: Of the processor, by the number of the test.
        of: Numbers of tests by file and function.
    """

    def __init__(self) -> None:
        self.took_s: dict[int, float] = {}
        self.of: dict[tuple[str, str], set[int]] = {}

    def watch(self, index: int, run: Callable[[], None]) -> None:
        """Run one test, and note which functions of ours it reaches."""
        seen: set[tuple[str, str]] = set()

        def note(frame: FrameType, event: str, _: object) -> None:
            if event == "call" and (file := WATCHED.get(frame.f_code.co_filename)):
                seen.add((file, frame.f_code.co_qualname.partition(".<locals>")[0]))

        began_s = time.process_time()
        sys.setprofile(note)
        run()
        sys.setprofile(None)
        self.took_s[index] = time.process_time() - began_s
        for one in seen:
            self.of.setdefault(one, set()).add(index)

    def tests(self, mutant: Mutant) -> list[int]:
        """List the tests that may notice a mutant, the quickest first."""
        where = mutant.where
        while where and (mutant.file, where) not in self.of:
            where = where.rpartition(".")[0]
        found = self.of[mutant.file, where] if where else self._of_the_folder(mutant.file)
        return sorted(found, key=lambda index: (self.took_s[index], index))

    def _of_the_folder(self, file: str) -> set[int]:
        """A constant or a number may matter to every test that reaches anything beside it, or to any."""
        folder = Path(file).parent
        near = [tests for (reached, _), tests in self.of.items() if Path(reached).parent == folder]
        return set().union(*near) or {*self.took_s}
