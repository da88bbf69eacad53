"""Take each guard of the page away in turn, and see that its own test notices.

    python -m tests.mutants.guards [--only WORDS]

What guards the page is read when Django starts, so that a fork comes too late to change it: each guard gets a
copy of the program without it, and a new process for its test.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kneewise.knowledge.toml import ROOT
from tests.mutants.mutant import Mutant

HERE: Final = Path(__file__).parent
IN_BROWSER: Final = "tests/e2e/"
PASSED, FAILED = 0, 1
"""How pytest ends; with anything else the tests did not run."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Guard:
    """A guard: where it stands, what is left without it, and the test that notices."""

    name: str
    file: str
    was: str
    becomes: str
    test: str

    def mutant(self) -> Mutant:
        """Make the slip; the words of the guard stand in its file once."""
        text = (ROOT / self.file).read_text(encoding="utf-8")
        before, found, after = text.partition(self.was)
        if not found or self.was in after:
            raise ValueError(f"{self.name}: its words stand {text.count(self.was)} times in {self.file}")
        start = len(before.encode())
        edit = (start, start + len(self.was.encode()), self.becomes)
        return Mutant(file=self.file, where="", change=self.name, edit=edit)


def guards() -> list[Guard]:
    """List the guards of the page."""
    told = tomllib.loads((HERE / "guards.toml").read_text(encoding="utf-8"))
    return [Guard(**one) for one in told["guard"]]


def run(source: Path, *tests: str) -> int:
    """Run tests against a copy of the program."""
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", *tests]
    environment = {**os.environ, "PYTHONPATH": str(source), "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run(
        command, cwd=HERE.parent.parent, check=False, env=environment, capture_output=True
    ).returncode


def wrong(chosen: list[Guard], source: Path) -> Iterator[str]:
    """Yield each guard that can be taken away unnoticed; first the tests have to pass with all of them.

    Those that drive a browser are run apart: it leaves a loop in the process that Django cannot work beside.
    """
    tests = sorted({guard.test for guard in chosen})
    for kind in (
        [one for one in tests if IN_BROWSER in one],
        [one for one in tests if IN_BROWSER not in one],
    ):
        if kind and run(source, *kind) != PASSED:
            yield "the tests do not pass with every guard in its place"
            return
    for guard in chosen:
        path = source / "kneewise" / guard.file
        whole = path.read_text(encoding="utf-8")
        path.write_text(guard.mutant().applied(whole), encoding="utf-8")
        if (ended := run(source, guard.test)) != FAILED:
            yield f"{guard.name}: {guard.test} ended with {ended}"
        path.write_text(whole, encoding="utf-8")


def main() -> int:
    """Try the guards, and fail where one can go unnoticed."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--only", default="", help="try those with these words in their names")
    only = parser.parse_args().only
    chosen = [guard for guard in guards() if only in guard.name]
    with tempfile.TemporaryDirectory(prefix="kneewise-guards-") as folder:
        shutil.copytree(ROOT, Path(folder) / "kneewise", ignore=shutil.ignore_patterns("__pycache__"))
        found = list(wrong(chosen, Path(folder)))
    sys.stdout.write("\n".join([*found, f"{len(chosen)} guards, {len(found)} unnoticed", ""]))
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main())
