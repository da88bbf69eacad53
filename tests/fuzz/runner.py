"""Read mutants of one format and count what must not be: a foreign exception, a long wait, much memory.

    python -m tests.fuzz.runner FORMAT [--mutants 20000] [--from 0] [--seed 20261124] [--real] [--pieces]

A find is named by its number; `--from NUMBER --mutants 1` makes it again.
"""

import argparse
import json
import resource
import signal
import sys
import tempfile
import time
import traceback
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Final

from kneewise.files import document, examine, open_offered, read_recordings
from kneewise.knowledge import read_numbers
from kneewise.model.errors import KneewiseError
from kneewise.observe import Numbers
from kneewise.observe.measure import measure_activity
from tests.fuzz.mutator import mutant
from tests.fuzz.seeds import FORMATS, made, real

SLOW_S: Final = 2.0
MOST_MB: Final = 256.0
HANGS_S: Final = 20.0
SEED: Final = 20261124


@dataclass(slots=True, kw_only=True)
class Outcome:
    """What came of the mutants of one format.

    Attributes:
        read: Mutants of which at least one recording was taken.
        finds: Number of the mutant and the last line of the exception.
        slow: Numbers of those that took longer than ``SLOW_S``.
    """

    file_format: str
    mutants: int = 0
    read: int = 0
    finds: list[tuple[int, str]] = field(default_factory=list)
    slow: list[int] = field(default_factory=list)
    slowest_s: float = 0.0
    peak_mb: float = 0.0
    took_s: float = 0.0

    @property
    def holds(self) -> bool:
        return not self.finds and not self.slow and self.peak_mb <= MOST_MB


class HungError(Exception):
    """A mutant took longer than anybody waits."""


def fuzz(file_format: str, numbers: range, *, seed: int = SEED, with_real: bool = False) -> Outcome:
    """Read so many mutants, each by its number."""
    whole = made(file_format) + (real(file_format) if with_real else ())
    outcome = Outcome(file_format=file_format, mutants=len(numbers))
    signal.signal(signal.SIGALRM, _hung)
    began_s = time.perf_counter()
    with tempfile.TemporaryDirectory(prefix="kneewise-fuzz-") as folder:
        for number in numbers:
            damaged = mutant(whole[number % len(whole)], seed=seed, number=number)
            _try(outcome, number, damaged, Path(folder))
    outcome.took_s = time.perf_counter() - began_s
    outcome.peak_mb = _peak_mb()
    return outcome


def _try(outcome: Outcome, number: int, damaged: bytes, folder: Path) -> None:
    began_s = time.perf_counter()
    signal.setitimer(signal.ITIMER_REAL, HANGS_S)
    try:
        outcome.read += any(list(_readings(outcome.file_format, damaged, folder)))
    except KneewiseError:
        pass
    except Exception as fault:  # noqa: BLE001 - whatever it is, it is what we look for.
        where = traceback.extract_tb(fault.__traceback__)[-1]
        outcome.finds.append((number, f"{type(fault).__name__}: {fault} ({where.name}:{where.lineno})"))
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
    took_s = time.perf_counter() - began_s
    outcome.slowest_s = max(outcome.slowest_s, took_s)
    if took_s > SLOW_S:
        outcome.slow.append(number)


def _readings(file_format: str, damaged: bytes, folder: Path) -> Iterator[bool]:
    """Read a mutant the way an import does, and say of each file whether a recording came of it."""
    numbers = read_numbers("kneewise.observe", Numbers)
    if file_format not in {"csv", "zip"}:
        readings = [read_recordings(f"x.{file_format}", damaged)]
    else:
        path = folder / ("activities.csv" if file_format == "csv" else "x.zip")
        path.write_bytes(damaged)
        readings = [examine(offered).reading for offered in open_offered(folder)]
    for reading in readings:
        for recording in reading.recordings:
            measure_activity(recording, numbers)
        yield bool(reading.recordings)


def _peak_mb() -> float:
    """Read the most memory this process ever held; ``getrusage`` would count its parent too."""
    status = Path("/proc/self/status")
    if not status.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    (peak,) = (line for line in status.read_text(encoding="utf-8").splitlines() if line.startswith("VmHWM:"))
    return int(peak.split()[1]) / 1024


def _hung(*_: object) -> None:
    raise HungError


def main() -> int:
    """Fuzz the formats that are named, print the figures, and fail where a limit is broken."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("format", choices=FORMATS)
    parser.add_argument("--mutants", type=int, default=20_000)
    parser.add_argument("--from", dest="first", type=int, default=0)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--real", action="store_true", help="damage real watch files too, where they are")
    parser.add_argument("--pieces", action="store_true", help="read short documents in pieces too")
    told = parser.parse_args()
    if told.pieces:
        document.WHOLE_B = 0  # type: ignore[misc]  # Final for everybody else.
    numbers = range(told.first, told.first + told.mutants)
    outcome = fuzz(told.format, numbers, seed=told.seed, with_real=told.real)
    sys.stdout.write(json.dumps(asdict(outcome)) + "\n")
    return int(not outcome.holds)


if __name__ == "__main__":
    sys.exit(main())
